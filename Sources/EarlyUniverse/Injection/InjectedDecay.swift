import Foundation
import Portals
import Units

/// What one decay of a particle at rest puts into the early Universe, all its final states together: energy, long-lived mesons and muons, neutrinos, and what enters a cascade.
public struct InjectedDecay: Sendable {
  /// Lifetime in seconds up to which charged particles are taken to be stopped before they decay: what lives longer decays below 20 keV.
  public static let stoppedUntil = 3e3

  /// Of the particle, in MeV.
  public let mass: Double
  let modes: [(fraction: Double, state: FinalState)]
  /// Without photons, electrons and neutrinos of one energy.
  private let stopped: DecayChain
  let emissions = NeutrinoEmissionMemo()

  /// - Parameter modes: fractions (normalised here) of its final states.
  init(mass: Double, modes: [(fraction: Double, state: FinalState)]) {
    let total = modes.reduce(0) { $0 + $1.fraction }
    self.mass = mass
    self.modes = total > 0 ? modes.filter { $0.fraction > 0 }.map { ($0.fraction / total, $0.state) } : []
    stopped = Self.chain(mass, self.modes, holdingLongLived: true)
  }

  /// Of a particle of this mass in MeV with these branching fractions, whose sum is normalised.
  ///
  /// - Throws: ``NumericsError/domain(label:reason:)`` below the threshold of a channel.
  public init(mass: Double, channels: [(channel: InjectionChannel, fraction: Double)]) throws {
    for (channel, fraction) in channels where fraction > 0 { try channel.require(0.5 * mass) }
    self.init(mass: mass, modes: channels.map { ($0.fraction, $0.channel.finalState) })
  }

  /// Of a particle with these widths. Exclusive hadronic states are followed one by one; the rest of `hadrons` are pions.
  ///
  /// - Parameter mass: of the particle in GeV, where it is not that of the widths.
  public init(_ widths: DecayWidths, mass gigaElectronVolts: Double? = nil) {
    let mass = (gigaElectronVolts ?? widths.mass) * 1e3
    let exclusive = widths.partials.filter { $0.isPartOfHadrons && $0.width > 0 && $0.finalState != "pi pi" }
    var modes: [(fraction: Double, state: FinalState)] = []
    func add(_ name: String, _ width: Double) { modes.append((width, FinalState.named(name, mass: mass) ?? .hadrons(energy: mass))) }
    for partial in widths.partials where !partial.isPartOfHadrons && partial.width > 0 {
      guard partial.finalState == "hadrons" else {
        add(partial.finalState, partial.width)
        continue
      }
      let told = exclusive.reduce(0) { $0 + $1.width }
      let scale = told > partial.width ? partial.width / told : 1
      for state in exclusive { add(state.finalState, state.width * scale) }
      if told < partial.width { modes.append((partial.width - told, .hadrons(energy: mass))) }
    }
    self.init(mass: mass, modes: modes)
  }

  /// Where the energy goes.
  ///
  /// - Parameter stopped: muons, charged pions and kaons give their kinetic energy to the plasma before they decay. So it is above about 30 keV, where electrons, positrons
  ///   and photons stop a muon within its lifetime; below 10 keV they decay in flight.
  public func shares(stopped: Bool) -> DecayingSpecies.EnergyShares {
    var energy = EnergyBooks()
    for mode in modes { energy.add(mode.state, parent: mass, energy: mass, number: mode.fraction, stopped: stopped) }
    return energy.shares(of: mass)
  }

  /// How many of a long-lived particle one decay makes, not counting those from other long-lived ones.
  public func number(of particle: InjectedParticle) -> Double { stopped.numbers[particle] ?? 0 }

  /// What enters an electromagnetic cascade when everything decays in flight (right below 10 keV), per decay: every line of photons or electrons
  /// from a two-body decay by itself, and all continuous spectra together.
  public func sources() -> [InjectedSpectrum] {
    let lines = Self.lines(mass, modes)
    let rest = continuum(stopped: false)
    let (photons, electrons) = (rest.photons.spectrum(), rest.electrons.spectrum())
    let largest = max(photons?.largestEnergy ?? 0, electrons?.largestEnergy ?? 0)
    guard largest > 0 else { return lines }
    let nothing: InjectedSpectrum.Spectrum = { _ in 0 }
    return lines + [InjectedSpectrum(largestEnergy: largest, photons: photons?.density ?? nothing, electrons: electrons?.density ?? nothing)]
  }

  /// Continuous spectra of all products: with muons, charged pions and kaons only counted, or decaying in flight.
  func continuum(stopped: Bool) -> DecayChain { stopped ? self.stopped : Self.chain(mass, modes, holdingLongLived: false) }

  private static func chain(_ mass: Double, _ modes: [(fraction: Double, state: FinalState)], holdingLongLived: Bool) -> DecayChain {
    var chain = DecayChain(upTo: mass, holdingLongLived: holdingLongLived)
    for mode in modes {
      chain.add(mode.state, parent: mass, number: mode.fraction, withoutLines: true)
    }
    chain.decay()
    return chain
  }

  /// Lines of equal energy in one source.
  private static func lines(_ mass: Double, _ modes: [(fraction: Double, state: FinalState)]) -> [InjectedSpectrum] {
    var found: [(energy: Double, photons: Double, electrons: Double)] = []
    for mode in modes {
      for (energy, particle, _) in mode.state.lines(parent: mass) where !particle.isNeutrino {
        let isPhoton = particle == .photon
        let index = found.firstIndex { abs($0.energy - energy) < 1e-9 * energy } ?? found.count
        if index == found.count { found.append((energy, 0, 0)) }
        if isPhoton { found[index].photons += mode.fraction } else { found[index].electrons += mode.fraction }
      }
    }
    return found.map { line in
      InjectedSpectrum(
        largestEnergy: line.energy, photonLine: line.photons, electronLine: line.electrons,
        photons: { photon in 0.5 * line.electrons * InjectedSpectrum.radiation(photon, pair: line.energy) })
    }
  }
}

extension FinalState {
  /// Whether a slot holds photons, electrons or neutrinos of one energy.
  func isLine(_ slot: Int) -> Bool {
    slots.count == 2 && slots.allSatisfy { $0.number == 1 }
      && slots[slot].members.allSatisfy { $0.particle == .photon || $0.particle == .electron || $0.particle.isNeutrino }
  }

  /// Photons, electrons and neutrinos of one energy, with their number: those of two-body states.
  func lines(parent mass: Double) -> [(energy: Double, particle: InjectedParticle, number: Double)] {
    slots.indices.filter(isLine).flatMap { i in slots[i].members.map { (energies(i, parent: mass)[0].mean, $0.particle, $0.probability) } }
  }
}
