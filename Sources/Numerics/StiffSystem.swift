/// What ``RosenbrockSolver`` needs of dy/dx = f(x, y): what depends on x alone is prepared once and then used for several y.
package protocol RosenbrockSystem {
  var dimension: Int { get }
  /// Prepares whatever depends on x alone; the derivative is then asked at that x.
  mutating func prepare(_ x: Double)
  func derivative(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) throws
  /// Prepares x and writes f, the Jacobian df_i/dy_j row-major, and the explicit derivative in x.
  mutating func linearise(
    _ x: Double, step: Double, _ y: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>, _ jacobian: UnsafeMutablePointer<Double>,
    _ explicit: UnsafeMutablePointer<Double>) throws
}

/// A system with an exact Jacobian whose coefficients are tables in x.
package protocol StiffSystem: RosenbrockSystem {
  /// df_i/dy_j row-major, at the x that was prepared.
  func jacobian(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>)
}

extension StiffSystem {
  /// The derivative in x by a difference far below the step, well inside an interval of the tables.
  package mutating func linearise(
    _ x: Double, step: Double, _ y: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>, _ jacobian: UnsafeMutablePointer<Double>,
    _ explicit: UnsafeMutablePointer<Double>
  ) throws {
    let delta = 1e-5 * step + 1e-9
    prepare(x + delta)
    try derivative(y, explicit)
    prepare(x)
    try derivative(y, slope)
    for i in 0..<dimension { explicit[i] = (explicit[i] - slope[i]) / delta }
    self.jacobian(y, jacobian)
  }
}
