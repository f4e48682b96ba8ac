import Likelihoods
import Units

/// How much energy a new particle may carry away one second after bounce.
public enum LuminosityCriterion: String, Sendable, CaseIterable {
  case raffelt = "raffelt-3e52"
  case garchingLight = "garching-5.68e52"
  case garchingHeavy = "garching-1.2e53"

  public var input: Input {
    switch self {
    case .raffelt: SupernovaInputs.raffeltLuminosity
    case .garchingLight: SupernovaInputs.garchingLight
    case .garchingHeavy: SupernovaInputs.garchingHeavy
    }
  }

  /// The critical luminosity in erg/s.
  public var ergPerSecond: Double { input.value }

  public static let variant = Variant(
    "sn1987a.criterion",
    options: LuminosityCriterion.allCases.map { Variant.Option($0.rawValue, "no more than \($0.input.name): \($0.input.value) erg/s") })
}
