import ArgumentParser
import Foundation
import Publishing

struct TablesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "Rewrites or checks the tables of the repository.", subcommands: [Regenerate.self, Verify.self, List.self])

  struct Options: ParsableArguments {
    @Argument(help: "Names of tables; all when none is given.")
    var names: [String] = []

    @Option(help: "Folder of the tables.")
    var folder = "Tables"

    @Flag(help: "No notes.")
    var quiet = false

    var store: TableStore { get throws { TableStore(folder: folder, recipes: try TableRecipes.all()) } }

    func note(_ text: String) { if !quiet { Console.note(text) } }
  }

  struct Regenerate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "regenerate", abstract: "Recompute tables and the manifest.")
    @OptionGroup var options: Options

    func run() async throws { try await options.store.regenerate(options.names) { options.note("computing \($0)") } }
  }

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Recompute tables and compare up to the last printed digit; exit code 1 when one differs.")
    @OptionGroup var options: Options

    func run() async throws {
      let differences = try await options.store.verify(options.names) { options.note("checking \($0)") }
      for difference in differences { try Console.result("differs: \(difference)\n") }
      if !differences.isEmpty { throw ExitCode(Exit.no) }
      try Console.result("all tables agree with their recipes\n")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "The tables and what they hold.")
    @OptionGroup var output: OutputOptions

    func run() throws {
      let rows = try TableRecipes.all().map { recipe -> [Table.Cell] in [.text(recipe.name), .text(recipe.summary)] }
      try output.emit(
        Table(columns: [.init("name", "name of the table", isIndependent: true), .init("summary", "what it holds")], rows: rows),
        provenance: Provenance(command: CommandLineRecord.current, model: nil))
    }
  }
}
