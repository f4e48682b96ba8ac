import EarlyUniverse
import Foundation
import Numerics
import Testing

@Suite struct ThermalHistoryTests {
  private static func history(_ change: (inout UniverseContent) -> Void = { _ in }, _ settings: ThermalHistory.Settings = .init()) throws -> ThermalHistory {
    var content = UniverseContent.standard
    change(&content)
    return try ThermalHistory.compute(content, settings: settings)
  }

  /// The cubic through four points.
  private static func cubic(_ nodes: [Double], _ values: [Double], at x: Double) -> Double {
    var sum = 0.0
    for a in 0..<4 {
      var term = values[a]
      for b in 0..<4 where b != a { term *= (x - nodes[b]) / (nodes[a] - nodes[b]) }
      sum += term
    }
    return sum
  }

  @Test func standardModel() throws {
    let history = try Self.history()
    #expect(abs(history.effectiveNeutrinos - 3.044) < 1e-3)
    let last = try #require(history.epochs.last)
    #expect(last.photonTemperature < 1e-3 && last.photonTemperature > 0.9e-3)
    #expect(abs(last.scaleFactor * last.photonTemperature / EarlyUniverseInputs.temperatureToday - 1) < 1e-12)
    #expect(last.electronNeutrinoTemperature > last.muonNeutrinoTemperature)
    #expect(history.decays.isEmpty)
    for (before, after) in zip(history.epochs, history.epochs.dropFirst()) {
      #expect(after.time > before.time && after.photonTemperature < before.photonTemperature && after.hubbleRate < before.hubbleRate)
    }
  }

  /// N_eff does not depend on tolerance, step or start within 1e-5 (the target) by a wide margin.
  @Test func converged() throws {
    var fine = ThermalHistory.Settings()
    fine.tolerance = 1e-9
    fine.largestStep = 0.02
    fine.startTemperature = 50
    #expect(abs(try Self.history().effectiveNeutrinos - Self.history({ _ in }, fine).effectiveNeutrinos) < 1e-6)
    fine.startTemperature = 15
    #expect(abs(try Self.history().effectiveNeutrinos - Self.history({ _ in }, fine).effectiveNeutrinos) < 1e-6)
  }

  /// First law: d(rho a^4) = (rho - 3p) a^4 d ln a, all along, with and without a decaying particle.
  @Test(arguments: [false, true]) func energyIsConserved(decaying: Bool) throws {
    let history = try Self.history {
      if decaying {
        $0.decaying = DecayingSpecies(
          mass: 20, lifetime: 0.3, entropyYield: 1e-3, momenta: .relativistic(.boson, ratio: 0.8),
          shares: .init(electromagnetic: 0.5, electronNeutrino: 0.3, dark: 0.2))
      }
    }
    #expect(Self.energyImbalances(history.epochs).allSatisfy { abs($0) < 1e-6 })
  }

  /// Relative violation of d(rho a^4)/d ln a = (rho - 3 p) a^4 from the first epoch to each, the right side integrated along the epochs.
  static func energyImbalances(_ epochs: [ThermalHistory.Epoch]) -> [Double] {
    let rule = GaussLegendre(order: 6)
    let first = epochs[1].energyDensity * pow(epochs[1].scaleFactor, 4)
    var gained = 0.0
    return (1..<epochs.count - 2).map { i in
      let nodes = (-1...2).map { log(epochs[i + $0].scaleFactor / epochs[i].scaleFactor) }
      let values = (-1...2).map { (epochs[i + $0].energyDensity - 3 * epochs[i + $0].pressure) * pow(epochs[i + $0].scaleFactor, 4) }
      gained += rule.integrate(from: 0, to: nodes[2]) { cubic(nodes, values, at: $0) }
      let now = epochs[i + 1].energyDensity * pow(epochs[i + 1].scaleFactor, 4)
      return (now - gained - first) / now
    }
  }

  /// The Friedmann equation and the time it implies: t = 1/(2H) while radiation dominates and g_* is constant.
  @Test func timeOfRadiation() throws {
    let last = try #require(Self.history { $0.matterDensity = 0 }.epochs.last)
    #expect(abs(2 * last.time * last.hubbleRate - 1) < 2e-4)
  }

  @Test func extraRadiationIsWhatWasAskedFor() throws {
    let standard = try Self.history().effectiveNeutrinos
    for extra in [-1.0, 0.3, 2] { #expect(abs(try Self.history { $0.extraNeutrinos = extra }.effectiveNeutrinos - standard - extra) < 1.1e-5) }
    #expect(throws: NumericsError.self) { try Self.history { $0.extraNeutrinos = -20 } }
    #expect(throws: NumericsError.self) { try Self.history { $0.extraNeutrinos = .nan } }
  }

  /// A massless species counts with its states; one that is gone at the start changes nothing.
  @Test func limitsOfThermalSpecies() throws {
    let standard = try Self.history { $0.mixing = .complete }.effectiveNeutrinos
    let massless = try Self.history {
      $0.mixing = .complete
      $0.species = [ThermalSpecies(.majoranaFermion, mass: 0, contact: .neutrinos)]
    }
    // Nothing annihilates into neutrinos, and the species is a fourth of them at the same temperature.
    let ratio = massless.effectiveNeutrinos / standard
    #expect(abs(ratio - 4.0 / 3) < 2e-3)
    for contact in ThermalSpecies.Contact.allCases {
      let heavy = try Self.history {
        $0.mixing = .complete
        $0.species = [ThermalSpecies(.vector, mass: 2000, contact: contact)]
      }
      #expect(abs(heavy.effectiveNeutrinos - standard) < 1e-6)
    }
  }

  /// Entropy of a decoupled electromagnetic species goes to photons, of a neutrinophilic one to neutrinos; more states do more.
  @Test func thermalSpeciesHeatTheirPartners() throws {
    func neff(_ kind: ThermalSpecies.Kind, _ contact: ThermalSpecies.Contact) throws -> Double {
      try Self.history {
        $0.mixing = .complete
        $0.species = [ThermalSpecies(kind, mass: 3, contact: contact)]
      }.effectiveNeutrinos
    }
    let kinds: [ThermalSpecies.Kind] = [.realScalar, .complexScalar, .vector, .diracFermion]
    let (electro, neutrino) = (try kinds.map { try neff($0, .electromagnetic) }, try kinds.map { try neff($0, .neutrinos) })
    for (a, b) in zip(electro, electro.dropFirst()) { #expect(a > b) }
    for (a, b) in zip(neutrino, neutrino.dropFirst()) { #expect(a < b) }
    #expect(electro[0] < 3.044 && neutrino[0] > 3.046)
  }

  @Test func lookupMeetsTheEpochs() throws {
    let history = try Self.history()
    var fine = ThermalHistory.Settings()
    fine.largestStep = 0.013
    let other = try Self.history({ _ in }, fine)
    for epoch in other.epochs[5..<other.epochs.count - 5] where epoch.photonTemperature < 25 && epoch.photonTemperature > 1.01e-3 {
      let found = try history.epoch(atPhotonTemperature: epoch.photonTemperature)
      #expect(abs(found.electronNeutrinoTemperature / epoch.electronNeutrinoTemperature - 1) < 2e-6)
      #expect(abs(found.time / epoch.time - 1) < 1e-5)
      #expect(abs(try history.epoch(atTime: found.time).photonTemperature / epoch.photonTemperature - 1) < 1e-6)
    }
    #expect(throws: NumericsError.self) { try history.epoch(atTime: 1e12) }
    #expect(throws: NumericsError.self) { try history.epoch(atPhotonTemperature: 100) }
  }
}
