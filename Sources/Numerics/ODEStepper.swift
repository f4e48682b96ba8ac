import CGSL

/// One GSL stepper with its memory; mutable, one per integration.
final class ODEStepper {
  private let label: String
  private let box: SystemBox
  private let system: UnsafeMutablePointer<gsl_odeiv2_system>
  private let driver: UnsafeMutablePointer<gsl_odeiv2_driver>
  private let control: ODE.Control
  private var h: Double
  private(set) var steps = 0

  var rejected: Int { Int(driver.pointee.e.pointee.failed_steps) }
  var derivativeCalls: Int { box.calls }

  init(_ label: String, _ equations: ODESystem, _ method: ODE.Method, _ control: ODE.Control, span: Double) throws {
    _ = GSLRuntime.ready
    let dimension = equations.dimension
    guard method == .rungeKutta || equations.jacobian != nil else {
      throw NumericsError.domain(label: label, reason: "a stiff method needs the Jacobian")
    }
    guard control.absolute.count == 1 || control.absolute.count == dimension, control.relative >= 0, control.absolute.allSatisfy({ $0 >= 0 }),
      control.relative > 0 || control.absolute.allSatisfy({ $0 > 0 }), control.largestStep > 0
    else {
      throw NumericsError.domain(label: label, reason: "tolerances must not be negative nor all zero, one absolute tolerance or \(dimension); steps above zero")
    }
    let type =
      switch method {
      case .rungeKutta: bounds_gsl_step_rk8pd()
      case .backwardDifferentiation: bounds_gsl_step_msbdf()
      case .bulirschStoer: bounds_gsl_step_bsimp()
      }
    let first = min(abs(control.firstStep ?? 1e-6 * span), control.largestStep, abs(span))
    h = span < 0 ? -first : first
    if h == 0 { h = span < 0 ? -Double.leastNormalMagnitude : Double.leastNormalMagnitude }
    box = SystemBox(equations)
    self.label = label
    self.control = control
    system = .allocate(capacity: 1)
    system.initialize(
      to: gsl_odeiv2_system(
        function: { t, y, dydt, context in
          guard let y, let dydt, let context else { return Int32(GSL_EBADFUNC) }
          return Unmanaged<SystemBox>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.derivative(t, y, dydt) }
        },
        jacobian: { t, y, dfdy, dfdt, context in
          guard let y, let dfdy, let dfdt, let context else { return Int32(GSL_EBADFUNC) }
          return Unmanaged<SystemBox>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.jacobian(t, y, dfdy, dfdt) }
        }, dimension: dimension, params: Unmanaged.passUnretained(box).toOpaque()))
    let absolute = control.absolute.count == dimension ? control.absolute : [Double](repeating: control.absolute[0], count: dimension)
    // The driver carries the tolerances that msbdf asks for; steps are taken one by one through its evolver.
    guard let allocated = gsl_odeiv2_driver_alloc_scaled_new(system, type, h, 1, control.relative, 1, 0, absolute) else {
      system.deallocate()
      throw NumericsError.domain(label: label, reason: "no memory for a stepper of dimension \(dimension)")
    }
    driver = allocated
  }

  deinit {
    gsl_odeiv2_driver_free(driver)
    system.deallocate()
  }

  /// One accepted step of at most the size that error control chose, ending at `target` if it reaches it.
  func step(_ t: inout Double, toward target: Double, _ y: inout [Double]) throws {
    guard steps < control.maximumSteps else { throw failure(t, target, "\(control.maximumSteps) steps did not suffice") }
    if abs(h) > control.largestStep { h = h < 0 ? -control.largestStep : control.largestStep }
    let before = t
    let chosen = h
    let status = withExtendedLifetime(box) {
      gsl_odeiv2_evolve_apply(driver.pointee.e, driver.pointee.c, driver.pointee.s, system, &t, target, &h, &y)
    }
    steps += 1
    if let thrown = box.failure { throw thrown }
    guard status == gslSuccess else { throw failure(before, target, "\(GSLRuntime.message(status)), step \(h)") }
    guard y.allSatisfy(\.isFinite) else { throw failure(before, target, "the state is not finite") }
    guard t != before else { throw failure(before, target, "the step became too small: \(h)") }
    // A step that was cut to end on the target says nothing about the next one: go on with what error control had chosen.
    if t == target, abs(h) < abs(chosen) { h = chosen }
  }

  private func failure(_ t: Double, _ target: Double, _ reason: String) -> NumericsError { .ode(label: label, at: t, target: target, reason: reason) }

  /// What C calls back. The first error is kept and GSL told to stop.
  private final class SystemBox {
    private let equations: ODESystem
    private(set) var failure: (any Error)?
    private(set) var calls = 0

    init(_ equations: ODESystem) { self.equations = equations }

    func derivative(_ t: Double, _ y: UnsafePointer<Double>, _ dydt: UnsafeMutablePointer<Double>) -> Int32 {
      calls += 1
      let n = equations.dimension
      return guarded { try equations.derivative(t, UnsafeBufferPointer(start: y, count: n), UnsafeMutableBufferPointer(start: dydt, count: n)) }
    }

    func jacobian(_ t: Double, _ y: UnsafePointer<Double>, _ dfdy: UnsafeMutablePointer<Double>, _ dfdt: UnsafeMutablePointer<Double>) -> Int32 {
      guard let jacobian = equations.jacobian else { return Int32(GSL_EBADFUNC) }
      let n = equations.dimension
      return guarded {
        try jacobian(
          t, UnsafeBufferPointer(start: y, count: n), UnsafeMutableBufferPointer(start: dfdy, count: n * n), UnsafeMutableBufferPointer(start: dfdt, count: n))
      }
    }

    private func guarded(_ body: () throws -> Void) -> Int32 {
      do {
        try body()
        return gslSuccess
      } catch {
        if failure == nil { failure = error }
        return Int32(GSL_EBADFUNC)
      }
    }
  }
}
