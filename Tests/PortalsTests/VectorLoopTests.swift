import Foundation
import Numerics
import Portals
import Testing
import Units

/// Kinetic mixing by loops of charged leptons.
@Suite struct VectorLoopTests {
  private static let muTau = VectorPortal.lMuMinusLTau

  private func epsilon(_ mass: Double, _ key: String = "epsilon_loop_q2") throws -> Double {
    try #require(try Self.muTau.derivedQuantities(mass: mass, coupling: 1).first { $0.key == key }).value
  }

  /// Int_0^1 dx x(1-x) ln|m^2 - x(1-x) q^2| by quadrature in pieces that start where the logarithm vanishes, with x = start + length t^3, and its imaginary part.
  private func integral(_ lepton: Double, _ mass: Double) -> (real: Double, imaginary: Double) {
    let rule = GaussLegendre(order: 60)
    let ratio = lepton * lepton / (mass * mass)
    let root = max(0, 0.25 - ratio).squareRoot()
    let singular = [0.5 - root, 0.5 + root]
    func piece(_ start: Double, _ end: Double) -> Double {
      rule.integrate(from: 0, to: 1) { t in
        let x = start + (end - start) * t * t * t
        return 3 * t * t * abs(end - start) * x * (1 - x) * log(abs(lepton * lepton - x * (1 - x) * mass * mass))
      }
    }
    func cubic(_ x: Double) -> Double { x * x / 2 - x * x * x / 3 }
    let real = piece(singular[0], 0) + piece(singular[0], 0.5) + piece(singular[1], 0.5) + piece(singular[1], 1)
    return (real, -.pi * (cubic(singular[1]) - cubic(singular[0])))
  }

  @Test(arguments: [0.01, 0.09, 0.2, 0.22, 0.5, 2.0, 3.6, 10.0]) func closedFormIsTheIntegral(mass: Double) throws {
    let muon = integral(PhysicalConstants.muonMass.value, mass)
    let tau = integral(PhysicalConstants.tauMass.value, mass)
    let front = -NaturalUnits.electricCharge / (2 * .pi * .pi)
    #expect(abs(try epsilon(mass, "epsilon_loop_q2_real") - front * (muon.real - tau.real)) < 1e-8)
    #expect(abs(try epsilon(mass, "epsilon_loop_q2_imaginary") - front * (muon.imaginary - tau.imaginary)) < 1e-12)
  }

  @Test func zeroMomentumIsTheLogarithm() throws {
    let (muon, tau) = (PhysicalConstants.muonMass.value, PhysicalConstants.tauMass.value)
    let expected = NaturalUnits.electricCharge / (6 * .pi * .pi) * log(tau / muon)
    #expect(abs(try epsilon(1e-6, "epsilon_loop") / expected - 1) < 1e-13)
    #expect(abs(try epsilon(1e-6) / expected - 1) < 1e-9)
    // Far above both leptons the difference disappears like m_tau^2/q^2.
    #expect(try epsilon(1000) < 1e-4 * expected)
  }

  /// The threshold is a kink of the mixing like (m - 2 m_l)^(1/2), not a jump.
  @Test func mixingIsContinuousAtThresholds() throws {
    for lepton in [PhysicalConstants.muonMass.value, PhysicalConstants.tauMass.value] {
      let below = try epsilon(2 * lepton * (1 - 1e-9))
      #expect(abs(try epsilon(2 * lepton * (1 + 1e-9)) / below - 1) < 1e-3)
    }
    let series = try epsilon(PhysicalConstants.muonMass.value * 0.1.squareRoot() * (1 - 1e-12))
    #expect(abs(try epsilon(PhysicalConstants.muonMass.value * 0.1.squareRoot() * (1 + 1e-12)) / series - 1) < 1e-9)
  }

  /// Fermions without a charge decay like those of a dark photon of the same mixing; tree widths are untouched unless the coherent option asks for it.
  @Test func loopWidthsAreThoseOfADarkPhoton() throws {
    let decay = VectorDecay(Self.muTau)
    for mass in [0.01, 0.15, 0.5, 0.78, 1.3, 3.0, 8.0] {
      let mixing = try epsilon(mass)
      let ours = try decay.widths(mass: mass, coupling: 1)
      let theirs = try VectorDecay(VectorPortal(name: "x", charges: .electric, gaugeCouplingPerAxis: NaturalUnits.electricCharge)).widths(
        mass: mass, coupling: mixing)
      #expect(abs(ours.width("e+ e-") / theirs.width("e+ e-") - 1) < 1e-12)
      if mass > 0.14 { #expect(abs(ours.width("hadrons") / theirs.width("hadrons") - 1) < 1e-12) }
      let tree = try VectorDecay(portal(.none)).widths(mass: mass, coupling: 1)
      #expect(tree.width("e+ e-") == 0 && tree.width("hadrons") == 0 && tree.width("mu+ mu-") == ours.width("mu+ mu-"))
      let coherent = try VectorDecay(portal(.coherent)).widths(mass: mass, coupling: 1)
      #expect(coherent.width("e+ e-") == ours.width("e+ e-") && coherent.width("nu nubar") == ours.width("nu nubar"))
      // x_mu = +1 and Q_mu = -1: the mixing screens the muon below its threshold's resonance of the loop, by under 1 %.
      if mass > 0.22 { #expect(abs(coherent.width("mu+ mu-") / ours.width("mu+ mu-") - 1) < 0.01) }
      let fixed = try VectorDecay(portal(.zeroMomentum)).widths(mass: mass, coupling: 1)
      let growth = pow(mixing / (try epsilon(mass, "epsilon_loop")), 2)
      #expect(abs(ours.width("e+ e-") / fixed.width("e+ e-") / growth - 1) < 1e-12)
    }
  }

  private func portal(_ loops: LeptonLoopMixing) -> VectorPortal {
    VectorPortal(name: "x", charges: .leptonDifference(muon: 1, tau: -1), gaugeCouplingPerAxis: 1, leptonLoops: loops)
  }

  @Test func divergentLoopsAreRefused() {
    let portal = VectorPortal(name: "x", charges: .bMinusL, gaugeCouplingPerAxis: 1, leptonLoops: .running)
    #expect(throws: ModelError.self) { try portal.widths(mass: 0.1, coupling: 1) }
  }

  /// Exchange of the two leptons changes the sign of all charges: nothing observable at leading order.
  @Test func overallSignDoesNotMatter() throws {
    let flipped = VectorPortal(name: "x", charges: .leptonDifference(muon: -1, tau: 1), gaugeCouplingPerAxis: 1, leptonLoops: .coherent)
    for mass in [0.05, 0.3, 4.0] {
      #expect(abs(try flipped.widths(mass: mass, coupling: 1).total / portal(.coherent).widths(mass: mass, coupling: 1).total - 1) < 1e-12)
    }
  }
}
