import Units

/// Numbers that enter the rates n <-> p. Their strength is fixed by the neutron's lifetime, so the Fermi constant and V_ud are not among them.
public enum WeakInputs {
  private static let czarnecki = "Czarnecki, Marciano, Sirlin, hep-ph/0406324; as in Pitrou et al., arXiv:1801.08023, eqs. B31, B36"

  public static let neutronLifetime = Input(
    "neutron lifetime", 878.4, unit: "s", uncertainty: 0.5, source: "PDG 2024, average of storage experiments", status: .published)
  public static let axialCoupling = Input("axial coupling g_A", 1.2756, uncertainty: 0.0013, source: "PDG 2020, as in PRIMAT 0.3.3", status: .twoSources)
  public static let weakMagnetism = Input(
    "anomalous magnetic moments of proton minus neutron", 3.705_890_07, unit: "nuclear magnetons", source: "CODATA 2018: 1.79284734 + 1.91304273",
    status: .published)
  public static let protonRadius = Input("charge radius of the proton", 0.8409e-15, unit: "m", uncertainty: 4e-19, source: "CODATA 2018", status: .published)
  public static let longDistance = Input("long-distance factor L(2 Q, m_p)", 1.02094, source: czarnecki, status: .twoSources)
  public static let shortDistance = Input("short-distance factor S(m_p, m_Z)", 1.02248, source: czarnecki, status: .twoSources)
  public static let innerConstant = Input("inner radiative constant C", 0.891, source: czarnecki, status: .twoSources)
  public static let secondOrder = Input("alpha^2 correction (alpha/2 pi) delta", -0.00043, source: czarnecki, status: .twoSources)
  public static let nextToLeading = Input("next-to-leading logarithms", -0.0001, source: czarnecki, status: .twoSources)
  public static let strongCorrection = Input("hadronic constant A_g", -0.34, source: czarnecki, status: .twoSources)
  public static let matchingScale = Input("matching scale m_A", 1200, unit: "MeV", source: czarnecki, status: .twoSources)
  public static let inverseAlphaProton = Input("1/alpha(m_p)", 134, source: czarnecki, status: .twoSources)

  public static let all: [Input] = [
    neutronLifetime, axialCoupling, weakMagnetism, protonRadius, longDistance, shortDistance, innerConstant, secondOrder, nextToLeading, strongCorrection,
    matchingScale, inverseAlphaProton,
  ]

  /// Electron mass in MeV: the unit of energy inside the rates.
  static let electronMass = PhysicalConstants.electronMass.value * 1e3
  /// (m_n - m_p)/m_e.
  static let massDifference = (PhysicalConstants.neutronMass.value - PhysicalConstants.protonMass.value) / PhysicalConstants.electronMass.value
}
