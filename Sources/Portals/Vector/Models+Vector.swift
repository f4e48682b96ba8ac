extension Models {
  /// Vector bosons: the dark photon, gauged numbers, any charges.
  static let vectorBosons: [Model] = [darkPhoton, bMinusL, baryonNumber, lMuMinusLTau, lEMinusLMu, lEMinusLTau, vector]

  public static let darkPhoton = Model(
    name: "dark-photon", aliases: ["bc1"], benchmark: "BC1", title: "Dark photon that decays visibly",
    lagrangian: "L = -1/4 F'_{mu nu} F'^{mu nu} + 1/2 m^2 A'_mu A'^mu - epsilon e A'_mu J_em^mu",
    conventions: """
      epsilon is the mixing with the photon below the weak scale, -(epsilon/2) F' F; the mixing with hypercharge is epsilon/cos(theta_W). \
      The gauge coupling to electrons is g = epsilon e, alpha = alpha(0) at every mass. No decay into dark particles. Gamma(hadrons) = alpha epsilon^2 m R/3. \
      Above 5 GeV, and for neutrinos at every mass, the mixing of hypercharge with the Z is included, to first order in epsilon.
      """,
    coupling: Model.CouplingAxis(symbol: "epsilon", meaning: "kinetic mixing with the photon", unit: "", range: 1e-18...1),
    defaultMasses: masses, parameters: treatments
  ) { parameters in
    .vector(
      VectorPortal(
        name: "dark-photon", charges: .electric, gaugeCouplingPerAxis: VectorPortal.darkPhoton.gaugeCouplingPerAxis, kineticPart: 1,
        pionFormFactor: parameters.pionFormFactor, pionTransition: parameters.pionTransition))
  }

  public static let bMinusL = Model(
    name: "b-minus-l", aliases: [], benchmark: nil, title: "Gauge boson of baryon minus lepton number",
    lagrangian: "L = -1/4 Z'_{mu nu} Z'^{mu nu} + 1/2 m^2 Z'_mu Z'^mu + g Z'_mu (sum_q qbar gamma^mu q/3 - sum_l lbar gamma^mu l - sum nubar gamma^mu nu)",
    conventions: """
      Three light left-handed neutrinos (right-handed ones heavy), each with g^2 m/(24 pi); neutrinos=6 adds three light right-handed ones (Dirac neutrinos). \
      No kinetic mixing at any scale. Hadrons couple through omega (x2 in amplitude) and phi (x -1), not through rho.
      """,
    coupling: gaugeAxis, defaultMasses: masses,
    parameters: [.option("neutrinos", "light neutrino helicity states of charge -1", ["3", "6"])] + treatments
  ) { parameters in
    .vector(
      VectorPortal(
        name: "b-minus-l", charges: .bMinusL, gaugeCouplingPerAxis: 1, hasRightHandedNeutrinos: parameters.option("neutrinos") == "6",
        pionFormFactor: parameters.pionFormFactor, pionTransition: parameters.pionTransition))
  }

  public static let baryonNumber = Model(
    name: "baryon-number", aliases: ["b-boson"], benchmark: nil, title: "Gauge boson of baryon number",
    lagrangian: "L = -1/4 Z'_{mu nu} Z'^{mu nu} + 1/2 m^2 Z'_mu Z'^mu + g Z'_mu sum_q qbar gamma^mu q/3",
    conventions: """
      No leptons at tree level. loop_mixing=estimate gives charged leptons the charge -e^2/(4 pi)^2 = -5.8e-4, the size of one loop: a convention (arXiv:1801.04847), not a prediction, \
      since the mixing diverges without the fermions that cancel the anomalies. The anomalous decays Z -> gamma Z' and B -> K Z' of such theories are not computed. \
      Below the pi0 mass no decay is computed without loop_mixing.
      """,
    coupling: gaugeAxis, defaultMasses: masses,
    parameters: [.option("loop_mixing", "coupling of the charged leptons by loops", ["none", "estimate"])] + treatments
  ) { parameters in
    var charges = FermionCharges.baryonNumber
    if parameters.option("loop_mixing") == "estimate" {
      let charge = -VectorPortal.oneLoopEstimate
      (charges.electron, charges.muon, charges.tau) = (charge, charge, charge)
    }
    return .vector(
      VectorPortal(
        name: "baryon-number", charges: charges, gaugeCouplingPerAxis: 1, pionFormFactor: parameters.pionFormFactor,
        pionTransition: parameters.pionTransition))
  }

  public static let lMuMinusLTau = leptonDifference("l-mu-minus-l-tau", "L_mu - L_tau", ("mu", "tau"), 69.29, .leptonDifference(muon: 1, tau: -1))
  public static let lEMinusLMu = leptonDifference("l-e-minus-l-mu", "L_e - L_mu", ("e", "mu"), 36.68, .leptonDifference(electron: 1, muon: -1))
  public static let lEMinusLTau = leptonDifference("l-e-minus-l-tau", "L_e - L_tau", ("e", "tau"), 23.98, .leptonDifference(electron: 1, tau: -1))

  public static let vector = Model(
    name: "vector", aliases: [], benchmark: nil, title: "Vector boson with any charges",
    lagrangian: "L = -1/4 X_{mu nu} X^{mu nu} + 1/2 m^2 X_mu X^mu + g X_mu sum_f x_f fbar gamma^mu f + epsilon e X_mu J_em^mu",
    conventions: """
      Neutrinos are left-handed. The charges default to the electric ones, for which g = epsilon e of the dark photon (without its mixing with the Z). \
      epsilon_over_g adds kinetic mixing with hypercharge of size epsilon = epsilon_over_g g, with the sign of the Lagrangian above, and its mixing with the Z (above 5 GeV; for \
      neutrinos at every mass). loop_mixing adds loops of charged leptons when their charges x_e, x_mu, x_tau sum to zero; kinetic mixing adds to the loops. invisible_width is Gamma(invisible)/(g^2 m). Anomalies are the user's business.
      """,
    coupling: Model.CouplingAxis(symbol: "g", meaning: "gauge coupling that multiplies the charges", unit: "", range: 1e-18...1),
    defaultMasses: masses,
    parameters: FermionCharges.electric.parameters + [
      .number("epsilon_over_g", "kinetic mixing with the photon over g", 0, in: -1000...1000),
      .number("invisible_width", "width into unseen states over g^2 m; 1/(12 pi) = 0.0265 for a light Dirac fermion of charge one", 0, in: 0...1),
      .option("loop_mixing", loopMeaning, ["none", "running", "running-coherent", "zero-momentum"]),
    ] + treatments
  ) { parameters in
    let kineticPart = parameters.number("epsilon_over_g") * VectorPortal.darkPhoton.gaugeCouplingPerAxis
    return .vector(
      VectorPortal(
        name: "vector", charges: FermionCharges(parameters: parameters).adding(electric: kineticPart), gaugeCouplingPerAxis: 1, kineticPart: kineticPart,
        leptonLoops: LeptonLoopMixing(rawValue: parameters.option("loop_mixing")) ?? .none, invisibleWidth: parameters.number("invisible_width"),
        pionFormFactor: parameters.pionFormFactor, pionTransition: parameters.pionTransition))
  }

  private static let masses = Model.MassGrid(range: 1e-9...1, count: 181)
  private static let gaugeAxis = Model.CouplingAxis(symbol: "g", meaning: "gauge coupling", unit: "", range: 1e-18...1)
  private static let loopMeaning = "mixing with the photon by lepton loops: at q^2 = m^2, the same interfering with tree charges, at q^2 = 0, or none"
  private static let treatments: [Model.Parameter] = [
    .option("pion_form_factor", "published fit behind the two-pion width", PionFormFactor.allCases.map(\.rawValue)),
    .option("pion_transition", "the pi0 in pi0 -> gamma X", PionTransition.allCases.map(\.rawValue)),
  ]

  private static func leptonDifference(
    _ name: String, _ number: String, _ leptons: (String, String), _ inverseMixing: Double, _ charges: FermionCharges
  ) -> Model {
    Model(
      name: name, aliases: [], benchmark: nil, title: "Gauge boson of \(number)",
      lagrangian: """
        L = -1/4 Z'_{mu nu} Z'^{mu nu} + 1/2 m^2 Z'_mu Z'^mu + g Z'_mu (\(leptons.0)bar gamma^mu \(leptons.0) - \(leptons.1)bar gamma^mu \(leptons.1) \
        + nubar_\(leptons.0) gamma^mu nu_\(leptons.0) - nubar_\(leptons.1) gamma^mu nu_\(leptons.1))
        """,
      conventions: """
        Left-handed neutrinos. Loops of the two leptons mix the boson with the photon by epsilon(q^2) = -(e g/2 pi^2) Int dx x(1-x) ln[(m_\(leptons.0)^2 - x(1-x) q^2)/\
        (m_\(leptons.1)^2 - x(1-x) q^2)] in L = epsilon e Z'_mu J_em^mu, g/\(inverseMixing) at q^2 = 0, finite without any parameter. By default it is taken at q^2 = m^2 and gives \
        fermions without a charge of their own their widths; loop_mixing=running-coherent adds its interference with the tree charges (under 1 %). No tree-level kinetic mixing.
        """,
      coupling: gaugeAxis, defaultMasses: masses,
      parameters: [.option("loop_mixing", loopMeaning, LeptonLoopMixing.allCases.map(\.rawValue))] + treatments
    ) { parameters in
      .vector(
        VectorPortal(
          name: name, charges: charges, gaugeCouplingPerAxis: 1, leptonLoops: LeptonLoopMixing(rawValue: parameters.option("loop_mixing")) ?? .running,
          pionFormFactor: parameters.pionFormFactor, pionTransition: parameters.pionTransition))
    }
  }
}

extension [Model.Parameter] {
  fileprivate var pionFormFactor: PionFormFactor { PionFormFactor(rawValue: option("pion_form_factor")) ?? .dualTower }
  fileprivate var pionTransition: PionTransition { PionTransition(rawValue: option("pion_transition")) ?? .pointLike }
}
