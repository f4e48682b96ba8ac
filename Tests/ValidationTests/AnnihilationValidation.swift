import BigBangNucleosynthesis
import EarlyUniverse
import Testing
import Units

/// Against `AnnihilationModel` of ACROPOLIS 1.3.1 (from PyPI, its default grids): Omega h^2 = 0.12, its own light elements before, photon temperatures from 15.8 keV to 1.58 eV,
/// T_kd = 0.1 MeV for the p-wave. Its matrix for 1e-24 cm^3/s (p-wave: 1e-20) was scaled for smaller cross sections.
struct AnnihilationValidation {
  struct Point: Sendable, CustomTestStringConvertible {
    let channel: InjectionChannel
    /// In MeV.
    let mass: Double
    /// a and b in cm^3/s.
    let sWave: Double
    let pWave: Double
    let deuterium: Double
    let helium3: Double
    /// Our change over theirs.
    let deuteriumRatio: ClosedRange<Double>
    let helium3Ratio: ClosedRange<Double>
    var testDescription: String { "\(channel.rawValue) \(mass) MeV, \(sWave) + \(pWave) v^2 cm^3/s" }

    init(
      _ channel: InjectionChannel, _ mass: Double, _ sWave: Double, _ pWave: Double, _ deuterium: Double, _ helium3: Double,
      _ deuteriumRatio: ClosedRange<Double>, _ helium3Ratio: ClosedRange<Double>
    ) {
      (self.channel, self.mass, self.sWave, self.pWave) = (channel, mass, sWave, pWave)
      (self.deuterium, self.helium3) = (deuterium, helium3)
      (self.deuteriumRatio, self.helium3Ratio) = (deuteriumRatio, helium3Ratio)
    }
  }

  // Photons agree: 0.6 % in He3 at 30 MeV, 1.6 % at 100 MeV, 2 and 3 % in D; at 1e-25 He3 that is broken up to D counts, with the rates of all times exponentiated together there.
  // The p-wave acts earlier, and what electrons make is not converged in the reference's number of energies (docs/bbn.md): D 21 % (p-wave), 30 % (e+ e-), He3 21 % (e+ e- of 100 MeV).
  static let points: [Point] = [
    Point(.photons, 30, 1e-27, 0, 2.445_466e-5, 1.432_602e-5, 0.96...1, 0.98...1.01),
    Point(.photons, 30, 1e-26, 0, 2.473_363e-5, 5.048_902e-5, 0.96...1, 0.98...1.01),
    Point(.photons, 30, 1e-25, 0, 2.780_604e-5, 4.104_570e-4, 0.92...1, 0.98...1.01),
    Point(.photons, 100, 1e-26, 0, 2.450_988e-5, 1.200_824e-5, 0.95...1, 0.99...1.03),
    Point(.photons, 100, 1e-25, 0, 2.528_394e-5, 2.732_139e-5, 0.95...1, 0.99...1.03),
    Point(.photons, 30, 0, 1e-20, 2.426_889e-5, 1.227_699e-5, 1.1...1.3, 0.99...1.02),
    Point(.electrons, 30, 1e-26, 0, 2.438_373e-5, 1.041_980e-5, 1.2...1.4, 0.98...1.02),
    Point(.electrons, 30, 1e-25, 0, 2.402_481e-5, 1.144_323e-5, 1.2...1.4, 0.98...1.02),
    Point(.electrons, 100, 1e-25, 0, 2.440_637e-5, 2.154_655e-5, 2...3.5, 1.1...1.3),
  ]
  private static let (theirDeuterium, theirHelium3) = (2.442_398e-5, 1.030_605e-5)

  /// eta = 6.137e-10 is that of the reference.
  private static let omegaB = 6.137e-10 / BaryonDensity.perPhoton(omegaB: 1)
  private static let before = Result {
    try Nucleosynthesis(ThermalHistory.compute(), network: NuclearNetwork(.full)).abundances(.init(omegaB: omegaB))
  }

  @Test(arguments: points) func photodisintegrationChangesAsThere(point: Point) throws {
    let before = try Self.before.get()
    var particle = try AnnihilatingParticle(mass: point.mass, channels: [(point.channel, 1)], crossSection: .cubicCentimetresPerSecond(point.sWave))
    particle.pWave = .cubicCentimetresPerSecond(point.pWave)
    particle.kineticDecoupling = 0.1
    let after = try particle.abundances(.init(omegaB: Self.omegaB), network: NuclearNetwork(.full))
    let deuterium = (after.deuterium / before.deuterium - 1) / (point.deuterium / Self.theirDeuterium - 1)
    let helium3 = (after.helium3 / before.helium3 - 1) / (point.helium3 / Self.theirHelium3 - 1)
    #expect(point.deuteriumRatio.contains(deuterium) && point.helium3Ratio.contains(helium3), "D \(deuterium), He3 \(helium3)")
  }
}
