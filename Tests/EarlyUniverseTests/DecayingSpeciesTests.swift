import EarlyUniverse
import Foundation
import Numerics
import Testing

@Suite struct DecayingSpeciesTests {
  private static func history(_ particle: DecayingSpecies, until temperature: Double = 1e-3) throws -> ThermalHistory {
    var content = UniverseContent.standard
    content.decaying = particle
    var settings = ThermalHistory.Settings()
    settings.endTemperature = temperature
    return try ThermalHistory.compute(content, settings: settings)
  }

  @Test func nothingWithoutAbundance() throws {
    let standard = try ThermalHistory.compute().effectiveNeutrinos
    #expect(abs(try Self.history(DecayingSpecies(mass: 10, lifetime: 1, entropyYield: 0)).effectiveNeutrinos - standard) < 1e-6)
  }

  /// Late decays, after neutrinos decoupled: energy in neutrinos and in dark radiation is the same N_eff, electromagnetic energy lowers it.
  @Test func lateDecaysShareEnergyAlike() throws {
    func neff(_ shares: DecayingSpecies.EnergyShares) throws -> Double {
      try Self.history(DecayingSpecies(mass: 20, lifetime: 1e5, entropyYield: 1e-6, shares: shares)).effectiveNeutrinos
    }
    let dark = try neff(.init(electromagnetic: 0, dark: 1))
    for neutrinos in [DecayingSpecies.EnergyShares(electromagnetic: 0, electronNeutrino: 1), .init(electromagnetic: 0, muonNeutrino: 0.5, tauNeutrino: 0.5)] {
      #expect(abs(try neff(neutrinos) - dark) < 1e-5)
    }
    let standard = try ThermalHistory.compute().effectiveNeutrinos
    #expect(try neff(.electromagneticOnly) < standard && dark > standard)
  }

  /// Sudden decay of a relic at rest into dark radiation: Delta rho = m n at decay, with n a^3 exp(-t/tau) integrated exactly,
  /// Delta N_eff = (8/7)(11/4)^(4/3) m int dt Gamma n a^4 e^(-t/tau)/(rho_gamma a^4).
  @Test func energyOfDarkRadiation() throws {
    let particle = DecayingSpecies(mass: 5, lifetime: 1e5, entropyYield: 1e-8, shares: .init(electromagnetic: 0, dark: 1))
    let history = try Self.history(particle)
    let last = try #require(history.epochs.last)
    // Gamma(3/2) sqrt(tau): a goes as sqrt(t).
    let reference = try history.epoch(atTime: 1e5)
    let number = particle.entropyYield * 2 * Double.pi * Double.pi / 45 * (2 + 7.0 / 8 * 2 * 3 * 4.0 / 11) * pow(reference.photonTemperature, 3)
    let released = particle.mass * number * reference.scaleFactor * pow(reference.scaleFactor, 3) * 0.886_227
    let photons = Double.pi * Double.pi / 15 * pow(last.photonTemperature * last.scaleFactor, 4)
    let expected = 8.0 / 7 * pow(11.0 / 4, 4.0 / 3) * released / photons
    #expect(abs((history.effectiveNeutrinos - (try ThermalHistory.compute().effectiveNeutrinos)) / expected - 1) < 0.01)
  }

  /// Decays before neutrinos decouple are forgotten, in whatever form.
  @Test func earlyDecaysAreForgotten() throws {
    let standard = try ThermalHistory.compute().effectiveNeutrinos
    for shares in [DecayingSpecies.EnergyShares.electromagneticOnly, .init(electromagnetic: 0, tauNeutrino: 1)] {
      #expect(abs(try Self.history(DecayingSpecies(mass: 50, lifetime: 0.002, entropyYield: 1e-3, shares: shares)).effectiveNeutrinos - standard) < 2e-3)
    }
  }

  /// It heats the plasma at the end of the history, 1 eV: each repetition of the integration must end at the same expansion, and what is left then is left undecayed.
  @Test(arguments: [1e12, 1e13, 1e14], [1e-5, 1e-4, 1e-3]) func whatHeatsToTheEndSettles(lifetime: Double, perPhoton: Double) throws {
    let yield = DecayingSpecies.entropyYield(perPhoton: perPhoton, atTemperature: 10)
    let history = try Self.history(DecayingSpecies(mass: 1, lifetime: lifetime, entropyYield: yield), until: 1e-6)
    let (last, left) = (try #require(history.epochs.last), try #require(history.decays.last))
    #expect(last.photonTemperature < 1e-6 && last.time < 40 * lifetime)
    #expect(abs(last.scaleFactor * last.photonTemperature / EarlyUniverseInputs.temperatureToday - 1) < 1e-12)
    #expect(left.numberDensity > 0 && abs(left.decayRateDensity * lifetime / left.numberDensity - 1) < 1e-12)
    // The number per comoving volume falls by decay alone.
    let index = try #require(history.epochs.firstIndex { $0.time > 1e3 })
    let (early, before) = (history.epochs[index], history.decays[index])
    let survived = left.numberDensity / before.numberDensity * pow(last.scaleFactor / early.scaleFactor, 3)
    #expect(abs(log(survived) + (last.time - early.time) / lifetime) < 1e-5)
  }

  /// A hot particle that is slow anyway is one at rest; a fast one lives longer.
  @Test func timeDilation() throws {
    // The number per comoving volume at 0.3 s, undecayed as if it had been at rest.
    func number(_ momenta: DecayingSpecies.Momenta, mass: Double) throws -> Double {
      let history = try Self.history(DecayingSpecies(mass: mass, lifetime: 0.1, entropyYield: 1e-6, momenta: momenta))
      let index = try #require(history.epochs.firstIndex { $0.time > 0.3 })
      let epoch = history.epochs[index]
      return history.decays[index].numberDensity * pow(epoch.scaleFactor, 3) * exp(epoch.time / 0.1)
    }
    let hot = DecayingSpecies.Momenta.relativistic(.fermion, ratio: 1)
    #expect(abs(try number(.relativistic(.fermion, ratio: 1e-4), mass: 100) / number(.atRest, mass: 100) - 1) < 1e-3)
    #expect(try number(hot, mass: 1) > 2 * number(.atRest, mass: 1))
  }

  @Test func yieldPerPhoton() {
    // s/n_gamma = (pi^4/45 zeta(3)) g_s with g_s = 10.75 at 10 MeV.
    let yield = DecayingSpecies.entropyYield(perPhoton: 1, atTemperature: 10, heavyParticles: false)
    #expect(abs(1 / yield / (1.8008 * 10.75) - 1) < 3e-3)
  }

  @Test func refusesNonsense() {
    for particle in [
      DecayingSpecies(mass: -1, lifetime: 1, entropyYield: 1e-6), DecayingSpecies(mass: 1, lifetime: 0, entropyYield: 1e-6),
      DecayingSpecies(mass: 1, lifetime: 1, entropyYield: .nan), DecayingSpecies(mass: 1, lifetime: 1, entropyYield: 1, shares: .init(electromagnetic: 0.4)),
    ] {
      #expect(throws: NumericsError.self) { try Self.history(particle) }
    }
  }
}
