import ArgumentParser
import Combination
import Publishing

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "The program's own health: reference points of every module against their expected values.",
    discussion: "Exit code 1 when a point deviates by more than its tolerance.")

  @OptionGroup var output: OutputOptions

  func run() throws {
    let results = try HealthCheck.all.map { try $0.run() }
    let columns: [Table.Column] = [
      .init("module", "target that computes it", isIndependent: true), .init("quantity", "what is compared", isIndependent: true),
      .init("expected", "value of the source"), .init("computed", "value of this program"), .init("deviation", "computed over expected, minus one"),
      .init("tolerance", "largest deviation that passes"), .init("status", "ok or failed"), .init("source", "where the expected value comes from"),
    ]
    let rows = results.map { result -> [Table.Cell] in
      [
        .text(result.check.module), .text(result.check.quantity), .number(result.check.expected), .number(result.computed), .number(result.deviation),
        .number(result.check.tolerance), .text(result.passes ? "ok" : "failed"), .text(result.check.source),
      ]
    }
    try output.emit(Table(columns: columns, rows: rows), provenance: Provenance(command: CommandLineRecord.current, model: nil))
    if !results.allSatisfy(\.passes) { throw ExitCode(Exit.no) }
  }
}
