import Foundation
import Numerics
import Portals
import Testing
import Units

private let darkScalar = ScalarPortal.darkScalar
private let electrophilic = ScalarPortal(
  name: "scalar", mixingPerAxis: 0, free: FreeScalarCouplings(electron: 1, muon: 0.5, nucleon: 0, photon: 1e-3))

private func pionModulus(_ mass: Double, _ treatment: HadronTreatment) throws -> Double {
  try ScalarFormFactors.shared().pion(mass * mass, treatment).squaredMagnitude.squareRoot()
}

private func kaonModulus(_ mass: Double, _ treatment: HadronTreatment) throws -> Double {
  try ScalarFormFactors.shared().kaon(mass * mass, treatment).squaredMagnitude.squareRoot()
}

@Suite struct ScalarDecayTests {
  @Test func thresholdsAreExactlyZero() throws {
    let pairs: [(Input, String)] = [
      (PhysicalConstants.electronMass, "e+ e-"), (PhysicalConstants.muonMass, "mu+ mu-"), (PhysicalConstants.tauMass, "tau+ tau-"),
      (PhysicalConstants.chargedPionMass, "pi+ pi-"), (PhysicalConstants.neutralPionMass, "pi0 pi0"),
    ]
    for (particle, name) in pairs {
      let threshold = 2 * particle.value
      #expect(try darkScalar.widths(mass: threshold, coupling: 1).width(name) == 0)
      #expect(try darkScalar.widths(mass: threshold.nextUp * (1 + 1e-12), coupling: 1).width(name) > 0)
    }
    #expect(try darkScalar.widths(mass: 2 * 0.493677, coupling: 1).width("K+ K-") == 0)
    #expect(try darkScalar.widths(mass: 2 * 1.86484, coupling: 1).width("c cbar") == 0)
    #expect(try darkScalar.widths(mass: 2 * 5.27972, coupling: 1).width("b bbar") == 0)
  }

  @Test func widthsAreValidOrRefusedEverywhere() throws {
    var portals = HadronTreatment.allCases.map { ScalarPortal(name: "x", mixingPerAxis: 1, hadrons: $0) }
    portals += [
      electrophilic, .darkScalarQuartic, ScalarPortal(name: "x", mixingPerAxis: 0, free: .init(electron: 0, muon: 0, nucleon: 1, photon: 0)),
      ScalarPortal(name: "x", mixingPerAxis: 1, gluons: .nextToLeading),
    ]
    for portal in portals {
      var refused = 0
      for mass in logarithmicGrid(from: 1e-21, to: 1000, count: 2500) {
        do {
          let widths = try portal.widths(mass: mass, coupling: 1e-4)
          #expect(widths.partials.allSatisfy { $0.width.isFinite && $0.width > 0 })
          let exclusive = widths.partials.filter { $0.isPartOfHadrons && $0.finalState != "pi pi" }.reduce(0) { $0 + $1.width }
          #expect(abs(exclusive - widths.width("hadrons")) <= 1e-12 * exclusive)
        } catch is ModelError { refused += 1 }
      }
      #expect(refused > 0 && refused < 950)
    }
  }

  @Test func outsideValidityThrows() {
    for mass in [-1, 0, 251, Double.nan, .infinity] { #expect(throws: ModelError.self) { try darkScalar.widths(mass: mass, coupling: 1) } }
    for coupling in [0, -1, Double.nan, .infinity] {
      #expect(throws: ModelError.self) { try darkScalar.widths(mass: 0.1, coupling: coupling) }
      #expect(throws: ModelError.self) { try darkScalar.production(mass: 0.1, coupling: coupling) }
    }
  }

  @Test func scalesWithTheSquareOfTheCoupling() throws {
    for portal in [darkScalar, electrophilic] {
      for mass in [1e-4, 0.01, 0.3, 0.98, 1.5, 5, 40] {
        let ratio = try portal.widths(mass: mass, coupling: 3e-5).total / portal.widths(mass: mass, coupling: 1e-5).total
        #expect(abs(ratio / 9 - 1) < 1e-12)
      }
    }
  }

  @Test func branchingRatiosSumToOne() throws {
    for mass in [0.0005, 0.05, 0.3, 0.775, 1.02, 1.4, 1.7, 2.5, 4.0, 9.0, 30] {
      let widths = try darkScalar.widths(mass: mass, coupling: 1e-3)
      let sum = widths.partials.filter { !$0.isPartOfHadrons }.reduce(0) { $0 + widths.branchingRatio($1.finalState) }
      #expect(abs(sum - 1) < 1e-14)
    }
  }

  @Test func couplingsBeyondTheirMeaningAreRefused() {
    #expect(throws: ModelError.self) { try darkScalar.widths(mass: 0.1, coupling: 1.01) }
    #expect(throws: ModelError.self) { try darkScalar.derivedQuantities(mass: 0.1, coupling: 1.01) }
    // Just below m_h/2 the quartic coupling for BR = 0.99 diverges.
    let portal = ScalarPortal(name: "x", mixingPerAxis: 1, higgsToPair: 0.99)
    #expect(throws: ModelError.self) { try portal.widths(mass: 62.6 * (1 - 1e-10), coupling: 1e-3) }
  }

  /// The hadronic band has no step at 2 GeV; at 2 m_D and 2 m_B only that of the number of flavours in the width itself, under 6 %.
  @Test func bandIsContinuous() throws {
    for (edge, tolerance) in [(1.6, 1e-4), (2.0, 1e-4), (2 * 1.86484, 0.06), (2 * 5.27972, 0.06)] {
      let below = try #require(try darkScalar.hadronicBand(mass: edge * (1 - 1e-8), coupling: 0.5))
      let above = try #require(try darkScalar.hadronicBand(mass: edge * (1 + 1e-8), coupling: 0.5))
      #expect(abs(below.lowerBound / above.lowerBound - 1) < tolerance && abs(below.upperBound / above.upperBound - 1) < tolerance, "\(edge)")
    }
  }

  /// C = 50/27 far below the electron: alpha^2 m^3/(256 pi^3 v^2) (50/27)^2, up to m^2/(30 m_e^2)-like terms.
  @Test func photonsAtLowMassFollowTheLowEnergyTheorem() throws {
    let mass = 1e-7
    let alpha = PhysicalConstants.fineStructure.value
    let v = 246.21965
    let expected = alpha * alpha * mass * mass * mass / (256 * pow(Double.pi, 3) * v * v) * pow(50.0 / 27, 2)
    #expect(abs(try darkScalar.widths(mass: mass, coupling: 1).width("gamma gamma") / expected - 1) < 2e-4)
  }

  /// A heavy lepton and a photon coupling of alpha/(2 pi) 4/3 g/m give the same width.
  @Test func loopOfAHeavyFermionIsAPhotonCoupling() throws {
    let muonic = ScalarPortal(name: "x", mixingPerAxis: 0, free: .init(electron: 0, muon: 1, nucleon: 0, photon: 0))
    let g = PhysicalConstants.fineStructure.value / (2 * .pi) * 4 / 3 / PhysicalConstants.muonMass.value
    let photonic = ScalarPortal(name: "x", mixingPerAxis: 0, free: .init(electron: 0, muon: 0, nucleon: 0, photon: g))
    #expect(abs(try muonic.widths(mass: 1e-5, coupling: 1).total / photonic.widths(mass: 1e-5, coupling: 1).total - 1) < 1e-6)
    let mass = 1e-5
    #expect(abs(try photonic.widths(mass: mass, coupling: 1).total / (g * g * mass * mass * mass / (64 * .pi)) - 1) < 1e-12)
  }

  /// The total width has no step at the joins larger than the stated band; at 2 GeV it is continuous by construction where a remainder is positive.
  @Test func joinsAreContinuous() throws {
    for edge in [0.8, 0.95, 1.6, 2.0] {
      let below = try darkScalar.widths(mass: edge * (1 - 1e-9), coupling: 1).total
      let above = try darkScalar.widths(mass: edge * (1 + 1e-9), coupling: 1).total
      #expect(abs(below / above - 1) < 1e-5)
    }
    for mass in [0.3, 0.6, 0.95, 1.1, 1.5, 1.9, 2.1, 4, 12, 60] {
      let band = try #require(try darkScalar.hadronicBand(mass: mass, coupling: 1))
      #expect(band.contains(try darkScalar.widths(mass: mass, coupling: 1).width("hadrons")))
    }
    #expect(try darkScalar.hadronicBand(mass: 0.2, coupling: 1) == nil)
  }

  @Test func quarticCouplingInvertsTheBranchingRatio() throws {
    let portal = ScalarPortal(name: "x", mixingPerAxis: 1, higgsToPair: 0.05)
    let lambda = try #require(portal.quarticCoupling(mass: 10))
    let width = lambda * lambda * 246.21965 * 246.21965 / (8 * .pi * 125.2) * (1 - 400 / (125.2 * 125.2)).squareRoot()
    #expect(abs(width / (width + 4.07e-3) - 0.05) < 1e-8)
    #expect(portal.quarticCoupling(mass: 62.6) == nil && darkScalar.quarticCoupling(mass: 1) == nil)
    let channels = try portal.production(mass: 0.5, coupling: 1e-4)
    #expect(channels.first { $0.name == "h -> S S" }?.branchingRatio == 0.05)
    let pairs = try #require(channels.first { $0.name == "B+ -> K+ S S" })
    print(
      "B+ -> K+ S S, K* S S over lambda^2:",
      channels.filter { $0.name.hasPrefix("B+") && $0.name.hasSuffix("S S") }.map { $0.branchingRatio / (lambda * lambda) })
    #expect(pairs.branchingRatio > 0)
  }

  @Test func productionEndsAtTheThresholds() throws {
    let names = try darkScalar.production(mass: 0.36, coupling: 0.1).map(\.name)
    #expect(!names.contains("K+ -> pi+ S") && names.contains("B+ -> K+ S"))
    let heavy = try darkScalar.production(mass: 4.9, coupling: 0.1).map(\.name)
    #expect(heavy == ["Upsilon(1S) -> gamma S"])
    #expect(try electrophilic.production(mass: 0.01, coupling: 1).isEmpty)
  }

  /// The exclusive strange states make up the decay of a free b quark within the uncertainty of both.
  @Test func exclusiveStatesAddUpToTheInclusiveWidth() throws {
    let sum = try darkScalar.production(mass: 0.5, coupling: 0.1).filter { $0.parent == "B+" }.reduce(0) { $0 + $1.branchingRatio } * 100
    let inclusive = try ScalarProduction.shared().inclusiveBottomWidth(mass: 0.5, bottomMass: 4.183) / 4.021e-13
    print("B+ -> K_i S: sum \(sum), inclusive \(inclusive)")
    #expect(sum / inclusive > 0.4 && sum / inclusive < 1.2)
  }

  @Test func dilatonCouplingsTranslateBack() throws {
    let portal = ScalarPortal(name: "x", mixingPerAxis: 0, free: .dilaton(photon: 3, electronMass: 7))
    let derived = try portal.derivedQuantities(mass: 1e-20, coupling: 2)
    #expect(abs(try #require(derived.first { $0.key == "d_e" }).value - 6) < 1e-9)
    #expect(abs(try #require(derived.first { $0.key == "d_me" }).value - 14) < 1e-9)
    // 1/kappa = M_Planck/sqrt(4 pi) = 3.444e18 GeV.
    #expect(abs(1 / FreeScalarCouplings.gravitationalUnit / 3.444e18 - 1) < 1e-3)
  }

  /// m_b(m_Z) = 2.85 GeV and m_c(3 GeV) = 0.986 GeV (PDG, quark-mass review), with the input's own alpha_s: 1 %.
  @Test func quarkMassesRun() throws {
    let running = try RunningMass.shared()
    #expect(abs(running(4.183, at: 4.183, to: 91.188) / 2.85 - 1) < 0.01)
    #expect(abs(running(1.273, at: 1.273, to: 3) / 0.986 - 1) < 0.01)
    #expect(running(1, at: 5, to: 5) == 1)
  }

  /// m_b and m_c against a stepwise integration of alpha_s and m by itself, from alpha_s(m_Z): 1e-4 at every scale, right above a threshold too.
  @Test func quarkMassesAgreeWithAStepwiseIntegration() throws {
    let running = try RunningMass.shared()
    for (scale, bottom, charm) in Self.stepwise {
      #expect(abs(running(4.183, at: 4.183, to: scale) / bottom - 1) < 1e-4, "\(scale)")
      #expect(abs(running(1.273, at: 1.273, to: scale) / charm - 1) < 1e-4, "\(scale)")
    }
  }
  private static let stepwise: [(scale: Double, bottom: Double, charm: Double)] = [
    (4.183, 4.183000, 0.9226148), (7, 3.834699, 0.8457926), (30, 3.185979, 0.7027090), (90, 2.868925, 0.6327786),
  ]

  /// A width costs less than 20 us on average once tables stand; the bound is loose for a loaded machine.
  @Test func widthsAreQuick() throws {
    _ = try darkScalar.widths(mass: 0.5, coupling: 1)
    let clock = ContinuousClock()
    let masses = logarithmicGrid(from: 1e-3, to: 50, count: 2000)
    let elapsed = try clock.measure { for mass in masses { _ = try darkScalar.widths(mass: mass, coupling: 1) } }
    print("scalar width: \(elapsed / 2000)")
    #expect(elapsed / 2000 < .microseconds(60))
  }

  /// Every variant of the hadrons between 0.3 and 2 GeV: positive, and within the band with the variants it spans.
  @Test func variantsSpanTheBand() throws {
    for mass in [0.3, 0.5, 0.7, 0.9, 0.98, 1.0, 1.1, 1.2, 1.4, 1.6, 1.8, 1.99] {
      let band = try #require(try darkScalar.hadronicBand(mass: mass, coupling: 1))
      var line = "\(mass): band/default \(band.lowerBound / (try darkScalar.widths(mass: mass, coupling: 1).width("hadrons")))"
      line += " \(band.upperBound / (try darkScalar.widths(mass: mass, coupling: 1).width("hadrons")))"
      for treatment in [HadronTreatment.omnes, .tabulated] {
        let width = try ScalarPortal(name: "x", mixingPerAxis: 1, hadrons: treatment).widths(mass: mass, coupling: 1)
        #expect(band.contains(width.width("hadrons")))
        line += ", \(treatment.rawValue) \(width.width("hadrons") / (try darkScalar.widths(mass: mass, coupling: 1).width("hadrons")))"
      }
      print(line, try kaonModulus(mass, .omnes), try pionModulus(mass, .omnes))
    }
  }
}
