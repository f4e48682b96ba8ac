import Foundation
import Numerics
import Portals
import Testing

@Suite struct PhaseSpaceTests {
  /// Massless four-body phase space is s^2/(24 (4 pi)^5).
  @Test func fourBodyVolume() {
    let volume = FourBodyPoints(count: 4000).integrate(energy: 1.5, (0, 0)) { _ in 1 }
    #expect(abs(volume / (pow(1.5, 4) / (24 * pow(4 * .pi, 5))) - 1) < 0.01)
  }

  /// Five times the points change the volume with masses and a quadratic moment by less than 2 %.
  @Test func fourBodyIntegralsConverge() {
    let (few, many) = (FourBodyPoints(count: 4000), FourBodyPoints(count: 20_000))
    let moments: [@Sendable (FourPionKinematics) -> Double] = [{ _ in 1 }, { $0.pairs[1] * $0.pairs[11] }, { $0.products[2] * $0.products[2] }]
    for energy in [0.7, 1.0, 1.5, 2.0] {
      for moment in moments {
        let (coarse, fine) = (few.integrate(energy: energy, (0.135, 0.14), moment), many.integrate(energy: energy, (0.135, 0.14), moment))
        #expect(abs(coarse / fine - 1) < 0.02)
      }
    }
  }

  @Test func momentaAreConserved() {
    _ = FourBodyPoints(count: 100).integrate(energy: 1.3, (0.135, 0.14)) { k in
      let (momentum, energy): (Double, Double) = (k.products.reduce(0, +), k.energies.sum())
      #expect(abs(momentum) < 1e-13 && abs(energy - 1.3) < 1e-13)
      // Sum of s_ij over the six pairs (each stored twice) = s + 2 sum m^2.
      let pairs: Double = k.pairs.reduce(0, +) / 2
      let expected: Double = 1.69 + 4 * (0.135 * 0.135 + 0.14 * 0.14)
      #expect(abs(pairs - expected) < 1e-12)
      return 1
    }
  }

  /// Massless bodies and h = 1, against the integral over the Dalitz triangle.
  @Test func threeBodyIntegral() throws {
    let integrals = try ThreeBodyIntegrals("test", masses: (0, 0, 0), functions: 1, highest: 2, nodes: 40) { _, _, _ in [Complex(1)] }
    let s = 1.7
    // |p1 x p2|^2 = s12 s23 s13/(4 s); its integral over the triangle is s^5/(120 * 4 s) = s^4/480.
    let exact = s * s * s * s / 480 / (64 * .pi * .pi * s)
    #expect(abs(integrals.ratio(s, [Complex(1)]) / exact - 1) < 1e-6)
    #expect(abs(integrals.ratio(s, [Complex(0, 2)]) / exact - 4) < 1e-5)
    #expect(integrals.ratio(0, [Complex(1)]) == 0)
  }
}
