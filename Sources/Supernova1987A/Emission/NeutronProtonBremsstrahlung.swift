import Foundation
import Numerics
import Units

/// Soft dipole radiation of neutron–proton collisions, n p -> n p A', per mode of a transverse photon without mixing.
///
/// Gamma_prod = (32 alpha/3 pi)(n_n n_p/omega^3)(pi T/m_N)^(3/2) <sigma_np^(2)>(T) e^(-omega/T) (arXiv:1611.03864), Gamma_abs = e^(omega/T) Gamma_prod;
/// longitudinal modes carry m^2/omega^2. Nucleons are non-degenerate with their vacuum mass; leading order in omega/E_cm.
struct NeutronProtonBremsstrahlung: Sendable {
  /// omega^3 Gamma_abs for omega << T, in GeV^4.
  let softStrength: Double

  init(_ layer: StellarLayer, scattering: NeutronProtonScattering) {
    let meanMass = 0.5 * (PhysicalConstants.protonMass.value + PhysicalConstants.neutronMass.value)
    softStrength =
      32 * NaturalUnits.alpha / (3 * .pi) * layer.neutronDensity * layer.protonDensity * pow(.pi * layer.temperature / meanMass, 1.5)
      * scattering.thermalMoment(temperature: layer.temperature)
  }

  /// Absorption rate in GeV.
  func absorption(energy: Double, temperature: Double, soft: SoftFactor) -> Double {
    softStrength / (energy * energy * energy) * soft.absorption(energy / temperature)
  }
}
