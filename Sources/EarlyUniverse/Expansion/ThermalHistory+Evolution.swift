import Foundation
import Numerics

extension ThermalHistory {
  /// Where a history starts and ends, and how finely it is followed.
  public struct Settings: Sendable, Hashable {
    /// Photon temperature in MeV at the start, where everything is in equilibrium; 6 to 60. Above 60 quark and hadron physics begins.
    public var startTemperature = 30.0
    /// Photon temperature in MeV that must be passed; 5 keV at most (N_eff is read there) and 1 eV at least (neutrinos are massless here). A decaying particle
    /// prolongs the history to forty lifetimes.
    public var endTemperature = 1e-3
    /// Tolerance of the integration per step: the default gives N_eff to 1e-6 and conserves energy to 1e-6.
    public var tolerance = 3e-7
    /// Largest step in ln a.
    public var largestStep = 0.05

    public init() {}
  }

  /// The history of a Universe with this content.
  ///
  /// The equations are those of ``ExpansionSystem``; dark radiation and matter need a at the start when a = 1 today, which is known at the end: the integration is
  /// repeated until that number, and N_eff where extra radiation is asked for, are consistent to 1e-6 (once to three times). All repetitions end at the expansion at
  /// which the first one did: what still heats the plasma there would otherwise give each of them another a of today.
  /// - Throws: ``NumericsError`` for unusable content or settings, or when the integration fails; ``AnnihilatingSpeciesError``.
  public static func compute(_ content: UniverseContent = .standard, settings: Settings = Settings()) throws -> ThermalHistory {
    try validate(content, settings)
    var content = content
    if content.annihilating?.annihilates == false { content.annihilating = nil }
    var plain = content
    plain.extraNeutrinos = 0
    let base = try settle(plain, settings)
    guard content.extraNeutrinos != 0 else { return base.history }
    let target = base.history.effectiveNeutrinos + content.extraNeutrinos
    var foresight = Foresight(scale: base.scale, dark: content.extraNeutrinos, annihilated: base.annihilated)
    for _ in 0..<12 {
      let run = try integrate(content, settings, foresight)
      let missing = target - run.history.effectiveNeutrinos
      if run.agrees(with: foresight, to: 1e-6), abs(missing) < 1e-5 { return run.history }
      foresight = run.foresight(settings, dark: foresight.dark + missing)
    }
    throw NumericsError.domain(label: "thermal history", reason: "extra radiation of \(content.extraNeutrinos) neutrinos did not settle")
  }

  private static func validate(_ content: UniverseContent, _ settings: Settings) throws {
    guard (6...60).contains(settings.startTemperature), (1e-6...5e-3).contains(settings.endTemperature), settings.tolerance > 0, settings.largestStep > 0 else {
      throw NumericsError.domain(
        label: "thermal history", reason: "start at 6 to 60 MeV and end at 1 eV to 5 keV; found \(settings.startTemperature) and \(settings.endTemperature) MeV"
      )
    }
    guard content.extraNeutrinos.isFinite, content.matterDensity >= 0, content.species.allSatisfy({ $0.mass >= 0 && $0.mass.isFinite }) else {
      throw NumericsError.domain(label: "thermal history", reason: "densities and masses must be finite and not negative")
    }
    try content.annihilating?.validate(in: content, settings)
  }

  /// The history without extra radiation.
  private static func settle(_ content: UniverseContent, _ settings: Settings) throws -> Run {
    // In the Standard Model a T/T_0 is (4/11)^(1/3) at early times but for the heating of neutrinos; muons and pions add entropy.
    let light = Plasma.standardEntropy(temperature: 5, heavyParticles: false)
    let start = Plasma.standardEntropy(temperature: settings.startTemperature, heavyParticles: content.heavyParticles)
    var foresight = Foresight(scale: cbrt(4.0 / 11 * light / start) * EarlyUniverseInputs.temperatureToday / settings.startTemperature)
    for _ in 0..<12 {
      let run = try integrate(content, settings, foresight)
      // Only matter depends on the scale: 4e-4 of the energy at 1 keV, half of it at 1 eV, where H is then right to 1e-4; and a relic that annihilates, squared.
      let coolest = settings.endTemperature * exp(run.excess)
      // With an interacting particle the first integration is a coarse one.
      let isAnswer = content.interacting == nil || foresight.expansion != nil
      if isAnswer, run.agrees(with: foresight, to: content.annihilating == nil ? max(1e-4, 5 * coolest) : 1e-6) { return run }
      foresight = run.foresight(settings)
    }
    throw NumericsError.domain(label: "thermal history", reason: "the scale factor of the start did not settle")
  }
}
