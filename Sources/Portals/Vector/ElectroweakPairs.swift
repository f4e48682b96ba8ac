import Units

/// Decays of a kinetically mixed boson into W+ W- and Z h, tree level, first order in epsilon, in GeV.
///
/// The boson turns into B = cos A - sin Z; with q^2 = m^2 on the propagators of photon and Z its coupling to W+ W- is epsilon e (1 - cos^2 k), k of
/// ``VectorCouplings/zAdmixture(mass:)``, which is epsilon e m_Z^2/(m_Z^2 - m^2) away from the Z; to Z h it is epsilon sin cos |k| 2 m_Z^2/v. Far above the Z both widths are
/// that of a charged doublet, epsilon^2 e^2 m/(192 pi cos^4).
struct ElectroweakPairs {
  let wPair: Double
  let zHiggs: Double

  /// - Parameters:
  ///   - mass: in GeV.
  ///   - gaugeCoupling: epsilon e.
  init(mass: Double, gaugeCoupling: Double) {
    let (w, z, higgs) = (ElectroweakInputs.wMass.value, ElectroweakInputs.zMass.value, ElectroweakInputs.higgsMass.value)
    guard gaugeCoupling != 0, mass > 2 * w else {
      (wPair, zHiggs) = (0, 0)
      return
    }
    let s2 = ElectroweakInputs.weakMixing.value
    let admixture = VectorCouplings.zAdmixture(mass: mass)
    // g^2 m (m/m_W)^4/(192 pi) (1 - 4x)^(3/2) (1 + 20x + 12x^2), x = m_W^2/m^2.
    let x = w * w / (mass * mass)
    let velocity = (1 - 4 * x).squareRoot()
    let wCoupling =
      gaugeCoupling * gaugeCoupling * (1 - (1 - s2) * admixture.real) * (1 - (1 - s2) * admixture.real)
      + gaugeCoupling * gaugeCoupling * (1 - s2) * (1 - s2) * admixture.imaginary * admixture.imaginary
    wPair = wCoupling * mass / (192 * .pi * x * x) * velocity * velocity * velocity * (1 + 20 * x + 12 * x * x)
    // C^2 p/(24 pi m^2) (2 + E_Z^2/m_Z^2).
    let momentum = twoBodyMomentum(mass * mass, z, higgs)
    let energySquared = momentum * momentum + z * z
    let mixing = gaugeCoupling / NaturalUnits.electricCharge
    let vertex = mixing * mixing * s2 * (1 - s2) * admixture.squaredMagnitude * 4 * z * z * z * z
    zHiggs = vertex / (ElectroweakInputs.higgsVacuum * ElectroweakInputs.higgsVacuum) * momentum / (24 * .pi * mass * mass) * (2 + energySquared / (z * z))
  }
}
