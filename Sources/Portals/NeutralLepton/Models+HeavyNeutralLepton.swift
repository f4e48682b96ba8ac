extension Models {
  /// The models of a heavy neutral lepton.
  static let heavyNeutralLeptons: [Model] = [hnlElectron, hnlMuon, hnlTau, hnl]

  public static let hnlElectron = heavyNeutralLepton(.electronMixing, aliases: ["bc6"], benchmark: "BC6", with: "electron neutrino", symbol: "|U_e|^2")
  public static let hnlMuon = heavyNeutralLepton(.muonMixing, aliases: ["bc7"], benchmark: "BC7", with: "muon neutrino", symbol: "|U_mu|^2")
  public static let hnlTau = heavyNeutralLepton(.tauMixing, aliases: ["bc8"], benchmark: "BC8", with: "tau neutrino", symbol: "|U_tau|^2")

  public static let hnl = Model(
    name: "hnl", title: "Heavy neutral lepton with any mixing", lagrangian: lagrangian,
    conventions:
      "|U_a|^2 = coupling times the share u_a2 of each flavour; the shares are not normalised, so 1, 1, 1 gives every |U_a|^2 the value on the axis. \(counting)",
    coupling: Model.CouplingAxis(symbol: "|U|^2", meaning: "what multiplies the shares u_e2, u_mu2, u_tau2", unit: "", range: 1e-22...1),
    defaultMasses: Model.MassGrid(range: 1e-3...100, count: 151),
    parameters: [
      .number("u_e2", "|U_e|^2 at a coupling of one", 1, in: 0...1000), .number("u_mu2", "|U_mu|^2 at a coupling of one", 1, in: 0...1000),
      .number("u_tau2", "|U_tau|^2 at a coupling of one", 1, in: 0...1000),
    ] + choices,
    portal: { parameters in
      .heavyNeutralLepton(
        portal("hnl", parameters.number("u_e2"), parameters.number("u_mu2"), parameters.number("u_tau2"), parameters))
    })

  private static let lagrangian = """
    L = (g/sqrt 2) sum_a U_a W_mu lbar_a gamma^mu P_L N + (g/2 cos theta_W) sum_a U_a Z_mu nubar_a gamma^mu P_L N - (g m/2 m_W) sum_a U_a h nubar_a P_R N + h.c.
    """
  private static let counting = """
    nature=majorana (default) counts a final state and its charge conjugate in one number, twice the Dirac width; production from a meson or lepton is the same for both. \
    f_pi = 130 MeV. Below 5 GeV a contact interaction, above with W and Z propagators up to 1 TeV, where f f' from on-shell bosons are inside the fermionic states.
    """
  private static let choices: [Model.Parameter] = [
    .option("nature", "whether N is its own antiparticle", HeavyNeutralLeptonPortal.Nature.allCases.map(\.rawValue)),
    .option(
      "hadrons", "single mesons and quarks: joined, mesons alone, or the larger above 1 GeV", HeavyNeutralLeptonPortal.HadronTreatment.allCases.map(\.rawValue)),
    .option("two_pions", "a rho without width, or pion pairs with the measured form factor", HeavyNeutralLeptonPortal.TwoPions.allCases.map(\.rawValue)),
  ]

  private static func portal(_ name: String, _ electron: Double, _ muon: Double, _ tau: Double, _ parameters: [Model.Parameter]) -> HeavyNeutralLeptonPortal {
    HeavyNeutralLeptonPortal(
      name: name, electron: electron, muon: muon, tau: tau, nature: .init(rawValue: parameters.option("nature")) ?? .majorana,
      hadronTreatment: .init(rawValue: parameters.option("hadrons")) ?? .joined, twoPions: .init(rawValue: parameters.option("two_pions")) ?? .rho)
  }

  private static func heavyNeutralLepton(
    _ mixing: HeavyNeutralLeptonPortal, aliases: [String], benchmark: String, with neutrino: String, symbol: String
  ) -> Model {
    Model(
      name: mixing.name, aliases: aliases, benchmark: benchmark, title: "Heavy neutral lepton that mixes with the \(neutrino)", lagrangian: lagrangian,
      conventions: "Only \(symbol) differs from zero. \(counting)",
      coupling: Model.CouplingAxis(symbol: symbol, meaning: "squared mixing with the \(neutrino)", unit: "", range: 1e-22...1),
      defaultMasses: Model.MassGrid(range: 1e-3...100, count: 151), parameters: choices,
      portal: { .heavyNeutralLepton(portal(mixing.name, mixing.electron, mixing.muon, mixing.tau, $0)) })
  }
}
