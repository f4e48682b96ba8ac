import Foundation
import Units

/// From omega_b = Omega_b h^2 to the number of baryons.
public enum BaryonDensity {
  public static let temperatureToday = Input(
    "temperature of the microwave background", 2.7255, unit: "K", uncertainty: 0.0006, source: "Fixsen, arXiv:0911.1955", status: .published)
  public static let megaparsec = Input("megaparsec", 3.085_677_581_491e24, unit: "cm", source: "IAU 2015 Resolution B2", status: .published)
  public static let heliumFraction = Input(
    "helium mass fraction in the mean mass of a baryon", 0.247, source: "convention of PRIMAT, arXiv:1801.08023; 0.001 of it moves n_b by 7e-6",
    status: .derived)
  public static let omegaB = Input(
    "Omega_b h^2", 0.02237, uncertainty: 0.00015, source: "Planck 2018, arXiv:1807.06209, table 2, TT,TE,EE+lowE+lensing", status: .published)

  public static let inputs: [Input] = [temperatureToday, megaparsec, heliumFraction, omegaB]

  /// Mean mass of a baryon today in g: of neutral hydrogen and helium, binding energy included.
  static var meanMass: Double {
    let u = PhysicalConstants.atomicMass.value * 1e3
    let (hydrogen, helium) = (u + Nuclide.proton.massExcess.value, u + Nuclide.helium4.massExcess.value / 4)
    let y = heliumFraction.value
    return ((1 - y) * hydrogen + y * helium) * 1e-3 / NaturalUnits.gram
  }

  /// Baryons today in mol/cm^3: n_b = omega_b rho_crit/h^2 / mean mass, rho_crit/h^2 = 3 (100 km/s/Mpc)^2/(8 pi G).
  static func molePerCubicCentimetre(omegaB: Double) -> Double {
    let hubble = 1e7 / megaparsec.value
    let critical = 3 * hubble * hubble / (8 * Double.pi * PhysicalConstants.newton.value)
    return omegaB * critical / meanMass / PhysicalConstants.avogadro.value
  }

  /// Baryons per photon today.
  public static func perPhoton(omegaB: Double) -> Double {
    let zeta3 = 1.202_056_903_159_594
    let temperature = temperatureToday.value * NaturalUnits.kelvin
    let photons = 2 * zeta3 / (Double.pi * Double.pi) * temperature * temperature * temperature / NaturalUnits.perCubicCentimetre
    return molePerCubicCentimetre(omegaB: omegaB) * PhysicalConstants.avogadro.value / photons
  }
}
