import Units

/// Decays of mesons into a dipole lepton through a virtual photon, both charge conjugates together, the same for a Dirac and a Majorana N.
enum DipoleProduction {
  /// Vector mesons with their branching ratio into e+ e-.
  private static let vectors: [(name: String, mass: Input, electrons: Input)] = [
    ("rho0", MesonInputs.rho, DipoleInputs.rhoToElectrons), ("omega", MesonInputs.omega, DipoleInputs.omegaToElectrons),
    ("phi", MesonInputs.phi, DipoleInputs.phiToElectrons), ("J/psi", MesonInputs.jPsi, DipoleInputs.jPsiToElectrons),
  ]
  private static let pseudoscalars: [(name: String, mass: Input, photons: Input)] = [
    ("pi0", MesonInputs.neutralPion, MesonInputs.pionToPhotons), ("eta", MesonInputs.eta, MesonInputs.etaToPhotons),
  ]

  /// Branching ratios at a mass in GeV and a dipole d in 1/GeV; closed channels are absent.
  static func channels(mass: Double, dipole: Double) -> [ProductionChannel] {
    let radiative = pseudoscalars.compactMap { meson -> ProductionChannel? in
      let ratio = meson.photons.value * dipole * dipole * dalitz(mass, parent: meson.mass.value)
      return ratio > 0 ? ProductionChannel(parent: meson.name, name: "\(meson.name) -> gamma nu N", branchingRatio: ratio) : nil
    }
    let pairs = vectors.compactMap { meson -> ProductionChannel? in
      let ratio = meson.electrons.value * dipole * dipole * overElectrons(mass, parent: meson.mass.value)
      return ratio > 0 ? ProductionChannel(parent: meson.name, name: "\(meson.name) -> nu N", branchingRatio: ratio) : nil
    }
    return radiative + pairs
  }

  /// Gamma(V -> nu N)/(d^2 Gamma(V -> e+ e-)) in GeV^2: 2 m_V^2 (1 - y)^2 (1 + 2y)/(4 pi alpha), y = m^2/m_V^2; the electron mass is neglected.
  private static func overElectrons(_ mass: Double, parent: Double) -> Double {
    let y = mass * mass / (parent * parent)
    guard y < 1 else { return 0 }
    return 2 * parent * parent * (1 - y) * (1 - y) * (1 + 2 * y) / (4 * .pi * NaturalUnits.alpha)
  }

  /// Gamma(P -> gamma nu N)/(d^2 Gamma(P -> gamma gamma)) in GeV^2: (1/3 pi^2) Int_{m^2}^{m_P^2} dq2 (1 - q2/m_P^2)^3 (1 - y)^2 (1 + 2y), y = m^2/q2; the transition
  /// form factor is left out.
  private static func dalitz(_ mass: Double, parent: Double) -> Double {
    let (m2, p2) = (mass * mass, parent * parent)
    guard m2 < p2 else { return 0 }
    let integral = NeutralLeptonPhaseSpace.bothEndsRoots(from: m2, to: p2, rule: NeutralLeptonPhaseSpace.fine) { q2 in
      let (open, y) = (max(0, 1 - q2 / p2), min(1, m2 / q2))
      return open * open * open * (1 - y) * (1 - y) * (1 + 2 * y)
    }
    return integral / (3 * Double.pi * Double.pi)
  }
}

/// Branching ratios of vector mesons into e+ e-.
enum DipoleInputs {
  private static let pdg = "PDG 2024"
  static let rhoToElectrons = Input("BR(rho0 -> e+ e-)", 4.72e-5, uncertainty: 5e-7, source: pdg, status: .recalled)
  static let omegaToElectrons = Input("BR(omega -> e+ e-)", 7.39e-5, uncertainty: 1.9e-6, source: pdg, status: .recalled)
  static let phiToElectrons = Input("BR(phi -> e+ e-)", 2.98e-4, uncertainty: 3e-6, source: pdg, status: .recalled)
  static let jPsiToElectrons = Input("BR(J/psi -> e+ e-)", 0.05971, uncertainty: 3.2e-4, source: pdg, status: .twoSources)
  static let all = [rhoToElectrons, omegaToElectrons, phiToElectrons, jPsiToElectrons]
}
