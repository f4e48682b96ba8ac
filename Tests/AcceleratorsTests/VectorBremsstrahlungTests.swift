import Accelerators
import Foundation
import Numerics
import Testing
import Units

@Suite struct VectorBremsstrahlungTests {
  private static let aluminium = PhotonFlux(nuclearCharge: 13, massNumber: 26.982)
  private static let tungsten = PhotonFlux(nuclearCharge: 74, massNumber: 183.84)

  /// The running tmax stands for the exact upper limit of the momentum transfer: 2 % is its accuracy against Bethe and Heitler.
  private static let betheHeitler = 0.02

  /// m -> 0: ordinary bremsstrahlung with complete screening, per atom, nucleus and electrons.
  @Test(arguments: [0.3, 0.7, 0.9]) func masslessLimitIsBetheHeitler(x: Double) {
    let z = 13.0
    let process = VectorBremsstrahlung(mass: 1e-7, flux: Self.aluminium)
    let electronMass = NaturalUnits.electronMass
    let radius2 = NaturalUnits.alpha * NaturalUnits.alpha / (electronMass * electronMass)
    let logs = z * z * log(184 * pow(z, -1.0 / 3)) + z * log(1194 * pow(z, -2.0 / 3))
    let expected = 4 * NaturalUnits.alpha * radius2 / x * ((4.0 / 3 - 4 * x / 3 + x * x) * logs + (1 - x) * (z * z + z) / 9)
    #expect(abs(process.crossSection(electronEnergy: 20, x: x) / expected - 1) < Self.betheHeitler)
  }

  @Test(arguments: [(1e-10, 1e-4), (1e-8, 1e-2), (1e-5, 1.0), (1e-3, 0.2)]) func fluxIsTheIntegralOfTheFormFactors(tmin: Double, tmax: Double) throws {
    let quadrature = AdaptiveQuadrature()
    for flux in [Self.aluminium, Self.tungsten] {
      func integral(_ form: (Double) -> Double) throws -> Double {
        try quadrature.integrate("chi", from: log(tmin), to: log(tmax)) { u in
          let t = exp(u)
          return (t - tmin) / t * form(t)
        }.value
      }
      let elastic = try integral(flux.elasticFormFactor)
      let inelastic = try integral(flux.inelasticFormFactor)
      #expect(abs(flux.elastic(from: tmin, to: tmax) / elastic - 1) < 1e-6)
      #expect(abs(flux.inelasticPart(from: tmin, to: tmax) / inelastic - 1) < 1e-4)
    }
  }

  @Test func fluxVanishesOutsideItsLimits() {
    #expect(Self.aluminium.chi(from: 1e-3, to: 1e-4) == 0)
    #expect(Self.aluminium.chi(from: 0, to: 1) == 0)
    #expect(Self.aluminium.chi(from: 1e-30, to: 1e-25) >= 0)
    #expect(Self.aluminium.chi(from: 1e3, to: 1e5) >= 0)
  }

  @Test(arguments: [2e-3, 2e-2, 0.2]) func angularDistributionIntegratesToTheCrossSection(mass: Double) throws {
    let process = VectorBremsstrahlung(mass: mass, flux: Self.tungsten)
    for x in [0.3, 0.9] {
      let lowest = process.forwardU(x: x)
      let integral = try AdaptiveQuadrature().integrate("angles", from: 0, to: 1, relative: 1e-6) { s in
        s > 0 ? process.differential(electronEnergy: 9, x: x, U: lowest / s) * lowest / (s * s) : 0
      }.value
      #expect(abs(process.crossSection(electronEnergy: 9, x: x) / integral - 1) < 2e-3)
    }
  }

  /// The mixture of Gaussians that stands for the emission angles, against the angular distribution itself: the accepted fraction of any cone within 0.04.
  @Test(arguments: [2e-3, 3e-2, 0.2]) func emissionAnglesAsGaussians(mass: Double) throws {
    let process = VectorBremsstrahlung(mass: mass, flux: Self.aluminium)
    let rule = try GaussLaguerre(order: 8)
    let energy = 15.0
    for x in [0.2, 0.6, 0.95] {
      let mixture = DumpProduction.emissionAngles(process, electronEnergy: energy, x: x, rule: rule)
      #expect(abs(mixture.reduce(0) { $0 + $1.share } - 1) < 1e-12)
      let lowest = process.forwardU(x: x)
      let all = process.crossSection(electronEnergy: energy, x: x)
      for cone in [0.5, 1.0, 3.0] {
        let theta2 = cone * cone * lowest / (energy * energy * x)
        let inside = try AdaptiveQuadrature().integrate("cone", from: lowest, to: lowest * (1 + cone * cone), relative: 1e-6) {
          process.differential(electronEnergy: energy, x: x, U: $0)
        }.value
        let gaussian = mixture.reduce(0) { $0 + $1.share * (1 - exp(-theta2 / $1.variance)) }
        #expect(abs(gaussian - inside / all) < 0.04, "m \(mass) x \(x) cone \(cone): \(gaussian) against \(inside / all)")
      }
    }
  }

  @Test func closedOutsideTheKinematicRange() {
    let process = VectorBremsstrahlung(mass: 0.1, flux: Self.aluminium)
    #expect(process.crossSection(electronEnergy: 1, x: 0.05) == 0)
    #expect(process.crossSection(electronEnergy: 1, x: 0.99999) == 0)
    #expect(process.crossSection(electronEnergy: 1, x: 0) == 0)
    #expect(process.crossSection(electronEnergy: 1, x: 0.5) > 0)
  }

  @Test func crossSectionFallsWithTheMass() {
    let values = [2e-3, 5e-3, 1e-2, 5e-2, 0.2, 1].map { VectorBremsstrahlung(mass: $0, flux: Self.tungsten).crossSection(electronEnergy: 20, x: 0.7) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 > $1 })
  }
}
