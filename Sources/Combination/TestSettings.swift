import Foundation
import Likelihoods

/// How a hypothesis is tested: everything that the header of an output states beside the model.
public struct TestSettings: Sendable {
  /// Confidence level, one-sided, one degree of freedom (a raster scan: one test per mass).
  public let confidenceLevel: Double
  public let reading: SmearedCriterion.Reading
  public let choices: VariantChoices

  /// - Throws: ``CombinationError/confidenceLevel(_:)`` outside (0.5, 1).
  public init(confidenceLevel: Double = 0.95, reading: SmearedCriterion.Reading = .conservative, choices: VariantChoices = .defaults) throws {
    guard confidenceLevel > 0.5, confidenceLevel < 1 else { throw CombinationError.confidenceLevel(confidenceLevel) }
    self.confidenceLevel = confidenceLevel
    self.reading = reading
    self.choices = choices
  }

  var test: HypothesisTest { HypothesisTest(reading: reading) }

  /// ln(CLs/alpha): negative where the evidence excludes. Minus infinity where CLs underflows.
  func margin(_ evidence: [Evidence]) -> Double { log(test.evaluate(evidence).cls / (1 - confidenceLevel)) }
}
