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
  /// - Throws: ``NumericsError`` for unusable content or settings, or when the integration fails.
  public static func compute(_ content: UniverseContent = .standard, settings: Settings = Settings()) throws -> ThermalHistory {
    try validate(content, settings)
    var plain = content
    plain.extraNeutrinos = 0
    let base = try settle(plain, settings)
    guard content.extraNeutrinos != 0 else { return base.history }
    let target = base.history.effectiveNeutrinos + content.extraNeutrinos
    var (dark, scale, end) = (content.extraNeutrinos, base.scale, End.temperature)
    for _ in 0..<12 {
      let run = try integrate(content, settings, scale, dark, until: end)
      let missing = target - run.history.effectiveNeutrinos
      if run.excess < 0, abs(run.scale / scale - 1) < 1e-6, abs(missing) < 1e-5 { return run.history }
      dark += missing
      (scale, end) = (run.scale, run.next(settings))
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
  }

  /// Where an integration ends.
  private enum End {
    /// At the first step below the temperature asked for at which nothing is left to decay, or below 1 eV.
    case temperature
    /// At this ln(a/a_start).
    case expansion(Double)
  }

  /// One integration.
  private struct Run {
    let history: ThermalHistory
    /// a at its start when T = T_0/a at its end.
    let scale: Double
    /// ln(a/a_start) at its end.
    let expansion: Double
    /// ln of the last temperature over the one asked for: not negative where that was not passed.
    let excess: Double

    /// The end of the next integration: the same expansion, or later where that was not cold enough.
    func next(_ settings: Settings) -> End { .expansion(excess < 0 ? expansion : expansion + excess + settings.largestStep) }
  }

  /// The history without extra radiation.
  private static func settle(_ content: UniverseContent, _ settings: Settings) throws -> Run {
    // In the Standard Model a T/T_0 is (4/11)^(1/3) at early times but for the heating of neutrinos; muons and pions add entropy.
    let light = Plasma.standardEntropy(temperature: 5, heavyParticles: false)
    let start = Plasma.standardEntropy(temperature: settings.startTemperature, heavyParticles: content.heavyParticles)
    var scale = cbrt(4.0 / 11 * light / start) * EarlyUniverseInputs.temperatureToday / settings.startTemperature
    var end = End.temperature
    for _ in 0..<12 {
      let run = try integrate(content, settings, scale, 0, until: end)
      // Only matter depends on the scale: 4e-4 of the energy at 1 keV, half of it at 1 eV, where H is then right to 1e-4.
      if run.excess < 0, abs(run.scale / scale - 1) < max(1e-4, 5 * settings.endTemperature * exp(run.excess)) { return run }
      (scale, end) = (run.scale, run.next(settings))
    }
    throw NumericsError.domain(label: "thermal history", reason: "the scale factor of the start did not settle")
  }

  private static func integrate(_ content: UniverseContent, _ settings: Settings, _ scale: Double, _ dark: Double, until end: End) throws -> Run {
    let system = try ExpansionSystem(content, startTemperature: settings.startTemperature, startScale: scale, darkNeutrinos: dark)
    let n = system.dimension
    let equations = ODESystem(dimension: n, derivative: system.derivative)
    let control = ODE.Control(
      relative: settings.tolerance,
      absolute: [settings.tolerance, settings.tolerance, settings.tolerance, settings.tolerance] + [Double](repeating: 1e-30, count: n - 4),
      firstStep: 1e-3, largestStep: settings.largestStep)
    let integrator = try RosenbrockIntegrator("thermal history", equations, control: control)
    var points: [ODESolution.Point] = []
    var longest = log(settings.startTemperature / 1e-7)
    if case .expansion(let given) = end { longest = given }
    try integrator.integrate(from: 0, try system.initialState(), to: longest) { t, y in
      points.append(.init(t: t, y: y))
      guard case .temperature = end else { return false }
      guard exp(y[0] - t) < settings.endTemperature else { return false }
      guard let decay = system.decay else { return true }
      return exp(y[0] - t) < 1e-6 || zip(decay.momenta, y[ExpansionSystem.fixed...]).allSatisfy { $0.density == 0 || $1 > 40 * decay.particle.lifetime }
    }
    guard let last = points.last else { throw NumericsError.domain(label: "thermal history", reason: "no step was taken") }
    let start = EarlyUniverseInputs.temperatureToday / exp(last.y[0])
    var epochs: [Epoch] = []
    var decays: [DecayEpoch] = []
    epochs.reserveCapacity(points.count)
    for point in points {
      let c = point.y.withUnsafeBufferPointer { system.conditions(point.t, $0) }
      let hubble = try system.expansion(point.t, c) / EarlyUniverseInputs.hbar
      epochs.append(
        Epoch(
          time: point.y[4], scaleFactor: start * exp(point.t), photonTemperature: c.photon, electronNeutrinoTemperature: c.flavours.0,
          muonNeutrinoTemperature: 0.5 * (c.flavours.1 + c.flavours.2), hubbleRate: hubble, energyDensity: c.energy,
          pressure: c.pressure))
      if let decay = system.decay {
        decays.append(
          DecayEpoch(
            numberDensity: c.decaying.number, energyDensity: c.decaying.energy, decayRateDensity: c.decaying.decays,
            electromagneticPower: decay.particle.shares.electromagnetic * c.decaying.power / EarlyUniverseInputs.hbar))
      }
    }
    let final = last.y.withUnsafeBufferPointer { system.conditions(last.t, $0) }
    let photons = Double.pi * Double.pi / 15 * pow(final.photon, 4)
    let effective = 8.0 / 7 * pow(11.0 / 4, 4.0 / 3) * (final.neutrinoEnergy + final.darkEnergy) / photons
    guard effective.isFinite else { throw NumericsError.domain(label: "thermal history", reason: "N_eff is not finite") }
    return Run(
      history: ThermalHistory(epochs: epochs, effectiveNeutrinos: effective, decays: decays), scale: start, expansion: last.t,
      excess: log(final.photon / settings.endTemperature))
  }
}
