import EarlyUniverse
import Foundation
import Numerics
import Portals
import Testing

/// A particle made and destroyed within the thermal history: the limits in which simpler descriptions are exact, and what must be conserved.
@Suite struct InteractingSpeciesTests {
  private struct Case {
    var portal: Portal
    /// GeV.
    var mass: Double
    var reheating: Double

    static func darkPhoton(_ mass: Double, reheating: Double) -> Case { Case(portal: .vector(.darkPhoton), mass: mass, reheating: reheating) }

    static func muonMinusTau(_ mass: Double, reheating: Double) throws -> Case {
      Case(portal: try Models.find("l-mu-minus-l-tau").portal, mass: mass, reheating: reheating)
    }

    func calculation() throws -> AbundanceCalculation {
      var settings = AbundanceCalculation.Settings()
      settings.reheatingTemperature = reheating
      return try AbundanceCalculation(portal, mass: mass, settings: settings)
    }

    func history(_ coupling: Double) throws -> ThermalHistory {
      let calculation = try calculation()
      var content = UniverseContent.standard
      content.interacting = calculation.interactingSpecies(try calculation.abundance(coupling: coupling))
      return try ThermalHistory.compute(content)
    }
  }

  private static let lowest = AbundanceInputs.lowestReheating.value

  /// Collisions and decays far above H keep it in equilibrium with what it touches.
  @Test func strongCouplingIsEquilibrium() throws {
    for mass in [3.0, 10, 20] {
      var content = UniverseContent.standard
      content.species = [ThermalSpecies(.vector, mass: mass, contact: .electromagnetic)]
      let expected = try ThermalHistory.compute(content)
      let found = try Case.darkPhoton(mass * 1e-3, reheating: 1).history(1e-5)
      #expect(abs(found.effectiveNeutrinos - expected.effectiveNeutrinos) < 3e-4, "\(mass) MeV")
      let (one, other) = (try found.epoch(atPhotonTemperature: 1), try expected.epoch(atPhotonTemperature: 1))
      #expect(abs(one.hubbleRate / other.hubbleRate - 1) < 1e-4)
    }
  }

  /// What was made before the history begins and only decays is a decaying species.
  @Test func weakCouplingIsDecay() throws {
    for coupling in [3e-12, 1e-11, 3e-11] {
      let photon = Case.darkPhoton(0.4, reheating: 1)
      let relic = try photon.calculation().abundance(coupling: coupling)
      var content = UniverseContent.standard
      content.decaying = DecayingSpecies(
        mass: 400, lifetime: try #require(relic.widths.lifetimeSeconds), entropyYield: try #require(relic.frozenYield),
        shares: InjectedDecay(relic.widths).shares(stopped: true))
      let (expected, found) = (try ThermalHistory.compute(content), try photon.history(coupling))
      let change = try expected.effectiveNeutrinos - ThermalHistory.compute().effectiveNeutrinos
      #expect(abs(found.effectiveNeutrinos - expected.effectiveNeutrinos) < 1e-5 + 0.01 * abs(change), "\(coupling): \(change)")
    }
  }

  /// While it is rare its number is that of the Boltzmann equation in the Standard Model.
  @Test func rareParticlesAreThoseOfTheBoltzmannEquation() throws {
    for (mass, coupling) in [(0.003, 1e-12), (0.012, 1e-12), (0.03, 1e-12)] {
      let photon = Case.darkPhoton(mass, reheating: 0.0041)
      let history = try photon.history(coupling)
      let relic = try photon.calculation().abundance(coupling: coupling)
      let point = try #require(relic.evolution.last { $0.temperature > 3e-4 })
      let bath = try CosmicBath.shared().state(logTemperature: log(point.temperature))
      let index = try #require(history.epochs.firstIndex { $0.photonTemperature < point.temperature * 1e3 })
      // Per comoving volume between the two epochs nothing happens but decays.
      let found = history.decays[index].numberDensity * pow(history.epochs[index].scaleFactor, 3)
      let scale = try history.epoch(atPhotonTemperature: point.temperature * 1e3).scaleFactor
      let expected = point.entropyYield * bath.comovingEntropy * 1e9 * pow(scale, 3)
      #expect(abs(found / expected - 1) < 0.01, "\(mass) GeV: \(found / expected)")
    }
  }

  /// Nothing is there above the reheating temperature, and nothing is lost when it begins.
  @Test func nothingBeforeReheating() throws {
    let history = try Case.darkPhoton(0.003, reheating: Self.lowest).history(1e-6)
    for (epoch, particle) in zip(history.epochs, history.decays) where epoch.photonTemperature > Self.lowest * 1e3 * (1 + 1e-8) {
      #expect(particle.numberDensity == 0)
    }
    #expect(history.decays.contains { $0.numberDensity > 0.1 })
  }

  /// Whatever the particle exchanges: over the whole history, and on the way to what the interpolation between the epochs leaves.
  @Test func energyIsConserved() throws {
    let cases = [
      (Case.darkPhoton(0.003, reheating: Self.lowest), 3e-10), (.darkPhoton(0.003, reheating: Self.lowest), 1e-7),
      (try .muonMinusTau(0.005, reheating: 1), 1e-7),
      (try .muonMinusTau(0.001, reheating: Self.lowest), 1e-9), (Case(portal: try Models.find("hnl-e").portal, mass: 0.05, reheating: 1), 1e-7),
    ]
    for (particle, coupling) in cases {
      // After reheating and the approach to equilibrium, where steps are short against their changes.
      let epochs = try particle.history(coupling).epochs.filter { $0.photonTemperature < min(20, particle.reheating * 600) }
      let imbalances = ThermalHistoryTests.energyImbalances(epochs)
      let (last, largest) = (try #require(imbalances.last), imbalances.reduce(0) { max($0, abs($1)) })
      #expect(abs(last) < 1e-6 && largest < 1.5e-6, "\(particle.mass), \(coupling): \(last), \(largest)")
    }
  }

  /// A vector that comes to equilibrium with neutrinos after they have parted from the plasma takes energy E and twice its number from them and gives both back when it is heavy.
  ///
  /// Energy and 2 n_X + n_nu conserved when it is made while relativistic, entropy and the same number afterwards: Delta N_eff = 3.044 (rho'/rho - 1) = 0.258 with n_X = e^(2 eta) n_eq (0.246 with the
  /// Bose distribution of that chemical potential). The same laws give a scalar 0.12, where arXiv:1909.04044 has 0.11 (recalled). The tolerance
  /// is the distance of the two and as much again, since m/T is not zero when it is made. Without chemical potentials it would be 0.495.
  @Test func lateEquilibriumWithNeutrinos() throws {
    let standard = try ThermalHistory.compute().effectiveNeutrinos
    for coupling in [2e-10, 4e-10] {
      let found = try Case.muonMinusTau(5e-5, reheating: Self.lowest).history(coupling).effectiveNeutrinos - standard
      #expect(abs(found - 0.252) < 0.012, "\(coupling): \(found)")
    }
  }

  /// A particle in contact with both holds their temperatures together, the longer, the stronger it couples.
  @Test func contactWithBothTiesTemperatures() throws {
    let vector = try Case.muonMinusTau(0.005, reheating: 1)
    let ratios = try [1e-7, 1e-6, 1e-5, 1e-3].map { coupling in
      let epoch = try vector.history(coupling).epoch(atPhotonTemperature: 0.1)
      return epoch.muonNeutrinoTemperature / epoch.photonTemperature
    }
    #expect(zip(ratios, ratios.dropFirst()).allSatisfy { $0 < $1 }, "\(ratios)")
    let tied = try vector.history(1e-3).epoch(atPhotonTemperature: 0.8)
    #expect(abs(tied.muonNeutrinoTemperature / tied.photonTemperature - 1) < 0.01)
  }

  @Test func neutrinoNumbers() {
    let none = NeutrinoDilution(1)
    #expect(abs(none.fugacity - 1) < 1e-4 && abs(none.temperature - 1) < 1e-4)
    // Far below equilibrium, Maxwell-Boltzmann: n = 2 z, rho = 6 z over 1.8031, 5.6822.
    for ratio in [0.1, 0.2] {
      let fugacity = pow(ratio * pow(6 / 5.682_197, 0.75) / (2 / 1.803_085), 4)
      let few = NeutrinoDilution(ratio)
      #expect(abs(few.fugacity / fugacity - 1) < 1e-3)
      #expect(abs(few.temperature / pow(6 * fugacity / 5.682_197, -0.25) - 1) < 1e-3)
    }
  }

  /// At rest, massless, and in equilibrium.
  @Test func pressureFollowsFromNumberAndEnergy() throws {
    for statistics in QuantumStatistics.allCases {
      let moments = try ThermalMoments.of(statistics)
      #expect(moments.values(number: 1, energy: 2, mass: 2).slowed == 1)
      #expect(abs(moments.values(number: 1, energy: 1e3, mass: 1).pressure / (1e3 / 3) - 1) < 0.01)
      #expect(abs(moments.values(number: 1, energy: 1.01, mass: 1).pressure / (0.02 / 3) - 1) < 0.01)
      let particle = RelicParticle(mass: 2, states: 1, statistics: statistics)
      let gas = IdealGas.of(statistics).values(logRatio: log(2.0))
      let number = particle.scaledDensity(temperature: 1) * exp(-2)
      let found = moments.values(number: number, energy: gas.energy, mass: 2)
      #expect(abs(found.pressure / gas.pressure - 1) < 1e-4)
      #expect(abs(found.slowed / (number * particle.slowing(temperature: 1)) - 1) < 1e-4)
    }
  }
}
