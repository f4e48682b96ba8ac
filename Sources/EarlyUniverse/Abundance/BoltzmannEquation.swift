import Foundation
import Numerics

/// The number of one particle in the bath of the Standard Model, with rates tabulated once for couplings of any strength:
///
///     dn/dt + 3 H n = sum over processes  k gamma (1 - (n/n_eq)^k),   k = 1: one new particle, k = 2: a pair
///
/// What it is for and its source: ``AbundanceCalculation``, which makes the processes of a portal.
package struct BoltzmannEquation: Sendable {
  package let particle: RelicParticle
  package let processNames: [String]
  let settings: AbundanceCalculation.Settings
  let bath: CosmicBath
  /// Against ln T in GeV: ln n_eq exp(m/T), <m/E>, ln of every gamma/n_eq^k at strength one.
  let table: RateTable
  /// What all processes make until the end from nothing, were none destroyed, and what each does; at strength one.
  private(set) var unitMade = 0.0
  private(set) var unitShares: [Double]
  private(set) var largestEquilibrium = 0.0

  let kinds: [(particles: Int, contact: ThermalSpecies.Contact, isDecay: Bool)]
  /// The processes that are there at all.
  let active: [Int]

  /// - Parameter processes: at strength one; their rates grow in proportion to the strength.
  /// - Throws: ``NumericsError/domain(label:reason:)`` when a rate is not finite.
  package init(_ particle: RelicParticle, processes: [any ProductionProcess], settings: AbundanceCalculation.Settings) throws {
    let reheating = settings.reheatingTemperature
    let makesPairs = processes.contains { $0.particles == 2 }
    let end = max(Self.coolest, min(particle.mass / (makesPairs ? 3000 : 40), reheating / 30))
    self.particle = particle
    self.settings = settings
    processNames = processes.map(\.name)
    kinds = processes.map { ($0.particles, $0.contact, $0.isInverseDecay) }
    bath = try CosmicBath.shared()
    table = try RateTable(from: end, to: reheating, columns: 2 + processes.count) { t in
      let density = particle.scaledDensity(temperature: t)
      let classical = particle.classicalDensity(temperature: t)
      return [log(density), particle.slowing(temperature: t)]
        + (try processes.map { process in
          let gamma = process.scaledReactionDensity(temperature: t)
          guard gamma.isFinite else { throw NumericsError.domain(label: process.name, reason: "the rate at T = \(t) GeV is not finite") }
          return gamma > 0 ? max(RateTable.nothing, log(gamma) - Double(process.particles) * log(process.isClassical ? classical : density)) : RateTable.nothing
        })
    }
    let table = table
    active = processes.indices.filter { k in table.column(2 + k).contains { $0 > RateTable.nothing } }
    unitShares = [Double](repeating: 0, count: processes.count)
    let step = table.step
    for i in 0...table.cells {
      let node = conditions(table.lowest + Double(i) * step)
      largestEquilibrium = max(largestEquilibrium, node.hot.equilibrium)
      for k in active { unitMade += step * contribution(k, node).made }
      guard i < table.cells else { break }
      let middle = conditions(table.lowest + (Double(i) + 0.5) * step)
      for k in active { unitShares[k] += step * contribution(k, middle).made }
    }
  }

  /// Where rates end, GeV: just above the end of the bath.
  package static let coolest = 1.01 * CosmicBath.range.lowerBound

  // MARK: Rates

  /// Rates at one temperature, per unit of cooling, -d/d ln T.
  struct Rates {
    /// n_eq over the comoving entropy.
    var equilibrium = 0.0
    /// dY = P - L Y + K (Y_eq^2 - Y^2) with Y_eq^2 K on its own.
    var production = 0.0
    var loss = 0.0
    var pairs = 0.0
    var pairProduction = 0.0
    /// Decay alone.
    var decay = 0.0
    var expansionPerCooling = 0.0

    func slope(_ y: Double) -> Double { production + pairProduction - (loss + decay) * y - pairs * y * y }
    func slopeDerivative(_ y: Double) -> Double { -(loss + decay) - 2 * pairs * y }
  }

  /// Rates at ln T for a strength, and a width in GeV of decays that no process is the inverse of.
  func rates(_ w: Double, strength: Double, width: Double) -> Rates {
    let here = conditions(w)
    var rates = Rates()
    rates.equilibrium = here.hot.equilibrium
    rates.expansionPerCooling = here.expansionPerCooling
    rates.decay = width * table.value(here.hot.at, 1) * here.perHubble
    for k in active {
      let (rate, made) = contribution(k, here)
      if kinds[k].particles == 1 {
        rates.loss += strength * rate
        rates.production += strength * made
      } else {
        rates.pairs += strength * rate
        rates.pairProduction += strength * made
      }
    }
    return rates
  }

  /// K of the pairs summed from the end on, falling on as in its last step: annihilation goes on for ever, Y_infinity = Y/(1 + Y int K), 1 % of Y at m/T = 3000.
  func pairsAfterTheEnd(strength: Double) -> Double {
    let (last, before) = (rates(table.lowest, strength: strength, width: 0).pairs, rates(table.lowest + table.step, strength: strength, width: 0).pairs)
    guard last > 0, before > last else { return 0 }
    return last * table.step / log(before / last)
  }

  /// Lifetimes per unit of cooling, time dilation included.
  func lifetimesPerCooling(_ w: Double, width: Double) -> Double {
    let state = bath.state(logTemperature: w)
    return width * table.value(table.locate(w), 1) * state.expansionPerCooling / state.hubble
  }

  /// Lifetimes until ln T, t = 1/(2H), with the slowing there.
  func lifetimesBefore(_ w: Double, width: Double) -> Double { width * table.value(table.locate(w), 1) / (2 * bath.state(logTemperature: w).hubble) }

  /// At the temperature of the photons or of the neutrinos.
  private struct Partners {
    let at: RateTable.Location
    let equilibrium: Double
  }

  private struct Conditions {
    let hot: Partners
    let cold: Partners
    let perHubble: Double
    let comovingEntropy: Double
    let expansionPerCooling: Double
  }

  private func conditions(_ w: Double) -> Conditions {
    let state = bath.state(logTemperature: w)
    func partners(_ w: Double) -> Partners {
      let at = table.locate(w)
      return Partners(at: at, equilibrium: exp(table.value(at, 0) - particle.mass / exp(w)) / state.comovingEntropy)
    }
    let hot = partners(w)
    let isCold = state.neutrinoRatio < 1 - 1e-9
    return Conditions(
      hot: hot, cold: isCold ? partners(w + log(state.neutrinoRatio)) : hot, perHubble: state.expansionPerCooling / state.hubble,
      comovingEntropy: state.comovingEntropy, expansionPerCooling: state.expansionPerCooling)
  }

  /// Of one process at strength one, per unit of cooling: the rate L or K, and what is made.
  private func contribution(_ k: Int, _ here: Conditions) -> (rate: Double, made: Double) {
    let own = kinds[k].contact == .neutrinos ? here.cold : here.hot
    let logarithm = table.value(own.at, 2 + k)
    guard logarithm > RateTable.nothing + 1 else { return (0, 0) }
    let rate = exp(logarithm) * here.perHubble
    guard kinds[k].particles == 2 else { return (rate, rate * own.equilibrium) }
    // 2 gamma (1 - n^2/n_eq^2) with gamma/n_eq^2 = rate and n = Y s.
    let pair = 2 * rate * here.comovingEntropy
    return (pair, pair * here.hot.equilibrium * here.hot.equilibrium)
  }
}
