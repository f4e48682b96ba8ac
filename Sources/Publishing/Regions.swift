import Likelihoods
import Foundation

/// The excluded intervals of one constraint, joined across masses into closed contours for drawing.
///
/// Only a drawing aid: between grid masses the edges are straight lines in log–log. Intervals at neighbouring masses belong to one region where they overlap;
/// one region may split into two and join again, which is drawn as separate contours that touch.
package struct Region {
  /// Lower and upper edge at ascending masses, at least two.
  package private(set) var points: [(mass: Double, low: Double, high: Double)]

  /// The regions of `rows`: at each ascending mass the intervals of one constraint.
  package static func joining(_ rows: [(mass: Double, intervals: [ExcludedInterval])]) -> [Region] {
    var finished: [Region] = []
    var open: [Region] = []
    for (mass, intervals) in rows {
      var next: [Region] = []
      var unused = open
      for interval in intervals {
        let point = (mass: mass, low: interval.low, high: interval.high)
        if let index = unused.firstIndex(where: { $0.overlaps(interval) }) {
          var region = unused.remove(at: index)
          region.points.append(point)
          next.append(region)
        } else {
          next.append(Region(points: [point]))
        }
      }
      finished += unused
      open = next
    }
    return (finished + open).filter { $0.points.count > 1 }
  }

  private func overlaps(_ interval: ExcludedInterval) -> Bool {
    guard let last = points.last else { return false }
    return interval.low <= last.high && interval.high >= last.low
  }

  /// The area in log–log, by the trapezoidal rule.
  var area: Double {
    zip(points, points.dropFirst()).reduce(0) { sum, pair in
      sum + 0.5 * log(pair.1.mass / pair.0.mass) * (log(pair.0.high / pair.0.low) + log(pair.1.high / pair.1.low))
    }
  }
}
