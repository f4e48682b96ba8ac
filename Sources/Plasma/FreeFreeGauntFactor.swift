import Foundation
import Numerics

/// Thermally averaged free-free Gaunt factor of an electron gas with one kind of ion: how much quantum mechanics and screening change Kramers' rate.
///
/// Born approximation with the Elwert factor (ratio of Sommerfeld factors of the slow and the fast electron) in the Debye-Hueckel potential
/// Z e^{-kappa r}/r, averaged over a Maxwell distribution of the slow electron:
///
///     g = (sqrt3/pi) Int_0^inf dx e^{-x} L(x) S(eta_slow)/S(eta_fast),  eta = sqrt(gamma2/x),  S(eta) = 2 pi eta/(1 - e^{-2 pi eta}),
///     L = 1/2 [ln((a + y2)/(b + y2)) + y2/(a + y2) - y2/(b + y2)],  a,b = (sqrt(x+u) +- sqrt x)^2.
///
/// For y2 = gamma2 = 0 this is (sqrt3/pi) e^{u/2} K_0(u/2). Approximations, with their size: Elwert instead of exact Coulomb waves, a few percent for gamma2 < 0.1
/// (hydrogen and helium in the solar core), 10-20 % for gamma2 > 1 (metals, 5 % of the sum); static screening by electrons and ions together, which lowers g by about
/// 10 % at the solar centre where kappa is a quarter of the thermal momentum; electrons on electrons (quadrupole, relative order T/m_e) left out.
public enum FreeFreeGauntFactor {
  private static let rule = GaussLegendre(order: 20)
  /// Upper end of s = sqrt x: e^{-s^2} is below 1e-13 there.
  private static let cut = 5.5

  /// The Gaunt factor, dimensionless.
  ///
  /// - Parameters:
  ///   - u: photon energy over temperature, above zero.
  ///   - gamma2: Z^2 Rydberg over temperature, at least zero.
  ///   - y2: kappa^2/(2 m_e T), at least zero.
  public static func thermal(reducedEnergy u: Double, coulombParameter gamma2: Double, screening y2: Double) -> Double {
    let factor = 2 * Double.pi * gamma2.squareRoot()
    let average = rule.integrate(from: 0, to: cut) { s in
      let fast = (s * s + u).squareRoot()
      let (a, b) = ((fast + s) * (fast + s), u * u / ((fast + s) * (fast + s)))
      let logarithm = 0.5 * (log((a + y2) / (b + y2)) + y2 / (a + y2) - y2 / (b + y2))
      // S(slow)/S(fast) with eta = sqrt(gamma2)/momentum.
      let elwert = gamma2 > 0 ? fast / s * expm1(-factor / fast) / expm1(-factor / s) : 1
      return 2 * s * exp(-s * s) * logarithm * elwert
    }
    return 3.0.squareRoot() / .pi * average
  }
}
