import CGSL

/// A system of ordinary differential equations dy/dt = f(t, y), with its Jacobian for stiff methods.
public struct ODESystem {
  /// Writes dy/dt into the last argument, which has `dimension` elements.
  public typealias Derivative = (_ t: Double, _ y: UnsafeBufferPointer<Double>, _ dydt: UnsafeMutableBufferPointer<Double>) throws -> Void
  /// Writes df_i/dy_j (row i, column j, row-major) and the explicit df_i/dt.
  public typealias Jacobian = (
    _ t: Double, _ y: UnsafeBufferPointer<Double>, _ dfdy: UnsafeMutableBufferPointer<Double>, _ dfdt: UnsafeMutableBufferPointer<Double>
  ) throws -> Void

  public let dimension: Int
  public let derivative: Derivative
  public let jacobian: Jacobian?

  public init(dimension: Int, derivative: @escaping Derivative, jacobian: Jacobian? = nil) {
    self.dimension = dimension
    self.derivative = derivative
    self.jacobian = jacobian
  }
}

/// A quantity whose zero is looked for during the integration.
public struct ODEEvent {
  public let label: String
  /// Ends the integration at the first zero; otherwise zeros are recorded and the integration goes on.
  public let stops: Bool
  public let value: (_ t: Double, _ y: [Double]) throws -> Double

  public init(_ label: String, stops: Bool, value: @escaping (_ t: Double, _ y: [Double]) throws -> Double) {
    self.label = label
    self.stops = stops
    self.value = value
  }
}

/// How a system was integrated.
public struct ODESolution: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public let t: Double
    public let y: [Double]

    public init(t: Double, y: [Double]) {
      self.t = t
      self.y = y
    }
  }
  public struct Zero: Sendable, Hashable {
    public let label: String
    public let point: Point
  }

  /// The requested points that were reached, in the order of integration.
  public let points: [Point]
  /// Where the integration ended: the target, or a stopping event.
  public let end: Point
  /// Zeros of the events, in the order of integration.
  public let zeros: [Zero]
  public let steps: Int
  public let rejectedSteps: Int
  public let derivativeCalls: Int
}

/// Initial-value problems through GSL's steppers with adaptive step size.
public enum ODE {
  public enum Method: Sendable, CaseIterable {
    /// Runge–Kutta Prince–Dormand 8(9): smooth problems that are not stiff.
    case rungeKutta
    /// Variable-order BDF in Nordsieck form: stiff problems; needs a Jacobian. Its global error is 10 to 1000 times the tolerance.
    case backwardDifferentiation
    /// Implicit Bulirsch–Stoer (Bader–Deuflhard): stiff problems at high accuracy, and a cross-check of the BDF; needs a Jacobian.
    case bulirschStoer
  }

  /// Steps and tolerances. The local error of component i is held below `absolute[i] + relative |y_i|`.
  public struct Control: Sendable {
    public var relative: Double
    /// One value for all components, or one for each.
    public var absolute: [Double]
    /// First step; its sign does not matter. `nil` takes 1e-6 of the interval.
    public var firstStep: Double?
    public var largestStep: Double
    public var maximumSteps: Int

    public init(relative: Double = 1e-8, absolute: [Double] = [1e-12], firstStep: Double? = nil, largestStep: Double = .infinity, maximumSteps: Int = 1_000_000)
    {
      self.relative = relative
      self.absolute = absolute
      self.firstStep = firstStep
      self.largestStep = largestStep
      self.maximumSteps = maximumSteps
    }
  }

  /// Integrates from `start` to `end` (either direction).
  ///
  /// - Parameters:
  ///   - label: what is integrated, for the error message.
  ///   - outputs: where the state is wanted, in the order of integration, within [start, end]. A step ends on each, so the values have the full accuracy.
  ///   - events: zeros are bracketed by accepted steps and refined by repeating that step up to the trial point, to 1e-12 of the interval; two zeros of one event
  ///     within one step escape, so limit `largestStep` where that can happen.
  /// - Throws: ``NumericsError/ode(label:at:target:reason:)`` when a step fails, becomes too small, is not finite or the steps run out;
  ///   ``NumericsError/domain(label:reason:)`` for unusable arguments; and what the closures throw.
  public static func solve(
    _ label: String, _ system: ODESystem, from start: Double, _ initial: [Double], to end: Double, method: Method, control: Control = Control(),
    outputs: [Double] = [],
    events: [ODEEvent] = []
  ) throws -> ODESolution {
    let direction = end >= start ? 1.0 : -1.0
    guard initial.count == system.dimension, system.dimension > 0, (initial + [start, end]).allSatisfy(\.isFinite) else {
      throw NumericsError.domain(label: label, reason: "needs \(system.dimension) finite initial values and finite limits; found \(initial.count)")
    }
    guard zip([start] + outputs, outputs + [end]).allSatisfy({ ($1 - $0) * direction >= 0 }) else {
      throw NumericsError.domain(label: label, reason: "outputs must be ordered from \(start) to \(end)")
    }
    let stepper = try ODEStepper(label, system, method, control, span: end - start)
    var (t, y) = (start, initial)
    var eventValues = try events.map { try $0.value(t, y) }
    var points: [ODESolution.Point] = []
    var zeros: [ODESolution.Zero] = []

    func finish() -> ODESolution {
      ODESolution(
        points: points, end: .init(t: t, y: y), zeros: zeros, steps: stepper.steps, rejectedSteps: stepper.rejected, derivativeCalls: stepper.derivativeCalls)
    }

    for (index, target) in (outputs + [end]).enumerated() {
      while t != target {
        let (previousT, previousY) = (t, y)
        try stepper.step(&t, toward: target, &y)
        guard !events.isEmpty else { continue }
        let values = try events.map { try $0.value(t, y) }
        var found: [(order: Double, zero: ODESolution.Zero, stops: Bool)] = []
        for (event, (old, new)) in zip(events, zip(eventValues, values)) where old != 0 && (old < 0) != (new < 0) {
          let point = try refine(label, system, method, control, event, previousT, previousY, t, y)
          found.append(((point.t - start) * direction, .init(label: event.label, point: point), event.stops))
        }
        eventValues = values
        for item in found.sorted(by: { $0.order < $1.order }) {
          zeros.append(item.zero)
          if item.stops {
            (t, y) = (item.zero.point.t, item.zero.point.y)
            return finish()
          }
        }
      }
      if index < outputs.count { points.append(.init(t: t, y: y)) }
    }
    return finish()
  }

  /// The zero of an event between two states of one step, each trial integrated afresh from the first.
  private static func refine(
    _ label: String, _ system: ODESystem, _ method: Method, _ control: Control, _ event: ODEEvent, _ t0: Double, _ y0: [Double], _ t1: Double, _ y1: [Double]
  ) throws -> ODESolution.Point {
    func state(_ t: Double) throws -> [Double] {
      if t == t0 { return y0 }
      if t == t1 { return y1 }
      return try solve(label, system, from: t0, y0, to: t, method: method, control: control).end.y
    }
    let tolerance = 1e-12 * max(abs(t0), abs(t1))
    let root = try RootFinding.brent("\(label), event \(event.label)", in: t0, t1, relative: 1e-13, absolute: tolerance) { t in try event.value(t, try state(t))
    }
    return .init(t: root, y: try state(root))
  }
}
