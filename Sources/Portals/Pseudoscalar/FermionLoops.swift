import Foundation
import Numerics

/// Loop functions of a pseudoscalar that decays into two massless gauge bosons (arXiv:1708.00443, eqs. 24 and 25), t = 4 m_loop^2/m^2.
enum FermionLoops {
  /// B1(t) = 1 - t f(t)^2 of a fermion with a derivative coupling: 1 when the fermion is light, -1/(3t) when it is heavy (it decouples).
  static func fermion(_ t: Double) -> Complex {
    // Above t = 400 the difference of nearly equal numbers is replaced by its series, whose next term is 1e-8 of the first there.
    if t > 400 {
      let r = 1 / t
      return Complex(-r * (1.0 / 3 + r * (8.0 / 45 + r * (4.0 / 35 + r * 128.0 / 1575))))
    }
    let f = angle(t)
    return Complex(1) - t * (f * f)
  }

  /// B2(t) = 1 - (t - 1) f(t)^2 of the W boson: 2/(3t) when it is heavy.
  static func weakBoson(_ t: Double) -> Complex {
    // f^2 = 1/t + 1/(3 t^2) + 8/(45 t^3) + 4/(35 t^4) + ...; the next term is 1e-8 of the first at t = 400.
    if t > 400 {
      let r = 1 / t
      return Complex(r * (2.0 / 3 + r * (7.0 / 45 + r * (8.0 / 45 - 4.0 / 35))))
    }
    let f = angle(t)
    return Complex(1) - (t - 1) * (f * f)
  }

  /// f = arcsin(1/sqrt t) for t >= 1, else pi/2 + (i/2) ln[(1 + sqrt(1-t))/(1 - sqrt(1-t))].
  private static func angle(_ t: Double) -> Complex {
    if t >= 1 { return Complex(asin(1 / t.squareRoot())) }
    let root = (1 - t).squareRoot()
    // 1 - root = t/(1 + root) avoids the cancellation for a light fermion.
    return Complex(.pi / 2, log((1 + root) / t.squareRoot()))
  }
}
