import Foundation
import Numerics

/// Follows the products of a decay through their own decays in flight, from the heaviest particle to the lightest.
///
/// Unstable particles are kept at Lorentz factors spaced evenly in ln(gamma - 1 + 0.02); one between two of them is shared so that number and energy are kept. A daughter of energy E* and
/// momentum p* is flat between gamma (E* - beta p*) and gamma (E* + beta p*).
struct DecayChain {
  /// What is left: photons, electrons and positrons, neutrinos of each flavour.
  private(set) var photons: EnergyHistogram
  private(set) var electrons: EnergyHistogram
  private(set) var neutrinos: [EnergyHistogram]
  /// Electrons and positrons that radiate: those of all decays but the muon's.
  private var radiating: EnergyHistogram
  /// How many of each unstable particle there ever were.
  private(set) var numbers: [InjectedParticle: Double] = [:]

  private static let nodes = 40
  private static let offset = 0.02
  private static let rule = GaussLegendre(order: 5)
  private let spacing: [Double]
  private var populations: [[Double]]
  private let holdsLongLived: Bool

  /// - Parameters:
  ///   - energy: the largest that a product can have, MeV.
  ///   - holdingLongLived: muons, charged pions and kaons are only counted: they are stopped before they decay.
  init(upTo energy: Double, holdingLongLived: Bool) {
    holdsLongLived = holdingLongLived
    let empty = EnergyHistogram(upTo: energy)
    (photons, electrons, radiating) = (empty, empty, empty)
    neutrinos = [empty, empty, empty]
    spacing = InjectedParticle.allCases.map { particle in
      particle.modes.isEmpty ? 0 : log(max(energy / particle.mass - 1, 1e-6) / Self.offset + 1) / Double(Self.nodes - 1)
    }
    populations = InjectedParticle.allCases.map { $0.modes.isEmpty ? [] : [Double](repeating: 0, count: Self.nodes) }
  }

  /// Adds the products of a parent of this mass (MeV), at rest, that takes this mode `number` times.
  ///
  /// - Parameter withoutLines: leaves out photons, electrons and neutrinos of a single energy.
  mutating func add(_ state: FinalState, parent mass: Double, number: Double, withoutLines: Bool) {
    add(state, parent: mass, gamma: 1, number: number, radiates: true, withoutLines: withoutLines)
  }

  /// Lets everything decay that is not held.
  mutating func decay() {
    for particle in InjectedParticle.allCases.reversed() where !particle.modes.isEmpty {
      let population = populations[particle.rawValue]
      let total = population.reduce(0, +)
      guard total > 0 else { continue }
      numbers[particle] = total
      if holdsLongLived && particle.isStopped { continue }
      for (k, number) in population.enumerated() where number > 0 {
        let gamma = 1 + Self.offset * expm1(Double(k) * spacing[particle.rawValue])
        for mode in particle.modes {
          add(mode.products, parent: particle.mass, gamma: gamma, number: number * mode.fraction, radiates: particle != .muon)
        }
      }
    }
    radiate()
  }

  private mutating func add(_ state: FinalState, parent mass: Double, gamma: Double, number: Double, radiates: Bool, withoutLines: Bool = false) {
    let boost = max(0, gamma * gamma - 1).squareRoot()
    for (i, slot) in state.slots.enumerated() where !(withoutLines && state.isLine(i)) {
      let cells = state.energies(i, parent: mass)
      for member in slot.members {
        let rest = member.particle.mass
        // Members of a mixture share their kinetic energy's distribution.
        let shift = rest - slot.mass
        for cell in cells where cell.weight > 0 {
          let energy = max(rest, cell.mean + shift)
          let spread = boost * max(0, energy * energy - rest * rest).squareRoot()
          let half = 0.5 * (cell.high - cell.low) * (gamma - boost)
          let middle = gamma * energy
          deposit(
            member.particle, from: max(rest, middle - spread - half), to: middle + spread + half,
            number: number * slot.number * member.probability * cell.weight, radiates: radiates)
        }
      }
    }
  }

  private mutating func deposit(_ particle: InjectedParticle, from low: Double, to high: Double, number: Double, radiates: Bool) {
    switch particle {
    case .photon: photons.add(from: low, to: high, number: number)
    case .electron:
      electrons.add(from: low, to: high, number: number)
      if radiates { radiating.add(from: low, to: high, number: number) }
    case .electronNeutrino: neutrinos[0].add(from: low, to: high, number: number)
    case .muonNeutrino: neutrinos[1].add(from: low, to: high, number: number)
    case .tauNeutrino: neutrinos[2].add(from: low, to: high, number: number)
    case .dark: break
    default:
      if high - low < 1e-9 * high { return store(particle, at: 0.5 * (low + high), number: number) }
      for (node, weight) in zip(Self.rule.nodes, Self.rule.weights) {
        store(particle, at: 0.5 * (low + high) + 0.5 * (high - low) * node, number: 0.5 * weight * number)
      }
    }
  }

  private mutating func store(_ particle: InjectedParticle, at energy: Double, number: Double) {
    let index = particle.rawValue
    let step = spacing[index]
    let excess = max(0, energy / particle.mass - 1)
    let k = min(Self.nodes - 2, max(0, Int(log(excess / Self.offset + 1) / step)))
    let (a, b) = (Self.offset * expm1(Double(k) * step), Self.offset * expm1(Double(k + 1) * step))
    let part = min(1, max(0, (excess - a) / (b - a)))
    populations[index][k] += number * (1 - part)
    populations[index][k + 1] += number * part
  }

  /// Photons that electrons radiate when they are made, each half of what a pair does.
  private mutating func radiate() {
    for source in radiating.bins {
      let lepton = 0.5 * (source.low + source.high)
      guard lepton > 2 * EarlyUniverseInputs.electronMass else { continue }
      var energy = 0.3
      while energy < lepton {
        let next = min(lepton, energy * 1.1)
        let middle = 0.5 * (energy + next)
        photons.add(from: energy, to: next, number: 0.5 * source.number * InjectedSpectrum.radiation(middle, pair: lepton) * (next - energy))
        energy = next
      }
    }
  }
}
