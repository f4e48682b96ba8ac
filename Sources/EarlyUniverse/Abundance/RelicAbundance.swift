import Foundation
import Portals
import Units

/// How many of a portal's particles there were, from reheating until their production ended, and what ``ThermalHistory`` needs to follow their decay. GeV.
public struct RelicAbundance: Sendable {
  /// One step of the evolution.
  public struct Point: Sendable, Hashable {
    /// Photon temperature in GeV.
    public let temperature: Double
    /// n over the entropy of the comoving volume.
    public let entropyYield: Double
    /// The same in equilibrium at the photons' temperature.
    public let equilibriumYield: Double
    /// Rate at which the number approaches equilibrium (collisions and decays) over H.
    public let rateOverHubble: Double
  }

  /// One process with its share of all particles made, were none destroyed.
  public struct Share: Sendable, Hashable {
    public let process: String
    public let share: Double
  }

  public let particle: RelicParticle
  /// On the model's axis.
  public let coupling: Double
  /// GeV.
  public let reheatingTemperature: Double
  /// Widths at this coupling.
  public let widths: DecayWidths
  /// From reheating to the end of production.
  public let evolution: [Point]
  /// n/s before decay: number at the end of production, or five lifetimes after the beginning, with the decays until then undone. `nil` where inverse
  /// decays still hold the number at its equilibrium then: the particle is thermal until it is gone.
  public let frozenYield: Double?
  /// Below one the particle was never in equilibrium; decays of what was frozen in may pass one without bringing it there.
  public let largestRateOverHubble: Double
  /// GeV; where the rate fell below H for the last time. `nil` when it never did.
  public let decouplingTemperature: Double?
  /// Largest first.
  public let shares: [Share]

  /// Whether collisions and decays, faster than the expansion, held the number within a factor of two of equilibrium at any time.
  public var thermalised: Bool {
    evolution.contains { $0.rateOverHubble > 1 && (0.5...2 ~= $0.entropyYield / $0.equilibriumYield) }
  }
  public var dominantProcess: String? { shares.first?.process }

  /// n_X/n_gamma before decay, at a temperature in MeV where neutrinos share that of the photons (above 5): the abundance of `bounds bbn --inject`. `nil`
  /// as ``frozenYield``.
  public func numberPerPhoton(atTemperatureMeV temperature: Double = 10) -> Double? {
    guard let frozenYield else { return nil }
    let photons = 2 * DecayingSpecies.zeta3 / (Double.pi * Double.pi)
    return frozenYield * Plasma.standardEntropy(temperature: temperature, heavyParticles: true) / photons
  }

  /// The largest number at T below 30 MeV, undecayed or not, counted as ``numberPerPhoton(atTemperatureMeV:)``.
  public var largestPerPhoton: Double {
    let start = ThermalHistory.Settings().startTemperature
    let largest = evolution.reduce(0) { $1.temperature * 1e3 <= start ? max($0, $1.entropyYield) : $0 }
    let photons = 2 * DecayingSpecies.zeta3 / (Double.pi * Double.pi)
    return max(largest, entropyYield(atTemperature: start * 1e-3)) * Plasma.standardEntropy(temperature: 10, heavyParticles: true) / photons
  }

  /// Omega h^2 today of a particle that does not decay; `nil` for one that does.
  public var relicDensity: Double? {
    guard widths.partials.isEmpty, let frozenYield else { return nil }
    return try? Self.relicDensity(yield: frozenYield, mass: particle.mass)
  }

  /// Omega h^2 of a number per entropy and a mass in GeV: n_0 = Y s_0 with s_0 = a^3 s of the bath above 5 MeV, where a = 1 today.
  ///
  /// - Throws: ``Numerics/NumericsError`` when the thermal history of the Standard Model fails.
  public static func relicDensity(yield: Double, mass: Double) throws -> Double {
    yield * (try CosmicBath.shared()).entropyToday * mass / (EarlyUniverseInputs.criticalDensity * 1e-12)
  }

  /// n over the entropy of the comoving volume at a temperature in GeV between two points of the evolution.
  func entropyYield(atTemperature temperature: Double) -> Double {
    guard let late = evolution.firstIndex(where: { $0.temperature <= temperature }) else { return evolution.last?.entropyYield ?? 0 }
    guard late > 0 else { return evolution[late].entropyYield }
    let (a, b) = (evolution[late - 1], evolution[late])
    let u = log(a.temperature / temperature) / log(a.temperature / b.temperature)
    guard a.entropyYield > 0, b.entropyYield > 0 else { return (1 - u) * a.entropyYield + u * b.entropyYield }
    return a.entropyYield * pow(b.entropyYield / a.entropyYield, u)
  }

  /// Mean energy in GeV at a temperature in GeV: thermal where rates are faster than H; from the last such temperature, or where half of what never was in equilibrium had been made,
  /// the momentum of the mean energy falls with the expansion.
  func meanEnergy(atTemperature temperature: Double) -> Double {
    let before = evolution.filter { $0.temperature >= temperature }
    let most = before.reduce(0) { max($0, $1.entropyYield) }
    let contact = before.last { $0.rateOverHubble >= 1 }?.temperature ?? before.first { $0.entropyYield > 0.5 * most }?.temperature ?? temperature
    let energy = particle.meanEnergy(temperature: contact)
    let redshift =
      cbrt(EffectiveDegreesOfFreedom.values(temperature: temperature).entropy / EffectiveDegreesOfFreedom.values(temperature: contact).entropy)
      * temperature / contact
    let momentumSquared = (energy * energy - particle.mass * particle.mass) * redshift * redshift
    return (momentumSquared + particle.mass * particle.mass).squareRoot()
  }
}
