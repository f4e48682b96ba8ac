import EarlyUniverse
import Foundation
import Likelihoods
import Units

/// How many particles that decay in one way the light elements allow, at any lifetime.
///
/// Abundances are particles per photon at T = 10 MeV, as if none had decayed. Excluded is what the house's test excludes: CLs < 1 - confidence level, of all observations together and of each
/// alone. The spectra of its photons are computed once, for today's baryons per photon: energy from the decays changes them by its share of the energy of all photons, which is 4 % at the
/// weakest limits that photons set (1e4 s) and falls from there.
public struct AbundanceLimit: Sendable {
  public struct Settings: Sendable, Hashable {
    public var confidenceLevel = 0.95
    /// Whether the particle's energy and that of its decays act on the expansion and the temperatures.
    public var actsOnExpansion = true
    /// As in ``DecayingParticle/includesEarlyDecays``.
    public var includesEarlyDecays = true
    /// Where the search ends, in particles per photon. One is more than a species that was in equilibrium has for each of its spin states.
    public var largest = 1.0

    public init() {}
  }

  /// An observation and the side on which the prediction leaves it.
  public struct Cause: Sendable, Hashable, CustomStringConvertible {
    public let quantity: LightElementQuantity
    /// Whether there is more of it than in the Standard Model.
    public let isHigh: Bool
    /// For example `D/H low`.
    public var description: String { "\(quantity.rawValue) \(isHigh ? "high" : "low")" }
  }

  /// Abundances that are excluded without a gap.
  public struct Interval: Sendable, Hashable {
    /// Particles per photon, edges within 1e-3; `endsAtValidity` where the search ends first.
    public let excluded: ExcludedInterval
    /// What decides at its lower edge: the observation with the smallest CLs alone.
    public let cause: Cause
  }

  /// What is excluded at one lifetime.
  public struct Finding: Sendable, Hashable {
    /// In seconds.
    public let lifetime: Double
    /// The end of the search in particles per photon: as asked for, or less where more of them cannot be computed.
    public let searchedTo: Double
    /// By all observations together, ascending; with more than one interval a larger abundance is allowed again between them.
    public let combined: [Interval]
    /// By each observation alone, in the order of the set of observations.
    public let alone: [Alone]

    /// The largest abundance below which nothing is excluded; `nil` where nothing is excluded at all.
    public var largestAllowed: Double? { combined.first?.excluded.low }
  }

  /// What one observation excludes by itself.
  public struct Alone: Sendable, Hashable {
    public let quantity: LightElementQuantity
    public let intervals: [Interval]
    /// As in ``Finding/searchedTo``; for He3/D less where no deuterium is left to compare with.
    public let searchedTo: Double
  }

  public let decay: InjectedDecay
  public let test: LightElementTest
  public let settings: Settings
  private let alone: [(quantity: LightElementQuantity, test: LightElementTest)]
  private let breakUpRates: BreakUpRates?

  /// - Throws: ``NucleosynthesisError`` for settings out of range, ``NumericsError`` when the photon spectra cannot be computed.
  public init(_ decay: InjectedDecay, _ test: LightElementTest, settings: Settings = Settings()) throws {
    guard settings.confidenceLevel > 0.5, settings.confidenceLevel < 1 else {
      throw NucleosynthesisError.parameter(name: "confidence level", value: settings.confidenceLevel, allowed: "above 0.5 and below 1")
    }
    let lowest = ParticleNucleosynthesis.negligible / decay.mass
    guard settings.largest > lowest, settings.largest <= 1e3 else {
      throw NucleosynthesisError.parameter(name: "largest number of particles per photon", value: settings.largest, allowed: "above \(lowest), at most 1000")
    }
    self.decay = decay
    self.test = test
    self.settings = settings
    alone = try test.observations.alone.map { ($0.quantity, try LightElementTest($0.observations, rates: test.rates)) }
    let sources = DecayingParticle.cascadeSources(decay)
    breakUpRates = sources.isEmpty ? nil : try .standard(sources)
  }

  /// n/s of `perPhoton` particles per photon at 10 MeV.
  public static func entropyYield(perPhoton: Double) -> Double {
    DecayingSpecies.entropyYield(perPhoton: perPhoton, atTemperature: Photodisintegration.referenceTemperature)
  }

  /// What is excluded at a lifetime in seconds.
  ///
  /// - Throws: ``NucleosynthesisError`` for a lifetime out of range, ``NumericsError`` when a step fails.
  public func finding(lifetime: Double) throws -> Finding {
    let search = AbundanceSearch { try abundances(lifetime: lifetime, perPhoton: $0) }
    let range = try search.range(from: ParticleNucleosynthesis.negligible / decay.mass, to: settings.largest) { elements in
      alone.contains { $0.test.measurement(of: elements).signal > Self.felt }
    }
    let shifts = test.observations.used.filter { $0.side == .twoSided }.map(\.quantity).map { quantity in
      { (elements: Abundances) in log(max(quantity.value(in: elements) / quantity.value(in: test.standard), 1e-100)) }
    }
    func excluded(_ test: LightElementTest, _ quantity: LightElementQuantity? = nil) throws -> (intervals: [Interval], searchedTo: Double) {
      let needsDeuterium = test.observations.used.allSatisfy { $0.quantity == .helium3OverDeuterium }
      let part = needsDeuterium ? try search.leading(range) { $0.deuterium > Self.leastDeuterium } : range
      let intervals = try search.intervals(in: part, shifts: shifts) { margin($0, test) }.map {
        Interval(excluded: $0, cause: cause(try search.abundances(at: $0.low), quantity))
      }
      return (intervals, part.upperBound)
    }
    let together = try excluded(test)
    return Finding(
      lifetime: lifetime, searchedTo: together.searchedTo, combined: together.intervals,
      alone: try alone.map {
        let (intervals, searchedTo) = try excluded($0.test, $0.quantity)
        return Alone(quantity: $0.quantity, intervals: intervals, searchedTo: searchedTo)
      })
  }

  /// In standard deviations: ten times as many particles then exclude at no useful confidence level, and below the effect is proportional to their number.
  private static let felt = 0.05
  /// In standard deviations: below what the integration of the network resolves.
  private static let unresolved = 0.01
  /// Below this D/H the ratio He3/D means nothing, to us and to an observer.
  private static let leastDeuterium = 1e-15

  private func abundances(lifetime: Double, perPhoton: Double) throws -> Abundances {
    var particle = DecayingParticle(
      decay, lifetime: lifetime, perPhoton: perPhoton, actsOnExpansion: settings.actsOnExpansion, breakUpRates: breakUpRates)
    particle.includesEarlyDecays = settings.includesEarlyDecays
    return try particle.abundances(network: test.network)
  }

  /// ln(CLs/alpha): negative where excluded. Held at -30, far beyond any exclusion.
  private func margin(_ elements: Abundances, _ test: LightElementTest) -> Double {
    let alpha = 1 - settings.confidenceLevel
    let outcome = test.outcome(of: elements)
    return outcome.measurement.signal < Self.unresolved ? -log(alpha) : max(log(outcome.cls / alpha), -30)
  }

  private func cause(_ elements: Abundances, _ quantity: LightElementQuantity?) -> Cause {
    let decisive = quantity ?? alone.min { $0.test.outcome(of: elements).cls < $1.test.outcome(of: elements).cls }?.quantity ?? .deuterium
    return Cause(quantity: decisive, isHigh: decisive.value(in: elements) > decisive.value(in: test.standard))
  }
}
