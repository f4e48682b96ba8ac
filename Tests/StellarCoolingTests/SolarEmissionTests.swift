import Foundation
import Numerics
import Portals
import StellarCooling
import Testing
import Units

@Suite struct SolarEmissionTests {
  private let eV = NaturalUnits.electronvolt
  private let emission: SolarEmission
  init() throws { emission = try SolarEmission(.darkPhoton) }

  /// The narrow-width formula of the longitudinal resonance: Int dV m^2 omega_p^2 sqrt(omega_p^2 - m^2)/[4 pi (e^{omega_p/T} - 1)], erg/s at eps = 1.
  private func narrowLongitudinal(mass: Double) -> Double {
    var sum = 0.0
    let layers = emission.model.layers
    for (a, b) in zip(layers, layers.dropFirst()) where b.plasmaFrequency > mass {
      func density(_ l: SolarModel.Layer) -> Double {
        let p = l.plasmaFrequency
        return 4 * .pi * l.radius * l.radius * mass * mass * p * p * (p * p - mass * mass).squareRoot() / (4 * .pi * expm1(p / l.temperature))
      }
      sum += 0.5 * (density(a) + density(b)) * (b.radius - a.radius)
    }
    return sum / NaturalUnits.ergPerSecond
  }

  /// The narrow-width formula of the transverse shell omega_p(r*) = m: 4 pi r*^2 m^4/(pi |d omega_p^2/dr|) Int domega omega sqrt(omega^2 - m^2)/(e^{omega/T} - 1), erg/s.
  private func narrowTransverse(mass: Double) throws -> Double {
    let fraction = try #require(emission.model.resonanceFraction(plasmaFrequency: mass))
    let around = try emission.model.profile(at: [fraction - 1e-3, fraction, fraction + 1e-3])
    let slope = (pow(around[2].plasmaFrequency, 2) - pow(around[0].plasmaFrequency, 2)) / (around[2].radius - around[0].radius)
    let t = around[1].temperature
    let integral = try AdaptiveQuadrature().integrate("thermal", from: mass, to: mass + 60 * t) { w in
      w * w * max(w * w - mass * mass, 0).squareRoot() / expm1(w / t) / w
    }.value
    return 4 * .pi * around[1].radius * around[1].radius * pow(mass, 4) / (.pi * abs(slope)) * integral / NaturalUnits.ergPerSecond
  }

  @Test(arguments: [1e-6, 1e-3, 1, 10, 50]) func longitudinalLuminosityIsTheNarrowWidthFormula(massEV: Double) throws {
    // 1.5 %: width and thermal dispersion (v*^2 = 1.3 % at the centre), both left out of the formula.
    let computed = try emission.luminosity(mass: massEV * eV, coupling: 1).longitudinal
    #expect(abs(computed / narrowLongitudinal(mass: massEV * eV) - 1) < 0.015)
  }

  @Test(arguments: [8.0, 30, 100, 200]) func transverseLuminosityIsTheNarrowWidthFormula(massEV: Double) throws {
    // 4 %: off-resonant emission from the core comes on top, and v*^2 shifts the shell.
    let computed = try emission.luminosity(mass: massEV * eV, coupling: 1).transverse
    #expect(abs(computed / (try narrowTransverse(mass: massEV * eV)) - 1) < 0.04)
  }

  @Test(arguments: [1e3, 5e3]) func farAboveThePlasmaFrequencyTheMediumDropsOut(massEV: Double) throws {
    // eps^2 Int dV (k omega^2/2 pi^2)(2 + m^2/omega^2) Gamma/(e^{omega/T} - 1), up to (omega_p/m)^2.
    let m = massEV * eV
    let energies = (0..<400).map { i in m + 30 * 1.3e3 * eV * pow((Double(i) + 0.5) / 400, 2) }
    let widths = (0..<400).map { i in 30 * 1.3e3 * eV * 2 * (Double(i) + 0.5) / 400 / 400 }
    var sum = 0.0
    let layers = emission.model.layers.filter { $0.fraction < 0.7 }.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    for (a, b) in zip(layers, layers.dropFirst()) {
      let middle = try #require(emission.model.profile(at: [0.5 * (a.fraction + b.fraction)]).first)
      for (w, dw) in zip(energies, widths) where w < 50 * middle.temperature {
        let d = middle.damping(energy: w)
        let k = (w * w - m * m).squareRoot()
        sum +=
          4 * .pi * middle.radius * middle.radius * (b.radius - a.radius) * dw * k * w * w / (2 * .pi * .pi) * (2 + m * m / (w * w))
          * (d.freeFree + d.boundFree + d.thomson) / expm1(w / middle.temperature)
      }
    }
    let medium = 1 + 2 * pow(260 * eV / m, 2)
    let computed = try emission.luminosity(mass: m, coupling: 1).total
    #expect(abs(computed / (sum * medium / NaturalUnits.ergPerSecond) - 1) < (massEV > 2e3 ? 0.03 : 0.08))
  }

  @Test func luminosityIsQuadraticInTheCouplingAndInTheMassBelowAnElectronvolt() throws {
    let one = try emission.luminosity(mass: 1e-3 * eV, coupling: 1e-9)
    #expect(abs(try emission.luminosity(mass: 1e-3 * eV, coupling: 3e-9).total / one.total - 9) < 1e-9)
    #expect(abs(try emission.luminosity(mass: 1e-2 * eV, coupling: 1e-9).total / one.total - 100) < 0.1)
  }

  @Test func anotherNameForTheSameCouplingEmitsTheSame() throws {
    // Charges twice as large, coupling g on the axis instead of the mixing.
    let other = VectorPortal(name: "twice", charges: FermionCharges.electric.scaled(by: 2), gaugeCouplingPerAxis: 1)
    let g = 1e-10 * NaturalUnits.electricCharge / 2
    let a = try SolarEmission(other).luminosity(mass: 50 * eV, coupling: g).total
    #expect(abs(a / (try emission.luminosity(mass: 50 * eV, coupling: 1e-10).total) - 1) < 1e-9)
  }

  @Test(arguments: [10.0, 100, 3000]) func spectrumIntegratesToTheLuminosity(massEV: Double) throws {
    let energies = logarithmicGrid(from: massEV * 1.0001 * eV, to: (massEV + 5e4) * eV, count: 3000)
    let points = try emission.spectrum(mass: massEV * eV, coupling: 1e-12, energies: energies)
    let total = try emission.luminosity(mass: massEV * eV, coupling: 1e-12)
    var (sum, number) = (0.0, 0.0)
    for (a, b) in zip(points, points.dropFirst()) {
      sum += 0.5 * (a.luminosityPerEnergy + b.luminosityPerEnergy) * (b.energy - a.energy) / NaturalUnits.kiloElectronvolt
      number += 0.5 * (a.numberPerEnergy + b.numberPerEnergy) * (b.energy - a.energy) / NaturalUnits.kiloElectronvolt
    }
    #expect(abs(sum / total.total - 1) < 0.01)
    #expect(abs(number / (total.transverseNumber + total.longitudinalNumber) - 1) < 0.01)
    #expect(points.allSatisfy { $0.transverse >= 0 && $0.longitudinal >= 0 && $0.luminosityPerEnergy.isFinite })
  }

  @Test func aFinerGridChangesLittle() throws {
    let finer = SolarEmission(.darkPhoton, model: try SolarModel(cells: 2 * SolarModel.standardCells))
    for mass in [1e-3, 7, 60, 150, 240, 285, 295, 1000] {
      let ratio = try finer.luminosity(mass: mass * eV, coupling: 1).total / emission.luminosity(mass: mass * eV, coupling: 1).total
      #expect(abs(ratio - 1) < 0.005, "\(mass) eV: \(ratio)")
    }
  }

  @Test func luminosityIsContinuousAcrossTheCentralPlasmaFrequency() throws {
    // No splice at omega_p(0) = 292 eV: neighbouring masses, 0.2 % apart, never jump by more than a resonance that leaves the Sun allows.
    let masses = logarithmicGrid(from: 240 * eV, to: 340 * eV, count: 200)
    let values = try masses.map { try emission.luminosity(mass: $0, coupling: 1).total }
    for (a, b) in zip(values, values.dropFirst()) { #expect(b / a < 1.02 && b / a > 0.1) }
  }

  @Test func nonsenseIsRefused() {
    for (m, c) in [(Double.nan, 1.0), (0, 1), (-1, 1), (1e-9, .infinity), (1e-9, 0)] {
      #expect(throws: NumericsError.self) { try emission.luminosity(mass: m, coupling: c) }
    }
  }
}
