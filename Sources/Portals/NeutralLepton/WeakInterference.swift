import Foundation
import Numerics

/// How far the propagators change the interference of two diagrams of N -> three massless leptons: W with Z in nu l+ l-, and the two assignments of the Z in nu nu nubar.
///
/// Both diagrams have the same spinor structure after a Fierz transformation, so the ratio to the contact interaction is
/// J = 12 Int da db u (1 - u) Re[P_1(a m^2) P_2*(b m^2)], u = 1 - a - b, P = M^2/(M^2 - s - i M Gamma). J = 1 for small masses; tabulated from 5 to 1000 GeV.
struct WeakInterference: Sendable {
  /// Ratio for W with Z.
  let chargedWithNeutral: Spline
  /// Ratio for Z with Z.
  let neutralWithNeutral: Spline

  static func shared() throws -> WeakInterference { try cached.get() }
  private static let cached = Result { try WeakInterference() }

  private init() throws {
    let masses = logarithmicGrid(from: 4.9, to: 1001, count: 120)
    let logarithms = masses.map { log($0) }
    chargedWithNeutral = try Spline("W-Z interference", x: logarithms, y: masses.map { Self.ratio($0, .w, .z) })
    neutralWithNeutral = try Spline("Z-Z interference", x: logarithms, y: masses.map { Self.ratio($0, .z, .z) })
  }

  private static func ratio(_ mass: Double, _ first: WeakBosonIntegral.Boson, _ second: WeakBosonIntegral.Boson) -> Double {
    let m2 = mass * mass
    func amplitude(_ s: Double, _ boson: WeakBosonIntegral.Boson) -> Complex {
      let square = boson.mass * boson.mass
      return square / Complex(square - s, -boson.mass * boson.width)
    }
    var sum = 0.0
    for outer in MassNodes(from: 0, to: m2, first) {
      let left = amplitude(outer.s, first)
      for inner in MassNodes(from: 0, to: m2 - outer.s, second) {
        let u = 1 - (outer.s + inner.s) / m2
        let right = amplitude(inner.s, second)
        sum += outer.weight * inner.weight * u * (1 - u) * (left.real * right.real + left.imaginary * right.imaginary)
      }
    }
    return 12 * sum / (m2 * m2)
  }
}
