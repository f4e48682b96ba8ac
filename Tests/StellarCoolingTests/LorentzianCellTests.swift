import Foundation
import Numerics
import Plasma
import Testing

@Suite struct LorentzianCellTests {
  /// Adaptive quadrature of the same linear functions, told where the resonance is.
  private func adaptive(x: (Double, Double), g: (Double, Double), s: Double) throws -> Double {
    let zero = x.0 / (x.0 - x.1)
    let width = s / abs(x.1 - x.0)
    let breaks = ([0, 1] + [-30, -3, 0, 3, 30].map { zero + $0 * width }).filter { (0...1).contains($0) }
    return try AdaptiveQuadrature().integrate("Lorentzian", through: Array(Set(breaks)).sorted(), relative: 1e-10) { t in
      let detuning = x.0 + (x.1 - x.0) * t
      return (g.0 + (g.1 - g.0) * t) / (detuning * detuning + s * s)
    }.value
  }

  @Test(arguments: [1e-5, 1e-2, 1, 30]) func agreesWithAdaptiveQuadratureAtAnyWidth(s: Double) throws {
    for (x, g) in [((-1.0, 2.0), (1.0, 1.5)), ((3, 0.2), (2, 1)), ((0.5, 7), (1, 1)), ((2, -0.01), (0.3, 4))] {
      let exact = try adaptive(x: x, g: g, s: s)
      #expect(abs(LorentzianCell.integral(length: 1, x: x, g: g, s: (s, s)) / exact - 1) < 1e-7)
    }
  }

  @Test func narrowResonanceGivesPiOverWidthAndSlope() {
    let s = 1e-9
    let value = LorentzianCell.integral(length: 2, x: (-1, 3), g: (5, 9), s: (s, s))
    // g = 6 at the zero, |dx/dt| = 2.
    #expect(abs(value / (.pi * 6 / (s * 2)) - 1) < 1e-8)
  }

  @Test func splittingACellChangesNothing() {
    let (x, g, s) = ((-2.0, 5.0), (1.0, 3.0), (0.1, 0.1))
    let whole = LorentzianCell.integral(length: 1, x: x, g: g, s: s)
    let parts = (0..<10).reduce(0.0) { sum, i in
      func at(_ pair: (Double, Double), _ t: Double) -> Double { pair.0 + (pair.1 - pair.0) * t }
      let (a, b) = (Double(i) / 10, Double(i + 1) / 10)
      return sum + LorentzianCell.integral(length: 0.1, x: (at(x, a), at(x, b)), g: (at(g, a), at(g, b)), s: s)
    }
    #expect(abs(parts / whole - 1) < 1e-12)
  }

  @Test func constantDetuningIsARectangle() {
    let value = LorentzianCell.integral(length: 2, x: (3, 3), g: (4, 4), s: (1, 1))
    #expect(abs(value - 0.8) < 1e-12)
  }
}
