import Foundation
import Numerics

/// Thermally averaged free-free Gaunt factor of an electron gas with one kind of ion: how much quantum mechanics and screening change Kramers' rate.
///
/// Born approximation with the Elwert factor (ratio of the Sommerfeld factors of the slow and the fast electron), averaged over a Maxwell distribution of the slow one:
///
///     g = (sqrt3/pi) Int_0^inf dx e^{-x} L(x) S(eta_slow)/S(eta_fast),  eta = sqrt(gamma2/x),  S(eta) = 2 pi eta/(1 - e^{-2 pi eta}),
///     L = Int dq/q (q^2 + f y2)/(q^2 + y2) = (1/2) [f ln(a/b) + (1 - f) ln((a + y2)/(b + y2))],  q^2 from b to a = (sqrt(x+u) -+ sqrt x)^2.
///
/// The weight inside L is the static structure factor of the ions, S_ii = (q^2 + kappa_e^2)/(q^2 + kappa^2) with f = kappa_e^2/kappa^2: ions shield each other, while
/// electrons do not shield an ion from radiation far above the plasma frequency because they all follow its field together (the high-frequency limit of the
/// Dawson-Oberman conductivity). For y2 = gamma2 = 0, g = (sqrt3/pi) e^{u/2} K_0(u/2).
///
/// Approximations and their size: Elwert instead of exact Coulomb waves, a few percent for gamma2 < 0.1 (hydrogen and helium in the solar core), 10-20 % for gamma2 > 1 (metals,
/// 5 % of the sum); electron screening left out, right for omega >> omega_p: within a factor 2 of omega_p the rate is too high by up to 20 % (a doubly screened
/// Debye potential, as in 1310.0823, would lower g at the solar centre by 30 % at u = 0.2 and 10 % at u = 1); electrons on electrons (quadrupole, relative order
/// T/m_e) left out.
public enum FreeFreeGauntFactor {
  private static let rule = GaussLegendre(order: 20)
  /// Upper end of s = sqrt x: e^{-s^2} is below 1e-13 there.
  private static let cut = 5.5

  /// The Gaunt factor, dimensionless.
  ///
  /// - Parameters:
  ///   - u: photon energy over temperature, above zero.
  ///   - gamma2: Z^2 Rydberg over temperature, at least zero.
  ///   - y2: kappa^2/(2 m_e T) of electrons and ions together, at least zero.
  ///   - electronShare: f = kappa_e^2/kappa^2, 0 to 1; at 1 ions do not shield each other.
  public static func thermal(reducedEnergy u: Double, coulombParameter gamma2: Double, screening y2: Double, electronShare f: Double) -> Double {
    let factor = 2 * Double.pi * gamma2.squareRoot()
    let average = rule.integrate(from: 0, to: cut) { s in
      let fast = (s * s + u).squareRoot()
      let (a, b) = ((fast + s) * (fast + s), u * u / ((fast + s) * (fast + s)))
      let logarithm = 0.5 * (f * log(a / b) + (1 - f) * log((a + y2) / (b + y2)))
      // S(slow)/S(fast) with eta = sqrt(gamma2)/momentum.
      let elwert = gamma2 > 0 ? fast / s * expm1(-factor / fast) / expm1(-factor / s) : 1
      return 2 * s * exp(-s * s) * logarithm * elwert
    }
    return 3.0.squareRoot() / .pi * average
  }
}
