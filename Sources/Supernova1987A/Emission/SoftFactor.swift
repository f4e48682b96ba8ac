import Foundation
import Likelihoods
import Numerics

/// What the soft theorem leaves open in np bremsstrahlung: a factor of the order of e^(omega/T).
///
/// Soft emission fixes the rate for omega << T only. With u = omega/T, production is the soft rate times:
/// `exponential`: e^-u, the cross section taken at the initial energy (arXiv:1611.03864);
/// `besselK1`: e^(-u/2) (u/2) K_1(u/2), a dipole that is symmetric under detailed balance, with sigma ~ 1/E (the np behaviour below 150 MeV) taken between
/// initial and final energy; larger by 1.37, 1.64, 2.4 at u = 1, 2, 6.
public enum SoftFactor: String, Sendable, CaseIterable {
  case exponential
  case besselK1 = "bessel-k1"

  public static let variant = Variant(
    "sn1987a.soft-factor",
    options: [
      Variant.Option(SoftFactor.exponential.rawValue, "np bremsstrahlung falls as e^(-w/T), cross section at the initial energy, as arXiv:1611.03864"),
      Variant.Option(
        SoftFactor.besselK1.rawValue, "np bremsstrahlung falls as e^(-w/2T) (w/2T) K1(w/2T), symmetric under detailed balance, for a cross section ~ 1/E"),
    ])

  /// Absorption over the soft rate at u = omega/T; production is e^-u times that.
  func absorption(_ u: Double) -> Double {
    switch self {
    case .exponential: 1
    case .besselK1: Self.scaledBesselK1(u / 2)
    }
  }

  /// x e^x K_1(x) for x >= 0, from K_1(x) = Int_0^inf dt e^(-x cosh t) cosh t; 1 at x = 0, sqrt(pi x/2) for x >> 1.
  static func scaledBesselK1(_ x: Double) -> Double {
    if x < 1e-6 { return 1 }
    if x > 1e3 { return (.pi * x / 2).squareRoot() * (1 + 3 / (8 * x)) }
    return besselTable(x)
  }

  /// The integral by the trapezoidal rule, which converges exponentially.
  private static func integral(_ x: Double) -> Double {
    // e^(-x(cosh t - 1)) is below e^-40 where cosh t = 1 + 40/x.
    let end = acosh(1 + 40 / x)
    let steps = 400
    let h = end / Double(steps)
    return x * h * (1...steps).reduce(0.5) { $0 + exp(-x * (cosh(Double($1) * h) - 1)) * cosh(Double($1) * h) }
  }

  /// The integral interpolated on 200 points; itself where no table can be made.
  private static let besselTable: @Sendable (Double) -> Double = {
    let x = logarithmicGrid(from: 1e-6, to: 1e3, count: 200)
    let spline = try? LogLogSpline("x e^x K1(x)", x: x, y: x.map(integral))
    return { spline?($0) ?? integral($0) }
  }()
}
