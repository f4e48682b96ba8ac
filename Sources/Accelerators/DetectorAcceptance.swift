import Foundation
import Numerics
import Units

/// The probability that a decay X -> e+ e- at a given distance before the detector counts as an event.
///
/// The boson's direction is Gaussian around the beam with mean square angle V; the leptons share its energy as y : 1-y, y uniform on [(1-beta)/2, (1+beta)/2] (isotropic decay; a fully
/// transverse boson has y^2 + (1-y)^2 instead, which moves the accepted fraction by less than 10 %), and leave it on opposite sides at pT/(yE) and pT/((1-y)E),
/// pT^2 = m^2 y (1-y) - m_e^2. What reaches the disc of the detector's area is asked of each lepton: see ``BeamDumpDetector/Trigger``.
package struct DetectorAcceptance: Sendable {
  let mass: Double
  let radius: Double
  let energyCut: Double
  let trigger: BeamDumpDetector.Trigger
  /// From the dump to the detector, in m.
  let distance: Double

  package init(mass: Double, radius: Double, energyCut: Double, trigger: BeamDumpDetector.Trigger, distance: Double) {
    self.mass = mass
    self.radius = radius
    self.energyCut = energyCut
    self.trigger = trigger
    self.distance = distance
  }

  private static let shareRule = GaussLegendre(order: 5)
  private static let planeRule = GaussLegendre(order: 16)

  /// - Parameters:
  ///   - energy: of the boson, in GeV.
  ///   - variance: mean square angle of the boson, in rad^2.
  ///   - remaining: from the decay to the detector, in m.
  package func probability(energy: Double, variance: Double, remaining: Double) -> Double {
    guard energy > energyCut, energy > mass else { return 0 }
    let beta = (1 - mass * mass / (energy * energy)).squareRoot()
    let electronMass = NaturalUnits.electronMass
    let threshold = 4 * electronMass * electronMass / (mass * mass)
    guard threshold < 1 else { return 0 }
    let reach = beta * (1 - threshold).squareRoot()
    let cut = energyCut / energy
    let spread = distance * variance.squareRoot()
    let (low, high) = (0.5 * (1 - reach), 0.5 * (1 + reach))
    switch trigger {
    case .positron:
      let from = max(low, cut)
      guard from < high else { return 0 }
      let sum = Self.shareRule.integrate(from: from, to: high) { y in hit(offset(y, energy, remaining), spread) }
      return sum / reach
    case .showerEnergy:
      // By symmetry the faster lepton has y > 1/2; the pieces end where a lepton alone comes to pass the cut.
      let ends = [0.5, min(high, max(0.5, cut)), min(high, max(0.5, 1 - cut)), high].sorted()
      var sum = 0.0
      for (from, to) in zip(ends, ends.dropFirst()) where to > from {
        let fastAlone = 0.5 * (from + to) > cut
        let slowAlone = 1 - 0.5 * (from + to) > cut
        sum += Self.shareRule.integrate(from: from, to: to) { y in
          let fast = offset(y, energy, remaining)
          let slow = offset(1 - y, energy, remaining)
          let both = hitByBoth(fast, slow, spread)
          return (fastAlone ? hit(fast, spread) - both : 0) + (slowAlone ? hit(slow, spread) - both : 0) + both
        }
      }
      return 2 * sum / reach
    }
  }

  /// Distance in m by which a lepton with the share y misses the boson's point on the detector.
  private func offset(_ y: Double, _ energy: Double, _ remaining: Double) -> Double {
    let transverse2 = mass * mass * y * (1 - y) - NaturalUnits.electronMass * NaturalUnits.electronMass
    return remaining * max(0, transverse2).squareRoot() / (y * energy)
  }

  /// Probability that a point `offset` away from a Gaussian of mean square radius `spread`^2 lies in the disc.
  private func hit(_ offset: Double, _ spread: Double) -> Double {
    if offset < 1e-2 * max(radius, spread) { return -expm1(-radius * radius / (spread * spread)) }
    return integrate(center: offset, from: -radius, to: radius, spread) { x in radius * radius - x * x }
  }

  /// Probability that both points, on opposite sides of the boson's, lie in the disc.
  private func hitByBoth(_ first: Double, _ second: Double, _ spread: Double) -> Double {
    if first + second < 1e-2 * max(radius, spread) { return -expm1(-radius * radius / (spread * spread)) }
    guard first + second < 2 * radius else { return 0 }
    return integrate(center: 0, from: second - radius, to: radius - first, spread) { x in
      let (a, b) = (x + first, x - second)
      return radius * radius - max(a * a, b * b)
    }
  }

  /// Integral of the Gaussian, its centre at x = -center, over the region |y|^2 < halfHeight2(x).
  private func integrate(center: Double, from low: Double, to high: Double, _ spread: Double, _ halfHeight2: (Double) -> Double) -> Double {
    let from = max(low, center - 5 * spread)
    let to = min(high, center + 5 * spread)
    guard from < to else { return 0 }
    return Self.planeRule.integrate(from: from, to: to) { x in
      let u = (x - center) / spread
      return exp(-u * u) * erf(max(0, halfHeight2(x)).squareRoot() / spread)
    } / (spread * Double.pi.squareRoot())
  }
}
