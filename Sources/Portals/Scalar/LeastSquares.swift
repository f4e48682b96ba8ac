/// Linear least squares by Householder reflections, for a dense system with more equations than unknowns.
struct LeastSquares {
  private var columns: [[Double]]
  private let rows: Int

  /// - Parameter columns: the matrix by columns, all of the same length.
  init(columns: [[Double]]) {
    self.columns = columns
    rows = columns.first?.count ?? 0
  }

  /// The vectors x that minimise |A x - b|, one for every right-hand side; `nil` when the columns are linearly dependent.
  consuming func solve(_ rightHandSides: [[Double]]) -> [[Double]]? {
    var sides = rightHandSides
    let unknowns = columns.count
    var diagonal = [Double](repeating: 0, count: unknowns)
    for k in 0..<unknowns {
      var reflector = columns[k]
      var norm = 0.0
      for i in k..<rows { norm += reflector[i] * reflector[i] }
      guard norm > 0 else { return nil }
      let pivot = reflector[k] > 0 ? -norm.squareRoot() : norm.squareRoot()
      diagonal[k] = pivot
      reflector[k] -= pivot
      let scale = 1 / (norm - pivot * columns[k][k])
      for j in (k + 1)..<max(unknowns, k + 1) { Self.reflect(&columns[j], reflector, from: k, scale) }
      for j in sides.indices { Self.reflect(&sides[j], reflector, from: k, scale) }
    }
    return sides.map { side in
      var x = [Double](repeating: 0, count: unknowns)
      for k in stride(from: unknowns - 1, through: 0, by: -1) {
        var value = side[k]
        for j in (k + 1)..<max(unknowns, k + 1) { value -= columns[j][k] * x[j] }
        x[k] = value / diagonal[k]
      }
      return x
    }
  }

  private static func reflect(_ vector: inout [Double], _ reflector: [Double], from start: Int, _ scale: Double) {
    vector.withUnsafeMutableBufferPointer { vector in
      reflector.withUnsafeBufferPointer { reflector in
        var product = 0.0
        for i in start..<vector.count { product += reflector[i] * vector[i] }
        product *= scale
        for i in start..<vector.count { vector[i] -= product * reflector[i] }
      }
    }
  }
}
