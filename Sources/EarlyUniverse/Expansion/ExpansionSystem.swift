import Foundation
import Numerics

/// The equations of the expansion in N = ln(a/a_start): photon temperature, three neutrino states, time, dark radiation and what each further particle needs.
///
/// State: 0 ln(T_gamma a/a_start) (MeV), 1-3 the same of the neutrino states (nearly constant, which keeps the order of the stiff solver), 4 time in s, 5 energy of dark radiation from decays times (a/a_start)^4 in MeV^4,
/// 6... proper time in s of each momentum of the decaying particle, then the variables of an annihilating one (``AnnihilatingGas``), then those of an interacting one (``InteractingGas``).
struct ExpansionSystem {
  static let fixed = 6
  /// Of a temperature in MeV, either way: far outside every history.
  private static let largestLogarithm = 40.0
  let content: UniverseContent
  private let startTemperature: Double
  private let plasma: Plasma
  private let neutrinoGas: Plasma?
  private let exchange: NeutrinoEnergyExchange
  let decay: DecayingGas?
  let relic: AnnihilatingGas?
  let interacting: InteractingGas?
  /// Whether ``Foresight`` is one.
  let isFirstGuess: Bool
  /// N from which on the interacting particle is made.
  var makesInteractingFrom = Double.infinity
  private let darkRadiation: Double
  private let matter: Double
  private static let logElectronMass = log(EarlyUniverseInputs.electronMass)
  /// 8 pi G/3 in MeV^-2.
  private static let gravity = 8 * Double.pi / 3 * EarlyUniverseInputs.newton

  /// - Parameter foresight: a guess until the history is known.
  init(_ content: UniverseContent, startTemperature: Double, _ foresight: Foresight) throws {
    self.content = content
    isFirstGuess = foresight.expansion == nil
    self.startTemperature = startTemperature
    plasma = Plasma(
      electromagnetic: .of(content.interaction),
      gases: content.species.filter { $0.contact == .electromagnetic }.map(Plasma.Gas.init) + (content.heavyParticles ? Plasma.muonsAndPions : []))
    let contacts = content.species.filter { $0.contact == .neutrinos }
    neutrinoGas = contacts.isEmpty ? nil : Plasma(electromagnetic: nil, gases: contacts.map(Plasma.Gas.init))
    exchange = try NeutrinoEnergyExchange.shared()
    let today = EarlyUniverseInputs.temperatureToday
    darkRadiation = foresight.dark * 7 / 8 * pow(4.0 / 11, 4.0 / 3) * Double.pi * Double.pi / 15 * pow(today / foresight.scale, 4)
    matter = content.matterDensity * EarlyUniverseInputs.criticalDensity / pow(foresight.scale, 3)
    relic = content.annihilating.map { AnnihilatingGas($0, startScale: foresight.scale, end: foresight.annihilated) }
    let entropy = (plasma.values(logTemperature: log(startTemperature)).entropy + 3 * Plasma.neutrino * 4 / 3) * pow(startTemperature, 3)
    decay = try content.decaying.map { try DecayingGas($0, density: $0.entropyYield * entropy, photonTemperature: startTemperature) }
    interacting = try content.interacting.map { try InteractingGas($0, entropy: entropy, startTemperature: startTemperature) }
  }

  var dimension: Int { interactingIndex + (interacting?.variables ?? 0) }
  private var interactingIndex: Int { relicIndex + (relic == nil ? 0 : AnnihilatingGas.variables) }
  private var relicIndex: Int { Self.fixed + (decay?.momenta.count ?? 0) }
  private var commonTemperature: Bool { content.mixing == .complete || neutrinoGas != nil }

  /// State at the start: all at one temperature, time 1/(2H).
  func initialState() throws -> [Double] {
    let t = log(startTemperature)
    var state = [t, t, t, t, 0, 0] + [Double](repeating: 0, count: interactingIndex - Self.fixed) + (interacting?.initial ?? [])
    let hubble = try expansion(0, state.withUnsafeBufferPointer { conditions(0, $0) })
    let time = 0.5 * EarlyUniverseInputs.hbar / hubble
    state[4] = time
    if let decay { for k in decay.momenta.indices { state[Self.fixed + k] = time * decay.slowing(k, expansion: 1) } }
    return state
  }

  /// Of each variable. Times and dark radiation start from nothing; what annihilations add to it is followed from 1e-10 of the start's energy on.
  func absoluteTolerances(_ tolerance: Double) -> [Double] {
    let dark = relic == nil && interacting == nil ? 1e-30 : 1e-10 * fourth(startTemperature)
    return [tolerance, tolerance, tolerance, tolerance, 1e-30, dark] + [Double](repeating: 1e-30, count: relicIndex - Self.fixed)
      + [Double](repeating: tolerance, count: interactingIndex - relicIndex) + (interacting?.absoluteTolerances(tolerance) ?? [])
  }

  /// Share of the relic, by today's density, that annihilated.
  ///
  /// - Throws: ``AnnihilatingSpeciesError`` where it is too large for today's density to tell the earlier one.
  func annihilatedShare(_ y: [Double]) throws -> Double {
    guard let relic else { return 0 }
    let share = y[relicIndex + 1]
    guard share <= AnnihilatingSpecies.largestAnnihilatedShare else {
      throw AnnihilatingSpeciesError(
        name: "the share of today's number that annihilates below \(relic.particle.activeBelow) MeV", value: share,
        allowed: "up to \(AnnihilatingSpecies.largestAnnihilatedShare); with more it was close to equilibrium there")
    }
    return share
  }

  /// Densities at one time.
  struct Conditions {
    var photon = 0.0
    var logPhoton = 0.0
    var values = IdealGas.Values.zero
    var states = (0.0, 0.0, 0.0)
    var gas = IdealGas.Values.zero
    var flavours = (0.0, 0.0, 0.0)
    var composition: HermiteTable.Location?
    /// Total energy density in MeV^4 and its parts.
    var energy = 0.0
    var pressure = 0.0
    var neutrinoEnergy = 0.0
    var darkEnergy = 0.0
    var decaying = DecayingGas.State()
    var annihilating = AnnihilatingGas.State()
    var interacting = InteractingGas.State()
    var dilution = NeutrinoDilution.none
  }

  func conditions(_ n: Double, _ y: UnsafeBufferPointer<Double>) -> Conditions {
    var c = Conditions()
    let growth = exp(n)
    let growth4 = growth * growth * growth * growth
    c.logPhoton = y[0] - n
    c.photon = exp(c.logPhoton)
    c.values = plasma.values(logTemperature: c.logPhoton)
    c.states = (exp(y[1] - n), exp(y[2] - n), exp(y[3] - n))
    let e = (fourth(c.states.0), fourth(c.states.1), fourth(c.states.2))
    if commonTemperature || content.mixing == .none {
      c.flavours = c.states
    } else {
      let table = FlavourComposition.standard
      let at = table.locate(c.logPhoton)
      c.composition = at
      func flavour(_ f: Int) -> Double {
        (table.value(at, f, 0) * e.0 + table.value(at, f, 1) * e.1 + table.value(at, f, 2) * e.2).squareRoot().squareRoot()
      }
      c.flavours = (flavour(0), flavour(1), flavour(2))
    }
    c.neutrinoEnergy = Plasma.neutrino * (e.0 + e.1 + e.2)
    c.pressure = c.neutrinoEnergy / 3
    if let neutrinoGas {
      c.gas = neutrinoGas.values(logTemperature: y[1] - n)
      c.neutrinoEnergy += c.gas.energy * e.0
      c.pressure += c.gas.pressure * e.0
    }
    c.darkEnergy = (darkRadiation + y[5]) / growth4
    if let decay { c.decaying = decay.state(expansion: growth, properTimes: UnsafeBufferPointer(rebasing: y[Self.fixed...])) }
    if let relic {
      c.annihilating = relic.state(expansion: growth, photon: c.photon, logTemperature: y[relicIndex], integral: y[relicIndex + 1])
    }
    if let interacting {
      c.interacting = interacting.state(expansion: growth, (y[interactingIndex], y[interactingIndex + 1]))
      if interacting.countsNeutrinos { c.dilution = dilution(number: y[interactingIndex + 2], flavours: c.flavours, growth: growth) }
    }
    c.energy = c.values.energy * fourth(c.photon) + c.neutrinoEnergy + c.darkEnergy + matter / (growth * growth * growth) + c.decaying.energy
    c.energy += c.interacting.energy
    c.pressure += c.values.pressure * fourth(c.photon) + c.darkEnergy / 3 + c.decaying.pressure + c.interacting.pressure
    return c
  }

  /// Expansion rate in MeV.
  func expansion(_ n: Double, _ c: Conditions) throws -> Double {
    guard c.energy > 0, c.energy.isFinite else {
      throw NumericsError.domain(
        label: "expansion of the Universe", reason: "the energy density is \(c.energy) MeV^4 at a photon temperature of \(c.photon) MeV")
    }
    return (Self.gravity * c.energy).squareRoot()
  }

  func derivative(_ n: Double, _ y: UnsafeBufferPointer<Double>, _ out: UnsafeMutableBufferPointer<Double>) throws {
    // A stage that ran away from a stiff particle: the step is tried again with a smaller one.
    func refuse() { for i in 0..<dimension { out[i] = .nan } }
    guard (0..<4).allSatisfy({ abs(y[$0] - n) < Self.largestLogarithm }) else { return refuse() }
    let c = conditions(n, y)
    if interacting != nil, c.energy <= 0 { return refuse() }
    let hubble = try expansion(n, c)
    let gains = exchange.gains(photon: c.photon, logRatio: Self.logElectronMass - c.logPhoton, flavours: c.flavours, kinetic: c.dilution.temperature)
    var heat = (gains.0 / hubble, gains.1 / hubble, gains.2 / hubble)
    var photonHeat = -(heat.0 + heat.1 + heat.2)
    let growth = exp(n)
    out[5] = 0
    func release(_ power: Double, _ shares: DecayingSpecies.EnergyShares) {
      photonHeat += shares.electromagnetic * power
      heat.0 += shares.electronNeutrino * power
      heat.1 += shares.muonNeutrino * power
      heat.2 += shares.tauNeutrino * power
      out[5] += shares.dark * power * growth * growth * growth * growth
    }
    if let decay {
      release(c.decaying.power / hubble, decay.particle.shares)
      for k in decay.momenta.indices { out[Self.fixed + k] = EarlyUniverseInputs.hbar / hubble * decay.slowing(k, expansion: growth) }
    }
    if let relic, relic.particle.heats { release(c.annihilating.power / hubble, relic.particle.shares) }
    if let interacting {
      let exchange = exchange(n, c, hubble: hubble)
      photonHeat += exchange.photons / hubble
      heat.0 += exchange.neutrinos.0 / hubble
      heat.1 += exchange.neutrinos.1 / hubble
      heat.2 += exchange.neutrinos.2 / hubble
      let volume = growth * growth * growth
      out[5] += exchange.dark / hubble * volume * growth
      out[interactingIndex] = -exchange.number / hubble * volume / interacting.number
      if interacting.countsNeutrinos {
        let made = self.exchange.pairsMade(photon: c.photon, logRatio: Self.logElectronMass - c.logPhoton, flavours: c.flavours)
        out[interactingIndex + 2] = (made + exchange.neutrinoNumber) / hubble * volume / initialNeutrinos
      }
      out[interactingIndex + 1] = -(3 * c.interacting.pressure + exchange.energy / hubble) * volume / interacting.energy
    }
    out[0] = (photonHeat / fourth(c.photon) - 3 * c.values.entropy) / c.values.heatCapacity + 1
    if commonTemperature {
      // One temperature: neutrinos and the species in contact with them.
      let capacity = 3 * 4 * Plasma.neutrino + c.gas.heatCapacity
      let entropy = 3 * 4.0 / 3 * Plasma.neutrino + c.gas.entropy
      let slope = ((heat.0 + heat.1 + heat.2) / fourth(c.states.0) - 3 * entropy) / capacity + 1
      (out[1], out[2], out[3]) = (slope, slope, slope)
    } else {
      var shared = heat
      if let at = c.composition {
        let table = FlavourComposition.standard
        func state(_ i: Int) -> Double { table.value(at, 0, i) * heat.0 + table.value(at, 1, i) * heat.1 + table.value(at, 2, i) * heat.2 }
        shared = (state(0), state(1), state(2))
      }
      let scale = 1 / (4 * Plasma.neutrino)
      out[1] = scale * shared.0 / fourth(c.states.0)
      out[2] = scale * shared.1 / fourth(c.states.1)
      out[3] = scale * shared.2 / fourth(c.states.2)
    }
    out[4] = EarlyUniverseInputs.hbar / hubble
    if let relic {
      // d ln T/dN = out[0] - 1.
      out[relicIndex] = c.photon > relic.particle.kineticDecoupling ? 0 : -1 - out[0]
      out[relicIndex + 1] = c.annihilating.undepleted / hubble
    }
  }

  /// Of neutrinos with a number in units of that at the start, and temperatures of their energy.
  private func dilution(number: Double, flavours t: (Double, Double, Double), growth: Double) -> NeutrinoDilution {
    NeutrinoDilution(number * initialNeutrinos / (NeutrinoDilution.number(t) * growth * growth * growth))
  }

  /// Number density at the start, MeV^3.
  private var initialNeutrinos: Double { NeutrinoDilution.number((startTemperature, startTemperature, startTemperature)) }

  /// What the interacting particle does, nothing before it is made.
  func exchange(_ n: Double, _ c: Conditions, hubble: Double) -> InteractingGas.Exchange {
    guard let interacting, n >= makesInteractingFrom else { return .init() }
    return interacting.exchange(
      c.interacting, photon: c.photon, flavours: c.flavours, dilution: c.dilution, total: c.energy, hubble: hubble, since: n - makesInteractingFrom)
  }

  private func fourth(_ t: Double) -> Double { t * t * t * t }
}
