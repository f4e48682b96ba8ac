import Foundation
import Numerics
import Portals
import Testing
import Units

private let darkPhoton = VectorDecay(.darkPhoton)
private let bMinusL = VectorDecay(.bMinusL)

@Suite struct VectorDecayTests {
  @Test func thresholdsAreExactlyZero() throws {
    for (lepton, name) in [(PhysicalConstants.electronMass, "e+ e-"), (PhysicalConstants.muonMass, "mu+ mu-"), (PhysicalConstants.tauMass, "tau+ tau-")] {
      let threshold = 2 * lepton.value
      #expect(try darkPhoton.widths(mass: threshold, coupling: 1).width(name) == 0)
      #expect(try darkPhoton.widths(mass: threshold.nextUp * (1 + 1e-12), coupling: 1).width(name) > 0)
    }
    let pion = PhysicalConstants.neutralPionMass.value
    #expect(try darkPhoton.widths(mass: pion, coupling: 1).width("hadrons") == 0)
    #expect(try darkPhoton.widths(mass: 2 * PhysicalConstants.chargedPionMass.value, coupling: 1).width("pi+ pi-") == 0)
    #expect(try darkPhoton.widths(mass: 1.01 * pion, coupling: 1).width("pi0 gamma") > 0)
  }

  @Test func widthsAreFiniteAndPositiveEverywhere() throws {
    for portal in [VectorPortal.darkPhoton, .bMinusL, .lMuMinusLTau] {
      let decay = VectorDecay(portal)
      for mass in logarithmicGrid(from: 1e-21, to: VectorDecay.highestMass, count: 4000) {
        let widths = try decay.widths(mass: mass, coupling: 1e-4)
        #expect(widths.partials.allSatisfy { $0.width.isFinite && $0.width > 0 })
        #expect(widths.total > 0 && widths.visible <= widths.total)
      }
    }
  }

  @Test func outsideValidityThrows() {
    for mass in [-1, 0, 1001, 1e6, Double.nan, .infinity] {
      #expect(throws: ModelError.self) { try darkPhoton.widths(mass: mass, coupling: 1) }
      #expect(throws: ModelError.self) { try darkPhoton.hadronicRatio(mass: mass) }
    }
    for coupling in [0, -1, Double.nan, .infinity] { #expect(throws: ModelError.self) { try darkPhoton.widths(mass: 0.1, coupling: coupling) } }
  }

  @Test func scalesWithTheSquareOfTheCoupling() throws {
    for mass in [1e-4, 0.01, 0.3, 0.78, 1.5, 5] {
      let ratio = try darkPhoton.totalWidth(mass: mass, coupling: 3e-5) / darkPhoton.totalWidth(mass: mass, coupling: 1e-5)
      #expect(abs(ratio / 9 - 1) < 1e-13)
    }
  }

  @Test func branchingRatiosSumToOneAndHadronsCountOnce() throws {
    for mass in [0.0005, 0.05, 0.3, 0.775, 1.02, 1.4, 1.7, 4.0, 9.0] {
      let widths = try bMinusL.widths(mass: mass, coupling: 1e-3)
      let sum = widths.partials.filter { !$0.isPartOfHadrons }.reduce(0) { $0 + widths.branchingRatio($1.finalState) }
      #expect(abs(sum - 1) < 1e-14)
      let exclusive = widths.partials.filter(\.isPartOfHadrons).reduce(0) { $0 + $1.width }
      if mass < 1.66, mass > 0.14 { #expect(abs(exclusive / widths.width("hadrons") - 1) < 1e-12) }
    }
  }

  @Test func lifetimeIsTheInverseOfTheWidth() throws {
    let widths = try darkPhoton.widths(mass: 0.05, coupling: 1e-5)
    let lifetime = try #require(widths.lifetimeSeconds)
    let length = try #require(widths.decayLengthMetres)
    #expect(abs(lifetime * widths.total / PhysicalConstants.hbar.value - 1) < 1e-14)
    #expect(abs(length / lifetime / 299_792_458 - 1) < 1e-9)
    let stable = try VectorDecay(VectorPortal(name: "x", charges: FermionCharges.bMinusL.scaled(by: 0), gaugeCouplingPerAxis: 1)).widths(mass: 1, coupling: 1)
    #expect(stable.lifetimeSeconds == nil && stable.decayLengthMetres == nil && stable.branchingRatio("e+ e-") == 0)
  }

  /// The same boson written as a dark photon and as charges.
  @Test func electricChargesAreTheDarkPhoton() throws {
    let charges = VectorDecay(VectorPortal(name: "x", charges: .electric, gaugeCouplingPerAxis: 1))
    for mass in [1e-4, 0.2, 0.6, 1.3, 3] {
      let ratio = try charges.visibleWidth(mass: mass, coupling: 1e-3 * NaturalUnits.electricCharge) / darkPhoton.visibleWidth(mass: mass, coupling: 1e-3)
      #expect(abs(ratio - 1) < 1e-12)
    }
  }

  /// All charges times three is the coupling times three; the overall sign does not matter.
  @Test func chargesAndCouplingScaleTogether() throws {
    let scaled = VectorDecay(VectorPortal(name: "x", charges: FermionCharges.bMinusL.scaled(by: -3), gaugeCouplingPerAxis: 1))
    for mass in [0.3, 0.78, 1.02, 1.6, 2.5, 4.2] {
      let ratio = try scaled.totalWidth(mass: mass, coupling: 1e-4) / bMinusL.totalWidth(mass: mass, coupling: 3e-4)
      #expect(abs(ratio - 1) < 1e-12)
    }
  }

  /// B - L has no rho: two pions only through rho-omega mixing, and the omega peak of 3 pi is four times that of the photon.
  @Test func bMinusLHasNoRho() throws {
    func ratio(_ decay: VectorDecay, _ state: String, _ mass: Double) throws -> Double {
      let widths = try decay.widths(mass: mass, coupling: 1)
      let hadrons = try decay.hadronicRatio(mass: mass)
      return widths.width(state) / widths.width("hadrons") * hadrons
    }
    #expect(try ratio(bMinusL, "pi+ pi-", 0.70) < 1e-3 * ratio(darkPhoton, "pi+ pi-", 0.70))
    #expect(try ratio(bMinusL, "pi+ pi- pi+ pi-", 1.5) == 0)
    let omega = try ratio(bMinusL, "pi+ pi- pi0", 0.7824) / ratio(darkPhoton, "pi+ pi- pi0", 0.7824)
    #expect(abs(omega / 4 - 1) < 0.02)
    let phi = try ratio(bMinusL, "K+ K-", 1.01942) / ratio(darkPhoton, "K+ K-", 1.01942)
    #expect(abs(phi - 1) < 0.1)
  }

  /// Peaks of narrow states: R = 9 B_ee B_f/alpha^2 with PDG 2024 branching ratios, independent of the fits. 10 %: the fits' own normalisation.
  @Test func peaksAgreeWithElectronWidths() throws {
    let alpha = PhysicalConstants.fineStructure.value
    let omega = 9 * 7.38e-5 * 0.892 / (alpha * alpha)
    let widths = try darkPhoton.widths(mass: 0.7824, coupling: 1)
    let unit = try widths.width("hadrons") / darkPhoton.hadronicRatio(mass: 0.7824)
    #expect(abs(widths.width("pi+ pi- pi0") / unit / omega - 1) < 0.1)
    let phi = 9 * 2.98e-4 / (alpha * alpha)
    #expect(abs(try darkPhoton.hadronicRatio(mass: 1.0194) / phi - 1) < 0.1)
    let jpsi = 9 * 0.0597 * 0.881 / (alpha * alpha)
    #expect(abs(try darkPhoton.hadronicRatio(mass: 3.0969) / jpsi - 1) < 0.02)
  }

  /// R is continuous through both ends of the join and at the table ends: neighbouring values differ by less than their distance allows.
  @Test func hadronicRatioIsContinuous() throws {
    var previous = try darkPhoton.hadronicRatio(mass: 1.1)
    for mass in stride(from: 1.1005, through: 3.0, by: 0.0005) {
      let ratio = try darkPhoton.hadronicRatio(mass: mass)
      #expect(abs(ratio / previous - 1) < 0.01, "\(mass)")
      previous = ratio
    }
  }

  @Test func pionFormFactorsAgreeToTheirNormalisation() throws {
    let babar = VectorDecay(.darkPhoton, pionFormFactor: .babar)
    for mass in [0.4, 0.5, 0.6, 0.7, 0.76] {
      let ratio = try babar.hadronicRatio(mass: mass) / darkPhoton.hadronicRatio(mass: mass)
      #expect(ratio > 1 && ratio < 1.06)
    }
  }

  @Test func threePhotonsGrowAboveTheLeadingTerm() throws {
    let electron = PhysicalConstants.electronMass.value
    func over(_ x: Double) -> Double {
      VectorDecay.threePhotonWidth(mass: x * electron, gaugeCoupling: 1) / VectorDecay.threePhotonWidth(mass: 1e-3 * electron, gaugeCoupling: 1)
        / pow(x / 1e-3, 9)
    }
    #expect(abs(over(0.1) - 1 - 0.01 * 335 / 714) < 2e-5)
    #expect(over(1.9) > over(1) && over(1) > over(0.5))
    #expect(VectorDecay.threePhotonWidth(mass: 2 * electron, gaugeCoupling: 1) == 0)
  }

  @Test func manyThreadsGetTheSameNumbers() async throws {
    let masses = logarithmicGrid(from: 0.2, to: 10, count: 200)
    let expected = try masses.map { try darkPhoton.hadronicRatio(mass: $0) }
    let all = try await withThrowingTaskGroup(of: [Double].self) { group in
      for _ in 0..<16 { group.addTask { try masses.map { try VectorDecay(.darkPhoton).hadronicRatio(mass: $0) } } }
      return try await group.reduce(into: [[Double]]()) { $0.append($1) }
    }
    #expect(all.allSatisfy { $0 == expected })
  }

  @Test func everyInputHasANameAndASource() {
    let inputs = VectorDecay.inputs
    #expect(Set(inputs.map(\.name)).count == inputs.count)
    #expect(inputs.allSatisfy { $0.value.isFinite && !$0.source.isEmpty })
    // Of what enters the widths below 10 GeV only two numbers are remembered; production adds measured fractions.
    let recalled = inputs.filter { $0.status == .recalled }.map(\.name)
    #expect(recalled.count < 30 && recalled.starts(with: ["alpha_s(m_Z)", "psi(3770) width to e+ e-"]))
  }
}
