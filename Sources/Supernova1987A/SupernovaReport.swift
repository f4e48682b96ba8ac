import Foundation
import Likelihoods
import Numerics
import Portals
import Units

/// What SN1987A says of one particle at one mass and coupling.
public struct SupernovaReport: Sendable, Hashable {
  public let profile: String
  public let criterion: String
  /// In erg/s.
  public let luminosity: Double
  public let luminosityOverCriterion: Double
  /// In erg/s.
  public let producedPower: Double
  public let escapeFraction: Double
  /// Emission-weighted at the energy of strongest emission; far above one near a resonance although light still escapes.
  public let opticalDepth: Double
  /// In km.
  public let neutrinosphereRadius: Double
  /// In MeV.
  public let centralPlasmaFrequency, peakEnergy: Double
  /// In km; `nil` where no shell is resonant.
  public let resonanceRadius: Double?

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
