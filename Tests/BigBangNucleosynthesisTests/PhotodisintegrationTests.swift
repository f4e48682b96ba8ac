import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

struct PhotodisintegrationTests {
  private struct Prepared: Sendable {
    let history: ThermalHistory
    let standard: Abundances
  }

  private static let prepared = Result { () throws -> Prepared in
    var settings = ThermalHistory.Settings()
    settings.endTemperature = 1e-5
    let history = try ThermalHistory.compute(settings: settings)
    return Prepared(history: history, standard: try Nucleosynthesis(history, network: NuclearNetwork(.full)).abundances())
  }

  private static func after(_ source: InjectedSpectrum, perPhoton: Double, lifetime: Double, perDecade: Int = 16) throws -> Abundances {
    let prepared = try prepared.get()
    let decays = try Photodisintegration.decays(prepared.history, perPhoton: perPhoton, lifetime: lifetime)
    return try Photodisintegration(prepared.history, decays: decays, sources: [(source, 1)], perDecade: perDecade).applied(to: prepared.standard)
  }

  @Test func reactionsConserveBaryonsAndCharge() {
    #expect(PhotodisintegrationReaction.all.count == 17)
    for reaction in PhotodisintegrationReaction.all {
      #expect(reaction.products.reduce(0) { $0 + $1.massNumber } == reaction.target.massNumber, "\(reaction.name)")
      #expect(reaction.products.reduce(0) { $0 + $1.protons } == reaction.target.protons, "\(reaction.name)")
      // The published thresholds are mass differences.
      let release = reaction.products.reduce(0) { $0 + $1.massExcess.value } - reaction.target.massExcess.value
      #expect(abs(reaction.threshold.value - release) < 2e-3, "\(reaction.name): \(release)")
      #expect(reaction.crossSection(reaction.threshold.value) == 0)
      for energy in [1.0, 2, 3, 5, 10, 20, 30, 50, 100, 1000] {
        let value = reaction.crossSection(energy)
        #expect(value.isFinite && value >= 0 && value < 10, "\(reaction.name) at \(energy): \(value)")
      }
    }
  }

  @Test func nothingHappensWithoutParticlesOrBelowThresholds() throws {
    let standard = try Self.prepared.get().standard
    let none = try Self.after(.photonPair(energy: 30), perPhoton: 0, lifetime: 1e6)
    #expect(abs(none.deuterium / standard.deuterium - 1) < 1e-12)
    // 2 MeV breaks Be7 only.
    let soft = try Self.after(.photonPair(energy: 2), perPhoton: 1e-6, lifetime: 1e6)
    #expect(abs(soft.deuterium / standard.deuterium - 1) < 1e-9)
    #expect(soft.lithium7 < standard.lithium7)
  }

  @Test func effectsAreLinearWhenSmallAndConserveBaryons() throws {
    let standard = try Self.prepared.get().standard
    let (one, two) = (
      try Self.after(.photonPair(energy: 5), perPhoton: 1e-12, lifetime: 1e6), try Self.after(.photonPair(energy: 5), perPhoton: 2e-12, lifetime: 1e6)
    )
    let (a, b) = (one.deuterium / standard.deuterium - 1, two.deuterium / standard.deuterium - 1)
    #expect(a < -1e-5 && abs(b / a - 2) < 1e-3)
    for result in [one, two, try Self.after(.photonPair(energy: 60), perPhoton: 1e-8, lifetime: 1e7)] { #expect(result.baryonDefect < 1e-10) }
    // Hard photons late make He3 and D out of He4.
    let hard = try Self.after(.photonPair(energy: 60), perPhoton: 1e-10, lifetime: 1e7)
    #expect(hard.helium3 > 2 * standard.helium3 && hard.heliumFraction < standard.heliumFraction)
  }

  @Test func aFactorOnTheDecaysIsMoreParticles() throws {
    let prepared = try Self.prepared.get()
    let decays = try Photodisintegration.decays(prepared.history, perPhoton: 1e-10, lifetime: 1e6)
    let one = try Photodisintegration(prepared.history, decays: decays, sources: [(.photonPair(energy: 20), 1)])
    let scaled = try one.applied(to: prepared.standard, scaledBy: 30)
    let direct = try Self.after(.photonPair(energy: 20), perPhoton: 3e-9, lifetime: 1e6)
    #expect(abs(scaled.deuterium / direct.deuterium - 1) < 1e-6)
    #expect(abs(scaled.helium3 / direct.helium3 - 1) < 1e-6)
    #expect(throws: NucleosynthesisError.self) { try one.applied(to: prepared.standard, scaledBy: -1) }
  }

  @Test func convergesWithTemperatures() throws {
    let standard = try Self.prepared.get().standard
    // A line of photons is the hardest case: 8 temperatures leave 6 %.
    for source in [InjectedSpectrum.electronPair(energy: 15), .photonPair(energy: 15)] {
      let changes = try [16, 48].map { try Self.after(source, perPhoton: 1e-9, lifetime: 1e6, perDecade: $0).deuterium / standard.deuterium - 1 }
      #expect(abs(changes[0] / changes[1] - 1) < 0.01)
    }
  }

  @Test func unusableRequestsSaySo() throws {
    let prepared = try Self.prepared.get()
    #expect(throws: NucleosynthesisError.self) { try Photodisintegration.decays(prepared.history, perPhoton: -1, lifetime: 1) }
    #expect(throws: NucleosynthesisError.self) { try Photodisintegration.decays(prepared.history, perPhoton: 1, lifetime: 0) }
    #expect(throws: NucleosynthesisError.self) { try Photodisintegration(prepared.history, decays: [1], sources: [(.photonPair(energy: 5), 1)]) }
  }
}
