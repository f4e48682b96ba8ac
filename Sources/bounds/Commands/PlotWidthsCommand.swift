import ArgumentParser
import Foundation
import Portals
import Publishing
import Units

struct PlotWidthsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot-widths", abstract: "Branching ratios and c tau against mass, with gnuplot script and data beside the picture.")

  @OptionGroup var model: ModelOptions

  @Option(parsing: .unconditional, help: ArgumentHelp("Masses: LOW..HIGH:N, with units.", valueName: "grid"))
  var mass = "1MeV..10GeV:400"

  @Option(parsing: .unconditional, help: "Coupling on the model's axis, for c tau. Default 1e-4, in 1/GeV where it has that unit.")
  var coupling: String?

  @Option(name: .shortAndLong, help: "The picture: F.svg, F.pdf or F.png.")
  var output: String?

  @Flag(help: "No notes.")
  var quiet = false

  func run() throws {
    let model = try model.resolved()
    let defaults = ["": "1e-4", "GeV": "1e-13GeV"]
    let text = coupling ?? defaults[model.coupling.unit] ?? "1e-4/GeV"
    let value = try argument("--coupling") { try model.coupling.parse(text) }
    let masses = try argument("--mass") { try Grid<Energy>.parse(mass).values }
    let path = output ?? "\(model.name)-widths.svg"
    guard let format = GnuplotFigure.Format(path: path) else { throw UsageError("--output '\(path)' must end in .svg, .pdf or .png") }
    let points = try masses.map { try WidthsPlot.Point(mass: $0, coupling: value, of: model.portal.physics) }
    let gaps = points.compactMap(\.reasonForGap)
    if let reason = gaps.first, gaps.count == points.count { throw reason }
    let plot = WidthsPlot(title: model.title, points: points, couplingText: "\(model.coupling.symbol) = \(text)")
    try plot.figure(provenance: Provenance(for: model, inputs: model.portal.physics.inputs)).write(to: path, format: format)
    if let reason = gaps.first, !quiet { Console.note("left out \(gaps.count) of \(points.count) masses; the first: \(reason)") }
    if !quiet { Console.note("wrote \(path), with its gnuplot script and data beside it") }
  }
}
