import Foundation
import Numerics

extension BoltzmannEquation {
  /// The history at one coupling.
  package struct Solution: Sendable {
    package var points: [RelicAbundance.Point] = []
    /// As ``RelicAbundance/frozenYield``.
    package var frozenYield: Double? = 0
    package var largestRateOverHubble = 0.0
    package var decouplingTemperature: Double?
    package var shares: [RelicAbundance.Share] = []
  }

  /// From reheating to the end of production; empty where nothing is ever made.
  ///
  /// - Parameters:
  ///   - strength: factor on the rates.
  ///   - width: of all decays in GeV, zero for a stable particle.
  ///   - unbalanced: the part of it that no process is the inverse of.
  /// - Throws: ``NumericsError`` when the integration fails.
  package func solution(strength: Double, width: Double = 0, unbalanced: Double = 0) throws -> Solution {
    // In cooling, N = ln(T_start/T).
    let length = Double(table.cells) * table.step
    let start = table.lowest + length
    let initial = initialYield(strength: strength)
    // Size of the answer, for the absolute tolerance.
    let scale = mostYield(strength: strength)
    guard scale > Self.nothing else { return Solution() }
    var system = Cooling(self, start: start, strength: strength, width: unbalanced, scale: scale)
    var solver = RosenbrockSolver()
    solver.relativeTolerance = settings.tolerance
    solver.absoluteTolerances = [1e-18]
    solver.largestStep = 4 * table.step
    var points: [RelicAbundance.Point] = []
    func record(_ system: inout Cooling, _ n: Double, _ y: Double) {
      system.prepare(n)
      let (r, value) = (system.rates, max(0, y) * scale)
      points.append(
        RelicAbundance.Point(
          temperature: exp(start - n), entropyYield: value, equilibriumYield: r.equilibrium,
          rateOverHubble: (r.loss + r.pairs * (value + r.equilibrium)) / r.expansionPerCooling))
    }
    var y = [initial / scale]
    var first = min(1e-3, 0.1 * length)
    record(&system, 0, y[0])
    try solver.integrate("abundance", &system, from: 0, to: length, step: &first, &y) { system, n, y in
      record(&system, n, y[0])
      return false
    }
    return Solution(
      points: points, frozenYield: width > 0 ? undecayedYield(points, width: width) : stableYield(points, strength: strength),
      largestRateOverHubble: points.map(\.rateOverHubble).max() ?? 0,
      decouplingTemperature: Self.decoupling(points), shares: shares())
  }

  /// What Y never exceeds: all that are made, were none destroyed, or the largest in equilibrium.
  func mostYield(strength: Double) -> Double { min(initialYield(strength: strength) + strength * unitMade, largestEquilibrium) }

  private func initialYield(strength: Double) -> Double {
    settings.initial == .thermal ? rates(table.lowest + Double(table.cells) * table.step, strength: strength, width: 0).equilibrium : 0
  }

  /// Largest first; the same at every strength.
  private func shares() -> [RelicAbundance.Share] {
    let sum = unitShares.reduce(0, +)
    guard sum > 0 else { return [] }
    return zip(processNames, unitShares).filter { $0.1 > 0 }.map { RelicAbundance.Share(process: $0, share: $1 / sum) }.sorted { $0.share > $1.share }
  }

  /// Where the rate fell below H for the last time, GeV.
  private static func decoupling(_ points: [RelicAbundance.Point]) -> Double? {
    guard let last = points.indices.dropFirst().last(where: { points[$0 - 1].rateOverHubble >= 1 && points[$0].rateOverHubble < 1 }) else { return nil }
    let (early, late) = (points[last - 1], points[last])
    let share = log(early.rateOverHubble) / log(early.rateOverHubble / max(late.rateOverHubble, 1e-300))
    return early.temperature * pow(late.temperature / early.temperature, share)
  }

  private func stableYield(_ points: [RelicAbundance.Point], strength: Double) -> Double? {
    points.last.map { $0.entropyYield / (1 + $0.entropyYield * pairsAfterTheEnd(strength: strength)) }
  }

  /// Y with the decays until then undone, at the last point before ``mostLifetimes``; `nil` where production by inverse decays holds Y at equilibrium even
  /// there: then no number of undecayed particles is meant.
  private func undecayedYield(_ points: [RelicAbundance.Point], width: Double) -> Double? {
    guard let first = points.first else { return nil }
    var exponent = lifetimesBefore(log(first.temperature), width: width)
    guard exponent < Self.mostLifetimes else { return nil }
    var chosen = first
    var atChosen = exponent
    for (early, late) in zip(points, points.dropFirst()) {
      let (from, to) = (log(early.temperature), log(late.temperature))
      let middle = lifetimesPerCooling(0.5 * (from + to), width: width)
      exponent += (from - to) / 6 * (lifetimesPerCooling(from, width: width) + 4 * middle + lifetimesPerCooling(to, width: width))
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

  /// Of a yield: no particle in the visible Universe; what is smaller may not have all its digits.
  private static let nothing = 1e-250
  /// Lifetimes after which decays are not undone any more.
  private static let mostLifetimes = 5.0
}

/// dY/dN over a scale, N = ln(T_start/T).
private struct Cooling: RosenbrockSystem {
  let dimension = 1
  private(set) var rates = BoltzmannEquation.Rates()
  private let equation: BoltzmannEquation
  private let start: Double
  private let strength: Double
  private let width: Double
  private let scale: Double
  private var prepared = -Double.infinity

  init(_ equation: BoltzmannEquation, start: Double, strength: Double, width: Double, scale: Double) {
    self.equation = equation
    self.start = start
    self.strength = strength
    self.width = width
    self.scale = scale
  }

  mutating func prepare(_ n: Double) {
    guard n != prepared else { return }
    rates = equation.rates(start - n, strength: strength, width: width)
    prepared = n
  }

  func derivative(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) { result[0] = rates.slope(y[0] * scale) / scale }

  mutating func linearise(
    _ n: Double, step: Double, _ y: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>, _ jacobian: UnsafeMutablePointer<Double>,
    _ explicit: UnsafeMutablePointer<Double>
  ) {
    prepare(n)
    let value = y[0] * scale
    slope[0] = rates.slope(value) / scale
    jacobian[0] = rates.slopeDerivative(value)
    let delta = 1e-7 * equation.table.step
    let later = equation.rates(start - n - delta, strength: strength, width: width)
    explicit[0] = (later.slope(value) / scale - slope[0]) / delta
  }
}
