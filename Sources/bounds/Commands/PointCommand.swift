import ArgumentParser
import Combination
import Likelihoods
import Portals
import Publishing

struct PointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "point", abstract: "What every constraint says about one mass and coupling.",
    discussion: "Exit code: 0 allowed, 2 excluded, 3 no constraint applies.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var point: PointOptions
  @OptionGroup var test: TestOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let model = try model.resolved()
    let (constraints, settings) = try test.resolved(for: model)
    let (mass, coupling) = (try point.massValue(), try point.couplingValue(on: model.coupling))
    let verdict = try PointVerdict(constraints: constraints, settings: settings, mass: mass, coupling: coupling)
    try output.emit(
      [
        .init("status", .string(verdict.status.rawValue)), .init("mass_GeV", .number(mass)), .init("coupling", .number(coupling)),
        .init("cls_combined", .optional(verdict.combined?.cls)), .init("q_combined", .optional(verdict.combined?.q)),
        .init("constraints", .array(verdict.entries.map(Self.json))),
      ], provenance: Provenance(for: model, constraints: constraints, test: settings))
    switch verdict.status {
    case .allowed: return
    case .excluded: throw ExitCode(2)
    case .notApplicable, .outsideValidity: throw ExitCode(3)
    }
  }

  private static func json(_ entry: PointVerdict.Entry) -> JSONValue {
    let numbers = entry.evidence.map(EvidenceNumbers.init)
    return .object([
      .init("id", .string(entry.id)), .init("status", .string(entry.status.rawValue)), .init("cls", .optional(entry.test?.cls)),
      .init("q", .optional(entry.test?.q)), .init("signal", .optional(numbers?.signal)), .init("observed", .optional(numbers?.observed)),
      .init("background", .optional(numbers?.background)), .init("background_error", .optional(numbers?.backgroundError)),
      .init("reason", .string(entry.reason)),
    ])
  }
}
