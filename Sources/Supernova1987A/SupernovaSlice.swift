import Likelihoods
import Units

/// The constraint at one mass: L(eps) over the critical luminosity.
struct SupernovaSlice: MassSlice {
  let luminosity: DarkPhotonLuminosity
  let criterion: LuminosityCriterion
  /// Kinetic mixing for a coupling of one on the model's axis.
  let mixingPerCoupling: Double

  var couplingRange: ClosedRange<Double> {
    let range = Supernova1987ACoolingConstraint.mixingRange
    return range.lowerBound / mixingPerCoupling...range.upperBound / mixingPerCoupling
  }

  var couplingRangeReason: String { "rates are of leading order in the mixing, which holds below 0.1" }

  func evidence(at coupling: Double) throws -> Evidence {
    .criterion(SmearedCriterion(ratio: ratio(at: coupling), sigmaLn: SupernovaInputs.sigmaLn.value, reading: .conservative))
  }

  private func ratio(at coupling: Double) -> Double { luminosity.luminosity(mixing: coupling * mixingPerCoupling) / criterion.ergPerSecond }

  func explanation(at coupling: Double) throws -> [ExplainedQuantity] {
    let mixing = coupling * mixingPerCoupling
    let resonance = luminosity.resonanceRadiusKilometres.map {
      [ExplainedQuantity("resonance radius", $0, unit: "km", note: "outermost place where Re Pi_T = m^2 at the peak energy")]
    }
    return [
      ExplainedQuantity("kinetic mixing", mixing, note: "coupling times \(mixingPerCoupling)"),
      ExplainedQuantity("neutrinosphere radius", luminosity.neutrinosphereKilometres, unit: "km", note: "T = 3 MeV in profile \(luminosity.profileName)"),
      ExplainedQuantity("central plasma frequency", luminosity.centralPlasmaFrequency * 1e3, unit: "MeV", note: "electrons, v* = 1"),
    ] + (resonance ?? []) + [
      ExplainedQuantity("energy of strongest emission", luminosity.peakEnergy * 1e3, unit: "MeV", note: "transparent star, for each unit of ln k"),
      ExplainedQuantity(
        "produced power", mixing * mixing * luminosity.transparentLuminosity, unit: "erg/s",
        note: "np bremsstrahlung, semi-Compton, e+e-; eps^2 times a transparent star"),
      ExplainedQuantity("longitudinal share of it", luminosity.transparentLongitudinal / luminosity.transparentLuminosity),
      ExplainedQuantity(
        "optical depth", luminosity.opticalDepth(mixing: mixing), note: "emission-weighted, radial, at the energy of strongest emission, to 100 km"),
      ExplainedQuantity("escaping fraction", luminosity.escapeFraction(mixing: mixing), note: "luminosity over produced power"),
      ExplainedQuantity("luminosity", luminosity.luminosity(mixing: mixing), unit: "erg/s", note: "Int dV d^3k/(2 pi)^3 omega Gamma'_prod e^(-tau), r < R_nu"),
      ExplainedQuantity("critical luminosity", criterion.ergPerSecond, unit: "erg/s", note: criterion.rawValue),
      ExplainedQuantity("luminosity over criterion", ratio(at: coupling), note: "above one: cooled too fast"),
    ]
  }
}
