import Foundation
import Numerics
import Portals
import Testing
import Units

/// Bottom, mixing with the Z, W pairs and top.
@Suite struct VectorAboveTenGeVTests {
  private static let darkPhoton = VectorDecay(.darkPhoton)
  private static let sineSquared = 0.23122

  /// Far above the Z the couplings are epsilon g'/cos times the hypercharge: for a lepton v = 3/4, a = 1/4 of 1/cos^2 in units of epsilon e, and both boson pairs
  /// have the width of a charged doublet of scalars. At 1 TeV corrections of order m_Z^2/m^2 are left, and 6 % in the bosons from alpha(0) beside the measured W and Z masses.
  @Test func hypercharge() throws {
    let widths = try Self.darkPhoton.widths(mass: 1000, coupling: 1e-3)
    let unit = NaturalUnits.alpha * 1e-6 * 1000 / 3 / pow(1 - Self.sineSquared, 2)
    #expect(abs(widths.width("mu+ mu-") / (unit * (0.5625 + 0.0625)) - 1) < 0.02)
    #expect(abs(widths.width("nu nubar") / (unit * 3 * 0.125) - 1) < 0.02)
    print("bosons at 1 TeV over the doublet's", widths.width("W+ W-") / (unit / 16), widths.width("Z h") / (unit / 16))
    #expect(abs(widths.width("W+ W-") / (unit / 16) - 1) < 0.10)
    #expect(abs(widths.width("Z h") / (unit / 16) - 1) < 0.12)
    #expect(abs(widths.width("t tbar") / (unit * 3 * (25.0 / 144 + 1.0 / 16)) - 1) < 0.1)
  }

  /// On the Z the boson decays as the Z does: hadrons over muons 20.77, invisible over muons 5.94 (PDG); tree-level electroweak couplings are 1 % off.
  @Test func ratiosOfTheZ() throws {
    let widths = try Self.darkPhoton.widths(mass: 91.188, coupling: 1e-6)
    print("Z ratios", widths.width("hadrons") / widths.width("mu+ mu-"), widths.width("nu nubar") / widths.width("mu+ mu-"))
    #expect(abs(widths.width("hadrons") / widths.width("mu+ mu-") / 20.77 - 1) < 0.01)
    #expect(abs(widths.width("nu nubar") / widths.width("mu+ mu-") / 5.94 - 1) < 0.02)
  }

  @Test func smallMixingOfTheZAtItsStart() throws {
    for (state, limit) in [("e+ e-", 2e-4), ("hadrons", 5e-3)] {
      let below = try Self.darkPhoton.widths(mass: 5, coupling: 1e-3).width(state)
      let above = try Self.darkPhoton.widths(mass: 5 + 1e-9, coupling: 1e-3).width(state)
      #expect(abs(above / below - 1) < limit)
    }
  }

  @Test func mixingMustBeSmall() {
    #expect(throws: ModelError.self) { try Self.darkPhoton.widths(mass: 91, coupling: 0.1) }
    #expect(throws: Never.self) { try Self.darkPhoton.widths(mass: 91, coupling: 1e-4) }
    #expect(throws: Never.self) { try Self.darkPhoton.widths(mass: 20, coupling: 1) }
  }

  /// Bottom opens where its mesons do; charges without bottom do not see it.
  @Test func bottomOpens() throws {
    var charges = FermionCharges.electric.scaled(by: 0)
    charges.bottom = 1
    let bottom = VectorDecay(VectorPortal(name: "b", charges: charges, gaugeCouplingPerAxis: 1))
    #expect(try bottom.hadronicRatio(mass: 10.50) < 0.05)
    #expect(try bottom.hadronicRatio(mass: 12) > 1)
    #expect(abs(try bottom.hadronicRatio(mass: 60) / 3 - 1.045) < 0.02)
    for mass in logarithmicGrid(from: 10, to: 1000, count: 400) { #expect(try bottom.hadronicRatio(mass: mass) >= 0) }
  }

  @Test func baryonNumberHasNoElectroweakPairs() throws {
    let boson = VectorDecay(VectorPortal(name: "b", charges: .baryonNumber, gaugeCouplingPerAxis: 1))
    let widths = try boson.widths(mass: 500, coupling: 0.1)
    #expect(widths.width("W+ W-") == 0 && widths.width("Z h") == 0 && widths.width("mu+ mu-") == 0 && widths.width("t tbar") > 0)
    // Five massless quarks and top of charge 1/3: 5/3 (1 + alpha_s/pi + ...) and 1/3 near threshold.
    #expect(abs(try boson.hadronicRatio(mass: 500) / (5.0 / 3) - 1.032) < 0.01)
    #expect(try boson.widths(mass: 0.1, coupling: 0.1).total == 0)
  }

  @Test func sixNeutrinosDoubleTheirWidth() throws {
    let six = VectorDecay(VectorPortal(name: "x", charges: .bMinusL, gaugeCouplingPerAxis: 1, hasRightHandedNeutrinos: true))
    let three = VectorDecay(.bMinusL)
    #expect(try six.widths(mass: 0.3, coupling: 1).width("nu nubar") == 2 * three.widths(mass: 0.3, coupling: 1).width("nu nubar"))
  }

  /// Kinetic mixing given as a parameter is the dark photon.
  @Test func kineticMixingOfAnyVector() throws {
    let charge = NaturalUnits.electricCharge
    let mixed = VectorDecay(VectorPortal(name: "x", charges: FermionCharges.electric.scaled(by: charge), gaugeCouplingPerAxis: 1, kineticPart: charge))
    for mass in [0.1, 1.2, 12.0, 70, 400] {
      let ratio = try mixed.totalWidth(mass: mass, coupling: 1e-3) / Self.darkPhoton.totalWidth(mass: mass, coupling: 1e-3)
      #expect(abs(ratio - 1) < 1e-12)
    }
  }

  @Test func invisibleWidthCounts() throws {
    let portal = VectorPortal(name: "x", charges: .bMinusL, gaugeCouplingPerAxis: 1, invisibleWidth: 1 / (12 * .pi))
    let widths = try portal.widths(mass: 0.05, coupling: 0.1)
    #expect(abs(widths.width("invisible") / widths.width("e+ e-") - 1) < 1e-6)
    #expect(abs(widths.visible / widths.width("e+ e-") - 1) < 1e-12)
    #expect(!VectorPortal(name: "y", charges: .electric, gaugeCouplingPerAxis: 1, invisibleWidth: 0.1).isElectromagnetic)
  }
}
