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
  public var particleMass: Double {
    switch self {
    case .electrons: EarlyUniverseInputs.electronMass
    case .muons: EarlyUniverseInputs.muonMass
    case .chargedPions: EarlyUniverseInputs.chargedPionMass
    case .neutralPions: EarlyUniverseInputs.neutralPionMass
    case .chargedKaons: EarlyUniverseInputs.chargedKaonMass.value
    case .photons, .electronNeutrinos, .muonNeutrinos, .tauNeutrinos, .neutrinos: 0
    }
  }

  /// Whether the pair consists of charged mesons, which convert nucleons.
  public var isMesonic: Bool { self == .chargedPions || self == .chargedKaons }

  /// What enters an electromagnetic cascade for an energy in MeV of each particle; `nil` for neutrinos.
  ///
  /// - Throws: ``NumericsError/domain(label:reason:)`` below the particle's mass.
  public func spectrum(energy: Double) throws -> InjectedSpectrum? {
    switch self {
    case .electrons:
      try require(energy)
      return .electronPair(energy: energy)
    case .photons: return .photonPair(energy: energy)
    case .muons: return try .muonPair(energy: energy)
    case .chargedPions: return try .chargedPionPair(energy: energy)
    case .neutralPions:
      let one = try InjectedSpectrum.neutralPion(energy: energy)
      return InjectedSpectrum(largestEnergy: one.largestEnergy, photonLine: 2 * one.photonLine, photons: { 2 * one.photons($0) })
    case .chargedKaons: return try .chargedKaonPair(energy: energy)
    case .electronNeutrinos, .muonNeutrinos, .tauNeutrinos, .neutrinos: return nil
    }
  }

  /// Where the energy goes, for an energy in MeV of each particle.
  ///
  /// Mean energies: muon 7/20 electron, 7/20 nu_mu, 3/10 nu_e; pion mu nu; kaon by its modes. Shares of a decay in flight are those at rest.
  /// - Parameter stopped: charged particles give their kinetic energy to the plasma before they decay. So it is above about 30 keV, where electrons, positrons and
  ///   photons stop a muon within its lifetime; below 10 keV they decay in flight.
  /// - Throws: ``NumericsError/domain(label:reason:)`` below the particle's mass.
  public func shares(energy: Double, stopped: Bool) throws -> DecayingSpecies.EnergyShares {
    try require(energy)
    var books = Books(stopped: stopped)
    switch self {
    case .electrons, .photons, .neutralPions: books.plasma += energy
    case .muons: books.muon(energy)
    case .chargedPions: books.pion(energy)
    case .chargedKaons: books.kaon(energy)
    case .electronNeutrinos: books.electronNeutrino += energy
    case .muonNeutrinos: books.muonNeutrino += energy
    case .tauNeutrinos: books.tauNeutrino += energy
    case .neutrinos:
      books.electronNeutrino += energy / 3
      books.muonNeutrino += energy / 3
      books.tauNeutrino += energy / 3
    }
    let (e, m, t) = (books.electronNeutrino / energy, books.muonNeutrino / energy, books.tauNeutrino / energy)
    return DecayingSpecies.EnergyShares(electromagnetic: 1 - e - m - t, electronNeutrino: e, muonNeutrino: m, tauNeutrino: t)
  }

  private func require(_ energy: Double) throws {
    guard energy >= particleMass, energy > 0, energy.isFinite else {
      throw NumericsError.domain(label: "injection of \(rawValue)", reason: "\(energy) MeV for each particle is below its mass of \(particleMass) MeV")
    }
  }
}

/// Energies in MeV given to the plasma and to neutrinos by a chain of decays.
private struct Books {
  let stopped: Bool
  var plasma = 0.0
  var electronNeutrino = 0.0
  var muonNeutrino = 0.0
  var tauNeutrino = 0.0

  init(stopped: Bool) { self.stopped = stopped }

  /// The energy with which a charged particle decays; the rest is given to the plasma.
  private mutating func slowed(_ energy: Double, _ mass: Double) -> Double {
    guard stopped else { return energy }
    plasma += energy - mass
    return mass
  }

  mutating func muon(_ energy: Double, weight: Double = 1) {
    var one = Books(stopped: stopped)
    let left = one.slowed(energy, EarlyUniverseInputs.muonMass)
    one.plasma += 0.35 * left
    one.muonNeutrino += 0.35 * left
    one.electronNeutrino += 0.30 * left
    add(one, weight)
  }

  mutating func pion(_ energy: Double, weight: Double = 1) {
    var one = Books(stopped: stopped)
    let mass = EarlyUniverseInputs.chargedPionMass
    let left = one.slowed(energy, mass)
    let decay = TwoBody(mass, EarlyUniverseInputs.muonMass, 0)
    one.muonNeutrino += decay.second * left / mass
    one.muon(decay.first * left / mass)
    add(one, weight)
  }

  mutating func kaon(_ energy: Double) {
    let mass = EarlyUniverseInputs.chargedKaonMass.value
    let left = slowed(energy, mass)
    let scale = left / mass
    let modes = KaonModes.fractions
    let leptonic = TwoBody(mass, EarlyUniverseInputs.muonMass, 0)
    muon(leptonic.first * scale, weight: modes.muonNeutrino)
    muonNeutrino += modes.muonNeutrino * leptonic.second * scale
    let hadronic = TwoBody(mass, EarlyUniverseInputs.chargedPionMass, EarlyUniverseInputs.neutralPionMass)
    pion(hadronic.first * scale, weight: modes.twoPions)
    plasma += modes.twoPions * hadronic.second * scale
    // Three bodies share equally.
    let third = left / 3
    pion(third, weight: 3 * modes.threeCharged + modes.oneCharged)
    plasma += (2 * modes.oneCharged + 2 * modes.electron + modes.muon) * third
    electronNeutrino += modes.electron * third
    muon(third, weight: modes.muon)
    muonNeutrino += modes.muon * third
  }

  private mutating func add(_ other: Books, _ weight: Double) {
    plasma += weight * other.plasma
    electronNeutrino += weight * other.electronNeutrino
    muonNeutrino += weight * other.muonNeutrino
    tauNeutrino += weight * other.tauNeutrino
  }
}
