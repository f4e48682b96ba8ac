import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

struct DecayingParticleTests {
  private static let standard = Result { try Nucleosynthesis(ThermalHistory.compute()).abundances() }

  private static func particle(
    _ channel: InjectionChannel, mass: Double, lifetime: Double, perPhoton: Double, actsOnExpansion: Bool = true
  ) -> DecayingParticle {
    DecayingParticle(mass: mass, lifetime: lifetime, perPhoton: perPhoton, modes: [.init(channel)], actsOnExpansion: actsOnExpansion)
  }

  @Test(arguments: InjectionChannel.allCases)
  func nothingOfItIsTheStandardModel(channel: InjectionChannel) throws {
    let standard = try Self.standard.get()
    for lifetime in [0.1, 1e5] {
      let result = try Self.particle(channel, mass: 1500, lifetime: lifetime, perPhoton: 0).abundances()
      #expect(abs(result.deuterium / standard.deuterium - 1) < 1e-5 && abs(result.heliumFraction / standard.heliumFraction - 1) < 1e-6)
      // Hardly anything of it changes hardly anything.
      let trace = try Self.particle(channel, mass: 1500, lifetime: lifetime, perPhoton: 1e-18).abundances()
      #expect(abs(trace.deuterium / standard.deuterium - 1) < 1e-4 && abs(trace.heliumFraction / standard.heliumFraction - 1) < 1e-5)
    }
  }

  @Test func aRareParticleNeedsNoExpansion() throws {
    let with = try Self.particle(.photons, mass: 20, lifetime: 1e6, perPhoton: 1e-9).abundances()
    let without = try Self.particle(.photons, mass: 20, lifetime: 1e6, perPhoton: 1e-9, actsOnExpansion: false).abundances()
    let standard = try Self.standard.get()
    let change = with.deuterium / standard.deuterium - 1
    #expect(change < -0.02)
    #expect(abs((without.deuterium / standard.deuterium - 1) / change - 1) < 0.01)
  }

  @Test func electromagneticEnergyLowersTheNumberOfNeutrinos() throws {
    let result = try Self.particle(.electrons, mass: 100, lifetime: 1, perPhoton: 1e-2).abundances()
    #expect(result.effectiveNeutrinos < 2.8)
    let neutrinos = try Self.particle(.neutrinos, mass: 100, lifetime: 1, perPhoton: 1e-2).abundances()
    #expect(neutrinos.effectiveNeutrinos > 3.1)
  }

  @Test func mesonsRaiseHelium() throws {
    let standard = try Self.standard.get()
    for channel in [InjectionChannel.chargedPions, .chargedKaons] {
      let result = try Self.particle(channel, mass: 1200, lifetime: 0.05, perPhoton: 1e-5).abundances()
      #expect(result.heliumFraction > standard.heliumFraction + 0.01, "\(channel)")
      #expect(result.baryonDefect < 1e-10)
    }
  }

  @Test func modesAdd() throws {
    // Small effects of two modes add with their branching ratios.
    func change(_ modes: [DecayingParticle.Mode]) throws -> Double {
      let particle = DecayingParticle(mass: 60, lifetime: 1e7, perPhoton: 1e-12, modes: modes, actsOnExpansion: false)
      return try particle.abundances().helium3 / Self.standard.get().helium3 - 1
    }
    let (a, b) = (try change([.init(.photons)]), try change([.init(.electrons)]))
    let mixed = try change([.init(.photons, branchingRatio: 0.3), .init(.electrons, branchingRatio: 0.7)])
    #expect(abs(mixed - 0.3 * a - 0.7 * b) < 0.01 * (abs(a) + abs(b)))
  }

  @Test func unusableParticlesSaySo() throws {
    #expect(throws: NucleosynthesisError.self) { try Self.particle(.photons, mass: -1, lifetime: 1, perPhoton: 1).abundances() }
    #expect(throws: NucleosynthesisError.self) { try Self.particle(.photons, mass: 1, lifetime: 1e13, perPhoton: 1).abundances() }
    #expect(throws: NucleosynthesisError.self) { try Self.particle(.photons, mass: 1, lifetime: 1, perPhoton: .nan).abundances() }
    #expect(throws: (any Error).self) { try Self.particle(.muons, mass: 100, lifetime: 1, perPhoton: 1e-3).abundances() }
    let half = DecayingParticle(mass: 10, lifetime: 1, perPhoton: 1e-3, modes: [.init(.photons, branchingRatio: 0.5)])
    #expect(throws: NucleosynthesisError.self) { try half.abundances() }
  }
}
