import Foundation
import Numerics
import Plasma
import Testing
import Units

@Suite struct LightConePolarizationTests {
  @Test func agreesWithTheGeneralFormulaAwayFromTheLightCone() {
    for velocity in [0.0, 0.1, 0.5, 0.9, 1.0] {
      let plasma = PhotonPolarization(plasmaFrequency: 0.012, electronVelocity: velocity)
      for ratio in [1e-3, 0.02, 0.3, 0.8, 0.99] {
        let omega = 0.05
        let k = ratio * omega
        let both = plasma.selfEnergies(energy: omega, squaredMass: omega * omega - k * k)
        #expect(abs(both.transverse / plasma.transverse(energy: omega, momentum: k) - 1) < 1e-9)
        #expect(abs(both.longitudinal / plasma.longitudinal(energy: omega, momentum: k) - 1) < 1e-9)
      }
    }
  }

  @Test func transverseMassOnTheLightConeIsThreeHalves() {
    let plasma = PhotonPolarization(plasmaFrequency: 0.012, electronVelocity: 1)
    let value = plasma.selfEnergies(energy: 0.1, squaredMass: 1e-24).transverse
    #expect(abs(value / (1.5 * 0.012 * 0.012) - 1) < 1e-9)
  }

  @Test func longitudinalSelfEnergyIsProportionalToTheInvariantMassNearTheLightCone() {
    let plasma = PhotonPolarization.relativistic(chemicalPotential: 0.24, temperature: 0.02)
    let a = plasma.selfEnergies(energy: 0.1, squaredMass: 1e-18).longitudinal / 1e-18
    let b = plasma.selfEnergies(energy: 0.1, squaredMass: 1e-14).longitudinal / 1e-14
    #expect(abs(a / b - 1) < 1e-3)
  }

  @Test func electronVelocityFollowsFromTheDistribution() throws {
    let (mu, t) = (0.1, 0.02)
    let m = NaturalUnits.electronMass
    let quadrature = AdaptiveQuadrature()
    func moment(_ weight: (Double) -> Double) throws -> Double {
      try quadrature.integrate("moment", through: [0, m, 0.02, mu, 2 * mu, 1], relative: 1e-9) { p in
        let energy = (p * p + m * m).squareRoot()
        let v2 = p * p / (energy * energy)
        return p * p / energy * weight(v2) * (fermiDirac((energy - mu) / t) + fermiDirac((energy + mu) / t))
      }.value
    }
    let plasma = PhotonPolarization.relativistic(chemicalPotential: mu, temperature: t)
    let wp2 = try 4 * NaturalUnits.alpha / .pi * moment { 1 - $0 / 3 }
    #expect(abs(plasma.plasmaFrequency * plasma.plasmaFrequency / wp2 - 1) < 1e-4)
    let deficit = try moment { (1 - $0) * (1 - $0) } / moment { 1 - $0 / 3 }
    #expect(abs((1 - plasma.electronVelocity * plasma.electronVelocity) / deficit - 1) < 0.02)
  }
}
