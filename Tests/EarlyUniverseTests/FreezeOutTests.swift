import EarlyUniverse
import Foundation
import Testing
import Units

/// The Boltzmann equation alone, with annihilation of a constant cross section.
@Suite struct FreezeOutTests {
  /// chi chi -> Standard Model with a constant sigma v in GeV^-2 of a self-conjugate particle: dn/dt = -sigma v (n^2 - n_eq^2), two particles to an event.
  private struct ConstantCrossSection: ProductionProcess {
    let name = "annihilation"
    let particles = 2
    let isClassical = true
    let particle: RelicParticle
    let crossSection: Double

    func scaledReactionDensity(temperature: Double) -> Double { 0.5 * crossSection * pow(particle.classicalDensity(temperature: temperature), 2) }
  }

  /// cm^3/s in GeV^-2.
  private static let cubicCentimetrePerSecond = 1 / (NaturalUnits.perCubicCentimetre * NaturalUnits.second)

  private static func density(mass: Double, crossSection: Double, reheating: Double? = nil, tolerance: Double = 1e-6) throws -> Double {
    var settings = AbundanceCalculation.Settings()
    settings.reheatingTemperature = reheating ?? mass
    settings.initial = .thermal
    settings.tolerance = tolerance
    let particle = RelicParticle(mass: mass, states: 2, statistics: .fermion)
    let annihilation = ConstantCrossSection(particle: particle, crossSection: crossSection * cubicCentimetrePerSecond)
    let solution = try BoltzmannEquation(particle, processes: [annihilation], settings: settings).solution(strength: 1)
    return try RelicAbundance.relicDensity(yield: try #require(solution.frozenYield), mass: mass)
  }

  /// G. Steigman, B. Dasgupta and J. F. Beacom, arXiv:1204.3622: 2.2e-26 cm^3/s leaves a Majorana particle of 100 GeV with the dark matter of today, Omega h^2
  /// = 0.11 in their paper. With the g_* used here it is 0.1155, and 0.12 is met to 5 %.
  @Test func canonicalWIMP() throws {
    let relic = try Self.density(mass: 100, crossSection: 2.2e-26)
    #expect(abs(relic / 0.12 - 1) < 0.05, "\(relic)")
  }

  /// The same equation in m/T integrated by an implicit Runge-Kutta method (Radau) to m/T = 1e5, with the fit of g_* at all temperatures and 2907 entropies per cm^3
  /// today: the fit differs from the thermal history by up to 0.5 % where they join.
  @Test func anotherIntegration() throws {
    for (mass, expected) in [(10.0, 0.1301), (30, 0.1181), (100, 0.1155), (1000, 0.1193)] {
      let relic = try Self.density(mass: mass, crossSection: 2.2e-26)
      #expect(abs(relic / expected - 1) < 0.007, "\(mass) GeV: \(relic)")
    }
  }

  /// The density falls with the cross section, and but for the logarithm of freeze-out as its inverse; where the history begins does not matter.
  @Test func scalings() throws {
    let relic = try Self.density(mass: 100, crossSection: 2.2e-26)
    let halved = try Self.density(mass: 100, crossSection: 1.1e-26)
    #expect(halved / relic > 1.9 && halved / relic < 2)
    for reheating in [20.0, 1000] { #expect(abs(try Self.density(mass: 100, crossSection: 2.2e-26, reheating: reheating) / relic - 1) < 1e-3) }
    #expect(abs(try Self.density(mass: 100, crossSection: 2.2e-26, tolerance: 1e-9) / relic - 1) < 1e-4)
  }
}
