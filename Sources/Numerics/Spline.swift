import CGSL
import Foundation

/// Interpolation of tabulated points through GSL; immutable after construction and shared freely between threads.
public final class Spline: @unchecked Sendable {  // GSL's spline object is never written to after `gsl_spline_init`; lookups pass no accelerator.
  public enum Kind: Sendable {
    /// Natural cubic spline: twice differentiable, may overshoot.
    case cubic
    /// Steffen's monotone spline: once differentiable, no extremum between points.
    case monotone
  }

  private let spline: UnsafeMutablePointer<gsl_spline>
  private let label: String
  /// The tabulated range, ends included.
  public let domain: ClosedRange<Double>

  /// - Throws: ``NumericsError/interpolation(label:reason:)`` when there are fewer than 3 points, counts differ, x does not ascend strictly or a value is not finite.
  public init(_ label: String, x: [Double], y: [Double], kind: Kind = .cubic) throws {
    _ = GSLRuntime.ready
    guard x.count == y.count, x.count >= 3 else {
      throw NumericsError.interpolation(label: label, reason: "needs at least 3 points with as many values; found \(x.count) and \(y.count)")
    }
    guard zip(x, x.dropFirst()).allSatisfy({ $0 < $1 }), (x + y).allSatisfy(\.isFinite) else {
      throw NumericsError.interpolation(label: label, reason: "points must ascend strictly and be finite")
    }
    let type = kind == .cubic ? bounds_gsl_interp_cspline() : bounds_gsl_interp_steffen()
    guard let allocated = gsl_spline_alloc(type, x.count) else {
      throw NumericsError.interpolation(label: label, reason: "no memory for \(x.count) points")
    }
    let status = gsl_spline_init(allocated, x, y, x.count)
    guard status == gslSuccess else {
      gsl_spline_free(allocated)
      throw NumericsError.interpolation(label: label, reason: GSLRuntime.message(status))
    }
    spline = allocated
    self.label = label
    domain = x[0]...x[x.count - 1]
  }

  deinit { gsl_spline_free(spline) }

  /// The interpolated value. Outside ``domain`` the nearest end's value is returned: callers that must not extrapolate check ``domain`` first.
  public func callAsFunction(_ x: Double) -> Double {
    gsl_spline_eval(spline, min(max(x, domain.lowerBound), domain.upperBound), nil)
  }

  /// The first derivative, at the nearest end outside ``domain``.
  public func derivative(_ x: Double) -> Double {
    gsl_spline_eval_deriv(spline, min(max(x, domain.lowerBound), domain.upperBound), nil)
  }

  /// The value inside ``domain``.
  ///
  /// - Throws: ``NumericsError/interpolation(label:reason:)`` outside it.
  public func checked(_ x: Double) throws -> Double {
    guard domain.contains(x) else {
      throw NumericsError.interpolation(label: label, reason: "\(x) is outside the table \(domain.lowerBound)...\(domain.upperBound)")
    }
    return self(x)
  }
}

/// A positive function of a positive variable, interpolated in log–log.
public struct LogLogSpline: Sendable {
  private let spline: Spline
  /// The tabulated range in x itself.
  public let domain: ClosedRange<Double>

  /// - Throws: ``NumericsError/interpolation(label:reason:)`` when a point is not above zero, and as ``Spline``.
  public init(_ label: String, x: [Double], y: [Double], kind: Spline.Kind = .cubic) throws {
    guard (x + y).allSatisfy({ $0 > 0 }) else {
      throw NumericsError.interpolation(label: label, reason: "log-log interpolation needs points above zero")
    }
    spline = try Spline(label, x: x.map { log($0) }, y: y.map { log($0) }, kind: kind)
    domain = x[0]...x[x.count - 1]
  }

  /// The interpolated value; outside ``domain`` the nearest end's value.
  public func callAsFunction(_ x: Double) -> Double { exp(spline(log(x))) }

  /// d ln y / d ln x.
  public func logarithmicSlope(_ x: Double) -> Double { spline.derivative(log(x)) }
}
