import Foundation

/// How strongly a vector boson couples to the three light vector mesons, each relative to the photon.
///
/// Q = diag(x_u, x_d, x_s): rho r = x_u - x_d, omega w = 3 (x_u + x_d), phi p = -3 x_s, all 1 for the electric charge (U(3) symmetry, arXiv:1801.04847).
struct LightFlavourFactors: Sendable, Hashable {
  let rho: Double
  let omega: Double
  let phi: Double

  /// - Parameter mixing: angle in radians by which omega and phi depart from pure light and pure strange quarks.
  init(_ charges: FermionCharges, mixing: Double = 0) {
    rho = charges.up - charges.down
    if mixing == 0 {
      omega = 3 * (charges.up + charges.down)
      phi = -3 * charges.strange
    } else {
      let light = (charges.up + charges.down) / 2.0.squareRoot()
      let photon = 1 / (3 * 2.0.squareRoot())
      omega = (cos(mixing) * light - sin(mixing) * charges.strange) / (cos(mixing) * photon + sin(mixing) / 3)
      phi = (cos(mixing) * charges.strange + sin(mixing) * light) / (sin(mixing) * photon - cos(mixing) / 3)
    }
  }
}

/// One exclusive hadronic final state: R(s) = Gamma 12 pi/(g^2 m) as a function of the squared mass s in GeV^2.
struct HadronicChannel: Sendable {
  let finalState: String
  /// Sum of the masses of the final state in GeV; R is exactly zero at and below it.
  let threshold: Double
  let ratio: @Sendable (_ s: Double, _ factors: LightFlavourFactors) -> Double
}
