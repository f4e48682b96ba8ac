import EarlyUniverse
import Foundation
import Numerics
import Units

/// Spectra of nu_e and nu_mu,tau along a thermal history: the linearised momentum-dependent Boltzmann equation.
///
/// On comoving momenta y = p/T_c (T_c falls as 1/a and equals T_gamma at the start) f_a = (1 + r_a)/(e^y + 1) and dr_a/d ln a = (S_a + sum_b K_ab r_b)/H. Source and kernel contain
/// nu e+- -> nu e+- and nu nubar <-> e+ e- with massive electrons at T_gamma, and all collisions of neutrinos with neutrinos, with full quantum statistics. |M|^2 as in
/// arXiv:2001.04466: 128 G_F^2 [g_L^2 (12)(34) + g_R^2 (14)(23) - g_L g_R m_e^2 (13)] for scattering on electrons, 128 G_F^2 [g_L^2 (14)(23) + g_R^2 (13)(24)
/// + g_L g_R m_e^2 (12)] for annihilation, 32 G_F^2 times 2 (12)(34) + 4 (14)(23) within a flavour, (12)(34) + (14)(23) between two, (14)(23) for conversion of pairs.
/// Oscillations: averaged, adiabatic, in vacuum (distributions live in the mass basis, collisions in the flavour basis), mu and tau alike.
/// Second order in r (below 1e-4 of the rates) and the temperature's response to r beyond the history's own are left out.
public struct NeutrinoSpectra: Sendable {
  /// Occupations at one time.
  public struct Epoch: Sendable, Hashable {
    /// MeV.
    public let photonTemperature: Double
    /// Temperatures of Fermi-Dirac spectra with the same energy density, in MeV.
    public let electronNeutrinoTemperature: Double
    public let muonNeutrinoTemperature: Double
    /// Deviation f/f_FD - 1 of the electron neutrinos from that spectrum, at ``momenta``.
    public let distortion: [Double]
    /// E/T_nu of the electron neutrinos where ``distortion`` is given.
    public let momenta: [Double]
  }

  public private(set) var epochs: [Epoch] = []

  private let count: Int
  private let y: [Double]
  private let weights: [Double]
  private let equilibrium: [Double]
  /// 32 G_F^2/(64 pi^3) in MeV^-4.
  private static let strength = pow(EarlyUniverseInputs.fermiConstant.value, 2) / (2 * pow(Double.pi, 3))

  /// - Parameters:
  ///   - history: gives T_gamma and H.
  ///   - count: number of momenta.
  ///   - step: in ln a.
  ///   - start: photon temperature in MeV where all neutrinos are in equilibrium.
  /// - Throws: ``NucleosynthesisError/history(reason:)`` when the history does not cover `start` to 0.05 MeV.
  public init(_ history: ThermalHistory, count: Int = 24, step: Double = 0.1, start: Double = 6) throws {
    self.count = count
    let rule = GaussLegendre(order: count).mapped(from: 0, to: 1)
    // Nodes y = 20 u^(3/2): dense where the occupation is, up to 20.
    y = rule.map { 20 * pow($0.x, 1.5) }
    weights = rule.map { 30 * $0.x.squareRoot() * $0.weight }
    equilibrium = y.map { fermiDirac($0) }
    let scale = history.epochs.map { log($0.scaleFactor) }
    let temperature = try Spline("ln a T", x: scale, y: history.epochs.map { log($0.photonTemperature * $0.scaleFactor) })
    let hubble = try Spline("ln a^2 H", x: scale, y: history.epochs.map { log($0.hubbleRate * $0.scaleFactor * $0.scaleFactor) })
    guard let first = history.epochs.first, let last = history.epochs.last, first.photonTemperature > start, last.photonTemperature < 0.05 else {
      throw NucleosynthesisError.history(reason: "spectra of neutrinos need it from \(start) to 0.05 MeV")
    }
    func at(_ t: Double) throws -> Double {
      try RootFinding.brent("ln a at T = \(t) MeV", in: scale[0], scale[scale.count - 1], relative: 1e-13, absolute: 1e-12) { temperature($0) - $0 - log(t) }
    }
    let (begin, end) = (try at(start), try at(0.06))
    let steps = Int(((end - begin) / step).rounded(.up))
    let h = (end - begin) / Double(steps)
    let comoving = start * exp(begin)

    let neutrinoKernel = neutrinoCollisions()
    let mixing = Self.mixing
    let n = 2 * count
    var r = [Double](repeating: 0, count: n)
    var recorded = [epoch(r, comoving / exp(begin), exp(temperature(begin) - begin))]
    for s in 0..<steps {
      let middle = begin + (Double(s) + 0.5) * h
      let photon = exp(temperature(middle) - middle)
      let frame = comoving / exp(middle)
      var (kernel, source) = electronCollisions(mass: EarlyUniverseInputs.electronMass / frame, ratio: photon / frame)
      // Collisions per ln a: (T_c^5 G_F^2) in MeV over H.
      let perScale = Self.strength * pow(frame, 5) / (exp(hubble(middle) - 2 * middle) * EarlyUniverseInputs.hbar)
      for i in kernel.indices { kernel[i] = perScale * (kernel[i] + neutrinoKernel[i]) }
      for i in source.indices { source[i] *= perScale }
      r = Self.advance(r, kernel, source, mixing, h)
      let now = middle + 0.5 * h
      recorded.append(epoch(r, comoving / exp(now), exp(temperature(now) - now)))
    }
    epochs = recorded
  }

  /// One L-stable implicit Euler step extrapolated once (order 2): r' = M (K r + S), M mixing the flavours' collision terms.
  private static func advance(_ r: [Double], _ kernel: [Double], _ source: [Double], _ mixing: [[Double]], _ h: Double) -> [Double] {
    let n = r.count
    let half = n / 2
    var (k, s) = (kernel, source)
    for i in 0..<half {
      for j in 0..<n {
        let (e, x) = (kernel[i * n + j], kernel[(i + half) * n + j])
        k[i * n + j] = mixing[0][0] * e + mixing[0][1] * x
        k[(i + half) * n + j] = mixing[1][0] * e + mixing[1][1] * x
      }
      s[i] = mixing[0][0] * source[i] + mixing[0][1] * source[i + half]
      s[i + half] = mixing[1][0] * source[i] + mixing[1][1] * source[i + half]
    }
    func implicit(_ from: [Double], _ step: Double, _ times: Int) -> [Double] {
      var matrix = k.map { -step * $0 }
      for i in 0..<n { matrix[i * n + i] += 1 }
      var now = from
      matrix.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress, DenseLU.factorise(base, n) else { return }
        for _ in 0..<times {
          for i in 0..<n { now[i] += step * s[i] }
          now.withUnsafeMutableBufferPointer { if let b = $0.baseAddress { DenseLU.solve(base, n, b) } }
        }
      }
      return now
    }
    return zip(implicit(r, h / 2, 2), implicit(r, h, 1)).map { 2 * $0 - $1 }
  }

  /// How the collision terms of nu_e and nu_x (each of mu and tau) change r_e and r_x: sum_i |U_ai|^2 |U_bi|^2.
  private static var mixing: [[Double]] {
    let (solar, reactor) = (EarlyUniverseInputs.solarAngle.value, EarlyUniverseInputs.reactorAngle.value)
    let e = [(1 - solar) * (1 - reactor), solar * (1 - reactor), reactor]
    let x = e.map { (1 - $0) / 2 }
    let product = { (a: [Double], b: [Double]) in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    return [[product(e, e), 2 * product(e, x)], [product(x, e), 2 * product(x, x)]]
  }

  private func epoch(_ r: [Double], _ frame: Double, _ photon: Double) -> Epoch {
    func ratio(_ part: ArraySlice<Double>) -> Double {
      var (energy, reference) = (0.0, 0.0)
      for (i, value) in part.enumerated() {
        let w = weights[i] * y[i] * y[i] * y[i] * equilibrium[i]
        energy += w * (1 + value)
        reference += w
      }
      return (energy / reference).squareRoot().squareRoot()
    }
    let (e, x) = (ratio(r[0..<count]), ratio(r[count...]))
    let distortion = (0..<count).map { equilibrium[$0] * (1 + r[$0]) / fermiDirac(y[$0] / e) - 1 }
    return Epoch(
      photonTemperature: photon, electronNeutrinoTemperature: e * frame, muonNeutrinoTemperature: x * frame, distortion: distortion, momenta: y.map { $0 / e })
  }
}

extension NeutrinoSpectra {
  /// Source and kernel of collisions with electrons, at m_e/T_c and T_gamma/T_c: rows and columns nu_e then nu_x.
  private func electronCollisions(mass m: Double, ratio z: Double) -> (kernel: [Double], source: [Double]) {
    let n = 2 * count
    var (kernel, source) = ([Double](repeating: 0, count: n * n), [Double](repeating: 0, count: n))
    let stretch = 1.15 * max(z, 1)
    let momenta = y.map { $0 * stretch }
    let energies = momenta.map { ($0 * $0 + m * m).squareRoot() }
    let occupations = energies.map { fermiDirac($0 / z) }
    let couplings = [
      (EarlyUniverseInputs.leftCouplingElectron.value, EarlyUniverseInputs.rightCouplingElectron.value),
      (EarlyUniverseInputs.leftCouplingMuon.value, EarlyUniverseInputs.rightCouplingMuon.value),
    ]
    for i in 0..<count {
      let (y1, f1) = (y[i], equilibrium[i])
      for j in 0..<count {
        for k in 0..<count {
          // nu(1) e(2) -> nu(3) e(4), electrons and positrons together.
          let weight = 4 * weights[j] * weights[k] * stretch / (y1 * y1 * f1)
          let scattered = y1 + energies[j] - y[k]
          if scattered > m {
            let (e2, e4, y3) = (energies[j], scattered, y[k])
            let d = CollisionFunctions(y1, momenta[j], y3, (e4 * e4 - m * m).squareRoot())
            let squares = 2 * d.none * y1 * e2 * y3 * e4 + d.d12 * y3 * e4 + d.d34 * y1 * e2 - d.d14 * e2 * y3 - d.d23 * y1 * e4 + 2 * d.all
            let product = -2 * m * m * (y1 * y3 * d.none - d.d13)
            let (f2, f3, f4) = (occupations[j], equilibrium[k], fermiDirac(e4 / z))
            let balance = f3 * f4 * (1 - f1) * (1 - f2) - f1 * f2 * (1 - f3) * (1 - f4)
            let by1 = -(f3 * f4 * (1 - f2) + f2 * (1 - f3) * (1 - f4)) * f1
            let by3 = (f4 * (1 - f1) * (1 - f2) + f1 * f2 * (1 - f4)) * f3
            for (a, (left, right)) in couplings.enumerated() {
              let strength = weight * momenta[j] / e2 * (squares * (left * left + right * right) + product * left * right)
              let row = a * count + i
              source[row] += strength * balance
              kernel[row * n + row] += strength * by1
              kernel[row * n + a * count + k] += strength * by3
            }
          }
          // nu(1) nubar(2) -> e-(3) e+(4).
          let produced = y1 + y[j] - energies[k]
          if produced > m {
            let (y2, e3, e4) = (y[j], energies[k], produced)
            let d = CollisionFunctions(y1, y2, momenta[k], (e4 * e4 - m * m).squareRoot())
            let common = d.none * y1 * y2 * e3 * e4 + d.all
            let (left2, right2) = (common - d.d14 * y2 * e3 - d.d23 * y1 * e4, common - d.d13 * y2 * e4 - d.d24 * y1 * e3)
            let product = m * m * (y1 * y2 * d.none + d.d12)
            let (f2, f3, f4) = (equilibrium[j], occupations[k], fermiDirac(e4 / z))
            let balance = f3 * f4 * (1 - f1) * (1 - f2) - f1 * f2 * (1 - f3) * (1 - f4)
            let by1 = -(f3 * f4 * (1 - f2) + f2 * (1 - f3) * (1 - f4)) * f1
            let by2 = -(f3 * f4 * (1 - f1) + f1 * (1 - f3) * (1 - f4)) * f2
            for (a, (left, right)) in couplings.enumerated() {
              let strength = weight * momenta[k] / e3 * (left2 * left * left + right2 * right * right + product * left * right)
              let row = a * count + i
              source[row] += strength * balance
              kernel[row * n + row] += strength * by1
              kernel[row * n + a * count + j] += strength * by2
            }
          }
        }
      }
    }
    return (kernel, source)
  }

  /// Kernel of collisions of neutrinos with neutrinos; in comoving units it never changes.
  private func neutrinoCollisions() -> [Double] {
    let n = 2 * count
    var kernel = [Double](repeating: 0, count: n * n)
    for i in 0..<count {
      let (y1, f1) = (y[i], equilibrium[i])
      for j in 0..<count {
        for k in 0..<count {
          let (y2, y3, y4) = (y[j], y[k], y[i] + y[j] - y[k])
          guard y4 > 0 else { continue }
          let d = CollisionFunctions(y1, y2, y3, y4)
          let common = d.none * y1 * y2 * y3 * y4 + d.all
          let weight = weights[j] * weights[k] / (y1 * y1 * f1)
          let straight = weight * (common + d.d12 * y3 * y4 + d.d34 * y1 * y2)
          let crossed = weight * (common - d.d14 * y2 * y3 - d.d23 * y1 * y4)
          let (f2, f3, f4) = (equilibrium[j], equilibrium[k], fermiDirac(y4))
          let by1 = -(f3 * f4 * (1 - f2) + f2 * (1 - f3) * (1 - f4)) * f1
          let by2 = -(f3 * f4 * (1 - f1) + f1 * (1 - f3) * (1 - f4)) * f2
          let by3 = (f4 * (1 - f1) * (1 - f2) + f1 * f2 * (1 - f4)) * f3
          let by4 = (f3 * (1 - f1) * (1 - f2) + f1 * f2 * (1 - f3)) * f4
          let (low, fraction) = bracket(y4)
          // strength; flavours of 1, 2, 3, 4 with 0 for e and 1 for x.
          let processes: [(Double, Int, Int, Int, Int)] = [
            (2 * straight + 4 * crossed, 0, 0, 0, 0), (2 * (straight + crossed), 0, 1, 0, 1), (2 * crossed, 0, 0, 1, 1),
            (3 * straight + 6 * crossed, 1, 1, 1, 1), (straight + crossed, 1, 0, 1, 0), (crossed, 1, 1, 0, 0),
          ]
          for (strength, a, b, c, e) in processes {
            let row = (a * count + i) * n
            kernel[row + a * count + i] += strength * by1
            kernel[row + b * count + j] += strength * by2
            kernel[row + c * count + k] += strength * by3
            kernel[row + e * count + low] += strength * by4 * (1 - fraction)
            kernel[row + e * count + low + 1] += strength * by4 * fraction
          }
        }
      }
    }
    return kernel
  }

  /// The node below `value` and how far it lies towards the next; extrapolated linearly beyond the ends.
  private func bracket(_ value: Double) -> (low: Int, fraction: Double) {
    var low = 0
    while low < count - 2, y[low + 1] < value { low += 1 }
    return (low, (value - y[low]) / (y[low + 1] - y[low]))
  }
}
