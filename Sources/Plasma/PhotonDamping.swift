import Foundation
import Units

/// Damping rates of transverse photons in a non-degenerate plasma: how fast a mode returns to equilibrium, Gamma = Gamma_abs - Gamma_prod.
///
/// In the convention of this house Im Pi_T = -omega Gamma, and detailed balance gives the emission per mode Gamma/(e^{omega/T} - 1). Every process here is an electric
/// dipole transition, so that a longitudinal mode of the same energy is damped at (K^2/omega^2) Gamma with K^2 = omega^2 - k^2, and a massive vector sees the
/// same Gamma(omega) whatever its momentum; corrections are of relative order omega/m_e and T/m_e (4 % at 20 keV).
public enum PhotonDamping {
  /// Free-free damping in GeV of one ion species with Gaunt factor `gauntFactor`: Kramers' inverse bremsstrahlung with stimulated emission subtracted,
  /// (16 pi^2 alpha^3/3 m_e^2 omega^3) sqrt(2 pi m_e/3T) n_e Z^2 n g (1 - e^{-omega/T}).
  public static func freeFree(energy omega: Double, in plasma: PlasmaState, squaredChargeDensity: Double, gauntFactor: Double) -> Double {
    let me = NaturalUnits.electronMass
    let alpha3 = NaturalUnits.alpha * NaturalUnits.alpha * NaturalUnits.alpha
    let kramers = 16 * Double.pi * Double.pi * alpha3 / (3 * me * me * omega * omega * omega) * (2 * .pi * me / (3 * plasma.temperature)).squareRoot()
    return kramers * plasma.electronDensity * squaredChargeDensity * gauntFactor * -expm1(-omega / plasma.temperature)
  }

  /// Free-free damping in GeV of all ions, each with its own thermal Gaunt factor.
  public static func freeFree(energy omega: Double, in plasma: PlasmaState) -> Double {
    return plasma.ions.reduce(0) { sum, ion in
      let g = gauntFactor(reducedEnergy: omega / plasma.temperature, charge: ion.charge, in: plasma)
      return sum + freeFree(energy: omega, in: plasma, squaredChargeDensity: ion.charge * ion.charge * ion.density, gauntFactor: g)
    }
  }

  /// Thermal free-free Gaunt factor of ions of charge `charge` in `plasma`, screened.
  public static func gauntFactor(reducedEnergy u: Double, charge: Double, in plasma: PlasmaState) -> Double {
    FreeFreeGauntFactor.thermal(
      reducedEnergy: u, coulombParameter: charge * charge * NaturalUnits.rydberg / plasma.temperature, screening: plasma.screeningParameter,
      electronShare: plasma.electronScreeningShare)
  }

  /// Damping in GeV by Thomson scattering off free electrons: (8 pi alpha^2/3 m_e^2) n_e. Gain and loss by scattering differ by the full rate, without a factor
  /// 1 - e^{-omega/T}. The Klein-Nishina decrease, 2 omega/m_e, is left out: 4 % at 10 keV.
  public static func thomson(electronDensity: Double) -> Double {
    let ratio = NaturalUnits.alpha / NaturalUnits.electronMass
    return 8 * .pi / 3 * ratio * ratio * electronDensity
  }
}

extension NaturalUnits {
  /// Ionisation energy of infinitely heavy hydrogen, alpha^2 m_e/2, in GeV.
  public static let rydberg = 0.5 * alpha * alpha * electronMass
  /// Bohr radius 1/(alpha m_e) in 1/GeV.
  public static let bohrRadius = 1 / (alpha * electronMass)
}
