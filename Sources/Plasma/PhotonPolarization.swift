import Foundation
import Units

/// Real part of the photon self-energy in an isotropic electron gas, to O(alpha) at any degeneracy: Braaten & Segel, Phys. Rev. D 48, 1478 (hep-ph/9302213).
///
/// Two numbers describe the gas: the plasma frequency omega_p and the typical electron velocity v* = omega_1/omega_p. The on-shell error of the
/// interpolation is below 1e-5 (transverse) and 3e-4 (longitudinal) for stellar plasmas; what remains is of relative order alpha.
public struct PhotonPolarization: Sendable, Hashable {
  /// omega_p in GeV.
  public let plasmaFrequency: Double
  /// v*, from 0 (classical) to 1 (ultra-relativistic).
  public let electronVelocity: Double

  public init(plasmaFrequency: Double, electronVelocity: Double) {
    self.plasmaFrequency = plasmaFrequency
    self.electronVelocity = electronVelocity
  }

  /// The classical limit v* -> 0: omega_p^2 = 4 pi alpha n_e/m_e, density in GeV^3. Relative error of omega_p^2 about (5/2) T/m_e.
  public static func classical(electronDensity: Double) -> PhotonPolarization {
    let squared = 4 * Double.pi * NaturalUnits.alpha * electronDensity / NaturalUnits.electronMass
    return PhotonPolarization(plasmaFrequency: squared.squareRoot(), electronVelocity: 0)
  }

  /// The ultra-relativistic limit v* = 1: omega_p^2 = (4 alpha/3 pi)(mu^2 + pi^2 T^2/3), chemical potential and temperature in GeV. Relative error about (m_e/mu)^2.
  public static func ultrarelativistic(chemicalPotential mu: Double, temperature: Double) -> PhotonPolarization {
    let squared = 4 * NaturalUnits.alpha / (3 * Double.pi) * (mu * mu + Double.pi * Double.pi * temperature * temperature / 3)
    return PhotonPolarization(plasmaFrequency: squared.squareRoot(), electronVelocity: 1)
  }

  /// Re Pi_T in GeV^2 at energy omega and momentum k (GeV), for omega > v* k.
  public func transverse(energy omega: Double, momentum k: Double) -> Double {
    let y2 = squaredRatio(omega, k)
    return 1.5 * plasmaFrequency * plasmaFrequency * (y2 < 1e-3 ? 2 * (1.0 / 3 + y2 / 15 + y2 * y2 / 35) : (1 - (1 - y2) * inverseTanhOver(y2)) / y2)
  }

  /// Re Pi_L in GeV^2 in the covariant normalisation, where the longitudinal pole is at K^2 = Pi_L and Pi_L -> omega_p^2 K^2/omega^2 as k -> 0;
  /// for omega > v* k and carries the factor K^2/k^2 relative to the Coulomb-gauge form.
  public func longitudinal(energy omega: Double, momentum k: Double) -> Double {
    let y2 = squaredRatio(omega, k)
    let bracket = y2 < 1e-3 ? 1.0 / 3 + y2 / 5 + y2 * y2 / 7 : (inverseTanhOver(y2) - 1) / y2
    return 3 * plasmaFrequency * plasmaFrequency * (1 - k * k / (omega * omega)) * bracket
  }

  /// y^2 = (v* k/omega)^2.
  private func squaredRatio(_ omega: Double, _ k: Double) -> Double {
    let y = electronVelocity * k / omega
    return y * y
  }

  /// artanh(y)/y.
  private func inverseTanhOver(_ y2: Double) -> Double {
    let y = y2.squareRoot()
    return atanh(y) / y
  }
}
