import Foundation
import Numerics

/// Poisson probabilities, with the mean either exact or smeared by a Gaussian background uncertainty.
public enum Poisson {
  /// P(k; mean) for mean >= 0.
  public static func probability(_ k: Int, mean: Double) -> Double {
    guard k >= 0 else { return 0 }
    guard mean > 0 else { return k == 0 ? 1 : 0 }
    return exp(Double(k) * log(mean) - mean - lgamma(Double(k) + 1))
  }

  /// P(n <= k; mean) for mean >= 0: the regularised incomplete gamma function Q(k + 1, mean).
  public static func cumulative(_ k: Int, mean: Double) -> Double {
    guard k >= 0 else { return 0 }
    guard mean > 0 else { return 1 }
    return SpecialFunctions.upperIncompleteGamma(Double(k) + 1, mean)
  }
}

/// The expected background as a weighted list of means: a single one when its uncertainty is zero, else a Gaussian cut at zero
/// (prior-predictive average; Cousins & Highland, NIM A320, 331).
struct BackgroundPrior {
  let means: [(mean: Double, weight: Double)]

  /// Half-width of the Gaussian range in standard deviations; the neglected tail is 6e-7.
  private static let halfWidth = 5.0
  private static let rule = GaussLegendre(order: 40)

  init(_ mean: Double, error: Double) {
    guard error > 0 else {
      means = [(mean, 1)]
      return
    }
    let lower = max(0, mean - Self.halfWidth * error)
    let points = Self.rule.mapped(from: lower, to: mean + Self.halfWidth * error).map { x, weight in
      (mean: x, weight: weight * exp(-0.5 * (x - mean) * (x - mean) / (error * error)))
    }
    let norm = points.reduce(0) { $0 + $1.weight }
    means = points.map { ($0.mean, $0.weight / norm) }
  }

  /// P(k; signal + background).
  func probability(_ k: Int, signal: Double) -> Double { means.reduce(0) { $0 + $1.weight * Poisson.probability(k, mean: signal + $1.mean) } }

  /// P(n <= k; signal + background).
  func cumulative(_ k: Int, signal: Double) -> Double { means.reduce(0) { $0 + $1.weight * Poisson.cumulative(k, mean: signal + $1.mean) } }
}
