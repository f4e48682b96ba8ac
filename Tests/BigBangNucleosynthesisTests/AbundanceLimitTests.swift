import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Likelihoods
import Testing

struct AbundanceLimitTests {
  private static let test = Result { try LightElementTest(.named()) }

  private static func limit(
    _ channel: InjectionChannel, mass: Double, _ change: (inout AbundanceLimit.Settings) -> Void = { _ in }
  ) throws -> AbundanceLimit {
    var settings = AbundanceLimit.Settings()
    change(&settings)
    return try AbundanceLimit(channel.decay(energy: 0.5 * mass), test.get(), settings: settings)
  }

  private static func cls(_ limit: AbundanceLimit, lifetime: Double, perPhoton: Double) throws -> Double {
    try limit.test.outcome(of: DecayingParticle(limit.decay, lifetime: lifetime, perPhoton: perPhoton).abundances(network: limit.test.network)).cls
  }

  /// What is below the edge is allowed and what is above is excluded, also by the whole chain with its own photon spectra.
  @Test(arguments: [(InjectionChannel.photons, 30.0, 1e7), (.electrons, 100, 1e9), (.chargedPions, 400, 0.1), (.electronNeutrinos, 50, 1)])
  func theEdgeSeparates(channel: InjectionChannel, mass: Double, lifetime: Double) throws {
    let limit = try Self.limit(channel, mass: mass)
    let edge = try #require(try limit.finding(lifetime: lifetime).largestAllowed)
    #expect(try Self.cls(limit, lifetime: lifetime, perPhoton: 0.98 * edge) > 0.05)
    #expect(try Self.cls(limit, lifetime: lifetime, perPhoton: 1.02 * edge) < 0.05)
  }

  /// Where D is broken up by photons that do not reach He4, the effect depends on the number of photons alone once all of them are late: the limit does not depend on the lifetime.
  @Test func lateSoftPhotonsAreCounted() throws {
    let limit = try Self.limit(.photons, mass: 10)
    let edges = try [1e8, 1e9].map { try #require(try limit.finding(lifetime: $0).largestAllowed) }
    #expect(abs(edges[1] / edges[0] - 1) < 0.03)
  }

  @Test func moreConfidenceExcludesLess() throws {
    for (mass, lifetime) in [(10.0, 1e6), (100, 1e8)] {
      let edges = try [0.9, 0.95, 0.99].map { level in
        try #require(try Self.limit(.photons, mass: mass) { $0.confidenceLevel = level }.finding(lifetime: lifetime).largestAllowed)
      }
      #expect(edges[0] < edges[1] && edges[1] < edges[2] && edges[2] < 10 * edges[0])
    }
  }

  @Test func eachObservationAloneExcludesItsOwn() throws {
    let finding = try Self.limit(.photons, mass: 100).finding(lifetime: 1e8)
    let alone = Dictionary(uniqueKeysWithValues: finding.alone.map { ($0.quantity, $0.intervals) })
    // He4 broken up makes He3 and D long before it is missed; at last all is destroyed.
    let (ratio, deuterium) = (try #require(alone[.helium3OverDeuterium]?.first), try #require(alone[.deuterium]))
    #expect("\(ratio.cause)" == "He3/D high")
    #expect(deuterium[0].cause.isHigh && ratio.excluded.low < deuterium[0].excluded.low)
    // Between too much D and none there is an abundance with as much as observed.
    #expect(deuterium.count == 2 && "\(deuterium[1].cause)" == "D/H low" && deuterium[1].excluded.endsAtValidity)
    #expect(finding.combined.count == 1 && finding.combined[0].cause == ratio.cause)
    let edge = try #require(finding.largestAllowed)
    #expect(abs(edge / ratio.excluded.low - 1) < 0.3)
  }

  @Test func nothingIsExcludedWhereNothingHappens() throws {
    // Photons of 1 MeV break nothing up, and one particle in 10^9 photons does not act on the expansion.
    let finding = try Self.limit(.photons, mass: 2) { $0.largest = 1e-9 }.finding(lifetime: 1e7)
    #expect(finding.combined.isEmpty && finding.largestAllowed == nil && finding.searchedTo == 1e-9 && finding.alone.allSatisfy { $0.intervals.isEmpty })
  }

  @Test func lifetimesInParallelAreThoseOneByOne() async throws {
    let limit = try Self.limit(.electrons, mass: 30)
    let lifetimes = [1e5, 1e6, 1e7]
    let together = try await limit.findings(lifetimes: lifetimes, workers: 2)
    #expect(together == (try lifetimes.map { try limit.finding(lifetime: $0) }))
  }

  @Test func unusableRequestsSaySo() throws {
    #expect(throws: NucleosynthesisError.self) { try Self.limit(.photons, mass: 10) { $0.confidenceLevel = 1 } }
    #expect(throws: NucleosynthesisError.self) { try Self.limit(.photons, mass: 10) { $0.confidenceLevel = .nan } }
    #expect(throws: NucleosynthesisError.self) { try Self.limit(.photons, mass: 10) { $0.largest = 1e-30 } }
    #expect(throws: NucleosynthesisError.self) { try Self.limit(.photons, mass: 10).finding(lifetime: 1e-9) }
    #expect(throws: (any Error).self) { try Self.limit(.muons, mass: 100) }
  }
}
