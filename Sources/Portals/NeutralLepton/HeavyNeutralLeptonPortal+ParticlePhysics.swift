import Units

extension HeavyNeutralLeptonPortal: ParticlePhysics {
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths { try NeutralLeptonDecay(self).widths(mass: mass, coupling: coupling) }

  public func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>? {
    try NeutralLeptonDecay(self).hadronicBand(mass: mass, coupling: coupling)
  }

  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    try ProductionChannel.checked(try HNLProduction(self).channels(mass: mass, coupling: coupling), coupling: coupling)
  }

  /// The mixings one by one, the kaon ratios of peak searches, and the two-body widths into on-shell bosons (whose decays the fermionic states contain).
  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    try NeutralLeptonDecay(self).check(mass: mass, coupling: coupling)
    var quantities = LeptonFlavour.allCases.map {
      DerivedQuantity("u_\($0.symbol)2", coupling * share($0), "|U_\($0.symbol)|^2")
    }
    quantities.append(DerivedQuantity("u_total2", coupling * totalShare, "|U_e|^2 + |U_mu|^2 + |U_tau|^2"))
    for flavour in [LeptonFlavour.electron, .muon] {
      let ratio = coupling * share(flavour) * HNLProduction.kaonRatio(lepton: flavour, mass: mass)
      let symbol = flavour.symbol
      if ratio > 0 { quantities.append(DerivedQuantity("kaon_\(symbol)_ratio", ratio, "Gamma(K -> \(symbol) N)/Gamma(K -> \(symbol) nu)")) }
    }
    for flavour in LeptonFlavour.allCases {
      let width = conjugates * coupling * share(flavour) * NeutralLeptonDecay.onShellW(mass, lepton: flavour)
      if width > 0 { quantities.append(DerivedQuantity("width_\(flavour.symbol)_W", width, unit: "GeV", "Gamma(N -> \(flavour.symbol) W) on shell")) }
    }
    let neutral = conjugates * coupling * totalShare * NeutralLeptonDecay.onShellZ(mass)
    if neutral > 0 { quantities.append(DerivedQuantity("width_nu_Z", neutral, unit: "GeV", "Gamma(N -> nu Z) on shell")) }
    return quantities
  }

  public var listedFinalStates: [String] {
    let charged = ["pi", "K", "rho"].flatMap { meson in ["e", "mu", "tau"].map { "\($0) \(meson)" } }
    return ["nu nu nubar", "nu gamma", "nu e+ e-", "nu mu+ mu-", "nu tau+ tau-", "e mu nu", "e tau nu", "mu tau nu", "hadrons", "nu pi0", "nu eta", "nu rho0"]
      + charged
  }

  public var inputs: [Input] {
    ElectroweakInputs.all + MesonInputs.all + QuarkInputs.all + NeutralLeptonInputs.decays + ProductionInputs.all
  }
}
