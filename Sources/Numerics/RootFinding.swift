import CGSL
import Foundation

/// Bracketed roots in linear or logarithmic variables (Brent, through GSL).
public enum RootFinding {
  /// The root of `f` in [`lower`, `upper`], where `f` changes sign.
  ///
  /// - Parameters:
  ///   - relative, absolute: accepted width of the final bracket.
  ///   - label: what is solved, for the error message.
  /// - Throws: ``NumericsError/root(label:lower:upper:reason:)`` when the ends do not bracket a root or 200 steps do not suffice, and what `f` throws.
  public static func brent(_ label: String, in lower: Double, _ upper: Double, relative: Double = 1e-10, absolute: Double = 0, _ f: (Double) throws -> Double)
    throws -> Double
  {
    let fLower = try f(lower)
    let fUpper = try f(upper)
    if fLower == 0 { return lower }
    if fUpper == 0 { return upper }
    guard fLower.isFinite, fUpper.isFinite, (fLower < 0) != (fUpper < 0) else {
      throw NumericsError.root(label: label, lower: lower, upper: upper, reason: "no sign change: f = \(fLower) and \(fUpper)")
    }
    return try withGSLFunction(f) { function in
      guard let solver = gsl_root_fsolver_alloc(bounds_gsl_root_brent()) else {
        throw NumericsError.root(label: label, lower: lower, upper: upper, reason: "no memory for the solver")
      }
      defer { gsl_root_fsolver_free(solver) }
      var status = gsl_root_fsolver_set(solver, &function, lower, upper)
      var step = 0
      while status == gslSuccess, step < 200 {
        status = gsl_root_fsolver_iterate(solver)
        guard status == gslSuccess else { break }
        let (a, b) = (gsl_root_fsolver_x_lower(solver), gsl_root_fsolver_x_upper(solver))
        if abs(b - a) <= absolute + relative * min(abs(a), abs(b)) { return gsl_root_fsolver_root(solver) }
        step += 1
      }
      let reason = status == gslSuccess ? "not reached in 200 steps" : GSLRuntime.message(status)
      throw NumericsError.root(label: label, lower: gsl_root_fsolver_x_lower(solver), upper: gsl_root_fsolver_x_upper(solver), reason: reason)
    }
  }

  /// The root of `f` in [`lower`, `upper`], both above zero, solved in ln x: for couplings and masses that span decades. `relative` is on x itself.
  public static func brentLog(_ label: String, in lower: Double, _ upper: Double, relative: Double = 1e-8, _ f: (Double) throws -> Double) throws -> Double {
    guard lower > 0, upper > lower else {
      throw NumericsError.root(label: label, lower: lower, upper: upper, reason: "a logarithmic bracket must ascend and stay above zero")
    }
    return exp(try brent(label, in: log(lower), log(upper), relative: 0, absolute: relative) { try f(exp($0)) })
  }
}
