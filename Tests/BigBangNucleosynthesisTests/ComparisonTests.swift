import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

struct ComparisonTests {
  private struct Prepared: Sendable {
    let standard: Abundances
    let shifted: Abundances
    let uncertainty: TheoryUncertainty
  }

  private static let prepared = Result { () throws -> Prepared in
    let calculation = try Nucleosynthesis(InstantaneousDecoupling.history())
    return Prepared(
      standard: try calculation.abundances(), shifted: try calculation.abundances(.init(omegaB: 0.02)), uncertainty: try TheoryUncertainty(calculation))
  }

  @Test func bothSetsLoad() throws {
    for name in LightElementObservations.available {
      let set = try LightElementObservations.named(name)
      #expect(set.name == name)
      #expect(set.used.contains { $0.quantity == .helium4 } && set.used.contains { $0.quantity == .deuterium })
      #expect(!set.used.contains { $0.quantity == .lithium7 })
      #expect(set.observations.allSatisfy { !$0.input.source.isEmpty })
    }
    #expect(throws: ObservationFileError.self) { try LightElementObservations.named("none") }
  }

  private static func text(_ entry: String) -> String { "name: mine\ntitle: t\nobservations:\n  - {\(entry)}\n" }

  @Test func aUserFileIsReadStrictly() throws {
    let good = "quantity: D/H, value: 2.5e-5, error: 3e-7, side: two, use: true, reference: r, status: published"
    #expect(try LightElementObservations(file: "f", text: Self.text(good)).used.count == 1)
    let bad: [(String, String)] = [
      (good.replacingOccurrences(of: "D/H", with: "D/He"), "quantity"), (good.replacingOccurrences(of: "2.5e-5", with: "-1"), "value"),
      (good.replacingOccurrences(of: "3e-7", with: "nan"), "error"), (good.replacingOccurrences(of: "two", with: "both"), "side"),
      (good + ", colour: red", "colour"), (good.replacingOccurrences(of: "use: true", with: "use: false"), "observations"),
      (good.replacingOccurrences(of: "D/H", with: "Li7/H"), "use"), (good.replacingOccurrences(of: ", reference: r", with: ""), "reference"),
    ]
    for (entry, key) in bad {
      let error = #expect(throws: ObservationFileError.self) { try LightElementObservations(file: "f", text: Self.text(entry)) }
      #expect(error?.key.hasSuffix(key) == true, "\(entry): \(String(describing: error))")
    }
    #expect(throws: ObservationFileError.self) { try LightElementObservations(file: "f", text: "name: [") }
    #expect(throws: ObservationFileError.self) { try LightElementObservations(file: "f", text: "") }
  }

  @Test func theoryErrorsAreThoseOfTheLiterature() throws {
    let uncertainty = try Self.prepared.get().uncertainty
    // Yp 1e-4 absolute, D/H 1.5 %, with omega_b of Planck.
    #expect(abs(uncertainty.relativeError(of: .helium4) - 5e-4) < 1e-4)
    #expect(abs(uncertainty.relativeError(of: .deuterium) - 0.0153) < 0.001)
    #expect(uncertainty.relativeError(of: .lithium7) > 0.03)
    let covariance = uncertainty.relativeCovariance
    for i in covariance.indices { for j in covariance.indices { #expect(covariance[i][j] == covariance[j][i]) } }
    // More baryons: less deuterium and more lithium.
    #expect(uncertainty.relativeCovariance(of: .deuterium, .lithium7) < 0)
  }

  @Test func chiSquaredAndItsDeviation() throws {
    let prepared = try Self.prepared.get()
    let likelihood = LightElementLikelihood(try .named(), prepared.uncertainty)
    let pulls = likelihood.pulls(of: prepared.standard)
    #expect(pulls.map(\.quantity) == [.helium4, .deuterium, .helium3OverDeuterium])
    // The correlation between Yp and D/H is weak: chi^2 is near the sum of squared pulls; He3/D lies below its limit and adds nothing.
    #expect(pulls[2].pull < 0)
    #expect(abs(likelihood.chiSquared(of: prepared.standard) - pulls[0].pull * pulls[0].pull - pulls[1].pull * pulls[1].pull) < 0.1)
    let deviation = likelihood.deviation(of: prepared.shifted, from: prepared.standard)
    #expect(deviation.signal > 3)
    #expect(likelihood.deviation(of: prepared.standard, from: prepared.standard).signal == 0)
    // The measured deviation is the least-squares projection of the observations: the standard prediction plus it has a smaller chi^2.
    #expect(abs(deviation.measured) < 4)
  }

  @Test func quadraticForm() {
    let form = CovarianceForm([[4, 1e-6], [1e-6, 1e-10]])
    // Inverse of the matrix times its determinant.
    let determinant = 4e-10 - 1e-12
    #expect(abs(form.product([1, 2e-6], [1, 2e-6]) - (1e-10 - 4e-12 + 16e-12) / determinant) < 1e-9)
  }
}
