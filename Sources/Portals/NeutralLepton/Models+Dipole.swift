extension Models {
  /// The models of a neutrino dipole.
  static let dipoles: [Model] = LeptonFlavour.allCases.map { flavour in
    Model(
      name: "dipole-\(flavour.symbol)", title: "Heavy neutral lepton with a dipole to the \(flavour) neutrino",
      lagrangian: "L = d nubar_L sigma_{mu nu} F^{mu nu} N + h.c.",
      conventions: """
        The transition magnetic moment is mu = 2 d; 1 mu_B = 296.3/GeV. nature=majorana (default) has twice the Dirac width d^2 m^3/(4 pi); production is the same for both. \
        The photon alone below the weak scale: dipoles with Z and W, which a gauge-invariant completion adds, are zero. No mass mixing.
        """,
      coupling: Model.CouplingAxis(symbol: "d", meaning: "dipole coupling", unit: "1/GeV", range: 1e-14...1),
      defaultMasses: Model.MassGrid(range: 1e-4...10, count: 151),
      parameters: [
        .option("nature", "whether N is its own antiparticle", HeavyNeutralLeptonPortal.Nature.allCases.map(\.rawValue)),
        .option(
          "internal_conversion", "whether nu l+ l- through the virtual photon is counted", DipolePortal.InternalConversion.allCases.map(\.rawValue)),
      ],
      portal: {
        .dipole(
          DipolePortal(
            flavour: flavour, nature: .init(rawValue: $0.option("nature")) ?? .majorana,
            internalConversion: .init(rawValue: $0.option("internal_conversion")) ?? .neglected))
      })
  }
}
