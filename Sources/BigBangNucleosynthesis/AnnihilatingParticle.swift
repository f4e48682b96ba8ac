import EarlyUniverse
import Foundation
import Units

/// A stable relic that annihilates during and after nucleosynthesis: the whole chain from its cross section to the light elements.
///
/// Conversion of nucleons by mesons, the network, and photodisintegration, driven by its annihilations along the thermal history (``EarlyUniverse/AnnihilatingSpecies``). An
/// annihilation is the decay at rest of a pair: velocities are left out of the kinematics, as T_X/m. Not covered: see ``notCovered``.
public struct AnnihilatingParticle: Sendable {
  /// What one annihilation injects: that of a particle of twice its mass at rest.
  public var annihilation: InjectedDecay
  /// a of sigma v = a + b v^2.
  public var crossSection: RateCoefficient
  /// b of sigma v = a + b v^2.
  public var pWave = RateCoefficient(naturalValue: 0)
  /// Photon temperature in MeV at which it stops scattering; 0 when it never does. Of no matter without ``pWave``.
  public var kineticDecoupling = 0.0
  /// Omega h^2 of it today.
  public var density = EarlyUniverseInputs.coldMatterDensity.value
  /// Whether it is its own antiparticle; otherwise there are as many antiparticles, and the density counts both.
  public var isSelfConjugate = true
  /// Whether its annihilations heat the plasma and the neutrinos: by less than 1e-6 of their energy, were half of all dark matter to go at 1 MeV.
  public var actsOnExpansion = true

  /// - Parameters:
  ///   - mass: in MeV.
  ///   - channels: what a pair annihilates into, with fractions, whose sum is normalised.
  ///   - crossSection: a of sigma v = a + b v^2.
  /// - Throws: ``NumericsError/domain(label:reason:)`` below the threshold of a channel.
  public init(mass: Double, channels: [(channel: InjectionChannel, fraction: Double)], crossSection: RateCoefficient) throws {
    annihilation = try InjectedDecay(mass: 2 * mass, channels: channels)
    self.crossSection = crossSection
  }

  /// In MeV.
  public var mass: Double { 0.5 * annihilation.mass }

  /// The light elements with it.
  ///
  /// - Parameters:
  ///   - content: of the Universe; the particle's mass is in its matter.
  ///   - network: of nuclear reactions.
  /// - Throws: ``EarlyUniverse/AnnihilatingSpeciesError`` for unusable parameters, or where it was close to equilibrium when its annihilations begin to matter;
  ///   ``NucleosynthesisError`` for those of nucleosynthesis, ``NumericsError`` when a step fails.
  public func abundances(
    _ parameters: Nucleosynthesis.Parameters = .init(), content: UniverseContent = .standard, network: NuclearNetwork = NuclearNetwork()
  ) throws -> Abundances {
    let sources = DecayingParticle.cascadeSources(annihilation)
    let mesons = MesonMultiplicity(annihilation)
    var universe = content
    let species = species(mesons)
    universe.annihilating = species
    var settings = ThermalHistory.Settings()
    let annihilates = species.annihilates
    if annihilates, !sources.isEmpty { settings.endTemperature = Self.endTemperature }
    let history = try ThermalHistory.compute(universe, settings: settings)
    let made = try Nucleosynthesis(history, network: network, mesons: annihilates ? mesons : MesonMultiplicity()).abundances(parameters)
    guard annihilates, !sources.isEmpty else { return made }
    return try Photodisintegration(
      history, decays: history.injections, sources: sources, omegaB: parameters.omegaB, heliumFraction: made.heliumFraction
    ).applied(to: made)
  }

  /// Effects of its annihilations that are not computed, each in one sentence; empty where there is none.
  public var notCovered: [String] {
    var list = annihilation.neutrinos(stopped: true).isEmpty ? [] : ["not covered: conversion of nucleons by energetic neutrinos of annihilations"]
    guard !MesonMultiplicity(annihilation).isEmpty else { return list }
    list += ["not covered: break-up of He4 by slow mesons below 50 keV"]
    if annihilation.mass > 2e3 * PhysicalConstants.protonMass.value { list.append("not covered: hadrodisintegration by nucleons among the products") }
    return list
  }

  /// In MeV: photons from annihilations that break nuclei up become fewer in proportion to T or faster; 1e-4 of them come later.
  private static let endTemperature = 1e-6
  /// In MeV: above, weak reactions restore the neutrons that mesons convert.
  private static let mesonsMatterBelow = 2.0
  /// In MeV: above the start of photodisintegration.
  private static let photonsMatterBelow = 0.02

  /// Counted from where its annihilations act on nuclei. Those before that only heat.
  private func species(_ mesons: MesonMultiplicity) -> AnnihilatingSpecies {
    var species = AnnihilatingSpecies(
      mass: mass, crossSection: crossSection, pWave: pWave, kineticDecoupling: kineticDecoupling, density: density, isSelfConjugate: isSelfConjugate,
      shares: annihilation.shares(stopped: true), activeBelow: mesons.isEmpty ? Self.photonsMatterBelow : Self.mesonsMatterBelow)
    species.heats = actsOnExpansion
    return species
  }
}
