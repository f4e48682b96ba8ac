import Foundation
import Numerics

/// The single test of the house: a fixed signal hypothesis against the Standard Model, from one or many pieces of evidence, without toys.
///
/// The statistic is Q = -2 ln L(s + b)/L(b), summed over the evidence, and CLs = P(Q >= Q_obs | s + b)/P(Q >= Q_obs | b) (Read, J. Phys. G28, 2693).
/// For a Gaussian measurement x +- sigma Q = (s^2 - 2 s x)/sigma^2, alone CLs = Phi((x - s)/sigma)/Phi(x/sigma).
/// For counts Q = sum 2 s_i - 2 n_i ln(1 + s_i/b_i) (Junk, hep-ex/9902006), with its distribution from the convolution of the outcomes.
/// A criterion lies z = ln(predicted/critical)/sigma beyond its median line; alone it gives CLs = 1 - Phi(z), so that its published line is where q = z^2 = 2.71
/// at 95 %. In a joint test it is the Gaussian measurement that gives the same CLs alone: one that came out exactly as the Standard Model predicts, with the signal
/// zeta standard deviations away, 2 (1 - Phi(zeta)) = 1 - Phi(z). A criterion that is not approached has zeta = 0 and changes nothing.
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
    var measurements: [GaussianMeasurement] = []
    var significances: [Double] = []
    for item in evidence {
      switch item {
      case .counts(let count): counts.append(count)
      case .measurement(let measurement): measurements.append(measurement)
      case .criterion(let criterion): significances.append(criterion.significance(reading))
      }
    }
    let fromCriteria = significances.reduce(0.0) { $0 + max(0, $1) * max(0, $1) }
    let q = counts.reduce(fromCriteria) { $0 + $1.statistic } + measurements.reduce(0.0) { $0 + $1.statistic }
    let sensitive = counts.filter { $0.signal > 0 }
    let measured = measurements.filter { $0.signal > 0 }
    let relevant = significances.filter { $0 > Self.irrelevantSignificance }
    if relevant.contains(.infinity) { return Result(cls: 0, q: q) }
    switch (sensitive.count, measured.count, relevant.count) {
    case (1, 0, 0): return Result(cls: sensitive[0].cls, q: q)
    case (0, 1, 0): return Result(cls: measured[0].cls, q: q)
    case (0, 0, 1): return Result(cls: SpecialFunctions.normalComplement(relevant[0]), q: q)
    default: break
    }
    let zeta = relevant.reduce(0) { $0 + Self.equivalentShift($1) * Self.equivalentShift($1) }.squareRoot()
    let gaussian = GaussianPart(sensitive.filter(\.isGaussian), measured, criterionShift: zeta)
    return Result(cls: CountOutcomes(sensitive.filter { !$0.isGaussian }, with: gaussian).cls, q: q)
  }

  /// Below this z a criterion is met with a probability that equals one in double precision.
  private static let irrelevantSignificance = -8.0

  /// zeta with 2 (1 - Phi(zeta)) = 1 - Phi(z); zeta - z -> ln 2/z far out, where the tail probabilities underflow.
  private static func equivalentShift(_ z: Double) -> Double {
    z > 35 ? z + M_LN2 / z : SpecialFunctions.normalComplementInverse(0.5 * SpecialFunctions.normalComplement(z))
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

extension GaussianMeasurement {
  /// Q = ((x - s)^2 - x^2)/sigma^2.
  var statistic: Double { signal * (signal - 2 * measured) / (error * error) }

  /// CLs of this measurement alone: Phi((x - s)/sigma)/Phi(x/sigma), the limit of a Gaussian bounded at zero.
  var cls: Double {
    let denominator = SpecialFunctions.normalCumulative(measured / error)
    return denominator > 0 ? SpecialFunctions.normalCumulative((measured - signal) / error) / denominator : 1
  }
}
