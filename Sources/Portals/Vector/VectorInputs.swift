import Units

/// Inputs of the production of vector bosons and of the hadronic band, beside those of the hadronic widths.
enum VectorInputs {
  private static let pdg = "PDG 2024"

  /// Departure of omega and phi from pure light and pure strange quarks, from Gamma(phi -> pi0 gamma)/Gamma(omega -> pi0 gamma).
  static let omegaPhiMixing = Input("omega-phi mixing angle from ideal", 3.4 * degree, unit: "rad", source: "KLOE, arXiv:0906.3819", status: .recalled)

  static let rhoWidth = Input("rho(770)0 width", 0.1474, unit: "GeV", uncertainty: 8e-4, source: pdg, status: .published)
  static let omegaWidth = Input("omega(782) width", 8.68e-3, unit: "GeV", uncertainty: 1.3e-4, source: pdg, status: .published)
  static let phiWidth = Input("phi(1020) width", 4.249e-3, unit: "GeV", uncertainty: 1.3e-5, source: pdg, status: .published)

  // Radiative decays, into which the boson takes the photon's place.
  static let omegaToPion = HadronInputs.omegaToPhoton
  static let omegaToEta = fraction("omega -> eta gamma", 4.5e-4, 4e-5)
  static let rhoToPion = fraction("rho0 -> pi0 gamma", 4.7e-4, 8e-5)
  static let rhoToEta = fraction("rho0 -> eta gamma", 3.00e-4, 2.1e-5)
  static let chargedRhoToPion = fraction("rho+ -> pi+ gamma", 4.5e-4, 5e-5)
  static let phiToPion = fraction("phi -> pi0 gamma", 1.32e-3, 5e-5)
  static let phiToEta = Input("fraction of phi -> eta gamma", 0.01303, uncertainty: 2.5e-4, source: pdg, status: .twoSources)
  static let phiToEtaPrime = fraction("phi -> eta' gamma", 6.22e-5, 2.1e-6)
  static let etaPrimeToOmega = fraction("eta' -> omega gamma", 0.0252, 7e-4)
  static let etaToPionPair = fraction("eta -> pi+ pi- gamma", 0.0428, 7e-4)
  static let etaPrimeToPionPair = fraction("eta' -> pi+ pi- gamma", 0.295, 4e-3)
  static let jPsiToEta = fraction("J/psi -> eta gamma", 1.085e-3, 1.8e-5)
  static let jPsiToEtaPrime = fraction("J/psi -> eta' gamma", 5.25e-3, 7e-5)
  static let dStarZeroToD = fraction("D*0 -> D0 gamma", 0.353, 9e-3)
  static let dStarPlusToD = fraction("D*+ -> D+ gamma", 0.016, 4e-3)
  static let deltaToNucleon = fraction("Delta -> N gamma", 6.0e-3, 5e-4)

  static let deltaMass = Input("Delta(1232) mass", 1.232, unit: "GeV", uncertainty: 2e-3, source: pdg, status: .published)
  static let psiSecondMass = HeavyQuarkInputs.quarkonia[1].mass

  /// Form factor of K+ -> pi+ gamma*, W = G_F m_K^2 (a + b z) without its small two-pion loop.
  static let kaonSlopeA = Input("a_+ of K+ -> pi+ gamma*", -0.578, uncertainty: 0.016, source: "NA48/2, arXiv:0903.3130", status: .recalled)
  static let kaonSlopeB = Input("b_+ of K+ -> pi+ gamma*", -0.779, uncertainty: 0.066, source: "NA48/2, arXiv:0903.3130", status: .recalled)

  static let all: [Input] = [
    omegaPhiMixing, MesonInputs.rho, rhoWidth, omegaWidth, phiWidth, omegaToEta, rhoToPion, rhoToEta, chargedRhoToPion, phiToPion, phiToEta, phiToEtaPrime,
    etaPrimeToOmega, etaToPionPair, etaPrimeToPionPair, jPsiToEta, jPsiToEtaPrime, dStarZeroToD, dStarPlusToD, deltaToNucleon, deltaMass, kaonSlopeA,
    kaonSlopeB, MesonInputs.pionToPhotons,
    MesonInputs.etaToPhotons, MesonInputs.etaPrimeToPhotons, MesonInputs.chargedKaonWidth, MesonInputs.dPlus, MesonInputs.dStarPlus, QuarkInputs.topPole,
    ElectroweakInputs.weakMixing, ElectroweakInputs.zWidth, ElectroweakInputs.wMass, ElectroweakInputs.higgsMass, ElectroweakInputs.fermiConstant,
  ]

  private static func fraction(_ name: String, _ value: Double, _ uncertainty: Double) -> Input {
    Input("fraction of \(name)", value, uncertainty: uncertainty, source: pdg, status: .recalled)
  }
}
