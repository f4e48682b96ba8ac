import ArgumentParser
import Combination
import Foundation
import Portals
import Publishing

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Results for other people's tools.", subcommands: [CSV.self, NotebookExport.self])

  struct CSV: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "csv", abstract: "The exclusion table of a model as CSV.")
    @OptionGroup var model: ModelOptions
    @OptionGroup var scan: ScanOptions
    @OptionGroup var test: TestOptions
    @Option(name: .shortAndLong, help: "The file; stdout when none is given.")
    var output: String?
    @Flag(help: "No progress bar.")
    var quiet = false

    func run() async throws {
      let model = try model.resolved()
      let (constraints, settings) = try test.resolved(for: model)
      let results = try await scan.run(model, constraints, settings, quiet: quiet)
      let text = try Table.exclusions(results, constraints: constraints, couplingMeaning: model.coupling.meaning)
        .csv(provenance: Provenance(for: model, constraints: constraints, test: settings))
      if let output { try AtomicFile.write(text, to: output) } else { try Console.result(text) }
    }
  }

  struct NotebookExport: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "notebook", abstract: "A notebook that loads the model's table from Tables/ and redraws the plot in matplotlib.")
    @Argument(help: "Model name.")
    var model: String
    @Option(name: .shortAndLong, help: "The notebook; Notebooks-export/MODEL.ipynb when none is given.")
    var output: String?

    func run() throws {
      let model = try Models.find(model)
      let table = TableRecipes.exclusionTableName(of: model)
      guard try TableRecipes.all().contains(where: { $0.name == table }) else {
        throw UsageError("there is no table of \(model.name) in Tables/ that a notebook could load; see 'bounds tables list'")
      }
      let notebook = ExclusionNotebook.make(
        model: model.name, title: model.title, couplingLabel: model.coupling.plotLabel, table: "../Tables/\(table).csv",
        constraints: try Catalogue(for: model.portal).constraints)
      let path = output ?? "Notebooks-export/\(model.name).ipynb"
      try AtomicFile.makeFolder(for: path)
      try AtomicFile.write(try notebook.rendered(), to: path)
      Console.note("wrote \(path)")
    }
  }
}
