import EarlyUniverse
import Foundation
import Units

/// A particle that decays during or after nucleosynthesis: the whole chain from its abundance to the light elements.
///
/// Expansion and temperatures with its energy and decays (``EarlyUniverse/ThermalHistory``), conversion of nucleons by mesons, the network, and photodisintegration.
/// Not covered: hadrodisintegration (masses above 2 GeV with hadronic modes), mesons on He4 below 50 keV, and energetic nu_e on nucleons.
public struct DecayingParticle: Sendable, Hashable {
  /// One way to decay into a pair.
  public struct Mode: Sendable, Hashable {
    public var channel: InjectionChannel
    public var branchingRatio: Double

    public init(_ channel: InjectionChannel, branchingRatio: Double = 1) {
      self.channel = channel
      self.branchingRatio = branchingRatio
    }
  }

  /// In MeV.
  public var mass: Double
  /// In seconds; up to 10^11, when the history ends.
  public var lifetime: Double
  /// Particles per photon at 10 MeV, as if none had decayed.
  public var perPhoton: Double
  /// Branching ratios that sum to one.
  public var modes: [Mode]
  /// Whether its energy and that of its decays act on the expansion and the temperatures.
  public var actsOnExpansion: Bool

  public init(mass: Double, lifetime: Double, perPhoton: Double, modes: [Mode], actsOnExpansion: Bool = true) {
    self.mass = mass
    self.lifetime = lifetime
    self.perPhoton = perPhoton
    self.modes = modes
    self.actsOnExpansion = actsOnExpansion
  }

  /// The light elements with it.
  ///
  /// - Parameters:
  ///   - content: of the Universe besides it.
  ///   - network: of nuclear reactions.
  /// - Throws: ``NucleosynthesisError`` for unusable parameters, ``NumericsError`` below the threshold of a mode or when a step fails.
  public func abundances(
    _ parameters: Nucleosynthesis.Parameters = .init(), content: UniverseContent = .standard, network: NuclearNetwork = NuclearNetwork()
  ) throws -> Abundances {
    try validate()
    let history = try history(in: content)
    let mesons = modes.reduce(into: MesonMultiplicity()) { sum, mode in
      switch mode.channel {
      case .chargedPions:
        sum.positivePions += mode.branchingRatio
        sum.negativePions += mode.branchingRatio
      case .chargedKaons:
        sum.positiveKaons += mode.branchingRatio
        sum.negativeKaons += mode.branchingRatio
      default: break
      }
    }
    let made = try Nucleosynthesis(history, network: network, mesons: perPhoton > 0 ? mesons : MesonMultiplicity()).abundances(parameters)
    let sources = try modes.compactMap { mode in
      try mode.channel.spectrum(energy: 0.5 * mass).map { (spectrum: $0, fraction: mode.branchingRatio) }
    }.filter { $0.spectrum.largestEnergy > Self.lowestEnergy }
    guard perPhoton > 0, lifetime > Self.shortestForPhotons, !sources.isEmpty else { return made }
    return try Photodisintegration(
      history, decays: history.decays.map(\.decayRateDensity), sources: sources, omegaB: parameters.omegaB, heliumFraction: made.heliumFraction
    ).applied(to: made)
  }

  /// In MeV: just above the threshold of Be7, the lowest, and where cascades start.
  private static let lowestEnergy = 1.6
  /// In seconds: nothing is left of it at 10 keV, 1.3e4 s.
  private static let shortestForPhotons = 400.0
  /// In seconds: what lives longer decays below 20 keV, where charged particles are not stopped first.
  private static let shortestInFlight = 3e3

  private func validate() throws {
    guard mass > 0, mass.isFinite else { throw NucleosynthesisError.parameter(name: "mass in MeV", value: mass, allowed: "above 0") }
    guard (1e-4...1e11).contains(lifetime) else { throw NucleosynthesisError.parameter(name: "lifetime in s", value: lifetime, allowed: "0.0001 to 1e11") }
    guard perPhoton >= 0, perPhoton <= 1e3 else { throw NucleosynthesisError.parameter(name: "particles per photon", value: perPhoton, allowed: "0 to 1000") }
    let sum = modes.reduce(0) { $0 + $1.branchingRatio }
    guard abs(sum - 1) < 1e-6, modes.allSatisfy({ $0.branchingRatio >= 0 }) else {
      throw NucleosynthesisError.parameter(name: "sum of branching ratios", value: sum, allowed: "1, none negative")
    }
  }

  /// The thermal history with the rates of its decays.
  private func history(in content: UniverseContent) throws -> ThermalHistory {
    var settings = ThermalHistory.Settings()
    // T of forty lifetimes in a Universe of radiation, t = 1.32 s (MeV/T)^2.
    settings.endTemperature = min(1e-3, max(1e-6, (1.32 / (40 * lifetime)).squareRoot()))
    guard actsOnExpansion, perPhoton > 0 else {
      let plain = try ThermalHistory.compute(content, settings: settings)
      let rates = try Photodisintegration.decays(plain, perPhoton: perPhoton, lifetime: lifetime)
      let decays = rates.map {
        ThermalHistory.DecayEpoch(numberDensity: $0 * lifetime, energyDensity: $0 * lifetime * mass, decayRateDensity: $0, electromagneticPower: 0)
      }
      return ThermalHistory(epochs: plain.epochs, effectiveNeutrinos: plain.effectiveNeutrinos, decays: decays)
    }
    var shares = DecayingSpecies.EnergyShares(electromagnetic: 0)
    for mode in modes where mode.branchingRatio > 0 {
      let part = try mode.channel.shares(energy: 0.5 * mass, stopped: lifetime < Self.shortestInFlight)
      shares.electromagnetic += mode.branchingRatio * part.electromagnetic
      shares.electronNeutrino += mode.branchingRatio * part.electronNeutrino
      shares.muonNeutrino += mode.branchingRatio * part.muonNeutrino
      shares.tauNeutrino += mode.branchingRatio * part.tauNeutrino
      shares.dark += mode.branchingRatio * part.dark
    }
    var universe = content
    universe.decaying = DecayingSpecies(
      mass: mass, lifetime: lifetime,
      entropyYield: DecayingSpecies.entropyYield(
        perPhoton: perPhoton, atTemperature: Photodisintegration.referenceTemperature, heavyParticles: content.heavyParticles),
      shares: shares)
    return try ThermalHistory.compute(universe, settings: settings)
  }
}
