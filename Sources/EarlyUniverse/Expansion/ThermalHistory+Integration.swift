import Foundation
import Numerics

/// What an integration must know of its own end, from the one before.
struct Foresight {
  /// a at the start when a = 1 today.
  var scale: Double
  /// Decoupled radiation, rho = dark (7/8) (4/11)^(4/3) (pi^2/15) (T_0/a)^4.
  var dark = 0.0
  /// Share of an annihilating relic, by today's density, that annihilates: J of ``AnnihilatingGas`` at the end.
  var annihilated = 0.0
  /// ln(a/a_start) at the end; without it, the first step below the temperature asked for at which nothing is left to decay, or below 1 eV.
  var expansion: Double?
}

extension ThermalHistory {
  /// What one integration found.
  struct Run {
    let history: ThermalHistory
    /// a at its start when T = T_0/a at its end.
    let scale: Double
    /// J of ``AnnihilatingGas`` at its end.
    let annihilated: Double
    /// ln(a/a_start) at its end.
    let expansion: Double
    /// ln of the last temperature over the one asked for: not negative where that was not passed.
    let excess: Double

    /// Whether it ended as it was told to by itself.
    func agrees(with foresight: Foresight, to tolerance: Double) -> Bool {
      excess < 0 && abs(scale / foresight.scale - 1) < tolerance && abs(annihilated - foresight.annihilated) < tolerance
    }

    /// For the next one, to the same expansion, or further where that was not cold enough.
    func foresight(_ settings: Settings, dark: Double = 0) -> Foresight {
      let end = excess < 0 ? expansion : expansion + excess + settings.largestStep
      return Foresight(scale: scale, dark: dark, annihilated: annihilated, expansion: end)
    }
  }

  /// One integration.
  ///
  /// - Throws: ``NumericsError`` when it fails, ``AnnihilatingSpeciesError`` when a relic was close to equilibrium where its annihilations begin.
  static func integrate(_ content: UniverseContent, _ settings: Settings, _ foresight: Foresight) throws -> Run {
    var system = try ExpansionSystem(content, startTemperature: settings.startTemperature, foresight)
    let longest = foresight.expansion ?? log(settings.startTemperature / 1e-7)
    var points: [ODESolution.Point] = []
    if let species = content.interacting, species.reheating < settings.startTemperature {
      points = try beforeReheating(system, settings, until: species.reheating)
    }
    let first = try points.popLast() ?? ODESolution.Point(t: 0, y: system.initialState())
    system.makesInteractingFrom = first.t
    try integrator(system, settings).integrate(from: first.t, first.y, to: longest) { t, y in
      points.append(.init(t: t, y: y))
      guard foresight.expansion == nil, exp(y[0] - t) < settings.endTemperature else { return false }
      if exp(y[0] - t) < 1e-6 { return true }
      if let lifetime = content.interacting?.lifetime, y[4] < 40 * lifetime { return false }
      guard let decay = system.decay else { return true }
      return zip(decay.momenta, y[ExpansionSystem.fixed...]).allSatisfy { $0.density == 0 || $1 > 40 * decay.particle.lifetime }
    }
    guard let last = points.last else { throw NumericsError.domain(label: "thermal history", reason: "no step was taken") }
    let start = EarlyUniverseInputs.temperatureToday / exp(last.y[0])
    var epochs: [Epoch] = []
    var decays: [DecayEpoch] = []
    var annihilations: [AnnihilationEpoch] = []
    epochs.reserveCapacity(points.count)
    for point in points {
      let c = point.y.withUnsafeBufferPointer { system.conditions(point.t, $0) }
      let hubble = try system.expansion(point.t, c) / EarlyUniverseInputs.hbar
      epochs.append(
        Epoch(
          time: point.y[4], scaleFactor: start * exp(point.t), photonTemperature: c.photon,
          electronNeutrinoTemperature: c.flavours.0 * c.dilution.capture,
          muonNeutrinoTemperature: 0.5 * (c.flavours.1 + c.flavours.2), hubbleRate: hubble, energyDensity: c.energy,
          pressure: c.pressure))
      if let decay = system.decay {
        decays.append(
          DecayEpoch(
            numberDensity: c.decaying.number, energyDensity: c.decaying.energy, decayRateDensity: c.decaying.decays,
            electromagneticPower: decay.particle.shares.electromagnetic * c.decaying.power / EarlyUniverseInputs.hbar))
      }
      if system.interacting != nil {
        let exchange = system.exchange(point.t, c, hubble: hubble * EarlyUniverseInputs.hbar)
        decays.append(
          DecayEpoch(
            numberDensity: c.interacting.number, energyDensity: c.interacting.energy, decayRateDensity: exchange.decays / EarlyUniverseInputs.hbar,
            electromagneticPower: max(0, exchange.photons) / EarlyUniverseInputs.hbar))
      }
      if let relic = system.relic {
        annihilations.append(
          AnnihilationEpoch(
            numberDensity: c.annihilating.number, temperature: c.annihilating.temperature,
            annihilationRateDensity: c.annihilating.rate / EarlyUniverseInputs.hbar,
            electromagneticPower: relic.particle.shares.electromagnetic * c.annihilating.power / EarlyUniverseInputs.hbar))
      }
    }
    let final = last.y.withUnsafeBufferPointer { system.conditions(last.t, $0) }
    let photons = Double.pi * Double.pi / 15 * pow(final.photon, 4)
    let effective = 8.0 / 7 * pow(11.0 / 4, 4.0 / 3) * (final.neutrinoEnergy + final.darkEnergy) / photons
    guard effective.isFinite else { throw NumericsError.domain(label: "thermal history", reason: "N_eff is not finite") }
    let annihilated = try system.annihilatedShare(last.y)
    return Run(
      history: ThermalHistory(epochs: epochs, effectiveNeutrinos: effective, decays: decays, annihilations: annihilations), scale: start,
      annihilated: annihilated, expansion: last.t, excess: log(final.photon / settings.endTemperature))
  }

  private static func integrator(_ system: ExpansionSystem, _ settings: Settings) throws -> RosenbrockIntegrator {
    let equations = ODESystem(dimension: system.dimension, derivative: system.derivative)
    // What a stiff particle exchanges adds up to more than the error of a step; of a first guess only the expansion at its end is used.
    let tolerance = system.interacting == nil ? settings.tolerance : (system.isFirstGuess ? 30 : 0.15) * settings.tolerance
    let control = ODE.Control(
      relative: tolerance, absolute: system.absoluteTolerances(tolerance), firstStep: 1e-3, largestStep: settings.largestStep)
    return try RosenbrockIntegrator("thermal history", equations, control: control)
  }

  /// From the start to a photon temperature in MeV at which the interacting particle begins to be made: no step may pass it.
  private static func beforeReheating(_ system: ExpansionSystem, _ settings: Settings, until temperature: Double) throws -> [ODESolution.Point] {
    let integrator = try integrator(system, settings)
    var points: [ODESolution.Point] = []
    try integrator.integrate(from: 0, try system.initialState(), to: log(settings.startTemperature / temperature) + 1) { t, y in
      points.append(.init(t: t, y: y))
      return exp(y[0] - t) <= temperature
    }
    guard let after = points.popLast(), var last = points.popLast() else { return points }
    // T a is nearly constant: the straight line, and what it misses once more.
    let goal = log(temperature)
    var slope = (after.y[0] - after.t - last.y[0] + last.t) / (after.t - last.t)
    points.append(last)
    for _ in 0..<4 {
      let next = last.t + (goal - last.y[0] + last.t) / slope
      guard next > last.t else { break }
      let reached = try integrator.integrate(from: last.t, last.y, to: next)
      slope = (reached.y[0] - reached.t - last.y[0] + last.t) / (reached.t - last.t)
      last = reached
      points.append(last)
      if abs(goal - last.y[0] + last.t) < 1e-10 { break }
    }
    return points
  }
}
