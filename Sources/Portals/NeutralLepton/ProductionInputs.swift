import Units

/// Form factors and measured branching ratios behind the production of heavy neutral leptons.
enum ProductionInputs {
  private static let pdg = "PDG 2024"

  // MARK: Measured branching ratios that fix the normalisation

  static let pionToMuon = ratio("pi+ -> mu+ nu", 0.999877)
  static let kaonToMuon = ratio("K+ -> mu+ nu", 0.6356)
  static let dToMuon = ratio("D+ -> mu+ nu", 3.74e-4)
  static let dStrangeToMuon = ratio("D_s+ -> mu+ nu", 5.4e-3)
  static let kaonToNeutralPion = ratio("K+ -> pi0 e+ nu", 0.0507)
  static let kLongToPion = ratio("K_L -> pi+- e-+ nu", 0.4055)
  static let dToKaon = ratio("D0 -> K- e+ nu", 0.0354)
  static let dToPion = ratio("D0 -> pi- e+ nu", 2.91e-3)
  static let bToD = ratio("B0 -> D- e+ nu", 0.0224)
  static let bToPion = ratio("B0 -> pi- e+ nu", 1.50e-4)
  static let tauToPion = ratio("tau- -> pi- nu", 0.1082)
  static let tauToRho = ratio("tau- -> pi- pi0 nu", 0.2549)
  static let muonWidth = Input("mu total width", 2.9960e-19, unit: "GeV", source: pdg, status: .published)

  // MARK: Form factors

  static let kaonToPionAtZero = number("f(0) of K -> pi", 0.9698, "FLAG, arXiv:2111.09849", .twoSources)
  static let kaonVectorPole = number("vector pole of K -> pi", 0.878, "PDG, pole fit, as in HNLCalc and ALPINIST", .twoSources, unit: "GeV")
  static let kaonScalarPole = number("scalar pole of K -> pi", 1.252, "PDG, pole fit, as in HNLCalc and ALPINIST", .twoSources, unit: "GeV")
  private static let etm = "ETM, arXiv:1706.03017"
  static let dPion = [
    number("f(0) of D -> pi", 0.6117, etm, .twoSources), number("slope c of f_+ of D -> pi", 1.985, etm, .twoSources),
    number("pole P of f_+ of D -> pi", 0.1314, etm, .twoSources, unit: "GeV^-2"), number("slope c of f_0 of D -> pi", 1.188, etm, .twoSources),
    number("pole P of f_0 of D -> pi", 0.0342, etm, .twoSources, unit: "GeV^-2"),
  ]
  static let dKaon = [
    number("f(0) of D -> K", 0.7647, etm, .twoSources), number("slope c of f_+ of D -> K", 2.084, etm, .twoSources),
    number("pole P of f_+ of D -> K", 0.224, etm, .twoSources, unit: "GeV^-2"), number("slope c of f_0 of D -> K", 0.066, etm, .twoSources),
    number("pole P of f_0 of D -> K", 0, etm, .twoSources, unit: "GeV^-2"),
  ]
  static let dStrangeEta = number("f(0) of D_s -> eta", 0.495, "arXiv:1805.08567, as in ALPINIST and HNLCalc", .twoSources)
  static let dStrangeEtaPrime = number("f(0) of D_s -> eta'", 0.557, "HNLCalc", .published)
  static let dStrangeEtaSlope = number("second pole factor of f_+ of D_s -> eta, eta'", 0.198, "arXiv:1805.08567, as in ALPINIST", .published)
  private static let flag = "FLAG 2021, arXiv:2111.09849, as in ALPINIST"
  static let bDPlus = series("f_+ of B -> D", [0.896, -7.94, 51.4], flag)
  static let bDScalar = series("f_0 of B -> D", [0.782, -3.28], flag)
  static let bPionPlus = series("f_+ of B -> pi, lattice and data", [0.421, -0.35, -0.41], "FLAG, arXiv:2111.09849", .recalled)
  static let bPionScalar = series("f_0 of B -> pi", [0.490, -1.61], "FLAG, as in flavio and ALPINIST", .twoSources)
  static let bStrangeKaonPlus = series("f_+ of B_s -> K", [0.374, -0.672, 0.07, 1.34], flag)
  static let bStrangeKaonScalar = series("f_0 of B_s -> K", [0.2203, 0.089], flag)
  static let bStrangeKaonPole = number("scalar pole of B_s -> K", 5.68, flag, .published, unit: "GeV")

  /// Rows V, A0, A1, A2: value at zero, sigma_1, sigma_2 in 1 - sigma_1 x + sigma_2 x^2.
  static let dKStar = quark(
    "D -> K*", [[1.03, 0.27, 0], [0.76, 0.17, 0], [0.66, 0.30, 0.20], [0.49, 0.67, 0.16]], "hep-ph/0001113, as in HNLCalc and ALPINIST")
  static let bDStar = quark(
    "B -> D*", [[0.76, 0.57, 0], [0.69, 0.59, 0], [0.66, 0.78, 0], [0.62, 1.40, 0.41]], "hep-ph/0001113, as in HNLCalc and ALPINIST")
  static let bRho = quark(
    "B -> rho", [[0.295, 0.875, 0], [0.231, 0.796, -0.055], [0.269, 0.54, 0], [0.282, 1.34, 0.21]], "arXiv:1805.08567, as in ALPINIST", .published)
  /// Poles of these parametrisations: vector (V, A1, A2) and pseudoscalar (A0).
  static let bCharmStar = number("B_c* mass", 6.332, "lattice, as in HNLCalc", .published, unit: "GeV")

  static let all: [Input] =
    [
      pionToMuon, kaonToMuon, dToMuon, dStrangeToMuon, kaonToNeutralPion, kLongToPion, dToKaon, dToPion, bToD, bToPion, tauToPion, tauToRho, muonWidth,
      kaonToPionAtZero, kaonVectorPole, kaonScalarPole, dStrangeEta, dStrangeEtaPrime, dStrangeEtaSlope, bStrangeKaonPole, bCharmStar,
    ] + dPion + dKaon + bDPlus + bDScalar + bPionPlus + bPionScalar + bStrangeKaonPlus + bStrangeKaonScalar + (dKStar + bDStar + bRho).flatMap { $0 }

  private static func ratio(_ name: String, _ value: Double) -> Input { Input("BR(\(name))", value, source: pdg, status: .recalled) }

  private static func number(_ name: String, _ value: Double, _ source: String, _ status: SourceStatus, unit: String = "") -> Input {
    Input(name, value, unit: unit, source: source, status: status)
  }

  private static func series(_ name: String, _ values: [Double], _ source: String, _ status: SourceStatus = .published) -> [Input] {
    values.enumerated().map { Input("\(name), a_\($0.offset)", $0.element, source: source, status: status) }
  }

  private static func quark(_ name: String, _ rows: [[Double]], _ source: String, _ status: SourceStatus = .twoSources) -> [[Input]] {
    zip(["V", "A0", "A1", "A2"], rows).map { form, row in
      zip(["at zero", "sigma_1", "sigma_2"], row).map { Input("\(form) of \(name), \($0.0)", $0.1, source: source, status: status) }
    }
  }
}
