import Units

extension DipolePortal: ParticlePhysics {
  /// The moment mu = 2 d in Bohr magnetons, and the scale 1/d.
  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    try check(mass: mass, coupling: coupling)
    let magneton = NaturalUnits.electricCharge / (2 * NaturalUnits.electronMass)
    return [
      DerivedQuantity("mu_in_mu_B", 2 * coupling / magneton, unit: "mu_B", "transition magnetic moment mu = 2 d in Bohr magnetons e/(2 m_e)"),
      DerivedQuantity("scale_GeV", 1 / coupling, unit: "GeV", "1/d, above which the effective theory ends"),
    ]
  }

  /// Mesons through a virtual photon; docs/models/neutrino-dipole.md.
  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    try check(mass: mass, coupling: coupling)
    return try ProductionChannel.checked(DipoleProduction.channels(mass: mass, dipole: coupling), coupling: coupling)
  }

  public var listedFinalStates: [String] { ["nu gamma"] }

  public var inputs: [Input] {
    [
      PhysicalConstants.fineStructure, PhysicalConstants.electronMass, PhysicalConstants.muonMass, PhysicalConstants.tauMass, MesonInputs.rho,
      MesonInputs.omega, MesonInputs.phi, MesonInputs.jPsi, MesonInputs.neutralPion, MesonInputs.eta, MesonInputs.pionToPhotons, MesonInputs.etaToPhotons,
    ] + DipoleInputs.all
  }
}
