import Foundation
import Numerics

/// The particle whose number is followed: mass in GeV, internal states (antiparticles counted) and statistics.
public struct RelicParticle: Sendable, Hashable {
  public let mass: Double
  public let states: Double
  public let statistics: QuantumStatistics

  public init(mass: Double, states: Double, statistics: QuantumStatistics) {
    self.mass = mass
    self.states = states
    self.statistics = statistics
  }

  /// Number density in equilibrium over exp(-m/T), GeV^3, temperature in GeV: g/(2 pi^2) int dE E p/(exp(E/T) +- 1); relative error below 1e-6.
  public func scaledDensity(temperature t: Double) -> Double {
    states / (2 * Double.pi * Double.pi) * t * t * t * ThermalIntegral.overEnergies(mass / t, statistics) { e, p, occupation in e * p * occupation }
  }

  /// The same with Maxwell-Boltzmann statistics: g m^2 T K_2(m/T) exp(m/T)/(2 pi^2).
  public func classicalDensity(temperature t: Double) -> Double {
    states / (2 * Double.pi * Double.pi) * t * t * t * ThermalIntegral.overEnergies(mass / t, nil) { e, p, occupation in e * p * occupation }
  }

  /// Mean energy in equilibrium, GeV.
  func meanEnergy(temperature t: Double) -> Double {
    let x = mass / t
    let number = ThermalIntegral.overEnergies(x, statistics) { e, p, occupation in e * p * occupation }
    return mass + t * ThermalIntegral.overEnergies(x, statistics) { e, p, occupation in e * p * (e - x) * occupation } / number
  }

  /// Mean of m/E in equilibrium: the slowing of decays by time dilation.
  public func slowing(temperature t: Double) -> Double {
    let x = mass / t
    let number = ThermalIntegral.overEnergies(x, statistics) { e, p, occupation in e * p * occupation }
    return ThermalIntegral.overEnergies(x, statistics) { _, p, occupation in x * p * occupation } / number
  }
}

/// One-dimensional thermal integrals in units of the temperature.
enum ThermalIntegral {
  private static let rule = GaussLegendre(order: 40)
  private static let span = 42.0

  /// int_x^inf de f(e, p, n) exp(x), e = E/T, p = sqrt(e^2 - x^2), n exp(x) = exp(x - e)/(1 +- exp(-e)); exp(x - e) without statistics.
  ///
  /// With k = e - x = 42 u^3 the root at threshold and the scales k ~ x and k ~ 1 are resolved.
  static func overEnergies(_ x: Double, _ statistics: QuantumStatistics?, _ f: (Double, Double, Double) -> Double) -> Double {
    let sign = statistics.map { $0 == .fermion ? 1.0 : -1.0 } ?? 0
    var sum = 0.0
    for (node, weight) in zip(rule.nodes, rule.weights) {
      let u = 0.5 * (1 + node)
      let k = span * u * u * u
      let e = x + k
      let b = exp(-k)
      sum += 0.5 * weight * 3 * span * u * u * f(e, (k * (k + 2 * x)).squareRoot(), b / (1 + sign * b * exp(-x)))
    }
    return sum
  }

  /// K_1(z) e^z for z above 0, relative error below 1e-6: polynomials of Abramowitz and Stegun, 9.8.3, 9.8.7 and 9.8.8.
  static func scaledBesselK1(_ z: Double) -> Double {
    if z <= 2 {
      let y = z * z / 4
      let series = 1 + y * (0.15443144 + y * (-0.67278579 + y * (-0.18156897 + y * (-0.01919402 + y * (-0.00110404 - 0.00004686 * y)))))
      return exp(z) * (log(z / 2) * besselI1(z) + series / z)
    }
    let y = 2 / z
    let series = 1.25331414 + y * (0.23498619 + y * (-0.03655620 + y * (0.01504268 + y * (-0.00780353 + y * (0.00325614 - 0.00068245 * y)))))
    return series / z.squareRoot()
  }

  private static func besselI1(_ z: Double) -> Double {
    let y = z / 3.75
    let t = y * y
    return z * (0.5 + t * (0.87890594 + t * (0.51498869 + t * (0.15084934 + t * (0.02658733 + t * (0.00301532 + 0.00032411 * t))))))
  }
}
