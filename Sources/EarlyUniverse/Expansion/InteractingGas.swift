import Foundation

/// A particle in exchange with plasma and neutrinos along the expansion, by number and energy density:
///
///     dn/dt + 3 H n = - sum L_n,   d rho/dt + 3 H (rho + p) = - sum L_rho
///
///     decays and inverse decays:   L_n = Gamma (<m/E> n - <m/E>_eq n_eq),   L_rho = Gamma m (n - n_eq)
///     collisions:                  L_n = k (n - n_eq),                      L_rho = k (rho - rho_eq)
///     pairs:                       L_n = 2 r (n^2 - n_eq^2),                L_rho = 2 r (n rho - n_eq rho_eq)
///
/// each with the equilibrium at the temperature of what it touches; what it loses its partners gain, so energy is conserved whatever the rates are. The energy of decays is exact for any momenta
/// (E m/E = m). Momenta have the shape of equilibrium (``ThermalMoments``); Gamma holds the statistics of the products for a thermal distribution.
///
/// Where a boson is made of two neutrinos their number counts besides their energy (``NeutrinoDilution``), and equilibrium has the chemical potential 2 eta T: n_eq is that at their temperature times exp(2 eta).
final class InteractingGas: Sendable {
  /// Variables that it adds to the state: n a^3 and rho a^3 in units of ``number`` and ``energy``, and the number of neutrinos over that at the start where it is counted.
  var variables: Int { countsNeutrinos ? 3 : 2 }

  struct State {
    /// MeV^3.
    var number = 0.0
    /// MeV^4.
    var energy = 0.0
    var pressure = 0.0
    /// <m/E> n in MeV^3.
    var slowed = 0.0
  }

  /// What happens per volume and time, hbar = 1.
  struct Exchange {
    /// Loss of number, MeV^4.
    var number = 0.0
    /// Neutrinos made, MeV^4.
    var neutrinoNumber = 0.0
    /// Energy that each bath gains, MeV^5.
    var photons = 0.0
    var neutrinos = (0.0, 0.0, 0.0)
    var dark = 0.0
    /// Decays of what is there beyond equilibrium, MeV^4: the others put nothing new into a bath that they are in equilibrium with.
    var decays = 0.0

    var energy: Double { photons + neutrinos.0 + neutrinos.1 + neutrinos.2 + dark }

    mutating func give(_ power: Double, _ shares: DecayingSpecies.EnergyShares) {
      photons += shares.electromagnetic * power
      neutrinos.0 += shares.electronNeutrino * power
      neutrinos.1 += shares.muonNeutrino * power
      neutrinos.2 += shares.tauNeutrino * power
      dark += shares.dark * power
    }
  }

  /// A rate many times H is as good as one of this many: equilibrium is then kept to 1e-5 of the number.
  static let fastest = 1e5
  /// What takes a smaller share of the energy from neutrinos per e-fold does not change their number.
  private static let rare = 2e-3
  /// Excess over equilibrium, relative, from which on decays count as such: above the errors of the integration.
  private static let excess = 1e-3
  /// Reheating is not sudden: nothing comes to equilibrium faster than in a twentieth of an e-fold at first; the limit grows to ``fastest`` within a third of an e-fold.
  private static func fastest(since elapsed: Double) -> Double { min(fastest, 20 * exp(30 * elapsed)) }

  let species: InteractingSpecies
  private let moments: ThermalMoments
  /// Units of the variables at the start, MeV^3 and MeV^4.
  let number: Double
  let energy: Double
  private let start: (number: Double, energy: Double)
  private let mass: Double
  private let touchesNeutrinos: Bool
  /// Whether it is a boson that is made of two neutrinos often enough to change their number, and not so often that it restores it.
  let countsNeutrinos: Bool

  /// - Parameter entropy: of the Standard Model at the start, MeV^3.
  init(_ species: InteractingSpecies, entropy: Double, startTemperature: Double) throws {
    self.species = species
    moments = try ThermalMoments.of(species.rates.particle.statistics)
    mass = species.mass
    number = max(species.scale.largest, 1e-300) * entropy
    energy = number * (mass + 3 * min(species.reheating, startTemperature))
    let first = species.startYield * entropy
    start = (first / number, first * species.startEnergy / energy)
    touchesNeutrinos = species.rates.terms.contains { $0.contact == .neutrinos }
    countsNeutrinos =
      species.rates.particle.statistics == .boson && species.strength * species.rates.energyFromNeutrinos > Self.rare
      && !species.rates.restoresNeutrinos(strength: species.strength)
  }

  var initial: [Double] { [start.number, start.energy] + (countsNeutrinos ? [1] : []) }

  /// What is left at the end counts too, where it is far below the largest number.
  func absoluteTolerances(_ tolerance: Double) -> [Double] {
    let smallest = species.scale.smallest / max(species.scale.largest, 1e-300)
    let accuracy = tolerance * min(1, max(1e-9, 1e-2 * smallest))
    return [accuracy, accuracy] + (countsNeutrinos ? [tolerance] : [])
  }

  func state(expansion: Double, _ y: (number: Double, energy: Double)) -> State {
    let volume = expansion * expansion * expansion
    let (n, rho) = (number * y.number / volume, energy * y.energy / volume)
    let (pressure, slowed) = moments.values(number: n, energy: rho, mass: mass)
    return State(number: n, energy: rho, pressure: pressure, slowed: slowed)
  }

  /// - Parameters:
  ///   - flavours: temperatures of the neutrinos' energy in MeV.
  ///   - total: energy density of everything in MeV^4.
  ///   - hubble: H in MeV.
  ///   - elapsed: e-folds since it began to be made.
  func exchange(
    _ state: State, photon: Double, flavours: (Double, Double, Double), dilution: NeutrinoDilution, total: Double, hubble: Double, since elapsed: Double
  ) -> Exchange {
    let largest = Self.fastest(since: elapsed) * hubble
    func limited(_ rate: Double) -> Double { rate / (1 + rate / largest) }
    var exchange = Exchange()
    let rates = species.rates
    let neutrino = neutrinoTemperature(flavours) * dilution.temperature
    // Where a reaction takes the share s of its energy from neutrinos its Boltzmann factors are those of 1/T = (1 - s)/T_gamma + s/T_nu.
    let charged = species.plasmaShares.electromagnetic
    let plasma = rates.equilibrium(temperature: charged < 1 ? 1 / (charged / photon + (1 - charged) / neutrino) : photon)
    var neutrinos = plasma
    if touchesNeutrinos {
      neutrinos = rates.equilibrium(temperature: neutrino)
      neutrinos.dilute(dilution.fugacity * dilution.fugacity)
    }
    let thermal = (1 + Self.excess) * max(plasma.slowing * plasma.number, neutrinos.slowing * neutrinos.number)
    var bridge = Bridge()
    for (k, term) in rates.terms.enumerated() {
      let partner = term.contact == .neutrinos ? neutrinos : plasma
      let rate = species.strength * rates.rate(k, partner)
      guard rate > 0 else { continue }
      let shares = species.shares(of: term.contact)
      switch term.kind {
      case .decay:
        let full = rate / partner.slowing
        let width = limited(full)
        bridge.add(full, width, term.contact)
        let net = width * (state.slowed - partner.slowing * partner.number)
        exchange.number += net
        if term.contact == .neutrinos { exchange.neutrinoNumber += 2 * net }
        exchange.decays += width * max(0, state.slowed - thermal)
        exchange.give(width * mass * (state.number - partner.number), shares)
      case .collision:
        let full = rate
        let rate = limited(full)
        bridge.add(full, rate, term.contact)
        exchange.number += rate * (state.number - partner.number)
        exchange.give(rate * (state.energy - partner.energy), species.collisionShares)
      case .pair:
        // Less than nothing, below the tolerance, does not annihilate.
        let (number, energy) = (max(0, state.number), max(0, state.energy))
        let sum = max(number + partner.number, 1e-300)
        let rate = limited(2 * rate * sum) / sum
        exchange.number += rate * (number * number - partner.number * partner.number)
        exchange.give(rate * (number * energy - partner.number * partner.energy), .electromagneticOnly)
      }
    }
    if !plasma.isOver, !neutrinos.isOver {
      let through = bridge.power(mass * plasma.number, mass * neutrinos.number, limit: Self.fastest * hubble * total)
      exchange.give(-through, species.plasmaShares)
      exchange.give(through, species.neutrinoShares)
      exchange.neutrinoNumber += 2 * through / mass
    }
    exchange.number += species.unbalanced * state.slowed
    exchange.decays += species.unbalanced * max(0, state.slowed)
    exchange.dark += species.unbalanced * mass * state.number
    return exchange
  }

  /// Of the flavours that it is made from, by energy, MeV.
  private func neutrinoTemperature(_ t: (Double, Double, Double)) -> Double {
    let shares = species.neutrinoShares
    func part(_ share: Double, _ t: Double) -> Double { share * t * t * t * t }
    let sum = shares.electronNeutrino + shares.muonNeutrino + shares.tauNeutrino
    return ((part(shares.electronNeutrino, t.0) + part(shares.muonNeutrino, t.1) + part(shares.tauNeutrino, t.2)) / sum).squareRoot().squareRoot()
  }

  /// Energy that passes from the plasma through the particle into neutrinos, or back: k1 k2/(k1 + k2) (rho_1 - rho_2) where both rates are far above H, and the particle is in between. What the limited
  /// rates do not carry is carried without it.
  private struct Bridge {
    private var full = (0.0, 0.0)
    private var limited = (0.0, 0.0)

    mutating func add(_ full: Double, _ limited: Double, _ contact: ThermalSpecies.Contact) {
      if contact == .electromagnetic {
        (self.full.0, self.limited.0) = (self.full.0 + full, self.limited.0 + limited)
      } else {
        (self.full.1, self.limited.1) = (self.full.1 + full, self.limited.1 + limited)
      }
    }

    private static func series(_ k: (Double, Double)) -> Double { k.0 > 0 && k.1 > 0 ? k.0 * k.1 / (k.0 + k.1) : 0 }

    /// - Parameter limit: of the energy that may change hands per time: the two temperatures are then as good as one.
    func power(_ plasma: Double, _ neutrinos: Double, limit: Double) -> Double {
      let rate = Self.series(full) - Self.series(limited)
      return rate / (1 + rate * max(plasma, neutrinos) / limit) * (plasma - neutrinos)
    }
  }
}
