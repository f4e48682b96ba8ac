import Portals
import Units

/// Numbers from outside that the abundance of a new particle uses. GeV.
public enum AbundanceInputs {
  public static let lowestReheating = Input(
    "lowest reheating temperature allowed by nucleosynthesis alone, 95 %", 4.1e-3, unit: "GeV",
    source: "P. F. de Salas et al., arXiv:1511.00672, abstract (with Planck 4.7 MeV; arXiv:2501.01369: 5.96 MeV)", status: .published)
  public static let crossover = Input(
    "pseudo-critical temperature of the QCD crossover", 0.1565, unit: "GeV", uncertainty: 0.0015, source: "HotQCD, arXiv:1812.08235, abstract",
    status: .recalled)
  // MARK: Charged particles of the bath

  public static let strange = QuarkInputs.strange
  public static let charm = QuarkInputs.charm
  public static let bottom = QuarkInputs.bottom
  public static let top = QuarkInputs.topPole
  public static let chargedKaon = MesonInputs.chargedKaon
  public static let neutralKaon = MesonInputs.neutralKaon
  public static let eta = MesonInputs.eta

  // MARK: Widths of the mesons that decay to new particles

  public static let chargedPionWidth = MesonInputs.chargedPionWidth
  public static let neutralPionWidth = MesonInputs.neutralPionWidth
  public static let chargedKaonWidth = MesonInputs.chargedKaonWidth
  public static let longKaonWidth = MesonInputs.kLongWidth
  public static let shortKaonWidth = MesonInputs.kShortWidth
  public static let etaWidth = MesonInputs.etaWidth

  // MARK: Weak interaction

  public static let wMass = ElectroweakInputs.wMass
  public static let zMass = ElectroweakInputs.zMass
  public static let zWidth = ElectroweakInputs.zWidth
  public static let weakMixing = ElectroweakInputs.weakMixing

  /// G_F in GeV^-2.
  static let fermiConstant = EarlyUniverseInputs.fermiConstant.value * 1e6
  /// v = (sqrt 2 G_F)^(-1/2) in GeV.
  static let higgsVacuum = 1 / (2.0.squareRoot() * fermiConstant).squareRoot()

  public static let all: [Input] = [
    lowestReheating, crossover, strange, charm, bottom, top, chargedKaon, neutralKaon, eta, chargedPionWidth, neutralPionWidth,
    chargedKaonWidth, longKaonWidth, shortKaonWidth, etaWidth, wMass, zMass, zWidth, weakMixing,
  ]
}
