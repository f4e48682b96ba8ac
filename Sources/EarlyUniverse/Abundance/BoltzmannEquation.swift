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
  /// ln T in GeV at the end, and the distance of the nodes.
  let lowest: Double
  let step: Double
  let cells: Int
  /// What all processes make until the end from nothing, were none destroyed, and what each does; at strength one.
  private(set) var unitMade = 0.0
  private(set) var unitShares: [Double]
  private(set) var largestEquilibrium = 0.0

  private let kinds: [(particles: Int, contact: ThermalSpecies.Contact)]
  /// Node by node from one before the end: ln n_eq exp(m/T), <m/E>, ln of every gamma/n_eq^k at strength one.
  private let table: [Double]
  private let columns: Int
  /// The processes that are there at all.
  private let active: [Int]
  private static let nothing = -600.0

  /// - Parameter processes: at strength one; their rates grow in proportion to the strength.
  /// - Throws: ``NumericsError/domain(label:reason:)`` when a rate is not finite.
  package init(_ particle: RelicParticle, processes: [any ProductionProcess], settings: AbundanceCalculation.Settings) throws {
    let reheating = settings.reheatingTemperature
    let makesPairs = processes.contains { $0.particles == 2 }
    let end = max(Self.coolest, min(particle.mass / (makesPairs ? 3000 : 40), reheating / 30))
    self.particle = particle
    self.settings = settings
    processNames = processes.map(\.name)
    kinds = processes.map { ($0.particles, $0.contact) }
    bath = try CosmicBath.shared()
    let lowest = log(end)
    let length = log(reheating) - lowest
    let cells = max(8, Int((length / 0.04).rounded(.up)))
    let step = length / Double(cells)
    (self.lowest, self.cells, self.step) = (lowest, cells, step)
    columns = 2 + processes.count
    var table: [Double] = []
    table.reserveCapacity((cells + 3) * columns)
    for i in -1...(cells + 1) {
      let t = exp(lowest + Double(i) * step)
      let density = particle.scaledDensity(temperature: t)
      let classical = particle.classicalDensity(temperature: t)
      table.append(log(density))
      table.append(particle.slowing(temperature: t))
      for process in processes {
        let gamma = process.scaledReactionDensity(temperature: t)
        guard gamma.isFinite else { throw NumericsError.domain(label: process.name, reason: "the rate at T = \(t) GeV is not finite") }
        table.append(gamma > 0 ? max(Self.nothing, log(gamma) - Double(process.particles) * log(process.isClassical ? classical : density)) : Self.nothing)
      }
    }
    let columns = columns
    active = processes.indices.filter { k in (0..<cells + 3).contains { table[$0 * columns + 2 + k] > Self.nothing } }
    self.table = table
    unitShares = [Double](repeating: 0, count: processes.count)
    for i in 0...cells {
      let node = conditions(lowest + Double(i) * step)
      largestEquilibrium = max(largestEquilibrium, node.hot.equilibrium)
      for k in active { unitMade += step * contribution(k, node).made }
      guard i < cells else { break }
      let middle = conditions(lowest + (Double(i) + 0.5) * step)
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
    rates.decay = width * value(here.hot.at, 1) * here.perHubble
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
    let (last, before) = (rates(lowest, strength: strength, width: 0).pairs, rates(lowest + step, strength: strength, width: 0).pairs)
    guard last > 0, before > last else { return 0 }
    return last * step / log(before / last)
  }

  /// Lifetimes per unit of cooling, time dilation included.
  func lifetimesPerCooling(_ w: Double, width: Double) -> Double {
    let state = bath.state(logTemperature: w)
    return width * value(locate(w), 1) * state.expansionPerCooling / state.hubble
  }

  /// Lifetimes until ln T, t = 1/(2H), with the slowing there.
  func lifetimesBefore(_ w: Double, width: Double) -> Double { width * value(locate(w), 1) / (2 * bath.state(logTemperature: w).hubble) }

  private struct Location {
    let base: Int
    let u: Double
  }

  /// At the temperature of the photons or of the neutrinos.
  private struct Partners {
    let at: Location
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
      let at = locate(w)
      return Partners(at: at, equilibrium: exp(value(at, 0) - particle.mass / exp(w)) / state.comovingEntropy)
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
    let logarithm = value(own.at, 2 + k)
    guard logarithm > Self.nothing + 1 else { return (0, 0) }
    let rate = exp(logarithm) * here.perHubble
    guard kinds[k].particles == 2 else { return (rate, rate * own.equilibrium) }
    // 2 gamma (1 - n^2/n_eq^2) with gamma/n_eq^2 = rate and n = Y s.
    let pair = 2 * rate * here.comovingEntropy
    return (pair, pair * here.hot.equilibrium * here.hot.equilibrium)
  }

  // MARK: Interpolation: cubic through four points

  private func locate(_ w: Double) -> Location {
    let position = min(max((w - lowest) / step, -0.999), Double(cells) + 0.999) + 1
    let cell = min(max(1, Int(position)), cells)
    return Location(base: (cell - 1) * columns, u: position - Double(cell))
  }

  private func value(_ at: Location, _ column: Int) -> Double {
    table.withUnsafeBufferPointer { t in
      let i = at.base + column
      let u = at.u
      let (a, b, c, d) = (t[i], t[i + columns], t[i + 2 * columns], t[i + 3 * columns])
      // Next to a sudden end of a process the straight line: a cubic would overshoot.
      if max(abs(b - a), abs(c - b), abs(d - c)) > 2 { return b + u * (c - b) }
      return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)))
    }
  }
}
