import Foundation
import Numerics

/// Temperatures, time and expansion of the Universe from about 20 MeV to below 1 keV: what nucleosynthesis and everything after it is computed on.
///
/// Energies in MeV, times in seconds. The scale factor is one today, when the photons have the temperature of the microwave background; so a * T_gamma is constant only
/// after the last injection of entropy, and the number of baryons per comoving volume is fixed by today's density at all times.
public struct ThermalHistory: Sendable {
  /// The Universe at one time.
  public struct Epoch: Sendable, Hashable {
    /// Seconds since the extrapolated big bang.
    public var time: Double
    /// One today.
    public var scaleFactor: Double
    /// Photon temperature in MeV.
    public var photonTemperature: Double
    /// Temperature of the electron neutrinos in MeV; where a new particle has changed their number, that of an equilibrium spectrum that converts nucleons as fast.
    public var electronNeutrinoTemperature: Double
    /// Temperature of the muon and tau neutrinos in MeV.
    public var muonNeutrinoTemperature: Double
    /// Expansion rate in 1/s.
    public var hubbleRate: Double
    /// Energy density of everything in MeV^4.
    public var energyDensity: Double
    /// Pressure of everything in MeV^4.
    public var pressure: Double

    public init(
      time: Double, scaleFactor: Double, photonTemperature: Double, electronNeutrinoTemperature: Double, muonNeutrinoTemperature: Double, hubbleRate: Double,
      energyDensity: Double, pressure: Double = 0
    ) {
      self.time = time
      self.scaleFactor = scaleFactor
      self.photonTemperature = photonTemperature
      self.electronNeutrinoTemperature = electronNeutrinoTemperature
      self.muonNeutrinoTemperature = muonNeutrinoTemperature
      self.hubbleRate = hubbleRate
      self.energyDensity = energyDensity
      self.pressure = pressure
    }
  }

  /// The decaying particle at one time, where there is one.
  public struct DecayEpoch: Sendable, Hashable {
    /// Number density in MeV^3.
    public var numberDensity: Double
    /// Energy density in MeV^4.
    public var energyDensity: Double
    /// Decays per volume and time in MeV^3/s.
    public var decayRateDensity: Double
    /// Electromagnetic energy released per volume and time in MeV^4/s.
    public var electromagneticPower: Double

    public init(numberDensity: Double, energyDensity: Double, decayRateDensity: Double, electromagneticPower: Double) {
      self.numberDensity = numberDensity
      self.energyDensity = energyDensity
      self.decayRateDensity = decayRateDensity
      self.electromagneticPower = electromagneticPower
    }
  }

  /// The annihilating particle at one time, where there is one.
  public struct AnnihilationEpoch: Sendable, Hashable {
    /// Number density in MeV^3, antiparticles counted.
    public var numberDensity: Double
    /// Its temperature in MeV.
    public var temperature: Double
    /// Annihilations per volume and time in MeV^3/s.
    public var annihilationRateDensity: Double
    /// Electromagnetic energy released per volume and time in MeV^4/s.
    public var electromagneticPower: Double
  }

  /// The epochs that were computed, in the order of time.
  public let epochs: [Epoch]
  /// The decaying particle at each epoch; empty without one.
  public let decays: [DecayEpoch]
  /// The annihilating particle at each epoch; empty without one, or where it has no cross section.
  public let annihilations: [AnnihilationEpoch]
  /// Energy density of everything but photons at late times in units of one standard neutrino: 8/7 (11/4)^(4/3) (rho - rho_gamma)/rho_gamma.
  public let effectiveNeutrinos: Double

  public init(epochs: [Epoch], effectiveNeutrinos: Double, decays: [DecayEpoch] = [], annihilations: [AnnihilationEpoch] = []) {
    self.epochs = epochs
    self.effectiveNeutrinos = effectiveNeutrinos
    self.decays = decays
    self.annihilations = annihilations
  }

  /// What injects particles: decays, or annihilations where nothing decays, per volume and time at each epoch in MeV^3/s; empty without either.
  public var injections: [Double] { decays.isEmpty ? annihilations.map(\.annihilationRateDensity) : decays.map(\.decayRateDensity) }
}
