import Foundation
import Numerics
import Portals
import Testing

@Suite struct PhaseSpaceTests {
  /// Massless four-body phase space is s^2/(24 (4 pi)^5).
  @Test func fourBodyVolume() {
    let volume = FourBodyPoints(count: 1200).integrate(energy: 1.5, (0, 0)) { _ in 1 }
    #expect(abs(volume / (pow(1.5, 4) / (24 * pow(4 * .pi, 5))) - 1) < 0.01)
  }

  /// Four times the points changes the volume with masses and a quadratic moment by less than the error that the channel states (3 %).
  @Test func fourBodyIntegralsConverge() {
    let (few, many) = (FourBodyPoints(count: 1200), FourBodyPoints(count: 20_000))
    for energy in [0.7, 1.0, 1.5, 2.0] {
      for moment in [{ _ in 1.0 }, { @Sendable (k: FourPionKinematics) in k.pairs[1] * k.pairs[11] }, { k in k.products[2] * k.products[2] }] {
        #expect(abs(few.integrate(energy: energy, (0.135, 0.14), moment) / many.integrate(energy: energy, (0.135, 0.14), moment) - 1) < 0.03)
      }
    }
  }

  @Test func momentaAreConserved() {
    _ = FourBodyPoints(count: 100).integrate(energy: 1.3, (0.135, 0.14)) { k in
      let total = (0..<4).reduce(0.0) { sum, i in sum + (0..<4).reduce(0) { $0 + k.products[4 * i + $1] } }
      #expect(abs(total) < 1e-13 && abs(k.energies.reduce(0, +) - 1.3) < 1e-13)
      // The six pairs and the four masses: sum s_ij = s + 2 sum m^2.
      let pairs = (0..<4).reduce(0.0) { sum, i in sum + (0..<i).reduce(0) { $0 + k.pairs[4 * i + $1] } }
      #expect(abs(pairs - (1.69 + 2 * (2 * 0.135 * 0.135 + 2 * 0.14 * 0.14))) < 1e-12)
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
