import Units

/// A stable relic whose rare annihilations go on: its number per comoving volume is today's but for what annihilates in between.
///
///     events per volume and time = n^2 <sigma v>/2 (its own antiparticle) or n^2 <sigma v>/4 (n counts particle and antiparticle, in equal numbers)
///     sigma v = a + b v^2, v the relative velocity:  <sigma v> = a + 6 b T_X/m,   T_X = T above T_kd, T_kd (a_kd/a)^2 below
///
/// It is out of equilibrium and not relativistic (corrections to <sigma v> are of order T_X/m, kinetic decoupling is sudden).
public struct AnnihilatingSpecies: Sendable, Hashable {
  /// In MeV; ten times ``activeBelow`` at least.
  public var mass: Double
  /// a of sigma v = a + b v^2: s-wave.
  public var crossSection: RateCoefficient
  /// b of sigma v = a + b v^2: p-wave.
  public var pWave: RateCoefficient
  /// T_kd in MeV, the photon temperature at which it stops scattering; 0 when it never does.
  public var kineticDecoupling: Double
  /// Omega h^2 of it today, particle and antiparticle: a part of ``UniverseContent/matterDensity``, which has its mass.
  public var density: Double
  /// Whether it is its own antiparticle.
  public var isSelfConjugate: Bool
  /// Where the energy of an annihilation, 2 m, goes.
  public var shares: DecayingSpecies.EnergyShares
  /// Photon temperature in MeV around which annihilations begin to count, as 1/(1 + (T/activeBelow)^16): earlier it may be in equilibrium, or not be there yet.
  public var activeBelow: Double
  /// Whether annihilations heat photons, neutrinos and dark radiation; without, they are only counted.
  public var heats = true

  public init(
    mass: Double, crossSection: RateCoefficient, pWave: RateCoefficient = RateCoefficient(naturalValue: 0), kineticDecoupling: Double = 0,
    density: Double = EarlyUniverseInputs.coldMatterDensity.value, isSelfConjugate: Bool = true, shares: DecayingSpecies.EnergyShares = .electromagneticOnly,
    activeBelow: Double = 2
  ) {
    self.mass = mass
    self.crossSection = crossSection
    self.pWave = pWave
    self.kineticDecoupling = kineticDecoupling
    self.density = density
    self.isSelfConjugate = isSelfConjugate
    self.shares = shares
    self.activeBelow = activeBelow
  }

  /// Whether anything annihilates at all.
  public var annihilates: Bool { (crossSection.naturalValue != 0 || pWave.naturalValue != 0) && density != 0 }

  /// Largest share of the relic that may annihilate after ``activeBelow``: beyond it the relic was close to equilibrium there, which today's density does not tell.
  public static let largestAnnihilatedShare = 0.5

  /// - Throws: ``AnnihilatingSpeciesError`` naming what is out of range.
  func validate(in content: UniverseContent, _ settings: ThermalHistory.Settings) throws {
    func require(_ condition: Bool, _ name: String, _ value: Double, _ allowed: String) throws {
      guard condition else { throw AnnihilatingSpeciesError(name: name, value: value, allowed: allowed) }
    }
    let warmest = settings.startTemperature
    try require(activeBelow > 0 && activeBelow <= warmest, "the temperature below which it annihilates", activeBelow, "above 0 to \(warmest) MeV")
    try require(mass >= 10 * activeBelow && mass.isFinite, "the mass", mass, "at least \(10 * activeBelow) MeV, ten times the temperature where it starts")
    for (name, value) in [("the cross section", crossSection), ("the p-wave cross section", pWave)] {
      let value = value.cubicCentimetresPerSecond
      try require(value >= 0 && value.isFinite, name, value, "at least 0 cm^3/s")
    }
    try require((0...warmest).contains(kineticDecoupling), "the temperature of kinetic decoupling", kineticDecoupling, "0 to \(warmest) MeV")
    try require((0...content.matterDensity).contains(density), "Omega h^2", density, "0 to \(content.matterDensity), that of all matter")
    try require(abs(shares.total - 1) < 1e-9, "the sum of the energy shares", shares.total, "1")
  }
}

/// Why a relic cannot be followed: what is out of range.
public struct AnnihilatingSpeciesError: Error, Hashable, CustomStringConvertible {
  public let name: String
  public let value: Double
  public let allowed: String

  public var description: String { "annihilating particle: \(name) is \(value); allowed: \(allowed)" }
}
