import Foundation
import Likelihoods
import Numerics
import Portals
import Units

/// What `bounds supernova --model M --mass M --coupling G` says of one particle: numbers with their units in the names of the keys.
public struct SupernovaReport: Sendable, Hashable, Codable {
  public let profile: String
  public let criterion: String
  public let luminosity: Double
  public let luminosityOverCriterion: Double
  public let producedPower: Double
  public let escapeFraction: Double
  public let opticalDepth: Double
  public let neutrinosphereRadius: Double
  public let centralPlasmaFrequency: Double
  public let peakEnergy: Double
  /// `nil` where no shell is resonant.
  public let resonanceRadius: Double?

  enum CodingKeys: String, CodingKey {
    case profile, criterion
    case luminosity = "luminosity_erg_s"
    case luminosityOverCriterion = "luminosity_over_criterion"
    case producedPower = "produced_power_erg_s"
    case escapeFraction = "escape_fraction"
    case opticalDepth = "optical_depth"
    case neutrinosphereRadius = "neutrinosphere_radius_km"
    case centralPlasmaFrequency = "central_plasma_frequency_MeV"
    case peakEnergy = "peak_energy_MeV"
    case resonanceRadius = "resonance_radius_km"
  }

  /// - Parameters:
  ///   - mass: GeV, inside the mass range of ``Supernova1987ACoolingConstraint``.
  ///   - coupling: on the model's axis, not negative.
  /// - Throws: ``Numerics/NumericsError`` when mass or coupling are out of range, an option does not exist or the star cannot be set up.
  public init(of particle: VectorPortal, mass: Double, coupling: Double, choosing choices: VariantChoices = .defaults) throws {
    guard coupling.isFinite, coupling >= 0 else {
      throw NumericsError.domain(label: "supernova report", reason: "coupling \(coupling) must be finite and not negative")
    }
    let computed = try Supernova1987ACoolingConstraint.luminosity(at: mass, choosing: choices)
    let critical = try Supernova1987ACoolingConstraint.criterion(choosing: choices)
    let mixing = coupling * particle.electronMixingPerAxis
    profile = computed.profileName
    criterion = critical.rawValue
    luminosity = computed.luminosity(mixing: mixing)
    luminosityOverCriterion = luminosity / critical.ergPerSecond
    producedPower = mixing * mixing * computed.transparentLuminosity
    escapeFraction = computed.escapeFraction(mixing: mixing)
    opticalDepth = computed.opticalDepth(mixing: mixing)
    neutrinosphereRadius = computed.neutrinosphereKilometres
    centralPlasmaFrequency = computed.centralPlasmaFrequency * 1e3
    peakEnergy = computed.peakEnergy * 1e3
    resonanceRadius = computed.resonanceRadiusKilometres
  }
}
