import Units

/// Quark masses and the strong coupling. MS-bar masses: light quarks at 2 GeV, charm and bottom at themselves.
public enum QuarkInputs {
  private static let pdg = "PDG 2024"

  public static let alphaS = Input("alpha_s(m_Z)", 0.1180, uncertainty: 9e-4, source: "\(pdg), QCD review", status: .recalled)
  public static let up = Input("up mass, MS-bar at 2 GeV", 2.16e-3, unit: "GeV", uncertainty: 7e-5, source: pdg, status: .published)
  public static let down = Input("down mass, MS-bar at 2 GeV", 4.70e-3, unit: "GeV", uncertainty: 7e-5, source: pdg, status: .published)
  public static let strange = Input("strange mass, MS-bar at 2 GeV", 0.0935, unit: "GeV", uncertainty: 8e-4, source: pdg, status: .published)
  public static let charm = Input("charm mass, MS-bar at itself", 1.2730, unit: "GeV", uncertainty: 0.0046, source: pdg, status: .published)
  public static let bottom = Input("bottom mass, MS-bar at itself", 4.183, unit: "GeV", uncertainty: 0.007, source: pdg, status: .published)
  public static let topPole = Input("top mass from direct measurements", 172.57, unit: "GeV", uncertainty: 0.29, source: pdg, status: .published)
  public static let top = Input("top mass, MS-bar at itself", 162.5, unit: "GeV", uncertainty: 2.1, source: pdg, status: .recalled)

  public static let all = [alphaS, up, down, strange, charm, bottom, topPole, top]
}
