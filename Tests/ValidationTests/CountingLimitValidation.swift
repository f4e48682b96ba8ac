import Foundation
import Likelihoods
import Numerics
import Testing

/// Counting limits, likelihood ratios and smeared criteria against an independently computed table (`reference/stats/limits.csv`), each to the table's own tolerance.
@Suite(.enabled(if: ReferenceData.isAvailable, "\(ReferenceData.absence)"))
struct CountingLimitValidation {
  @Test func everyRowOfTheTable() throws {
    let url = try #require(ReferenceData.file("stats/limits.csv"))
    var checked = 0
    for row in try ReferenceData.rows(url) {
      let id = try #require(row["id"])
      let parameters = Dictionary(
        uniqueKeysWithValues: (row["params"] ?? "").split(separator: ";").map { pair -> (String, Double) in
          let parts = pair.split(separator: "=")
          return (String(parts[0]), Double(parts[1]) ?? .nan)
        })
      guard let computed = try Self.compute(row["quantity"] ?? "", parameters) else { continue }
      let expected = try #require(Double(row["value"] ?? ""))
      let tolerance = try #require(Double(row["rel_tol"] ?? ""))
      #expect(abs(computed - expected) <= tolerance * max(abs(expected), 1e-3), "\(id): \(computed) instead of \(expected)")
      checked += 1
    }
    #expect(checked >= 60, "only \(checked) rows were recognised")
  }

  private static func compute(_ quantity: String, _ p: [String: Double]) throws -> Double? {
    func count(signal: Double = 0) -> PoissonCount {
      PoissonCount(signal: signal, background: p["b"] ?? 0, backgroundError: p["db"] ?? 0, observed: Int(p["n"] ?? 0))
    }
    func interval(_ method: CountingMethod) throws -> SignalInterval {
      try method.interval(observed: Int(p["n"] ?? 0), background: p["b"] ?? 0, cl: p["cl"] ?? 0)
    }
    switch quantity {
    case "UL_classical": return try interval(.classical).upper
    case "UL_CLs": return try interval(.cls).upper
    case "FC_low": return try interval(.feldmanCousins).lower
    case "FC_high": return try interval(.feldmanCousins).upper
    case "chi2_threshold_two_sided": return SpecialFunctions.chiSquaredQuantile(p["cl"] ?? 0, degreesOfFreedom: p["dof"] ?? 0)
    case "chi2_threshold_one_sided":
      let z = SpecialFunctions.normalQuantile(p["cl"] ?? 0)
      return z * z
    case "minus2DeltaLnL":
      // The table counts from the best fit with s >= 0, the test from s = 0.
      let best = max(0, (p["n"] ?? 0) - (p["b"] ?? 0))
      return HypothesisTest().evaluate([.counts(count(signal: p["s"] ?? 0))]).q - HypothesisTest().evaluate([.counts(count(signal: best))]).q
    case "UL_combined_identical_zero_counts":
      let k = Int(p["K"] ?? 0)
      return try RootFinding.brentLog("combined limit", in: 1e-3, 10) { signal in
        HypothesisTest().evaluate((0..<k).map { _ in .counts(count(signal: signal)) }).cls - (1 - (p["cl"] ?? 0))
      }
    case "lnL_capped_lognormal":
      let criterion = SmearedCriterion(ratio: p["x"] ?? 0, sigmaLn: p["sigma_ln"] ?? 0)
      return -0.5 * HypothesisTest(reading: .median).evaluate([.criterion(criterion)]).q
    case "P_exceed_lognormal":
      let sigma = p["sigma_ln"] ?? 0
      return SpecialFunctions.normalCumulative(log(p["x"] ?? 0) / sigma)
    case "x_excluded_one_sided95":
      return try RootFinding.brentLog("excluded ratio", in: 1.01, 100) { ratio in
        HypothesisTest(reading: .median).evaluate([.criterion(SmearedCriterion(ratio: ratio, sigmaLn: p["sigma_ln"] ?? 0))]).cls - 0.05
      }
    default: return nil
    }
  }
}
