import ArgumentParser
import BigBangNucleosynthesis
import EarlyUniverse
import Units

/// A stable relic that annihilates: what `bounds bbn --annihilate` is told about it besides its mass.
struct AnnihilationOptions: ParsableArguments {
  @Option(help: "A stable relic that annihilates into this pair (as --inject); needs --mass and --cross-section or --p-wave.")
  var annihilate: InjectionChannel?

  @Option(parsing: .unconditional, help: "a of sigma v = a + b v^2 with unit (1e-26cm^3/s), a value or a grid; v is the relative velocity.")
  var crossSection: String?

  @Option(parsing: .unconditional, help: "b of sigma v = a + b v^2 with unit, a value or a grid; needs --kinetic-decoupling.")
  var pWave: String?

  @Option(
    parsing: .unconditional,
    help: "Photon temperature with unit below which the relic cools on its own, as 1/a^2; 'never' keeps it at the photons' temperature.")
  var kineticDecoupling: String?

  @Option(
    parsing: .unconditional, help: "Omega h^2 of the relic today, antiparticles included, a number or a grid. Default: all cold dark matter of Planck 2018.")
  var density: String?

  @Flag(help: "The relic has as many distinct antiparticles; without, it is its own antiparticle.")
  var distinctAntiparticle = false

  /// One relic, without its mass.
  struct Relic {
    let crossSection: RateCoefficient
    let pWave: RateCoefficient
    let density: Double
  }

  /// The product of the grids, density fastest; one absent relic without `--annihilate`.
  func relics() throws -> [Relic?] {
    guard annihilate != nil else { return [nil] }
    let nothing = RateCoefficient(naturalValue: 0)
    let sWaves = try values(crossSection, "--cross-section")
    let pWaves = try values(pWave, "--p-wave")
    let densities =
      try density.map { text in try argument("--density") { try DimensionlessGrid.parse(text, what: "density", in: 0...1) }.values }
      ?? [EarlyUniverseInputs.coldMatterDensity.value]
    return sWaves.flatMap { s in pWaves.flatMap { p in densities.map { Relic(crossSection: s ?? nothing, pWave: p ?? nothing, density: $0) } } }
  }

  /// The particle that a relic is at a mass in MeV.
  func particle(_ relic: Relic, channel: InjectionChannel, mass: Double, actsOnExpansion: Bool) throws -> AnnihilatingParticle {
    guard mass >= channel.particleMass else {
      throw UsageError("--mass is \(mass) MeV; \(channel.rawValue) needs \(channel.particleMass) MeV at least")
    }
    var particle = try AnnihilatingParticle(mass: mass, channels: [(channel, 1)], crossSection: relic.crossSection)
    particle.pWave = relic.pWave
    particle.density = relic.density
    particle.isSelfConjugate = !distinctAntiparticle
    particle.actsOnExpansion = actsOnExpansion
    if let kineticDecoupling, kineticDecoupling != Self.never {
      particle.kineticDecoupling = try argument("--kinetic-decoupling") { try Energy.parse(kineticDecoupling) }.gigaElectronVolts * 1e3
    }
    return particle
  }

  /// What is missing or makes no sense.
  func checkCombination() throws {
    guard annihilate != nil else {
      guard crossSection == nil, pWave == nil, kineticDecoupling == nil, density == nil, !distinctAntiparticle else {
        throw UsageError("--cross-section, --p-wave, --kinetic-decoupling, --density and --distinct-antiparticle describe a relic; say --annihilate too")
      }
      return
    }
    guard crossSection != nil || pWave != nil else { throw UsageError("--annihilate needs --cross-section or --p-wave") }
    guard (pWave == nil) == (kineticDecoupling == nil) else {
      throw UsageError("--p-wave and --kinetic-decoupling go together: its temperature gives the velocity ('never': that of the photons)")
    }
  }

  private static let never = "never"

  /// The values of an option, or one absent value when it is not given.
  private func values(_ text: String?, _ option: String) throws -> [RateCoefficient?] {
    try text.map { text in try argument(option) { try Grid<RateCoefficient>.parse(text) }.values.map(RateCoefficient.init(naturalValue:)) } ?? [nil]
  }
}
