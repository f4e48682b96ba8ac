import Foundation
import Units

/// Electrically charged particles of the bath at one temperature: leptons, and pions and kaons below the QCD crossover or quarks above.
enum ChargedBath {
  struct Species: Sendable {
    /// GeV.
    let mass: Double
    let statistics: QuantumStatistics
    /// States with antiparticles over four, times colours: one for a charged lepton, 1/2 for a charged meson, three for a quark.
    let multiplicity: Double
    let charge: Double
    let kind: Kind
  }

  enum Kind: Hashable {
    case electron, muon, tau, up, down, strange, charm, bottom, top, pion, kaon
  }

  static let leptons = [
    Species(mass: PhysicalConstants.electronMass.value, statistics: .fermion, multiplicity: 1, charge: -1, kind: .electron),
    Species(mass: PhysicalConstants.muonMass.value, statistics: .fermion, multiplicity: 1, charge: -1, kind: .muon),
    Species(mass: PhysicalConstants.tauMass.value, statistics: .fermion, multiplicity: 1, charge: -1, kind: .tau),
  ]
  static let quarks = [
    Species(mass: 0, statistics: .fermion, multiplicity: 3, charge: 2.0 / 3, kind: .up),
    Species(mass: 0, statistics: .fermion, multiplicity: 3, charge: -1.0 / 3, kind: .down),
    Species(mass: AbundanceInputs.strange.value, statistics: .fermion, multiplicity: 3, charge: -1.0 / 3, kind: .strange),
    Species(mass: AbundanceInputs.charm.value, statistics: .fermion, multiplicity: 3, charge: 2.0 / 3, kind: .charm),
    Species(mass: AbundanceInputs.bottom.value, statistics: .fermion, multiplicity: 3, charge: -1.0 / 3, kind: .bottom),
    Species(mass: AbundanceInputs.top.value, statistics: .fermion, multiplicity: 3, charge: 2.0 / 3, kind: .top),
  ]
  static let mesons = [
    Species(mass: PhysicalConstants.chargedPionMass.value, statistics: .boson, multiplicity: 0.5, charge: 1, kind: .pion),
    Species(mass: AbundanceInputs.chargedKaon.value, statistics: .boson, multiplicity: 0.5, charge: 1, kind: .kaon),
  ]

  /// Those present at a temperature in GeV; the change at the crossover is sudden.
  static func species(temperature: Double) -> [Species] { leptons + (temperature < AbundanceInputs.crossover.value ? mesons : quarks) }

  /// kappa^2/(e^2 Q^2) in GeV^2 of one species: (1/T) int d^3p/(2 pi)^3 f (1 -+ f) over all states; T^2/3 for a massless Dirac fermion.
  static func screening(_ species: Species, temperature t: Double) -> Double {
    let x = species.mass / t
    let sign = species.statistics == .fermion ? 1.0 : -1.0
    let factor = exp(-x)
    // Bosons of mass below T would need more care; pions and kaons are heavier.
    let integral = ThermalIntegral.overEnergies(x, species.statistics) { e, p, occupation in e * p * occupation * (1 - sign * occupation * factor) }
    return 4 * species.multiplicity / (2 * Double.pi * Double.pi) * t * t * integral * factor
  }

  /// Debye mass squared kappa^2 in GeV^2, and omega_p^2 = kappa^2/3, which holds for relativistic charges (5 % low at T = m_e/2, where pairs are slow).
  static func debyeMassSquared(temperature t: Double) -> Double {
    let e2 = NaturalUnits.electricCharge * NaturalUnits.electricCharge
    return species(temperature: t).reduce(0) { $0 + e2 * $1.charge * $1.charge * screening($1, temperature: t) }
  }
}
