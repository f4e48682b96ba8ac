import Units

/// What heavy neutral leptons need beyond the shared inputs: decay constants of neutral and vector mesons.
enum NeutralLeptonInputs {
  private static let bondarenko = "arXiv:1805.08567, as in GAMBIT and ALPINIST"
  private static let lattice = "lattice average as in flavio"

  // MARK: Decay constants, 130 MeV convention, GeV

  static let fEta = Input("decay constant of eta in the weak neutral current", 0.0817, unit: "GeV", uncertainty: 0.004, source: bondarenko, status: .twoSources)
  static let fEtaPrime = Input(
    "decay constant of eta' in the weak neutral current", 0.0947, unit: "GeV", uncertainty: 0.005, source: bondarenko, status: .twoSources)
  static let fEtaCharm = Input("decay constant of eta_c", 0.237, unit: "GeV", uncertainty: 0.05, source: bondarenko, status: .twoSources)
  static let fRho = Input(
    "decay constant of rho", 0.209, unit: "GeV", uncertainty: 0.004, source: "\(bondarenko) (g_rho = f m = 0.162 GeV^2)", status: .twoSources)
  static let fOmega = Input("decay constant of omega", 0.195, unit: "GeV", uncertainty: 0.010, source: bondarenko, status: .twoSources)
  static let fPhi = Input("decay constant of phi", 0.229, unit: "GeV", uncertainty: 0.005, source: bondarenko, status: .twoSources)
  static let fKStar = Input("decay constant of K*(892)", 0.204, unit: "GeV", uncertainty: 0.007, source: lattice, status: .twoSources)
  static let fJPsi = Input("decay constant of J/psi", 0.4104, unit: "GeV", uncertainty: 0.0017, source: lattice, status: .twoSources)
  static let dStarRatio = Input("f_D*/f_D", 1.097, uncertainty: 0.03, source: "lattice, as in GAMBIT", status: .published)
  static let dStarStrangeRatio = Input("f_Ds*/f_Ds", 1.093, uncertainty: 0.03, source: "lattice, as in GAMBIT", status: .published)
  static let etaCharm = Input("eta_c mass", 2.9841, unit: "GeV", uncertainty: 4e-4, source: "PDG 2024", status: .recalled)

  static let decays = [fEta, fEtaPrime, fEtaCharm, fRho, fOmega, fPhi, fKStar, fJPsi, dStarRatio, dStarStrangeRatio, etaCharm]
}
