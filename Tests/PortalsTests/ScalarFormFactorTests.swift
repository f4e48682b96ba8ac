import Foundation
import Numerics
import Portals
import Testing

/// The coupled-channel Omnès solution: what analyticity and unitarity demand of it.
@Suite struct ScalarFormFactorTests {
  private static func pion(_ energy: Double) throws -> Complex { try ScalarFormFactors.shared().pion(energy * energy, .omnes) }
  private static func kaon(_ energy: Double) throws -> Complex { try ScalarFormFactors.shared().kaon(energy * energy, .omnes) }

  /// Watson's theorem: below two kaons the phase of G_pi is the pi pi phase shift, here as the fit of 1102.2183 gives it (degrees). 0.4 degrees is the numerical error
  /// of the solution and the rounding of the values.
  @Test(arguments: [(0.3, 5.6), (0.4, 21.8), (0.5, 39.87), (0.6, 57.2), (0.7, 71.9), (0.8, 85.2), (0.9, 103.8), (0.95, 129.1)])
  func phaseIsThatOfScattering(energy: Double, degrees: Double) throws {
    let g = try Self.pion(energy)
    #expect(abs(atan2(g.imaginary, g.real) * 180 / .pi - degrees) < 0.4)
  }

  /// Im G_K = T12* sigma_pi G_pi below two kaons: the phase that makes T12* G_pi real is common, so Im G_K has the sign and size of |T12| sigma |G_pi| sqrt(3)/2 > 0.
  @Test func kaonFormFactorHasTheCutOfPions() throws {
    for energy in [0.3, 0.5, 0.8, 0.95] { #expect(try Self.kaon(energy).imaginary > 0) }
    #expect(try Self.kaon(0.2).imaginary == 0 && Self.pion(0.2).imaginary == 0)
  }

  /// Values at s = 0 by chiral symmetry, (11/9) m^2, and no step where the solution passes from one piece of the grid to the next.
  @Test func joinsSmoothly() throws {
    let expected = 11.0 / 9
    #expect(abs(try Self.pion(1e-6).real / (expected * 0.13957 * 0.13957) - 1) < 1e-4)
    #expect(abs(try Self.kaon(1e-6).real / (expected * 0.496 * 0.496) - 1) < 1e-4)
    var largest = 0.0
    for squared in [4 * 0.13957 * 0.13957, 0.36, 0.7225, 0.952, 0.9803, 0.98406, 0.994, 1.0741, 1.3441, 1.9841, 3.2341] {
      for step in [0.0, 1e-4, 2e-4] {
        let (below, above) = ((squared + step - 1e-6).squareRoot(), (squared + step + 1e-6).squareRoot())
        for g in [Self.pion, Self.kaon] { largest = max(largest, abs(try g(below).squaredMagnitude / g(above).squaredMagnitude - 1)) }
      }
    }
    print("largest step of |G|^2 across a piece: \(largest)")
    #expect(largest < 0.01)
  }

  /// The scalar radius of the pion, <r^2> = 6 Gamma'(0)/Gamma(0) = 6 d/ds (Omega_11 + Omega_12/sqrt 3), is 0.61 +- 0.04 fm^2 in the literature (hep-ph/0103088).
  @Test func scalarRadiusOfThePion() throws {
    let omega = try OmnesMatrix.shared()
    let step = 1e-3
    let (low, high) = (omega(0), omega(step))
    let slope = (high.0.real - low.0.real + (high.1.real - low.1.real) / 3.0.squareRoot()) / step
    let radius = 6 * slope * 0.19732698 * 0.19732698
    print("scalar radius of the pion: \(radius) fm^2")
    #expect(abs(radius - 0.61) < 0.08)
    #expect(abs(low.0.real - 1) < 1e-5 && abs(low.1.real) < 1e-5 && abs(low.2.real) < 1e-5 && abs(low.3.real - 1) < 1e-5)
  }
}
