import Foundation
import Numerics
import Units

/// R of quark pairs in perturbative QCD at mu = sqrt(s), to fourth order (PDG 2024, QCD review, eqs. (9.7)-(9.9); arXiv:0801.1821):
/// R = 3 sum x_q^2 [1 + a + (1.9857 - 0.1152 n) a^2 + (-6.63694 - 1.20013 n - 0.00518 n^2 - 1.240 eta) a^3
/// + (-156.61 + 18.775 n - 0.7974 n^2 + 0.0215 n^3 - (17.828 - 0.575 n) eta) a^4], a = alpha_s/pi, eta = (sum x)^2/(3 sum x^2).
///
/// Charm opens with the pairs D Dbar, D D*bar, D* D*bar in the spin weights 1 : 4 : 7 (De Rujula, Georgi, Glashow, PRL 37 (1976) 398), each with the factor
/// beta (3 - beta^2)/2 of a quark pair at that threshold. Between 3.7 and 5 GeV the interference of the psi resonances with this continuum is dropped.
struct PerturbativeRatio: Sendable {
  private let coupling: StrongCoupling
  private let charmThresholds: [(mass: Double, weight: Double)]

  init() throws {
    coupling = try StrongCoupling.shared()
    let (d, dStar) = (HeavyQuarkInputs.dZero.value, HeavyQuarkInputs.dStarZero.value)
    charmThresholds = [(2 * d, 1.0 / 12), (d + dStar, 4.0 / 12), (2 * dStar, 7.0 / 12)]
  }

  /// R at s in GeV^2, for sqrt(s) from 1.5 GeV to the open-bottom threshold.
  func callAsFunction(_ s: Double, _ charges: FermionCharges) -> Double {
    let a = coupling.overPi(s.squareRoot())
    let light = [charges.up, charges.down, charges.strange]
    let closed = Self.series(a, charges: light)
    let open = charmOpening(s)
    guard open > 0 else { return closed }
    return (1 - open) * closed + open * Self.series(a, charges: light + [charges.charm])
  }

  /// The share of a massless charm quark that has opened, 0 to 1.
  private func charmOpening(_ s: Double) -> Double {
    charmThresholds.reduce(0) { sum, threshold in
      let squared = max(0, 1 - threshold.mass * threshold.mass / s)
      return sum + threshold.weight * squared.squareRoot() * (3 - squared) / 2
    }
  }

  private static func series(_ a: Double, charges: [Double]) -> Double {
    let squares = charges.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return 0 }
    let sum = charges.reduce(0, +)
    let eta = sum * sum / (3 * squares)
    let n = Double(charges.count)
    let second = 1.9857 - 0.1152 * n
    let third = -6.63694 - 1.20013 * n - 0.00518 * n * n - 1.240 * eta
    let fourth = -156.61 + 18.775 * n - 0.7974 * n * n + 0.0215 * n * n * n - (17.828 - 0.575 * n) * eta
    return 3 * squares * (1 + a * (1 + a * (second + a * (third + a * fourth))))
  }
}
