import Foundation

/// A number with four significant digits for sentences, in a fixed locale.
func scientific(_ value: Double) -> String {
  value == 0 ? "0" : String(format: abs(value) >= 1e-3 && abs(value) < 1e5 ? "%.4g" : "%.3e", locale: Locale(identifier: "en_US_POSIX"), value)
}
