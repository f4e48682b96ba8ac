import Foundation
import Likelihoods
import Numerics
import Portals
import StellarCooling
import Testing
import Units

@Suite struct SunConstraintTests {
  private let sun = SunConstraint()
  private let eV = NaturalUnits.electronvolt

  private func ratio(_ slice: any MassSlice, _ coupling: Double) throws -> Double {
    guard case .criterion(let criterion) = try slice.evidence(at: coupling) else { return .nan }
    return criterion.ratio
  }

  @Test func speaksOnlyOfBosonsThatMixWithThePhoton() {
    #expect(sun.applicability(to: .darkPhoton) == .applies)
    guard case .notApplicable(let reason) = sun.applicability(to: .bMinusL) else {
      Issue.record("B-L must not be applicable")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func criticalCouplingIsWhereTheLuminosityIsAFractionOfTheSun() throws {
    let slice = try sun.slice(of: .darkPhoton, at: 1e-3 * eV, choosing: .defaults)
    let luminosity = try SolarEmission(.darkPhoton).luminosity(mass: 1e-3 * eV, coupling: 4e-9)
    #expect(abs(try ratio(slice, 4e-9) / (luminosity.overSolar / 0.1) - 1) < 1e-9)
    let strict = try sun.slice(of: .darkPhoton, at: 1e-3 * eV, choosing: .defaults.with("sun.criterion", "global-fit-2-percent"))
    #expect(abs(try ratio(strict, 4e-9) / ratio(slice, 4e-9) - 5) < 1e-9)
  }

  @Test func everyMassHasAWindowThatContainsTheBound() throws {
    let range = sun.massRange(for: .darkPhoton)
    for mass in logarithmicGrid(from: range.lowerBound, to: range.upperBound, count: 40) {
      let slice = try sun.slice(of: .darkPhoton, at: mass, choosing: .defaults)
      let atUnity = try ratio(slice, 1)
      #expect(atUnity.isFinite && atUnity > 0)
      let critical = 1 / atUnity.squareRoot()
      #expect(slice.couplingRange.contains(critical), "\(mass / eV) eV: \(critical) in \(slice.couplingRange)")
      #expect(try slice.explanation(at: critical).allSatisfy { $0.value.isFinite })
    }
  }

  @Test func unknownOptionIsRefused() {
    #expect(throws: NumericsError.self) { try sun.slice(of: .darkPhoton, at: eV, choosing: .defaults.with("sun.criterion", "no-such")) }
  }

  @Test func everyInputHasASource() {
    #expect(sun.inputs.allSatisfy { !$0.source.isEmpty && $0.value.isFinite })
    #expect(sun.identity.id == "sun")
    #expect(sun.variants.first?.options.first?.name == "luminosity-10-percent")
  }

  @Test func aSliceIsCheap() throws {
    _ = try sun.slice(of: .darkPhoton, at: 100 * eV, choosing: .defaults)
    let clock = ContinuousClock()
    let elapsed = try clock.measure { for _ in 0..<10 { _ = try sun.slice(of: .darkPhoton, at: 100 * eV, choosing: .defaults) } }
    // 10 ms each on the machine where it was written; ten times that on a loaded one.
    #expect(elapsed < .seconds(1))
  }
}
