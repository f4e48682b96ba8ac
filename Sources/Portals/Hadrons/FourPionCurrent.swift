import Foundation
import Numerics

/// The currents of arXiv:0804.0359 appendix A, eqs. (A.1)-(A.21) without the omega, with the refitted couplings of arXiv:1911.11147.
///
/// A transverse current is a sum of the four momenta: J = sum_k a_k q_k - (Q component), so that -J.J* = |sum_k a_k qvec_k|^2 in the rest frame of Q.
struct FourPionCurrent: Sendable {
  struct Coefficients {
    var a = [Complex](repeating: .zero, count: 4)

    /// -J.J* = sum a_i a_j* qvec_i.qvec_j.
    func squaredNorm(_ k: FourPionKinematics) -> Double {
      var sum = 0.0
      for i in 0..<4 {
        sum += a[i].squaredMagnitude * k.products[5 * i]
        for j in (i + 1)..<4 { sum += 2 * (a[i] * a[j].conjugate).real * k.products[4 * i + j] }
      }
      return sum
    }
  }

  private let fit = HadronInputs.fourPion
  private let pion = HadronInputs.chargedPion.value

  /// pi+ pi- pi+ pi- with momenta in the order (+, -, +, -): the isospin sum over the four assignments, eq. (3).
  func allCharged(_ k: FourPionKinematics) -> Coefficients {
    let amplitudes = PairAmplitudes(k, self)
    var sum = Coefficients()
    add(&sum, k, amplitudes, 2, 3, 0, 1)
    add(&sum, k, amplitudes, 0, 3, 2, 1)
    add(&sum, k, amplitudes, 2, 1, 0, 3)
    add(&sum, k, amplitudes, 0, 1, 2, 3)
    return sum
  }

  /// pi0 pi0 pi+ pi-: which momentum belongs to which pion.
  func twoNeutral(_ k: FourPionKinematics, _ neutral1: Int, _ neutral2: Int, _ plus: Int, _ minus: Int) -> Coefficients {
    var sum = Coefficients()
    add(&sum, k, PairAmplitudes(k, self), neutral1, neutral2, plus, minus)
    return sum
  }

  // MARK: Propagators

  /// BW3, eq. (A.12).
  func pWave(_ s: Double, _ resonance: FittedResonance) -> Complex {
    let (mass, squared, open) = (resonance.mass.value, resonance.mass.value * resonance.mass.value, 4 * pion * pion)
    let ratio = max(0, (s - open) / (squared - open))
    let running = resonance.width.value * (squared / s * ratio * ratio * ratio).squareRoot()
    return squared / Complex(squared - s, -mass * running)
  }

  /// Sum over rho-bar in s, eq. (A.11).
  func overall(_ s: Double, _ weights: [Double]) -> Complex {
    var sum = pWave(s, fit.resonances[3])
    for index in 0..<3 { sum += weights[index] * pWave(s, fit.resonances[index]) }
    return (1 / (1 + weights.reduce(0, +))) * sum
  }

  /// g(s) of the a1 width, eq. (A.17).
  private func a1WidthShape(_ s: Double) -> Double {
    if s > fit.value(8) { return fit.value(9) * s + fit.value(10) + fit.value(11) / s + fit.value(12) / (s * s) }
    let y = max(0, s - 9 * pion * pion)
    return fit.value(13) * y * y * y * (1 + fit.value(14) * y + fit.value(15) * y * y)
  }

  private func a1(_ s: Double) -> Complex {
    let resonance = fit.resonances[6]
    let mass = resonance.mass.value
    return fixedWidthPropagator(s, mass: mass, width: resonance.width.value * a1WidthShape(s) / a1WidthShape(mass * mass))
  }

  /// s-wave width, eq. (A.21).
  private func f0(_ s: Double) -> Complex {
    let resonance = fit.resonances[7]
    let (squared, open) = (resonance.mass.value * resonance.mass.value, 4 * pion * pion)
    let running = resonance.width.value * max(0, squared / s * (s - open) / (squared - open)).squareRoot()
    return fixedWidthPropagator(s, mass: resonance.mass.value, width: running)
  }

  /// BW_rho/m^2 - BW_rho'/m'^2, eq. (A.10), in 1/GeV^2.
  private func difference(_ first: Complex, _ second: Complex) -> Complex {
    let (m, n) = (fit.resonances[3].mass.value, fit.resonances[4].mass.value)
    return (1 / (m * m)) * first - (1 / (n * n)) * second
  }

  /// The propagators of every pair and triple of one phase-space point, with the couplings and the factors that depend on s alone.
  private struct PairAmplitudes {
    var b = [Complex](repeating: .zero, count: 16)
    var t = [Complex](repeating: .zero, count: 16)
    var scalar = [Complex](repeating: .zero, count: 16)
    var double = [Complex](repeating: .zero, count: 16)
    var axial = [Complex](repeating: .zero, count: 4)
    let rhoStrength: Complex

    init(_ k: FourPionKinematics, _ current: FourPionCurrent) {
      let fit = current.fit
      let axialStrength = fit.resonances[6].amplitude.value * current.overall(k.s, (0..<3).map { fit.resonances[$0].amplitude.value })
      let scalarStrength = fit.resonances[7].amplitude.value * current.overall(k.s, [fit.value(0), fit.value(1), fit.value(2)])
      let coupling = fit.value(6)
      rhoStrength =
        (fit.value(5) * coupling * coupling * coupling * fit.value(7))
        * current.difference(current.pWave(k.s, fit.resonances[3]), current.pWave(k.s, fit.resonances[4]))
      let (weightB, weight1, weight2) = (fit.resonances[4].amplitude.value, fit.value(3), fit.value(4))
      for i in 0..<4 {
        axial[i] = axialStrength * current.a1(k.triples[i])
        for j in (i + 1)..<4 {
          let s = k.pairs[4 * i + j]
          let (rho, prime, second) = (current.pWave(s, fit.resonances[3]), current.pWave(s, fit.resonances[4]), current.pWave(s, fit.resonances[5]))
          let values = (
            (1 / (1 + weightB)) * (rho + weightB * prime), (1 / (1 + weight1 + weight2)) * (rho + weight1 * prime + weight2 * second),
            scalarStrength * current.f0(s), current.difference(rho, prime)
          )
          for index in [4 * i + j, 4 * j + i] { (b[index], t[index], scalar[index], double[index]) = values }
        }
      }
    }
  }

  // MARK: Assembly

  /// Adds the current of two neutral pions (i, j) and a charged pair (p, m), eqs. (A.2)-(A.9).
  private func add(_ sum: inout Coefficients, _ k: FourPionKinematics, _ amplitudes: PairAmplitudes, _ i: Int, _ j: Int, _ p: Int, _ m: Int) {
    addAxial(&sum, k, amplitudes, 1, p, j, i, m)
    addAxial(&sum, k, amplitudes, 1, p, i, j, m)
    addAxial(&sum, k, amplitudes, -1, m, j, i, p)
    addAxial(&sum, k, amplitudes, -1, m, i, j, p)
    let scalar = amplitudes.t[4 * p + m] * amplitudes.scalar[4 * i + j]
    sum.a[p] += scalar
    sum.a[m] -= scalar
    addRho(&sum, k, amplitudes, 1, i, j, p, m)
    addRho(&sum, k, amplitudes, 1, m, i, j, p)
    addRho(&sum, k, amplitudes, -1, i, j, m, p)
    addRho(&sum, k, amplitudes, -1, p, i, j, m)
    addRho(&sum, k, amplitudes, 1, j, i, p, m)
    addRho(&sum, k, amplitudes, 1, m, j, i, p)
    addRho(&sum, k, amplitudes, -1, j, i, m, p)
    addRho(&sum, k, amplitudes, -1, p, j, i, m)
  }

  /// Eq. (A.3): a1 (from all but q1) into q2 and rho(q3 q4).
  private func addAxial(
    _ sum: inout Coefficients, _ k: FourPionKinematics, _ amplitudes: PairAmplitudes, _ sign: Double, _ q1: Int, _ q2: Int, _ q3: Int, _ q4: Int
  ) {
    let amplitude = sign * (amplitudes.axial[q1] * amplitudes.b[4 * q3 + q4])
    sum.a[q3] += amplitude
    sum.a[q4] -= amplitude
    sum.a[q1] += ((k.dot(q2, q3) - k.dot(q2, q4)) / k.triples[q1]) * amplitude
  }

  /// Eq. (A.9).
  private func addRho(
    _ sum: inout Coefficients, _ k: FourPionKinematics, _ amplitudes: PairAmplitudes, _ sign: Double, _ q1: Int, _ q2: Int, _ q3: Int, _ q4: Int
  ) {
    func against(_ q: Int) -> Double { k.dot(q1, q) + k.dot(q2, q) + 3 * k.dot(q3, q) + k.dot(q4, q) }
    let product = against(q2) - against(q4)
    sum.a[q1] += sign * (amplitudes.rhoStrength * amplitudes.double[4 * q1 + q3] * (product * amplitudes.double[4 * q2 + q4] + Complex(2)))
  }
}
