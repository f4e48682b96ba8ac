extension Models {
  /// Dark matter with a mediator, millicharged particles, the neutron portal.
  static let darkSector = [darkPhotonInvisible, inelastic, millicharged, neutronPortal, darkHiggs]

  static let omegaFormFactorParameter = Model.Parameter.option(
    "omega_form_factor", "form factor of omega -> pi0 gamma*: the pole fitted by NA60, or vector dominance", OmegaFormFactor.allCases.map(\.rawValue))

  /// The axis y or epsilon; the range of y is that of epsilon from 1e-12 to 1.
  static func mixingAxis(_ axis: DarkMatterPortal.CouplingAxis, alphaD: Double, massRatio: Double, chi: String) -> Model.CouplingAxis {
    switch axis {
    case .epsilon: return Model.CouplingAxis(symbol: "epsilon", meaning: "kinetic mixing with the photon", unit: "", range: 1e-12...1)
    case .y:
      let largest = alphaD / (massRatio * massRatio * massRatio * massRatio)
      return Model.CouplingAxis(symbol: "y", meaning: "epsilon^2 alpha_D (m_\(chi)/m_A')^4", unit: "", range: (1e-24 * largest)...largest)
    }
  }

  private static let alphaDMeaning = "dark coupling g_D^2/(4 pi), perturbative well below 1"
}

extension Models {
  public static let darkPhotonInvisible = Model(
    name: "dark-photon-invisible", aliases: ["bc2"], benchmark: "BC2", title: "Dark photon that decays into light dark matter",
    lagrangian: """
      L = -1/4 F'^2 + 1/2 m_A'^2 A'^2 - epsilon e A'_mu J_em^mu + g_D A'_mu J_D^mu, J_D = chibar gamma^mu chi (dirac), i chi1bar gamma^mu chi2 (pseudo-dirac), \
      i (chi* d^mu chi - chi d^mu chi*) (complex-scalar), (1/2) chibar gamma^mu gamma5 chi (majorana)
      """,
    conventions: """
      Coupling axis y = epsilon^2 alpha_D (m_chi/m_A')^4 (or epsilon with coupling_axis=epsilon). The mass axis is the mediator's, the particle that decays; the plane of BC2 \
      has m_chi = m_A'/mass_ratio (mass_axis=chi makes that the axis). alpha_D = 0.1 and m_A' = 3 m_chi are the benchmark; papers also use 0.5, and y compares only at \
      the same mass_ratio. alpha_D up to 1 is accepted; loops are alpha_D/pi. epsilon, g_D, annihilation and scattering cross sections are derived quantities. \
      Below m_A' = 2 m_chi the decay is purely visible.
      """,
    coupling: { parameters in
      mixingAxis(
        DarkMatterPortal.CouplingAxis(rawValue: parameters.option("coupling_axis")) ?? .y, alphaD: parameters.number("alpha_d"),
        massRatio: parameters.number("mass_ratio"), chi: "chi")
    },
    defaultMasses: Model.MassGrid(range: 1e-3...10, count: 161),
    parameters: [
      .option("nature", "what chi is", DarkMatterNature.allCases.map(\.rawValue)), .number("alpha_d", alphaDMeaning, 0.1, in: 1e-6...1),
      .number("mass_ratio", "m_A'/m_chi", 3, in: 0.1...1000), .number("splitting", "(m_2 - m_1)/m_1 of a pseudo-Dirac pair", 0, in: 0...10),
      .option("coupling_axis", "the number on the axis", DarkMatterPortal.CouplingAxis.allCases.map(\.rawValue)),
      .option("mass_axis", "whose mass is on the axis", DarkMatterPortal.MassAxis.allCases.map(\.rawValue)), omegaFormFactorParameter,
    ],
    portal: { parameters in
      .darkMatter(
        DarkMatterPortal(
          nature: DarkMatterNature(rawValue: parameters.option("nature")) ?? .dirac, alphaD: parameters.number("alpha_d"),
          massRatio: parameters.number("mass_ratio"), splitting: parameters.number("splitting"),
          couplingAxis: DarkMatterPortal.CouplingAxis(rawValue: parameters.option("coupling_axis")) ?? .y,
          massAxis: DarkMatterPortal.MassAxis(rawValue: parameters.option("mass_axis")) ?? .mediator,
          omegaFormFactor: OmegaFormFactor(rawValue: parameters.option("omega_form_factor")) ?? .na60))
    })

  public static let inelastic = Model(
    name: "inelastic", title: "Inelastic dark matter: chi2 -> chi1 and a virtual dark photon",
    lagrangian: "L = -1/4 F'^2 + 1/2 m_A'^2 A'^2 - epsilon e A'_mu J_em^mu + i g_D A'_mu chi1bar gamma^mu chi2, chi1 and chi2 Majorana, m_2 = m_1 (1 + delta)",
    conventions: """
      The particle that decays is chi2; the mass axis is m_1, the dark matter. delta = (m_2 - m_1)/m_1 is relative (papers also quote the absolute Delta = delta m_1). \
      Widths keep phase space and propagator; treatment=static gives the leading term in Delta/m_1 and Delta/m_A'. Coupling axis epsilon, or y = epsilon^2 alpha_D \
      (m_1/m_A')^4 with coupling_axis=y. Where m_A' < m_2 - m_1 the decay is chi2 -> chi1 A', at first order in alpha_D alone.
      """,
    coupling: { parameters in
      mixingAxis(
        DarkMatterPortal.CouplingAxis(rawValue: parameters.option("coupling_axis")) ?? .epsilon, alphaD: parameters.number("alpha_d"),
        massRatio: parameters.number("mass_ratio"), chi: "1")
    },
    defaultMasses: Model.MassGrid(range: 1e-2...10, count: 121),
    parameters: [
      .number("delta", "(m_2 - m_1)/m_1", 0.1, in: 1e-6...10), .number("mass_ratio", "m_A'/m_1", 3, in: 0.1...1000),
      .number("alpha_d", alphaDMeaning, 0.1, in: 1e-6...1),
      .option("treatment", "exact, or the static limit", InelasticPortal.Treatment.allCases.map(\.rawValue)),
      .option("coupling_axis", "the number on the axis", ["epsilon", "y"]), omegaFormFactorParameter,
    ],
    portal: { parameters in
      .inelastic(
        InelasticPortal(
          alphaD: parameters.number("alpha_d"), massRatio: parameters.number("mass_ratio"), delta: parameters.number("delta"),
          couplingAxis: DarkMatterPortal.CouplingAxis(rawValue: parameters.option("coupling_axis")) ?? .epsilon,
          treatment: InelasticPortal.Treatment(rawValue: parameters.option("treatment")) ?? .full,
          omegaFormFactor: OmegaFormFactor(rawValue: parameters.option("omega_form_factor")) ?? .na60))
    })

  public static let millicharged = Model(
    name: "millicharged", aliases: ["bc3"], benchmark: "BC3", title: "Millicharged particle",
    lagrangian: "L = Q e A_mu chibar gamma^mu chi (fermion), i Q e A^mu (chi* d_mu chi - chi d_mu chi*) (complex-scalar); coupling to the Z: -Q e tan(theta_W)",
    conventions: """
      The axis is Q, the charge in units of e = sqrt(4 pi alpha(0)). The charge is a hypercharge, so the Z couples to it with -Q e tan(theta_W). chi is stable: the \
      total width is zero and there is no lifetime. dark_photon=massless: the charge comes from kinetic mixing with a massless dark photon, Q = epsilon g_D/e; \
      production and vacuum rates do not change, cosmology, supernovae and dark matter do.
      """,
    coupling: Model.CouplingAxis(symbol: "Q", meaning: "electric charge over e", unit: "", range: 1e-18...1),
    defaultMasses: Model.MassGrid(range: 1e-9...100, count: 221),
    parameters: [
      .option("nature", "what chi is", MillichargedPortal.Nature.allCases.map(\.rawValue)),
      .option("dark_photon", "whether a massless dark photon gives the charge", MillichargedPortal.DarkPhoton.allCases.map(\.rawValue)),
      .number("alpha_d", "g_D^2/(4 pi) of the massless dark photon", 0.1, in: 1e-6...1), omegaFormFactorParameter,
      .energy("plasma_frequency", "plasma frequency for the derived plasmon width, 0 for none", 0, in: 0...1),
      .energy("plasmon_energy", "energy of that plasmon, 0 for one at rest", 0, in: 0...1000),
    ],
    portal: { parameters in
      .millicharged(
        MillichargedPortal(
          nature: MillichargedPortal.Nature(rawValue: parameters.option("nature")) ?? .fermion,
          darkPhoton: MillichargedPortal.DarkPhoton(rawValue: parameters.option("dark_photon")) ?? .none, alphaD: parameters.number("alpha_d"),
          omegaFormFactor: OmegaFormFactor(rawValue: parameters.option("omega_form_factor")) ?? .na60,
          plasmaFrequency: parameters.number("plasma_frequency"), plasmonEnergy: parameters.number("plasmon_energy")))
    })

  public static let neutronPortal = Model(
    name: "neutron-portal", title: "Neutral fermion that mixes with the neutron",
    lagrangian: "L = chibar (i dslash - m_chi) chi - delta (nbar chi + chibar n)",
    conventions: """
      The axis is delta in GeV; theta = delta/(m_n - m_chi). n -> chi gamma is production with the measured magnetic moment, L = -(mu_n/2) nbar sigma F n, mu_n = -1.913 \
      e/(2 m_p); arXiv:1801.01124 prints g_n e/(2 m_n) for it, which makes the rate 16 times larger (moment=1801.01124). A chi that is stable and leaves 9Be stable has \
      0.937993 GeV < m < 0.938783 GeV (arXiv:1801.01124 has 0.937900, the threshold of chi 8Be instead of chi 2 alpha). n - n' oscillations of a degenerate mirror neutron are another model.
      """,
    coupling: Model.CouplingAxis(symbol: "delta", meaning: "mass mixing with the neutron", unit: "GeV", range: 1e-24...1e-6),
    defaultMasses: Model.MassGrid(range: 0.938...0.93955, count: 32),
    parameters: [.option("moment", "normalisation of the magnetic transition", NeutronPortal.MagneticMoment.allCases.map(\.rawValue))],
    portal: { .neutron(NeutronPortal(moment: NeutronPortal.MagneticMoment(rawValue: $0.option("moment")) ?? .measured)) })

  public static let darkHiggs = Model(
    name: "dark-higgs", title: "Dark Higgs boson that gives the dark photon its mass",
    lagrangian: """
      L = |D Phi|^2 - lambda_D (|Phi|^2 - v_D^2/2)^2 - sin(theta) phi (sum_f m_f fbar f/v - 2 m_W^2 W W/v - m_Z^2 Z Z/v) - epsilon e A'_mu J_em^mu, \
      D = d - i g_D A', m_A' = g_D v_D
      """,
    conventions: """
      The axis is sin(theta), the mixing of phi with the Higgs boson; decays as dark-scalar, and into dark photons with alpha_D m^3/(8 m_A'^2) sqrt(1 - 4x) \
      (1 - 4x + 12x^2), x = (m_A'/m)^2, times cos^2(theta). For m_A' < m < 2 m_A' one dark photon is virtual and needs epsilon. Decays through loops of dark photons \
      (epsilon^4 alpha^2) are left out. lambda_D = 2 pi alpha_D (m_phi/m_A')^2 above 4 pi is refused.
      """,
    coupling: Model.CouplingAxis(symbol: "sin(theta)", meaning: "mixing with the Higgs boson", unit: "", range: 1e-12...1),
    defaultMasses: Model.MassGrid(range: 1e-3...10, count: 161),
    parameters: [
      .number("alpha_d", alphaDMeaning, 0.1, in: 1e-12...1), .number("mass_ratio", "m_A'/m_phi", 0.4, in: 1e-3...1000),
      .number("epsilon", "kinetic mixing of the dark photon with the photon", 1e-3, in: 1e-12...1),
    ],
    portal: { parameters in
      .darkHiggs(
        DarkHiggsPortal(alphaD: parameters.number("alpha_d"), massRatio: parameters.number("mass_ratio"), epsilon: parameters.number("epsilon")))
    })
}
