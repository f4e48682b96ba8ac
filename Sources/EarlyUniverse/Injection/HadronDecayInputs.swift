import Units

/// Branching fractions of what new particles decay to: the largest modes, normalised where they are used.
public enum HadronDecayInputs {
  private static let pdg = "PDG 2024"

  private static func fraction(_ mode: String, _ value: Double, _ status: SourceStatus = .recalled) -> Input {
    Input("BR(\(mode))", value, source: pdg, status: status)
  }

  static let etaPhotons = fraction("eta -> gamma gamma", 0.3936)
  static let etaNeutral = fraction("eta -> pi0 pi0 pi0", 0.3256)
  static let etaCharged = fraction("eta -> pi+ pi- pi0", 0.2302)
  static let etaRadiative = fraction("eta -> pi+ pi- gamma", 0.0428)
  static let omegaPions = fraction("omega -> pi+ pi- pi0", 0.892)
  static let omegaRadiative = fraction("omega -> pi0 gamma", 0.0835)
  static let omegaPair = fraction("omega -> pi+ pi-", 0.0153)
  static let phiCharged = fraction("phi -> K+ K-", 0.491)
  static let phiNeutral = fraction("phi -> K_L K_S", 0.339)
  static let phiPions = fraction("phi -> pi+ pi- pi0", 0.154)
  static let phiRadiative = fraction("phi -> eta gamma", 0.0130)
  static let etaPrimeCharged = fraction("eta' -> pi+ pi- eta", 0.425)
  static let etaPrimeNeutral = fraction("eta' -> pi0 pi0 eta", 0.224)
  static let etaPrimeRho = fraction("eta' -> rho gamma", 0.295)
  static let etaPrimeOmega = fraction("eta' -> omega gamma", 0.0252)
  static let etaPrimePhotons = fraction("eta' -> gamma gamma", 0.02307)
  static let shortCharged = fraction("K_S -> pi+ pi-", 0.692)
  static let shortNeutral = fraction("K_S -> pi0 pi0", 0.307)
  static let longElectron = fraction("K_L -> pi e nu", 0.4055)
  static let longMuon = fraction("K_L -> pi mu nu", 0.2704)
  static let longNeutral = fraction("K_L -> pi0 pi0 pi0", 0.1952)
  static let longCharged = fraction("K_L -> pi+ pi- pi0", 0.1254)
  static let tauElectron = fraction("tau -> e nu nu", 0.1782)
  static let tauMuon = fraction("tau -> mu nu nu", 0.1739)
  static let tauPion = fraction("tau -> pi nu", 0.1082)
  static let tauRho = fraction("tau -> pi pi0 nu", 0.2549)
  static let tauTwoNeutral = fraction("tau -> pi pi0 pi0 nu", 0.0926)
  static let tauThreeCharged = fraction("tau -> pi pi pi nu", 0.0931)
  static let tauFour = fraction("tau -> pi pi pi pi0 nu", 0.0462)

  private static let multiplicity = "TASSO, Z. Phys. C 45 (1989) 193: n = 3.33 - 0.40 ln s + 0.26 ln^2 s, s in GeV^2"
  static let chargedConstant = Input("mean charged multiplicity of e+ e- -> hadrons, constant", 3.33, source: multiplicity, status: .recalled)
  static let chargedLinear = Input("mean charged multiplicity, coefficient of ln s", -0.40, source: multiplicity, status: .recalled)
  static let chargedSquare = Input("mean charged multiplicity, coefficient of ln^2 s", 0.26, source: multiplicity, status: .recalled)

  public static let all: [Input] = [
    etaPhotons, etaNeutral, etaCharged, etaRadiative, omegaPions, omegaRadiative, omegaPair, phiCharged, phiNeutral, phiPions, phiRadiative, etaPrimeCharged,
    etaPrimeNeutral, etaPrimeRho, etaPrimeOmega, etaPrimePhotons, shortCharged, shortNeutral, longElectron, longMuon, longNeutral, longCharged, tauElectron,
    tauMuon, tauPion, tauRho, tauTwoNeutral, tauThreeCharged, tauFour, chargedConstant, chargedLinear, chargedSquare,
  ]
}
