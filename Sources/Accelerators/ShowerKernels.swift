import Foundation
import Numerics

/// Bremsstrahlung and pair production in complete screening ("approximation A"), in units of the radiation length.
///
/// Source: B. Rossi, High-Energy Particles (1952), approximation A. With v the photon's share of the electron's energy and u a lepton's share of the photon's energy,
/// per radiation length: phi(v) = a/v - a + v and psi(u) = u^2 + (1-u)^2 + c u (1-u), with a = 4/3 + 2b and c = 2/3 - 2b.
package enum ShowerKernels {
  private static let b = ShowerInputs.screeningConstant.value
  private static let a = 4.0 / 3 + 2 * b
  private static let c = 2.0 / 3 - 2 * b

  /// Pair productions per radiation length: 7/9 - b/3.
  package static let pairRate = 7.0 / 9 - b / 3

  /// Photons per radiation length and per unit of ln(photon energy) that an electron of e^u times their energy radiates: v phi(v) at v = e^-u.
  package static func radiation(_ u: Double) -> Double {
    let v = exp(-u)
    return a - a * v + v * v
  }

  /// Electrons per radiation length and per unit of ln(electron energy), of one charge, that a photon of e^u times their energy makes: x psi(x) at x = e^-u.
  package static func pairs(_ u: Double) -> Double {
    let x = exp(-u)
    return x * (x * x + (1 - x) * (1 - x) + c * x * (1 - x))
  }

  /// Integral from 0 to u of Phi(u') du', where Phi(u) is the rate per radiation length at which an electron loses more than the share 1 - e^-u in one emission.
  ///
  /// Phi(u) = -a ln v - a (1 - v) + (1 - v^2)/2 with v = 1 - e^-u: only its logarithmic singularity at u = 0 is left of the soft photons, and its integral is finite,
  /// so that no photon energy has to be cut away.
  package static func integratedLossRate(_ u: Double) -> Double {
    guard u > 0 else { return 0 }
    let w = exp(-u)
    return a * integratedLogarithm(u) + (1 - a) * -expm1(-u) - (1 - w * w) / 4
  }

  /// Integral from 0 to u of -ln(1 - e^-t) dt = Li2(1) - Li2(e^-u), to 1e-9.
  private static func integratedLogarithm(_ u: Double) -> Double {
    if u < 1 {
      let u2 = u * u
      return u - u * log(u) + u2 / 4 - u * u2 / 72 + u * u2 * u2 / 14_400 - u * u2 * u2 * u2 / 1_270_080 + u * u2 * u2 * u2 * u2 / 87_091_200
    }
    let w = exp(-u)
    var power = 1.0
    var sum = 0.0
    for k in 1...30 {
      power *= w
      sum += power / Double(k * k)
    }
    return .pi * .pi / 6 - sum
  }
}
