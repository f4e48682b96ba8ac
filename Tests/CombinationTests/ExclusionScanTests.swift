import Combination
import Foundation
import Likelihoods
import Units
import Testing

/// A counting constraint with a closed form: events = (coupling/floor)^2 exp(-coupling/ceiling), observed zero.
private struct ToyConstraint: Constraint {
  var id = "toy"
  var floor = 1e-6
  var ceiling = 1e-3
  var inputs: [Input] { [] }
  var variants: [Variant] { [Variant("toy.choice", options: [.init("a", "first"), .init("b", "second")])] }
  var identity: ConstraintIdentity {
    ConstraintIdentity(
      id: id, module: "Tests", object: "toy", observable: "events", kind: .observed, quotedConfidenceLevel: 0.95, references: [], assumptions: [])
  }
  func applicability(to particle: Bool) -> Applicability { particle ? .applies : .notApplicable(reason: "the particle does not couple") }
  func massRange(for particle: Bool) -> ClosedRange<Double> { 1e-3...1 }
  func slice(of particle: Bool, at mass: Double, choosing choices: VariantChoices) throws -> any MassSlice {
    if mass > 0.9 { throw StatisticsError("toy failure") }
    return ToySlice(floor: choices.option(of: variants[0]) == "b" ? 10 * floor : floor, ceiling: ceiling)
  }
}

private struct ToySlice: MassSlice {
  let floor, ceiling: Double
  var couplingRange: ClosedRange<Double> { 1e-9...1e-1 }
  var couplingRangeReason: String { "toy" }
  func evidence(at coupling: Double) throws -> Evidence {
    .counts(PoissonCount(signal: 3 * pow(coupling / floor, 2) * exp(-coupling / ceiling), background: 0, observed: 0))
  }
  func explanation(at coupling: Double) throws -> [ExplainedQuantity] { [] }
}

struct ExclusionScanTests {
  private func scan(_ constraints: [ToyConstraint], applies: Bool = true, choices: VariantChoices = .defaults) throws -> ExclusionScan {
    ExclusionScan(
      constraints: constraints.map { BoundConstraint($0, for: applies) }, settings: try TestSettings(choices: choices), couplingRange: 1e-12...1)
  }

  @Test func islandOfASingleConstraintIsAlsoTheCombination() async throws {
    let result = try await scan([ToyConstraint()]).run(masses: [0.01], workers: 1)[0]
    guard case .intervals(let found) = result.findings[0] else {
      Issue.record("no intervals")
      return
    }
    #expect(found.count == 1 && !found[0].endsAtValidity)
    #expect(abs(found[0].low / 1e-6 - 1) < 2e-3)
    #expect(result.union == found && result.combined.count == 1)
    #expect(abs(result.combined[0].low / found[0].low - 1) < 1e-4)
  }

  @Test func combinationReachesFurtherThanTheUnion() async throws {
    let pair = [ToyConstraint(id: "one"), ToyConstraint(id: "two")]
    let result = try await scan(pair).run(masses: [0.01], workers: 1)[0]
    #expect(result.combined[0].low < 0.75 * result.union[0].low)
  }

  @Test func orderOfConstraintsChangesNothing() async throws {
    let pair = [ToyConstraint(id: "one"), ToyConstraint(id: "two", floor: 3e-6)]
    let forward = try await scan(pair).run(masses: [0.01], workers: 1)[0]
    let backward = try await scan(pair.reversed()).run(masses: [0.01], workers: 1)[0]
    #expect(forward.union == backward.union)
    #expect(zip(forward.combined, backward.combined).allSatisfy { abs($0.low / $1.low - 1) < 1e-9 && abs($0.high / $1.high - 1) < 1e-9 })
  }

  @Test func resultDoesNotDependOnTheNumberOfWorkers() async throws {
    let masses = (0..<40).map { 0.001 * pow(1.15, Double($0)) }
    let one = try await scan([ToyConstraint()]).run(masses: masses, workers: 1)
    let four = try await scan([ToyConstraint()]).run(masses: masses, workers: 4)
    #expect(one == four && one.map(\.mass) == masses)
  }

  @Test func notApplicableAndOutsideValiditySaySo() async throws {
    let silent = try await scan([ToyConstraint()], applies: false).run(masses: [0.01], workers: 1)[0]
    #expect(silent.findings == [.notApplicable(reason: "the particle does not couple")] && !silent.isCovered)
    let outside = try await scan([ToyConstraint()]).run(masses: [10], workers: 1)[0]
    guard case .outsideValidity(let reason) = outside.findings[0] else {
      Issue.record("not outside")
      return
    }
    #expect(reason.contains("0.001 to 1.0 GeV"))
  }

  @Test func failureNamesConstraintAndMass() async throws {
    await #expect(throws: CombinationError.self) { try await scan([ToyConstraint()]).run(masses: [0.01, 0.95], workers: 2) }
  }

  @Test func verdictsOfAPoint() throws {
    let constraints = [BoundConstraint(ToyConstraint(), for: true)]
    let settings = try TestSettings()
    #expect(try PointVerdict(constraints: constraints, settings: settings, mass: 0.01, coupling: 1e-5).status == .excluded)
    #expect(try PointVerdict(constraints: constraints, settings: settings, mass: 0.01, coupling: 1e-8).status == .allowed)
    #expect(try PointVerdict(constraints: constraints, settings: settings, mass: 0.01, coupling: 0.5).status == .outsideValidity)
    #expect(try PointVerdict(constraints: [], settings: settings, mass: 0.01, coupling: 0.5).status == .notApplicable)
  }

  @Test func variantMovesTheEdge() async throws {
    let result = try await scan([ToyConstraint()], choices: VariantChoices(["toy.choice": "b"])).run(masses: [0.01], workers: 1)[0]
    #expect(abs(result.union[0].low / 1e-5 - 1) < 0.02)
  }

  @Test func confidenceLevelOutOfRangeIsRefused() {
    #expect(throws: CombinationError.self) { try TestSettings(confidenceLevel: 1.2) }
    #expect(throws: CombinationError.self) { try TestSettings(confidenceLevel: .nan) }
  }
}
