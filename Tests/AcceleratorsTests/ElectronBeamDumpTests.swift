import Accelerators
import Foundation
import Likelihoods
import Portals
import Testing
import Units

@Suite struct ElectronBeamDumpTests {
  private func constraint(_ id: String) throws -> ElectronBeamDumpConstraint {
    try #require(try ElectronBeamDumpConstraint.all().first { $0.experiment.id == id })
  }

  @Test func allExperimentsLoad() throws {
    let constraints = try ElectronBeamDumpConstraint.all()
    #expect(constraints.map(\.identity.id) == ["e137", "e141", "e774", "kek", "orsay"])
    for constraint in constraints {
      #expect(constraint.identity.kind == .observed)
      #expect(!constraint.identity.references.isEmpty)
      #expect(constraint.inputs.allSatisfy { !$0.source.isEmpty && !$0.name.isEmpty })
      #expect(constraint.applicability(to: .darkPhoton) == .applies)
      let range = constraint.massRange(for: .darkPhoton)
      #expect(range.lowerBound > 2 * NaturalUnits.electronMass)
      #expect(range.upperBound > 0.3)
    }
  }

  @Test func aBosonWithoutElectronsIsNotApplicable() throws {
    var charges = FermionCharges.bMinusL
    charges.electron = 0
    let portal = VectorPortal(name: "no-electrons", charges: charges, gaugeCouplingPerAxis: 1)
    guard case .notApplicable(let reason) = try constraint("e137").applicability(to: portal) else {
      Issue.record("applies")
      return
    }
    #expect(reason.contains("electrons"))
  }

  /// Long-lived: one eps^2 from production, one from the decay.
  @Test(arguments: ["e137", "e141", "e774", "kek", "orsay"]) func eventsGoAsTheFourthPowerForLongLifetimes(id: String) throws {
    let slice = try constraint(id).beamDumpSlice(of: .darkPhoton, at: 0.005)
    let ratio = slice.events(at: 2e-10).signal / slice.events(at: 1e-10).signal
    #expect(abs(ratio / 16 - 1) < 1e-4)
  }

  @Test func eventsVanishForShortLifetimes() throws {
    let slice = try constraint("e137").beamDumpSlice(of: .darkPhoton, at: 0.05)
    #expect(slice.events(at: 1e-3).signal < 1e-30)
    #expect(slice.events(at: 1).signal == 0)
    #expect(slice.events(at: 1e-14).signal.isFinite)
  }

  @Test func processesAddUp() throws {
    let slice = try constraint("e137").beamDumpSlice(of: .darkPhoton, at: 0.06)
    let events = slice.events(at: 1e-7)
    #expect(events.annihilation > events.bremsstrahlung)
    #expect(abs(events.signal - BosonProduction.allCases.reduce(0) { $0 + events.signal(from: $1) }) < 1e-12 * events.signal)
    #expect(events.acceptance > 0 && events.acceptance <= 1)
    #expect(events.decayProbability > 0 && events.decayProbability < 1)
    #expect(
      abs(events.signal - events.produced * events.decayProbability * events.acceptance * events.branchingRatio * events.efficiency) < 1e-9 * events.signal)
  }

  /// Resonant annihilation needs m^2/(2 m_e) between the energy cut and the beam energy.
  @Test(arguments: [(0.03, false), (0.033, true), (0.14, true), (0.15, false)]) func annihilationWindow(mass: Double, open: Bool) throws {
    let events = try constraint("e137").beamDumpSlice(of: .darkPhoton, at: mass).events(at: 1e-7)
    #expect((events.annihilation > 0) == open)
  }

  @Test func variantsChangeWhatTheySay() throws {
    let e137 = try constraint("e137")
    func events(_ choices: [String: String]) throws -> BeamDumpEvents {
      try e137.beamDumpSlice(of: .darkPhoton, at: 0.05, choosing: VariantChoices(choices)).events(at: 1e-7)
    }
    let full = try events([:])
    let alone = try events(["electron-dump.production": "bremsstrahlung"])
    #expect(alone.annihilation == 0)
    #expect(alone.bremsstrahlung == full.bremsstrahlung)
    let primary = try events(["electron-dump.track-length": "primary-tsai"])
    #expect(primary.annihilation == 0)
    let improved = try events(["electron-dump.bremsstrahlung": "improved-weizsaecker-williams"])
    #expect(improved.bremsstrahlung > full.bremsstrahlung)
    #expect(improved.bremsstrahlung < 3 * full.bremsstrahlung)
    #expect(e137.variants.allSatisfy { $0.options.count >= 2 })
  }

  /// A boson with the electron coupling of a dark photon has its events while it lives long, whatever its other decays.
  @Test func electronCouplingAloneCountsForLongLifetimes() throws {
    let kek = try constraint("kek")
    let mixing = 1e-9
    let photon = try kek.beamDumpSlice(of: .darkPhoton, at: 0.01).events(at: mixing)
    let gauged = try kek.beamDumpSlice(of: .bMinusL, at: 0.01).events(at: mixing * NaturalUnits.electricCharge)
    #expect(gauged.branchingRatio < 0.5)
    #expect(abs(gauged.signal / photon.signal - 1) < 1e-3)
  }

  /// A boson that reaches electrons through lepton loops alone has the events of a dark photon of that mixing while both live long, neutrinos or not.
  @Test func loopCouplingCounts() throws {
    let kek = try constraint("kek")
    let portal = VectorPortal.lMuMinusLTau
    #expect(kek.applicability(to: portal) == .applies)
    let coupling = 1e-9
    let mixing = coupling * (try portal.electronMixingPerAxis(mass: 0.01))
    #expect(abs(coupling / mixing / 69.29 - 1) < 1e-3)
    let photon = try kek.beamDumpSlice(of: .darkPhoton, at: 0.01).events(at: mixing)
    let looped = try kek.beamDumpSlice(of: portal, at: 0.01).events(at: coupling)
    #expect(looped.branchingRatio < 1e-4)
    #expect(abs(looped.signal / photon.signal - 1) < 1e-3)
  }

  /// 5 % at the quoted limits: 3419 and 18 events, the latter rounded from 17.6.
  @Test func quotedLimitsAreTheLimits() throws {
    func cls(_ id: String, _ signal: Double) throws -> Double {
      HypothesisTest().evaluate([try constraint(id).experiment.counts.evidence(signal: signal)]).cls
    }
    #expect(abs(try cls("e141", 3419) - 0.05) < 0.001)
    #expect(abs(try cls("e774", 18) - 0.05) < 0.01)
    #expect(abs(try cls("e137", 2.9957) - 0.05) < 1e-4)
  }

  @Test func sliceIsDeterministicAndExplained() throws {
    let orsay = try constraint("orsay")
    let first = try orsay.slice(of: .darkPhoton, at: 0.01, choosing: .defaults)
    let second = try orsay.slice(of: .darkPhoton, at: 0.01, choosing: .defaults)
    #expect(try first.evidence(at: 3e-6) == second.evidence(at: 3e-6))
    let explanation = try first.explanation(at: 3e-6)
    #expect(explanation.allSatisfy { $0.value.isFinite })
    #expect(explanation.contains { $0.name == "events from bremsstrahlung" })
  }

  /// Every mass of the valid range gives finite events, its ends included.
  @Test func finiteOverTheWholeRange() throws {
    for constraint in try ElectronBeamDumpConstraint.all() {
      let range = constraint.massRange(for: .darkPhoton)
      for mass in [range.lowerBound, 1.1e-3, 0.3, 0.99 * range.upperBound, range.upperBound] {
        let slice = try constraint.beamDumpSlice(of: .darkPhoton, at: mass)
        for coupling in [slice.couplingRange.lowerBound, 1e-8, 1e-4, slice.couplingRange.upperBound] {
          let events = slice.events(at: coupling)
          #expect(events.signal.isFinite && events.signal >= 0 && events.meanEnergy.isFinite && events.decayLength.isFinite)
        }
      }
    }
  }
}
