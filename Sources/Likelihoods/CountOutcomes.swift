import Foundation
import Numerics

/// The part of W = -Q/2 + const that is Gaussian: criteria, measurements, and counts too large to enumerate.
struct GaussianPart {
  /// How far the observed value lies above its mean under the signal hypothesis and under the background hypothesis.
  let observedAboveSignalMean, observedAboveBackgroundMean: Double
  let signalDeviation, backgroundDeviation: Double

  /// A criterion whose signal is zeta standard deviations away has W = -zeta^2/2 as observed, and fluctuates as N(zeta^2/2, zeta^2) under the signal hypothesis
  /// and as N(-zeta^2/2, zeta^2) under the background hypothesis.
  init(_ counts: [PoissonCount], _ measurements: [GaussianMeasurement], criterionShift zeta: Double) {
    var signal = (shift: -zeta * zeta, variance: zeta * zeta)
    var background = (shift: 0.0, variance: zeta * zeta)
    for count in counts {
      let weight = count.eventWeight
      let smearing = count.backgroundError * count.backgroundError
      signal.shift += weight * (Double(count.observed) - count.signal - count.background)
      signal.variance += weight * weight * (count.signal + count.background + smearing)
      background.shift += weight * (Double(count.observed) - count.background)
      background.variance += weight * weight * (count.background + smearing)
    }
    for measurement in measurements {
      let weight = measurement.signal / (measurement.error * measurement.error)
      signal.shift += weight * (measurement.measured - measurement.signal)
      background.shift += weight * measurement.measured
      signal.variance += weight * measurement.signal
      background.variance += weight * measurement.signal
    }
    observedAboveSignalMean = signal.shift
    observedAboveBackgroundMean = background.shift
    signalDeviation = signal.variance.squareRoot()
    backgroundDeviation = background.variance.squareRoot()
  }

  /// The largest excess of the enumerated W over its observed value that the Gaussian part can still compensate with a probability above 1e-15.
  var reach: Double { max(0, observedAboveSignalMean, observedAboveBackgroundMean) + 8 * max(signalDeviation, backgroundDeviation) }

  /// P(total W <= observed total W) when the enumerated part exceeds its observed value by `excess`.
  func probability(excess: Double, tolerance: Double, withSignal: Bool) -> Double {
    let shift = withSignal ? observedAboveSignalMean : observedAboveBackgroundMean
    let deviation = withSignal ? signalDeviation : backgroundDeviation
    guard deviation > 0 else { return excess <= shift + tolerance ? 1 : 0 }
    return SpecialFunctions.normalCumulative((shift - excess) / deviation)
  }
}

/// The outcomes of several counting experiments, ordered by W = sum n_i ln(1 + s_i/b_i): Q = const - 2 W, so a small W is signal-unlike.
struct CountOutcomes {
  /// Probability of an outcome under both hypotheses.
  private struct Outcome {
    var weight: Double
    var withSignal: Double
    var withoutSignal: Double
  }

  /// P(Q >= Q_obs | s + b)/P(Q >= Q_obs | b).
  let cls: Double

  /// Above this number, outcomes are merged on a lattice in W, rounded down: CLs is then conservative by at most the lattice step.
  private static let exactLimit = 20_000
  private static let latticeCells = 8_192.0

  init(_ counts: [PoissonCount], with gaussian: GaussianPart) {
    let observed = counts.reduce(0) { $0 + ($1.observed == 0 ? 0 : Double($1.observed) * $1.eventWeight) }
    let limit = (observed + gaussian.reach) * (1 + 1e-12)
    var outcomes = [Outcome(weight: 0, withSignal: 1, withoutSignal: 1)]
    for count in counts {
      outcomes = Self.convolve(outcomes, with: count, limit: limit)
      if outcomes.count > Self.exactLimit { outcomes = Self.merge(outcomes, step: limit / Self.latticeCells) }
    }
    let tolerance = 1e-12 * max(1, observed)
    var withSignal = 0.0
    var withoutSignal = 0.0
    for outcome in outcomes {
      let excess = outcome.weight - observed
      withSignal += outcome.withSignal * gaussian.probability(excess: excess, tolerance: tolerance, withSignal: true)
      withoutSignal += outcome.withoutSignal * gaussian.probability(excess: excess, tolerance: tolerance, withSignal: false)
    }
    cls = withoutSignal > 0 ? min(1, withSignal / withoutSignal) : 1
  }

  private static func convolve(_ list: [Outcome], with count: PoissonCount, limit: Double) -> [Outcome] {
    let prior = BackgroundPrior(count.effectiveBackground, error: count.backgroundError)
    let eventWeight = count.eventWeight
    let most = eventWeight.isInfinite ? 0 : Int(min(limit / eventWeight, 1e6))
    // Beyond the bulk of both hypotheses the probabilities vanish, however light an event is.
    let mean = count.signal + count.effectiveBackground + 6 * count.backgroundError
    let last = min(most, Int(min(max(mean, Double(count.observed)) + 12 * max(mean, 1).squareRoot() + 30, 1e6)))
    var result: [Outcome] = []
    result.reserveCapacity(list.count * (last + 1))
    for n in 0...last {
      let weight = n == 0 ? 0 : Double(n) * eventWeight
      let p = prior.probability(n, signal: count.signal)
      let p0 = prior.probability(n, signal: 0)
      for outcome in list where outcome.weight + weight <= limit {
        result.append(Outcome(weight: outcome.weight + weight, withSignal: outcome.withSignal * p, withoutSignal: outcome.withoutSignal * p0))
      }
    }
    return result
  }

  private static func merge(_ list: [Outcome], step: Double) -> [Outcome] {
    guard step > 0 else { return list }
    var cells = [Int: Outcome]()
    for outcome in list {
      let cell = Int(outcome.weight / step)
      cells[cell, default: Outcome(weight: Double(cell) * step, withSignal: 0, withoutSignal: 0)].withSignal += outcome.withSignal
      cells[cell]?.withoutSignal += outcome.withoutSignal
    }
    return cells.sorted { $0.key < $1.key }.map(\.value)
  }
}
