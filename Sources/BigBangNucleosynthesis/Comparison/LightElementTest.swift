import EarlyUniverse
import Foundation
import Likelihoods
import Units

/// Predicted abundances as one Gaussian measurement for the house's hypothesis test, with the choice of nuclear rates.
///
/// The Standard Model's abundances and theory errors of both sets of rates are computed once per process and shared.
public struct LightElementTest: Sendable {
  /// Whose nuclear rates decide.
  public enum Rates: String, Sendable, CaseIterable {
    /// Of both sets the one that excludes less: the larger CLs of the measurement alone.
    case envelope
    /// Set A.
    case primat = "primat-like"
    /// Set B. Abundances have to be computed with ``LightElementTest/network``, which is then set B.
    case parthenope
  }

  /// How abundances compare.
  public struct Outcome: Sendable, Hashable {
    /// The step from the Standard Model in standard deviations; its error is one.
    public let measurement: GaussianMeasurement
    /// The set that decided.
    public let rates: NuclearNetwork.Rates
    /// CLs of the measurement alone.
    public let cls: Double
    /// Every observation in use against the prediction with that set.
    public let pulls: [LightElementLikelihood.Pull]
    /// The observation that is farthest from the prediction; an upper limit counts only where it is passed.
    public let dominant: LightElementQuantity
  }

  public let observations: LightElementObservations
  public let rates: Rates
  private let baselines: [Baseline]

  /// - Throws: ``NumericsError`` when an integration for the Standard Model fails.
  public init(_ observations: LightElementObservations, rates: Rates = .envelope) throws {
    self.observations = observations
    self.rates = rates
    baselines = try rates.sets.map { try Baseline.shared($0) }
  }

  /// The network with which the abundances given to this test have to be computed: set B for ``Rates/parthenope``, else set A.
  public var network: NuclearNetwork { NuclearNetwork(rates: rates.sets[0]) }

  /// The Standard Model's abundances with ``network``.
  public var standard: Abundances { baselines[0].abundances }

  /// Every number from outside that enters the Standard Model's prediction and the observations.
  public var inputs: [Input] {
    var seen: Set<Input> = []
    return (baselines.flatMap(\.inputs) + observations.used.map(\.input)).filter { seen.insert($0).inserted }
  }

  /// The step from the Standard Model to `abundances` as a Gaussian measurement of error one.
  ///
  /// - Parameter abundances: computed with ``network``. Another set's are taken as X_B = SM_B X_A/SM_A for each of Yp, D/H, He3/H: nuclear rates move what is made by
  ///   a few per cent, and its response to a particle by a few per cent of the response (`docs/bbn.md`).
  public func measurement(of abundances: Abundances) -> GaussianMeasurement { outcome(of: abundances).measurement }

  /// The measurement with the set that decided and the pulls.
  public func outcome(of abundances: Abundances) -> Outcome { outcome(of: LightElementPrediction(abundances)) }

  /// The same for a prediction made with ``network``.
  func outcome(of prediction: LightElementPrediction) -> Outcome {
    let outcomes = baselines.map { outcome(of: prediction, with: $0) }
    // Where both underflow, the smaller Q excludes less.
    return outcomes.dropFirst().reduce(outcomes[0]) { best, next in
      (next.cls, -next.statistic) > (best.cls, -best.statistic) ? next : best
    }
  }

  private func outcome(of given: LightElementPrediction, with baseline: Baseline) -> Outcome {
    let likelihood = LightElementLikelihood(observations, baseline.uncertainty)
    let standard = LightElementPrediction(baseline.abundances)
    let prediction = given.multiplied(by: standard, over: LightElementPrediction(self.standard))
    let deviation = likelihood.deviation(of: prediction, from: standard)
    let measurement = GaussianMeasurement(signal: deviation.signal, measured: deviation.measured, error: 1)
    let pulls = likelihood.pulls(of: prediction)
    return Outcome(
      measurement: measurement, rates: baseline.rates, cls: HypothesisTest().evaluate([.measurement(measurement)]).cls, pulls: pulls,
      dominant: dominant(pulls))
  }

  private func dominant(_ pulls: [LightElementLikelihood.Pull]) -> LightElementQuantity {
    let sizes = zip(pulls, observations.used).map { pull, observation in
      (quantity: pull.quantity, size: observation.side == .upperLimit ? max(0, pull.pull) : abs(pull.pull))
    }
    return sizes.max { $0.size < $1.size }?.quantity ?? .deuterium
  }
}

extension LightElementTest.Rates {
  /// The first is that of the caller's abundances.
  var sets: [NuclearNetwork.Rates] {
    switch self {
    case .envelope: [.primat, .parthenope]
    case .primat: [.primat]
    case .parthenope: [.parthenope]
    }
  }
}

extension LightElementTest.Outcome {
  fileprivate var statistic: Double { measurement.signal * (measurement.signal - 2 * measurement.measured) }
}

/// The Standard Model with one set of rates.
private struct Baseline: Sendable {
  let rates: NuclearNetwork.Rates
  let abundances: Abundances
  let uncertainty: TheoryUncertainty
  let inputs: [Input]

  private init(_ rates: NuclearNetwork.Rates) throws {
    let calculation = try Nucleosynthesis(ThermalHistory.compute(.standard), network: NuclearNetwork(rates: rates))
    self.rates = rates
    abundances = try calculation.abundances()
    uncertainty = try TheoryUncertainty(calculation)
    inputs = calculation.inputs
  }

  static func shared(_ rates: NuclearNetwork.Rates) throws -> Baseline {
    switch rates {
    case .primat: try primat.get()
    case .parthenope: try parthenope.get()
    }
  }
  private static let primat = Result { try Baseline(.primat) }
  private static let parthenope = Result { try Baseline(.parthenope) }
}
