import Foundation
import Numerics

/// Spectra of particles that decay in flight before they scatter: right below 10 keV, where a muon loses less than 1 MeV to the background
/// photons in its lifetime, 4/3 sigma_T (m_e/m_mu)^2 (gamma beta)^2 u tau; and only below 5 keV do photons above 2.2 MeV survive.
extension InjectedSpectrum {
  /// Electrons and positrons from a pair of muons of this energy each.
  public static func muonPair(energy: Double) throws -> InjectedSpectrum { sum([(2, try muon(energy))]) }

  /// Electrons and positrons from a pair of charged pions of this energy each, through muons.
  public static func chargedPionPair(energy: Double) throws -> InjectedSpectrum { sum([(2, try chargedPion(energy))]) }

  /// Photons and electrons from a pair of charged kaons of this energy each: K -> mu nu, pi pi0 exactly, three-body modes (16 %) with the energy shared equally.
  public static func chargedKaonPair(energy: Double) throws -> InjectedSpectrum { sum([(2, try chargedKaon(energy))]) }

  /// Photons of one neutral pion of this energy: flat between the ends of the boost, a line for a pion at rest.
  public static func neutralPion(energy: Double) throws -> InjectedSpectrum {
    let mass = EarlyUniverseInputs.neutralPionMass
    try requireAbove(mass, energy, "neutral pion")
    let momentum = (energy * energy - mass * mass).squareRoot()
    guard momentum > 1e-6 * mass else { return InjectedSpectrum(largestEnergy: 0.5 * mass, photonLine: 2) }
    let (low, high) = (0.5 * (energy - momentum), 0.5 * (energy + momentum))
    return InjectedSpectrum(largestEnergy: high, photons: { $0 >= low && $0 <= high ? 2 / momentum : 0 })
  }

  /// The electron of one muon: the Michel spectrum 2 x^2 (3 - 2x), x = 2 E*/m_mu, boosted. The electron's mass is left out, relative (m_e/E)^2.
  static func muon(_ energy: Double) throws -> InjectedSpectrum {
    let mass = EarlyUniverseInputs.muonMass
    try requireAbove(mass, energy, "muon")
    let gamma = energy / mass
    let half = 0.5 * mass
    let beta = max(0, 1 - 1 / (gamma * gamma)).squareRoot()
    if beta < 1e-4 {
      return InjectedSpectrum(
        largestEnergy: half,
        electrons: { energy in
          let x = energy / half
          return x > 0 && x < 1 ? 2 * x * x * (3 - 2 * x) / half : 0
        })
    }
    let (slow, end) = (half * gamma * (1 - beta), half * gamma * (1 + beta))
    return InjectedSpectrum(
      largestEnergy: end,
      electrons: { energy in
        let (from, to) = (energy / end, min(1, energy / slow))
        return from > 0 && from < to ? (overEnergy(to) - overEnergy(from)) / (2 * gamma * beta * half) : 0
      })
  }

  /// Emitted evenly in angle, a massless electron of energy E* is flat between gamma (1 -+ beta) E*: dN/dE = int dE* n(E*)/(2 gamma beta E*), with
  /// n = 2 x^2 (3 - 2x)/half, whose integral over dE*/E* is this over `half`.
  private static func overEnergy(_ x: Double) -> Double { x * x * (3 - 4.0 / 3 * x) }

  static func chargedPion(_ energy: Double) throws -> InjectedSpectrum {
    let mass = EarlyUniverseInputs.chargedPionMass
    try requireAbove(mass, energy, "charged pion")
    return try inFlight(energy / mass, TwoBody(mass, EarlyUniverseInputs.muonMass, 0).first, EarlyUniverseInputs.muonMass, muon)
  }

  static func chargedKaon(_ energy: Double) throws -> InjectedSpectrum {
    let mass = EarlyUniverseInputs.chargedKaonMass.value
    try requireAbove(mass, energy, "charged kaon")
    let gamma = energy / mass
    let (muonMass, pionMass, neutralMass) = (EarlyUniverseInputs.muonMass, EarlyUniverseInputs.chargedPionMass, EarlyUniverseInputs.neutralPionMass)
    let hadronic = TwoBody(mass, pionMass, neutralMass)
    let third = mass / 3
    let pion = try inFlight(gamma, third, pionMass, chargedPion)
    let neutral = try inFlight(gamma, third, neutralMass) { try neutralPion(energy: $0) }
    let lepton = try inFlight(gamma, third, muonMass, muon)
    let electron = flat(gamma * third * (1 - max(0, 1 - 1 / (gamma * gamma)).squareRoot()), gamma * third * (1 + max(0, 1 - 1 / (gamma * gamma)).squareRoot()))
    let modes = KaonModes.fractions
    return sum([
      (modes.muonNeutrino, try inFlight(gamma, TwoBody(mass, muonMass, 0).first, muonMass, muon)),
      (modes.twoPions, try inFlight(gamma, hadronic.first, pionMass, chargedPion)),
      (modes.twoPions, try inFlight(gamma, hadronic.second, neutralMass) { try neutralPion(energy: $0) }),
      (3 * modes.threeCharged + modes.oneCharged, pion), (2 * modes.oneCharged + modes.electron + modes.muon, neutral), (modes.muon, lepton),
      (modes.electron, electron),
    ])
  }

  /// An electron spread evenly over energies, or nearly a line for a parent at rest.
  private static func flat(_ low: Double, _ high: Double) -> InjectedSpectrum {
    let (a, b) = (min(low, 0.98 * high), high)
    return InjectedSpectrum(largestEnergy: b, electrons: { $0 >= a && $0 <= b ? 1 / (b - a) : 0 })
  }

  /// A daughter of one energy in the rest frame of a parent with Lorentz factor gamma, averaged over its direction.
  private static func inFlight(_ gamma: Double, _ restEnergy: Double, _ mass: Double, _ daughter: (Double) throws -> InjectedSpectrum) rethrows
    -> InjectedSpectrum
  {
    let restMomentum = max(0, restEnergy * restEnergy - mass * mass).squareRoot()
    let spread = max(0, gamma * gamma - 1).squareRoot() * restMomentum
    guard spread > 1e-6 * restEnergy else { return try daughter(max(mass, gamma * restEnergy)) }
    let rule = GaussLegendre(order: 8)
    return sum(try zip(rule.nodes, rule.weights).map { (0.5 * $1, try daughter(max(mass, gamma * restEnergy + spread * $0))) })
  }

  /// The sum of spectra without lines.
  private static func sum(_ parts: [(weight: Double, spectrum: InjectedSpectrum)]) -> InjectedSpectrum {
    InjectedSpectrum(
      largestEnergy: parts.map(\.spectrum.largestEnergy).max() ?? 0,
      photons: { energy in parts.reduce(0.0) { $0 + $1.weight * $1.spectrum.photons(energy) } },
      electrons: { energy in parts.reduce(0.0) { $0 + $1.weight * $1.spectrum.electrons(energy) } })
  }

  private static func requireAbove(_ mass: Double, _ energy: Double, _ name: String) throws {
    guard energy >= mass, energy.isFinite else { throw NumericsError.domain(label: name, reason: "\(energy) MeV is below its mass of \(mass) MeV") }
  }
}

/// Energies of the two particles of a decay at rest.
struct TwoBody {
  let first: Double
  let second: Double

  init(_ mass: Double, _ a: Double, _ b: Double) {
    first = (mass * mass + a * a - b * b) / (2 * mass)
    second = mass - first
  }
}

/// Branching fractions of the charged kaon, normalised to one.
enum KaonModes {
  typealias Fractions = (muonNeutrino: Double, twoPions: Double, threeCharged: Double, oneCharged: Double, electron: Double, muon: Double)

  static let fractions: Fractions = {
    let values = EarlyUniverseInputs.kaonModes.map(\.value)
    let total = values.reduce(0, +)
    return (values[0] / total, values[1] / total, values[2] / total, values[3] / total, values[4] / total, values[5] / total)
  }()
}
