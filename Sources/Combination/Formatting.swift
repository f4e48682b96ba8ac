import Foundation

/// A number with four significant digits for sentences; Foundation formats without a locale unless one is given.
func scientific(_ value: Double) -> String {
  value == 0 ? "0" : String(format: abs(value) >= 1e-3 && abs(value) < 1e5 ? "%.4g" : "%.3e", value)
}
