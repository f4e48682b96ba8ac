import Units

/// Inputs of the perturbative region and of the heavy-quark resonances.
enum HeavyQuarkInputs {
  private static let pdg = "PDG 2024"

  static let dZero = MesonInputs.dZero
  static let dStarZero = MesonInputs.dStarZero

  /// A vector state of two heavy quarks.
  struct Quarkonium: Sendable {
    let mass: Input
    let width: Input
    let electronWidth: Input
    /// Share of its decays into hadrons (the rest are leptons).
    let hadronicFraction: Input
    let isBottom: Bool
    var inputs: [Input] { [mass, width, electronWidth, hadronicFraction] }

    init(
      _ name: String, mass: Double, width: Double, electronWidth: Double, hadronicFraction: Double, isBottom: Bool,
      electronWidthStatus: SourceStatus = .twoSources
    ) {
      self.mass = Input("\(name) mass", mass, unit: "GeV", source: pdg, status: .published)
      self.width = Input("\(name) width", width, unit: "GeV", source: pdg, status: .published)
      self.electronWidth = Input("\(name) width to e+ e-", electronWidth, unit: "GeV", source: pdg, status: electronWidthStatus)
      self.hadronicFraction = Input("\(name) hadronic fraction", hadronicFraction, source: "\(pdg), 1 minus the leptonic fractions", status: .derived)
      self.isBottom = isBottom
    }
  }

  static let quarkonia = [
    Quarkonium("J/psi(1S)", mass: 3.096900, width: 9.26e-5, electronWidth: 5.53e-6, hadronicFraction: 0.881, isBottom: false),
    Quarkonium("psi(2S)", mass: 3.686097, width: 2.93e-4, electronWidth: 2.33e-6, hadronicFraction: 0.981, isBottom: false),
    Quarkonium("psi(3770)", mass: 3.7737, width: 0.0272, electronWidth: 2.62e-7, hadronicFraction: 1, isBottom: false, electronWidthStatus: .recalled),
    Quarkonium("Upsilon(1S)", mass: 9.4604, width: 5.402e-5, electronWidth: 1.340e-6, hadronicFraction: 0.925, isBottom: true),
    Quarkonium("Upsilon(2S)", mass: 10.0234, width: 3.198e-5, electronWidth: 6.12e-7, hadronicFraction: 0.941, isBottom: true),
    Quarkonium("Upsilon(3S)", mass: 10.3551, width: 2.032e-5, electronWidth: 4.43e-7, hadronicFraction: 0.934, isBottom: true),
    Quarkonium("Upsilon(4S)", mass: 10.5794, width: 0.0205, electronWidth: 2.72e-7, hadronicFraction: 1, isBottom: true, electronWidthStatus: .recalled),
    Quarkonium("Upsilon(10860)", mass: 10.8852, width: 0.037, electronWidth: 3.1e-7, hadronicFraction: 1, isBottom: true, electronWidthStatus: .recalled),
    Quarkonium("Upsilon(11020)", mass: 11.000, width: 0.024, electronWidth: 1.30e-7, hadronicFraction: 1, isBottom: true, electronWidthStatus: .recalled),
  ]

  /// The three wide psi states as one coherent amplitude; the "amplitude" of a row is its width to e+ e- in GeV. The fit has four solutions with the same curve.
  static let interferingPsi = ResonanceFit(
    "e+ e- to open charm", source: "arXiv:1007.0084, solution 1 (table I, digits of table II)", status: .published, unit: "GeV",
    [("psi(4040)", 4.0335, 0.08723, 6.64e-7, 0), ("psi(4160)", 4.1928, 0.0790, 4.17e-7, 2.701), ("psi(4415)", 4.4124, 0.11811, 4.54e-7, 2.002)])

  static let all: [Input] =
    [QuarkInputs.alphaS, ElectroweakInputs.zMass, QuarkInputs.charm, QuarkInputs.bottom, dZero, dStarZero, MesonInputs.bPlus, MesonInputs.bStar]
    + quarkonia.flatMap(\.inputs)
    + interferingPsi.inputs
}
