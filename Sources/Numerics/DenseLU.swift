/// LU decomposition of a small dense row-major matrix, in place.
package enum DenseLU {
  /// Replaces the matrix by its factors; `false` when it is singular or not finite.
  ///
  /// - Parameter pivots: n numbers that remember the exchanges of rows; none are made without, which positive definite and diagonally dominant matrices can afford.
  package static func factorise(_ m: UnsafeMutablePointer<Double>, _ n: Int, pivots: UnsafeMutablePointer<Int>? = nil) -> Bool {
    for k in 0..<n {
      if let pivots {
        var best = k
        var largest = abs(m[k * n + k])
        for i in (k + 1)..<max(n, k + 1) where abs(m[i * n + k]) > largest { (best, largest) = (i, abs(m[i * n + k])) }
        pivots[k] = best
        if best != k { for j in 0..<n { (m[k * n + j], m[best * n + j]) = (m[best * n + j], m[k * n + j]) } }
      }
      let pivot = m[k * n + k]
      guard pivot.isFinite, pivot != 0 else { return false }
      let inverse = 1 / pivot
      for i in (k + 1)..<max(n, k + 1) {
        let entry = m[i * n + k]
        guard entry != 0 else { continue }
        let factor = entry * inverse
        m[i * n + k] = factor
        for j in (k + 1)..<n { m[i * n + j] -= factor * m[k * n + j] }
      }
    }
    return true
  }

  /// Replaces the right-hand side `b` by the solution.
  package static func solve(_ m: UnsafePointer<Double>, _ n: Int, _ b: UnsafeMutablePointer<Double>, pivots: UnsafePointer<Int>? = nil) {
    if let pivots { for k in 0..<n where pivots[k] != k { (b[k], b[pivots[k]]) = (b[pivots[k]], b[k]) } }
    for i in 0..<n {
      var sum = b[i]
      for j in 0..<i { sum -= m[i * n + j] * b[j] }
      b[i] = sum
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      var sum = b[i]
      for j in (i + 1)..<max(n, i + 1) { sum -= m[i * n + j] * b[j] }
      b[i] = sum / m[i * n + i]
    }
  }
}
