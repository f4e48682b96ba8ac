import Foundation

/// Several functions of ln T on one even grid, interpolated by cubics through four nodes.
struct RateTable: Sendable {
  /// ln T in GeV at the first node, and the distance of the nodes.
  let lowest: Double
  let step: Double
  let cells: Int
  /// Node by node, from one before the first to one after the last.
  private let values: [Double]
  private let columns: Int
  /// What a column of logarithms has where a process does not happen.
  static let nothing = -600.0

  /// - Parameter sample: all columns at a temperature in GeV.
  init(from coolest: Double, to hottest: Double, columns: Int, sample: (Double) throws -> [Double]) rethrows {
    lowest = log(coolest)
    let length = log(hottest) - lowest
    cells = max(8, Int((length / 0.04).rounded(.up)))
    step = length / Double(cells)
    self.columns = columns
    var values: [Double] = []
    values.reserveCapacity((cells + 3) * columns)
    for i in -1...(cells + 1) { values += try sample(exp(lowest + Double(i) * step)) }
    self.values = values
  }

  /// On the same nodes as another table, from its columns there.
  init(like other: RateTable, columns: Int, sample: (_ temperature: Double, _ column: (Int) -> Double) -> [Double]) {
    (lowest, step, cells) = (other.lowest, other.step, other.cells)
    self.columns = columns
    values = (0..<other.cells + 3).flatMap { i in
      sample(exp(other.lowest + Double(i - 1) * other.step)) { other.values[i * other.columns + $0] }
    }
  }

  /// One column at every node.
  func column(_ k: Int) -> [Double] { (0..<cells + 3).map { values[$0 * columns + k] } }

  struct Location {
    let base: Int
    let u: Double
  }

  /// Held at the outer nodes.
  func locate(_ w: Double) -> Location {
    let position = min(max((w - lowest) / step, -0.999), Double(cells) + 0.999) + 1
    let cell = min(max(1, Int(position)), cells)
    return Location(base: (cell - 1) * columns, u: position - Double(cell))
  }

  func value(_ at: Location, _ column: Int) -> Double {
    values.withUnsafeBufferPointer { t in
      let i = at.base + column
      let u = at.u
      let (a, b, c, d) = (t[i], t[i + columns], t[i + 2 * columns], t[i + 3 * columns])
      // Next to a sudden end of a process the straight line: a cubic would overshoot.
      if max(abs(b - a), abs(c - b), abs(d - c)) > 2 { return b + u * (c - b) }
      return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)))
    }
  }
}
