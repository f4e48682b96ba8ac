import Foundation
import Units

/// One kind of ion in a plasma: its net charge and number density.
public struct IonSpecies: Sendable, Hashable {
  /// Net charge in units of e; need not be a whole number for an average ion.
  public let charge: Double
  /// Number density in GeV^3.
  public let density: Double

  public init(charge: Double, density: Double) {
    self.charge = charge
    self.density = density
  }
}

/// A non-degenerate plasma in local thermal equilibrium: what every photon rate in it depends on.
///
/// Domain: n_e lambda^3 below about 1 and T << m_e (Sun; horizontal-branch cores to about 10 %). Red giants and white dwarfs need degenerate electrons.
public struct PlasmaState: Sendable, Hashable {
  /// Temperature in GeV.
  public let temperature: Double
  /// Density of free electrons in GeV^3.
  public let electronDensity: Double
  public let ions: [IonSpecies]

  public init(temperature: Double, electronDensity: Double, ions: [IonSpecies]) {
    self.temperature = temperature
    self.electronDensity = electronDensity
    self.ions = ions
  }

  /// Sum over ions of Z^2 n in GeV^3: the weight of free-free absorption.
  public var squaredChargeDensity: Double { ions.reduce(0) { $0 + $1.charge * $1.charge * $1.density } }

  /// kappa^2 in GeV^2: the Debye-Hueckel screening scale (4 pi alpha/T)(n_e + sum Z^2 n), without electron degeneracy.
  public var debyeWavenumberSquared: Double {
    4 * .pi * NaturalUnits.alpha / temperature * (electronDensity + squaredChargeDensity)
  }

  /// y^2 = kappa^2/(2 m_e T): the screening scale over the thermal momentum, squared.
  public var screeningParameter: Double { debyeWavenumberSquared / (2 * NaturalUnits.electronMass * temperature) }

  /// kappa_e^2/kappa^2: the electrons' share of the screening.
  public var electronScreeningShare: Double { electronDensity / (electronDensity + squaredChargeDensity) }

  /// n_e over twice the quantum concentration (m_e T/2 pi)^{3/2}: the fugacity e^{mu/T} of non-degenerate electrons.
  public var electronFugacity: Double {
    electronDensity / (2 * pow(NaturalUnits.electronMass * temperature / (2 * .pi), 1.5))
  }

  /// Real part of the photon self-energy, first order in T/m_e.
  public var polarization: PhotonPolarization { .nonDegenerate(electronDensity: electronDensity, temperature: temperature) }
}

extension PhotonPolarization {
  /// The non-degenerate gas to first order in T/m_e: omega_p^2 = (4 pi alpha n_e/m_e)(1 - 5T/2m_e), v*^2 = 5T/m_e, from the moments <1/E (1 - v^2/3)> and
  /// <v^2> of Braaten & Segel (hep-ph/9302213) over a Maxwell distribution. Density in GeV^3, temperature in GeV; relative error about 10 (T/m_e)^2.
  public static func nonDegenerate(electronDensity: Double, temperature: Double) -> PhotonPolarization {
    let reduced = temperature / NaturalUnits.electronMass
    let classical = PhotonPolarization.classical(electronDensity: electronDensity)
    return PhotonPolarization(
      plasmaFrequency: classical.plasmaFrequency * max(0, 1 - 2.5 * reduced).squareRoot(), electronVelocity: min(1, (5 * reduced).squareRoot()))
  }
}
