import ArgumentParser
import Combination
import Likelihoods
import Portals
import Publishing
import Units

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Every intermediate number from the coupling to the verdict, the inputs with their sources, and what is only recalled.")

  @Argument(help: "Constraint id (bounds constraints lists them).")
  var constraint: String
  @OptionGroup var model: ModelOptions
  @OptionGroup var point: PointOptions
  @OptionGroup var test: TestOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let model = try model.resolved()
    var options = test
    options.constraints = [constraint]
    let (constraints, settings) = try options.resolved(for: model)
    let (mass, coupling) = (try point.massValue(), try point.couplingValue(on: model.coupling))
    let verdict = try PointVerdict(constraints: constraints, settings: settings, mass: mass, coupling: coupling)
    var steps: [JSONValue] = []
    if case .slice(let slice) = try constraints[0].slice(at: mass, choosing: settings.choices), slice.couplingRange.contains(coupling) {
      steps = try slice.explanation(at: coupling).map(Self.json)
    }
    let identity = constraints[0].identity
    let entry = verdict.entries[0]
    try output.emit(
      [
        .init("constraint", .string(identity.id)), .init("object", .string(identity.object)), .init("observable", .string(identity.observable)),
        .init("kind", .string(identity.kind.rawValue)), .init("mass_GeV", .number(mass)), .init("coupling", .number(coupling)),
        .init("status", .string(entry.status.rawValue)), .init("reason", .string(entry.reason)), .init("cls", .optional(entry.test?.cls)),
        .init("q", .optional(entry.test?.q)), .init("steps", .array(steps)), .init("assumptions", .array(identity.assumptions.map(JSONValue.string))),
        .init("variants", .array(constraints[0].variants.map { .string("\($0.name)=\(settings.choices.option(of: $0))") })),
        .init("inputs", .array(constraints[0].inputs.map(Self.json))),
        .init("recalled_inputs", .array(constraints[0].inputs.filter { $0.status == .recalled }.map { .string($0.name) })),
      ], provenance: Provenance(for: model, constraints: constraints, test: settings))
  }

  private static func json(_ step: ExplainedQuantity) -> JSONValue {
    .object([.init("name", .string(step.name)), .init("value", .number(step.value)), .init("unit", .string(step.unit)), .init("note", .string(step.note))])
  }

  private static func json(_ input: Input) -> JSONValue {
    .object([
      .init("name", .string(input.name)), .init("value", .number(input.value)), .init("unit", .string(input.unit)),
      .init("uncertainty", .optional(input.uncertainty)), .init("source", .string(input.source)), .init("status", .string(input.status.rawValue)),
    ])
  }
}
