import Foundation
import Numerics
import Supernova1987A
import Testing
import Units

@Suite struct ProtoNeutronStarProfileTests {
  @Test(arguments: ProtoNeutronStarProfile.all.map(\.name))
  func electronsAreNeutralWithProtons(_ name: String) throws {
    let profile = try #require(ProtoNeutronStarProfile.all.first { $0.name == name })
    for layer in try profile.table(count: 50, toKilometres: 100) {
      let (mu, t) = (layer.electronChemicalPotential, layer.temperature)
      let density = (mu * mu * mu + .pi * .pi * t * t * mu) / (3 * .pi * .pi)
      #expect(abs(density / layer.protonDensity - 1) < 1e-9, "at \(layer.radiusKilometres) km")
      #expect(layer.neutronDensity >= 0 && layer.plasmaFrequency > 0)
    }
  }

  @Test(arguments: ProtoNeutronStarProfile.all.map(\.name))
  func neutrinosphereIsWhereTheTemperatureIsThreeMeV(_ name: String) throws {
    let profile = try #require(ProtoNeutronStarProfile.all.first { $0.name == name })
    let radius = try profile.neutrinosphereRadiusKilometres()
    #expect((20...45).contains(radius))
    #expect(abs(try profile.layer(atKilometres: radius).temperature * 1e3 - 3) < 1e-6)
    #expect(try profile.layer(atKilometres: radius + 2).temperature * 1e3 < 3)
  }

  @Test(arguments: ProtoNeutronStarProfile.all.map(\.name))
  func profilesAreContinuousAndFallOutside(_ name: String) throws {
    let profile = try #require(ProtoNeutronStarProfile.all.first { $0.name == name })
    let layers = try profile.table(count: 10_001, toKilometres: 100)
    for (inner, outer) in zip(layers, layers.dropFirst()) {
      #expect(abs(outer.densityGramPerCubicCentimetre / inner.densityGramPerCubicCentimetre - 1) < 0.02)
      #expect(abs(outer.temperature / inner.temperature - 1) < 0.01)
      #expect(outer.densityGramPerCubicCentimetre <= inner.densityGramPerCubicCentimetre)
    }
  }

  /// Baryonic mass in solar masses inside a radius, flat space.
  private func enclosedMass(_ profile: ProtoNeutronStarProfile, _ radius: Double) throws -> Double {
    let rule = GaussLegendre(order: 200)
    let grams = try rule.integrate(from: 0, to: radius) { r in 4 * .pi * r * r * 1e15 * (try profile.layer(atKilometres: r).densityGramPerCubicCentimetre) }
    return grams / PhysicalConstants.solarMass.value
  }

  @Test func enclosedMassesAreThoseOfAProtoNeutronStar() throws {
    #expect(abs(try enclosedMass(.fischer2018, 19.5) - 1.32) < 0.05)
    #expect(abs(try enclosedMass(.deRocco2019, 15) - 1.26) < 0.05)
    #expect((0.5...2.2).contains(try enclosedMass(.changEssigMcDermott, 40)))
  }

  @Test func fiducialCentreIsAsStated() throws {
    let centre = try ProtoNeutronStarProfile.changEssigMcDermott.layer(atKilometres: 0)
    #expect(abs(centre.densityGramPerCubicCentimetre / 3.6e14 - 1) < 1e-12)
    #expect(abs(centre.temperature - 0.015) < 1e-12)
    #expect(abs(centre.electronChemicalPotential * 1e3 - 242) < 2)
    #expect(abs(centre.plasmaFrequency * 1e3 - 13.5) < 0.15)
  }

  @Test func radiiOutsideTheProfileAreRefused() {
    #expect(throws: NumericsError.self) { try ProtoNeutronStarProfile.changEssigMcDermott.layer(atKilometres: 101) }
    #expect(throws: NumericsError.self) { try ProtoNeutronStarProfile.changEssigMcDermott.layer(atKilometres: .nan) }
  }
}
