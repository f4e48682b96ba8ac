import Units

/// Inputs of the dark-sector models that no other portal needs: electromagnetic decays of mesons, their form factors, and the neutron.
enum DarkSectorInputs {
  private static let pdg = "PDG 2024"

  // MARK: Vector mesons to e+ e-

  /// A vector meson with its measured branching ratio to e+ e-.
  struct VectorMeson: Sendable {
    let name: String
    let mass: Input
    let electronFraction: Input
  }

  private static func toElectrons(_ name: String, _ value: Double, _ uncertainty: Double, _ status: SourceStatus) -> Input {
    Input("BR(\(name) -> e+ e-)", value, uncertainty: uncertainty, source: pdg, status: status)
  }

  private static func vectorMass(_ name: String, _ value: Double, _ uncertainty: Double) -> Input {
    Input("\(name) mass", value, unit: "GeV", uncertainty: uncertainty, source: pdg, status: .published)
  }

  static let vectorMesons = [
    VectorMeson(name: "rho0", mass: MesonInputs.rho, electronFraction: toElectrons("rho0", 4.72e-5, 5e-7, .twoSources)),
    VectorMeson(name: "omega", mass: MesonInputs.omega, electronFraction: toElectrons("omega", 7.39e-5, 1.9e-6, .twoSources)),
    VectorMeson(name: "phi", mass: MesonInputs.phi, electronFraction: toElectrons("phi", 2.98e-4, 3e-6, .twoSources)),
    VectorMeson(name: "J/psi", mass: MesonInputs.jPsi, electronFraction: toElectrons("J/psi", 0.05971, 3.2e-4, .twoSources)),
    VectorMeson(name: "psi(2S)", mass: vectorMass("psi(2S)", 3.686097, 1e-5), electronFraction: toElectrons("psi(2S)", 7.94e-3, 2.2e-4, .twoSources)),
    VectorMeson(name: "Upsilon(1S)", mass: vectorMass("Upsilon(1S)", 9.4604, 1e-4), electronFraction: toElectrons("Upsilon(1S)", 0.0239, 8e-4, .twoSources)),
    VectorMeson(name: "Upsilon(2S)", mass: vectorMass("Upsilon(2S)", 10.0234, 5e-4), electronFraction: toElectrons("Upsilon(2S)", 0.0191, 1.6e-3, .twoSources)),
    VectorMeson(name: "Upsilon(3S)", mass: vectorMass("Upsilon(3S)", 10.3551, 5e-4), electronFraction: toElectrons("Upsilon(3S)", 0.0218, 2.1e-3, .twoSources)),
  ]

  // MARK: Radiative decays

  static let omegaToPionPhoton = Input("BR(omega -> pi0 gamma)", 0.0835, uncertainty: 2.7e-3, source: pdg, status: .twoSources)

  /// F = 1 + a q^2/m_pi0^2.
  static let pionSlope = Input("slope a of the pi0 transition form factor", 0.0335, uncertainty: 0.0031, source: "\(pdg), pi0 listing", status: .published)
  /// F = 1/(1 - q^2/Lambda^2).
  static let etaPole = Input(
    "Lambda^-2 of the eta transition form factor", 1.934, unit: "GeV^-2", uncertainty: 0.084, source: "NA60, Phys. Lett. B 757 (2016) 437", status: .published)
  /// |F|^2 = Lambda^2 (Lambda^2 + gamma^2)/((Lambda^2 - q^2)^2 + Lambda^2 gamma^2).
  static let etaPrimePole = Input(
    "Lambda of the eta' transition form factor", 0.802, unit: "GeV", uncertainty: 0.011, source: "BESIII 2024, HEPData record of eta/eta' -> gamma e+ e-",
    status: .published)
  static let etaPrimePoleWidth = Input(
    "gamma of the eta' transition form factor", 0.113, unit: "GeV", uncertainty: 0.010, source: "BESIII 2024, HEPData record of eta/eta' -> gamma e+ e-",
    status: .published)
  /// F = 1/(1 - q^2/Lambda^2).
  static let omegaPole = Input(
    "Lambda^-2 of the omega -> pi0 form factor", 2.223, unit: "GeV^-2", uncertainty: 0.045, source: "NA60, Phys. Lett. B 757 (2016) 437", status: .published)

  // MARK: Widths of two narrow states: they place integration nodes, no result depends on them

  static let omegaWidth = Input("omega(782) total width", 8.68e-3, unit: "GeV", uncertainty: 1.3e-4, source: pdg, status: .published)
  static let phiWidth = Input("phi(1020) total width", 4.249e-3, unit: "GeV", uncertainty: 1.3e-5, source: pdg, status: .published)

  // MARK: Neutron

  /// CODATA 2018, as used by the PDG 2024; the photon energy of n -> chi gamma is a small difference, so the edition matters at 1e-6 of it.
  static let neutronMass = Input("neutron mass", 0.939_565_420_52, unit: "GeV", uncertainty: 5.4e-10, source: pdg, status: .published)
  static let neutronGFactor = Input("neutron g factor", -3.826_085_45, uncertainty: 9e-7, source: "CODATA 2018", status: .twoSources)
  static let neutronLifetime = Input("neutron lifetime", 878.4, unit: "s", uncertainty: 0.5, source: pdg, status: .twoSources)
  /// 9Be -> chi + 2 alpha, of atoms: 9.012183062 u - 2 x 4.002603254 u, u = 0.93149410242 GeV.
  static let berylliumWindow = Input(
    "lowest chi mass allowed by the stability of 9Be", 0.937_992_7, unit: "GeV", uncertainty: 1e-7,
    source: "M(9Be) - 2 M(4He) of the atomic mass evaluation AME2020, Chin. Phys. C 45 (2021) 030003", status: .derived)

  static let mesonInputs: [Input] =
    vectorMesons.flatMap { [$0.mass, $0.electronFraction] } + [
      omegaToPionPhoton, pionSlope, etaPole, etaPrimePole, etaPrimePoleWidth, omegaPole, MesonInputs.neutralPion, MesonInputs.eta, MesonInputs.etaPrime,
      MesonInputs.pionToPhotons, MesonInputs.etaToPhotons, MesonInputs.etaPrimeToPhotons, ElectroweakInputs.zMass, ElectroweakInputs.zWidth,
      ElectroweakInputs.weakMixing, ElectroweakInputs.fermiConstant,
    ]
  static let neutronInputs: [Input] = [neutronMass, neutronGFactor, neutronLifetime, berylliumWindow]
  static let all: [Input] = mesonInputs + [omegaWidth, phiWidth] + neutronInputs
}
