import Foundation
import Likelihoods
import Numerics
import Portals
import Units

/// The Sun must not lose too much energy in a new vector boson: its luminosity against a fraction of the photon luminosity.
public struct SunConstraint: Constraint {
  public typealias Particle = VectorPortal

  public init() {}

  public static let criterion = Variant(
    "sun.criterion",
    options: [
      .init("luminosity-10-percent", "L_x < 0.1 L_sun: the 8B neutrino flux (1305.2920)"),
      .init("global-fit-2-percent", "L_x < 0.02 L_sun: global fit of helioseismology and neutrinos, eps m < 1.8e-12 eV at 3 sigma (1501.01639)"),
    ])

  public var variants: [Variant] { [SunConstraint.criterion] }

  public var inputs: [Input] { SolarInputs.structureInputs + SolarInputs.criterionInputs }

  public let identity = ConstraintIdentity(
    id: "sun", module: "StellarCooling", object: "Sun", observable: "luminosity in the new particle over a fraction of the photon luminosity",
    kind: .criterion, quotedConfidenceLevel: nil,
    references: [
      Reference(
        key: "Redondo:2013lna", authors: "Redondo, Javier and Raffelt, Georg", title: "Solar constraints on hidden photons re-visited",
        journal: "JCAP 08 (2013) 034",
        year: 2013, arXiv: "1305.2920"),
      Reference(
        key: "An:2013yfc", authors: "An, Haipeng and Pospelov, Maxim and Pradler, Josef", title: "New stellar constraints on dark photons",
        journal: "Phys. Lett. B 725 (2013) 190", year: 2013, arXiv: "1302.3884"),
      Reference(
        key: "Vinyoles:2015aba", authors: "Vinyoles, N. and Serenelli, A. and Villante, F. L. and Basu, S. and Redondo, J. and Isern, J.",
        title: "New axion and hidden photon constraints from a solar data global fit", journal: "JCAP 10 (2015) 015", year: 2015, arXiv: "1501.01639"),
    ],
    assumptions: [
      "mass from the Stueckelberg mechanism (no dark Higgs emission)", "no decay or absorption between the emitting layer and the surface",
      "standard solar structure, not re-calibrated for the loss",
    ])

  public func applicability(to particle: VectorPortal) -> Applicability {
    guard particle.isElectromagnetic else {
      return .notApplicable(
        reason: "only charges proportional to the electric charge are computed in the Sun; '\(particle.name)' also couples beyond mixing with the photon")
    }
    return .applies
  }

  /// 1e-6 eV to 20 keV. Below, eps m = const continues exactly but the bound passes eps = 1 near 4e-12 eV and laboratory tests of Coulomb's law take over;
  /// above 20 keV = 15 T of the centre, relativistic corrections to the damping rate pass 5 %.
  public func massRange(for particle: VectorPortal) -> ClosedRange<Double> {
    1e-6 * NaturalUnits.electronvolt...20 * NaturalUnits.kiloElectronvolt
  }

  public func slice(of particle: VectorPortal, at mass: Double, choosing choices: VariantChoices) throws -> any MassSlice {
    let emission = try SolarEmission(particle)
    let luminosity = try emission.luminosity(mass: mass, coupling: 1)
    let fraction = try SunConstraint.criticalLuminosityFraction(choosing: choices)
    let trapping = SunConstraint.trappingCoupling(emission: emission, luminosity: luminosity, mass: mass)
    let weak = SunConstraint.largestMixing / particle.electronMixingPerAxis
    let ceiling = min(trapping.coupling, weak)
    let reason =
      trapping.coupling < weak
      ? "above, the optical depth from the solar centre to the surface exceeds one at the mean energy: the particle is trapped and carries energy like a photon"
      : "above, the kinetic mixing exceeds \(SunConstraint.largestMixing): the emission is computed to first order in its square"
    let centre = emission.model.layers[0]
    var explained = [
      ExplainedQuantity(
        "L_T(coupling 1)", luminosity.transverse, unit: "erg/s", note: "two transverse states, Int dV dk k^2 omega Gamma_T'/(e^{omega/T}-1)/pi^2"),
      ExplainedQuantity("L_L(coupling 1)", luminosity.longitudinal, unit: "erg/s", note: "longitudinal state, resonant where omega = omega_p(r)"),
      ExplainedQuantity("mean energy", trapping.energy / NaturalUnits.electronvolt, unit: "eV", note: "of the polarisation that carries more energy"),
      ExplainedQuantity("omega_p(centre)", centre.plasmaFrequency / NaturalUnits.electronvolt, unit: "eV", note: "4 pi alpha n_e/m_e (1 - 5T/2m_e)"),
      ExplainedQuantity("T(centre)", centre.temperature / NaturalUnits.electronvolt, unit: "eV", note: "hydrostatic equilibrium"),
    ]
    if let shell = emission.model.resonanceFraction(plasmaFrequency: mass) {
      explained.append(ExplainedQuantity("transverse resonance", shell, unit: "R_sun", note: "where omega_p(r) = m"))
    }
    explained += [
      ExplainedQuantity(
        "critical luminosity", fraction * PhysicalConstants.solarLuminosity.value, unit: "erg/s", note: choices.option(of: SunConstraint.criterion)),
      ExplainedQuantity("coupling ceiling", ceiling, note: reason),
    ]
    let sigma = SunConstraint.sigmaLn(choices)
    return PowerLawSlice(
      observableAtUnitCoupling: luminosity.overSolar / fraction, power: 2, couplingRange: min(SunConstraint.smallestCoupling, ceiling)...ceiling,
      couplingRangeReason: reason, explained: explained
    ) { .criterion(SmearedCriterion(ratio: $0, sigmaLn: sigma)) }
  }

  // MARK: Criterion

  /// Kinetic mixing above which first order in eps^2 is no longer 1 % accurate.
  static let largestMixing = 0.1
  /// Far below anything that any mass could exclude.
  static let smallestCoupling = 1e-30

  /// The largest luminosity in the new particle over the photon luminosity.
  ///
  /// - Throws: ``Numerics/NumericsError/domain(label:reason:)`` for an option that does not exist.
  public static func criticalLuminosityFraction(choosing choices: VariantChoices) throws -> Double {
    let option = choices.option(of: criterion)
    switch option {
    case "luminosity-10-percent": return SolarInputs.luminosityFraction.value
    case "global-fit-2-percent": return SolarInputs.globalFitFraction.value
    default:
      throw NumericsError.domain(label: criterion.name, reason: "unknown option '\(option)'; known: \(criterion.options.map(\.name).joined(separator: ", "))")
    }
  }

  /// Standard deviation of ln L_crit: for the 8B criterion, the composition's uncertainty of the flux over its slope d ln Phi/d ln L_x = 4.6 x/(1+x) at x = 0.1, and
  /// that of the computed luminosity, in quadrature (0.29); the global fit has its own data's errors inside, so only the luminosity's remains (0.10).
  static func sigmaLn(_ choices: VariantChoices) -> Double {
    let emission = SolarInputs.emissionUncertainty.value
    guard choices.option(of: criterion) == "luminosity-10-percent" else { return emission }
    let x = SolarInputs.luminosityFraction.value
    let flux = SolarInputs.boronFluxUncertainty.value / (SolarInputs.boronFluxExponent.value * x / (1 + x))
    return (flux * flux + emission * emission).squareRoot()
  }

  /// The coupling at which the optical depth to the surface reaches one, for the mean energy of the polarisation that carries more energy.
  static func trappingCoupling(emission: SolarEmission, luminosity: SolarEmission.Luminosity, mass: Double) -> (coupling: Double, energy: Double) {
    let longitudinal = luminosity.longitudinal > luminosity.transverse
    let (power, number) =
      longitudinal ? (luminosity.longitudinal, luminosity.longitudinalNumber) : (luminosity.transverse, luminosity.transverseNumber)
    let energy = max(power * NaturalUnits.erg / max(number, .leastNormalMagnitude), mass * (1 + 1e-6))
    let depth = emission.opticalDepth(mass: mass, energy: energy)
    return (1 / (longitudinal ? depth.longitudinal : depth.transverse).squareRoot(), energy)
  }
}
