import Foundation
import Portals
import Units

/// How charges of a vector boson are screened by the bath: it mixes with the photon through every charged particle, x_f -> x_f + Q_f r Pi/(m^2 - Pi),
/// r = (sum x_f Q_f kappa_f^2)/(sum Q_f^2 kappa_f^2), Pi = kappa^2/2 the squared asymptotic mass of transverse photons. For a dark photon it is Q m^2/(m^2
/// - Pi).
///
/// |1 - Pi/m^2| is held at 1/2 between Pi = m^2/2 and 3 m^2/2 (T = 5.7 to 10 m), where the pole is the process ``PlasmonConversion``; 0.1 % of inverse decays
/// happen there.
struct MediumMixing: Sendable {
  private let charges: [ChargedBath.Kind: Double]
  private let mass: Double

  init(_ portal: VectorPortal, mass: Double) {
    let c = portal.charges
    charges = [
      .electron: c.electron, .muon: c.muon, .tau: c.tau, .up: c.up, .down: c.down, .strange: c.strange, .charm: c.charm, .bottom: c.bottom, .top: c.top,
      .pion: c.up - c.down, .kaon: c.up - c.strange,
    ]
    self.mass = mass
  }

  func charge(_ kind: ChargedBath.Kind) -> Double { charges[kind] ?? 0 }

  /// r at a temperature in GeV, dimensionless.
  func ratio(temperature t: Double) -> Double {
    var (mixed, electric) = (0.0, 0.0)
    for species in ChargedBath.species(temperature: t) {
      let screening = ChargedBath.screening(species, temperature: t)
      mixed += species.charge * charge(species.kind) * screening
      electric += species.charge * species.charge * screening
    }
    return electric > 0 ? mixed / electric : 0
  }

  /// Squared ratio of the charge in the medium to that in vacuum, as a function of temperature; `nil` for a charge of zero.
  func factor(charge: Double, electric: Double = -1) -> (@Sendable (Double) -> Double)? {
    guard charge != 0 else { return nil }
    let mixing = self
    return { t in
      let pi = 0.5 * ChargedBath.debyeMassSquared(temperature: t) / (mixing.mass * mixing.mass)
      let distance = abs(1 - pi) < 0.5 ? (pi < 1 ? 0.5 : -0.5) : 1 - pi
      let screened = charge + electric * mixing.ratio(temperature: t) * pi / distance
      // Next to the pole, with the distance held, the dark photon's Q m^2/(m^2 - Pi) would be off by the numerator as well.
      return min(screened * screened / (charge * charge), 1 / (distance * distance))
    }
  }
}
