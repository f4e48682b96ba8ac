import Numerics
import StellarCooling
import Testing
import Units

@Suite struct SolarModelTests {
  @Test func centreIsTheHottestDensestPlace() throws {
    let layers = try SolarModel.standard.layers
    for (inner, outer) in zip(layers, layers.dropFirst()) {
      #expect(inner.radius < outer.radius)
      #expect(inner.temperature > outer.temperature)
      #expect(inner.pressure > outer.pressure)
    }
  }
}
