import Foundation
import Numerics

/// One way in which the bath makes the new particle, and by detailed balance destroys it.
public protocol ProductionProcess: Sendable {
  /// Name for output, for example `inverse decay e+ e-`.
  var name: String { get }
  /// New particles made by one event: 1 or 2. The Boltzmann equation gets particles * gamma * (1 - (n/n_eq)^particles).
  var particles: Int { get }
  /// Which temperature the reaction partners have once neutrinos are on their own.
  var contact: ThermalSpecies.Contact { get }
  /// Whether gamma was made with Maxwell-Boltzmann statistics for the new particle too: then the rate per particle is gamma/n_MB^particles, and production
  /// follows from it with the
  /// exact n_eq. It brings the rates of relativistic particles from 20 % to a few per cent of those with all statistics.
  var isClassical: Bool { get }
  /// Whether its reverse is the decay of the new particle: that slows down with time dilation.
  var isInverseDecay: Bool { get }
  /// Events per volume and time in equilibrium, gamma exp(particles m/T), GeV^4 at a temperature in GeV: the Boltzmann factor of the new particle is taken
  /// out, so that nothing
  /// underflows for T << m.
  func scaledReactionDensity(temperature: Double) -> Double
}

extension ProductionProcess {
  public var particles: Int { 1 }
  public var contact: ThermalSpecies.Contact { .electromagnetic }
  public var isClassical: Bool { false }
  public var isInverseDecay: Bool { false }
}

/// What all two-body collisions share.
enum CollisionIntegral {
  private static let rule = GaussLegendre(order: 8)

  /// gamma exp(m_out/T) in GeV^4 of a b -> c X with Maxwell-Boltzmann statistics:
  ///
  ///     gamma = T/(8 pi^3) int ds sqrt(s) K_1(sqrt(s)/T) W(s),   W = Phi_ab Phi_cX <sum |M|^2>,   Phi = 2 p/(8 pi sqrt(s))
  ///
  /// from int dPi_a dPi_b exp(-E/T) = int ds/(2 pi) sqrt(s) T K_1/(4 pi^2) Phi_ab. `subtracted` is the mass whose Boltzmann factor is taken out. Quantum
  /// statistics of the bath
  /// are left out; with the exact n_eq of X (``ProductionProcess/isClassical``) what remains is 3 % for neutrinos (docs/abundance.md) and up to 10 % for
  /// collisions with bosons at T > m.
  static func density(temperature t: Double, threshold: Double, subtracted: Double, _ w: (Double) -> Double) -> Double {
    // sqrt(s) = threshold + T k, panels in k that follow the exponential.
    var sum = 0.0
    for (low, high) in [(0.0, 1.0), (1.0, 5.0), (5.0, 14.0), (14.0, 34.0)] {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let k = 0.5 * (high + low) + 0.5 * (high - low) * node
        let energy = threshold + t * k
        let bessel = ThermalIntegral.scaledBesselK1(energy / t)
        sum += 0.5 * (high - low) * weight * 2 * energy * energy * bessel * exp(-k) * w(energy)
      }
    }
    return t * t / (8 * Double.pi * Double.pi * Double.pi) * sum * exp((subtracted - threshold) / t)
  }

  /// 2 p sqrt(s) of two masses at centre-of-mass energy sqrt(s): sqrt of the Kallen function.
  static func kallenRoot(_ energy: Double, _ a: Double, _ b: Double) -> Double {
    max(0, (energy - a - b) * (energy + a + b) * (energy - a + b) * (energy + a - b)).squareRoot()
  }
}
