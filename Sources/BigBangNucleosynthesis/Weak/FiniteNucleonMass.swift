import Units

/// Recoil, weak magnetism and thermal motion of nucleons to first order in 1/m_N: the Fokker-Planck expansion of Pitrou et al., arXiv:1801.08023, eqs. 113-115 and appendix B.
///
/// Moves Yp by +0.0012. Terms of second order are below 1e-5 of the rate.
struct FiniteNucleonMass {
  /// +1 for n -> p, -1 for p -> n.
  private let sign: Double
  private let inverseMass: Double
  private let f1: Double
  private let f2: Double
  private let f3: Double
  private let massRatioTerm: Double

  init(neutronToProton: Bool) {
    sign = neutronToProton ? 1 : -1
    let gA = sign * WeakInputs.axialCoupling.value
    let normalisation = 1 + 3 * gA * gA
    f1 = ((1 + gA) * (1 + gA) + 2 * WeakInputs.weakMagnetism.value * gA) / normalisation
    f2 = ((1 - gA) * (1 - gA) - 2 * WeakInputs.weakMagnetism.value * gA) / normalisation
    f3 = (gA * gA - 1) / normalisation
    let (neutron, proton) = (PhysicalConstants.neutronMass.value, PhysicalConstants.protonMass.value)
    // The mass of the daughter nucleon in electron masses.
    inverseMass = PhysicalConstants.electronMass.value / (neutronToProton ? proton : neutron)
    massRatioTerm = 1 - (neutronToProton ? neutron / proton : proton / neutron)
  }

  /// The correction to E_nu^2 f(E_nu), before the electron's occupation: chi_FM of App. B.3.
  ///
  /// - Parameters:
  ///   - electron: energy of the electron, negative for the positron side.
  ///   - neutrino: E_nu = E - q (n -> p) or E + q (p -> n).
  ///   - temperature: T_gamma/m_e.
  @inline(__always)
  func correction(electron: Double, momentumSquared: Double, neutrino e: Double, occupation: NeutrinoOccupation, temperature: Double) -> Double {
    let (g, g1, g2) = (occupation.value, occupation.first, occupation.second)
    let e2 = e * e
    let (d2, d3, d4) = (2 * e * g + e2 * g1, 3 * e2 * g + e * e2 * g1, e2 * (4 * e * g + e2 * g1))
    let (dd2, dd3, dd4) = (2 * g + 4 * e * g1 + e2 * g2, 6 * e * g + 6 * e2 * g1 + e * e2 * g2, e2 * (12 * g + 8 * e * g1 + e2 * g2))
    let sum = f1 + f2 + f3
    let velocityTerm = momentumSquared / electron
    let recoil = f1 * e2 * g * velocityTerm - f2 * e * e2 * g + 0.5 * sum * (d4 + d2 * momentumSquared) + f3 / 3 * d3 * velocityTerm
    let thermal = 0.5 * sum * (dd4 + dd2 * momentumSquared) - (f1 + f2) * (d3 - d2 * velocityTerm) - 3 * f3 * e2 * g + f3 / 3 * dd3 * velocityTerm
    return inverseMass * (recoil + temperature * thermal) - 1.5 * sum * temperature * massRatioTerm * d2
  }

  /// The same in vacuum for neutron decay, with neutrino energy e = E - q < 0: the limit of zero temperature.
  func decayCorrection(electron: Double, momentumSquared: Double, neutrino e: Double) -> Double {
    let velocityTerm = momentumSquared / electron
    let e2 = e * e
    return inverseMass
      * (f1 * e2 * velocityTerm - f2 * e * e2 + 0.5 * (f1 + f2 + f3) * (4 * e * e2 + 2 * e * momentumSquared) + f3 * e2 * velocityTerm)
  }
}
