import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

struct DecayingParticleTests {
  private static let standard = Result { try Nucleosynthesis(ThermalHistory.compute()).abundances() }

  private static func particle(
    _ channel: InjectionChannel, mass: Double, lifetime: Double, perPhoton: Double, actsOnExpansion: Bool = true
  ) throws -> DecayingParticle {
    DecayingParticle(try channel.decay(energy: 0.5 * mass), lifetime: lifetime, perPhoton: perPhoton, actsOnExpansion: actsOnExpansion)
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

  /// exp(-0.1) = 0.905 of the particles are left after a tenth of the lifetime; where the effect does not depend on when they decay it falls as much.
  /// Of a short life all that counts is late.
  @Test func earlyDecaysCanBeLeftOut() throws {
    let standard = try Self.standard.get()
    for (lifetime, range) in [(1e8, 0.895...0.915), (1e4, 0.999...1.001)] {
      var particle = try Self.particle(.photons, mass: 20, lifetime: lifetime, perPhoton: 1e-10)
      let all = try particle.abundances().deuterium / standard.deuterium - 1
      particle.includesEarlyDecays = false
      let late = try particle.abundances().deuterium / standard.deuterium - 1
      #expect(range.contains(late / all), "\(lifetime) s: \(late / all)")
    }
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
    func change(_ channels: [(channel: InjectionChannel, fraction: Double)]) throws -> Double {
      let decay = try InjectedDecay(mass: 60, channels: channels)
      let particle = DecayingParticle(decay, lifetime: 1e7, perPhoton: 1e-12, actsOnExpansion: false)
      return try particle.abundances().helium3 / Self.standard.get().helium3 - 1
    }
    let (a, b) = (try change([(.photons, 1)]), try change([(.electrons, 1)]))
    let mixed = try change([(.photons, 0.3), (.electrons, 0.7)])
    #expect(abs(mixed - 0.3 * a - 0.7 * b) < 0.01 * (abs(a) + abs(b)))
  }

  @Test func unusableParticlesSaySo() throws {
    #expect(throws: (any Error).self) { try Self.particle(.photons, mass: -1, lifetime: 1, perPhoton: 1).abundances() }
    #expect(throws: NucleosynthesisError.self) { try Self.particle(.photons, mass: 1, lifetime: 1e-5, perPhoton: 1).abundances() }
    #expect(throws: NucleosynthesisError.self) { try Self.particle(.photons, mass: 1, lifetime: 1, perPhoton: .nan).abundances() }
    #expect(throws: (any Error).self) { try Self.particle(.muons, mass: 100, lifetime: 1, perPhoton: 1e-3).abundances() }
  }

  /// A set of spectra for today's baryons per photon serves a particle that heats nothing.
  @Test func sharedSpectraServeARareParticle() throws {
    let decay = try InjectionChannel.electrons.decay(energy: 20)
    let shared = DecayingParticle(
      decay, lifetime: 1e6, perPhoton: 1e-9, breakUpRates: try .standard(DecayingParticle.cascadeSources(decay)))
    let own = DecayingParticle(decay, lifetime: 1e6, perPhoton: 1e-9)
    let (a, b, standard) = (try shared.abundances().deuterium, try own.abundances().deuterium, try Self.standard.get().deuterium)
    #expect(abs((a - standard) / (b - standard) - 1) < 0.01)
  }

  @Test func whatIsNotCoveredIsSaid() throws {
    #expect(try Self.particle(.electrons, mass: 100, lifetime: 1e6, perPhoton: 1e-9).notCovered.isEmpty)
    #expect(try Self.particle(.chargedPions, mass: 1000, lifetime: 1e6, perPhoton: 1e-9).notCovered.count == 1)
    #expect(try Self.particle(.chargedPions, mass: 3000, lifetime: 1e6, perPhoton: 1e-9).notCovered.count == 2)
    #expect(try Self.particle(.chargedPions, mass: 3000, lifetime: 1, perPhoton: 1e-9).notCovered.isEmpty)
  }
}
