import EarlyUniverse
import Foundation
import Portals
import Synchronization
import Units

/// The light elements in a Universe with the particle of a portal, from its couplings alone: how many there are, what they do to expansion and temperatures, what their decays do to nuclei.
///
/// A particle that stays in equilibrium until it is gone is a thermal species; what decouples is followed with its decays; a stable one acts by its energy density. Photon spectra
/// of its decays are computed once, with today's baryons per photon: an error of the order of the entropy that the decays release, where far more is excluded.
public final class ParticleNucleosynthesis: Sendable {
  /// What was found for one coupling.
  public struct Result: Sendable {
    public let relic: RelicAbundance
    /// In the thermal history as a species in equilibrium.
    public let thermalSpecies: ThermalSpecies?
    /// In the thermal history on its own.
    public let decaying: DecayingParticle?
    public let abundances: Abundances
    /// One sentence each: effects that are not computed.
    public let notCovered: [String]
  }

  public let calculation: AbundanceCalculation
  public let network: NuclearNetwork
  /// What its decays inject; the same at any coupling.
  public let decay: InjectedDecay
  private let standard: Abundances
  /// A coupling from which on it is known to stay thermal to its end, and as what.
  private let thermalFrom = Mutex<(coupling: Double, species: ThermalSpecies)?>(nil)
  private let breakUp = Mutex<BreakUpRates?>(nil)
  private let inEquilibrium = Mutex<[ThermalSpecies: Abundances]>([:])

  /// - Parameter mass: on the model's axis in GeV.
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` where the portal or its abundance is not computed.
  public init(
    _ portal: Portal, mass: Double, settings: AbundanceCalculation.Settings = .init(), network: NuclearNetwork = NuclearNetwork(), standard: Abundances
  ) throws {
    calculation = try AbundanceCalculation(portal, mass: mass, settings: settings)
    self.network = network
    self.standard = standard
    decay = InjectedDecay(calculation.referenceWidths, mass: calculation.particle.mass)
  }

  /// What the coupling does to Yp, D/H and He3/H alone; cheap where that is nothing, and where more coupling changes nothing.
  func abundances(coupling: Double) throws -> Abundances {
    if calculation.mostPerPhoton(coupling: coupling) * decay.mass < Self.negligible { return standard }
    if let known = thermalFrom.withLock({ $0 }), coupling >= known.coupling { return try thermal(known.species) }
    let result = try result(coupling: coupling)
    if let species = result.thermalSpecies, result.relic.frozenYield == nil {
      thermalFrom.withLock { known in if known.map({ coupling < $0.coupling }) ?? true { known = (coupling, species) } }
    }
    return result.abundances
  }

  /// The light elements at a coupling on the model's axis.
  ///
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` for a coupling that the portal refuses, ``NumericsError`` when a step fails.
  public func result(coupling: Double) throws -> Result {
    let relic = try calculation.abundance(coupling: coupling)
    let species = relic.thermalSpecies()
    guard let perPhoton = relic.numberPerPhoton(), perPhoton * decay.mass > Self.negligible else {
      let abundances = try species.map { try thermal($0) } ?? standard
      return Result(relic: relic, thermalSpecies: species, decaying: nil, abundances: abundances, notCovered: [])
    }
    let particle = DecayingParticle(
      decay, lifetime: relic.widths.lifetimeSeconds ?? Self.stable, perPhoton: perPhoton, momenta: species == nil ? relic.momenta : .atRest,
      breakUpRates: try breakUpRates())
    var content = UniverseContent.standard
    if let species { content.species = [species] }
    return Result(
      relic: relic, thermalSpecies: species, decaying: particle, abundances: try particle.abundances(content: content, network: network),
      notCovered: particle.notCovered)
  }

  /// Energy per photon at 10 MeV, in MeV, below which nothing changes: 1e-6 MeV per baryon. Were all of it photons of 25 MeV, of which one in a thousand breaks He4 up into
  /// deuterium, D/H would change by 2e-6.
  static let negligible = 1.7e-15
  /// Lifetime in seconds of what does not decay: no decay before T = 1 eV.
  private static let stable = 1e30

  private func thermal(_ species: ThermalSpecies) throws -> Abundances {
    if let known = inEquilibrium.withLock({ $0[species] }) { return known }
    var content = UniverseContent.standard
    content.species = [species]
    let abundances = try Nucleosynthesis(ThermalHistory.compute(content), network: network).abundances()
    inEquilibrium.withLock { $0[species] = abundances }
    return abundances
  }

  private func breakUpRates() throws -> BreakUpRates {
    if let known = breakUp.withLock({ $0 }) { return known }
    let rates = try BreakUpRates.standard(DecayingParticle.cascadeSources(decay))
    breakUp.withLock { $0 = rates }
    return rates
  }
}
