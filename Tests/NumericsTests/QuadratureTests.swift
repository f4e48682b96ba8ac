import Foundation
import Numerics
import Testing

private struct Refusal: Error, Equatable {}

@Suite struct QuadratureTests {
  @Test func gaussLegendreIsExactForPolynomials() {
    for order in [1, 2, 5, 16, 40] {
      let rule = GaussLegendre(order: order)
      let degree = 2 * order - 1
      let exact = (pow(2.0, Double(degree + 1)) - pow(-1.0, Double(degree + 1))) / Double(degree + 1)
      #expect(abs(rule.integrate(from: -1, to: 2) { pow($0, Double(degree)) } / exact - 1) < 1e-12)
    }
  }

  /// The error of an analytic integrand falls geometrically with the order.
  @Test func gaussLegendreConvergesGeometrically() {
    let exact = atan(5.0) - atan(-5.0)
    let errors = [8, 16, 32, 64].map { abs(GaussLegendre(order: $0).integrate(from: -5, to: 5) { 1 / (1 + $0 * $0) } - exact) }
    // Poles at +-i/5 of the half-width: error ~ (1/5 + sqrt(1 + 1/25))^(-2n).
    for (index, order) in [8.0, 16, 32].enumerated() {
      let measured = log(errors[index] / errors[index + 1])
      #expect(abs(measured / (2 * order * log(0.2 + 1.04.squareRoot())) - 1) < 0.1)
    }
  }

  @Test func gaussLaguerreGivesFactorials() throws {
    let rule = try GaussLaguerre(order: 12, power: 0.5)
    for k in 0...23 { #expect(abs(rule.integrate { pow($0, Double(k)) } / tgamma(Double(k) + 1.5) - 1) < 1e-11) }
    for (order, power) in [(0, 0.0), (151, 0), (5, -1), (5, Double.nan)] {
      #expect(throws: NumericsError.self) { try GaussLaguerre(order: order, power: power) }
    }
  }

  @Test func adaptiveQuadratureKnowsIntegrals() throws {
    let quadrature = AdaptiveQuadrature()
    #expect(abs(try quadrature.integrate("sqrt", from: 0, to: 1) { 1 / $0.squareRoot() }.value - 2) < 1e-8)
    #expect(abs(try quadrature.integrate("gauss", from: -.infinity, to: .infinity) { exp(-$0 * $0) }.value - Double.pi.squareRoot()) < 1e-8)
    #expect(abs(try quadrature.integrate("planck", from: 0, to: .infinity) { $0 > 0 ? $0 * $0 * $0 / expm1($0) : 0 }.value - pow(.pi, 4) / 15) < 1e-7)
    #expect(abs(try quadrature.integrate("left", from: -.infinity, to: 0) { exp($0) }.value - 1) < 1e-8)
    #expect(abs(try quadrature.integrate("kink", through: [-1, 0.3, 1]) { abs($0 - 0.3) }.value - (1.3 * 1.3 + 0.7 * 0.7) / 2) < 1e-12)
  }

  @Test func failuresNameTheIntegral() {
    let quadrature = AdaptiveQuadrature(intervals: 5)
    #expect {
      try quadrature.integrate("wild", from: 0, to: 1) { sin(1 / ($0 + 1e-9)) }
    } throws: { error in
      guard case NumericsError.integral("wild", 0, 1, _, _, _) = error else { return false }
      return "\(error)".contains("'wild' from 0.0 to 1.0")
    }
    #expect(throws: NumericsError.self) { try quadrature.integrate("nan", from: 0, to: 1) { _ in .nan } }
    #expect(throws: NumericsError.self) { try quadrature.integrate("order", through: [1, 0]) { $0 } }
    #expect(throws: Refusal()) { try quadrature.integrate("closure", from: 0, to: 1) { _ in throw Refusal() } }
  }

  @Test func rootsAreBracketed() throws {
    #expect(abs(try RootFinding.brent("cos", in: 0, 3) { cos($0) } - .pi / 2) < 1e-9)
    #expect(abs(try RootFinding.brentLog("power", in: 1e-20, 1) { $0 * $0 - 1e-24 } / 1e-12 - 1) < 1e-7)
    #expect(try RootFinding.brent("end", in: 1, 2) { $0 - 1 } == 1)
    #expect {
      try RootFinding.brent("none", in: 1, 2) { _ in 1 }
    } throws: { error in
      guard case NumericsError.root("none", 1, 2, _) = error else { return false }
      return true
    }
    #expect(throws: NumericsError.self) { try RootFinding.brentLog("sign", in: -1, 1) { $0 } }
    #expect(throws: Refusal()) { try RootFinding.brent("closure", in: 0, 1) { if $0 > 0 && $0 < 1 { throw Refusal() } else { return $0 - 0.5 } } }
  }
}
