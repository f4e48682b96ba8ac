/// Several natural cubic splines on one uniform grid, evaluated together: one interval look-up, coefficients side by side in memory.
package struct UniformSplineTable: Sendable {
  package let start: Double
  package let spacing: Double
  package let intervals: Int
  package let columns: Int
  /// For interval i and column c: value, slope, half curvature and sixth of the third derivative in the fraction of the interval, at 4 (i columns + c).
  private let coefficients: [Double]

  /// - Parameter values: `columns` arrays of the same length, at least 3, all finite.
  package init(start: Double, spacing: Double, values: [[Double]]) {
    let count = values.first?.count ?? 0
    self.start = start
    self.spacing = spacing
    intervals = count - 1
    columns = values.count
    var coefficients = [Double](repeating: 0, count: 4 * (count - 1) * values.count)
    for (c, y) in values.enumerated() {
      let m = Self.secondDerivatives(y)
      for i in 0..<(count - 1) {
        let at = 4 * (i * values.count + c)
        coefficients[at] = y[i]
        coefficients[at + 1] = y[i + 1] - y[i] - (2 * m[i] + m[i + 1]) / 6
        coefficients[at + 2] = m[i] / 2
        coefficients[at + 3] = (m[i + 1] - m[i]) / 6
      }
    }
    self.coefficients = coefficients
  }

  package var end: Double { start + Double(intervals) * spacing }

  /// Writes every column's value at `x`, held at the ends outside the grid.
  @inline(__always)
  package func evaluate(_ x: Double, into result: UnsafeMutablePointer<Double>) {
    let position = min(max((x - start) / spacing, 0), Double(intervals))
    let interval = min(Int(position), intervals - 1)
    let u = position - Double(interval)
    coefficients.withUnsafeBufferPointer { all in
      for c in 0..<columns {
        let at = 4 * (interval * columns + c)
        result[c] = all[at] + u * (all[at + 1] + u * (all[at + 2] + u * all[at + 3]))
      }
    }
  }

  /// Second derivatives of the natural spline through `y` at spacing one: m_(i-1) + 4 m_i + m_(i+1) = 6 (y_(i+1) - 2 y_i + y_(i-1)).
  private static func secondDerivatives(_ y: [Double]) -> [Double] {
    let n = y.count
    var (m, factor) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
    for i in 1..<(n - 1) {
      let pivot = 4 - factor[i - 1]
      factor[i] = 1 / pivot
      m[i] = (6 * (y[i + 1] - 2 * y[i] + y[i - 1]) - m[i - 1]) / pivot
    }
    for i in stride(from: n - 2, to: 0, by: -1) { m[i] -= factor[i] * m[i + 1] }
    return m
  }
}
