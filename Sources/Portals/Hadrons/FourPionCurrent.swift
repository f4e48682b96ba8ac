import Foundation
import Numerics

/// The currents of arXiv:0804.0359 appendix A, eqs. (A.1)-(A.21), with the refitted couplings of arXiv:1911.11147. The omega current is ``NarrowOmegaPion``.
///
/// A transverse current is a sum of the four momenta: J = sum_k a_k q_k - (Q component), so that -J.J* = |sum_k a_k qvec_k|^2 in the rest frame of Q.
struct FourPionCurrent: Sendable {
  /// BW3, eq. (A.12): a p-wave width into two pions.
  struct PWave: Sendable {
    let mass: Double
    let width: Double
    let open: Double

    init(_ resonance: FittedResonance, pion: Double) {
      mass = resonance.mass.value
      width = resonance.width.value
      open = 4 * pion * pion
    }

    func callAsFunction(_ s: Double) -> Complex {
      let squared = mass * mass
      let ratio = max(0, (s - open) / (squared - open))
      return squared / Complex(squared - s, -mass * width * (squared / s * ratio * ratio * ratio).squareRoot())
    }
  }

  let rho: PWave
  private let rhoPrime, rhoSecond: PWave
  private let bars: [PWave]
  private let a1Mass, a1Width, f0Mass, f0Width, open: Double
  private let axialCoupling, scalarCoupling, rhoCoupling: Double
  private let axialWeights, scalarWeights: [Double]
  private let weightB, weightT1, weightT2: Double
  private let a1Shape: [Double]

  init() {
    let fit = HadronInputs.fourPion
    let pion = HadronInputs.chargedPion.value
    let waves = fit.resonances[0..<6].map { PWave($0, pion: pion) }
    bars = Array(waves[0..<3])
    (rho, rhoPrime, rhoSecond) = (waves[3], waves[4], waves[5])
    open = 4 * pion * pion
    (a1Mass, a1Width, axialCoupling) = (fit.resonances[6].mass.value, fit.resonances[6].width.value, fit.resonances[6].amplitude.value)
    (f0Mass, f0Width, scalarCoupling) = (fit.resonances[7].mass.value, fit.resonances[7].width.value, fit.resonances[7].amplitude.value)
    axialWeights = fit.resonances[0..<3].map(\.amplitude.value)
    scalarWeights = [fit.value(0), fit.value(1), fit.value(2)]
    weightB = fit.resonances[4].amplitude.value
    (weightT1, weightT2) = (fit.value(3), fit.value(4))
    rhoCoupling = fit.value(5) * fit.value(6) * fit.value(6) * fit.value(6) * fit.value(7)
    a1Shape = (8...15).map { fit.value($0) }
  }

  /// Sum over rho-bar in s, eq. (A.11).
  func overall(_ s: Double, _ weights: [Double]) -> Complex {
    let sum = zip(weights, bars).reduce(rho(s)) { $0 + $1.0 * $1.1(s) }
    return (1 / (1 + weights.reduce(0, +))) * sum
  }

  /// The currents at one squared energy s in GeV^2.
  func at(_ s: Double) -> AtEnergy {
    AtEnergy(
      current: self, axialStrength: axialCoupling * overall(s, axialWeights), scalarStrength: scalarCoupling * overall(s, scalarWeights),
      rhoStrength: rhoCoupling * difference(rho(s), rhoPrime(s)), a1WidthFactor: a1Width / a1WidthShape(a1Mass * a1Mass))
  }

  /// g(s) of the a1 width, eq. (A.17).
  private func a1WidthShape(_ s: Double) -> Double {
    if s > a1Shape[0] { return a1Shape[1] * s + a1Shape[2] + a1Shape[3] / s + a1Shape[4] / (s * s) }
    let y = max(0, s - 2.25 * open)
    return a1Shape[5] * y * y * y * (1 + a1Shape[6] * y + a1Shape[7] * y * y)
  }

  /// s-wave width, eq. (A.21).
  private func f0(_ s: Double) -> Complex {
    let squared = f0Mass * f0Mass
    return fixedWidthPropagator(s, mass: f0Mass, width: f0Width * max(0, squared / s * (s - open) / (squared - open)).squareRoot())
  }

  /// BW_rho/m^2 - BW_rho'/m'^2, eq. (A.10), in 1/GeV^2.
  private func difference(_ first: Complex, _ second: Complex) -> Complex {
    (1 / (rho.mass * rho.mass)) * first - (1 / (rhoPrime.mass * rhoPrime.mass)) * second
  }

  /// The currents with everything that depends on s alone worked out.
  struct AtEnergy {
    fileprivate let current: FourPionCurrent
    fileprivate let axialStrength, scalarStrength, rhoStrength: Complex
    fileprivate let a1WidthFactor: Double

    /// -J.J* of pi+ pi- pi+ pi- with momenta in the order (+, -, +, -), in 1/GeV^2: the isospin sum over the four assignments, eq. (3).
    func allCharged() -> (FourPionKinematics) -> Double {
      squaredCurrent([(2, 3, 0, 1), (0, 3, 2, 1), (2, 1, 0, 3), (0, 1, 2, 3)])
    }

    /// -J.J* of pi0 pi0 pi+ pi-, momenta in this order, in 1/GeV^2.
    func twoNeutral() -> (FourPionKinematics) -> Double { squaredCurrent([(0, 1, 2, 3)]) }

    /// The memory for the propagators is used again for every phase-space point.
    private func squaredCurrent(_ assignments: [(Int, Int, Int, Int)]) -> (FourPionKinematics) -> Double {
      var propagators = Propagators(self)
      return { k in
        propagators.load(k, self)
        var sum = MomentumSum()
        for (i, j, p, m) in assignments { sum.add(k, propagators, i, j, p, m) }
        return sum.squaredNorm(k)
      }
    }
  }

  /// The propagators of every pair (at 4 i + j) and triple of one phase-space point, with the couplings.
  private struct Propagators {
    var b = [Complex](repeating: .zero, count: 16)
    var double = [Complex](repeating: .zero, count: 16)
    var scalar = [Complex](repeating: .zero, count: 16)
    var axial = [Complex](repeating: .zero, count: 4)
    let rhoStrength: Complex
    private var t = [Complex](repeating: .zero, count: 16)
    private var f0 = [Complex](repeating: .zero, count: 16)

    init(_ energy: AtEnergy) { rhoStrength = energy.rhoStrength }

    mutating func load(_ k: FourPionKinematics, _ energy: AtEnergy) {
      let current = energy.current
      for i in 0..<4 {
        let triple = k.triples[i]
        axial[i] = energy.axialStrength * fixedWidthPropagator(triple, mass: current.a1Mass, width: energy.a1WidthFactor * current.a1WidthShape(triple))
        for j in (i + 1)..<4 {
          let (pair, mirror) = (4 * i + j, 4 * j + i)
          let s = k.pairs[pair]
          let (rho, prime, second) = (current.rho(s), current.rhoPrime(s), current.rhoSecond(s))
          b[pair] = (1 / (1 + current.weightB)) * (rho + current.weightB * prime)
          b[mirror] = b[pair]
          double[pair] = current.difference(rho, prime)
          double[mirror] = double[pair]
          t[pair] = (1 / (1 + current.weightT1 + current.weightT2)) * (rho + current.weightT1 * prime + current.weightT2 * second)
          f0[pair] = energy.scalarStrength * current.f0(s)
        }
      }
      // T of one pair times f0 of the other two, eq. (A.4), stored under the pair of T; (0,1)-(2,3), (0,2)-(1,3), (0,3)-(1,2).
      for (pair, other) in [(1, 11), (2, 7), (3, 6)] {
        scalar[pair] = t[pair] * f0[other]
        scalar[other] = t[other] * f0[pair]
      }
      for (pair, mirror) in [(1, 4), (2, 8), (3, 12), (6, 9), (7, 13), (11, 14)] { scalar[mirror] = scalar[pair] }
    }
  }

  /// A current as a complex combination of the four momenta.
  private struct MomentumSum {
    private var real = SIMD4<Double>()
    private var imaginary = SIMD4<Double>()

    private mutating func add(_ index: Int, _ value: Complex) {
      real[index] += value.real
      imaginary[index] += value.imaginary
    }

    /// -J.J* = sum a_i a_j* qvec_i.qvec_j.
    func squaredNorm(_ k: FourPionKinematics) -> Double {
      var sum = 0.0
      for i in 0..<4 { for j in 0..<4 { sum += (real[i] * real[j] + imaginary[i] * imaginary[j]) * k.products[4 * i + j] } }
      return sum
    }

    /// Adds the current of two neutral pions (i, j) and a charged pair (p, m), eqs. (A.2)-(A.9).
    mutating func add(_ k: FourPionKinematics, _ pairs: Propagators, _ i: Int, _ j: Int, _ p: Int, _ m: Int) {
      addAxial(k, pairs, 1, p, j, i, m)
      addAxial(k, pairs, 1, p, i, j, m)
      addAxial(k, pairs, -1, m, j, i, p)
      addAxial(k, pairs, -1, m, i, j, p)
      add(p, pairs.scalar[4 * p + m])
      add(m, -1 * pairs.scalar[4 * p + m])
      addRho(k, pairs, 1, i, j, p, m)
      addRho(k, pairs, 1, m, i, j, p)
      addRho(k, pairs, -1, i, j, m, p)
      addRho(k, pairs, -1, p, i, j, m)
      addRho(k, pairs, 1, j, i, p, m)
      addRho(k, pairs, 1, m, j, i, p)
      addRho(k, pairs, -1, j, i, m, p)
      addRho(k, pairs, -1, p, j, i, m)
    }

    /// Eq. (A.3): a1 (from all but q1) into q2 and rho(q3 q4).
    private mutating func addAxial(_ k: FourPionKinematics, _ pairs: Propagators, _ sign: Double, _ q1: Int, _ q2: Int, _ q3: Int, _ q4: Int) {
      let amplitude = sign * (pairs.axial[q1] * pairs.b[4 * q3 + q4])
      add(q3, amplitude)
      add(q4, -1 * amplitude)
      add(q1, ((k.dot(q2, q3) - k.dot(q2, q4)) / k.triples[q1]) * amplitude)
    }

    /// Eq. (A.9).
    private mutating func addRho(_ k: FourPionKinematics, _ pairs: Propagators, _ sign: Double, _ q1: Int, _ q2: Int, _ q3: Int, _ q4: Int) {
      // (q1 + q2 + 3 q3 + q4).(q2 - q4) = (Q + 2 q3).(q2 - q4).
      let product = k.energy * (k.energies[q2] - k.energies[q4]) + 2 * (k.dot(q3, q2) - k.dot(q3, q4))
      add(q1, sign * (pairs.rhoStrength * pairs.double[4 * q1 + q3] * (product * pairs.double[4 * q2 + q4] + Complex(2))))
    }
  }
}
