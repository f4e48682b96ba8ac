import BigBangNucleosynthesis
import Foundation
import Numerics
import Testing
import Units

struct WeakRateTests {
  private static let massDifference = (PhysicalConstants.neutronMass.value - PhysicalConstants.protonMass.value) * 1e3

  @Test func decayIntegrals() throws {
    // int_1^q dE E sqrt(E^2 - 1) (E - q)^2 in closed form.
    let q = Self.massDifference / (PhysicalConstants.electronMass.value * 1e3)
    let root = (q * q - 1).squareRoot()
    let exact = root * (2 * pow(q, 4) - 9 * q * q - 8) / 60 + q * log(q + root) / 4
    let born = try NeutronProtonRates(.born)
    #expect(abs(born.decayIntegral / exact - 1) < 1e-9)
    #expect(abs(born.decayIntegral - 1.6361) < 1e-4)
    #expect(abs(try NeutronProtonRates().decayIntegral - 1.75476) < 2e-5)
  }

  @Test(arguments: [5e-4, 1e-3, 3e-3])
  func coldNeutronsDecayWithTheirLifetime(temperature: Double) throws {
    let rates = try NeutronProtonRates().rates(photonTemperature: temperature, neutrinoTemperature: 0.714 * temperature)
    // What is left is recoil and blocking, proportional to T.
    #expect(abs(rates.neutronToProton - 1) < 2e-5 * temperature / 1e-3)
    #expect(rates.protonToNeutron < 1e-100)
  }

  @Test(arguments: [0.2, 0.5, 1, 3, 10])
  func detailedBalanceAtEqualTemperatures(temperature: Double) throws {
    // Born rates satisfy it exactly; finite mass to second order in 1/m_N, with the ratio of nucleon masses to the power 3/2.
    let born = try NeutronProtonRates(.born).rates(photonTemperature: temperature, neutrinoTemperature: temperature)
    let boltzmann = exp(-Self.massDifference / temperature)
    #expect(abs(born.protonToNeutron / born.neutronToProton / boltzmann - 1) < 1e-9)
    let corrected = try NeutronProtonRates(.init(radiative: false, thermal: false, spectralDistortion: false))
      .rates(photonTemperature: temperature, neutrinoTemperature: temperature)
    let phaseSpace = pow(PhysicalConstants.neutronMass.value / PhysicalConstants.protonMass.value, 1.5)
    #expect(abs(corrected.protonToNeutron / corrected.neutronToProton / (boltzmann * phaseSpace) - 1) < 3e-4 * max(1, temperature))
  }

  @Test func degeneracyShiftsTheBalance() throws {
    let rates = try NeutronProtonRates(.born)
    for xi in [-0.3, 0.1, 0.5] {
      let pair = rates.rates(photonTemperature: 1, neutrinoTemperature: 1, degeneracy: xi)
      #expect(abs(log(pair.protonToNeutron / pair.neutronToProton) + Self.massDifference + xi) < 1e-9)
    }
  }

  @Test func hotRatesGrowWithTheFifthPower() throws {
    let rates = try NeutronProtonRates(.born)
    let (low, high) = (rates.rates(photonTemperature: 10, neutrinoTemperature: 10), rates.rates(photonTemperature: 20, neutrinoTemperature: 20))
    let slope = log2(high.neutronToProton / low.neutronToProton)
    #expect(slope > 4.8 && slope < 5)
  }

  @Test func correctionsAreSmallAndFinite() throws {
    let (full, born) = (try NeutronProtonRates(), try NeutronProtonRates(.born))
    for temperature in logarithmicGrid(from: 5e-4, to: 10, count: 60) {
      for ratio in [0.5, 0.714, 1, 1.5] {
        let a = full.rates(photonTemperature: temperature, neutrinoTemperature: ratio * temperature)
        let b = born.rates(photonTemperature: temperature, neutrinoTemperature: ratio * temperature)
        #expect(a.neutronToProton.isFinite && a.neutronToProton > 0 && a.protonToNeutron.isFinite && a.protonToNeutron >= 0)
        #expect(abs(a.neutronToProton / b.neutronToProton - 1) < 0.4)
      }
    }
  }

  @Test func fermiFunctionAndDilogarithm() {
    // A fast electron feels 1 + pi alpha/beta (and radius terms of alpha^2); Li2(1) and Li2(1/2) are known.
    let alpha = PhysicalConstants.fineStructure.value
    #expect(abs(RadiativeCorrection.fermiFunction(beta: 0.9) - 1 - Double.pi * alpha / 0.9) < 2e-3)
    #expect(abs(RadiativeCorrection.dilogarithm(1 - 1e-15) - Double.pi * Double.pi / 6) < 1e-12)
    #expect(abs(RadiativeCorrection.dilogarithm(0.5) - (Double.pi * Double.pi / 12 - log(2) * log(2) / 2)) < 1e-14)
  }
}
