import ArgumentParser
import BigBangNucleosynthesis
import EarlyUniverse
import Publishing
import Units

struct NucleosynthesisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bbn", abstract: "Light elements from big-bang nucleosynthesis: standard, with a thermal species, or with a particle that decays.",
    discussion: """
      Every number may be a grid; the product of all grids is computed, one row each. Yp = 4 n_He4/n_b; He3/H and Li7/H after the decay of tritium and Be7. The \\
      uncertainty holds nuclear rates, neutron lifetime and omega_b. Hadrodisintegration (masses above 2 GeV with hadronic modes) is not covered.
      """)

  @OptionGroup var request: NucleosynthesisOptions

  @Flag(help: "A table of the abundances against temperature instead of the final ones; one point.")
  var evolution = false

  @Option(help: "Observations for the pulls: pdg-2024, lbt-2026, or a file of your own.")
  var observations = "pdg-2024"

  @OptionGroup var output: OutputOptions

  func run() throws {
    let points = try request.points()
    if evolution { return try emitEvolution(points) }
    let standard = try Nucleosynthesis(ThermalHistory.compute(.standard), network: NuclearNetwork(request.network, rates: request.rates))
    let likelihood = LightElementLikelihood(try .argument(observations), try TheoryUncertainty(standard))
    let bar = ProgressBar("computing", total: points.count, quiet: output.quiet || points.count == 1)
    var results: [Abundances] = []
    for point in points {
      results.append(try request.calculation(point))
      bar.update(results.count)
    }
    let provenance = Provenance(command: CommandLineRecord.current, model: nil, inputs: standard.inputs + EarlyUniverseInputs.all)
    if points.count == 1, let result = results.first {
      try output.emit(NucleosynthesisTables.members(result, likelihood), provenance: provenance)
    } else {
      try output.emit(NucleosynthesisTables.grid(zip(points, results).map { (inputs($0), $1) }, likelihood), provenance: provenance)
    }
  }

  private func emitEvolution(_ points: [NucleosynthesisPoint]) throws {
    let evolution = try request.evolution(points)
    try output.emit(
      NucleosynthesisTables.evolution(evolution.epochs, nuclides: evolution.nuclides),
      provenance: Provenance(command: CommandLineRecord.current, model: nil, inputs: evolution.inputs))
  }

  /// What the point was asked for, under the names of the columns.
  private func inputs(_ point: NucleosynthesisPoint) -> [(name: String, meaning: String, value: Double)] {
    var list = [
      ("omega_b", "Omega_b h^2", point.parameters.omegaB), ("delta_neff", "extra radiation", point.extraNeutrinos),
      ("neutron_lifetime_s", "neutron lifetime [s]", point.parameters.neutronLifetime),
    ]
    if let mass = point.mass { list.append(("mass_MeV", "mass of the particle [MeV]", mass)) }
    if let lifetime = point.lifetime { list.append(("lifetime_s", "its lifetime [s]", lifetime)) }
    if let abundance = point.abundance { list.append(("abundance", "n_X/n_gamma before decay at T = 10 MeV", abundance)) }
    return list.map { (name: $0.0, meaning: $0.1, value: $0.2) }
  }
}
