import CGSL

/// A numerical failure: which calculation, where, and what was reached.
public enum NumericsError: Error, CustomStringConvertible, Hashable {
  /// An integral did not reach its tolerance.
  case integral(label: String, lower: Double, upper: Double, value: Double, error: Double, reason: String)
  /// An ODE integration stopped before its end.
  case ode(label: String, at: Double, target: Double, reason: String)
  /// A root could not be bracketed or found.
  case root(label: String, lower: Double, upper: Double, reason: String)
  /// Tabulated points cannot be interpolated, or a point outside the table was asked for.
  case interpolation(label: String, reason: String)
  /// A function was called outside its domain, or a size is unusable.
  case domain(label: String, reason: String)

  public var description: String {
    switch self {
    case .integral(let label, let lower, let upper, let value, let error, let reason):
      "integral '\(label)' from \(lower) to \(upper): \(reason); reached \(value) +- \(error)"
    case .ode(let label, let at, let target, let reason): "ODE '\(label)': stopped at \(at) on the way to \(target): \(reason)"
    case .root(let label, let lower, let upper, let reason): "root of '\(label)' between \(lower) and \(upper): \(reason)"
    case .interpolation(let label, let reason): "interpolation '\(label)': \(reason)"
    case .domain(let label, let reason): "'\(label)': \(reason)"
    }
  }
}

/// GSL's own settings, applied once before its first use.
package enum GSLRuntime {
  /// GSL aborts the process on an error unless its handler is off; every status is turned into a ``NumericsError`` instead.
  package static let ready: Void = { _ = gsl_set_error_handler_off() }()

  /// GSL's text for a status code.
  package static func message(_ status: Int32) -> String { String(cString: gsl_strerror(status)) }
}

/// GSL's success status as the functions return it.
let gslSuccess = Int32(GSL_SUCCESS)
