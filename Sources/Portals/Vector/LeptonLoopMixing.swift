import Foundation
import Numerics
import Units

/// How loops of charged leptons mix the boson with the photon.
public enum LeptonLoopMixing: String, Sendable, Hashable, CaseIterable {
  /// epsilon(q^2) at q^2 = m^2, for fermions whose own charge is zero or does not outweigh it (``VectorCouplings/negligibleLoop``): each width to its leading order.
  case running
  /// The same, added to the charges of all fermions: the interference with a tree charge, under 1 % of its width, is of the order of other radiative corrections.
  case coherent = "running-coherent"
  /// epsilon(0), for the same fermions.
  case zeroMomentum = "zero-momentum"
  case none

  /// epsilon/g, complex above a threshold 2 m_l, in the convention L = epsilon e X_mu J_em^mu (+ g X_mu J_X^mu).
  ///
  /// epsilon(q^2) = -(e g/(2 pi^2)) sum_l x_l Int_0^1 dx x(1-x) ln(m_l^2 - x(1-x) q^2 - i0), derived in docs/models/vector.md; equal to eq. (7) of arXiv:2006.11225 for
  /// L_i - L_j. Finite when the charges of the leptons add up to zero.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` otherwise.
  static func mixing(_ charges: FermionCharges, squaredMomentum: Double) throws -> Complex {
    let sum = charges.electron + charges.muon + charges.tau
    guard abs(sum) <= 1e-12 else {
      throw ModelError.outsideValidity(
        quantity: "sum of the charged leptons' charges", value: sum, allowed: "0, or loop_mixing=none", reason: "else the loops of leptons diverge")
    }
    let leptons = [
      (charges.electron, PhysicalConstants.electronMass.value), (charges.muon, PhysicalConstants.muonMass.value),
      (charges.tau, PhysicalConstants.tauMass.value),
    ]
    let loops = leptons.reduce(Complex.zero) { $1.0 == 0 ? $0 : $0 + $1.0 * loopLogarithm(mass: $1.1, squaredMomentum: squaredMomentum) }
    return (-NaturalUnits.electricCharge / (2 * .pi * .pi)) * loops
  }

  /// Int_0^1 dx x(1-x) ln[(m^2 - x(1-x) q^2 - i0)/GeV^2] for q^2 >= 0.
  ///
  /// [ln m^2 - 5/3 - z + (1 + z/2) b L]/6, z = 4 m^2/q^2; b L = 2 sqrt(z-1) arctan(1/sqrt(z-1)) below the threshold, b (ln((1+b)^2/z) - i pi), b = sqrt(1-z), above.
  /// Four terms in q^2/m^2 below q^2 = m^2/10, good to 2e-10.
  static func loopLogarithm(mass: Double, squaredMomentum: Double) -> Complex {
    let t = squaredMomentum / (mass * mass)
    let logarithm = 2 * log(mass)
    guard t > 0.1 else { return Complex(logarithm / 6 - t * (1.0 / 30 + t * (1.0 / 280 + t * (1.0 / 1890 + t / 11_088)))) }
    let z = 4 / t
    let cut: Complex
    if z >= 1 {
      let b = (z - 1).squareRoot()
      cut = Complex(2 * b * atan2(1, b))
    } else {
      let b = (1 - z).squareRoot()
      cut = Complex(b * (2 * log(1 + b) - log(z)), -b * .pi)
    }
    return (1.0 / 6) * (Complex(logarithm - 5.0 / 3 - z) + (1 + z / 2) * cut)
  }
}
