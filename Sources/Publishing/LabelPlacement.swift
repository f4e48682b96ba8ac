import Foundation

/// Places one label on each region so that labels sit inside their region and do not cover each other.
package struct LabelPlacement {
  private let massRange, couplingRange: ClosedRange<Double>
  private var taken: [(x: Double, y: Double)] = []

  /// Half the width and height that a label takes, as fractions of the axes.
  private static let halfWidth = 0.045
  private static let halfHeight = 0.022

  package init(massRange: ClosedRange<Double>, couplingRange: ClosedRange<Double>) {
    self.massRange = massRange
    self.couplingRange = couplingRange
  }

  /// The best point for a label on `region`: deep inside it, away from the labels already placed.
  package mutating func place(on region: Region) -> (mass: Double, coupling: Double) {
    var best = (score: -Double.infinity, x: 0.5, y: 0.5)
    for point in region.points {
      let x = fraction(point.mass, of: massRange)
      let (low, high) = (fraction(point.low, of: couplingRange), fraction(point.high, of: couplingRange))
      for share in stride(from: 0.1, through: 0.9, by: 0.1) {
        let y = low + share * (high - low)
        let score = clearance(x, y, low, high, region) - crowding(x, y)
        if score > best.score { best = (score, x, y) }
      }
    }
    taken.append((best.x, best.y))
    return (value(best.x, in: massRange), value(best.y, in: couplingRange))
  }

  /// How far the point lies from the region's edges, at most one label's size.
  private func clearance(_ x: Double, _ y: Double, _ low: Double, _ high: Double, _ region: Region) -> Double {
    guard let first = region.points.first, let last = region.points.last else { return 0 }
    let vertical = min(y - low, high - y) / Self.halfHeight
    let horizontal = min(x - fraction(first.mass, of: massRange), fraction(last.mass, of: massRange) - x) / Self.halfWidth
    return min(vertical, 2) + min(horizontal, 2)
  }

  private func crowding(_ x: Double, _ y: Double) -> Double {
    taken.reduce(0) { sum, other in
      let overlapX = 1 - abs(x - other.x) / (2 * Self.halfWidth)
      let overlapY = 1 - abs(y - other.y) / (2 * Self.halfHeight)
      return overlapX > 0 && overlapY > 0 ? sum + 8 * min(overlapX, overlapY) + 2 : sum
    }
  }

  private func fraction(_ value: Double, of range: ClosedRange<Double>) -> Double {
    min(max(log(value / range.lowerBound) / log(range.upperBound / range.lowerBound), 0), 1)
  }

  private func value(_ fraction: Double, in range: ClosedRange<Double>) -> Double { range.lowerBound * pow(range.upperBound / range.lowerBound, fraction) }
}
