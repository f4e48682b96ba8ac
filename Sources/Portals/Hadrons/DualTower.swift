import Foundation
import Numerics

/// Couplings of the dual-resonance tower, arXiv:1002.0279 eq. (11) (form read in arXiv:2201.01788's code):
/// c_n = (-1)^n Gamma(beta - 1/2) sin(pi (beta - 1 - n)) Gamma(2 - beta + n)/(pi^(3/2) (1/2 + n) Gamma(n + 1)), which sum to 1.
func dualTowerCouplings(exponent beta: Double, count: Int) -> [Double] {
  // Gamma(2 - beta) by reflection-free recursion from tgamma, which handles the negative argument.
  var ratio = tgamma(2 - beta)
  let front = tgamma(beta - 0.5) / pow(Double.pi, 1.5)
  return (0..<count).map { n in
    let order = Double(n)
    if n > 0 { ratio *= (1 - beta + order) / order }
    // (-1)^n sin(pi (beta - 1 - n)) = sin(pi (beta - 1)).
    return front * sin(.pi * (beta - 1)) * ratio / (0.5 + order)
  }
}

/// A complex smooth function of s in GeV^2, tabulated once on an even grid.
struct ComplexSpline: Sendable {
  private let real: Spline
  private let imaginary: Spline

  init(_ label: String, from low: Double, to high: Double, count: Int, _ f: (Double) -> Complex) throws {
    let x = (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
    let y = x.map(f)
    real = try Spline(label, x: x, y: y.map(\.real))
    imaginary = try Spline(label, x: x, y: y.map(\.imaginary))
  }

  func callAsFunction(_ s: Double) -> Complex { Complex(real(s), imaginary(s)) }
}
