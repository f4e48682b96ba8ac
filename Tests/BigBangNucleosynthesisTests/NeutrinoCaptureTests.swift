import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Numerics
import Testing
import Units

struct NeutrinoCaptureTests {
  private static let electron = PhysicalConstants.electronMass.value * 1e3

  /// In cm^2.
  private static func crossSection(_ capture: NeutrinoCapture, on target: NeutrinoCapture.Target, _ energy: Double) -> Double {
    let centimetre = PhysicalConstants.hbarC.value * 1e5  // hbar c in MeV cm
    return capture.crossSection(on: target, energy: energy) * EarlyUniverseInputs.hbar / WeakInputs.neutronLifetime.value * centimetre * centimetre
  }

  /// Strumia and Vissani, astro-ph/0302055, eq. 25: sigma = 1e-43 cm^2 p_e E_e E^(-0.07056 + 0.02018 ln E - 0.001953 ln^3 E), a few per mille from their full result below 300 MeV.
  /// They have g_A = 1.27 and cos theta_C = 0.9746, which is 0.55 % less than what tau_n = 878.4 s gives.
  @Test(arguments: [2.5, 4, 7, 10, 20, 40, 100, 200]) func inverseBetaDecayIsThePublishedOne(energy: Double) throws {
    let capture = NeutrinoCapture(try NeutronProtonRates())
    let positron = energy - 1.293
    let l = log(energy)
    let momentum = (positron * positron - Self.electron * Self.electron).squareRoot()
    let published = 1e-43 * momentum * positron * pow(energy, -0.07056 + 0.02018 * l - 0.001953 * l * l * l)
    let ours = Self.crossSection(capture, on: .proton, energy)
    #expect(abs(ours / published - 1.0055) < 0.009, "\(energy) MeV: \(ours / published)")
  }

  @Test func thresholds() throws {
    let capture = NeutrinoCapture(try NeutronProtonRates())
    // ((m_n + m_e)^2 - m_p^2)/2 m_p
    #expect(capture.crossSection(on: .proton, energy: 1.8059) == 0 && capture.crossSection(on: .proton, energy: 1.8062) > 0)
    #expect(capture.crossSection(on: .neutron, energy: 1e-3) > 0)
  }

  /// At high energy form factors make the cross sections constant, near 1e-38 cm^2 (Formaggio and Zeller, arXiv:1305.7513).
  @Test func formFactorsLevelTheCrossSection() throws {
    let capture = NeutrinoCapture(try NeutronProtonRates())
    let (n2, n10) = (Self.crossSection(capture, on: .neutron, 2e3), Self.crossSection(capture, on: .neutron, 1e4))
    #expect(n2 > 0.9e-38 && n2 < 1.2e-38 && abs(n10 / n2 - 1) < 0.12)
    let (p1, p100) = (Self.crossSection(capture, on: .proton, 1e3), Self.crossSection(capture, on: .proton, 1e5))
    #expect(p1 > 0.3e-38 && p1 < 0.5e-38)
    // Both tend to the same limit, as A and B fall behind C; the Coulomb factor of nu_e on neutrons is 2.3 %.
    #expect(abs(p100 / Self.crossSection(capture, on: .neutron, 1e5) - 1) < 0.05)
  }

  /// Rates times tau_n in a thermal spectrum of neutrinos without anything else.
  private static func thermal(_ capture: NeutrinoCapture, on target: NeutrinoCapture.Target, temperature: Double) -> Double {
    var sum = 0.0
    let start = target == .proton ? 1.8 : 0.0
    for (low, high) in [(0.0, 1.0), (1, 4), (4, 12), (12, 40)] {
      for (x, weight) in GaussLegendre(order: 24).mapped(from: low, to: high) {
        let energy = start + temperature * x
        let density = energy * energy / (2 * Double.pi * Double.pi) * fermiDirac(energy / temperature)
        sum += weight * temperature * density * capture.crossSection(on: target, energy: energy)
      }
    }
    return sum
  }

  /// Thermal neutrinos convert as they do in ``NeutronProtonRates`` when there are no electrons: its Born rate for p -> n, and for n -> p after the decay, which they block.
  @Test(arguments: [0.3, 1, 3]) func thermalSpectrumGivesTheBornRate(temperature: Double) throws {
    let rates = try NeutronProtonRates(.born)
    let capture = NeutrinoCapture(rates)
    let born = rates.rates(photonTemperature: 0.003, neutrinoTemperature: temperature)
    #expect(abs(Self.thermal(capture, on: .proton, temperature: temperature) / born.protonToNeutron - 1) < 2e-3)
    let q = (PhysicalConstants.neutronMass.value - PhysicalConstants.protonMass.value) * 1e3
    var decay = 0.0
    for (p, weight) in GaussLegendre(order: 40).mapped(from: 0, to: (q * q - Self.electron * Self.electron).squareRoot()) {
      let neutrino = q - (p * p + Self.electron * Self.electron).squareRoot()
      decay += weight * p * p * neutrino * neutrino * (1 - fermiDirac(neutrino / temperature)) / pow(Self.electron, 5)
    }
    let capturing = born.neutronToProton - decay / rates.decayIntegral
    #expect(abs(Self.thermal(capture, on: .neutron, temperature: temperature) / capturing - 1) < 2e-3)
  }

  /// With recoil, weak magnetism and radiation: against the first-order expansion of the thermal rates. Second order in E/m_N and the radiation of crossed decay make 0.5 %.
  @Test func correctionsAreThoseOfTheThermalRates() throws {
    let corrected = try NeutronProtonRates(.init(thermal: false, spectralDistortion: false))
    let born = try NeutronProtonRates(.born)
    for target in NeutrinoCapture.Target.allCases {
      func change(_ temperature: Double) -> (ours: Double, thermal: Double) {
        func rate(_ rates: NeutronProtonRates) -> Double {
          let pair = rates.rates(photonTemperature: 0.003, neutrinoTemperature: temperature)
          return target == .proton ? pair.protonToNeutron : pair.neutronToProton
        }
        return (
          Self.thermal(NeutrinoCapture(corrected), on: target, temperature: temperature)
            / Self.thermal(NeutrinoCapture(born), on: target, temperature: temperature),
          rate(corrected) / rate(born)
        )
      }
      let (one, three) = (change(1), change(3))
      #expect(abs(one.ours / one.thermal - 1) < 0.006 && abs(three.ours / three.thermal - 1) < 0.01, "\(target): \(one) \(three)")
    }
  }
}
