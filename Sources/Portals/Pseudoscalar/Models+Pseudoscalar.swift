import Foundation
import Units

extension Models {
  /// Pseudoscalars: BC9 to BC11, any coefficients, the QCD axion.
  static let pseudoscalars: [Model] = [alpPhoton, alpFermion, alpGluon, alp, axion]

  public static let alpPhoton = Model(
    name: "alp-photon", aliases: ["bc9"], benchmark: "BC9", title: "Axion-like particle coupled to photons",
    lagrangian: "L = 1/2 (d_mu a)^2 - 1/2 m^2 a^2 - (g_agg/4) a F_{mu nu} Fdual^{mu nu}, Fdual^{mu nu} = eps^{mu nu rho sigma} F_{rho sigma}/2",
    conventions: """
      Photons below the weak scale: no coupling to Z or W unless above_weak_scale is yes (hypercharge alone), no flavour-changing decays. g_agg = 1/f_gamma of arXiv:1901.09966; \
      g_agg = alpha c_gamma/(pi f) for (c_gamma alpha/4 pi)(a/f) F Fdual. Gamma = g^2 m^3/(64 pi). Electrons couple by a photon loop alone, which is not in the widths.
      """,
    coupling: Model.CouplingAxis(symbol: "g_agg", meaning: "coupling to two photons", unit: "1/GeV", range: 1e-16...1e-1),
    defaultMasses: Model.MassGrid(range: 1e-9...10, count: 201), parameters: [ultravioletScale, aboveWeakScale],
    portal: { .pseudoscalar(PseudoscalarPortal.photonOnly.with($0)) })

  public static let alpFermion = Model(
    name: "alp-fermion", aliases: ["bc10"], benchmark: "BC10", title: "Axion-like particle coupled to all fermions alike",
    lagrangian: "L = 1/2 (d_mu a)^2 - 1/2 m^2 a^2 + (d_mu a/f) sum_f fbar gamma^mu gamma5 f, equivalently i g_Y (m_f/v) a fbar gamma5 f on shell",
    conventions: """
      Axis g_Y = 2 v/f with v = 246.22 GeV, so 1/f = g_Y/492.4 GeV. The other common form (c_f/2)(d_mu a/f) fbar gamma^mu gamma5 f has c_f = 2 and widths 4 times smaller at c_f = 1. \
      Couplings hold at low scale; loops that change flavour take them at lambda_uv. Light quarks make hadrons through the anomaly as the gluon coupling 1/f_a = 6/f would.
      """,
    coupling: Model.CouplingAxis(symbol: "g_Y", meaning: "Yukawa-like coupling 2 v/f", unit: "", range: 1e-12...1e2),
    defaultMasses: Model.MassGrid(range: 1e-9...10, count: 201), parameters: treatments + [ultravioletScale],
    portal: { .pseudoscalar(PseudoscalarPortal.universalFermions.with($0)) })

  public static let alpGluon = Model(
    name: "alp-gluon", aliases: ["bc11"], benchmark: "BC11", title: "Axion-like particle coupled to gluons",
    lagrangian: "L = 1/2 (d_mu a)^2 - 1/2 m^2 a^2 + (alpha_s/8 pi)(a/f_a) G^A_{mu nu} Gdual^{A mu nu}",
    conventions: """
      Axis 1/f_a. Other forms: (c_GG alpha_s/4 pi)(a/f) G Gdual has 1/f_a = 2 c_GG/f; (g_s^2/8) g_aGG a G Gdual has 1/f_a = 4 pi^2 g_aGG; \
      (4 pi alpha_s c_g/Lambda) a G Gdual has 1/f_a = 32 pi^2 c_g/Lambda; a/(4 f_G) G Gdual with canonical G has 1/f_a = 2 pi/(alpha_s f_G). \
      m is free, without the QCD axion's relation to f_a. No coupling to quarks, leptons or bare photons at low scale.
      """,
    coupling: Model.CouplingAxis(symbol: "1/f_a", meaning: "inverse decay constant", unit: "1/GeV", range: 1e-12...1),
    defaultMasses: Model.MassGrid(range: 1e-9...10, count: 201), parameters: treatments + [ultravioletScale],
    portal: { .pseudoscalar(PseudoscalarPortal.gluonOnly.with($0)) })

  public static let alp = Model(
    name: "alp", title: "Axion-like particle with any couplings",
    lagrangian: """
      L = 1/2 (d_mu a)^2 - 1/2 m^2 a^2 + (c_gamma alpha/4 pi)(a/f) F Fdual + (c_g alpha_s/4 pi)(a/f) G Gdual + (c_w alpha_2/4 pi)(a/f) W Wdual \
      + sum_f (c_f/2)(d_mu a/f) fbar gamma^mu gamma5 f
      """,
    conventions: """
      Normalisation of arXiv:2012.12272 with axial couplings c_f = c_ff there. Axis 1/f. g_agg = alpha c_gamma/(pi f) with the sign of +(g/4) a F Fdual; 1/f_a = 2 c_g/f; BC10 is c_f = 2. \
      Every coefficient is 0 until it is set, so set at least one. Couplings hold at low scale (quarks at 2 GeV). c_gamma is the photon coupling itself; c_w enters through loops alone.
      """,
    coupling: Model.CouplingAxis(symbol: "1/f", meaning: "inverse decay constant", unit: "1/GeV", range: 1e-12...1),
    defaultMasses: Model.MassGrid(range: 1e-9...10, count: 201), parameters: coefficients + treatments + [ultravioletScale, aboveWeakScale],
    portal: { .pseudoscalar(PseudoscalarPortal(name: "alp", couplings: PseudoscalarCouplings($0), inverseScalePerAxis: 1).with($0)) })

  public static let axion = Model(
    name: "axion", title: "QCD axion",
    lagrangian: """
      L = 1/2 (d_mu a)^2 + (alpha_s/8 pi)(a/f_a) G Gdual + (E/N)(alpha/8 pi)(a/f_a) F Fdual + sum_f (c_f/2)(d_mu a/f_a) fbar gamma^mu gamma5 f
      """,
    conventions: """
      Axis 1/f_a, with f_a = v_a/N. On the axion line m_a = 5.691e-6 eV (1e12 GeV/f_a); a mass off the line is taken as given. g_agg = (alpha/2 pi f_a)(E/N - 1.92), L = +(g/4) a F Fdual. \
      DFSZ: c_u = c_c = c_t = cos^2(beta)/3, c_d = c_s = c_b = sin^2(beta)/3, tan beta = v_u/v_d, leptons sin^2(beta)/3 (dfsz-1, E/N = 8/3) or -cos^2(beta)/3 (dfsz-2, E/N = 2/3). \
      e_over_n is set apart from the choice of fermions. The couplings are given at f_a, and the logarithms of flavour-changing loops run from there, not resummed.
      """,
    coupling: Model.CouplingAxis(symbol: "1/f_a", meaning: "inverse decay constant", unit: "1/GeV", range: 1e-18...1e-2),
    defaultMasses: Model.MassGrid(range: 1e-15...1, count: 181),
    parameters: [
      .number("e_over_n", "electromagnetic over colour anomaly E/N: 0 KSVZ, 8/3 DFSZ-I, 2/3 DFSZ-II", 0, in: -100...100),
      .option("fermions", "couplings to fermions at f_a", ["none", "dfsz-1", "dfsz-2"]),
      .number("tan_beta", "ratio of the vacuum values v_u/v_d of DFSZ", 1, in: 0.01...100),
    ] + treatments,
    portal: { .pseudoscalar(PseudoscalarPortal.axion($0)) })

  private static let treatments: [Model.Parameter] = [
    .option("photons", "photon coupling of gluons and quarks", PseudoscalarPortal.PhotonTreatment.allCases.map(\.rawValue)),
    .option("hadrons", "exclusive hadronic widths", PseudoscalarPortal.HadronTreatment.allCases.map(\.rawValue)),
    .option("eta_angle", "eta-eta' mixing angle in degrees", EtaAngle.allCases.map(\.rawValue)),
    .option("g8", "octet coupling of the weak chiral Lagrangian in K -> pi a", ["5.0", "3.61"]),
  ]

  private static let ultravioletScale = Model.Parameter.energy(
    "lambda_uv", "scale at which the couplings are given for flavour-changing loops", 1000, in: 200...1e16)

  private static let aboveWeakScale = Model.Parameter.option(
    "above_weak_scale", "whether photon and SU(2) couplings hold above the weak scale, so that Z -> gamma a exists", ["no", "yes"])

  private static let coefficients: [Model.Parameter] =
    [
      .number("c_gamma", "photon coefficient", 0, in: -1e6...1e6), .number("c_g", "gluon coefficient", 0, in: -1e3...1e3),
      .number("c_w", "SU(2) coefficient, in loops alone", 0, in: -1e3...1e3),
    ] + ["e", "mu", "tau", "u", "d", "s", "c", "b", "t"].map { .number("c_\($0)", "axial coefficient of \($0)", 0, in: -1e3...1e3) }
}

extension PseudoscalarCouplings {
  /// Coefficients from a list of parameters; what is missing is zero.
  init(_ parameters: [Model.Parameter]) {
    func value(_ key: String) -> Double { parameters.number(key) }
    self.init(
      photon: value("c_gamma"), gluon: value("c_g"), weak: value("c_w"), electron: value("c_e"), muon: value("c_mu"), tau: value("c_tau"), up: value("c_u"),
      down: value("c_d"), strange: value("c_s"), charm: value("c_c"), bottom: value("c_b"), top: value("c_t"))
  }
}

extension PseudoscalarPortal {
  /// The portal with the treatments that the parameters name.
  func with(_ parameters: [Model.Parameter]) -> PseudoscalarPortal {
    let scale = parameters.number("lambda_uv")
    return PseudoscalarPortal(
      name: name, couplings: couplings, inverseScalePerAxis: inverseScalePerAxis,
      mixingAngle: EtaAngle(rawValue: parameters.option("eta_angle")) ?? mixingAngle,
      photons: PhotonTreatment(rawValue: parameters.option("photons")) ?? photons, hadrons: HadronTreatment(rawValue: parameters.option("hadrons")) ?? hadrons,
      ultravioletScale: scale > 0 ? scale : ultravioletScale, octetCoupling: Double(parameters.option("g8")) ?? octetCoupling,
      holdsAboveWeakScale: parameters.option("above_weak_scale") == "yes", axion: axion)
  }

  /// The QCD axion with E/N and fermion couplings by name.
  static func axion(_ parameters: [Model.Parameter]) -> PseudoscalarPortal {
    let ratio = parameters.number("e_over_n")
    var couplings = PseudoscalarCouplings(photon: ratio / 2, gluon: 0.5)
    let fermions = parameters.option("fermions")
    if fermions != "none" {
      let tangent = parameters.number("tan_beta")
      let cosine = 1 / (1 + tangent * tangent)
      let sine = 1 - cosine
      let (up, down) = (cosine / 3, sine / 3)
      let lepton = fermions == "dfsz-1" ? sine / 3 : -cosine / 3
      couplings = PseudoscalarCouplings(
        photon: ratio / 2, gluon: 0.5, electron: lepton, muon: lepton, tau: lepton, up: up, down: down, strange: down, charm: up, bottom: down, top: up)
    }
    return PseudoscalarPortal(name: "axion", couplings: couplings, inverseScalePerAxis: 1, ultravioletScale: nil, axion: QCDAxion(anomalyRatio: ratio)).with(
      parameters)
  }
}
