import ArgumentParser
import Portals
import Publishing

struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: "The models: parameters, conventions, benchmark number, coupling axis and default grid.")

  @Argument(help: "One model in full.")
  var model: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    if let model { try describe(try Models.find(model)) } else { try list() }
  }

  private func list() throws {
    let columns: [Table.Column] = [
      .init("model", "name", isIndependent: true), .init("aliases", "other accepted names"), .init("benchmark", "number in arXiv:1901.09966"),
      .init("title", "what it is"), .init("coupling", "what the coupling axis is"), .init("mass_low_GeV", "default grid, lower end [GeV]"),
      .init("mass_high_GeV", "default grid, upper end [GeV]"),
    ]
    let rows = Models.all.map { model -> [Table.Cell] in
      [
        .text(model.name), .text(model.aliases.joined(separator: " ")), model.benchmark.map(Table.Cell.text) ?? .empty, .text(model.title),
        .text("\(model.coupling.symbol): \(model.coupling.meaning)"), .number(model.defaultMasses.range.lowerBound),
        .number(model.defaultMasses.range.upperBound),
      ]
    }
    try output.emit(Table(columns: columns, rows: rows), provenance: Provenance(command: CommandLineRecord.current, model: nil))
  }

  private func describe(_ model: Model) throws {
    try output.emit(
      [
        .init("model", .string(model.name)), .init("aliases", .array(model.aliases.map(JSONValue.string))),
        .init("benchmark", model.benchmark.map(JSONValue.string) ?? .null), .init("title", .string(model.title)),
        .init("lagrangian", .string(model.lagrangian)), .init("conventions", .string(model.conventions)),
        .init(
          "coupling",
          .object([
            .init("symbol", .string(model.coupling.symbol)), .init("meaning", .string(model.coupling.meaning)), .init("unit", .string(model.coupling.unit)),
            .init("low", .number(model.coupling.range.lowerBound)), .init("high", .number(model.coupling.range.upperBound)),
          ])),
        .init(
          "default_masses",
          .object([
            .init("low_GeV", .number(model.defaultMasses.range.lowerBound)), .init("high_GeV", .number(model.defaultMasses.range.upperBound)),
            .init("count", .integer(model.defaultMasses.count)),
          ])),
        .init(
          "parameters",
          .array(
            model.parameters.map {
              .object([
                .init("key", .string($0.key)), .init("meaning", .string($0.meaning)), .init("value", .string($0.text)),
                .init("allowed", .string($0.allowedText)),
              ])
            })),
      ], provenance: Provenance(command: CommandLineRecord.current, model: model.name))
  }
}
