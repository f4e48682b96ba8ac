import Foundation
import Likelihoods
import Numerics
import Testing

struct HypothesisTestTests {
  private let test = HypothesisTest()

  private func counts(_ signal: Double, _ background: Double, _ observed: Int, error: Double = 0) -> Evidence {
    .counts(PoissonCount(signal: signal, background: background, backgroundError: error, observed: observed))
  }

  @Test(arguments: [0.01, 1, 2.995_732_273_554, 30])
  func emptyBackgroundAndNoEventGiveExpOfMinusSignal(signal: Double) {
    #expect(abs(test.evaluate([counts(signal, 0, 0)]).cls - exp(-signal)) < 1e-14)
  }

  @Test func oneCountIsReadsRatio() {
    let (s, b) = (3.2, 1.7)
    for n in 0...8 {
      let expected = Poisson.cumulative(n, mean: s + b) / Poisson.cumulative(n, mean: b)
      #expect(abs(test.evaluate([counts(s, b, n)]).cls - expected) < 1e-12)
    }
  }

  @Test func signalWithoutSensitivityIsNeverExcluded() {
    #expect(test.evaluate([]).cls == 1)
    #expect(test.evaluate([counts(0, 3, 0)]).cls == 1)
    #expect(test.evaluate([counts(1e-9, 50, 20)]).cls > 0.999)
    #expect(test.evaluate([.criterion(SmearedCriterion(ratio: 0, sigmaLn: 0.5))]).cls == 1)
  }

  @Test func convolutionOfTwoCountsMatchesDirectSummation() {
    let first = PoissonCount(signal: 2, background: 1.5, observed: 2)
    let second = PoissonCount(signal: 1, background: 0.4, observed: 1)
    let (w1, w2) = (log(1 + 2 / 1.5), log(1 + 1 / 0.4))
    let observed = 2 * w1 + w2
    var (pSignal, pBackground) = (0.0, 0.0)
    for i in 0...60 {
      for j in 0...60 where Double(i) * w1 + Double(j) * w2 <= observed + 1e-12 {
        pSignal += Poisson.probability(i, mean: 3.5) * Poisson.probability(j, mean: 1.4)
        pBackground += Poisson.probability(i, mean: 1.5) * Poisson.probability(j, mean: 0.4)
      }
    }
    #expect(abs(test.evaluate([.counts(first), .counts(second)]).cls - pSignal / pBackground) < 1e-12)
  }

  @Test func orderOfTheEvidenceDoesNotMatter() {
    let evidence = [counts(2, 1, 1), .criterion(SmearedCriterion(ratio: 0.8, sigmaLn: 0.5)), counts(0.7, 4, 6), counts(1.1, 0, 0)]
    let reference = test.evaluate(evidence)
    for shift in 1..<4 {
      let permuted = test.evaluate(Array(evidence[shift...] + evidence[..<shift]))
      #expect(abs(permuted.cls - reference.cls) < 1e-12 && abs(permuted.q - reference.q) < 1e-12)
    }
  }

  @Test func publishedLineOfACriterionIsExcludedAtExactly95Percent() {
    for sigma in [0.1, 0.5, 0.7] {
      let onTheLine = test.evaluate([.criterion(SmearedCriterion(ratio: 1, sigmaLn: sigma))])
      #expect(abs(onTheLine.cls - 0.05) < 1e-12)
      #expect(abs(onTheLine.q - 2.705_543_454) < 1e-8)
    }
  }

  @Test func stepReadingIsABareCut() {
    let step = HypothesisTest(reading: .step)
    #expect(step.evaluate([.criterion(SmearedCriterion(ratio: 1.0001, sigmaLn: 0.5))]).cls == 0)
    #expect(step.evaluate([.criterion(SmearedCriterion(ratio: 0.9999, sigmaLn: 0.5))]).cls == 1)
  }

  @Test func criterionAndCountsTogetherMatchTheGaussianIntegral() {
    // P(Q >= Q_obs) under both hypotheses by brute force over the Gaussian fluctuation of the criterion and the outcomes of the count.
    let (s, b, n, z) = (2.0, 1.0, 1, 0.9)
    let ratio = exp(0.5 * (z - SpecialFunctions.normalQuantile(0.95)))
    let zeta = SpecialFunctions.normalComplementInverse(0.5 * SpecialFunctions.normalComplement(z))
    let weight = log(1 + s / b)
    var (withSignal, withoutSignal) = (0.0, 0.0)
    let steps = 40_000
    for i in 0..<steps {
      let xi = -8 + 16 * (Double(i) + 0.5) / Double(steps)
      let density = exp(-0.5 * xi * xi) / (2 * Double.pi).squareRoot() * 16 / Double(steps)
      for k in 0...40 {
        let counts = 2 * Double(n - k) * weight
        if counts - 2 * zeta * zeta - 2 * zeta * xi >= 0 { withSignal += density * Poisson.probability(k, mean: s + b) }
        if counts - 2 * zeta * xi >= 0 { withoutSignal += density * Poisson.probability(k, mean: b) }
      }
    }
    let computed = test.evaluate([counts(s, b, n), .criterion(SmearedCriterion(ratio: ratio, sigmaLn: 0.5))]).cls
    #expect(abs(computed - withSignal / withoutSignal) < 2e-4)
  }

  @Test func whatIsInsensitiveDoesNotChangeTheJointTest() {
    // A count with almost no signal beside a criterion on its line, and a criterion far from its line beside a count on its limit.
    let criterion = Evidence.criterion(SmearedCriterion(ratio: 1, sigmaLn: 0.5))
    #expect(abs(test.evaluate([criterion, counts(1e-9, 81, 81), counts(1e-9, 0, 0)]).cls - 0.05) < 1e-6)
    let zeroCount = counts(3, 0, 0)
    #expect(abs(test.evaluate([zeroCount, .criterion(SmearedCriterion(ratio: 0.03, sigmaLn: 0.5))]).cls - exp(-3)) < 1e-6)
  }

  @Test func combinationIsStrongerThanEachZeroCountSearch() {
    let one = test.evaluate([counts(1.2, 0, 0)]).cls
    let three = test.evaluate([counts(1.2, 0, 0), counts(1.2, 0, 0), counts(1.2, 0, 0)]).cls
    #expect(abs(one - 0.301) < 1e-3 && abs(three - 0.0273) < 1e-4)
  }

  @Test func clsFallsMonotonicallyWithTheSignal() {
    let values = [0.1, 0.3, 1, 3, 10, 30].map { test.evaluate([counts($0, 2.5, 3, error: 0.5)]).cls }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func manyEventsWithAKnownBackgroundFollowTheGaussianLimit() {
    // n = b = 1000: the CLs limit of a Gaussian with sigma = sqrt(1000) is 1.96 sigma; the larger variance under s + b and the skewness, both of relative order 1/sqrt(1000), shift CLs by 0.0065.
    let limit = 1.96 * 1000.0.squareRoot()
    #expect(abs(test.evaluate([counts(limit, 1000, 1000)]).cls - 0.05) < 0.01)
  }

  @Test func measurementsFollowTheBoundedGaussianAndCombineWithInverseVariances() {
    func measurement(_ signal: Double, _ x: Double, _ error: Double) -> Evidence {
      .measurement(GaussianMeasurement(signal: signal, measured: x, error: error))
    }
    // 0 +- 9: 1.96 sigma at 95 %; 1126 +- 1312: 3419, the limits quoted for E774 and E141.
    #expect(abs(test.evaluate([measurement(1.959_964 * 9, 0, 9)]).cls - 0.05) < 1e-6)
    #expect(abs(test.evaluate([measurement(3419, 1126, 1312)]).cls - 0.05) < 2e-4)
    // Two equal measurements are one with the error divided by sqrt 2.
    let joint = test.evaluate([measurement(3, 1, 2), measurement(3, 1, 2)])
    let single = test.evaluate([measurement(3, 1, 2 / 2.0.squareRoot())])
    #expect(abs(joint.cls - single.cls) < 1e-12 && abs(joint.q - single.q) < 1e-12)
    // Without sensitivity it changes nothing.
    #expect(abs(test.evaluate([measurement(1e-9, 5, 3), counts(3, 0, 0)]).cls - exp(-3)) < 1e-6)
  }

  @Test func gaussianLimitOfALargeCountAgreesWithItsExactCLs() {
    // Beside an insensitive second count the large one is treated as Gaussian; alone it is exact.
    let large = PoissonCount(signal: 400, background: 20_000, backgroundError: 30, observed: 20_050)
    let exact = test.evaluate([.counts(large)]).cls
    let joint = test.evaluate([.counts(large), counts(1e-9, 0, 0)]).cls
    #expect(abs(joint - exact) < 0.01 && exact > 0.005 && exact < 0.2)
  }

  @Test func backgroundErrorWeakensTheLimit() throws {
    let exact = try CountingMethod.cls.interval(observed: 5, background: 5, cl: 0.95).upper
    let smeared = try CountingMethod.cls.interval(observed: 5, background: 5, backgroundError: 2, cl: 0.95).upper
    #expect(smeared > exact)
  }

  @Test func argumentsOutOfRangeAreNamed() {
    #expect(throws: StatisticsError("observed -1 is out of range; allowed: 0 and above")) {
      try CountingMethod.cls.interval(observed: -1, background: 0, cl: 0.95)
    }
    #expect(throws: StatisticsError.self) { try CountingMethod.cls.interval(observed: 0, background: .nan, cl: 0.95) }
    #expect(throws: StatisticsError.self) { try CountingMethod.classical.interval(observed: 0, background: 0, cl: 1) }
  }
}
