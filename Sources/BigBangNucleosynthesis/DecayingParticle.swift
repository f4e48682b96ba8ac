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
    try effects.abundances(history(in: content), parameters, network, mixing: content.mixing)
  }

  /// Nuclei per baryon from T = 10 MeV until all has decayed (1 eV at the latest), with the nuclei in the order of every epoch; what photons do is counted from T = 10 keV on.
  ///
  /// - Parameter count: epochs of the network, from 10 MeV to 1 keV.
  /// - Throws: as ``abundances(_:content:network:)``.
  public func evolution(
    _ parameters: Nucleosynthesis.Parameters = .init(), content: UniverseContent = .standard, network: NuclearNetwork = NuclearNetwork(), count: Int = 120
  ) throws -> (epochs: [AbundanceEpoch], nuclides: [Nuclide]) {
    try effects.evolution(history(in: content), parameters, network, mixing: content.mixing, count: count)
  }

  /// What its decays do along its history.
  var effects: DecayEffects { DecayEffects(decay: decay, lifetime: lifetime, breakUpRates: breakUpRates, includesEarlyDecays: includesEarlyDecays) }

  /// In seconds: shorter ones leave less than 3e-4 of it at 30 MeV, where the thermal history begins.
  static let shortestLifetime = 1e-4

  /// What enters the cascade of its decays.
  public static func cascadeSources(_ decay: InjectedDecay) -> [(spectrum: InjectedSpectrum, fraction: Double)] { DecayEffects.cascadeSources(decay) }

  /// Effects of its decays that are not computed, each in one sentence; empty where there is none.
  public var notCovered: [String] { perPhoton > 0 ? effects.notCovered : [] }

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
    settings.endTemperature = effects.endTemperature
    guard perPhoton > 0 else { return try ThermalHistory.compute(content, settings: settings) }
    guard actsOnExpansion else {
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
