import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Likelihoods
import Testing

struct LightElementTestTests {
  private static let strictHelium3 = """
    name: strict
    title: He3/D below what the Standard Model makes
    observations:
      - {quantity: D/H, value: 2.5e-5, error: 3e-7, side: two, use: true, reference: r, status: published}
      - {quantity: He3/D, value: 0.3, error: 0.05, side: upper, use: true, reference: r, status: published}
    """

  private struct Late: Sendable {
    let history: ThermalHistory
    let made: [NuclearNetwork.Rates: Abundances]
    let breakUp: Photodisintegration
  }

  /// Decays into photons of 25 MeV at 10^7 s: much He3 and some D from He4.
  private static let late = Result { () throws -> Late in
    var settings = ThermalHistory.Settings()
    settings.endTemperature = 1e-5
    let history = try ThermalHistory.compute(.standard, settings: settings)
    var made: [NuclearNetwork.Rates: Abundances] = [:]
    for rates in NuclearNetwork.Rates.allCases { made[rates] = try Nucleosynthesis(history, network: NuclearNetwork(rates: rates)).abundances() }
    let breakUp = try Photodisintegration(
      history, decays: try Photodisintegration.decays(history, perPhoton: 1e-11, lifetime: 1e7),
      sources: [(try #require(try InjectionChannel.photons.spectrum(energy: 25)), 1)])
    return Late(history: history, made: made, breakUp: breakUp)
  }

  /// Abundances with 1e-14 to 1e-8 particles per photon; with more of them nothing but hydrogen is left.
  private static func sequence(_ perDecade: Int = 6) throws -> [Abundances] {
    let late = try late.get()
    let start = try #require(late.made[.primat])
    return try (0...(6 * perDecade)).map { try late.breakUp.applied(to: start, scaledBy: pow(10, -3 + Double($0) / Double(perDecade))) }
  }

  @Test(arguments: [false, true])
  func chiSquaredDifferencesAreThoseOfTheMeasurement(aboveTheLimit: Bool) throws {
    let observations = aboveTheLimit ? try LightElementObservations(file: "f", text: Self.strictHelium3) : try .named()
    let standard = try LightElementTest(observations, rates: .primat).standard
    let uncertainty = try TheoryUncertainty(Nucleosynthesis(ThermalHistory.compute()))
    let likelihood = LightElementLikelihood(observations, uncertainty)
    let reference = likelihood.chiSquared(of: standard, theoryAt: standard)
    var excesses = 0
    for abundances in try Self.sequence() {
      let deviation = likelihood.deviation(of: abundances, from: standard)
      let difference = likelihood.chiSquared(of: abundances, theoryAt: standard) - reference
      #expect(abs(deviation.signal * (deviation.signal - 2 * deviation.measured) - difference) < 1e-8 * max(1, abs(difference)))
      #expect(deviation.signal >= 0 && deviation.measured.isFinite)
      if likelihood.pulls(of: abundances).contains(where: { $0.quantity == .helium3OverDeuterium && $0.pull > 0 }) { excesses += 1 }
    }
    #expect(excesses > 5)
  }

  @Test func onlyAnExcessOfHelium3Counts() throws {
    let both = try LightElementObservations.named()
    let text = """
      name: two
      title: without He3/D
      observations:
        - {quantity: Yp, value: 0.245, error: 0.003, side: two, use: true, reference: r, status: published}
        - {quantity: D/H, value: 2.547e-5, error: 2.9e-7, side: two, use: true, reference: r, status: published}
      """
    let (with, without) = (
      try LightElementTest(both, rates: .primat), try LightElementTest(LightElementObservations(file: "f", text: text), rates: .primat)
    )
    var (below, above) = (0, 0)
    for abundances in try Self.sequence() {
      let (a, b) = (with.measurement(of: abundances), without.measurement(of: abundances))
      let ratio = abundances.helium3 / abundances.deuterium
      if ratio <= 0.83 {
        below += 1
        #expect(abs(a.signal - b.signal) < 1e-12 * max(1, b.signal) && abs(a.measured - b.measured) < 1e-12)
      } else {
        above += 1
        // An excess adds to the distance and nothing to signal times measured.
        #expect(a.signal > b.signal)
        #expect(abs(a.signal * a.measured - b.signal * b.measured) < 1e-9 * max(1, abs(b.signal * b.measured)))
      }
    }
    #expect(below > 5 && above > 5)
  }

  @Test func theEnvelopeNeverExcludesMoreThanEitherSet() throws {
    let observations = try LightElementObservations.named()
    let (envelope, primat) = (try LightElementTest(observations), try LightElementTest(observations, rates: .primat))
    let setB = try LightElementTest(observations, rates: .parthenope)
    var decided: Set<NuclearNetwork.Rates> = []
    // Much He3 and D, where set B excludes less; and few baryons, that is much D, where set A does: it starts farther below what is observed.
    let fewBaryons = try Nucleosynthesis(Self.late.get().history).abundances(.init(omegaB: 0.0215))
    for abundances in try Self.sequence() + [fewBaryons] {
      let outcome = envelope.outcome(of: abundances)
      decided.insert(outcome.rates)
      #expect(outcome.cls >= primat.outcome(of: abundances).cls)
      #expect(outcome.cls >= 0 && outcome.cls <= 1)
      // Set B carried over: what the test of set B says of its own abundances when each quantity moves by the same factor.
      if outcome.rates == .parthenope { #expect(outcome.pulls.first { $0.quantity == .deuterium }.map { $0.predicted > abundances.deuterium } == true) }
    }
    #expect(decided.count == 2)
    #expect(envelope.outcome(of: envelope.standard).measurement.signal == 0 && envelope.outcome(of: envelope.standard).cls == 1)
    #expect(setB.outcome(of: setB.standard).measurement.signal == 0)
    #expect(setB.network.reactions.map(\.source) == NuclearNetwork(rates: .parthenope).reactions.map(\.source))
    #expect(primat.network.reactions.map(\.source) == NuclearNetwork().reactions.map(\.source))
  }

  @Test func evidenceIsContinuous() throws {
    let test = try LightElementTest(.named())
    let late = try Self.late.get()
    let start = try #require(late.made[.primat])
    // Across the passage of He3/D over its limit, where CLs has a kink: the largest step halves with the spacing, so there is no jump.
    func largestStep(_ perDecade: Int) throws -> Double {
      let cls = try (0...(4 * perDecade)).map {
        test.outcome(of: try late.breakUp.applied(to: start, scaledBy: pow(10, -2 + Double($0) / Double(perDecade)))).cls
      }
      #expect((cls.min() ?? 1) < 1e-10 && (cls.max() ?? 0) > 0.9)
      return zip(cls, cls.dropFirst()).map { abs($0 - $1) }.max() ?? 0
    }
    #expect(try largestStep(120) < 0.6 * largestStep(60))
  }

  /// X_B = SM_B X_A/SM_A against set B itself: the relative changes of the two sets.
  @Test func responsesCarryOverBetweenTheSetsWithinAFewPerCent() throws {
    let cases: [(InjectionChannel, mass: Double, lifetime: Double, perPhoton: Double, tolerance: Double)] = [
      (.electrons, 30, 1e6, 1e-8, 0.001),  // D broken up: the ratio is exact
      (.photons, 50, 1e7, 1e-9, 0.04),  // He4 broken up: what is made adds, and set B starts with 2.6 % more D
      (.electrons, 100, 10, 1e-2, 0.01),  // energy: expansion and neutrinos
      (.chargedPions, 500, 0.05, 1e-5, 0.01),  // neutrons from mesons
      (.neutrinos, 50, 1, 1e-2, 0.01),
    ]
    let (a, b) = (try LightElementTest(.named(), rates: .primat), try LightElementTest(.named(), rates: .parthenope))
    for point in cases {
      let particle = DecayingParticle(
        try point.0.decay(energy: 0.5 * point.mass), lifetime: point.lifetime, perPhoton: point.perPhoton)
      let (withA, withB) = (try particle.abundances(network: a.network), try particle.abundances(network: b.network))
      for quantity in [LightElementQuantity.helium4, .deuterium, .helium3] {
        let change = quantity.value(in: withA) / quantity.value(in: a.standard) - 1
        let carried = quantity.value(in: withB) / quantity.value(in: b.standard) - 1
        #expect(abs(carried - change) < point.tolerance * abs(change) + 1e-4, "\(point) \(quantity.rawValue): \(change), set B \(carried)")
      }
    }
  }
}
