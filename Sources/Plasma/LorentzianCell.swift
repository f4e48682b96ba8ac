import Foundation

/// The integral of a resonance over one cell, exact for a Lorentzian whose detuning varies linearly: narrow and broad resonances, near and far, by one formula.
public enum LorentzianCell {
  /// The integral over t from 0 to `length` of g(t)/(x(t)^2 + s^2), with x and g linear between their values at the two ends.
  ///
  /// With x as variable g = G_0 + G_1 x, and the integral is (length/dx)[(G_0/s) (atan(x_1/s) - atan(x_0/s)) + (G_1/2) ln((x_1^2 + s^2)/(x_0^2 + s^2))].
  /// The width s is taken where |x| is smallest in the cell: at the zero of x if it lies inside. A resonance far narrower than the cell gives
  /// pi g(0)/(s |dx/dt|) exactly; a cell far from resonance gives the integral of g/x^2. The remaining error is of second order in the cell's length.
  ///
  /// - Parameters: `x`, `g`, `s`: detuning, numerator and half-width at both ends; s above zero.
  @inlinable public static func integral(length: Double, x: (Double, Double), g: (Double, Double), s: (Double, Double)) -> Double {
    let dx = x.1 - x.0
    let width = width(x: x, s: s)
    let scale = max(abs(x.0), abs(x.1), width)
    if abs(dx) < 1e-4 * scale {
      return 0.5 * length * (g.0 / (x.0 * x.0 + width * width) + g.1 / (x.1 * x.1 + width * width))
    }
    let slope = (g.1 - g.0) / dx
    let atZero = g.0 - slope * x.0
    // The difference of two arctangents as one, without cancellation; its sign follows dx.
    let angle = atan2(dx * width, width * width + x.0 * x.1)
    let logarithm = log((x.1 * x.1 + width * width) / (x.0 * x.0 + width * width))
    return length / dx * (atZero / width * angle + 0.5 * slope * logarithm)
  }

  @usableFromInline static func width(x: (Double, Double), s: (Double, Double)) -> Double {
    if (x.0 < 0) != (x.1 < 0) { return s.0 + (s.1 - s.0) * x.0 / (x.0 - x.1) }
    return abs(x.0) < abs(x.1) ? s.0 : s.1
  }
}
