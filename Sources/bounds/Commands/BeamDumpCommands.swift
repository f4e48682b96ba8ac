import Accelerators
import ArgumentParser
import Portals
import Publishing
import Units

struct ExperimentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiments", abstract: "The experiments: beam, geometry, exposure, references; one of them with every value and its source.")

  @Argument(help: "One experiment in full.")
  var experiment: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let all = try ExperimentCatalogue.electronBeamDumps()
    let provenance = Provenance(command: CommandLineRecord.current, model: nil)
    if let experiment {
      try output.emit(Self.inputs(of: try find(experiment, in: all)), provenance: provenance)
    } else {
      try output.emit(Self.list(all), provenance: provenance)
    }
  }

  private static func list(_ all: [ElectronBeamDump]) -> Table {
    let columns: [Table.Column] = [
      .init("id", "stable name", isIndependent: true), .init("name", "as the field writes it"), .init("facility", "laboratory and years"),
      .init("beam", "particle"),
      .init("beam_energy_GeV", "beam energy [GeV]"), .init("particles_on_target", "exposure"), .init("target", "material"),
      .init("shield_m", "front of the dump to the decay region [m]"), .init("decay_region_m", "length of the decay region [m]"),
      .init("energy_cut_GeV", "energy cut [GeV]"), .init("references", "arXiv numbers or journals"),
    ]
    return Table(
      columns: columns,
      rows: all.map {
        [
          .text($0.id), .text($0.name), .text($0.facility), .text("e-"), .number($0.beamEnergy.value), .number($0.electronsOnTarget.value),
          .text($0.target.symbol),
          .number($0.shieldLength.value), .number($0.decayLength.value), .number($0.detector.energyCut.value),
          .text($0.references.map { $0.arXiv ?? $0.journal }.joined(separator: "; ")),
        ]
      })
  }

  private static func inputs(of experiment: ElectronBeamDump) -> Table {
    let columns: [Table.Column] = [
      .init("input", "what it is", isIndependent: true), .init("value", "in the unit beside it"), .init("unit", "unit of the value"),
      .init("low", "low end where sources differ"), .init("high", "high end where sources differ"), .init("status", "how far the source was checked"),
      .init("source", "where it was read"),
    ]
    return Table(
      columns: columns,
      rows: experiment.values.map { value in
        [
          .text(value.input.name), .number(value.value), .text(value.input.unit), value.range.map { .number($0.lowerBound) } ?? .empty,
          value.range.map { .number($0.upperBound) } ?? .empty, .text(value.input.status.rawValue), .text(value.input.source),
        ]
      })
  }
}

struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "events", abstract: "Expected events of an experiment at one mass and coupling, by production.")

  @Argument(help: "Experiment id (bounds experiments lists them).")
  var experiment: String
  @OptionGroup var model: ModelOptions
  @OptionGroup var point: PointOptions
  @Option(name: .customLong("variant"), parsing: .singleValue, help: ArgumentHelp("Choose a named variant (repeatable).", valueName: "name=option"))
  var variants: [String] = []
  @OptionGroup var output: OutputOptions

  func run() throws {
    let found = try find(experiment, in: try ExperimentCatalogue.electronBeamDumps())
    let model = try model.resolved()
    let (mass, coupling) = (try point.massValue(), try point.couplingValue(on: model.coupling))
    let constraint = ElectronBeamDumpConstraint(found)
    let portal = try model.vectorPortal(for: found.name)
    if case .notApplicable(let reason) = constraint.applicability(to: portal) { throw UsageError("\(found.id) says nothing about \(model.name): \(reason)") }
    let range = constraint.massRange(for: portal)
    guard range.contains(mass) else {
      throw UsageError("--mass \(mass) GeV is outside the validity for \(found.id); allowed: \(range.lowerBound) to \(range.upperBound) GeV")
    }
    let choices = try VariantArguments.choices(variants, for: found.id, model)
    let events = try constraint.beamDumpSlice(of: portal, at: mass, choosing: choices).events(at: coupling)
    let numbers = EvidenceNumbers(found.counts.evidence(signal: events.signal))
    try output.emit(
      [
        .init("experiment", .string(found.id)), .init("mass_GeV", .number(mass)), .init("coupling", .number(coupling)),
        .init("signal", .number(events.signal)),
        .init("background", .optional(numbers.background)), .init("background_error", .optional(numbers.backgroundError)),
        .init("observed", .optional(numbers.observed)),
        .init("by_production", .object(BosonProduction.allCases.map { .init($0.rawValue, .number(events.signal(from: $0))) })),
        .init("produced", .number(events.produced)), .init("decay_probability", .number(events.decayProbability)),
        .init("acceptance", .number(events.acceptance)),
        .init("branching_ratio", .number(events.branchingRatio)), .init("efficiency", .number(events.efficiency)),
        .init("mean_energy_GeV", .number(events.meanEnergy)), .init("decay_length_m", .number(events.decayLength)),
      ], provenance: Provenance(for: model, inputs: constraint.inputs))
  }
}

private func find(_ id: String, in all: [ElectronBeamDump]) throws -> ElectronBeamDump {
  guard let found = all.first(where: { $0.id == id.lowercased() }) else {
    throw UsageError("experiment '\(id)' is unknown; available: \(all.map(\.id).joined(separator: ", "))")
  }
  return found
}
