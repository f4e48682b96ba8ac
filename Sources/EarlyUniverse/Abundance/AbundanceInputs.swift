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
    chargedKaonWidth, longKaonWidth, shortKaonWidth, etaWidth, wMass, zMass, zWidth, weakMixing, kaonMuon, kaonTwoPions, kaonThreeCharged, kaonElectron,
    kaonMuonPion,
    kaonOneCharged, tauLeptonic, tauNeutrino, tauPions, etaPions,
  ]

  // MARK: Average energy of the decays of stopped kaons and tau leptons

  private static let kaonDecays = "PDG 2024, K+ branching ratios"
  static let kaonMuon = Input("BR(K+ -> mu+ nu)", 0.6356, uncertainty: 1.1e-3, source: kaonDecays, status: .twoSources)
  static let kaonTwoPions = Input("BR(K+ -> pi+ pi0)", 0.2067, uncertainty: 8e-4, source: kaonDecays, status: .twoSources)
  static let kaonThreeCharged = Input("BR(K+ -> pi+ pi+ pi-)", 0.0558, uncertainty: 2.4e-4, source: kaonDecays, status: .twoSources)
  static let kaonElectron = Input("BR(K+ -> pi0 e+ nu)", 0.0507, uncertainty: 4e-4, source: kaonDecays, status: .twoSources)
  static let kaonMuonPion = Input("BR(K+ -> pi0 mu+ nu)", 0.0335, uncertainty: 3e-4, source: kaonDecays, status: .twoSources)
  static let kaonOneCharged = Input("BR(K+ -> pi+ pi0 pi0)", 0.0176, uncertainty: 2e-4, source: kaonDecays, status: .twoSources)

  /// Estimates, good to 10 %: the energy of a decay is shared by a phase space that is not computed.
  private static let estimate = "estimate from phase space, docs/abundance.md"
  static let tauLeptonic = Input("BR(tau -> leptons)", 0.352, source: "PDG 2024, e and mu modes", status: .twoSources)
  static let tauNeutrino = Input("share of a tau's energy in nu_tau", 0.37, uncertainty: 0.04, source: estimate, status: .derived)
  static let tauPions = Input("share of a hadronic tau decay's energy in charged pions", 0.36, uncertainty: 0.05, source: estimate, status: .derived)
  static let etaPions = Input("share of an eta's energy in charged pions", 0.18, uncertainty: 0.02, source: estimate, status: .derived)
}
