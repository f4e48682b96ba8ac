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

  private static let pdg = "PDG 2024"
  public static let strange = Input("strange mass, MS-bar at 2 GeV", 0.0935, unit: "GeV", uncertainty: 8e-4, source: pdg, status: .published)
  public static let charm = Input("charm mass, MS-bar at itself", 1.2730, unit: "GeV", uncertainty: 0.0046, source: pdg, status: .published)
  public static let bottom = Input("bottom mass, MS-bar at itself", 4.183, unit: "GeV", uncertainty: 0.007, source: pdg, status: .published)
  public static let top = Input("top mass from direct measurements", 172.57, unit: "GeV", uncertainty: 0.29, source: pdg, status: .published)
  public static let chargedKaon = Input("charged kaon mass", 0.493677, unit: "GeV", uncertainty: 1.5e-5, source: pdg, status: .published)
  public static let neutralKaon = Input("neutral kaon mass", 0.497611, unit: "GeV", uncertainty: 1.3e-5, source: pdg, status: .published)
  public static let eta = Input("eta mass", 0.547862, unit: "GeV", uncertainty: 1.7e-5, source: pdg, status: .published)

  // MARK: Widths of the mesons that decay to new particles

  public static let chargedPionWidth = Input("pi+ total width", 2.5284e-17, unit: "GeV", source: pdg, status: .published)
  public static let neutralPionWidth = Input("pi0 total width", 7.81e-9, unit: "GeV", source: pdg, status: .published)
  public static let chargedKaonWidth = Input("K+ total width", 5.317e-17, unit: "GeV", source: pdg, status: .published)
  public static let longKaonWidth = Input("K_L total width", 1.287e-17, unit: "GeV", source: pdg, status: .published)
  public static let shortKaonWidth = Input("K_S total width", 7.351e-15, unit: "GeV", source: pdg, status: .published)
  public static let etaWidth = Input("eta total width", 1.31e-6, unit: "GeV", source: pdg, status: .published)

  // MARK: Weak interaction

  public static let wMass = Input("W mass", 80.3692, unit: "GeV", uncertainty: 0.0133, source: pdg, status: .published)
  public static let zMass = Input("Z mass", 91.1880, unit: "GeV", uncertainty: 0.0020, source: pdg, status: .published)
  public static let zWidth = Input("Z width", 2.4955, unit: "GeV", uncertainty: 0.0023, source: pdg, status: .recalled)
  public static let weakMixing = Input("sin^2 theta_W (MS-bar at m_Z)", 0.231_22, uncertainty: 4e-5, source: pdg, status: .published)

  /// G_F in GeV^-2.
  static let fermiConstant = EarlyUniverseInputs.fermiConstant.value * 1e6
  /// v = (sqrt 2 G_F)^(-1/2) in GeV.
  static let higgsVacuum = 1 / (2.0.squareRoot() * fermiConstant).squareRoot()

  public static let all: [Input] = [
    lowestReheating, crossover, strange, charm, bottom, top, chargedKaon, neutralKaon, eta, chargedPionWidth, neutralPionWidth,
    chargedKaonWidth, longKaonWidth, shortKaonWidth, etaWidth, wMass, zMass, zWidth, weakMixing, kaonMuon, kaonTwoPions, kaonThreeCharged, kaonElectron,
    kaonMuonPion,
    kaonOneCharged,
  ]

  // MARK: Average energy of the decays of stopped kaons and tau leptons

  private static let kaonDecays = "\(pdg), K+ branching ratios"
  static let kaonMuon = Input("BR(K+ -> mu+ nu)", 0.6356, uncertainty: 1.1e-3, source: kaonDecays, status: .twoSources)
  static let kaonTwoPions = Input("BR(K+ -> pi+ pi0)", 0.2067, uncertainty: 8e-4, source: kaonDecays, status: .twoSources)
  static let kaonThreeCharged = Input("BR(K+ -> pi+ pi+ pi-)", 0.0558, uncertainty: 2.4e-4, source: kaonDecays, status: .twoSources)
  static let kaonElectron = Input("BR(K+ -> pi0 e+ nu)", 0.0507, uncertainty: 4e-4, source: kaonDecays, status: .twoSources)
  static let kaonMuonPion = Input("BR(K+ -> pi0 mu+ nu)", 0.0335, uncertainty: 3e-4, source: kaonDecays, status: .twoSources)
  static let kaonOneCharged = Input("BR(K+ -> pi+ pi0 pi0)", 0.0176, uncertainty: 2e-4, source: kaonDecays, status: .twoSources)
}
