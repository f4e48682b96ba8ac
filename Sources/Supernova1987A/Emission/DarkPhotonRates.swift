import Foundation
import Likelihoods
import Plasma
import Units

/// Discrete choices of the emission calculation.
public struct EmissionOptions: Sendable, Hashable {
  public var soft: SoftFactor
  public var blocking: PairBlocking
  public var plasma: PlasmaResponse
  /// Whether semi-Compton scattering is counted; off only to compare with calculations without it.
  public var countsSemiCompton: Bool

  public init(soft: SoftFactor = .exponential, blocking: PairBlocking = .fermiDirac, plasma: PlasmaResponse = .electrons, countsSemiCompton: Bool = true) {
    self.soft = soft
    self.blocking = blocking
    self.plasma = plasma
    self.countsSemiCompton = countsSemiCompton
  }
}

/// Whose response makes the photon's self-energy.
public enum PlasmaResponse: String, Sendable, CaseIterable {
  case electrons
  case electronsAndProtons = "electrons-and-protons"

  public static let variant = Variant(
    "sn1987a.plasma",
    options: [
      Variant.Option(PlasmaResponse.electrons.rawValue, "photon self-energy from electrons only, as arXiv:1611.03864"),
      Variant.Option(
        PlasmaResponse.electronsAndProtons.rawValue,
        "electrons and free classical protons, 4 pi alpha n_p/m_p: 26 % of the electrons' omega_p^2 at mu_e = 240 MeV"),
    ])
}

/// A mode of the field with respect to its momentum.
public enum Polarization: Int, Sendable, CaseIterable {
  case transverse, longitudinal
  /// Number of modes.
  public var multiplicity: Double { self == .transverse ? 2 : 1 }
}

/// One mode in one place at one energy, for eps = 1 and before mixing.
public struct ModeRates: Sendable {
  /// m^2 - Re Pi in GeV^2.
  public let detuning: Double
  /// -Im Pi = omega (Gamma_abs - Gamma_prod) in GeV^2.
  public let damping: Double
  /// Gamma_prod of the unmixed mode in GeV.
  public let production: Double

  /// eps_m^2/eps^2 = m^4/[(m^2 - Re Pi)^2 + (Im Pi)^2].
  package func mixing(_ mass: Double) -> Double {
    let m2 = mass * mass
    return m2 / (detuning * detuning + damping * damping) * m2
  }
}

/// All rates of a dark photon of one mass on a grid.
struct DarkPhotonRates {
  let mass: Double
  let options: EmissionOptions
  private let electrons, muons: LeptonPairs

  init(mass: Double, options: EmissionOptions) {
    self.mass = mass
    self.options = options
    electrons = LeptonPairs(mass: mass, leptonMass: NaturalUnits.electronMass, blocking: options.blocking)
    muons = LeptonPairs(mass: mass, leptonMass: PhysicalConstants.muonMass.value, blocking: options.blocking)
  }

  /// Transverse and longitudinal mode at boundary `index` of `grid` for a momentum in GeV; all contributions to the same self-energy.
  func modes(_ grid: StellarGrid, _ index: Int, energy: Double, momentum: Double) -> (transverse: ModeRates, longitudinal: ModeRates) {
    let layer = grid.layers[index]
    let temperature = layer.temperature
    let m2 = mass * mass
    let projection = m2 / (energy * energy)
    var scattering = grid.bremsstrahlung[index].absorption(energy: energy, temperature: temperature, soft: options.soft)
    if options.countsSemiCompton { scattering += grid.compton[index].absorption(energy: energy) }
    let boltzmann = exp(-energy / temperature)
    let netFraction = -expm1(-energy / temperature)
    // Muons with zero chemical potential: their number in the star is not part of a profile, and f_- f_+ does not depend on it where they are dilute.
    let pair =
      electrons.rates(energy: energy, momentum: momentum, temperature: temperature, chemicalPotential: layer.electronChemicalPotential)
      + muons.rates(energy: energy, momentum: momentum, temperature: temperature, chemicalPotential: 0)
    var selfEnergy = layer.electrons.selfEnergies(energy: energy, squaredMass: m2)
    if options.plasma == .electronsAndProtons {
      selfEnergy.transverse += layer.squaredProtonPlasmaFrequency
      selfEnergy.longitudinal += layer.squaredProtonPlasmaFrequency * projection
    }
    return (
      ModeRates(
        detuning: m2 - selfEnergy.transverse, damping: energy * (scattering * netFraction + pair.netTransverse),
        production: scattering * boltzmann + pair.productionTransverse),
      ModeRates(
        detuning: m2 - selfEnergy.longitudinal, damping: energy * (projection * scattering * netFraction + pair.netLongitudinal),
        production: projection * scattering * boltzmann + pair.productionLongitudinal)
    )
  }
}
