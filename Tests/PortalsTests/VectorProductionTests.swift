import Foundation
import Portals
import Testing
import Units

/// Meson decays into vector bosons.
@Suite struct VectorProductionTests {
  private func rate(_ portal: VectorPortal, _ name: String, mass: Double, coupling: Double = 1e-3) throws -> Double {
    try portal.production(mass: mass, coupling: coupling).first { $0.name == name }?.branchingRatio ?? 0
  }

  private func gauged(_ charges: FermionCharges) -> VectorPortal {
    VectorPortal(name: "x", charges: charges, gaugeCouplingPerAxis: NaturalUnits.electricCharge)
  }

  /// A massless dark photon of mixing epsilon: 2 epsilon^2 for two photons, epsilon^2 for one.
  @Test func lightDarkPhotonIsAPhoton() throws {
    let epsilon = 1e-3
    for (name, expected) in [
      ("pi0 -> gamma X", 2 * 0.98823), ("eta -> gamma X", 2 * 0.3936), ("eta' -> gamma X", 2 * 0.02307), ("omega -> pi0 X", 0.0835), ("phi -> eta X", 0.01303),
      ("D*0 -> D0 X", 0.353), ("Delta+ -> p X", 6e-3), ("eta' -> pi+ pi- X", 0.295), ("J/psi -> eta' X", 5.25e-3),
    ] { #expect(abs(try rate(.darkPhoton, name, mass: 1e-6) / (epsilon * epsilon * expected) - 1) < 1e-4, "\(name)") }
  }

  /// The ratios of anomaly traces: pi0 1, eta 1/4, eta' 1/49 for B-L at g = e; a boson without light quarks makes none.
  @Test func anomalyTraces() throws {
    let (boson, photon) = (gauged(.bMinusL), VectorPortal.darkPhoton)
    for (name, expected) in [
      ("pi0 -> gamma X", 1.0), ("eta -> gamma X", 0.25), ("eta' -> gamma X", 1.0 / 49), ("omega -> pi0 X", 0), ("rho0 -> pi0 X", 4), ("phi -> eta X", 1),
    ] {
      #expect(abs(try rate(boson, name, mass: 1e-6) / rate(photon, name, mass: 1e-6) - expected) < 1e-4, "\(name)")
    }
    #expect(try gauged(.leptonDifference(electron: 1, muon: -1)).production(mass: 0.01, coupling: 1).isEmpty)
  }

  @Test func thresholdsAreExactlyZero() throws {
    let pion = PhysicalConstants.neutralPionMass.value
    #expect(try rate(.darkPhoton, "pi0 -> gamma X", mass: pion) == 0)
    #expect(try rate(.darkPhoton, "pi0 -> gamma X", mass: 0.999 * pion) > 0)
    #expect(try rate(.darkPhoton, "Delta+ -> p X", mass: 0.2938) == 0)
    #expect(try rate(.darkPhoton, "K+ -> pi+ X", mass: 0.35411) == 0)
    #expect(try VectorPortal.darkPhoton.production(mass: 4, coupling: 1e-3).isEmpty)
  }

  @Test func scalesWithTheSquareOfTheCoupling() throws {
    let (one, three) = (try VectorPortal.bMinusL.production(mass: 0.1, coupling: 1e-4), try VectorPortal.bMinusL.production(mass: 0.1, coupling: 3e-4))
    #expect(one.map(\.name) == three.map(\.name))
    for (a, b) in zip(one, three) { #expect(abs(b.branchingRatio / a.branchingRatio / 9 - 1) < 1e-12) }
  }

  /// Slopes of transition form factors measured in Dalitz decays (PDG): pi0 0.0335(31) per m_pi^2, eta 1/Lambda^2 = 1.93(2)/GeV^2; poles of rho and omega give 0.030 and 1.8.
  @Test func vectorDominanceHasTheMeasuredSlope() throws {
    let smooth = VectorPortal(
      name: "x", charges: .electric, gaugeCouplingPerAxis: NaturalUnits.electricCharge, kineticPart: 1, pionTransition: .vectorDominance)
    let mass = 0.05
    let pion = try rate(smooth, "pi0 -> gamma X", mass: mass) / rate(.darkPhoton, "pi0 -> gamma X", mass: mass)
    let slope = (pion.squareRoot() - 1) * pow(0.1349768 / mass, 2)
    #expect(abs(slope - 0.0335) < 0.005)
    let eta = try rate(.darkPhoton, "eta -> gamma X", mass: mass) / (2e-6 * 0.3936 * pow(1 - pow(mass / 0.547862, 2), 3))
    #expect(abs((eta.squareRoot() - 1) / (mass * mass) - 1.93) < 0.3)
  }

  /// arXiv:0811.1030 and 1402.3620: BR(K+ -> pi+ X) = 8e-5 epsilon^2 (m/100 MeV)^2 times the phase space; theirs is an estimate to some 20 %.
  @Test func kaonRate() throws {
    let mass = 0.05
    let phaseSpace = 0.9
    #expect(abs(try rate(.darkPhoton, "K+ -> pi+ X", mass: mass) / (8e-5 * 1e-6 * 0.25 * phaseSpace) - 1) < 0.3)
  }
}
