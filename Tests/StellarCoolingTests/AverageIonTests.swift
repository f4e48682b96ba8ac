import Foundation
import Plasma
import Testing
import Units

@Suite struct AverageIonTests {
  private func plasma(temperatureKeV: Double, density: Double) -> PlasmaState {
    let n = density * NaturalUnits.perCubicCentimetre
    return PlasmaState(temperature: temperatureKeV * NaturalUnits.kiloElectronvolt, electronDensity: n, ions: [IonSpecies(charge: 1, density: n)])
  }

  @Test func stobbeThresholdOfHydrogenIsSixMegabarn() {
    let hydrogen = AverageIon.Shell(
      principal: 1, effectiveCharge: 1, electrons: 1, bindingEnergy: NaturalUnits.rydberg, threshold: NaturalUnits.rydberg)
    let megabarn = 1e-18 * NaturalUnits.centimetre * NaturalUnits.centimetre
    // 6.30 Mb at threshold, from above and from below continuously.
    #expect(abs(AverageIon.hydrogenicCrossSection(energy: NaturalUnits.rydberg * (1 + 1e-9), shell: hydrogen) / megabarn - 6.30) < 0.01)
    #expect(abs(AverageIon.hydrogenicCrossSection(energy: NaturalUnits.rydberg * (1 - 1e-9), shell: hydrogen) / megabarn - 6.30) < 0.01)
  }

  @Test func shellsCarryTheirOscillatorStrength() {
    // Thomas-Reiche-Kuhn: Int sigma domega = 2 pi^2 alpha/m_e f, with f = 0.435 into the continuum for hydrogen 1s.
    let hydrogen = AverageIon.Shell(
      principal: 1, effectiveCharge: 1, electrons: 1, bindingEnergy: NaturalUnits.rydberg, threshold: NaturalUnits.rydberg)
    var integral = 0.0
    let steps = 20_000
    for i in 0..<steps {
      let v = (Double(i) + 0.5) / Double(steps)
      // omega = I/v covers threshold to infinity.
      integral += AverageIon.hydrogenicCrossSection(energy: NaturalUnits.rydberg / v, shell: hydrogen) * NaturalUnits.rydberg / (v * v) / Double(steps)
    }
    let strength = integral / (2 * .pi * .pi * NaturalUnits.alpha / NaturalUnits.electronMass)
    #expect(abs(strength - 0.435) < 0.001)
  }

  @Test func chargesLieBetweenNeutralAndBareAndGrowWithTemperature() {
    for z in [2.0, 6, 8, 14, 26] {
      var last = 0.0
      for t in [0.02, 0.05, 0.1, 0.3, 0.6, 1.3] {
        let ion = AverageIon(nuclearCharge: z, in: plasma(temperatureKeV: t, density: 1e22))
        #expect(ion.charge >= 0 && ion.charge <= z)
        #expect(ion.charge >= last - 0.05)
        last = ion.charge
      }
    }
  }

  @Test func solarCentreStripsLightMetalsAndLeavesIronItsKShell() {
    let centre = plasma(temperatureKeV: 1.33, density: 6e25)
    #expect(AverageIon(nuclearCharge: 6, in: centre).charge > 5.5)
    let iron = AverageIon(nuclearCharge: 26, in: centre)
    #expect(iron.charge > 21 && iron.charge < 25)
    #expect(iron.shells[0].electrons > 1.5)
  }

  @Test func continuumLoweringTendsToDebyeWhenDilute() {
    let t = 1e-6
    let kappa = 1e-10
    let lowering = AverageIon.continuumLowering(ionCharge: 3, meanCharge: 1, kappa: kappa, temperature: t)
    #expect(abs(lowering / (3 * NaturalUnits.alpha * kappa) - 1) < 1e-3)
  }
}
