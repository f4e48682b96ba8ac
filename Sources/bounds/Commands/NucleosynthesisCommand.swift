import ArgumentParser
import BigBangNucleosynthesis
import EarlyUniverse
import Publishing
import Units

struct NucleosynthesisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bbn",
    abstract: "Light elements from big-bang nucleosynthesis: standard, with a thermal species, a particle that decays or annihilates, or a model's particle.",
    discussion: """
      Every number may be a grid; the product of all grids is computed, one row each. Yp = 4 n_He4/n_b; He3/H and Li7/H after the decay of tritium and Be7. The \\
      uncertainty holds nuclear rates, neutron lifetime and omega_b. With --model, lifetime and abundance follow from mass and coupling (bounds abundance gives the \
      details). `not_covered` names the effects that matter at a point and are not computed.
      """)

  @OptionGroup var request: NucleosynthesisOptions

  @Flag(help: "A table of the abundances against temperature instead of the final ones; one point, without --annihilate or --model.")
  var evolution = false

  @Option(help: "Observations for the pulls: pdg-2024, lbt-2026, or a file of your own.")
  var observations = "pdg-2024"

  @OptionGroup var output: OutputOptions

  func run() throws {
    let points = try request.points()
    if evolution { return try emitEvolution(points) }
    let standard = try Nucleosynthesis(ThermalHistory.compute(.standard), network: request.nuclearNetwork)
    let likelihood = LightElementLikelihood(try .argument(observations), try TheoryUncertainty(standard))
    let bar = ProgressBar("computing", total: points.count, quiet: output.quiet || points.count == 1)
    let results = try request.results(points, progress: bar.update)
    let rows = zip(points, results).map { point, result in
      NucleosynthesisTables.Row(inputs: inputs(point), derived: result.derived, abundances: result.abundances, notCovered: result.notCovered)
    }
    let provenance = try provenance(standard.inputs + EarlyUniverseInputs.all)
    if rows.count == 1 {
      try output.emit(NucleosynthesisTables.members(rows[0], likelihood), provenance: provenance)
    } else {
      try output.emit(NucleosynthesisTables.grid(rows, likelihood), provenance: provenance)
    }
  }

  private func provenance(_ inputs: [Input]) throws -> Provenance {
    guard request.particle.isGiven else { return Provenance(command: CommandLineRecord.current, model: nil, inputs: inputs) }
    let model = try request.particle.resolved()
    return Provenance(for: model, inputs: inputs + model.portal.physics.inputs + AbundanceInputs.all)
  }

  private func emitEvolution(_ points: [NucleosynthesisPoint]) throws {
    let evolution = try request.evolution(points)
    try output.emit(
      NucleosynthesisTables.evolution(evolution.epochs, nuclides: evolution.nuclides),
      provenance: Provenance(command: CommandLineRecord.current, model: nil, inputs: evolution.inputs))
  }

  /// What the point was asked for, under the names of the columns.
  private func inputs(_ point: NucleosynthesisPoint) -> [NucleosynthesisTables.Row.Entry] {
    var list: [(String, String, Double)] = [
      ("omega_b", "Omega_b h^2", point.parameters.omegaB), ("delta_neff", "extra radiation", point.extraNeutrinos),
      ("neutron_lifetime_s", "neutron lifetime [s]", point.parameters.neutronLifetime),
    ]
    if let mass = point.mass { list.append(("mass_MeV", "mass of the particle [MeV]", mass)) }
    if let lifetime = point.lifetime { list.append(("lifetime_s", "its lifetime [s]", lifetime)) }
    if let abundance = point.abundance { list.append(("abundance", "n_X/n_gamma before decay at T = 10 MeV", abundance)) }
    if let coupling = point.coupling { list.append(("coupling", "on the model's axis", coupling)) }
    if let relic = point.relic {
      list.append(("cross_section_cm3_s", "a of sigma v = a + b v^2 [cm^3/s]", relic.crossSection.cubicCentimetresPerSecond))
      list.append(("p_wave_cm3_s", "b of sigma v = a + b v^2 [cm^3/s]", relic.pWave.cubicCentimetresPerSecond))
      list.append(("density", "Omega h^2 of the relic", relic.density))
    }
    return list.map { .init($0.0, $0.1, $0.2) }
  }
}
