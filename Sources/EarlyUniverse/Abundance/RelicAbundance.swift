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
  /// decays still hold the number at its equilibrium then: the particle is thermal until it is gone (``ThermalSpecies``).
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

  /// The particle for ``UniverseContent/decaying``: MeV and seconds, with the shares of its energy. `nil` where it is stable, absent, or gone before it is
  /// on its own.
  ///
  /// - Parameter decay: what its decays inject, where that is known already: it is the same for every coupling.
  public func decayingSpecies(_ decay: InjectedDecay? = nil) -> DecayingSpecies? {
    guard let frozenYield, frozenYield > 0, let lifetime = widths.lifetimeSeconds else { return nil }
    let shares = (decay ?? InjectedDecay(widths)).shares(stopped: lifetime < InjectedDecay.stoppedUntil)
    return DecayingSpecies(mass: particle.mass * 1e3, lifetime: lifetime, entropyYield: frozenYield, momenta: momenta, shares: shares)
  }

  /// Momenta at 30 MeV: those of a massless gas where the particles decoupled, or half of them were made, at T > m/3, for up to there the mean momentum is 3 T within 12 %; at rest otherwise.
  public var momenta: DecayingSpecies.Momenta {
    guard let contact = lastContact, contact > particle.mass / 3 else { return .atRest }
    return .relativistic(particle.statistics, ratio: Self.relativisticRatio(contact))
  }

  /// GeV; where it decoupled, or where half of what never was in equilibrium had been made.
  private var lastContact: Double? {
    guard !thermalised else { return decouplingTemperature }
    let most = evolution.reduce(0) { max($0, $1.entropyYield) }
    return evolution.first { $0.entropyYield > 0.5 * most }?.temperature
  }

  /// T_X/T_gamma at 30 MeV of particles that had the photons' temperature last at `contact`: the cube root of the entropies.
  private static func relativisticRatio(_ contact: Double) -> Double {
    cbrt(EffectiveDegreesOfFreedom.values(temperature: 0.03).entropy / EffectiveDegreesOfFreedom.values(temperature: contact).entropy)
  }

  /// Whether it is a species in equilibrium until it is gone, or rare.
  public var staysThermal: Bool { heldByDecays || freezesOut }

  /// Whether inverse decays hold it until it is gone, or would have made more than there ever were at once: no number "before decay" is meant.
  public var heldByDecays: Bool {
    guard !widths.partials.isEmpty else { return false }
    return frozenYield.map { $0 > largestEquilibriumYield } ?? true
  }

  /// Whether collisions hold it until it is rare (T < m, less than half of its largest number is left); what is left is there besides.
  private var freezesOut: Bool {
    guard thermalised, let frozenYield, frozenYield < 0.5 * largestEquilibriumYield else { return false }
    return loosestContact.map { $0 < particle.mass } ?? false
  }

  /// GeV; where it decoupled or, where rates never fell below H, where they were slowest between collisions, at least twice as fast before, and decays. `nil` for inverse decays alone.
  private var loosestContact: Double? {
    if let decouplingTemperature { return decouplingTemperature }
    var fastest = 0.0
    var slowest: (rate: Double, temperature: Double)?
    for point in evolution {
      fastest = max(fastest, point.rateOverHubble)
      if point.rateOverHubble < 0.5 * fastest, point.rateOverHubble < slowest?.rate ?? .infinity { slowest = (point.rateOverHubble, point.temperature) }
    }
    return slowest?.temperature
  }

  private var largestEquilibriumYield: Double { evolution.reduce(0) { max($0, $1.equilibriumYield) } }

  /// The particle for ``UniverseContent/species`` where it ``staysThermal``; `nil` otherwise.
  ///
  /// It touches the plasma or the neutrinos, whichever gets more of its energy; a particle that touches both would hold their temperatures together.
  public func thermalSpecies() -> ThermalSpecies? {
    guard staysThermal else { return nil }
    let shares = InjectedDecay(widths).shares(stopped: true)
    let contact: ThermalSpecies.Contact = shares.electromagnetic >= 0.5 ? .electromagnetic : .neutrinos
    let kind: ThermalSpecies.Kind
    switch (particle.statistics, Int(particle.states)) {
    case (.boson, 1): kind = .realScalar
    case (.boson, 2): kind = .complexScalar
    case (.boson, _): kind = .vector
    case (.fermion, 2): kind = .majoranaFermion
    case (.fermion, _): kind = .diracFermion
    }
    return ThermalSpecies(kind, mass: particle.mass * 1e3, contact: contact)
  }
}
