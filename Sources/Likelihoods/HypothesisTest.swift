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
    let sensitive = counts.filter { $0.signal > 0 }
    if squared == 0, sensitive.count == 1 { return Result(cls: sensitive[0].cls, q: q) }
    let gaussian = GaussianPart(sensitive.filter(\.isGaussian), criterionSignificance: squared.squareRoot())
    return Result(cls: CountOutcomes(sensitive.filter { !$0.isGaussian }, with: gaussian).cls, q: q)
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

extension PoissonCount {
  /// CLs of this count alone: CDF(n; s + b)/CDF(n; b), exact at any size.
  var cls: Double {
    let prior = BackgroundPrior(effectiveBackground, error: backgroundError)
    let denominator = prior.cumulative(observed, signal: 0)
    return denominator > 0 ? min(1, prior.cumulative(observed, signal: signal) / denominator) : 1
  }

  /// Whether the count is so large that its Gaussian limit serves in a joint test; the probabilities are then off by at most 0.5/sqrt(background) standard deviations.
  var isGaussian: Bool { background >= 1e4 }
}
