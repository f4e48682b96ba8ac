import Foundation
import Numerics
import Supernova1987A
import Testing
import Units

@Suite struct EmissionRateTests {
  @Test func pairRatesObeyDetailedBalance() {
    // Gamma_prod = e^(-omega/T) Gamma_abs, i.e. net = prod (e^(omega/T) - 1), mode by mode, at any degeneracy.
    for (mu, t) in [(0.24, 0.02), (0.1, 0.035), (0.002, 0.004), (0, 0.03)] {
      for mass in [0.0012, 0.003, 0.03, 0.1] {
        for momentum in [0.001, 0.03, 0.2] {
          let energy = (momentum * momentum + mass * mass).squareRoot()
          let rates = LeptonPairs(mass: mass, leptonMass: NaturalUnits.electronMass, blocking: .fermiDirac)
            .rates(energy: energy, momentum: momentum, temperature: t, chemicalPotential: mu)
          let factor = expm1(energy / t)
          #expect(abs(rates.netTransverse / (rates.productionTransverse * factor) - 1) < 1e-9)
          #expect(abs(rates.netLongitudinal / (rates.productionLongitudinal * factor) - 1) < 1e-9)
        }
      }
    }
  }

  @Test func pairsInAColdEmptyMediumDecayAsInVacuum() {
    let (mass, momentum) = (0.03, 0.04)
    let energy = 0.05
    let pairs = LeptonPairs(mass: mass, leptonMass: NaturalUnits.electronMass, blocking: .fermiDirac)
    let rates = pairs.rates(energy: energy, momentum: momentum, temperature: 1e-5, chemicalPotential: 0)
    let vacuum = NaturalUnits.alpha * mass / 3 * mass / energy
    #expect(abs(rates.netTransverse / vacuum - 1) < 1e-3)
    #expect(abs(rates.netLongitudinal / vacuum - 1) < 1e-3)
  }

  @Test func pairsAreClosedBelowThreshold() {
    let rates = LeptonPairs(mass: 0.001, leptonMass: NaturalUnits.electronMass, blocking: .fermiDirac)
      .rates(energy: 0.05, momentum: 0.05, temperature: 0.02, chemicalPotential: 0.1)
    #expect(rates.netTransverse == 0 && rates.productionTransverse == 0)
  }

  @Test func degenerateElectronsBlockTheDecay() {
    let pairs = LeptonPairs(mass: 0.02, leptonMass: NaturalUnits.electronMass, blocking: .fermiDirac)
    let free = pairs.rates(energy: 0.04, momentum: 0.0346, temperature: 0.01, chemicalPotential: 0.0)
    let blocked = pairs.rates(energy: 0.04, momentum: 0.0346, temperature: 0.01, chemicalPotential: 0.24)
    #expect(blocked.netTransverse < 1e-6 * free.netTransverse)
  }

  @Test func besselSoftFactorHasItsLimitsAndQuotedValues() {
    #expect(abs(SoftFactor.besselK1.absorption(1e-5) - 1) < 1e-3)
    // Ratio to the exponential form at u = 1, 2, 3, 6 (u/2 K_1(u/2) e^(u/2), Abramowitz & Stegun table 9.8).
    for (u, expected) in [(1.0, 1.3655), (2, 1.6362), (3, 1.8660), (6, 2.4197)] {
      #expect(abs(SoftFactor.besselK1.absorption(u) / expected - 1) < 2e-3, "u = \(u)")
    }
    #expect(abs(SoftFactor.besselK1.absorption(5000) / (Double.pi * 2500 / 2).squareRoot() - 1) < 1e-3)
    #expect(SoftFactor.exponential.absorption(3) == 1)
  }

  @Test func semiComptonAgreesWithMonteCarloOfTheSamePhaseSpace() {
    // Gamma_abs in GeV from 4e6 points of (p, cos, y, phi) in an independent Python program; statistical errors below 0.6 %.
    let monteCarlo = [
      (0.03, 0.03, 0.2, 3.999e-6), (0.05, 0.03, 0.2, 2.846e-6), (0.15, 0.03, 0.2, 4.088e-6), (0.3, 0.03, 0.2, 7.780e-6),
      (0.05, 0.02, 0.24, 1.3414e-6), (0.05, 0.015, 0.05, 2.201e-6), (0.1, 0.03, 0.12, 4.297e-6), (0.05, 0.005, 0.02, 6.502e-7),
    ]
    // Few nodes in the quadrature and a linear interpolation of its logarithm.
    let tolerance = 0.06
    for (energy, t, mu, expected) in monteCarlo {
      let computed = SemiCompton.absorption(energy: energy, temperature: t, chemicalPotential: mu)
      #expect(abs(computed / expected - 1) < tolerance, "omega = \(energy), T = \(t), mu = \(mu): \(computed / expected)")
    }
  }

  @Test func semiComptonIsSuppressedByDegeneracy() {
    let free = SemiCompton.absorption(energy: 0.05, temperature: 0.02, chemicalPotential: 0.02)
    let dense = SemiCompton.absorption(energy: 0.05, temperature: 0.02, chemicalPotential: 0.24)
    let density = { (mu: Double) in mu * mu * mu + .pi * .pi * 0.02 * 0.02 * mu }
    #expect(dense / density(0.24) < 0.2 * free / density(0.02))
  }

  @Test func resonanceInAShellKeepsItsStrengthHoweverNarrow() {
    let mass = 0.003
    for damping in [1e-3, 1e-6, 1e-9, 1e-14] {
      let inner = ModeRates(detuning: -4e-6, damping: damping * 1e-5, production: 1)
      let outer = ModeRates(detuning: 6e-6, damping: damping * 1e-5, production: 1)
      let average = ShellAverage(inner, outer, mass: mass, energy: 0.05)
      let strength = pow(mass, 4) * .pi / (damping * 1e-5 * 1e-5)
      #expect(abs(average.mixing / strength - 1) < 3 * damping)
    }
  }

  @Test func shellAverageIsTheIntegralOfTheLorentzian() throws {
    let mass = 0.01
    let quadrature = AdaptiveQuadrature()
    for (d1, d2, g) in [(1e-4, 1.2e-4, 1e-6), (-1e-4, 2e-4, 3e-5), (2e-5, -1e-5, 1e-4), (1e-4, 1.000_001e-4, 1e-7), (-3e-5, -1e-5, 1e-9)] {
      let average = ShellAverage(
        ModeRates(detuning: d1, damping: g, production: 1), ModeRates(detuning: d2, damping: g, production: 1), mass: mass, energy: 0.05)
      let expected = try quadrature.integrate("Lorentzian", from: 0, to: 1, relative: 1e-10) { x in
        let d = d1 + (d2 - d1) * x
        return pow(mass, 4) / (d * d + g * g)
      }.value
      #expect(abs(average.mixing / expected - 1) < 1e-6)
    }
  }
}
