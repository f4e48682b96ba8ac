import ArgumentParser
import Foundation
import Portals
import Publishing

/// The main job: one scan, then a summary on stdout, the table and the picture in a folder.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Scan a model once: print a summary, write the exclusion table and the plot into a folder.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var scan: ScanOptions
  @OptionGroup var test: TestOptions

  @Option(name: .shortAndLong, help: "Folder for MODEL.csv, MODEL.svg, MODEL.gp and MODEL.dat.")
  var output = "output"

  @Flag(help: "No progress bar, no notes.")
  var quiet = false

  func run() async throws {
    let model = try model.resolved()
    let (constraints, settings) = try test.resolved(for: model)
    let stem = "\(output)/\(model.name)"
    try AtomicFile.makeFolder(for: stem)
    let results = try await scan.run(model, constraints, settings, quiet: quiet)
    let provenance = Provenance(for: model, constraints: constraints, test: settings)
    try AtomicFile.write(
      try Table.exclusions(results, constraints: constraints, couplingMeaning: model.coupling.meaning).csv(provenance: provenance), to: stem + ".csv")
    try Console.result(try Table.summary(results, constraints: constraints).aligned())
    let plot = ExclusionPlot(results, constraints: constraints, axes: model.plotAxes(for: results))
    try plot.figure(provenance: provenance).write(to: stem + ".svg", format: .svg)
    if !quiet { Console.note("wrote \(stem).csv and \(stem).svg, with the plot's gnuplot script and data beside it") }
  }
}
