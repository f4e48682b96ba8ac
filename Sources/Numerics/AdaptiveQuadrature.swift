import CGSL

/// Adaptive Gauss–Kronrod quadrature through GSL (QAG, QAGS, QAGI, QAGP): for smooth or mildly singular integrands of one variable.
///
/// The workspace is mutable, hence not `Sendable`: make one per task, reuse it for many integrals. Nested integrals need one each.
public final class AdaptiveQuadrature {
  /// Value with GSL's own error estimate, which is usually pessimistic.
  public struct Result: Sendable {
    public let value: Double
    public let error: Double
  }

  private let workspace: UnsafeMutablePointer<gsl_integration_workspace>
  private let intervals: Int

  /// - Parameter intervals: the largest number of subintervals (at least 1).
  public init(intervals: Int = 1000) {
    _ = GSLRuntime.ready
    self.intervals = max(1, intervals)
    // GSL returns NULL only when memory is exhausted, where nothing can be recovered.
    workspace = gsl_integration_workspace_alloc(self.intervals)
  }

  deinit { gsl_integration_workspace_free(workspace) }

  /// The integral of `f` from `lower` to `upper`; either may be infinite.
  ///
  /// - Parameters:
  ///   - relative: requested relative error, at least 5e-14.
  ///   - absolute: requested absolute error; the weaker of the two counts.
  ///   - label: what the integral is, for the error message.
  /// - Throws: ``NumericsError/integral(label:lower:upper:value:error:reason:)`` when the tolerance is not reached or the value is not finite,
  ///   and whatever `f` throws.
  public func integrate(_ label: String, from lower: Double, to upper: Double, relative: Double = 1e-8, absolute: Double = 0, _ f: (Double) throws -> Double)
    throws
    -> Result
  {
    try run(label, lower, upper, f) { function, value, error in
      switch (lower.isInfinite, upper.isInfinite) {
      case (false, false): gsl_integration_qags(&function, lower, upper, absolute, relative, self.intervals, self.workspace, &value, &error)
      case (false, true): gsl_integration_qagiu(&function, lower, absolute, relative, self.intervals, self.workspace, &value, &error)
      case (true, false): gsl_integration_qagil(&function, upper, absolute, relative, self.intervals, self.workspace, &value, &error)
      case (true, true): gsl_integration_qagi(&function, absolute, relative, self.intervals, self.workspace, &value, &error)
      }
    }
  }

  /// The integral over `points.first...points.last`, told where the integrand is singular, peaked or kinked. The points must ascend.
  public func integrate(_ label: String, through points: [Double], relative: Double = 1e-8, absolute: Double = 0, _ f: (Double) throws -> Double) throws
    -> Result
  {
    guard points.count >= 2, zip(points, points.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw NumericsError.domain(label: label, reason: "break points must be at least two and ascend: \(points)")
    }
    var breaks = points
    return try run(label, points[0], points[points.count - 1], f) { function, value, error in
      gsl_integration_qagp(&function, &breaks, breaks.count, absolute, relative, self.intervals, self.workspace, &value, &error)
    }
  }

  private func run(
    _ label: String, _ lower: Double, _ upper: Double, _ f: (Double) throws -> Double,
    _ call: (inout gsl_function, inout Double, inout Double) -> Int32
  ) throws -> Result {
    var value = 0.0
    var error = 0.0
    let status: Int32 = try withGSLFunction(f) { function in call(&function, &value, &error) }
    guard status == gslSuccess, value.isFinite else {
      let reason = status == gslSuccess ? "the value is not finite" : GSLRuntime.message(status)
      throw NumericsError.integral(label: label, lower: lower, upper: upper, value: value, error: error, reason: reason)
    }
    return Result(value: value, error: error)
  }
}

/// Lends a Swift closure to C as a `gsl_function` for the duration of `body`. What the closure throws is kept, GSL sees NaN, and it is thrown again at the end,
/// before any error that `body` made of that NaN.
func withGSLFunction<R>(_ f: (Double) throws -> Double, _ body: (inout gsl_function) throws -> R) throws -> R {
  _ = GSLRuntime.ready
  return try withoutActuallyEscaping(f) { escapable in
    let box = ClosureBox(escapable)
    let result = Result {
      try withExtendedLifetime(box) {
        var function = gsl_function(
          function: { x, context in
            guard let context else { return .nan }
            return Unmanaged<ClosureBox>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.call(x) }
          }, params: Unmanaged.passUnretained(box).toOpaque())
        return try body(&function)
      }
    }
    if let failure = box.failure { throw failure }
    return try result.get()
  }
}

final class ClosureBox {
  private let f: (Double) throws -> Double
  private(set) var failure: (any Error)?
  init(_ f: @escaping (Double) throws -> Double) { self.f = f }

  func call(_ x: Double) -> Double {
    guard failure == nil else { return .nan }
    do { return try f(x) } catch {
      failure = error
      return .nan
    }
  }
}
