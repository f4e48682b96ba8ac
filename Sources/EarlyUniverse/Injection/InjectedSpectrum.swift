import Foundation
import Numerics

/// Photons and electrons (with positrons) that one decay or annihilation injects: lines at the largest energy and continuous spectra below.
///
/// Energies in MeV (electrons with their rest mass), spectra dN/dE in 1/MeV per decay.
public struct InjectedSpectrum: Sendable {
  public typealias Spectrum = @Sendable (Double) -> Double

  /// The energy of the lines, and the end of the spectra.
  public var largestEnergy: Double
  /// Photons of exactly that energy.
  public var photonLine: Double
  /// Electrons and positrons of exactly that energy, counted together.
  public var electronLine: Double
  public var photons: Spectrum
  /// Electrons and positrons together.
  public var electrons: Spectrum

  public init(
    largestEnergy: Double, photonLine: Double = 0, electronLine: Double = 0, photons: @escaping Spectrum = { _ in 0 },
    electrons: @escaping Spectrum = { _ in 0 }
  ) {
    self.largestEnergy = largestEnergy
    self.photonLine = photonLine
    self.electronLine = electronLine
    self.photons = photons
    self.electrons = electrons
  }

  /// Two photons of this energy.
  public static func photonPair(energy: Double) -> InjectedSpectrum { InjectedSpectrum(largestEnergy: energy, photonLine: 2) }

  /// An electron and a positron of this energy each, with the photons that they radiate in the decay.
  public static func electronPair(energy: Double, finalStateRadiation: Bool = true) -> InjectedSpectrum {
    guard finalStateRadiation else { return InjectedSpectrum(largestEnergy: energy, electronLine: 2) }
    return InjectedSpectrum(largestEnergy: energy, electronLine: 2, photons: { photon in radiation(photon, pair: energy) })
  }

  /// dN/dE of the photons radiated by a pair of leptons of energy E_0 each, both together, x = E/E_0 (A. Birkedal et al., hep-ph/0507194, eq. 8):
  ///
  ///     (alpha/pi E_0) (1 + (1 - x)^2)/x ln[4 E_0^2 (1 - x)/m_e^2],   zero where the logarithm is negative
  static func radiation(_ energy: Double, pair lepton: Double) -> Double {
    let x = energy / lepton
    let mass = EarlyUniverseInputs.electronMass
    guard x > 0, x < 1 - mass * mass / (4 * lepton * lepton) else { return 0 }
    return EarlyUniverseInputs.alpha / (Double.pi * lepton) * (1 + (1 - x) * (1 - x)) / x * log(4 * lepton * lepton * (1 - x) / (mass * mass))
  }
}
