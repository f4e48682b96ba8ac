import Foundation
import Likelihoods
import Numerics
import Portals
import Supernova1987A
import Testing
import Units

@Suite struct Supernova1987ACoolingConstraintTests {
  private let constraint = Supernova1987ACoolingConstraint()

  private func ratio(_ slice: any MassSlice, _ coupling: Double) throws -> Double {
    guard case .criterion(let criterion) = try slice.evidence(at: coupling) else {
      Issue.record("a cooling bound is a criterion")
      return .nan
    }
    return criterion.ratio
  }

  @Test func speaksOnlyAboutBosonsThatCoupleToElectricCharge() {
    #expect(constraint.applicability(to: .darkPhoton) == .applies)
    guard case .notApplicable(let reason) = constraint.applicability(to: .bMinusL) else {
      Issue.record("B-L couples to neutrons")
      return
    }
    #expect(reason.contains("b-minus-l"))
  }

  @Test func luminosityOverCriterionIsTheEvidence() throws {
    let slice = try constraint.slice(of: .darkPhoton, at: 0.01, choosing: .defaults)
    let star = try Supernova1987ACoolingConstraint.luminosity(at: 0.01)
    #expect(abs(try ratio(slice, 1e-9) / (star.luminosity(mixing: 1e-9) / 3e52) - 1) < 1e-12)
  }

  @Test func excludesAnIsland() throws {
    let slice = try constraint.slice(of: .darkPhoton, at: 0.02, choosing: .defaults)
    #expect(try ratio(slice, 1e-11) < 1)
    #expect(try ratio(slice, 5e-9) > 1)
    #expect(try ratio(slice, 1e-6) < 1)
  }

  @Test func criteriaDivideTheSameLuminosity() throws {
    let standard = try constraint.slice(of: .darkPhoton, at: 0.03, choosing: .defaults)
    let heavy = try constraint.slice(of: .darkPhoton, at: 0.03, choosing: .defaults.with("sn1987a.criterion", "garching-1.2e53"))
    #expect(abs(try ratio(standard, 1e-9) / ratio(heavy, 1e-9) - 4) < 1e-9)
  }

  @Test func couplingAxisIsTheModels() throws {
    // The same boson with charges doubled and the axis halved.
    let halved = VectorPortal(
      name: "halved", charges: FermionCharges.electric.scaled(by: 2), gaugeCouplingPerAxis: NaturalUnits.electricCharge / 4)
    #expect(constraint.applicability(to: halved) == .applies)
    let a = try constraint.slice(of: .darkPhoton, at: 0.01, choosing: .defaults)
    let b = try constraint.slice(of: halved, at: 0.01, choosing: .defaults)
    #expect(abs(try ratio(a, 1e-9) / ratio(b, 2e-9) - 1) < 1e-12)
    #expect(abs(b.couplingRange.upperBound / a.couplingRange.upperBound - 2) < 1e-12)
  }

  @Test func everyVariantOptionComputes() throws {
    for variant in constraint.variants {
      #expect(!variant.options.isEmpty)
      for option in variant.options {
        let slice = try constraint.slice(of: .darkPhoton, at: 0.005, choosing: .defaults.with(variant.name, option.name))
        #expect(try ratio(slice, 1e-9) > 0)
      }
    }
  }

  @Test func optionsThatDoNotExistAreRefusedWithTheListOfThoseThatDo() {
    for variant in constraint.variants {
      let error = #expect(throws: NumericsError.self) {
        _ = try constraint.slice(of: .darkPhoton, at: 0.005, choosing: .defaults.with(variant.name, "nonesuch"))
      }
      #expect(error.map { "\($0)".contains(variant.options[0].name) } ?? false)
    }
  }

  @Test func massesOutsideTheRangeAreRefused() {
    let range = constraint.massRange(for: .darkPhoton)
    for mass in [range.lowerBound / 2, range.upperBound * 2, .nan] {
      #expect(throws: NumericsError.self) { try constraint.slice(of: .darkPhoton, at: mass, choosing: .defaults) }
    }
  }

  @Test func explanationIsFiniteAndEndsWithTheRatio() throws {
    for mass in [1e-9, 1e-3, 0.01, 0.29] {
      let slice = try constraint.slice(of: .darkPhoton, at: mass, choosing: .defaults)
      let lines = try slice.explanation(at: 1e-9)
      #expect(lines.allSatisfy { $0.value.isFinite })
      #expect(try lines.last?.value == ratio(slice, 1e-9))
    }
  }

  @Test func everyInputHasASource() {
    #expect(constraint.inputs.allSatisfy { !$0.source.isEmpty && $0.value.isFinite })
    #expect(
      Set(constraint.inputs.filter { $0.status == .recalled }.map(\.name)) == [
        "inner density slope k_rho", "inner temperature slope k_T", "proton fraction", "temperature at the neutrinosphere", "np singlet scattering length",
        "np singlet effective range", "np triplet scattering length", "np triplet effective range",
      ])
  }

  @Test func reportRefusesWhatTheConstraintCannotSay() {
    for (mass, coupling) in [(1.0, 1e-9), (.nan, 1e-9), (0.01, -1), (0.01, .nan)] {
      #expect(throws: NumericsError.self) { try SupernovaReport(of: .darkPhoton, mass: mass, coupling: coupling) }
    }
  }

  @Test func reportIsConsistent() throws {
    let report = try SupernovaReport(of: .darkPhoton, mass: 0.01, coupling: 1e-9)
    #expect(abs(report.luminosityOverCriterion * 3e52 / report.luminosity - 1) < 1e-12)
    #expect(abs(report.producedPower * report.escapeFraction / report.luminosity - 1) < 1e-9)
    #expect(report.resonanceRadius != nil && report.opticalDepth > 0)
  }
}
