import EarlyUniverse
import Foundation
import Units

/// What decays along a thermal history do to nuclei: conversion of nucleons by mesons and by energetic neutrinos, the network, and photodisintegration.
struct DecayEffects {
  /// What one decay injects; knows the particle's mass.
  let decay: InjectedDecay
  /// In seconds.
  let lifetime: Double
  /// Photon spectra that are known already.
  var breakUpRates: BreakUpRates?
  /// Whether photons of decays before about a tenth of the lifetime count.
  var includesEarlyDecays = true

  /// In seconds: nothing is left of it at 10 keV, 1.3e4 s.
  static let shortestForPhotons = 400.0
  /// In seconds: less than 1e-7 of it decays before T = 1 eV; only its energy density acts.
  static let stable = 1e19
  /// In MeV: just above the threshold of Be7, the lowest, and where cascades start.
  private static let lowestEnergy = 1.6

  /// What enters the cascade of its decays.
  static func cascadeSources(_ decay: InjectedDecay) -> [(spectrum: InjectedSpectrum, fraction: Double)] {
    decay.sources().filter { $0.largestEnergy > lowestEnergy }.map { (spectrum: $0, fraction: 1) }
  }

  /// Temperature in MeV to which its history goes: that of forty lifetimes in a Universe of radiation, t = 1.32 s (MeV/T)^2; from 1 keV to 1 eV.
  var endTemperature: Double { lifetime < Self.stable ? min(1e-3, max(1e-6, (1.32 / (40 * lifetime)).squareRoot())) : 1e-3 }

  /// The light elements at the end of a history with its decays.
  ///
  /// - Throws: ``NucleosynthesisError`` for unusable parameters, ``NumericsError`` when a step fails.
  func abundances(_ history: ThermalHistory, _ parameters: Nucleosynthesis.Parameters, _ network: NuclearNetwork, mixing: NeutrinoMixing) throws -> Abundances {
    let made = try nucleosynthesis(history, network, mixing: mixing).abundances(parameters)
    return try photodisintegration(history, parameters, made)?.applied(to: made) ?? made
  }

  /// The network along a history with its decays.
  func nucleosynthesis(_ history: ThermalHistory, _ network: NuclearNetwork, mixing: NeutrinoMixing) throws -> Nucleosynthesis {
    guard !history.decays.isEmpty else { return try Nucleosynthesis(history, network: network) }
    return try Nucleosynthesis(
      history, network: network, mesons: MesonMultiplicity(decay), neutrinos: decay.neutrinos(stopped: lifetime < InjectedDecay.stoppedUntil), mixing: mixing)
  }

  /// What its photons do to what was made; `nil` where there are none.
  func photodisintegration(_ history: ThermalHistory, _ parameters: Nucleosynthesis.Parameters, _ made: Abundances) throws -> Photodisintegration? {
    guard !history.decays.isEmpty, (Self.shortestForPhotons...Self.stable).contains(lifetime) else { return nil }
    let all = history.decays.map(\.decayRateDensity)
    let decays = includesEarlyDecays ? all : try Photodisintegration.withoutEarlyDecays(all, history, lifetime: lifetime)
    if let breakUpRates { return try Photodisintegration(history, decays: decays, rates: breakUpRates) }
    let sources = Self.cascadeSources(decay)
    guard !sources.isEmpty else { return nil }
    return try Photodisintegration(history, decays: decays, sources: sources, omegaB: parameters.omegaB, heliumFraction: made.heliumFraction)
  }

  /// Effects that are not computed, each in one sentence; empty where there is none.
  ///
  /// Slow mesons break He4 up below 50 keV (100 s); nucleons among the products of a decay, and fast mesons, do so at any later time.
  var notCovered: [String] {
    let mesons = MesonMultiplicity(decay)
    guard lifetime > Self.hadronsMatter, mesons.positivePions + mesons.positiveKaons + mesons.longKaons > 1e-3 else { return [] }
    var list = ["not covered: break-up of He4 by slow mesons below 50 keV"]
    if decay.mass > Self.nucleonPair { list.append("not covered: hadrodisintegration by nucleons among the products") }
    return list
  }

  /// In seconds: T = 0.1 MeV, when deuterium survives.
  private static let hadronsMatter = 100.0
  /// In MeV.
  private static let nucleonPair = 2e3 * PhysicalConstants.protonMass.value
}
