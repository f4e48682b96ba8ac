import EarlyUniverse
import Foundation
import Portals
import Synchronization
import Units

/// The light elements in a Universe with the particle of a portal, from its couplings alone: how many there are, what they do to expansion and temperatures, what their decays do to nuclei.
///
/// One description for all: number and energy of the particle in exchange with photons and neutrinos (``EarlyUniverse/InteractingSpecies``) in the thermal history from reheating, or from
/// 30 MeV, until it has decayed. Photon spectra
/// of its decays are computed once, with today's baryons per photon: an error of the order of the entropy that the decays release, where far more is excluded.
public final class ParticleNucleosynthesis: Sendable {
  /// What was found for one coupling.
  public struct Result: Sendable {
    public let relic: RelicAbundance
    /// The particle in the thermal history; `nil` where so few are there that nothing changes.
    public let species: InteractingSpecies?
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
  private let breakUp = Mutex<BreakUpRates?>(nil)
  /// At couplings that keep it in equilibrium until it is gone.
  private let inEquilibrium = Mutex<Abundances?>(nil)

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
    cascadeSources = DecayEffects.cascadeSources(decay)
    let shares = decay.shares(stopped: true)
    actsOnNucleons = !MesonMultiplicity(decay).isEmpty || shares.electronNeutrino + shares.muonNeutrino + shares.tauNeutrino > 0
  }

  /// What the coupling does to Yp, D/H and He3/H alone; cheap where that is nothing, and where more coupling changes nothing.
  func abundances(coupling: Double) throws -> Abundances {
    if try isNegligible(perPhoton: calculation.mostPerPhoton(coupling: coupling), widths: calculation.widths(coupling: coupling)) { return standard }
    guard let equivalent = calculation.couplingsOfFullContact, equivalent.contains(coupling) else { return try result(coupling: coupling).abundances }
    if let known = inEquilibrium.withLock({ $0 }) { return known }
    let abundances = try result(coupling: equivalent.lowerBound).abundances
    inEquilibrium.withLock { $0 = abundances }
    return abundances
  }

  /// The light elements at a coupling on the model's axis.
  ///
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` for a coupling that the portal refuses, ``NumericsError`` when a step fails.
  public func result(coupling: Double) throws -> Result {
    let relic = try calculation.abundance(coupling: coupling)
    let species = calculation.interactingSpecies(relic)
    guard !isNegligible(perPhoton: relic.largestPerPhoton, widths: relic.widths) else {
      return Result(relic: relic, species: nil, abundances: standard, notCovered: [])
    }
    let effects = try effects(species)
    let history = try history(species, effects)
    return Result(
      relic: relic, species: species, abundances: try effects.abundances(history, parameters, network, mixing: content.mixing), notCovered: effects.notCovered)
  }

  /// Nuclei per baryon from T = 10 MeV until all has decayed (1 eV at the latest), with the nuclei in the order of every epoch; what photons do is counted from T = 10 keV on.
  ///
  /// - Parameter count: epochs of the network, from 10 MeV to 1 keV.
  /// - Throws: as ``result(coupling:)``.
  public func evolution(coupling: Double, count: Int = 120) throws -> (epochs: [AbundanceEpoch], nuclides: [Nuclide]) {
    let species = calculation.interactingSpecies(try calculation.abundance(coupling: coupling))
    let effects = try effects(species)
    return try effects.evolution(history(species, effects), parameters, network, mixing: content.mixing, count: count)
  }

  private func effects(_ species: InteractingSpecies) throws -> DecayEffects {
    let lifetime = species.lifetime ?? Self.stable
    let hasPhotons = (DecayEffects.shortestForPhotons...DecayEffects.stable).contains(lifetime)
    return DecayEffects(decay: decay, lifetime: lifetime, breakUpRates: hasPhotons ? try breakUpRates() : nil)
  }

  private func history(_ species: InteractingSpecies, _ effects: DecayEffects) throws -> ThermalHistory {
    var universe = content
    universe.interacting = species
    var settings = ThermalHistory.Settings()
    settings.endTemperature = effects.endTemperature
    return try ThermalHistory.compute(universe, settings: settings)
  }

  /// Energy per photon at 10 MeV, in MeV, below which photons change nothing: 1e-6 MeV per baryon. Were all of it photons of 25 MeV, of which one in a thousand breaks He4 up into
  /// deuterium, D/H would change by 2e-6.
  static let negligible = 1.7e-15

  /// Whether so few particles change Yp, D/H and He3/H by less than 1e-5.
  private func isNegligible(perPhoton: Double, widths: DecayWidths) -> Bool {
    let lifetime = widths.lifetimeSeconds ?? Self.stable
    let energy = perPhoton * decay.mass
    if lifetime >= DecayEffects.shortestForPhotons, !cascadeSources.isEmpty { return energy < Self.negligible }
    // One particle for 1e6 baryons: converted by mesons and neutrinos at most once.
    if actsOnNucleons, perPhoton > 6e-16 { return false }
    // 1e-6 of the photons' energy when it decays, T = 1.15 (1 s/t)^(1/2) MeV, between 30 keV, when all nuclei are made, and 1 eV, where the history ends.
    // What is stable acts by its energy density, as long as nuclei react: above 1 keV.
    let temperature = lifetime > DecayEffects.stable ? 1e-3 : min(0.03, max(1e-6, 1.15 / lifetime.squareRoot()))
    return energy < 1e-6 * 2.7 * temperature
  }

  /// Lifetime in seconds of what does not decay: no decay before T = 1 eV.
  private static let stable = 1e30

  private func breakUpRates() throws -> BreakUpRates {
    if let known = breakUp.withLock({ $0 }) { return known }
    let rates = try BreakUpRates.standard(cascadeSources, omegaB: parameters.omegaB)
    breakUp.withLock { $0 = rates }
    return rates
  }
}
