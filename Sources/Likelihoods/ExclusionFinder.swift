import Foundation

/// Excluded values of a coupling or an abundance: one of disjoint intervals, each with a floor and perhaps a ceiling.
public struct ExcludedInterval: Sendable, Hashable {
  /// Lowest excluded value.
  public let low: Double
  /// Highest excluded value, or the end of the validity where ``endsAtValidity``.
  public let high: Double
  /// The exclusion goes on to the largest value for which the calculation is valid: there is no ceiling to quote.
  public let endsAtValidity: Bool

  public init(low: Double, high: Double, endsAtValidity: Bool) {
    self.low = low
    self.high = high
    self.endsAtValidity = endsAtValidity
  }
}

/// Finds every interval of the coupling in which a margin is negative: an adaptive logarithmic grid, a search of each local minimum that stays just above zero,
/// then bracketing. An island is missed only if it is narrower than a grid step and the margin shows no minimum there.
package struct ExclusionFinder {
  package init() {}

  /// Grid points per decade before refinement.
  package var pointsPerDecade = 10
  /// Relative width to which edges are bracketed.
  package var edgeTolerance = 1e-5

  /// - Parameters:
  ///   - range: couplings for which `margin` is defined, ends included, above zero.
  ///   - extra: values in the range that are sampled besides the grid, where something narrower than its step is expected.
  ///   - margin: ln(CLs/alpha): negative where excluded, continuous in the coupling.
  package func intervals(
    in range: ClosedRange<Double>, including extra: [Double] = [], margin: (Double) throws -> Double
  ) rethrows -> [ExcludedInterval] {
    guard range.lowerBound < range.upperBound else { return [] }
    var samples = try (grid(range) + extra.map { log($0) }).sorted().map { (x: $0, y: try margin(exp($0))) }
    samples = try withMinima(samples, margin)
    return try edges(samples, range, margin)
  }

  /// Logarithms of the values that are sampled first.
  package func grid(_ range: ClosedRange<Double>) -> [Double] {
    let (low, high) = (log(range.lowerBound), log(range.upperBound))
    let count = max(3, Int(((high - low) / M_LN10 * Double(pointsPerDecade)).rounded(.up)) + 1)
    return (0..<count).map { $0 == count - 1 ? high : low + (high - low) * Double($0) / Double(count - 1) }
  }

  /// Adds the location of every local minimum that the grid shows but does not reach below zero.
  private func withMinima(_ samples: [(x: Double, y: Double)], _ margin: (Double) throws -> Double) rethrows -> [(x: Double, y: Double)] {
    guard samples.count >= 3 else { return samples }
    var result = samples
    for i in 1..<(samples.count - 1) {
      let (a, b, c) = (samples[i - 1], samples[i], samples[i + 1])
      guard b.y > 0, b.y <= a.y, b.y <= c.y, a.y > b.y || c.y > b.y, a.y > 0, c.y > 0 else { continue }
      let minimum = try goldenSection(from: a.x, to: c.x, margin)
      if minimum.y <= 0 { result.append(minimum) }
    }
    return result.count == samples.count ? samples : result.sorted { $0.x < $1.x }
  }

  private func goldenSection(from a: Double, to b: Double, _ margin: (Double) throws -> Double) rethrows -> (x: Double, y: Double) {
    let ratio = 0.618_033_988_749_894_9
    var (low, high) = (a, b)
    var (x1, x2) = (high - ratio * (high - low), low + ratio * (high - low))
    var (y1, y2) = (try margin(exp(x1)), try margin(exp(x2)))
    for _ in 0..<40 where high - low > 1e-4 && y1 > 0 && y2 > 0 {
      if y1 < y2 {
        (high, x2, y2) = (x2, x1, y1)
        x1 = high - ratio * (high - low)
        y1 = try margin(exp(x1))
      } else {
        (low, x1, y1) = (x1, x2, y2)
        x2 = low + ratio * (high - low)
        y2 = try margin(exp(x2))
      }
    }
    return y1 < y2 ? (x1, y1) : (x2, y2)
  }

  private func edges(_ samples: [(x: Double, y: Double)], _ range: ClosedRange<Double>, _ margin: (Double) throws -> Double) rethrows -> [ExcludedInterval] {
    var result: [ExcludedInterval] = []
    var open: Double? = samples[0].y < 0 ? range.lowerBound : nil
    for (a, b) in zip(samples, samples.dropFirst()) where (a.y < 0) != (b.y < 0) {
      let edge = try bisect(a, b, margin)
      if let low = open {
        result.append(ExcludedInterval(low: low, high: edge, endsAtValidity: false))
        open = nil
      } else {
        open = edge
      }
    }
    if let low = open { result.append(ExcludedInterval(low: low, high: range.upperBound, endsAtValidity: true)) }
    return result
  }

  /// The edge between `a` and `b`, by the Illinois variant of the secant rule, which never leaves the bracket and survives the jumps of a bare cut.
  private func bisect(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ margin: (Double) throws -> Double) rethrows -> Double {
    var (left, right) = (a, b)
    var side = 0
    for step in 0..<200 where right.x - left.x > edgeTolerance {
      let secant = (left.x * right.y - right.x * left.y) / (right.y - left.y)
      let inside = secant.isFinite && secant > left.x && secant < right.x && step % 4 != 3
      let x = inside ? secant : 0.5 * (left.x + right.x)
      let y = try margin(exp(x))
      if (y < 0) == (left.y < 0) {
        left = (x, y)
        if side == -1 { right.y *= 0.5 }
        side = -1
      } else {
        right = (x, y)
        if side == 1 { left.y *= 0.5 }
        side = 1
      }
    }
    return exp(0.5 * (left.x + right.x))
  }
}
