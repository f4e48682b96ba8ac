import Foundation
import Numerics
import Portals
import Units

extension AbundanceCalculation {
  /// Rates at one temperature for a coupling.
  struct Rates {
    /// n_eq over the comoving entropy.
    var equilibrium = 0.0
    /// Per unit of cooling, -d/d ln T: production and loss of Y by single particles, and K of the pairs: dY = (P - L Y) + K (Y_eq^2 - Y^2).
    var production = 0.0
    var loss = 0.0
    var pairs = 0.0
    /// The pairs' Y_eq^2 K.
    var pairProduction = 0.0
    /// Production by process.
    var byProcess: [Double] = []
    /// Decay alone.
    var decay = 0.0
    var hubble = 0.0
  }

  private func rates(_ w: Double, strength: Double, width: Double, detailed: Bool = false) -> Rates {
    let state = bath.state(logTemperature: w)
    let t = exp(w)
    var rates = Rates()
    rates.hubble = state.hubble
    let perHubble = state.expansionPerCooling / state.hubble
    rates.equilibrium = exp(tabulated(w, 0) - particle.mass / t) / state.comovingEntropy
    rates.decay = width * tabulated(w, 1) * perHubble
    for (k, kind) in kinds.enumerated() where isActive[k] {
      let isCold = kind.contact == .neutrinos && state.neutrinoRatio < 1 - 1e-9
      let own = isCold ? w + log(state.neutrinoRatio) : w
      let value = tabulated(own, 2 + k)
      guard value > Self.nothing + 1 else {
        if detailed { rates.byProcess.append(0) }
        continue
      }
      let rate = strength * exp(value) * perHubble
      var made = 0.0
      if kind.particles == 1 {
        let equilibrium = isCold ? exp(tabulated(own, 0) - particle.mass / exp(own)) / state.comovingEntropy : rates.equilibrium
        rates.loss += rate
        made = rate * equilibrium
        rates.production += made
      } else {
        // 2 gamma (1 - n^2/n_eq^2) with gamma/n_eq^2 = rate and n = Y s.
        let pair = 2 * rate * state.comovingEntropy
        rates.pairs += pair
        made = pair * rates.equilibrium * rates.equilibrium
        rates.pairProduction += made
      }
      if detailed { rates.byProcess.append(made) }
    }
    return rates
  }

  /// The abundance for a coupling on the model's axis.
  ///
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` for a coupling that the portal refuses; ``Numerics/NumericsError``
  /// when the integration fails.
  public func abundance(coupling: Double) throws -> RelicAbundance {
    var widths = try portal.physics.widths(mass: axisMass, coupling: coupling)
    // The widths of a dark sector are the mediator's; the particle followed is stable.
    if referenceWidths.partials.isEmpty { widths = DecayWidths(mass: axisMass, coupling: coupling, partials: []) }
    let width = widths.total
    let strength = pow(coupling / reference, couplingPower)
    // Integration in cooling, N = ln(T_start/T).
    let start = lowest + Double(cells) * step
    let length = Double(cells) * step
    // Decays without inverse ones, such as to invisible states: what the inverse decays do not balance.
    let balanced = referenceWidths.partials.filter { !$0.isPartOfHadrons && $0.finalState != "invisible" && $0.finalState != "chi chibar" }
      .reduce(0) { $0 + $1.width }
    let unbalanced = max(0, width - strength * balanced)
    let first = rates(start, strength: strength, width: unbalanced)
    let initial = settings.initial == .thermal ? first.equilibrium : 0
    // Size of the answer, for the absolute tolerance.
    var made = initial
    var largest = initial
    for i in 0...cells {
      let r = rates(start - Double(i) * step, strength: strength, width: 0)
      made += step * (r.production + r.pairProduction)
      largest = max(largest, r.equilibrium)
    }
    let scale = min(made, largest)
    guard scale > 0 else { return empty(coupling: coupling, widths: widths) }
    let system = ODESystem(
      dimension: 1,
      derivative: { n, y, dydt in
        let r = self.rates(start - n, strength: strength, width: unbalanced)
        let value = y[0] * scale
        dydt[0] = (r.production + r.pairProduction - (r.loss + r.decay) * value - r.pairs * value * value) / scale
      },
      jacobian: { n, y, dfdy, dfdt in
        func slope(_ m: Double) -> (Double, Double) {
          let r = self.rates(start - m, strength: strength, width: unbalanced)
          let value = y[0] * scale
          let f = (r.production + r.pairProduction - (r.loss + r.decay) * value - r.pairs * value * value) / scale
          return (f, -(r.loss + r.decay) - 2 * r.pairs * value)
        }
        let h = 1e-5 * self.step
        let (low, high) = (slope(n - h), slope(n + h))
        dfdy[0] = 0.5 * (low.1 + high.1)
        dfdt[0] = (high.0 - low.0) / (2 * h)
      })
    let control = ODE.Control(
      relative: settings.tolerance, absolute: [1e-18], firstStep: min(1e-3, 0.1 * length), largestStep: 4 * step)
    let integrator = try RosenbrockIntegrator("abundance", system, control: control)
    var points: [RelicAbundance.Point] = []
    try integrator.integrate(from: 0, [initial / scale], to: length) { n, y in
      let w = start - n
      let r = self.rates(w, strength: strength, width: unbalanced)
      let value = max(0, y[0]) * scale
      points.append(
        RelicAbundance.Point(
          temperature: exp(w), entropyYield: value, equilibriumYield: r.equilibrium,
          rateOverHubble: (r.loss + r.pairs * (value + r.equilibrium)) / self.cooling(w)))
      return false
    }
    return try summary(coupling: coupling, widths: widths, points: points, strength: strength, width: width, start: start)
  }

  private func cooling(_ w: Double) -> Double { bath.state(logTemperature: w).expansionPerCooling }

  private func empty(coupling: Double, widths: DecayWidths) -> RelicAbundance {
    RelicAbundance(
      particle: particle, coupling: coupling, reheatingTemperature: settings.reheatingTemperature, widths: widths, evolution: [], frozenYield: 0,
      largestRateOverHubble: 0, decouplingTemperature: nil, shares: [])
  }

  private func summary(
    coupling: Double, widths: DecayWidths, points: [RelicAbundance.Point], strength: Double, width: Double, start: Double
  ) throws -> RelicAbundance {
    guard !points.isEmpty else { throw NumericsError.domain(label: "abundance", reason: "no step was taken") }
    var totals = [Double](repeating: 0, count: isActive.filter { $0 }.count)
    for i in 0..<cells {
      let w = start - (Double(i) + 0.5) * step
      for (k, made) in rates(w, strength: strength, width: 0, detailed: true).byProcess.enumerated() { totals[k] += step * made }
    }
    let sum = totals.reduce(0, +)
    let names = zip(processNames, isActive).filter { $0.1 }.map(\.0)
    let shares = zip(names, totals).map { RelicAbundance.Share(process: $0, share: sum > 0 ? $1 / sum : 0) }.filter { $0.share > 0 }
    let undecayed = undecayedYield(points, width: width)
    var decoupling: Double?
    for (early, late) in zip(points, points.dropFirst()) where early.rateOverHubble >= 1 && late.rateOverHubble < 1 {
      let share = log(early.rateOverHubble) / log(early.rateOverHubble / max(late.rateOverHubble, 1e-300))
      decoupling = early.temperature * pow(late.temperature / early.temperature, share)
    }
    return RelicAbundance(
      particle: particle, coupling: coupling, reheatingTemperature: settings.reheatingTemperature, widths: widths, evolution: points, frozenYield: undecayed,
      largestRateOverHubble: points.map(\.rateOverHubble).max() ?? 0, decouplingTemperature: decoupling,
      shares: shares.sorted { $0.share > $1.share })
  }

  /// Y with the decays until then undone, at the last point before ``mostLifetimes``; `nil` where production by inverse decays holds Y at equilibrium even
  /// there: then no number of undecayed particles is meant.
  private func undecayedYield(_ points: [RelicAbundance.Point], width: Double) -> Double? {
    func lifetimesPerCooling(_ w: Double) -> Double {
      let state = bath.state(logTemperature: w)
      return width * tabulated(w, 1) * state.expansionPerCooling / state.hubble
    }
    guard let first = points.first else { return nil }
    // t = 1/(2H) at the start, with the slowing of the start.
    var exponent = width * tabulated(log(first.temperature), 1) / (2 * bath.state(logTemperature: log(first.temperature)).hubble)
    guard exponent < Self.mostLifetimes else { return nil }
    var chosen = first
    var atChosen = exponent
    for (early, late) in zip(points, points.dropFirst()) {
      let (from, to) = (log(early.temperature), log(late.temperature))
      exponent += (from - to) / 6 * (lifetimesPerCooling(from) + 4 * lifetimesPerCooling(0.5 * (from + to)) + lifetimesPerCooling(to))
      guard exponent < Self.mostLifetimes else {
        guard chosen.entropyYield > 2 * chosen.equilibriumYield, late.entropyYield > 0 else { return nil }
        // Exactly there, or the answer would depend on the steps.
        let share = (Self.mostLifetimes - atChosen) / (exponent - atChosen)
        return chosen.entropyYield * pow(late.entropyYield / chosen.entropyYield, share) * exp(Self.mostLifetimes)
      }
      chosen = late
      atChosen = exponent
    }
    return chosen.entropyYield * exp(atChosen)
  }

  /// Lifetimes after which decays are not undone any more.
  private static let mostLifetimes = 5.0
}
