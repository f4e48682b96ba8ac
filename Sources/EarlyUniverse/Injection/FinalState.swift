import Foundation
import Units

/// The products of one decay mode and how they share its energy.
///
/// Two bodies exactly. Three and more share as massless particles do in a constant matrix element, dN/dx ~ x (1 - x)^(n-3), applied to the kinetic energy K that is left over,
/// E = m + x K/2: exact without masses, with the right sum always. Matrix elements (V - A in N -> nu l l, resonances) are left out: they move a mean energy by
/// up to 20 %.
public struct FinalState: Sendable, Hashable {
  /// One body, or a mixture of bodies of like mass in one place.
  struct Slot: Sendable, Hashable {
    struct Member: Sendable, Hashable {
      let particle: InjectedParticle
      let probability: Double
    }

    let members: [Member]
    /// How many of them; a whole number but in a cluster.
    var number = 1.0

    /// In MeV.
    var mass: Double { members.reduce(0) { $0 + $1.probability * $1.particle.mass } }

    static func particle(_ particle: InjectedParticle) -> Slot { Slot(members: [Member(particle: particle, probability: 1)]) }

    private static func mixture(_ parts: [(InjectedParticle, Double)], number: Double = 1) -> Slot {
      Slot(members: parts.map { Member(particle: $0.0, probability: $0.1) }, number: number)
    }

    static let neutralKaon = mixture([(.shortKaon, 0.5), (.longKaon, 0.5)])
    /// An even mixture of flavours: what oscillations make of an unspecified neutrino.
    static let neutrino = mixture([(.electronNeutrino, 1.0 / 3), (.muonNeutrino, 1.0 / 3), (.tauNeutrino, 1.0 / 3)])
    static let kaon = mixture([(.chargedKaon, 0.5), (.shortKaon, 0.25), (.longKaon, 0.25)])
    static let rho = mixture([(.chargedRho, 2.0 / 3), (.neutralRho, 1.0 / 3)])
    static let pion = mixture([(.chargedPion, 2.0 / 3), (.neutralPion, 1.0 / 3)])
    static func pions(_ number: Double) -> Slot { mixture([(.chargedPion, 2.0 / 3), (.neutralPion, 1.0 / 3)], number: number) }
  }

  enum Law: Sendable, Hashable { case phaseSpace, muonDecay }

  /// A part of a distribution of energies, evenly spread between two ends (MeV).
  struct Cell: Sendable {
    let low: Double
    let high: Double
    let weight: Double
    var mean: Double { 0.5 * (low + high) }
  }

  let slots: [Slot]
  var law = Law.phaseSpace

  init(_ slots: [Slot]) { self.slots = slots }

  /// mu -> e nu nu, unpolarised, m_e = 0: 2 x^2 (3 - 2x) for electron and nu_mu, 12 x^2 (1 - x) for nu_e, x = 2E/m_mu.
  static let muonDecay: FinalState = {
    var state = FinalState([.particle(.electron), .particle(.electronNeutrino), .particle(.muonNeutrino)])
    state.law = .muonDecay
    return state
  }()

  /// Hadrons that are not told apart: pions, a third of them neutral, one and a half times as many as the charged ones that e+ e- gives at this energy in MeV.
  static func hadrons(energy: Double) -> FinalState {
    let logarithm = 2 * log(energy / 1e3)
    let charged =
      HadronDecayInputs.chargedConstant.value + HadronDecayInputs.chargedLinear.value * logarithm
      + HadronDecayInputs.chargedSquare.value * logarithm * logarithm
    // The fit has its minimum at 1.5 GeV; few pions have to fit into a small energy.
    let number = min(max(3, 1.5 * charged), energy / (1.2 * InjectedParticle.chargedPion.mass))
    return FinalState([.pions(max(2, number))])
  }

  /// Whether a parent of this mass in MeV can decay to it.
  func isOpen(_ mass: Double) -> Bool { slots.reduce(0) { $0 + $1.number * $1.mass } <= mass }

  /// How energies in MeV are distributed in one slot; weights add up to one.
  func energies(_ slot: Int, parent mass: Double) -> [Cell] {
    let number = slots.reduce(0) { $0 + $1.number }
    let own = slots[slot].mass
    if number == 2, slots.count == 2 {
      let other = slots[1 - slot].mass
      let energy = (mass * mass + own * own - other * other) / (2 * mass)
      return [Cell(low: energy, high: energy, weight: 1)]
    }
    if number <= 2.001 { return [Cell(low: mass / number, high: mass / number, weight: 1)] }
    let (start, range, cumulative) = shape(slot, number, mass)
    // The muon's spectrum is known exactly; that of phase space needs no such care.
    let cells = law == .muonDecay ? 128 : 32
    return (0..<cells).map { i in
      let (a, b) = (Double(i) / Double(cells), Double(i + 1) / Double(cells))
      return Cell(low: start + a * range, high: start + b * range, weight: cumulative(b) - cumulative(a))
    }
  }

  /// Mean energy in MeV of one particle in a slot.
  func meanEnergy(_ slot: Int, parent mass: Double) -> Double {
    if law == .muonDecay { return mass * (slots[slot].members[0].particle == .electronNeutrino ? 0.30 : 0.35) }
    let number = slots.reduce(0) { $0 + $1.number }
    if number == 2, slots.count == 2 { return energies(slot, parent: mass)[0].mean }
    let kinetic = mass - slots.reduce(0) { $0 + $1.number * $1.mass }
    return slots[slot].mass + kinetic / number
  }

  private func shape(_ slot: Int, _ number: Double, _ mass: Double) -> (start: Double, range: Double, cumulative: (Double) -> Double) {
    switch law {
    case .muonDecay:
      let isElectronNeutrino = slots[slot].members[0].particle == .electronNeutrino
      return (0, mass / 2, { x in isElectronNeutrino ? x * x * x * (4 - 3 * x) : x * x * x * (2 - x) })
    case .phaseSpace:
      let kinetic = max(0, mass - slots.reduce(0) { $0 + $1.number * $1.mass })
      return (slots[slot].mass, kinetic / 2, { x in 1 - pow(1 - x, number - 2) * (1 + (number - 2) * x) })
    }
  }
}
