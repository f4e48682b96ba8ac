import EarlyUniverse
import Foundation
import Units

/// A particle that decays during or after nucleosynthesis: the whole chain from its abundance to the light elements.
///
/// Expansion and temperatures with its energy and decays (``EarlyUniverse/ThermalHistory``), conversion of nucleons by mesons and by energetic neutrinos, the network, and photodisintegration.
/// Not covered: see ``notCovered``.
public struct DecayingParticle: Sendable {
  /// What its decays inject; knows its mass.
  public var decay: InjectedDecay
  /// In seconds. What has not decayed at T = 1 eV (1e12 s) is left undecayed.
  public var lifetime: Double
  /// Particles per photon at 10 MeV, as if none had decayed.
  public var perPhoton: Double
  /// How fast it moved at 30 MeV.
  public var momenta: DecayingSpecies.Momenta
  /// Whether its energy and that of its decays act on the expansion and the temperatures.
  public var actsOnExpansion: Bool
  /// Photon spectra that are known already, for a scan over lifetimes and abundances.
  public var breakUpRates: BreakUpRates?
  /// Whether photons of decays before about a tenth of the lifetime count (``Photodisintegration/withoutEarlyDecays(_:_:lifetime:)``); they do in nature.
  public var includesEarlyDecays = true

  public init(
    _ decay: InjectedDecay, lifetime: Double, perPhoton: Double, momenta: DecayingSpecies.Momenta = .atRest, actsOnExpansion: Bool = true,
    breakUpRates: BreakUpRates? = nil
  ) {
    self.decay = decay
    self.lifetime = lifetime
    self.perPhoton = perPhoton
    self.momenta = momenta
    self.actsOnExpansion = actsOnExpansion
    self.breakUpRates = breakUpRates
  }

  /// The light elements with it.
  ///
  /// - Parameters:
  ///   - content: of the Universe besides it.
  ///   - network: of nuclear reactions.
  /// - Throws: ``NucleosynthesisError`` for unusable parameters, ``NumericsError`` when a step fails.
  public func abundances(
    _ parameters: Nucleosynthesis.Parameters = .init(), content: UniverseContent = .standard, network: NuclearNetwork = NuclearNetwork()
  ) throws -> Abundances {
    let history = try history(in: content)
    let made = try nucleosynthesis(history, network, mixing: content.mixing).abundances(parameters)
    return try photodisintegration(history, parameters, made)?.applied(to: made) ?? made
  }

  /// The network along a history with it.
  func nucleosynthesis(_ history: ThermalHistory, _ network: NuclearNetwork, mixing: NeutrinoMixing) throws -> Nucleosynthesis {
    guard perPhoton > 0 else { return try Nucleosynthesis(history, network: network) }
    return try Nucleosynthesis(
      history, network: network, mesons: MesonMultiplicity(decay), neutrinos: decay.neutrinos(stopped: lifetime < InjectedDecay.stoppedUntil), mixing: mixing)
  }

  /// In MeV: just above the threshold of Be7, the lowest, and where cascades start.
  private static let lowestEnergy = 1.6
  /// In seconds: nothing is left of it at 10 keV, 1.3e4 s.
  static let shortestForPhotons = 400.0

  /// In seconds: shorter ones leave less than 3e-4 of it at 30 MeV, where the thermal history begins.
  static let shortestLifetime = 1e-4
  /// In seconds: less than 1e-7 of it decays before T = 1 eV; only its energy density acts.
  static let stable = 1e19

  /// What enters the cascade of its decays.
  public static func cascadeSources(_ decay: InjectedDecay) -> [(spectrum: InjectedSpectrum, fraction: Double)] {
    decay.sources().filter { $0.largestEnergy > lowestEnergy }.map { (spectrum: $0, fraction: 1) }
  }

  /// Effects of its decays that are not computed, each in one sentence; empty where there is none.
  ///
  /// Slow mesons break He4 up below 50 keV (100 s); nucleons among the products of a decay, and fast mesons, do so at any later time.
  public var notCovered: [String] {
    let mesons = MesonMultiplicity(decay)
    guard perPhoton > 0, lifetime > Self.hadronsMatter, mesons.positivePions + mesons.positiveKaons + mesons.longKaons > 1e-3 else { return [] }
    var list = ["not covered: break-up of He4 by slow mesons below 50 keV"]
    if decay.mass > Self.nucleonPair { list.append("not covered: hadrodisintegration by nucleons among the products") }
    return list
  }

  /// In seconds: T = 0.1 MeV, when deuterium survives.
  private static let hadronsMatter = 100.0
  /// In MeV.
  private static let nucleonPair = 2e3 * PhysicalConstants.protonMass.value

  /// What its photons do to what was made; `nil` where there are none.
  func photodisintegration(_ history: ThermalHistory, _ parameters: Nucleosynthesis.Parameters, _ made: Abundances) throws -> Photodisintegration? {
    guard perPhoton > 0, (Self.shortestForPhotons...Self.stable).contains(lifetime) else { return nil }
    let all = history.decays.map(\.decayRateDensity)
    let decays = includesEarlyDecays ? all : try Photodisintegration.withoutEarlyDecays(all, history, lifetime: lifetime)
    if let breakUpRates { return try Photodisintegration(history, decays: decays, rates: breakUpRates) }
    let sources = Self.cascadeSources(decay)
    guard !sources.isEmpty else { return nil }
    return try Photodisintegration(history, decays: decays, sources: sources, omegaB: parameters.omegaB, heliumFraction: made.heliumFraction)
  }

  private func validate() throws {
    guard decay.mass > 0, decay.mass.isFinite else {
      throw NucleosynthesisError.parameter(name: "mass in MeV", value: decay.mass, allowed: "above 0")
    }
    guard lifetime >= Self.shortestLifetime, lifetime.isFinite else {
      throw NucleosynthesisError.parameter(name: "lifetime in s", value: lifetime, allowed: "at least \(Self.shortestLifetime)")
    }
    guard perPhoton >= 0, perPhoton <= 1e3 else { throw NucleosynthesisError.parameter(name: "particles per photon", value: perPhoton, allowed: "0 to 1000") }
  }

  /// The thermal history with the rates of its decays.
  func history(in content: UniverseContent) throws -> ThermalHistory {
    try validate()
    var settings = ThermalHistory.Settings()
    // T of forty lifetimes in a Universe of radiation, t = 1.32 s (MeV/T)^2; 1 eV at least.
    if lifetime < Self.stable { settings.endTemperature = min(1e-3, max(1e-6, (1.32 / (40 * lifetime)).squareRoot())) }
    guard actsOnExpansion, perPhoton > 0 else {
      let plain = try ThermalHistory.compute(content, settings: settings)
      let rates = try Photodisintegration.decays(plain, perPhoton: perPhoton, lifetime: lifetime)
      let decays = rates.map {
        ThermalHistory.DecayEpoch(numberDensity: $0 * lifetime, energyDensity: $0 * lifetime * decay.mass, decayRateDensity: $0, electromagneticPower: 0)
      }
      return ThermalHistory(epochs: plain.epochs, effectiveNeutrinos: plain.effectiveNeutrinos, decays: decays)
    }
    var universe = content
    universe.decaying = DecayingSpecies(
      mass: decay.mass, lifetime: lifetime,
      entropyYield: DecayingSpecies.entropyYield(
        perPhoton: perPhoton, atTemperature: Photodisintegration.referenceTemperature, heavyParticles: content.heavyParticles),
      momenta: momenta, shares: decay.shares(stopped: lifetime < InjectedDecay.stoppedUntil))
    return try ThermalHistory.compute(universe, settings: settings)
  }
}
