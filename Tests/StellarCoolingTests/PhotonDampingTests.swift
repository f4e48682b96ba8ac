import Foundation
import Numerics
import Plasma
import Testing
import Units

@Suite struct PhotonDampingTests {
  private let keV = NaturalUnits.kiloElectronvolt
  /// Half hydrogen, half helium by mass near the solar centre.
  private var solarCentre: PlasmaState {
    let n = 5e25 * NaturalUnits.perCubicCentimetre
    return PlasmaState(temperature: 1.3 * keV, electronDensity: n, ions: [IonSpecies(charge: 1, density: 0.6 * n), IonSpecies(charge: 2, density: 0.2 * n)])
  }

  /// K_0(z) e^z from its integral representation.
  private func besselK0(_ z: Double) throws -> Double {
    try AdaptiveQuadrature().integrate("K0", from: 0, to: 12) { exp(-z * (cosh($0) - 1)) }.value
  }

  @Test(arguments: [0.05, 0.3, 1, 4, 20]) func unscreenedBornGauntFactorIsABesselFunction(u: Double) throws {
    // (sqrt3/pi) e^{u/2} K_0(u/2).
    let exact = 3.0.squareRoot() / .pi * (try besselK0(u / 2))
    #expect(abs(FreeFreeGauntFactor.thermal(reducedEnergy: u, coulombParameter: 0, screening: 0, electronShare: 0) / exact - 1) < 2e-4)
  }

  @Test func screeningLowersAndAttractionRaisesTheGauntFactor() {
    for u in [0.1, 1, 5] {
      let plain = FreeFreeGauntFactor.thermal(reducedEnergy: u, coulombParameter: 0, screening: 0, electronShare: 0.5)
      #expect(FreeFreeGauntFactor.thermal(reducedEnergy: u, coulombParameter: 0, screening: 0.06, electronShare: 0.5) < plain)
      #expect(FreeFreeGauntFactor.thermal(reducedEnergy: u, coulombParameter: 0.04, screening: 0, electronShare: 0.5) > plain)
      // Ions that do not shield each other.
      #expect(abs(FreeFreeGauntFactor.thermal(reducedEnergy: u, coulombParameter: 0, screening: 0.06, electronShare: 1) / plain - 1) < 1e-12)
    }
  }

  @Test func freeFreeRateIsTheTextbookCoefficient() {
    // Rybicki & Lightman (5.18b): 3.7e8 T^{-1/2} Z^2 n_e n_i nu^{-3} (1 - e^{-h nu/kT}) g per cm, with T in K, densities in 1/cm^3.
    let (temperature, density, frequency) = (1e7, 1e20, 2e17)
    let plasma = PlasmaState(
      temperature: temperature * NaturalUnits.kelvin, electronDensity: density * NaturalUnits.perCubicCentimetre,
      ions: [IonSpecies(charge: 1, density: density * NaturalUnits.perCubicCentimetre)])
    let omega = 2 * .pi * frequency / NaturalUnits.second
    let rate = PhotonDamping.freeFree(energy: omega, in: plasma, squaredChargeDensity: plasma.ions[0].density, gauntFactor: 1) * NaturalUnits.centimetre
    let textbook = 3.7e8 / temperature.squareRoot() * density * density / pow(frequency, 3) * -expm1(-omega / plasma.temperature)
    // The textbook coefficient has two digits.
    #expect(abs(rate / textbook - 1) < 0.01)
  }

  @Test func thomsonRateIsTheCrossSectionTimesDensity() {
    // 0.665246 barn.
    let n = 1e24 * NaturalUnits.perCubicCentimetre
    let sigma = PhotonDamping.thomson(electronDensity: n) / n / (NaturalUnits.centimetre * NaturalUnits.centimetre)
    #expect(abs(sigma / 6.652_458_7e-25 - 1) < 1e-6)
  }

  @Test func freeFreeScalesWithTheSquareOfDensityAndStaysPositive() {
    let plasma = solarCentre
    // Half the density at the same temperature; screening changes the Gaunt factor by less than 5 % at u = 2.
    let half = PlasmaState(
      temperature: plasma.temperature, electronDensity: plasma.electronDensity / 2,
      ions: plasma.ions.map { IonSpecies(charge: $0.charge, density: $0.density / 2) })
    let omega = 2 * plasma.temperature
    let ratio = PhotonDamping.freeFree(energy: omega, in: plasma) / PhotonDamping.freeFree(energy: omega, in: half)
    #expect(ratio > 3.8 && ratio < 4)
    for u in [1e-4, 1e-2, 1, 50] { #expect(PhotonDamping.freeFree(energy: u * plasma.temperature, in: plasma) > 0) }
  }

  @Test func nonDegeneratePolarizationTendsToTheClassicalOne() {
    let n = 6e25 * NaturalUnits.perCubicCentimetre
    let cold = PhotonPolarization.nonDegenerate(electronDensity: n, temperature: 1e-6 * keV)
    #expect(abs(cold.plasmaFrequency / PhotonPolarization.classical(electronDensity: n).plasmaFrequency - 1) < 1e-8)
    let centre = PhotonPolarization.nonDegenerate(electronDensity: n, temperature: 1.33 * keV)
    #expect(abs(centre.electronVelocity - 0.114) < 0.001)
  }
}
