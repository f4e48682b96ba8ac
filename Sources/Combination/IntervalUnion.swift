import Likelihoods

/// The union of intervals, ascending and disjoint. Where the topmost end is reached by an interval without a ceiling, the union has none either.
package func union(of intervals: [ExcludedInterval]) -> [ExcludedInterval] {
  var result: [ExcludedInterval] = []
  for next in intervals.sorted(by: { ($0.low, $0.high) < ($1.low, $1.high) }) {
    guard let last = result.last, next.low <= last.high else {
      result.append(next)
      continue
    }
    let higher = next.high > last.high ? next : last
    result[result.count - 1] = ExcludedInterval(low: last.low, high: higher.high, endsAtValidity: higher.endsAtValidity)
  }
  return result
}

extension Array where Element: Hashable {
  /// The elements without repetition, in the order of their first appearance.
  func uniqued() -> [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
