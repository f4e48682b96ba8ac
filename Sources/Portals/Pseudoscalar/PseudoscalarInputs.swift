import Units

/// Numbers from outside that the pseudoscalar portal alone uses. GeV and its powers.
enum PseudoscalarInputs {
  // MARK: Light quarks and mixing

  static let upOverDown = Input("m_u/m_d", 0.472, uncertainty: 0.011, source: "arXiv:1812.01008, eq. 2.15 (from arXiv:1606.08813)", status: .twoSources)
  static let photonLimit = Input(
    "photon coupling of the gluonic axion at m -> 0, in -alpha/(2 pi f_a)", 1.92, uncertainty: 0.04, source: "arXiv:1511.02867, abstract and eq. 44",
    status: .twoSources)
  static let axionMass = Input(
    "m_a f_a of the QCD axion", 5.691e-3, unit: "GeV^2", uncertainty: 5.1e-5, source: "arXiv:1812.01008, abstract: 5.691(51) ueV (1e12 GeV/f_a)",
    status: .twoSources)
  static let latticeAngle = Input(
    "eta-eta' mixing angle", -14.1, unit: "degree", uncertainty: 2.8, source: "lattice, arXiv:1002.2999", status: .twoSources)

  // MARK: Nucleons

  private static let nucleonSource = "arXiv:1511.02867, eqs. 51 and 52"
  static let deltaUp = Input("axial charge Delta u at 2 GeV", 0.897, uncertainty: 0.027, source: nucleonSource, status: .recalled)
  static let deltaDown = Input("axial charge Delta d at 2 GeV", -0.376, uncertainty: 0.027, source: nucleonSource, status: .recalled)
  static let deltaStrange = Input("axial charge Delta s at 2 GeV", -0.026, uncertainty: 0.004, source: nucleonSource, status: .recalled)
  static let strangeOverDown = Input("m_s/m_d", 19.9, uncertainty: 0.5, source: "PDG 2024: 93.5/4.70", status: .derived)

  /// Couplings C_p, C_n of the QCD axion with quark couplings given at the scale f_a: constant, c_u, c_d, c_s, c_c, c_b, c_t. For the neutron c_u and c_d change places.
  static let highScaleNucleon: [Input] = [
    ("proton constant", -0.47, 0.03), ("neutron constant", -0.02, 0.03), ("like quark", 0.88, 0.03), ("unlike quark", -0.39, 0.02), ("strange", -0.038, 0.005),
    ("charm", -0.012, 0.005), ("bottom", -0.009, 0.002), ("top", -0.0035, 0.0004),
  ].map { Input("nucleon coupling, \($0.0)", $0.1, uncertainty: $0.2, source: nucleonSource, status: .recalled) }

  // MARK: Weak decays

  static let octetChiral = Input(
    "g_8 of the Delta S = 1 chiral Lagrangian, leading order", 5.0, source: "ALPINIST and arXiv:2102.13112: |N_8| = 1.53e-7", status: .twoSources)
  static let octetChiralNLO = Input(
    "g_8 fitted at next-to-leading order", 3.61, uncertainty: 0.28, source: "ALPaca 1.2, after arXiv:1107.6001", status: .published)
  static let kaonMixingPhaseReal = Input("Re(V_ts* V_td)", -3.3e-4, source: "PDG 2024 CKM fit", status: .twoSources)
  static let kaonMixingPhaseImaginary = Input("Im(V_ts* V_td)", 1.4e-4, source: "PDG 2024 CKM fit", status: .twoSources)

  static let all: [Input] =
    [
      upOverDown, photonLimit, axionMass, latticeAngle, deltaUp, deltaDown, deltaStrange, strangeOverDown, octetChiral, octetChiralNLO, kaonMixingPhaseReal,
      kaonMixingPhaseImaginary,
    ] + highScaleNucleon
}
