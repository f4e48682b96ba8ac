import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Likelihoods
import Numerics
import Portals
import Testing

@Suite struct NucleosynthesisConstraintTests {
  private let constraint = NucleosynthesisConstraint()

  private func slice(_ name: String, _ mass: Double, _ choices: VariantChoices = .defaults) throws -> any MassSlice {
    try constraint.slice(of: try Models.find(name).portal, at: mass, choosing: choices)
  }

  private func measurement(_ slice: any MassSlice, _ coupling: Double) throws -> GaussianMeasurement {
    guard case .measurement(let measurement) = try slice.evidence(at: coupling) else { throw NumericsError.domain(label: "evidence", reason: "no measurement") }
    return measurement
  }

  /// Directly, without the grid of the slice.
  private func direct(_ name: String, _ mass: Double, _ coupling: Double, reheating: Double? = nil) throws -> ParticleNucleosynthesis.Result {
    let test = try LightElementTest(try .named("pdg-2024"))
    var settings = AbundanceCalculation.Settings()
    if let reheating { settings.reheatingTemperature = reheating }
    return try ParticleNucleosynthesis(try Models.find(name).portal, mass: mass, settings: settings, network: test.network, standard: test.standard)
      .result(coupling: coupling)
  }

  @Test func everyPortalIsBoundOrSaysWhyNot() {
    for model in Models.all {
      switch constraint.applicability(to: model.portal) {
      case .applies: break
      case .notApplicable(let reason):
        #expect(["dark-higgs", "inelastic", "neutron-portal"].contains(model.name) && !reason.isEmpty)
      }
    }
  }

  @Test(arguments: [
    ("dark-photon", 0.008), ("dark-photon", 0.018), ("l-mu-minus-l-tau", 0.003), ("dark-scalar", 0.005), ("hnl-e", 0.008), ("alp-photon", 0.01),
    ("dipole-mu", 0.006), ("millicharged", 0.001), ("dark-photon-invisible", 0.005),
  ])
  func couplingsBetweenTheNodesAreInterpolated(model: String, mass: Double) throws {
    let slice = try slice(model, mass)
    let test = try LightElementTest(try .named("pdg-2024"))
    let axis = try Models.find(model).coupling.range
    var compared = 0
    for coupling in logarithmicGrid(
      from: max(axis.lowerBound, slice.couplingRange.lowerBound), to: min(axis.upperBound, slice.couplingRange.upperBound), count: 41)
    {
      let shifted = coupling * 1.0713
      guard shifted < slice.couplingRange.upperBound else { continue }
      let found = try measurement(slice, shifted).signal
      guard found > 0.3, found < 10 else { continue }
      let exact = test.measurement(of: try direct(model, mass, shifted).abundances).signal
      #expect(abs(found / exact - 1) < 0.1, "\(model), \(shifted): \(found) for \(exact)")
      compared += 1
    }
    #expect(compared > 0)
  }

  @Test func aVanishingCouplingIsTheStandardModel() throws {
    for model in ["dark-photon", "hnl-mu", "alp-photon", "millicharged"] {
      let none = try measurement(try slice(model, 0.01), 1e-25)
      #expect(none.signal == 0)
    }
  }

  /// Were it put in by hand with the lifetime and the abundance that its coupling gives, it would do the same.
  @Test func theCouplingOnlySetsLifetimeAndAbundance() throws {
    for coupling in [5e-12, 1e-11] {
      let fromModel = try direct("dark-photon", 0.1, coupling, reheating: 1)
      let byHand = DecayingParticle(
        try InjectedDecay(mass: 100, channels: [(.electrons, 1)]), lifetime: try #require(fromModel.relic.widths.lifetimeSeconds),
        perPhoton: try #require(fromModel.relic.numberPerPhoton()))
      let abundances = try byHand.abundances()
      #expect(abs(abundances.heliumFraction / fromModel.abundances.heliumFraction - 1) < 1e-5)
      // The photon spectra of a model are computed with the standard helium.
      #expect(abs(abundances.deuterium / fromModel.abundances.deuterium - 1) < 2e-4)
    }
  }

  @Test func strongCouplingsKeepItInEquilibrium() throws {
    var content = UniverseContent.standard
    content.species = [ThermalSpecies(.vector, mass: 5, contact: .electromagnetic)]
    let expected = try Nucleosynthesis(ThermalHistory.compute(content)).abundances()
    for coupling in [1e-6, 1e-4] {
      let thermal = try direct("dark-photon", 0.005, coupling, reheating: 1)
      #expect(abs(thermal.abundances.deuterium / expected.deuterium - 1) < 1e-4)
      #expect(abs(thermal.abundances.heliumFraction / expected.heliumFraction - 1) < 2e-5)
    }
  }

  /// From a coupling on, more changes nothing that could be measured, and nothing more is computed.
  @Test func fullContactIsOneAnswer() throws {
    let test = try LightElementTest(try .named("pdg-2024"))
    let particle = try ParticleNucleosynthesis(.vector(.darkPhoton), mass: 0.005, network: test.network, standard: test.standard)
    // The Debug output of a calculation is all its tables.
    let found = particle.calculation.couplingsOfFullContact
    let range = try #require(found)
    #expect((1e-8...1e-4).contains(range.lowerBound) && range.upperBound > 10 * range.lowerBound)
    let weaker = try particle.result(coupling: range.lowerBound).abundances
    let stronger = try particle.result(coupling: range.upperBound).abundances
    #expect(abs(weaker.deuterium / stronger.deuterium - 1) < 5e-4)
    #expect(abs(weaker.heliumFraction / stronger.heliumFraction - 1) < 5e-5)
  }

  @Test func hotterUniversesMakeMore() throws {
    let cold = try slice("dark-scalar", 0.5)
    #expect(try measurement(cold, 1e-9).signal == 0)
    let hot = try slice("dark-scalar", 0.5, VariantChoices(["early-universe.reheating": "1GeV"]))
    #expect(try measurement(hot, 1e-9).signal > 3)
  }

  @Test func shortLivedParticlesLeaveNothing() throws {
    let hot = try slice("dark-scalar", 1, VariantChoices(["early-universe.reheating": "100GeV"]))
    // 1e-7 s: gone with its Boltzmann factor at 1 GeV; the thermal history is computed to 1e-6.
    #expect(abs(try measurement(hot, 3e-6).signal) < 0.01)
  }

  @Test func theEnvelopeExcludesLessThanEachSet() throws {
    let (mass, coupling) = (0.01, 1e-10)
    let cls = try ["envelope", "primat-like", "parthenope"].map { name in
      let measurement = try measurement(try slice("dark-photon", mass, VariantChoices(["bbn.rates": name])), coupling)
      return HypothesisTest().evaluate([.measurement(measurement)]).cls
    }
    #expect(cls[0] >= max(cls[1], cls[2]) * 0.97)
  }

  @Test func outsideItsDomainItSaysSo() throws {
    #expect(throws: NucleosynthesisError.self) { try slice("dark-photon", 0.01, VariantChoices(["bbn.rates": "no-such"])) }
    #expect(throws: (any Error).self) { try slice("dark-photon", 0.01, VariantChoices(["bbn.observations": "no-such"])) }
    #expect(constraint.massRange(for: .vector(.darkPhoton)).lowerBound == 3e-5)
    #expect(constraint.inputs.allSatisfy { !$0.source.isEmpty && $0.value.isFinite })
  }

  @Test func explanationsHaveEveryStep() throws {
    let quantities = try slice("dark-photon", 0.01).explanation(at: 1e-10)
    #expect(quantities.allSatisfy { $0.value.isFinite })
    for name in ["lifetime", "n_X/n_gamma at 10 MeV", "N_eff", "Yp", "D/H", "step from the Standard Model"] {
      #expect(quantities.contains { $0.name == name }, "\(name)")
    }
  }
}
