import Foundation

/// How fast a particle approaches equilibrium with the plasma and with the neutrinos, all processes of one kind together, at strength one: ``BoltzmannEquation``'s table for two separate
/// temperatures. MeV.
final class ContactRates: Sendable {
  /// What changes the number in proportion to.
  enum Kind: Hashable {
    /// n, slowed down by time dilation.
    case decay
    /// n.
    case collision
    /// n^2.
    case pair
  }

  struct Term: Hashable {
    let contact: ThermalSpecies.Contact
    let kind: Kind
  }

  let particle: RelicParticle
  /// Those that are there at all.
  let terms: [Term]
  private let bath: CosmicBath
  /// ln n_eq exp(m/T), <m/E>, (<E> - m)/T, and ln of every term; GeV.
  private let table: RateTable

  init(_ equation: BoltzmannEquation) {
    particle = equation.particle
    bath = equation.bath
    let (particle, kinds) = (equation.particle, equation.kinds)
    func term(_ k: Int) -> Term { Term(contact: kinds[k].contact, kind: kinds[k].particles == 2 ? .pair : kinds[k].isDecay ? .decay : .collision) }
    var terms: [Term] = []
    for k in equation.active where !terms.contains(term(k)) { terms.append(term(k)) }
    self.terms = terms
    table = RateTable(like: equation.table, columns: 3 + terms.count) { t, column in
      [column(0), column(1), particle.meanEnergy(temperature: t) / t - particle.mass / t]
        + terms.map { wanted in
          let sum = equation.active.filter { term($0) == wanted }.reduce(0) { $0 + exp(column(2 + $1)) }
          return sum > 0 ? max(RateTable.nothing, log(sum)) : RateTable.nothing
        }
    }
  }

  /// The particle in equilibrium at one temperature.
  struct Equilibrium {
    /// MeV^3.
    var number = 0.0
    /// MeV^4.
    var energy = 0.0
    /// <m/E>.
    var slowing: Double
    /// With a chemical potential of its partners: an approximation for the rare, exact with Maxwell-Boltzmann statistics.
    mutating func dilute(_ fugacity: Double) { (number, energy) = (fugacity * number, fugacity * energy) }

    /// Below the end of the table.
    let isOver: Bool
    fileprivate let at: RateTable.Location
  }

  /// At a temperature in MeV. Below the end of the table nothing but decays is left.
  func equilibrium(temperature: Double) -> Equilibrium {
    let t = temperature * 1e-3
    let w = log(t)
    let at = table.locate(max(w, table.lowest))
    let slowing = table.value(at, 1)
    guard w > table.lowest else { return Equilibrium(slowing: slowing, isOver: true, at: at) }
    let number = exp(table.value(at, 0) - particle.mass / t) * 1e9
    return Equilibrium(number: number, energy: number * (particle.mass + t * table.value(at, 2)) * 1e3, slowing: slowing, isOver: false, at: at)
  }

  /// Of one term in MeV, per particle in equilibrium; of a pair in MeV^-2, gamma/n_eq^2.
  func rate(_ k: Int, _ equilibrium: Equilibrium) -> Double {
    guard !equilibrium.isOver || terms[k].kind == .decay else { return 0 }
    let logarithm = table.value(equilibrium.at, 3 + k)
    guard logarithm > RateTable.nothing + 1 else { return 0 }
    return exp(logarithm) * (terms[k].kind == .pair ? 1e-6 : 1e3)
  }

  /// Decays at temperatures in MeV up to a given one: the smallest rate over H to what they touch most, zero where the bath stops them for a while, and the largest share of the energy of radiation
  /// that passes to the other in equilibrium per e-fold.
  func decays(below hottest: Double) -> (kept: Double, other: Double) {
    let (plasma, neutrinos) = (decaysOverHubble(.electromagnetic, below: hottest), decaysOverHubble(.neutrinos, below: hottest))
    func least(_ list: [Decays]) -> Double { list.map(\.rate).min() ?? 0 }
    func most(_ list: [Decays]) -> Double { list.map { $0.rate * $0.share }.max() ?? 0 }
    return least(plasma) > least(neutrinos) ? (least(plasma), most(neutrinos)) : (least(neutrinos), most(plasma))
  }

  private struct Decays {
    /// Over H.
    let rate: Double
    /// Energy of the particle in equilibrium over that of photons, electrons and neutrinos while all are massless.
    let share: Double
  }

  /// Whether X X <-> nu nubar, which changes n_nu + 2 n_X, is faster than H at T = m/3: n_eq pi alpha^2/T^2 with alpha = g^2/(4 pi) = 2 Gamma/m for three flavours. An estimate to a factor of a few, which is
  /// one of two in the coupling g of about 1e-5.
  func restoresNeutrinos(strength: Double) -> Bool {
    guard let k = terms.firstIndex(of: Term(contact: .neutrinos, kind: .decay)) else { return false }
    let (end, middle) = (equilibrium(temperature: exp(table.lowest) * 1e3), particle.mass * 1e3 / 3)
    let alpha = 2 * strength * rate(k, end) / end.slowing / (particle.mass * 1e3)
    let hubble = bath.state(logTemperature: log(particle.mass / 3)).hubble * 1e3
    return equilibrium(temperature: middle).number * Double.pi * alpha * alpha / (middle * middle) > hubble
  }

  /// Largest share of the energy of radiation that inverse decays take from neutrinos per e-fold below 3 MeV, where the number of neutrinos is not restored.
  var energyFromNeutrinos: Double { decaysOverHubble(.neutrinos, below: 3).reduce(0) { max($0, $1.rate * $1.share) } }

  /// At the nodes up to a temperature in MeV.
  private func decaysOverHubble(_ contact: ThermalSpecies.Contact, below hottest: Double) -> [Decays] {
    guard let k = terms.firstIndex(of: Term(contact: contact, kind: .decay)) else { return [] }
    return (1...table.cells).map { table.lowest + Double($0) * table.step }.filter { exp($0) * 1e3 <= hottest }.map { w in
      let here = equilibrium(temperature: exp(w) * 1e3)
      let radiation = 10.75 * Double.pi * Double.pi / 30 * pow(exp(w) * 1e3, 4)
      return Decays(rate: rate(k, here) / (bath.state(logTemperature: w).hubble * 1e3), share: here.energy / radiation)
    }
  }
}
