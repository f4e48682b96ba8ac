import Units

/// Inputs of the weak interaction that several portals share.
public enum ElectroweakInputs {
  private static let pdg = "PDG 2024"

  public static let fermiConstant = Input("Fermi constant G_F", 1.166_378_8e-5, unit: "GeV^-2", uncertainty: 6e-12, source: pdg, status: .published)
  public static let weakMixing = Input("sin^2 theta_W (MS-bar at m_Z)", 0.231_22, uncertainty: 4e-5, source: pdg, status: .published)
  public static let wMass = Input("W mass", 80.3692, unit: "GeV", uncertainty: 0.0133, source: pdg, status: .recalled)
  public static let zMass = Input("Z mass", 91.1880, unit: "GeV", uncertainty: 0.0020, source: pdg, status: .published)
  public static let zWidth = Input("Z width", 2.4955, unit: "GeV", uncertainty: 0.0023, source: pdg, status: .recalled)
  public static let wWidth = Input("W width", 2.085, unit: "GeV", uncertainty: 0.042, source: pdg, status: .recalled)
  public static let higgsMass = Input("Higgs mass", 125.20, unit: "GeV", uncertainty: 0.11, source: pdg, status: .published)
  public static let higgsWidth = Input(
    "Higgs width, Standard Model", 4.07e-3, unit: "GeV", uncertainty: 1.6e-4, source: "LHC Higgs working group, arXiv:1610.07922", status: .twoSources)

  /// v = (sqrt 2 G_F)^(-1/2) in GeV, 246.22.
  public static let higgsVacuum = 1 / (2.0.squareRoot() * fermiConstant.value).squareRoot()

  /// Magnitudes of the quark mixing matrix, as quoted one by one in the review (unitarity is not imposed).
  public static let vud = Input("|V_ud|", 0.97373, uncertainty: 3.1e-4, source: pdg, status: .twoSources)
  public static let vus = Input("|V_us|", 0.2243, uncertainty: 8e-4, source: pdg, status: .twoSources)
  public static let vcd = Input("|V_cd|", 0.221, uncertainty: 0.004, source: pdg, status: .twoSources)
  public static let vcs = Input("|V_cs|", 0.975, uncertainty: 0.006, source: pdg, status: .twoSources)
  public static let vcb = Input("|V_cb|", 0.0411, uncertainty: 0.0012, source: pdg, status: .twoSources)
  public static let vub = Input("|V_ub|", 3.82e-3, uncertainty: 2.0e-4, source: pdg, status: .twoSources)
  public static let vtd = Input("|V_td|", 8.6e-3, uncertainty: 2e-4, source: pdg, status: .twoSources)
  public static let vts = Input("|V_ts|", 0.0415, uncertainty: 9e-4, source: pdg, status: .twoSources)
  public static let vtb = Input("|V_tb|", 0.9991, source: "\(pdg), unitarity", status: .twoSources)

  public static let all = [
    fermiConstant, weakMixing, wMass, zMass, zWidth, wWidth, higgsMass, higgsWidth, vud, vus, vcd, vcs, vcb, vub, vtd, vts, vtb,
  ]
}
