import Units

/// Inputs of the scalar portal that no other portal needs.
enum ScalarInputs {
  private static let winkler = "arXiv:1809.01876, as written in the public code ALPINIST"
  private static let pdg = "PDG 2024"

  static let thetaSlopePion = Input("slope p of the pion's energy-momentum form factor", 0.73, source: winkler, status: .recalled)
  static let thetaSlopeKaon = Input("slope q of the kaon's energy-momentum form factor", 0.52, source: winkler, status: .recalled)

  static let nucleonFraction = Input(
    "Higgs-nucleon coupling f_N", 0.30, uncertainty: 0.03, source: "Cline, Kainulainen, Scott and Weniger, arXiv:1306.4710", status: .recalled)

  /// The smallest mass at which quarks and gluons replace hadrons.
  static let partonic = Input("mass where quarks and gluons replace hadrons", 2.0, unit: "GeV", source: "arXiv:1809.01876", status: .twoSources)
  static let bottomMeson = MesonInputs.bZero
  static let charmMeson = MesonInputs.dZero

  /// What the widths of a scalar without Higgs mixing use.
  static let freeCouplings: [Input] = [
    PhysicalConstants.fineStructure, PhysicalConstants.hbar, PhysicalConstants.hbarC, PhysicalConstants.newton, PhysicalConstants.electronMass,
    PhysicalConstants.muonMass, PhysicalConstants.protonMass, MesonInputs.neutralPion,
  ]

  static let all: [Input] =
    freeCouplings + [
      PhysicalConstants.tauMass, ElectroweakInputs.fermiConstant, ElectroweakInputs.wMass, ElectroweakInputs.zMass, ElectroweakInputs.wWidth,
      ElectroweakInputs.zWidth, ElectroweakInputs.higgsMass, ElectroweakInputs.higgsWidth, MesonInputs.chargedPion, MesonInputs.chargedKaon,
      MesonInputs.neutralKaon, charmMeson, bottomMeson, thetaSlopePion, thetaSlopeKaon, partonic, nucleonFraction,
    ] + QuarkInputs.all + PionPhaseInputs.all + TabulatedFormFactors.inputs
}
