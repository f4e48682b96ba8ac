extension Models {
  /// Scalars: mixed with the Higgs boson (BC4, BC5), and with free couplings.
  static let scalars: [Model] = [darkScalar, darkScalarQuartic, scalar]

  public static let darkScalar = Model(
    name: "dark-scalar", aliases: ["bc4"], benchmark: "BC4", title: "Scalar that mixes with the Higgs boson",
    lagrangian: "L = 1/2 (d_mu S)^2 - 1/2 m^2 S^2 - sin(theta) S (sum_f m_f fbar f/v - 2 m_W^2 W+ W-/v - m_Z^2 Z Z/v), lambda = 0",
    conventions: """
      The axis is sin(theta), not theta, not its square, and equals g* of some papers; v = (sqrt(2) G_F)^(-1/2) = 246.22 GeV, not 174. \
      No decay h -> S S. Hadronic widths between 0.9 and 4 GeV are uncertain by factors: see the parameter hadrons and the band.
      """,
    coupling: mixingAxis, defaultMasses: Model.MassGrid(range: 1e-9...10, count: 201), parameters: hadronParameters,
    portal: { .scalar(ScalarPortal(name: "dark-scalar", mixingPerAxis: 1, hadrons: treatment($0), gluons: gluonOrder($0))) })

  public static let darkScalarQuartic = Model(
    name: "dark-scalar-quartic", aliases: ["bc5"], benchmark: "BC5", title: "Scalar that mixes with the Higgs boson and is made in pairs",
    lagrangian: "L = 1/2 (d_mu S)^2 - 1/2 m^2 S^2 - sin(theta) S sum_f m_f fbar f/v - lambda S^2 H^dagger H",
    conventions: """
      Decays as dark-scalar. lambda is fixed by br_h_ss = BR(h -> S S) = Gamma_SS/(4.07 MeV + Gamma_SS), \
      Gamma_SS = lambda^2 v^2/(8 pi m_h) sqrt(1 - 4 m^2/m_h^2); above m_h/2 there is no lambda. The axis is sin(theta).
      """,
    coupling: mixingAxis, defaultMasses: Model.MassGrid(range: 1e-3...60, count: 201),
    parameters: [.number("br_h_ss", "branching ratio of h -> S S that fixes lambda", 0.01, in: 1e-12...0.99)] + hadronParameters,
    portal: {
      .scalar(
        ScalarPortal(
          name: "dark-scalar-quartic", mixingPerAxis: 1, hadrons: treatment($0), gluons: gluonOrder($0), higgsToPair: $0.number("br_h_ss")))
    })

  public static let scalar = Model(
    name: "scalar", aliases: [], benchmark: nil, title: "Scalar with free couplings to electrons, muons, nucleons and photons",
    lagrangian: "L = 1/2 (d_mu S)^2 - 1/2 m^2 S^2 - g S (g_e ebar e + g_mu mubar mu + g_n Nbar N) + g (g_gamma/4) S F F",
    conventions: """
      The axis g multiplies every coupling below. Each is 0 until it is set, so set at least one: g_e=1 makes the axis the coupling to electrons. \
      d_e and d_me of ultra-light scalars (1007.2792) add g_gamma = d_e sqrt(4 pi G_N) and g_e = d_me m_e sqrt(4 pi G_N). \
      Loops of the electron, the muon and (of order one) the proton add to g_gamma in decays. With g_n only masses below two pions.
      """,
    coupling: Model.CouplingAxis(symbol: "g", meaning: "number that multiplies every coupling", unit: "", range: 1e-30...10),
    defaultMasses: Model.MassGrid(range: 1e-21...0.2, count: 211),
    parameters: [
      .number("g_e", "coupling to electrons", 0, in: -10...10), .number("g_mu", "coupling to muons", 0, in: -10...10),
      .number("g_n", "coupling to protons and neutrons", 0, in: -10...10), .inverseEnergy("g_gamma", "coupling to photons", 0, in: -10...10),
      .number("d_e", "dilaton-like coupling to photons", 0, in: -1e22...1e22),
      .number("d_me", "dilaton-like coupling to the electron mass", 0, in: -1e22...1e22),
    ],
    portal: { parameters in
      let direct = FreeScalarCouplings(
        electron: parameters.number("g_e"), muon: parameters.number("g_mu"), nucleon: parameters.number("g_n"), photon: parameters.number("g_gamma"))
      let dilaton = FreeScalarCouplings.dilaton(photon: parameters.number("d_e"), electronMass: parameters.number("d_me"))
      return .scalar(ScalarPortal(name: "scalar", mixingPerAxis: 0, free: direct + dilaton))
    })

  private static let mixingAxis = Model.CouplingAxis(symbol: "sin(theta)", meaning: "mixing with the Higgs boson", unit: "", range: 1e-18...1)

  private static let hadronParameters: [Model.Parameter] = [
    .option("hadrons", "pion and kaon pairs below 2 GeV", HadronTreatment.allCases.map(\.rawValue)),
    .option("gluons", "order of the width to gluons above 2 GeV", GluonOrder.allCases.map(\.rawValue)),
  ]

  private static func treatment(_ parameters: [Model.Parameter]) -> HadronTreatment { HadronTreatment(rawValue: parameters.option("hadrons")) ?? .dispersive }
  private static func gluonOrder(_ parameters: [Model.Parameter]) -> GluonOrder { GluonOrder(rawValue: parameters.option("gluons")) ?? .joined }
}
