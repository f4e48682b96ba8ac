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

  /// Electrons and positrons from a pair of muons of this energy each: the Michel spectrum 2 x^2 (3 - 2x), x = 2 E*/m_mu, boosted from the muons' rest.
  /// The electron's mass is left out (relative (m_e/E)^2), and the decay is faster than any scattering.
  public static func muonPair(energy: Double) throws -> InjectedSpectrum {
    let mass = EarlyUniverseInputs.muonMass
    guard energy >= mass else { throw NumericsError.domain(label: "muon pair", reason: "\(energy) MeV is below the muon mass") }
    let spectrum = boostedMichel(energy / mass)
    return InjectedSpectrum(largestEnergy: spectrum.end, electrons: { 2 * spectrum.density($0) })
  }

  /// Electrons and positrons from charged pions of this energy, through muons: pi -> mu nu gives muons of one energy in the pion's rest frame, spread evenly between
  /// the ends of their boost.
  public static func chargedPionPair(energy: Double) throws -> InjectedSpectrum {
    let (pion, muon) = (EarlyUniverseInputs.chargedPionMass, EarlyUniverseInputs.muonMass)
    guard energy >= pion else { throw NumericsError.domain(label: "charged pion pair", reason: "\(energy) MeV is below the pion mass") }
    let restEnergy = (pion * pion + muon * muon) / (2 * pion)
    let restMomentum = (pion * pion - muon * muon) / (2 * pion)
    let gamma = energy / pion
    let spread = (gamma * gamma - 1).squareRoot() * restMomentum
    let rule = GaussLegendre(order: 8)
    let parts = rule.nodes.indices.map { i in (weight: rule.weights[i] / 2, spectrum: boostedMichel((gamma * restEnergy + spread * rule.nodes[i]) / muon)) }
    let end = boostedMichel((gamma * restEnergy + spread) / muon).end
    return InjectedSpectrum(largestEnergy: end, electrons: { energy in parts.reduce(0.0) { $0 + 2 * $1.weight * $1.spectrum.density(energy) } })
  }

  /// Photons of one neutral pion of this energy: flat between the ends of the boost, a line for a pion at rest.
  public static func neutralPion(energy: Double) throws -> InjectedSpectrum {
    let mass = EarlyUniverseInputs.neutralPionMass
    guard energy >= mass else { throw NumericsError.domain(label: "neutral pion", reason: "\(energy) MeV is below the pion mass") }
    let momentum = (energy * energy - mass * mass).squareRoot()
    guard momentum > 1e-6 * mass else { return InjectedSpectrum(largestEnergy: 0.5 * mass, photonLine: 2) }
    let (low, high) = (0.5 * (energy - momentum), 0.5 * (energy + momentum))
    return InjectedSpectrum(largestEnergy: high, photons: { $0 >= low && $0 <= high ? 2 / momentum : 0 })
  }

  /// The spectrum of the electron of one muon with this Lorentz factor and where it ends.
  private static func boostedMichel(_ gamma: Double) -> (end: Double, density: Spectrum) {
    let half = 0.5 * EarlyUniverseInputs.muonMass
    let beta = max(0, 1 - 1 / (gamma * gamma)).squareRoot()
    let end = half * gamma * (1 + beta)
    if beta < 1e-4 {
      return (
        half,
        { energy in
          let x = energy / half
          return x > 0 && x < 1 ? 2 * x * x * (3 - 2 * x) / half : 0
        }
      )
    }
    let slow = half * gamma * (1 - beta)
    return (
      end,
      { energy in
        let (from, to) = (energy / end, min(1, energy / slow))
        return from > 0 && from < to ? (Self.overEnergy(to) - Self.overEnergy(from)) / (2 * gamma * beta * half) : 0
      }
    )
  }

  /// Emitted evenly in angle, a massless electron of energy E* is flat between gamma (1 -+ beta) E*: dN/dE = int dE* n(E*)/(2 gamma beta E*), with
  /// n = 2 x^2 (3 - 2x)/half, whose integral over dE*/E* is this over `half`.
  private static func overEnergy(_ x: Double) -> Double { x * x * (3 - 4.0 / 3 * x) }
}
