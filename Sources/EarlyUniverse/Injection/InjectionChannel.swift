import Foundation
import Numerics

/// A pair of particles into which something decays, each with half its energy, and what becomes of that energy in the early Universe.
public enum InjectionChannel: String, Sendable, Hashable, CaseIterable, Codable {
  case electrons = "e+e-"
  case photons = "gamma-gamma"
  case muons = "mu+mu-"
  case chargedPions = "pi+pi-"
  case neutralPions = "pi0pi0"
  case chargedKaons = "K+K-"
  case electronNeutrinos = "nue-nuebar"
  case muonNeutrinos = "numu-numubar"
  case tauNeutrinos = "nutau-nutaubar"
  /// All flavours alike.
  case neutrinos = "nu-nubar"

  /// Mass of one particle of the pair in MeV: the energy of each must not be below it.
  public var particleMass: Double { finalState.slots[0].mass }

  /// What a decay at rest into this pair injects, for an energy in MeV of each particle.
  ///
  /// - Throws: ``NumericsError/domain(label:reason:)`` below the particle's mass.
  public func decay(energy: Double) throws -> InjectedDecay {
    try InjectedDecay(mass: 2 * energy, channels: [(self, 1)])
  }

  /// What enters an electromagnetic cascade for an energy in MeV of each particle; `nil` for neutrinos.
  ///
  /// - Throws: ``NumericsError/domain(label:reason:)`` below the particle's mass.
  public func spectrum(energy: Double) throws -> InjectedSpectrum? { try decay(energy: energy).sources().first }

  /// Where the energy goes, for an energy in MeV of each particle: ``InjectedDecay/shares(stopped:)``.
  ///
  /// - Throws: ``NumericsError/domain(label:reason:)`` below the particle's mass.
  public func shares(energy: Double, stopped: Bool) throws -> DecayingSpecies.EnergyShares { try decay(energy: energy).shares(stopped: stopped) }

  var finalState: FinalState {
    let slot: FinalState.Slot
    switch self {
    case .electrons: slot = .particle(.electron)
    case .photons: slot = .particle(.photon)
    case .muons: slot = .particle(.muon)
    case .chargedPions: slot = .particle(.chargedPion)
    case .neutralPions: slot = .particle(.neutralPion)
    case .chargedKaons: slot = .particle(.chargedKaon)
    case .electronNeutrinos: slot = .particle(.electronNeutrino)
    case .muonNeutrinos: slot = .particle(.muonNeutrino)
    case .tauNeutrinos: slot = .particle(.tauNeutrino)
    case .neutrinos: slot = .neutrino
    }
    return FinalState([slot, slot])
  }

  func require(_ energy: Double) throws {
    guard energy >= particleMass, energy > 0, energy.isFinite else {
      throw NumericsError.domain(label: "injection of \(rawValue)", reason: "\(energy) MeV for each particle is below its mass of \(particleMass) MeV")
    }
  }
}
