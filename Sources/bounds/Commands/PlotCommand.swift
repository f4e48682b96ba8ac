import ArgumentParser
import Combination
import Foundation
import Portals
import Publishing
import Units

struct PlotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "The exclusion plot, with its gnuplot script and data beside it.",
    discussion: "Writes F.gp and F.dat beside the picture; edit them and rerun gnuplot. Without gnuplot script and data are written and the exit code is 69.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var scan: ScanOptions
  @OptionGroup var test: TestOptions

  @Option(name: .shortAndLong, help: "The picture: F.svg, F.pdf or F.png.")
  var output: String?

  @Option(name: .customLong("highlight"), parsing: .singleValue, help: ArgumentHelp("Draw this constraint stronger (repeatable).", valueName: "id"))
  var highlight: [String] = []

  @Flag(help: "No progress bar, no notes.")
  var quiet = false

  func run() async throws {
    let model = try model.resolved()
    let (constraints, settings) = try test.resolvedForScan(model)
    let ids = constraints.map(\.identity.id)
    if let unknown = highlight.first(where: { !ids.contains($0) }) { throw CombinationError.unknownConstraint(id: unknown, available: ids) }
    let path = output ?? "\(model.name).svg"
    guard let format = GnuplotFigure.Format(path: path) else {
      throw UsageError("--output '\(path)' must end in .svg, .pdf or .png")
    }
    guard try scan.masses(for: model).count >= 2 else { throw UsageError("--mass: a plot needs at least 2 masses; found 1") }
    let results = try await scan.run(model, constraints, settings, quiet: quiet)
    let plot = ExclusionPlot(results, constraints: constraints, axes: model.plotAxes(for: results), highlighted: Set(highlight))
    try plot.figure(provenance: Provenance(for: model, constraints: constraints, test: settings)).write(to: path, format: format)
    if !quiet { Console.note("wrote \(path), with its gnuplot script and data beside it") }
  }
}

extension Model {
  /// The plotted ranges: the scanned masses, and the couplings that are excluded with two decades to spare below, one above.
  func plotAxes(for results: [ExclusionScan.MassResult]) -> ExclusionPlot.Axes {
    let lows = results.flatMap { $0.union.map(\.low) }
    let highs = results.flatMap { $0.union.filter { !$0.endsAtValidity }.map(\.high) }
    let low = lows.min() ?? coupling.range.lowerBound
    let high = max(highs.max() ?? coupling.range.upperBound, (lows.max() ?? 0) * 10)
    func decade(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double { pow(10, log10(value).rounded(rule)) }
    let masses = results.map(\.mass)
    return ExclusionPlot.Axes(
      title: title, couplingLabel: coupling.plotLabel, massRange: (masses.first ?? 1e-9)...(masses.last ?? 1),
      couplingRange: max(decade(low / 10, .down), coupling.range.lowerBound)...min(decade(high * 3, .up), coupling.range.upperBound))
  }
}
