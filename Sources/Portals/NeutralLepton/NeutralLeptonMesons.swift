import Units

/// One meson beside a charged lepton or a neutrino: mass, (decay constant x coupling)^2 and its relative error.
struct MesonMode: Sendable {
  enum Spin: Sendable { case pseudoscalar, vector }

  /// The meson's part of the final state's name.
  let name: String
  let spin: Spin
  let mass: Double
  /// (f |V|)^2 for the charged current, f^2/2 or (f kappa)^2/2 for the neutral one, GeV^2.
  let strength: Double
  /// Relative error of `strength` from that of the decay constant.
  let error: Double

  /// Width in units of G_F^2 m^5 |U|^2/(192 pi^3) beside a lepton of the given mass.
  func width(_ mass: Double, lepton: Double) -> Double {
    switch spin {
    case .pseudoscalar: NeutralLeptonTwoBody.pseudoscalar(mass, lepton: lepton, meson: self.mass, strength: strength)
    case .vector: NeutralLeptonTwoBody.vector(mass, lepton: lepton, meson: self.mass, strength: strength)
    }
  }

  /// Charged current: quark mixing `ckm`.
  static func charged(_ name: String, _ spin: Spin, _ mass: Input, _ constant: Input, ratio: Input? = nil, ckm: Input) -> MesonMode {
    let amplitude = constant.value * (ratio?.value ?? 1) * ckm.value
    let error = 2 * ((constant.uncertainty ?? 0) / constant.value + (ratio.map { ($0.uncertainty ?? 0) / $0.value } ?? 0))
    return MesonMode(name: name, spin: spin, mass: mass.value, strength: amplitude * amplitude, error: error)
  }

  /// Neutral current: `coupling` is 1 for a pseudoscalar, kappa for a vector meson.
  static func neutral(_ name: String, _ spin: Spin, _ mass: Input, _ constant: Input, coupling: Double = 1) -> MesonMode {
    let amplitude = constant.value * coupling
    return MesonMode(name: name, spin: spin, mass: mass.value, strength: 0.5 * amplitude * amplitude, error: 2 * (constant.uncertainty ?? 0) / constant.value)
  }
}

/// The mesons a heavy neutral lepton decays to, by the quarks they are made of.
///
/// kappa of a neutral vector meson is sqrt 2 times the sum of its quarks' vector couplings g_V = T_3 - 2 Q sin^2 theta_W with the flavour wave function
/// (docs/models/heavy-neutral-leptons.md): rho 1 - 2s, omega -2s/3, phi -(1 - 4s/3)/sqrt 2, J/psi (1 - 8s/3)/sqrt 2, s = sin^2 theta_W.
enum NeutralLeptonMesons {
  private typealias I = NeutralLeptonInputs
  private static let s = ElectroweakInputs.weakMixing.value

  static let chargedLight: [MesonMode] = [
    .charged("pi", .pseudoscalar, MesonInputs.chargedPion, MesonInputs.fPion, ckm: ElectroweakInputs.vud),
    .charged("K", .pseudoscalar, MesonInputs.chargedKaon, MesonInputs.fKaon, ckm: ElectroweakInputs.vus),
    .charged("rho", .vector, MesonInputs.rho, I.fRho, ckm: ElectroweakInputs.vud),
    .charged("K*", .vector, MesonInputs.chargedKStar, I.fKStar, ckm: ElectroweakInputs.vus),
  ]
  static let chargedCharm: [MesonMode] = [
    .charged("D", .pseudoscalar, MesonInputs.dPlus, MesonInputs.fD, ckm: ElectroweakInputs.vcd),
    .charged("D_s", .pseudoscalar, MesonInputs.dStrange, MesonInputs.fDStrange, ckm: ElectroweakInputs.vcs),
    .charged("D*", .vector, MesonInputs.dStarPlus, MesonInputs.fD, ratio: I.dStarRatio, ckm: ElectroweakInputs.vcd),
    .charged("D_s*", .vector, MesonInputs.dStarStrange, MesonInputs.fDStrange, ratio: I.dStarStrangeRatio, ckm: ElectroweakInputs.vcs),
  ]
  static let chargedBottom: [MesonMode] = [.charged("B", .pseudoscalar, MesonInputs.bPlus, MesonInputs.fB, ckm: ElectroweakInputs.vub)]
  static let chargedBottomCharm: [MesonMode] = [.charged("B_c", .pseudoscalar, MesonInputs.bCharm, MesonInputs.fBCharm, ckm: ElectroweakInputs.vcb)]

  static let neutralLight: [MesonMode] = [
    .neutral("pi0", .pseudoscalar, MesonInputs.neutralPion, MesonInputs.fPion),
    .neutral("eta", .pseudoscalar, MesonInputs.eta, I.fEta),
    .neutral("eta'", .pseudoscalar, MesonInputs.etaPrime, I.fEtaPrime),
    .neutral("rho0", .vector, MesonInputs.rho, I.fRho, coupling: 1 - 2 * s),
    .neutral("omega", .vector, MesonInputs.omega, I.fOmega, coupling: -2 * s / 3),
    .neutral("phi", .vector, MesonInputs.phi, I.fPhi, coupling: -(1 - 4 * s / 3) / 2.0.squareRoot()),
  ]
  static let neutralCharm: [MesonMode] = [
    .neutral("eta_c", .pseudoscalar, I.etaCharm, I.fEtaCharm),
    .neutral("J/psi", .vector, MesonInputs.jPsi, I.fJPsi, coupling: (1 - 8 * s / 3) / 2.0.squareRoot()),
  ]
}
