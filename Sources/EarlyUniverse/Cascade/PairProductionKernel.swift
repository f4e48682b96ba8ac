import Foundation
import Numerics

/// Pair production of photons on a black body, gamma gamma_b -> e+ e-.
///
/// Rate (astro-ph/9412055 eq. 27, with the lower limit m_e^2/E): with u the target's energy over T and v = m_e^2/(E T),
///
///     Gamma = (alpha^2 m_e^2 T/(pi E^2)) int_v du g(u/v)/(e^u - 1),   g(tau) = int_1^tau dt t s(t),   s the Breit-Wheeler cross section over pi r_e^2/2 at s = 4 m_e^2 t
///
/// Spectrum of one lepton (F. A. Agaronyan, A. M. Atoyan & A. M. Nagapetyan, Astrophysics 19 (1983) 187) for targets small against E, with y = E^2/(E_e (E - E_e)):
///
///     dGamma/dE_e = alpha^2 m_e^2 T/(4 pi E^3) [ y B_1(v y/4) + y^2 B_2(v y/4) ]
///     B_1(v) = int_v du (4 ln r + 4/r - 2 - 2r)/(e^u - 1),   B_2(v) = int_v du (r - 1)/(e^u - 1),   r = u/v
package struct PairProductionKernel: Sendable {
  private static let range = (lower: log(1e-4), upper: log(300.0))
  /// ln of two integrals times e^v, the rate's and B_2, and the ratio -B_1/B_2.
  private let table: HermiteTable
  private static let coupling =
    EarlyUniverseInputs.alpha * EarlyUniverseInputs.alpha * EarlyUniverseInputs.electronMass * EarlyUniverseInputs.electronMass / Double.pi
  private static let instance = PairProductionKernel()

  /// The shared table, computed at first use in about 10 ms.
  package static var shared: PairProductionKernel { instance }

  private init() {
    let crossSection = Self.integratedCrossSection()
    let rule = GaussLegendre(order: 60)
    table = HermiteTable(from: Self.range.lower, to: Self.range.upper, count: 300) { w in
      let v = exp(w)
      var (rate, first, second) = (0.0, 0.0, 0.0)
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let s = 0.5 * (1 + node)
        // The excess u - v from far below v to the tail of the black body.
        let excess = 50 * s * s * s * s
        let u = v + excess
        let r = u / v
        let d = excess / v
        let bose = 0.5 * weight * 200 * s * s * s * exp(-excess) / (1 - exp(-u))
        rate += bose * crossSection(r)
        // -(4 ln r + 4/r - 2 - 2r) = 2d - 4 (ln(1 + d) - d/(1 + d)).
        first += bose * (2 * d - 4 * (log1p(d) - d / (1 + d)))
        second += bose * d
      }
      return [log(rate), first / second, log(second)]
    }
  }

  /// g(tau) by quadrature in the velocity, tabulated in ln(tau - 1).
  private static func integratedCrossSection() -> (Double) -> Double {
    let rule = GaussLegendre(order: 8)
    // t = 1/(1 - beta^2), dt = 2 beta t^2 d beta.
    func integrand(_ t: Double) -> Double {
      let beta2 = max(0, 1 - 1 / t)
      let beta = beta2.squareRoot()
      let l = 2 * log((1 + beta) * t.squareRoot())
      return (3 - beta2 * beta2) * l - 2 * beta * (2 - beta2)
    }
    let count = 260
    let (low, high) = (log(1e-8), log(1e7))
    let step = (high - low) / Double(count)
    var values = [0.0]
    // Below the table g = (8/3)... (t - 1)^(3/2): the integrand starts as 2 beta.
    values[0] = 4.0 / 3 * pow(exp(low), 1.5)
    for i in 0..<count {
      let from = low + Double(i) * step
      values.append(values[i] + rule.integrate(from: from, to: from + step) { x in exp(x) * integrand(1 + exp(x)) })
    }
    let logs = values.map { log($0) }
    return { tau in
      guard tau > 1 + 1e-8 else { return 4.0 / 3 * pow(max(tau - 1, 0), 1.5) }
      let x = min((log(tau - 1) - low) / step, Double(count))
      let cell = min(max(Int(x), 1), count - 2)
      let u = x - Double(cell)
      // Cubic through four points.
      let (a, b, c, d) = (logs[cell - 1], logs[cell], logs[cell + 1], logs[cell + 2])
      return exp(
        b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a))))
    }
  }

  /// Rate in MeV of a photon of this energy.
  package func rate(energy: Double, temperature: Double) -> Double {
    let v = EarlyUniverseInputs.electronMass * EarlyUniverseInputs.electronMass / (energy * temperature)
    let w = log(v)
    guard w < Self.range.upper else { return 0 }
    return Self.coupling * temperature / (energy * energy) * exp(table.value(table.locate(w), 0) - v)
  }

  /// dGamma/dE_e of one of the leptons, dimensionless; zero where one of them would have less than its mass.
  package func spectrum(lepton: Double, energy: Double, temperature: Double) -> Double {
    guard min(lepton, energy - lepton) > EarlyUniverseInputs.electronMass else { return 0 }
    return spectrum(Sharing(fraction: lepton / energy), of: Photon(energy: energy, temperature: temperature))
  }

  /// How the leptons share the energy.
  struct Sharing {
    /// E^2/(E_e (E - E_e)), and its logarithm.
    fileprivate let y: Double
    fileprivate let logarithm: Double

    /// - Parameter fraction: of the energy, between 0 and 1.
    init(fraction: Double) {
      y = 1 / (fraction * (1 - fraction))
      logarithm = log(y)
    }
  }

  /// A photon at a temperature.
  struct Photon {
    /// v y/4 over y, and its logarithm.
    fileprivate let threshold: Double
    fileprivate let logarithm: Double
    fileprivate let scale: Double

    init(energy: Double, temperature: Double) {
      let mass = EarlyUniverseInputs.electronMass
      threshold = mass * mass / (4 * energy * temperature)
      logarithm = log(threshold)
      scale = PairProductionKernel.coupling * temperature / (4 * energy * energy * energy)
    }
  }

  func spectrum(_ sharing: Sharing, of photon: Photon) -> Double {
    let w = photon.logarithm + sharing.logarithm
    guard w < Self.range.upper else { return 0 }
    let at = table.locate(w)
    let bracket = max(0, sharing.y - table.value(at, 1))
    return photon.scale * sharing.y * bracket * exp(table.value(at, 2) - photon.threshold * sharing.y)
  }
}
