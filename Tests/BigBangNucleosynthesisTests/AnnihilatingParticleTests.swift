import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing
import Units

struct AnnihilatingParticleTests {
  private static let standard = Result { try Nucleosynthesis(ThermalHistory.compute()).abundances() }

  private static func particle(_ channel: InjectionChannel, mass: Double, a: Double, b: Double = 0) throws -> AnnihilatingParticle {
    var particle = try AnnihilatingParticle(mass: mass, channels: [(channel, 1)], crossSection: .cubicCentimetresPerSecond(a))
    particle.pWave = .cubicCentimetresPerSecond(b)
    return particle
  }

  /// Relative change of He3/H.
  private static func change(_ particle: AnnihilatingParticle) throws -> Double { try particle.abundances().helium3 / standard.get().helium3 - 1 }

  @Test(arguments: InjectionChannel.allCases) func noCrossSectionIsTheStandardModel(channel: InjectionChannel) throws {
    let (with, standard) = (try Self.particle(channel, mass: 600, a: 0).abundances(), try Self.standard.get())
    #expect(with.perBaryon == standard.perBaryon && with.effectiveNeutrinos == standard.effectiveNeutrinos)
    let trace = try Self.particle(channel, mass: 600, a: 1e-32).abundances()
    #expect(abs(trace.deuterium / standard.deuterium - 1) < 1e-4 && abs(trace.heliumFraction / standard.heliumFraction - 1) < 1e-5)
  }

  @Test func smallEffectsFollowTheRate() throws {
    let one = try Self.particle(.photons, mass: 60, a: 1e-27)
    let reference = try Self.change(one)
    #expect(reference > 1e-4)
    #expect(abs(try Self.change(Self.particle(.photons, mass: 60, a: 2e-27)) / reference - 2) < 0.01)
    var denser = one
    denser.density = 0.06
    #expect(abs(try Self.change(denser) / reference - 0.25) < 0.003)
    var distinct = one
    distinct.isSelfConjugate = false
    #expect(abs(try Self.change(distinct) / reference - 0.5) < 0.005)
  }

  /// At the photons' temperature a p-wave falls with T: between the s-waves of the hottest and of the coldest photons that make He3.
  @Test func pWaveLiesBetweenSWaves() throws {
    let (hot, cold) = (0.005, 2e-6)
    let p = try Self.change(Self.particle(.photons, mass: 60, a: 0, b: 1e-22))
    let (high, low) = (
      try Self.change(Self.particle(.photons, mass: 60, a: 6e-22 * hot / 60)), try Self.change(Self.particle(.photons, mass: 60, a: 6e-22 * cold / 60))
    )
    #expect(low < p && p < high, "\(low) \(p) \(high)")
    // Cold on its own since 1 MeV it hardly annihilates.
    var decoupled = try Self.particle(.photons, mass: 60, a: 0, b: 1e-22)
    decoupled.kineticDecoupling = 1
    #expect(try Self.change(decoupled) < 0.01 * p)
  }

  @Test func mesonsRaiseHelium() throws {
    let standard = try Self.standard.get()
    for channel in [InjectionChannel.chargedPions, .chargedKaons] {
      let (one, two) = (try Self.particle(channel, mass: 600, a: 1e-26).abundances(), try Self.particle(channel, mass: 600, a: 2e-26).abundances())
      let rise = one.heliumFraction - standard.heliumFraction
      #expect(rise > 1e-5 && abs((two.heliumFraction - standard.heliumFraction) / rise - 2) < 0.05, "\(channel): \(rise)")
      #expect(two.baryonDefect < 1e-10)
    }
  }

  /// Half of all dark matter at 1 MeV has 1e-6 of the energy.
  @Test func itsHeatDoesNotMatter() throws {
    var particle = try Self.particle(.chargedPions, mass: 300, a: 1e-26)
    let with = try particle.abundances()
    particle.actsOnExpansion = false
    let without = try particle.abundances()
    #expect(abs(with.deuterium / without.deuterium - 1) < 2e-5 && abs(with.heliumFraction / without.heliumFraction - 1) < 2e-6)
  }

  @Test func whatIsNotCoveredIsSaid() throws {
    // Energetic neutrinos; slow mesons; nucleons among the products.
    #expect(try Self.particle(.photons, mass: 600, a: 1e-26).notCovered.isEmpty)
    #expect(try Self.particle(.muons, mass: 600, a: 1e-26).notCovered.count == 1)
    #expect(try Self.particle(.chargedPions, mass: 600, a: 1e-26).notCovered.count == 2)
    #expect(try Self.particle(.chargedPions, mass: 1200, a: 1e-26).notCovered.count == 3)
  }

  @Test func unusableParticlesSaySo() throws {
    #expect(throws: (any Error).self) { try Self.particle(.muons, mass: 100, a: 1e-26) }
    #expect(throws: AnnihilatingSpeciesError.self) { try Self.particle(.photons, mass: 30, a: .nan).abundances() }
    #expect(throws: AnnihilatingSpeciesError.self) { try Self.particle(.photons, mass: 30, a: -1).abundances() }
    #expect(throws: AnnihilatingSpeciesError.self) { try Self.particle(.photons, mass: 30, a: 1e-20).abundances() }
    #expect(throws: AnnihilatingSpeciesError.self) { try Self.particle(.chargedPions, mass: 200, a: 1e-23).abundances() }
  }
}
