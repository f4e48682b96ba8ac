import EarlyUniverse
import Foundation
import Numerics
import Testing
import Units

@Suite struct AnnihilatingSpeciesTests {
  private static func species(
    mass: Double = 100, a: Double = 1e-28, b: Double = 0, kineticDecoupling: Double = 0, density: Double = 0.12, selfConjugate: Bool = true,
    shares: DecayingSpecies.EnergyShares = .electromagneticOnly, activeBelow: Double = 2
  ) -> AnnihilatingSpecies {
    AnnihilatingSpecies(
      mass: mass, crossSection: .cubicCentimetresPerSecond(a), pWave: .cubicCentimetresPerSecond(b), kineticDecoupling: kineticDecoupling, density: density,
      isSelfConjugate: selfConjugate, shares: shares, activeBelow: activeBelow)
  }

  private static func history(_ species: AnnihilatingSpecies, matter: Double? = nil, until temperature: Double = 1e-3) throws -> ThermalHistory {
    var content = UniverseContent.standard
    content.annihilating = species
    if let matter { content.matterDensity = matter }
    var settings = ThermalHistory.Settings()
    settings.endTemperature = temperature
    return try ThermalHistory.compute(content, settings: settings)
  }

  /// What the rate of each epoch is in units of n_0^2 with n_0 = (number today)/a^3, in cm^3/s.
  private static func perPair(_ history: ThermalHistory, mass: Double, density: Double = 0.12) -> [(epoch: ThermalHistory.Epoch, value: Double)] {
    // Omega h^2 = 1 is 1.053 672e-5 GeV/cm^3 (PDG), numbers per cm^3 and s.
    let today = density * 1.053_672e-2 / mass
    let cubicCentimetre = 1 / pow(1.973_269_804e-11, 3.0)  // MeV^-3
    return zip(history.epochs, history.annihilations).map { epoch, relic in
      (epoch, relic.annihilationRateDensity * cubicCentimetre / pow(today / pow(epoch.scaleFactor, 3), 2))
    }
  }

  @Test func noCrossSectionIsTheStandardModel() throws {
    let (standard, without) = (try ThermalHistory.compute(), try Self.history(Self.species(a: 0)))
    #expect(without.epochs == standard.epochs && without.effectiveNeutrinos == standard.effectiveNeutrinos && without.annihilations.isEmpty)
    #expect(try Self.history(Self.species(density: 0)).epochs == standard.epochs)
  }

  @Test func theRateIsThatOfTodaysDensity() throws {
    // Half of n^2 <sigma v> with the density of today; a quarter with distinct antiparticles. What annihilates in between changes it by 8e-5.
    for (species, expected, mass, density) in [
      (Self.species(a: 1e-29), 0.5e-29, 100.0, 0.12), (Self.species(mass: 400, a: 3e-29), 1.5e-29, 400, 0.12),
      (Self.species(a: 1e-29, density: 0.03), 0.5e-29, 100, 0.03), (Self.species(a: 1e-29, selfConjugate: false), 0.25e-29, 100, 0.12),
    ] {
      let history = try Self.history(species)
      #expect(history.annihilations.count == history.epochs.count && history.injections.count == history.epochs.count)
      for (epoch, value) in Self.perPair(history, mass: mass, density: density) where epoch.photonTemperature < 1 {
        #expect(abs(value / expected - 1) < 3e-4, "\(value) at \(epoch.photonTemperature) MeV")
      }
      // They begin to count at 2 MeV.
      for (epoch, value) in Self.perPair(history, mass: mass, density: density) where epoch.photonTemperature > 6 { #expect(value < 1e-7 * expected) }
    }
  }

  /// b = m/(6 T_X) a gives the rate of a at one time; T_X follows the photons, then a^-2.
  @Test func pWaveFollowsTheTemperature() throws {
    let swave = try Self.history(Self.species(a: 1e-29))
    for decoupling in [0, 0.05] {
      let history = try Self.history(Self.species(a: 0, b: 1e-27, kineticDecoupling: decoupling))
      let at = try decoupling > 0 ? history.epoch(atPhotonTemperature: decoupling).scaleFactor : 1
      let pairs = zip(history.epochs, history.annihilations)
      for (epoch, relic) in pairs {
        let cold = epoch.photonTemperature < decoupling
        let expected = cold ? decoupling * pow(at / epoch.scaleFactor, 2) : epoch.photonTemperature
        #expect(abs(relic.temperature / expected - 1) < 1e-4)
      }
      let reference = Self.perPair(swave, mass: 100)
      for ((epoch, value), relic) in zip(Self.perPair(history, mass: 100), history.annihilations) where epoch.photonTemperature < 1 {
        guard let s = reference.min(by: { abs($0.epoch.scaleFactor - epoch.scaleFactor) < abs($1.epoch.scaleFactor - epoch.scaleFactor) }) else { continue }
        #expect(abs(value / (s.value * 100 * 6 * relic.temperature / 100) - 1) < 3e-4)
      }
    }
  }

  /// The number obeys dn/dt + 3 H n = -n^2 <sigma v>, and ends as today's.
  @Test func theNumberFallsByAnnihilation() throws {
    let history = try Self.history(Self.species(a: 5e-26))
    let records = Array(zip(history.epochs, history.annihilations))
    let comoving = records.map { $0.1.numberDensity * pow($0.0.scaleFactor, 3) }
    let first = try #require(records.firstIndex { $0.0.photonTemperature < 4 })
    let last = records.count - 1
    #expect(comoving[first] > 1.2 * comoving[last])
    let lost = (first..<last).reduce(0.0) { sum, i in
      func slope(_ i: Int) -> Double { 2 * records[i].1.annihilationRateDensity * pow(records[i].0.scaleFactor, 3) / records[i].0.hubbleRate }
      return sum + 0.5 * (slope(i) + slope(i + 1)) * log(records[i + 1].0.scaleFactor / records[i].0.scaleFactor)
    }
    #expect(abs(lost / (comoving[first] - comoving[last]) - 1) < 2e-3)
    let today = 0.12 * 1.053_672e-2 / 100 * pow(1.973_269_804e-11, 3)
    #expect(abs(comoving[last] / today - 1) < 2e-4)
  }

  /// First law with what annihilations release: d(rho a^4) = ((rho - 3p) + P/H) a^4 d ln a, for a relic of far more mass than there is.
  @Test func energyIsConserved() throws {
    let shares = DecayingSpecies.EnergyShares(electromagnetic: 0.5, electronNeutrino: 0.2, tauNeutrino: 0.1, dark: 0.2)
    let history = try Self.history(
      Self.species(mass: 300, a: 1e-31, b: 1e-31, kineticDecoupling: 1, density: 1e4, shares: shares, activeBelow: 30), matter: 1.2e4)
    let epochs = history.epochs
    let rule = GaussLegendre(order: 6)
    var (gained, released) = (0.0, 0.0)
    for i in 1..<epochs.count - 2 {
      let nodes = (-1...2).map { log(epochs[i + $0].scaleFactor / epochs[i].scaleFactor) }
      let power = (-1...2).map { 600 * history.annihilations[i + $0].annihilationRateDensity / epochs[i + $0].hubbleRate * pow(epochs[i + $0].scaleFactor, 4) }
      let values = (-1...2).map { (epochs[i + $0].energyDensity - 3 * epochs[i + $0].pressure) * pow(epochs[i + $0].scaleFactor, 4) }
      gained += rule.integrate(from: 0, to: nodes[2]) { Self.cubic(nodes, values, at: $0) + Self.cubic(nodes, power, at: $0) }
      released += rule.integrate(from: 0, to: nodes[2]) { Self.cubic(nodes, power, at: $0) }
      let now = epochs[i + 1].energyDensity * pow(epochs[i + 1].scaleFactor, 4)
      #expect(abs(now - gained - epochs[1].energyDensity * pow(epochs[1].scaleFactor, 4)) < 1e-6 * now)
      if i == epochs.count / 2 { #expect(released > 1e-3 * now) }
    }
    let electromagnetic = history.annihilations.map(\.electromagneticPower)
    #expect(zip(electromagnetic, history.annihilations).allSatisfy { abs($0 - 0.5 * 600 * $1.annihilationRateDensity) <= 1e-12 * $0 })
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

  @Test func heatingCanBeLeftOut() throws {
    var species = Self.species(mass: 300, a: 1e-31, density: 1e4, activeBelow: 30)
    let hot = try Self.history(species, matter: 1.2e4)
    species.heats = false
    let cold = try Self.history(species, matter: 1.2e4)
    #expect(hot.effectiveNeutrinos < cold.effectiveNeutrinos - 1e-4)
    #expect(cold.annihilations.allSatisfy { $0.numberDensity > 0 })
  }

  @Test func refusesNonsense() {
    for species in [
      Self.species(mass: 10), Self.species(mass: .nan), Self.species(a: -1), Self.species(a: .nan), Self.species(b: .infinity), Self.species(density: 1),
      Self.species(density: -0.1), Self.species(kineticDecoupling: 100), Self.species(shares: .init(electromagnetic: 0.5)), Self.species(activeBelow: 0),
    ] {
      #expect(throws: AnnihilatingSpeciesError.self) { try Self.history(species) }
    }
    // Close to equilibrium at 2 MeV.
    #expect(throws: AnnihilatingSpeciesError.self) { try Self.history(Self.species(a: 1e-23)) }
  }
}
