import Foundation
import Numerics

/// Propagators of vector mesons, all normalised to 1 at s = 0 (up to their width there): m^2/(m^2 - s - i ...). Energies in GeV.

/// Squared velocity factor (1 - (m1+m2)^2/s)(1 - (m1-m2)^2/s) of a two-body state, zero below its threshold.
func squaredVelocity(_ s: Double, _ m1: Double, _ m2: Double) -> Double {
  let sum = m1 + m2
  let difference = m1 - m2
  guard s > sum * sum else { return 0 }
  return (1 - sum * sum / s) * (1 - difference * difference / s)
}

/// Momentum in GeV of either body in the rest frame of sqrt(s); zero below threshold.
func twoBodyMomentum(_ s: Double, _ m1: Double, _ m2: Double) -> Double { 0.5 * (s * squaredVelocity(s, m1, m2)).squareRoot() }

/// m^2/(m^2 - s - i m Gamma).
func fixedWidthPropagator(_ s: Double, mass: Double, width: Double) -> Complex {
  mass * mass / Complex(mass * mass - s, -mass * width)
}

/// m^2/(m^2 - s - i sqrt(s) Gamma).
func energyWidthPropagator(_ s: Double, mass: Double, width: Double) -> Complex {
  mass * mass / Complex(mass * mass - s, -s.squareRoot() * width)
}

/// m^2/(m^2 - s - i sqrt(s) Gamma(s)), Gamma(s) = Gamma (sqrt(s)/m) (beta/beta_m)^3: p-wave decay into two bodies.
func pWavePropagator(_ s: Double, mass: Double, width: Double, _ m1: Double, _ m2: Double) -> Complex {
  let m2ass = mass * mass
  let velocity = squaredVelocity(s, m1, m2) / squaredVelocity(m2ass, m1, m2)
  return m2ass / Complex(m2ass - s, -s / mass * width * velocity * velocity.squareRoot())
}

/// Gounaris–Sakurai propagator of a resonance that decays into two particles of equal mass (Phys. Rev. Lett. 21 (1968) 244), equal to 1 at s = 0:
/// (m^2 + H(0))/(m^2 - s + H(s) - i sqrt(s) Gamma(s)).
struct GounarisSakurai: Sendable {
  private let mass: Double
  private let width: Double
  private let daughter: Double
  private let velocityCubed: Double
  private let hatAtMass: Double
  private let slopeAtMass: Double
  private let atZero: Double

  init(mass: Double, width: Double, daughter: Double) {
    self.mass = mass
    self.width = width
    self.daughter = daughter
    let squared = mass * mass
    let v2 = 1 - 4 * daughter * daughter / squared
    let v = v2.squareRoot()
    velocityCubed = v2 * v
    let logarithm = log((1 + v) / (1 - v))
    hatAtMass = width * mass / .pi * logarithm
    // d/ds of s beta^3 ln((1+beta)/(1-beta)) at s = m^2, over beta_m^3; beta' = (1 - beta^2)/(2 s beta), d ln/d beta = 2/(1 - beta^2).
    slopeAtMass = width / (.pi * mass) * (logarithm * (1 + 1.5 * (1 - v2) / v2) + 1 / v)
    atZero = -8 * daughter * daughter / .pi * width / mass / velocityCubed - hatAtMass + squared * slopeAtMass
  }

  func callAsFunction(_ s: Double) -> Complex {
    let squared = mass * mass
    let v2 = squaredVelocity(s, daughter, daughter)
    let v = v2.squareRoot()
    let cubed = v2 * v / velocityCubed
    let hat = v > 0 ? width / (.pi * mass) * s * cubed * log((1 + v) / (1 - v)) : 0
    let realShift = hat - hatAtMass - (s - squared) * slopeAtMass
    return (squared + atZero) / Complex(squared - s + realShift, -s / mass * width * cubed)
  }
}
