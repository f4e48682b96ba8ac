import Units

/// Decay of a plasmon into a pair of millicharged particles, in the frame of the medium.
///
/// A plasmon of four-momentum K is a photon of mass^2 K^2 = omega^2 - k^2 for the pair: Gamma = Z Q^2 alpha (K^2 + 2m^2)/(3 omega) sqrt(1 - 4m^2/K^2) for a fermion,
/// Z Q^2 alpha K^2/(12 omega) (1 - 4m^2/K^2)^(3/2) for a complex scalar; per polarisation, transverse or longitudinal alike.
/// Nothing is assumed about the medium: K^2 and Z come from its dispersion relation (hep-ph/9208046 for a plasma of electrons).
public struct PlasmonDecay: Sendable, Hashable {
  /// Charge in units of e.
  public let charge: Double
  /// Mass in GeV.
  public let mass: Double
  public let nature: MillichargedPortal.Nature

  public init(charge: Double, mass: Double, nature: MillichargedPortal.Nature = .fermion) {
    self.charge = charge
    self.mass = mass
    self.nature = nature
  }

  /// Rate in GeV; zero for K^2 at or below 4m^2 and for space-like plasmons.
  ///
  /// - Parameters:
  ///   - squaredMomentum: K^2 = omega^2 - k^2 in GeV^2.
  ///   - energy: omega in GeV, above zero.
  ///   - renormalisation: the residue Z of the propagator 1/(K^2 - Pi) for a polarisation vector with e^2 = -1. For longitudinal plasmons in the Coulomb gauge, where
  ///     the residue multiplies the charge density, Z = Z_L(Coulomb) omega^2/K^2 (hep-ph/9208046).
  public func width(squaredMomentum: Double, energy: Double, renormalisation: Double = 1) -> Double {
    guard squaredMomentum > 0, energy > 0 else { return 0 }
    let virtual = squaredMomentum.squareRoot()
    let current = DarkCurrent(nature: nature.darkMatter, alphaD: charge * charge * PhysicalConstants.fineStructure.value, mass: mass)
    return renormalisation * current.width(vectorMass: virtual) * virtual / energy
  }
}
