import Likelihoods

/// The boundary of an excluded set as line segments between neighbouring masses, for a set whose intervals may split and merge.
///
/// An edge that is only the end of a calculation's validity is not part of the boundary. A gap that opens between two intervals begins half-way to the next mass.
enum RegionBoundary {
  struct Point: Hashable {
    let mass: Double
    let coupling: Double
  }

  static func segments(_ rows: [(mass: Double, intervals: [ExcludedInterval])]) -> [(Point, Point)] {
    var result: [(Point, Point)] = []
    for (left, right) in zip(rows, rows.dropFirst()) {
      for group in groups(left.intervals, right.intervals) { result += segments(group, from: left.mass, to: right.mass) }
    }
    // Where a region begins or ends, it is closed by a vertical line.
    for (index, row) in rows.enumerated() {
      for interval in row.intervals {
        let neighbours = [index - 1, index + 1].map { rows.indices.contains($0) ? rows[$0].intervals.contains { overlap($0, interval) } : true }
        if neighbours.contains(false) { result.append((Point(mass: row.mass, coupling: interval.low), Point(mass: row.mass, coupling: interval.high))) }
      }
    }
    return result
  }

  private typealias Group = (left: [ExcludedInterval], right: [ExcludedInterval])

  private static func overlap(_ a: ExcludedInterval, _ b: ExcludedInterval) -> Bool { a.low <= b.high && b.low <= a.high }

  /// Intervals of two neighbouring masses that are connected through overlaps, ascending.
  private static func groups(_ left: [ExcludedInterval], _ right: [ExcludedInterval]) -> [Group] {
    var result: [Group] = []
    for interval in left {
      let partners = right.filter { overlap($0, interval) }
      guard !partners.isEmpty else { continue }
      if let last = result.last, let shared = last.right.last, partners.contains(shared) {
        result[result.count - 1] = (last.left + [interval], last.right + partners.filter { !last.right.contains($0) })
      } else {
        result.append(([interval], partners))
      }
    }
    return result
  }

  private static func segments(_ group: Group, from left: Double, to right: Double) -> [(Point, Point)] {
    guard let bottomLeft = group.left.first, let bottomRight = group.right.first, let topLeft = group.left.last, let topRight = group.right.last else {
      return []
    }
    var result = [(Point(mass: left, coupling: bottomLeft.low), Point(mass: right, coupling: bottomRight.low))]
    if !(topLeft.endsAtValidity && topRight.endsAtValidity) {
      result.append((Point(mass: left, coupling: topLeft.high), Point(mass: right, coupling: topRight.high)))
    }
    let middle = (left * right).squareRoot()
    var rightGaps = gaps(group.right)
    for gap in gaps(group.left) {
      if let index = rightGaps.firstIndex(where: { $0.low <= gap.high && gap.low <= $0.high }) {
        let partner = rightGaps.remove(at: index)
        result.append((Point(mass: left, coupling: gap.low), Point(mass: right, coupling: partner.low)))
        result.append((Point(mass: left, coupling: gap.high), Point(mass: right, coupling: partner.high)))
      } else {
        result += closing(gap, at: left, tip: middle)
      }
    }
    return result + rightGaps.flatMap { closing($0, at: right, tip: middle) }
  }

  private static func gaps(_ intervals: [ExcludedInterval]) -> [(low: Double, high: Double)] {
    zip(intervals, intervals.dropFirst()).map { ($0.high, $1.low) }
  }

  private static func closing(_ gap: (low: Double, high: Double), at mass: Double, tip: Double) -> [(Point, Point)] {
    let point = Point(mass: tip, coupling: (gap.low * gap.high).squareRoot())
    return [(Point(mass: mass, coupling: gap.low), point), (Point(mass: mass, coupling: gap.high), point)]
  }
}
