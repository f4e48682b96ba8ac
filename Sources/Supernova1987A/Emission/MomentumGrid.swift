import Foundation
import Numerics
import Plasma

/// Gauss–Legendre panels in ln k, with breaks where the longitudinal resonance crosses the centre and the kinks of the profile.
///
/// At masses below the plasma frequency longitudinal modes are emitted where m^2 = Re Pi_L(omega, r). In a core of nearly constant density that is a narrow range of
/// energies, which an even grid in ln k would miss or count twice; between the breaks the place of the resonance moves smoothly through the star.
struct MomentumGrid {
  /// ln k (GeV) with its weight.
  let nodes: [(logMomentum: Double, weight: Double)]

  /// From 0.5 MeV, below which phase space leaves less than 1e-5 of the luminosity, to a kinetic energy of 25 times the highest temperature.
  private static let lowestMomentum = 0.5e-3
  private static let highestKineticOverTemperature = 25.0
  /// Panels have a node for each 0.09 in ln k, and at least 8.
  private static let spacing = 0.09
  private static let fewestNodes = 8.0

  init(mass: Double, grid: StellarGrid, refinement: Double) {
    let kinetic = Self.highestKineticOverTemperature * grid.hottest
    let range = (log(Self.lowestMomentum), 0.5 * log(kinetic * (kinetic + 2 * mass)))
    var breaks = [range.0, range.1]
    for index in grid.breaks {
      if let resonance = Self.longitudinalResonance(mass: mass, electrons: grid.layers[index].electrons, in: range) { breaks.append(resonance) }
    }
    breaks.sort()
    // Resonances closer than a hundredth in ln k need no panel of their own.
    var kept = [breaks[0]]
    for point in breaks.dropFirst().dropLast() where point - kept[kept.count - 1] > 0.01 && range.1 - point > 0.01 { kept.append(point) }
    kept.append(range.1)
    nodes = zip(kept, kept.dropFirst()).flatMap { lower, upper in
      let order = Int((max(Self.fewestNodes, (upper - lower) / Self.spacing) * refinement).rounded(.up))
      return GaussLegendre(order: order).mapped(from: lower, to: upper).map { ($0.x, $0.weight) }
    }
  }

  /// ln k at which m^2 = Re Pi_L; `nil` when it is outside the range or the mass is above the plasma frequency.
  private static func longitudinalResonance(mass: Double, electrons: PhotonPolarization, in range: (Double, Double)) -> Double? {
    let m2 = mass * mass
    guard mass < electrons.plasmaFrequency else { return nil }
    return try? RootFinding.brent("longitudinal resonance", in: range.0, range.1, relative: 0, absolute: 1e-6) { logMomentum in
      1 - electrons.selfEnergies(energy: (exp(2 * logMomentum) + m2).squareRoot(), squaredMass: m2).longitudinal / m2
    }
  }
}
