/// Stiff initial-value problems given as closures, by ``RosenbrockSolver``: RODAS4, of order 4.
///
/// For a few dozen equations at tolerances of 1e-5 to 1e-9 it needs fewer calls than a multistep method, and its error stays near the tolerance asked for. Without a
/// Jacobian in the system, one is taken by forward differences (n + 1 more calls per step).
public struct RosenbrockIntegrator {
  private let label: String
  private let system: ODESystem
  private let control: ODE.Control

  /// What is looked at after each accepted step; returning `true` ends the integration there.
  public typealias Observer = (_ t: Double, _ y: [Double]) throws -> Bool

  public init(_ label: String, _ system: ODESystem, control: ODE.Control = ODE.Control()) throws {
    guard system.dimension > 0, control.absolute.count == 1 || control.absolute.count == system.dimension, control.relative >= 0,
      control.absolute.allSatisfy({ $0 >= 0 }), control.relative > 0 || control.absolute.allSatisfy({ $0 > 0 }), control.largestStep > 0
    else {
      throw NumericsError.domain(label: label, reason: "tolerances must not be negative nor all zero, one absolute tolerance or one for each component")
    }
    self.label = label
    self.system = system
    self.control = control
  }

  /// Integrates from `start` towards `end` (either direction) and returns where it stopped; `observe` sees the start and every accepted step.
  ///
  /// - Throws: ``NumericsError/ode(label:at:target:reason:)`` when the state is not finite, the step becomes too small or the steps run out; what the closures throw.
  @discardableResult
  public func integrate(from start: Double, _ initial: [Double], to end: Double, observe: Observer = { _, _ in false }) throws -> ODESolution.Point {
    guard initial.count == system.dimension, (initial + [start, end]).allSatisfy(\.isFinite) else {
      throw NumericsError.domain(label: label, reason: "needs \(system.dimension) finite initial values and finite limits; found \(initial.count)")
    }
    if try observe(start, initial) { return .init(t: start, y: initial) }
    var solver = RosenbrockSolver()
    solver.relativeTolerance = control.relative
    solver.absoluteTolerances = control.absolute
    solver.largestStep = control.largestStep
    solver.maximumSteps = control.maximumSteps
    var adapter = ClosureSystem(system, control)
    var y = initial
    var step = min(abs(control.firstStep ?? 1e-4 * (end - start)), abs(end - start))
    let reached = try solver.integrate(label, &adapter, from: start, to: end, step: &step, &y) { _, t, y in try observe(t, Array(y)) }
    return .init(t: reached, y: y)
  }
}

/// An ``ODESystem`` as a type, with differences where it has no Jacobian.
private struct ClosureSystem: RosenbrockSystem {
  let dimension: Int
  private let system: ODESystem
  /// Below this a component is changed as if it were this.
  private let smallest: [Double]
  private var t = 0.0
  private var shifted: [Double]
  private var changed: [Double]

  init(_ system: ODESystem, _ control: ODE.Control) {
    self.system = system
    dimension = system.dimension
    smallest = (0..<system.dimension).map { i in max(control.absolute[control.absolute.count == 1 ? 0 : i] / max(control.relative, 1e-12), 1e-30) }
    shifted = [Double](repeating: 0, count: system.dimension)
    changed = shifted
  }

  mutating func prepare(_ x: Double) { t = x }

  func derivative(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) throws {
    try system.derivative(t, UnsafeBufferPointer(start: y, count: dimension), UnsafeMutableBufferPointer(start: result, count: dimension))
  }

  mutating func linearise(
    _ x: Double, step: Double, _ y: UnsafePointer<Double>, _ slope: UnsafeMutablePointer<Double>, _ jacobian: UnsafeMutablePointer<Double>,
    _ explicit: UnsafeMutablePointer<Double>
  ) throws {
    let n = dimension
    t = x
    try derivative(y, slope)
    if let exact = system.jacobian {
      return try exact(
        x, UnsafeBufferPointer(start: y, count: n), UnsafeMutableBufferPointer(start: jacobian, count: n * n),
        UnsafeMutableBufferPointer(start: explicit, count: n))
    }
    for j in 0..<n { shifted[j] = y[j] }
    for j in 0..<n {
      shifted[j] = y[j] + 1e-7 * max(abs(y[j]), smallest[j])
      let taken = shifted[j] - y[j]
      try evaluateShifted()
      for i in 0..<n { jacobian[i * n + j] = (changed[i] - slope[i]) / taken }
      shifted[j] = y[j]
    }
    let delta = 1e-7 * max(abs(x), 1)
    t = x + delta
    try evaluateShifted()
    for i in 0..<n { explicit[i] = (changed[i] - slope[i]) / delta }
    t = x
  }

  private mutating func evaluateShifted() throws {
    let (t, derivative) = (t, system.derivative)
    try shifted.withUnsafeBufferPointer { y in try changed.withUnsafeMutableBufferPointer { try derivative(t, y, $0) } }
  }
}
