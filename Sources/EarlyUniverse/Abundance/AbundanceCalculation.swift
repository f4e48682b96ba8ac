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
  /// In the order of ``RelicAbundance/shares``.
  public let processNames: [String]

  let reference: Double
  /// At the coupling for which rates are tabulated.
  public let referenceWidths: DecayWidths
  let kinds: [(particles: Int, contact: ThermalSpecies.Contact)]
  let bath: CosmicBath
  /// ln T in GeV from low to high.
  let lowest: Double
  let step: Double
  let cells: Int
  /// Row by row: ln n_eq exp(m/T), <m/E>, ln of every gamma/n_eq^k at the reference coupling.
  let rows: [[Double]]
  /// Whether a process is there at all.
  let isActive: [Bool]

  static let nothing = -600.0

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
    let range = 1.01 * CosmicBath.range.lowerBound...reheating
    let production = try PortalProduction(portal, mass: mass, range: range)
    let particle = production.particle
    guard particle.mass >= 3e-5 else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: particle.mass, allowed: "at least 3e-5", reason: "lighter particles are made after the thermal history ends")
    }
    let makesPairs = production.processes.contains { $0.particles == 2 }
    let end = max(range.lowerBound, min(particle.mass / (makesPairs ? 1000 : 40), reheating / 30))
    self.portal = portal
    self.particle = particle
    self.settings = settings
    axisMass = mass
    couplingPower = production.couplingPower
    reference = production.reference
    referenceWidths = production.widths
    processNames = production.processes.map(\.name)
    kinds = production.processes.map { ($0.particles, $0.contact) }
    bath = try CosmicBath.shared()
    lowest = log(end)
    let length = log(reheating) - lowest
    cells = max(8, Int((length / 0.04).rounded(.up)))
    step = length / Double(cells)
    var rows: [[Double]] = []
    for i in -1...(cells + 1) {
      let t = exp(lowest + Double(i) * step)
      let density = particle.scaledDensity(temperature: t)
      let classical = particle.classicalDensity(temperature: t)
      var row = [log(density), particle.slowing(temperature: t)]
      for process in production.processes {
        let gamma = process.scaledReactionDensity(temperature: t)
        guard gamma.isFinite else { throw NumericsError.domain(label: process.name, reason: "the rate at T = \(t) GeV is not finite") }
        row.append(gamma > 0 ? max(Self.nothing, log(gamma) - Double(process.particles) * log(process.isClassical ? classical : density)) : Self.nothing)
      }
      rows.append(row)
    }
    self.rows = rows
    isActive = production.processes.indices.map { k in rows.contains { $0[2 + k] > Self.nothing } }
  }

  /// Everything tabulated at ln T: cubic through four points.
  func tabulated(_ w: Double, _ column: Int) -> Double {
    let position = min(max((w - lowest) / step, -0.999), Double(cells) + 0.999) + 1
    let cell = min(max(1, Int(position)), rows.count - 3)
    let u = position - Double(cell)
    let (a, b, c, d) = (rows[cell - 1][column], rows[cell][column], rows[cell + 1][column], rows[cell + 2][column])
    // Next to a sudden end of a process the straight line: a cubic would overshoot.
    if max(abs(b - a), abs(c - b), abs(d - c)) > 2 { return b + u * (c - b) }
    return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)))
  }
}
