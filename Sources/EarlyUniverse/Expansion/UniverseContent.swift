import Foundation
import Numerics
import Units

/// What the Universe contains besides photons, electrons, neutrinos, muons and pions in equilibrium.
public struct UniverseContent: Sendable, Hashable {
  /// Delta N_eff: N_eff minus that of the same content without it. Decoupled radiation rho = x (7/8) (4/11)^(4/3) (pi^2/15) (T_0/a)^4 at all times, T_0 and a = 1 today;
  /// x is slightly larger than Delta N_eff (by 1.6e-3 of it), because neutrinos decouple earlier in a faster expansion and are heated less. May be negative.
  public var extraNeutrinos = 0.0
  /// Species in equilibrium with the plasma or with the neutrinos.
  public var species: [ThermalSpecies] = []
  /// A particle that decays.
  public var decaying: DecayingSpecies?
  /// A particle that is made and destroyed by plasma and neutrinos.
  public var interacting: InteractingSpecies?
  /// A relic that annihilates; a part of the matter.
  public var annihilating: AnnihilatingSpecies?
  public var mixing = NeutrinoMixing.averaged
  /// Omega h^2 of baryons and cold dark matter: only their part in the expansion.
  public var matterDensity = EarlyUniverseInputs.baryonDensity.value + EarlyUniverseInputs.coldMatterDensity.value
  /// Muons and pions in the plasma: 5 % of the energy density at 20 MeV, 7e-4 at 10 MeV, gone at 5 MeV.
  public var heavyParticles = true
  public var interaction = ElectromagneticPlasma.Interaction.third

  public init() {}

  /// The Standard Model.
  public static let standard = UniverseContent()
}

/// A species kept in equilibrium, without chemical potential, with photons or with neutrinos for as long as it is there: it disappears with its Boltzmann factor.
public struct ThermalSpecies: Sendable, Hashable {
  /// Internal states and statistics.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
    case realScalar = "real_scalar"
    case complexScalar = "complex_scalar"
    case majoranaFermion = "majorana_fermion"
    case diracFermion = "dirac_fermion"
    /// A massive vector.
    case vector

    /// Internal states, antiparticles counted.
    public var states: Double {
      switch self {
      case .realScalar: 1
      case .complexScalar, .majoranaFermion: 2
      case .vector: 3
      case .diracFermion: 4
      }
    }

    public var statistics: QuantumStatistics {
      switch self {
      case .realScalar, .complexScalar, .vector: .boson
      case .majoranaFermion, .diracFermion: .fermion
      }
    }
  }

  /// What it is in equilibrium with.
  public enum Contact: String, Sendable, Hashable, CaseIterable, Codable {
    case electromagnetic, neutrinos
  }

  public var kind: Kind
  /// In MeV.
  public var mass: Double
  public var contact: Contact

  public init(_ kind: Kind, mass: Double, contact: Contact) {
    self.kind = kind
    self.mass = mass
    self.contact = contact
  }
}

/// An unstable particle that has decoupled: its number per comoving volume falls only by decay.
public struct DecayingSpecies: Sendable, Hashable {
  /// Distribution over momenta at the start of the history.
  public enum Momenta: Sendable, Hashable {
    case atRest
    /// That of a massless gas of temperature `ratio` times the photons', p^2/(exp(p/T) +- 1) in shape: a particle that decoupled while relativistic.
    case relativistic(QuantumStatistics, ratio: Double)
  }

  /// Where the energy of a decay goes; the parts add up to one. Neutrinos are given the temperature of their flavour at once: a good picture while they scatter
  /// (T above 2 to 3 MeV); below, the total energy is right and the spectrum is not (2104.12757, 2411.00892).
  public struct EnergyShares: Sendable, Hashable {
    public var electromagnetic: Double
    public var electronNeutrino: Double
    public var muonNeutrino: Double
    public var tauNeutrino: Double
    /// Decoupled radiation.
    public var dark: Double

    public init(electromagnetic: Double, electronNeutrino: Double = 0, muonNeutrino: Double = 0, tauNeutrino: Double = 0, dark: Double = 0) {
      self.electromagnetic = electromagnetic
      self.electronNeutrino = electronNeutrino
      self.muonNeutrino = muonNeutrino
      self.tauNeutrino = tauNeutrino
      self.dark = dark
    }

    public static let electromagneticOnly = EnergyShares(electromagnetic: 1)

    var total: Double { electromagnetic + electronNeutrino + muonNeutrino + tauNeutrino + dark }
  }

  /// In MeV.
  public var mass: Double
  /// In seconds.
  public var lifetime: Double
  /// Y = n/s before decay, with s the entropy density of the plasma and of the standard neutrinos.
  public var entropyYield: Double
  public var momenta: Momenta
  public var shares: EnergyShares

  public init(
    mass: Double, lifetime: Double, entropyYield: Double, momenta: Momenta = .atRest, shares: EnergyShares = .electromagneticOnly
  ) {
    self.mass = mass
    self.lifetime = lifetime
    self.entropyYield = entropyYield
    self.momenta = momenta
    self.shares = shares
  }

  /// Y = n/s of a particle with n/n_gamma = `ratio` at a photon temperature in MeV where neutrinos share that temperature (above 5 MeV).
  public static func entropyYield(perPhoton ratio: Double, atTemperature temperature: Double, heavyParticles: Bool = true) -> Double {
    let photons = 2 * zeta3 / (Double.pi * Double.pi)
    return ratio * photons / Plasma.standardEntropy(temperature: temperature, heavyParticles: heavyParticles)
  }

  static let zeta3 = 1.202_056_903_159_594_2
}
