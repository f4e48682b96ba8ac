import Foundation
import Numerics
import Portals
import Units

/// The number of a portal's particles in the early Universe at one mass: rates are tabulated once, then any coupling takes about a millisecond.
///
///     dn/dt + 3 H n = sum over processes  k gamma (1 - (n/n_eq)^k),   k = 1: one new particle, k = 2: a pair
///
/// (P. Gondolo and G. Gelmini, Nucl. Phys. B 360 (1991) 145; L. Hall et al., arXiv:0911.1120) followed from the reheating temperature on: freeze-in,
/// freeze-out, re-entry and decay in one
/// equation. The particle's momenta have the shape of equilibrium. What each process neglects is written at the process and in docs/abundance.md.
public struct AbundanceCalculation: Sendable {
  /// Where the history begins, and with how many particles.
  public struct Settings: Sendable, Hashable {
    /// Temperature in GeV at which the Universe is thermal and filled as ``initial`` says. The default is the lowest that nucleosynthesis allows: the
    /// fewest particles.
    public var reheatingTemperature = AbundanceInputs.lowestReheating.value
    public var initial = Initial.none
    /// Tolerance of the integration per step.
    public var tolerance = 1e-6

    public init() {}
  }

  /// The number at reheating.
  public enum Initial: String, Sendable, Hashable, CaseIterable {
    /// None: every particle is made afterwards.
    case none
    /// As many as in equilibrium.
    case thermal
  }

  public let portal: Portal
  public let particle: RelicParticle
  public let settings: Settings
  /// On the model's axis, GeV.
  public let axisMass: Double
  /// Every rate grows with the coupling on the axis to this power.
  public let couplingPower: Double
  let reference: Double
  /// At the coupling for which rates are tabulated.
  public let referenceWidths: DecayWidths
  private let equation: BoltzmannEquation
  let contactRates: ContactRates

  /// - Parameters:
  ///   - mass: on the model's axis in GeV; the particle's own mass from 30 keV to 1 TeV.
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` outside the ranges of the portal or of masses and reheating temperatures;
  ///   ``Numerics/NumericsError`` when a table cannot be built.
  public init(_ portal: Portal, mass: Double, settings: Settings = Settings()) throws {
    guard mass > 0, mass.isFinite else {
      throw ModelError.outsideValidity(quantity: "mass in GeV", value: mass, allowed: "above 0", reason: "a mass")
    }
    let reheating = settings.reheatingTemperature
    guard reheating >= 2e-3, reheating <= 0.9 * CosmicBath.range.upperBound else {
      throw ModelError.outsideValidity(
        quantity: "reheating temperature in GeV", value: reheating, allowed: "2e-3 to \(0.9 * CosmicBath.range.upperBound)",
        reason: "below, neutrinos never thermalise; above, the g_* fit and the couplings are not those of the Standard Model at low energy")
    }
    let production = try PortalProduction(portal, mass: mass, range: BoltzmannEquation.coolest...reheating)
    guard production.particle.mass >= 3e-5 else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: production.particle.mass, allowed: "at least 3e-5",
        reason: "lighter particles are made after the thermal history ends")
    }
    self.portal = portal
    particle = production.particle
    self.settings = settings
    axisMass = mass
    couplingPower = production.couplingPower
    reference = production.reference
    referenceWidths = production.widths
    equation = try BoltzmannEquation(production.particle, processes: production.processes, settings: settings)
    contactRates = ContactRates(equation)
  }

  /// Factor on all rates at a coupling.
  func strength(coupling: Double) -> Double { pow(coupling / reference, couplingPower) }

  /// GeV. Decays that inverse decays do not balance, such as to invisible states.
  static func unbalancedWidth(_ widths: DecayWidths) -> Double {
    widths.partials.filter { !$0.isPartOfHadrons && !PortalProduction.hasInverse($0) }.reduce(0) { $0 + $1.width }
  }

  /// More particles per photon than there ever are at a coupling, cheaply: all that are made, were none destroyed, or as many as in equilibrium at its most. Counted at
  /// 10 MeV, as ``RelicAbundance/numberPerPhoton(atTemperatureMeV:)``.
  public func mostPerPhoton(coupling: Double) -> Double {
    let photons = 2 * DecayingSpecies.zeta3 / (Double.pi * Double.pi)
    return equation.mostYield(strength: strength(coupling: coupling)) * Plasma.standardEntropy(temperature: 10, heavyParticles: true) / photons
  }

  /// Widths of the particle followed.
  ///
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` for a coupling that the portal refuses.
  public func widths(coupling: Double) throws -> DecayWidths {
    let widths = try portal.physics.widths(mass: axisMass, coupling: coupling)
    // The widths of a dark sector are the mediator's; the particle followed is stable.
    return referenceWidths.partials.isEmpty ? DecayWidths(mass: axisMass, coupling: coupling, partials: []) : widths
  }

  /// The abundance for a coupling on the model's axis.
  ///
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` for a coupling that the portal refuses; ``Numerics/NumericsError``
  /// when the integration fails.
  public func abundance(coupling: Double) throws -> RelicAbundance {
    let widths = try widths(coupling: coupling)
    let solution = try equation.solution(
      strength: strength(coupling: coupling), width: widths.total, unbalanced: Self.unbalancedWidth(widths))
    return RelicAbundance(
      particle: particle, coupling: coupling, reheatingTemperature: settings.reheatingTemperature, widths: widths, evolution: solution.points,
      frozenYield: solution.frozenYield, largestRateOverHubble: solution.largestRateOverHubble, decouplingTemperature: solution.decouplingTemperature,
      shares: solution.shares)
  }
}
