import Foundation
import Numerics

/// One-loop amplitudes of a scalar of mass m to two photons or gluons through a particle of mass M, tau = m^2/(4 M^2) (Djouadi, hep-ph/0503172, section 2.3).
enum ScalarLoop {
  /// A_1/2 = 2 [tau + (tau - 1) f]/tau^2, 4/3 for a heavy fermion.
  static func fermion(_ tau: Double) -> Complex {
    if tau < 1e-3 { return Complex(4.0 / 3 * (1 + tau * (7.0 / 30 + 2 * tau / 21))) }
    return 2 / (tau * tau) * (Complex(tau) + (tau - 1) * f(tau))
  }

  /// A_1 = -[2 tau^2 + 3 tau + 3 (2 tau - 1) f]/tau^2, -7 for a heavy vector boson.
  static func vector(_ tau: Double) -> Complex {
    if tau < 1e-3 { return Complex(-7 - 22 * tau / 15 - 76 * tau * tau / 105) }
    return -1 / (tau * tau) * (Complex(2 * tau * tau + 3 * tau) + (3 * (2 * tau - 1)) * f(tau))
  }

  /// A_0 = -[tau - f]/tau^2, 1/3 for a heavy charged spin-0 particle.
  static func spinless(_ tau: Double) -> Complex {
    if tau < 1e-3 { return Complex(1.0 / 3 + tau * (8.0 / 45 + 4 * tau / 35)) }
    return -1 / (tau * tau) * (Complex(tau) - f(tau))
  }

  /// arcsin^2 sqrt(tau) below the pair threshold, -1/4 [ln((1 + r)/(1 - r)) - i pi]^2 above, r = sqrt(1 - 1/tau).
  private static func f(_ tau: Double) -> Complex {
    if tau <= 1 {
      let angle = asin(tau.squareRoot())
      return Complex(angle * angle)
    }
    // (1 + r)/(1 - r) = (1 + r)^2 tau, without loss of digits at large tau.
    let r = (1 - 1 / tau).squareRoot()
    let logarithm = Complex(2 * log((1 + r) * tau.squareRoot()), -.pi)
    return -0.25 * (logarithm * logarithm)
  }
}
