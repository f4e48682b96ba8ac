import Foundation
import Numerics
import Units

/// Beta decay of a heavier or lighter neutron: the measured rate of the neutron times the ratio of phase-space integrals
/// f(Q) = Int_{m_e}^{Q} p E (Q - E)^2 F(E) dE, F = 2 pi eta/(1 - exp(-2 pi eta)), eta = alpha E/p (s-wave Coulomb factor of the proton).
///
/// Recoil is left out: an error of the order of (Q - Q_n)/m_p, 0.1 % for MeV, 14 % at the end of the validity. Capture of the electron into hydrogen, which wins
/// within some eV of the threshold, is left out.
enum NeutronBetaDecay {
  /// Mean life of the neutron in 1/GeV.
  static let lifetime = DarkSectorInputs.neutronLifetime.value * NaturalUnits.second

  /// Width in GeV of a neutron of mass `parentMass` in GeV; zero at and below m_p + m_e.
  static func width(parentMass: Double) -> Double { phaseSpace(parentMass) / (neutronPhaseSpace * lifetime) }

  private static let neutronPhaseSpace = phaseSpace(DarkSectorInputs.neutronMass.value)
  private static let rule = GaussLegendre(order: 40)

  private static func phaseSpace(_ mass: Double) -> Double {
    let electron = PhysicalConstants.electronMass.value
    let available = mass - PhysicalConstants.protonMass.value
    guard available > electron else { return 0 }
    return rule.integrate(from: 0, to: 1) { x in
      let kinetic = (available - electron) * x * x * (3 - 2 * x)
      let energy = electron + kinetic
      let momentum = (kinetic * (kinetic + 2 * electron)).squareRoot()
      // p E F written with p F = 2 pi alpha E/(1 - exp(-2 pi eta)), finite at threshold.
      let coulomb = 2 * Double.pi * PhysicalConstants.fineStructure.value * energy
      let pairFactor = coulomb / -expm1(-coulomb / momentum)
      let neutrino = available - energy
      return 6 * x * (1 - x) * (available - electron) * pairFactor * energy * neutrino * neutrino
    }
  }
}
