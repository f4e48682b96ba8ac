/// How strongly a vector boson couples to the three light vector mesons, each relative to the photon.
///
/// Q = diag(x_u, x_d, x_s): rho r = x_u - x_d, omega w = 3 (x_u + x_d), phi p = -3 x_s, all 1 for the electric charge (U(3) symmetry, arXiv:1801.04847).
struct LightFlavourFactors: Sendable, Hashable {
  let rho: Double
  let omega: Double
  let phi: Double

  init(_ charges: FermionCharges) {
    rho = charges.up - charges.down
    omega = 3 * (charges.up + charges.down)
    phi = -3 * charges.strange
  }
}

/// One exclusive hadronic final state: R(s) = Gamma 12 pi/(g^2 m) as a function of the squared mass s in GeV^2.
struct HadronicChannel: Sendable {
  let finalState: String
  /// Sum of the masses of the final state in GeV; R is exactly zero at and below it.
  let threshold: Double
  let ratio: @Sendable (_ s: Double, _ factors: LightFlavourFactors) -> Double
}
