import Foundation
import Plasma
import Units

/// The matter at one radius. Nucleons are counted as free and non-degenerate with their vacuum mass, electrons as an ultra-relativistic Fermi gas.
public struct StellarLayer: Sendable {
  public let radiusKilometres: Double
  public let densityGramPerCubicCentimetre: Double
  /// Temperature in GeV.
  public let temperature: Double
  /// Electrons (and protons) for each baryon.
  public let electronFraction: Double
  /// Proton and neutron number densities in GeV^3.
  public let protonDensity, neutronDensity: Double
  /// Electron chemical potential in GeV, from n_e = (mu^3 + pi^2 T^2 mu)/(3 pi^2); relative error (m_e/mu)^2.
  public let electronChemicalPotential: Double
  /// The electrons' response: omega_p and v*.
  public let electrons: PhotonPolarization
  /// Squared plasma frequency of the protons in GeV^2, 4 pi alpha n_p/m_p (classical, free).
  public let squaredProtonPlasmaFrequency: Double

  init(radiusKilometres: Double, densityGramPerCubicCentimetre density: Double, temperature: Double, electronFraction: Double) {
    self.radiusKilometres = radiusKilometres
    densityGramPerCubicCentimetre = density
    self.temperature = temperature
    self.electronFraction = electronFraction
    let baryons = density * NaturalUnits.gramPerCubicCentimetre / PhysicalConstants.atomicMass.value
    protonDensity = electronFraction * baryons
    neutronDensity = (1 - electronFraction) * baryons
    electronChemicalPotential = Self.chemicalPotential(electronDensity: protonDensity, temperature: temperature)
    electrons = .relativistic(chemicalPotential: electronChemicalPotential, temperature: temperature)
    squaredProtonPlasmaFrequency = 4 * .pi * NaturalUnits.alpha * protonDensity / PhysicalConstants.protonMass.value
  }

  /// Plasma frequency of the electrons in GeV.
  public var plasmaFrequency: Double { electrons.plasmaFrequency }

  /// The real root of mu^3 + pi^2 T^2 mu = 3 pi^2 n_e, written without cancellation.
  static func chemicalPotential(electronDensity: Double, temperature: Double) -> Double {
    let third = Double.pi * Double.pi * temperature * temperature / 3
    let half = 1.5 * Double.pi * Double.pi * electronDensity
    let root = cbrt(half + (half * half + third * third * third).squareRoot())
    // root - third/root = 2 half/(root^2 + third + third^2/root^2), by a^3 - b^3 = (a - b)(a^2 + ab + b^2) with a b = third.
    let other = third / root
    return 2 * half / (root * root + third + other * other)
  }
}
