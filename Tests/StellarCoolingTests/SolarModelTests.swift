import Numerics
import StellarCooling
import Testing
import Units

@Suite struct SolarModelTests {
  @Test func everythingFallsOutward() throws {
    let layers = try SolarModel.standard.layers
    for (inner, outer) in zip(layers, layers.dropFirst()) {
      #expect(inner.radius < outer.radius)
      #expect(inner.temperature > outer.temperature)
      #expect(inner.pressure > outer.pressure)
      #expect(inner.plasmaFrequency > outer.plasmaFrequency)
    }
    #expect(layers.first?.radius == 0)
    #expect(layers.last?.fraction == 1)
  }

  @Test func enclosesTheSolarMass() throws {
    // The density fit is independent of the solar mass: its integral to 0.9 R must give the 99.7 % that lie there.
    #expect(abs(try SolarModel.standard.enclosedMassFraction - 0.997) < 0.003)
  }

  @Test func envelopeJoinsTheFit() throws {
    let layers = try SolarModel.standard.layers
    let edge = try #require(layers.firstIndex { $0.fraction > 0.9 })
    // Spacing is 0.003 R here, over which density and temperature change by 4 %.
    #expect(layers[edge - 1].density / layers[edge].density < 1.08)
    #expect(layers[edge - 1].temperature / layers[edge].temperature < 1.05)
  }

  @Test func hydrostaticEquilibriumHolds() throws {
    let layers = try SolarModel.standard.layers
    let cm = NaturalUnits.centimetre
    let newton = PhysicalConstants.newton.value * cm * cm * cm / NaturalUnits.gram / (NaturalUnits.second * NaturalUnits.second)
    var mass = 0.0
    for i in 1..<layers.count - 1 {
      let (a, b) = (layers[i - 1], layers[i])
      let middle = 0.5 * (a.radius + b.radius)
      mass += 4 * .pi * middle * middle * 0.5 * (a.density + b.density) * (b.radius - a.radius)
      guard b.fraction > 0.05, layers[i + 1].fraction < 0.99, abs(b.fraction - 0.9) > 0.01 else { continue }
      let gradient = (layers[i + 1].pressure - a.pressure) / (layers[i + 1].radius - a.radius)
      // Second-order differences on this grid: 2 %, near the surface where the spacing shrinks.
      #expect(abs(gradient / (-newton * mass * b.density / (b.radius * b.radius)) - 1) < 0.02)
    }
  }

  @Test func profileInterpolatesAndRefusesOutside() throws {
    let model = try SolarModel.standard
    let layer = try #require(model.profile(at: [0.3]).first)
    #expect(abs(layer.fraction - 0.3) < 1e-12)
    #expect(abs(layer.hydrogenFraction + layer.heliumFraction + layer.metalFraction - 1) < 1e-12)
    #expect(try model.profile(at: [0, 1]).count == 2)
    for bad in [-0.1, 1.01, .nan] { #expect(throws: NumericsError.self) { try model.profile(at: [bad]) } }
    #expect(throws: NumericsError.self) { try SolarModel(cells: 3) }
  }

  @Test func resonanceLiesWhereThePlasmaFrequencyIs() throws {
    let model = try SolarModel.standard
    let shell = try #require(model.resonanceFraction(plasmaFrequency: 100 * NaturalUnits.electronvolt))
    let layer = try #require(model.profile(at: [shell]).first)
    #expect(abs(layer.plasmaFrequency / (100 * NaturalUnits.electronvolt) - 1) < 1e-3)
    #expect(model.resonanceFraction(plasmaFrequency: NaturalUnits.kiloElectronvolt) == nil)
    #expect(model.resonanceFraction(plasmaFrequency: 1e-8 * NaturalUnits.electronvolt) == nil)
  }

  @Test func recombiningGasIsStifferWhenNothingRecombines() {
    let gas = IonisingGas(hydrogen: 0.71, helium: 0.275, metals: 0.015)
    let pressure = 1e12 * NaturalUnits.erg * NaturalUnits.perCubicCentimetre
    // Fully ionised or neutral: 2/5. Half-ionised hydrogen: near 0.1.
    #expect(abs(gas.adiabaticGradient(pressure: pressure, temperature: 1e7 * NaturalUnits.kelvin) - 0.4) < 1e-3)
    #expect(abs(gas.adiabaticGradient(pressure: pressure, temperature: 2e3 * NaturalUnits.kelvin) - 0.4) < 1e-3)
    #expect(gas.adiabaticGradient(pressure: 1e5 * NaturalUnits.erg * NaturalUnits.perCubicCentimetre, temperature: 1.2e4 * NaturalUnits.kelvin) < 0.2)
  }
}
