import Foundation
import Units

extension PseudoscalarPortal: ParticlePhysics {
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths { try PseudoscalarDecay(portal: self).widths(mass: mass, coupling: coupling) }

  /// The range that the three named treatments span, with the partons alone counted from 1.4 GeV to the end of the join, and 30 % for what all of them leave out.
  public func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>? {
    let inverseScale = try PseudoscalarDecay(portal: self).checkedInverseScale(mass: mass, coupling: coupling)
    guard couplings.couplesToHadrons, mass > 2 * MesonInputs.chargedPion.value else { return nil }
    var candidates = try HadronTreatment.allCases.map { try PseudoscalarDecay(portal: treating(hadrons: $0)).hadronicWidths(mass).total }
    if mass > 1.4 { candidates.append(try PerturbativeHadrons()(mass, couplings).reduce(0) { $0 + $1.width }) }
    let unit = inverseScale * inverseScale
    guard let low = candidates.min(), let high = candidates.max(), high > 0 else { return nil }
    return unit * low / Self.commonUncertainty...unit * high * Self.commonUncertainty
  }

  /// Factor for what every treatment leaves out: next-to-leading order, f2 and excited mesons, alpha_s corrections beyond the first.
  private static let commonUncertainty = 1.3

  public var listedFinalStates: [String] {
    [
      "gamma gamma", "e+ e-", "mu+ mu-", "tau+ tau-", "hadrons", "pi+ pi- pi0", "pi0 pi0 pi0", "pi+ pi- gamma", "g g", "u ubar", "d dbar", "s sbar", "c cbar",
      "b bbar",
    ]
  }
  public var inputs: [Input] {
    let own =
      PseudoscalarInputs.all + ScalarNonetInputs.all + VectorMesonInputs.all + ThreePionInputs.all + BeautyToStrange.inputs
      + PseudoscalarProductionInputs.all
    return own + MesonInputs.all + QuarkInputs.all + ElectroweakInputs.all
  }
}
