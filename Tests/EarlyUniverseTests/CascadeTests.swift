import EarlyUniverse
import Foundation
import Numerics
import Testing

@Suite struct CascadeTests {
  private static let gas = ElectromagneticCascade.Gas(helium: 0.247)
  private static func baryons(_ t: Double) -> Double { 6.1e-10 * 0.243_59 * t * t * t }

  private static func value(_ spectrum: CascadeSpectrum, _ key: KeyPath<CascadeSpectrum, [Double]>, at energy: Double) -> Double {
    let i = min(spectrum.energies.lastIndex { $0 <= energy } ?? 0, spectrum.energies.count - 2)
    let u = log(energy / spectrum.energies[i]) / log(spectrum.energies[i + 1] / spectrum.energies[i])
    let (a, b) = (spectrum[keyPath: key][i], spectrum[keyPath: key][i + 1])
    return a > 0 && b > 0 ? exp((1 - u) * log(a) + u * log(b)) : (1 - u) * a + u * b
  }

  /// Photons below every threshold: the first generation is source times kernel over rates.
  @Test func undegradedPhotons() throws {
    let t = 1e-4
    let spectrum = try ElectromagneticCascade(.photonPair(energy: 10), gas: Self.gas).spectrum(temperature: t, baryonDensity: Self.baryons(t))
    let rates = ElectromagneticCascade.photonRates(energy: 10, temperature: t, baryonDensity: Self.baryons(t), gas: Self.gas)
    #expect(abs(spectrum.undegradedLine * rates.total / 2 - 1) < 1e-12)
    #expect(spectrum.photons.allSatisfy { $0 > 0 })
  }

  /// Slow losses: the number of electrons at an energy is the number injected above over the loss rate 4/3 sigma_T gamma^2 u.
  @Test func electronsLoseEnergyContinuously() throws {
    let t = 2e-6
    let mass = EarlyUniverseInputs.electronMass
    let spectrum = try ElectromagneticCascade(.electronPair(energy: 10, finalStateRadiation: false), gas: Self.gas).spectrum(
      temperature: t, baryonDensity: Self.baryons(t))
    let thomson = 8 * Double.pi / 3 * pow(137.035_999, -2) / (mass * mass)
    for energy in [2.0, 4, 8] {
      let loss = 4.0 / 3 * thomson * pow(energy / mass, 2) * Double.pi * Double.pi / 15 * pow(t, 4) / EarlyUniverseInputs.hbar
      #expect(abs(Self.value(spectrum, \.electrons, at: energy) * loss / 2 - 1) < 0.01, "at \(energy) MeV")
    }
  }

  @Test(arguments: [(1e-3, 15.0), (1e-4, 40), (5e-3, 30)]) func gridHasConverged(temperature: Double, energy: Double) throws {
    for source in [InjectedSpectrum.photonPair(energy: energy), .electronPair(energy: energy)] {
      let (coarse, fine) = (try ElectromagneticCascade(source, gas: Self.gas), try ElectromagneticCascade(source, gas: Self.gas, perDecade: 180))
      let density = Self.baryons(temperature)
      let (a, b) = (try coarse.spectrum(temperature: temperature, baryonDensity: density), try fine.spectrum(temperature: temperature, baryonDensity: density))
      for at in [1.7, 2.5, 4, 7] {
        #expect(abs(Self.value(a, \.photons, at: at) / Self.value(b, \.photons, at: at) - 1) < 0.015, "\(at) MeV")
      }
    }
  }

  /// Far above the threshold of pairs only the energy matters.
  @Test func universality() throws {
    let t = 3e-3
    let spectra = try [InjectedSpectrum.photonPair(energy: 1000), .photonPair(energy: 5000), .electronPair(energy: 2000, finalStateRadiation: false)].map {
      source in
      let spectrum = try ElectromagneticCascade(source, gas: Self.gas).spectrum(temperature: t, baryonDensity: Self.baryons(t))
      return (spectrum, 2 * source.largestEnergy)
    }
    for at in [1.8, 2.5, 3.5] {
      let first = Self.value(spectra[0].0, \.photons, at: at) / spectra[0].1
      for (spectrum, energy) in spectra { #expect(abs(Self.value(spectrum, \.photons, at: at) / energy / first - 1) < 0.02) }
      // The published universal form is good to about 60 %.
      let universal = UniversalSpectrum.density(energy: at, released: 1, temperature: t, baryonDensity: Self.baryons(t), gas: Self.gas)
      #expect(first / universal > 0.8 && first / universal < 1.8)
    }
  }

  @Test func integralOfASmoothWeight() throws {
    let t = 1e-4
    let spectrum = try ElectromagneticCascade(.photonPair(energy: 10), gas: Self.gas).spectrum(temperature: t, baryonDensity: Self.baryons(t))
    let line = spectrum.undegradedLine
    #expect(spectrum.integral(from: 10.1) { _ in 1 } == 0)
    let (lower, upper) = (spectrum.integral(from: 3) { _ in 1 }, spectrum.integral(from: 5) { _ in 1 })
    #expect(lower > upper && upper > line)
  }

  @Test func refusesWhatItCannotDo() throws {
    #expect(throws: NumericsError.self) { try ElectromagneticCascade(.photonPair(energy: 1), gas: Self.gas) }
    let cascade = try ElectromagneticCascade(.photonPair(energy: 10), gas: Self.gas)
    #expect(throws: NumericsError.self) { try cascade.spectrum(temperature: 1, baryonDensity: 1e-20) }
    #expect(throws: NumericsError.self) { try cascade.spectrum(temperature: 1e-4, baryonDensity: .nan) }
  }
}
