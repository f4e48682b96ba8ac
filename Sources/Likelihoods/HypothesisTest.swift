import Foundation
import Numerics

/// The single test of the house: a fixed signal hypothesis against the Standard Model, from one or many pieces of evidence, without toys.
///
/// The statistic is Q = -2 ln L(s + b)/L(b), summed over the evidence. For counts Q = sum 2 s_i - 2 n_i ln(1 + s_i/b_i) (Junk, hep-ex/9902006), and
/// CLs = P(Q >= Q_obs | s + b)/P(Q >= Q_obs | b) (Read, J. Phys. G28, 2693) with the distribution of Q obtained by convolving the outcomes of the counts.
/// A criterion enters as a one-sided Gaussian in z = ln(predicted/critical)/sigma: it adds z^2 to Q_obs, fluctuates under the signal hypothesis only, and
/// alone gives CLs = 1 - Phi(z), so that the line of the criterion is where q = 2.71 at 95 %. A criterion that is not approached (z <= 0) adds nothing.
public struct HypothesisTest: Sendable {
  /// How criteria are read.
  public let reading: SmearedCriterion.Reading

  public init(reading: SmearedCriterion.Reading = .conservative) { self.reading = reading }

  public struct Result: Sendable, Hashable {
    /// Excluded at confidence level cl where CLs < 1 - cl.
    public let cls: Double
    /// Q_obs = -2 ln L(s + b)/L(b), a criterion capped at zero from below.
    public let q: Double
  }

  /// Background given to a bin that expects none but saw events: without it the Standard Model itself would be impossible.
  public static let backgroundFloor = 1e-3

  /// Tests all `evidence` jointly.
  public func evaluate(_ evidence: [Evidence]) -> Result {
    var counts: [PoissonCount] = []
    var squared = 0.0
    for item in evidence {
      switch item {
      case .counts(let count): counts.append(count)
      case .criterion(let criterion):
        let z = max(0, criterion.significance(reading))
        squared += z * z
      }
    }
    let q = counts.reduce(squared) { $0 + $1.statistic }
    guard squared.isFinite else { return Result(cls: 0, q: q) }
    let outcomes = CountOutcomes(counts.filter { $0.signal > 0 }, slack: 16 * squared.squareRoot())
    return Result(cls: min(1, outcomes.cls(criterionSignificance: squared.squareRoot())), q: q)
  }
}

extension SmearedCriterion {
  /// z of the one-sided Gaussian: how far the prediction lies beyond the median critical value, in standard deviations of its logarithm.
  func significance(_ reading: Reading) -> Double {
    guard ratio > 0 else { return -.infinity }
    switch reading {
    case .conservative: return log(ratio) / sigmaLn + Self.quantile95
    case .median: return log(ratio) / sigmaLn
    case .step: return ratio > 1 ? .infinity : -.infinity
    }
  }

  private static let quantile95 = SpecialFunctions.normalQuantile(0.95)
}

extension PoissonCount {
  /// The background that the statistic uses; see ``HypothesisTest/backgroundFloor``.
  var effectiveBackground: Double { observed > 0 ? max(background, HypothesisTest.backgroundFloor) : background }

  /// Weight of one event, ln(1 + s/b); infinite without background.
  var eventWeight: Double { effectiveBackground > 0 ? log1p(signal / effectiveBackground) : .infinity }

  /// Q = 2 s - 2 n ln(1 + s/b).
  var statistic: Double { observed == 0 ? 2 * signal : 2 * signal - 2 * Double(observed) * eventWeight }
}

/// The outcomes of several counting experiments, ordered by W = sum n_i ln(1 + s_i/b_i): Q = const - 2 W, so a small W is signal-unlike.
struct CountOutcomes {
  /// Probability of an outcome under both hypotheses.
  private struct Outcome {
    var weight: Double
    var withSignal: Double
    var withoutSignal: Double
  }

  private let outcomes: [Outcome]
  private let observedWeight: Double

  /// Above this number, outcomes are merged on a lattice in W, rounded down: CLs is then conservative by at most the lattice step.
  private static let exactLimit = 20_000
  private static let latticeCells = 8_192.0

  /// - Parameter slack: how far above the observed W (in Q = 2 W) outcomes still matter because a criterion can compensate.
  init(_ counts: [PoissonCount], slack: Double) {
    let observed = counts.reduce(0) { $0 + ($1.observed == 0 ? 0 : Double($1.observed) * $1.eventWeight) }
    let limit = (observed + 0.5 * slack) * (1 + 1e-12)
    var list = [Outcome(weight: 0, withSignal: 1, withoutSignal: 1)]
    for count in counts {
      list = Self.convolve(list, with: count, limit: limit)
      if list.count > Self.exactLimit { list = Self.merge(list, step: limit / Self.latticeCells) }
    }
    outcomes = list
    observedWeight = observed
  }

  private static func convolve(_ list: [Outcome], with count: PoissonCount, limit: Double) -> [Outcome] {
    let prior = BackgroundPrior(count.effectiveBackground, error: count.backgroundError)
    let eventWeight = count.eventWeight
    let most = eventWeight.isInfinite ? 0 : Int(min(limit / eventWeight, 1e6))
    // Beyond the bulk of both hypotheses the probabilities vanish, however light an event is.
    let mean = count.signal + count.effectiveBackground + 6 * count.backgroundError
    let last = min(most, Int(max(mean, Double(count.observed)) + 12 * (max(mean, 1)).squareRoot() + 30))
    var result: [Outcome] = []
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

  /// CLs when criteria with a joint significance Z are tested together with the counts.
  func cls(criterionSignificance z: Double) -> Double {
    var withSignal = 0.0
    var withoutSignal = 0.0
    let tolerance = 1e-12 * max(1, observedWeight)
    for outcome in outcomes {
      let excess = outcome.weight - observedWeight
      let asSignalUnlike = excess <= tolerance
      if asSignalUnlike { withoutSignal += outcome.withoutSignal }
      // The criterion's Q is N(-Z^2, 4 Z^2) under the signal hypothesis and Z^2 as observed.
      let pass = z > 0 ? SpecialFunctions.normalCumulative(-(z * z + excess) / z) : asSignalUnlike ? 1 : 0
      withSignal += outcome.withSignal * pass
    }
    return withoutSignal > 0 ? withSignal / withoutSignal : 1
  }
}
