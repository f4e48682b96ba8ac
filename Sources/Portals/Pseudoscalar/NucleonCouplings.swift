import Units

/// Couplings of a pseudoscalar to nucleons at low momentum: L = (C_N/2)(d_mu a/f) Nbar gamma^mu gamma5 N, equal on shell to -i g_N a Nbar gamma5 N with g_N = C_N m_N/f.
public struct NucleonCouplings: Sendable, Hashable {
  /// C_p and C_n, dimensionless.
  public let proton, neutron: Double
  /// g_p = C_p m_p/f and g_n = C_n m_n/f, dimensionless.
  public let protonYukawa, neutronYukawa: Double

  init(proton: Double, neutron: Double, inverseScale: Double) {
    self.proton = proton
    self.neutron = neutron
    protonYukawa = proton * PhysicalConstants.protonMass.value * inverseScale
    neutronYukawa = neutron * PhysicalConstants.neutronMass.value * inverseScale
  }
}

extension PseudoscalarPortal {
  /// C_p and C_n for a particle much lighter than the pion, with the couplings of this portal at the axis value `coupling`.
  ///
  /// Couplings given at low scale: C_p = sum_q Delta q (c_q - 2 c_g kappa_q), kappa_q = (1/m_q)/sum(1/m_q); C_n with Delta u and Delta d exchanged (arXiv:1511.02867).
  /// The QCD axion with couplings given at f_a: the printed coefficients of eqs. 51, 52 there, which contain the running. For BC10 the low-scale sum is
  /// 2 (Delta u + Delta d + Delta s) = 0.99 for both nucleons; charm, bottom and top enter through running alone.
  ///
  /// For a mass near or above the pion's, C_N acquires the pole terms of the mixing; below 30 MeV they change it by less than 5 %.
  public func nucleonCouplings(coupling: Double) -> NucleonCouplings {
    let inverseScale = coupling * inverseScalePerAxis
    let c = couplings
    if axion != nil {
      let values = PseudoscalarInputs.highScaleNucleon.map(\.value)
      let heavy = values[4] * c.strange + values[5] * c.charm + values[6] * c.bottom + values[7] * c.top
      let gluons = 2 * c.gluon
      return NucleonCouplings(
        proton: values[0] * gluons + values[2] * c.up + values[3] * c.down + heavy,
        neutron: values[1] * gluons + values[2] * c.down + values[3] * c.up + heavy, inverseScale: inverseScale)
    }
    let z = PseudoscalarInputs.upOverDown.value
    let weights = [1, z, z / PseudoscalarInputs.strangeOverDown.value]
    let total = weights.reduce(0, +)
    let effective = zip(c.lightQuarks, weights).map { $0 - 2 * c.gluon * $1 / total }
    let (deltaUp, deltaDown, deltaStrange) = (
      PseudoscalarInputs.deltaUp.value, PseudoscalarInputs.deltaDown.value, PseudoscalarInputs.deltaStrange.value
    )
    return NucleonCouplings(
      proton: deltaUp * effective[0] + deltaDown * effective[1] + deltaStrange * effective[2],
      neutron: deltaDown * effective[0] + deltaUp * effective[1] + deltaStrange * effective[2], inverseScale: inverseScale)
  }
}
