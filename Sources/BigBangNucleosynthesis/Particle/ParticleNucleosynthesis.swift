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
  /// Of the Universe around it.
  public let parameters: Nucleosynthesis.Parameters
  /// The Universe without it.
  public let content: UniverseContent
  private let standard: Abundances
  private let cascadeSources: [(spectrum: InjectedSpectrum, fraction: Double)]
  private let actsOnNucleons: Bool
  /// A coupling from which on it is known to stay thermal to its end, and as what.
  private let thermalFrom = Mutex<(coupling: Double, species: ThermalSpecies)?>(nil)
  private let breakUp = Mutex<BreakUpRates?>(nil)
  private let inEquilibrium = Mutex<[ThermalSpecies: Abundances]>([:])

  /// - Parameters:
  ///   - mass: on the model's axis in GeV.
  ///   - standard: light elements with these parameters, this content and network, without the particle.
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` where the portal or its abundance is not computed.
  public init(
    _ portal: Portal, mass: Double, settings: AbundanceCalculation.Settings = .init(), parameters: Nucleosynthesis.Parameters = .init(),
    content: UniverseContent = .standard, network: NuclearNetwork = NuclearNetwork(), standard: Abundances
  ) throws {
    calculation = try AbundanceCalculation(portal, mass: mass, settings: settings)
    self.network = network
    self.parameters = parameters
    self.content = content
    self.standard = standard
    decay = InjectedDecay(calculation.referenceWidths, mass: calculation.particle.mass)
    cascadeSources = DecayingParticle.cascadeSources(decay)
    let shares = decay.shares(stopped: true)
    actsOnNucleons = !MesonMultiplicity(decay).isEmpty || shares.electronNeutrino + shares.muonNeutrino + shares.tauNeutrino > 0
  }

  /// What the coupling does to Yp, D/H and He3/H alone; cheap where that is nothing, and where more coupling changes nothing.
  func abundances(coupling: Double) throws -> Abundances {
    if try isNegligible(perPhoton: calculation.mostPerPhoton(coupling: coupling), widths: calculation.widths(coupling: coupling)) { return standard }
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
    // What inverse decays hold has decayed within the species. What lives less than the shortest lifetime is gone above 20 MeV, where everything thermalises.
    let lifetime = relic.widths.lifetimeSeconds ?? Self.stable
    guard let perPhoton = relic.numberPerPhoton(), !relic.heldByDecays, lifetime >= DecayingParticle.shortestLifetime,
      !isNegligible(perPhoton: perPhoton, widths: relic.widths)
    else {
      let abundances = try species.map { try thermal($0) } ?? standard
      return Result(relic: relic, thermalSpecies: species, decaying: nil, abundances: abundances, notCovered: [])
    }
    let particle = DecayingParticle(
      decay, lifetime: lifetime, perPhoton: perPhoton, momenta: species == nil ? relic.momenta : .atRest,
      breakUpRates: try breakUpRates())
    return Result(
      relic: relic, thermalSpecies: species, decaying: particle,
      abundances: try particle.abundances(parameters, content: content(with: species), network: network),
      notCovered: particle.notCovered)
  }

  /// Energy per photon at 10 MeV, in MeV, below which photons change nothing: 1e-6 MeV per baryon. Were all of it photons of 25 MeV, of which one in a thousand breaks He4 up into
  /// deuterium, D/H would change by 2e-6.
  static let negligible = 1.7e-15

  /// Whether so few particles change Yp, D/H and He3/H by less than 1e-5.
  private func isNegligible(perPhoton: Double, widths: DecayWidths) -> Bool {
    let lifetime = widths.lifetimeSeconds ?? Self.stable
    let energy = perPhoton * decay.mass
    if lifetime >= DecayingParticle.shortestForPhotons, !cascadeSources.isEmpty { return energy < Self.negligible }
    // One particle for 1e6 baryons: converted by mesons and neutrinos at most once.
    if actsOnNucleons, perPhoton > 6e-16 { return false }
    // 1e-6 of the photons' energy when it decays, T = 1.15 (1 s/t)^(1/2) MeV, between 30 keV, when all nuclei are made, and 1 eV, where the history ends.
    // What is stable acts by its energy density, as long as nuclei react: above 1 keV.
    let temperature = lifetime > DecayingParticle.stable ? 1e-3 : min(0.03, max(1e-6, 1.15 / lifetime.squareRoot()))
    return energy < 1e-6 * 2.7 * temperature
  }

  /// Lifetime in seconds of what does not decay: no decay before T = 1 eV.
  private static let stable = 1e30

  private func thermal(_ species: ThermalSpecies) throws -> Abundances {
    if let known = inEquilibrium.withLock({ $0[species] }) { return known }
    let abundances = try Nucleosynthesis(ThermalHistory.compute(content(with: species)), network: network).abundances(parameters)
    inEquilibrium.withLock { $0[species] = abundances }
    return abundances
  }

  private func content(with species: ThermalSpecies?) -> UniverseContent {
    var content = content
    if let species { content.species.append(species) }
    return content
  }

  private func breakUpRates() throws -> BreakUpRates {
    if let known = breakUp.withLock({ $0 }) { return known }
    let rates = try BreakUpRates.standard(cascadeSources, omegaB: parameters.omegaB)
    breakUp.withLock { $0 = rates }
    return rates
  }
}
