import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing
import Units

/// Against `AnnihilationModel` of ACROPOLIS 1.3.1 (PyPI, its default grids): Omega h^2 = 0.12, its own light elements before, photon temperatures from 15.8 keV to 1.58 eV. The matrix that it
/// computes for one cross section was used for smaller ones in proportion.
struct AnnihilationValidation {
  struct Point: Sendable, CustomTestStringConvertible {
    let channel: InjectionChannel
    /// In MeV.
    let mass: Double
    /// s-wave, cm^3/s.
    let crossSection: Double
    let deuterium: Double
    let helium3: Double
    var testDescription: String { "\(channel.rawValue) \(mass) MeV \(crossSection) cm^3/s" }
  }

  private static let (theirDeuterium, theirHelium3) = (2.442_398e-5, 1.030_605e-5)

  static let points: [Point] = [
    Point(channel: .electrons, mass: 30, crossSection: 1e-24, deuterium: 2.075_138e-5, helium3: 2.163_665e-5),
    Point(channel: .electrons, mass: 30, crossSection: 1e-25, deuterium: 2.402_481e-5, helium3: 1.144_323e-5),
    Point(channel: .photons, mass: 30, crossSection: 1e-24, deuterium: 8.451_133e-5, helium3: 3.847_621e-3),
  ]

  /// eta of the reference.
  private static let omegaB = 6.137e-10 / BaryonDensity.perPhoton(omegaB: 1)
  private static let before = Result {
    try Nucleosynthesis(ThermalHistory.compute(), network: NuclearNetwork(.full)).abundances(.init(omegaB: omegaB))
  }

  @Test(arguments: points) func photodisintegrationChangesAsThere(point: Point) throws {
    let before = try Self.before.get()
    let particle = try AnnihilatingParticle(
      mass: point.mass, channels: [(point.channel, 1)], crossSection: .cubicCentimetresPerSecond(point.crossSection))
    let after = try particle.abundances(.init(omegaB: Self.omegaB), network: NuclearNetwork(.full))
    let deuterium = (after.deuterium / before.deuterium - 1) / (point.deuterium / Self.theirDeuterium - 1)
    let helium3 = (after.helium3 / before.helium3 - 1) / (point.helium3 / Self.theirHelium3 - 1)
    print("VAL", point.testDescription, deuterium, helium3)
    #expect(abs(helium3 - 1) < 0.05)
    #expect(deuterium > 0.95 && deuterium < (point.channel == .photons ? 1.1 : 1.4))
  }
}
