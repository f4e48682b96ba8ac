import Foundation

/// Several functions of one variable on an even grid, each with value and slope at the nodes: piecewise cubic, with a continuous slope that belongs to the interpolant
/// itself, so that an energy density and its derivative conserve energy to rounding.
struct HermiteTable: Sendable {
  let lower: Double
  let upper: Double
  private let step: Double
  private let channels: Int
  private let cells: Int
  /// Node by node, channel by channel: value, slope times step.
  private let nodes: [Double]

  /// - Parameter sample: values and slopes of all channels at a node.
  init(from lower: Double, to upper: Double, count: Int, channels: Int, sample: (Double) throws -> [(value: Double, slope: Double)]) rethrows {
    self.lower = lower
    self.upper = upper
    self.channels = channels
    cells = count - 1
    step = (upper - lower) / Double(cells)
    var nodes: [Double] = []
    nodes.reserveCapacity(2 * channels * count)
    for i in 0..<count {
      for entry in try sample(i == cells ? upper : lower + Double(i) * step) {
        nodes.append(entry.value)
        nodes.append(entry.slope * step)
      }
    }
    self.nodes = nodes
  }

  /// A table from values alone: slopes by differences of fifth order from `sample` at half a step.
  init(from lower: Double, to upper: Double, count: Int, values sample: (Double) -> [Double]) {
    let h = 0.25 * (upper - lower) / Double(count - 1)
    self.init(from: lower, to: upper, count: count, channels: sample(lower).count) { x in
      let (far, near) = (zip(sample(x + 2 * h), sample(x - 2 * h)), zip(sample(x + h), sample(x - h)))
      return zip(sample(x), zip(far, near)).map { value, pairs in (value, (8 * (pairs.1.0 - pairs.1.1) - (pairs.0.0 - pairs.0.1)) / (12 * h)) }
    }
  }

  /// Cell and weights at x, held inside the table.
  @inline(__always) func locate(_ x: Double) -> Location {
    let position = (min(max(x, lower), upper) - lower) / step
    let cell = min(Int(position), cells - 1)
    return Location(base: 2 * channels * cell, u: position - Double(cell))
  }

  struct Location {
    let base: Int
    let u: Double
  }

  @inline(__always) func value(_ at: Location, _ channel: Int) -> Double {
    nodes.withUnsafeBufferPointer { n in
      let (i, j) = (at.base + 2 * channel, at.base + 2 * channel + 2 * channels)
      let (u, v) = (at.u, 1 - at.u)
      return v * v * ((1 + 2 * u) * n[i] + u * n[i + 1]) + u * u * ((1 + 2 * v) * n[j] - v * n[j + 1])
    }
  }

  /// The interpolant's own derivative.
  @inline(__always) func slope(_ at: Location, _ channel: Int) -> Double {
    nodes.withUnsafeBufferPointer { n in
      let (i, j) = (at.base + 2 * channel, at.base + 2 * channel + 2 * channels)
      let (u, v) = (at.u, 1 - at.u)
      return (6 * u * v * (n[j] - n[i]) + v * (1 - 3 * u) * n[i + 1] + u * (1 - 3 * v) * n[j + 1]) / step
    }
  }
}
