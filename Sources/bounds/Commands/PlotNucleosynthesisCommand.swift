import ArgumentParser
import Foundation
import Publishing

struct PlotNucleosynthesisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot-bbn", abstract: "Pictures of the light elements, with gnuplot script and data beside them.",
    subcommands: [Evolution.self, Abundance.self],
    defaultSubcommand: Evolution.self)

  /// Where a picture goes.
  struct PictureOptions: ParsableArguments {
    @Option(name: .shortAndLong, help: "The picture: F.svg, F.pdf or F.png.")
    var output: String?

    @Flag(help: "No progress bar, no notes.")
    var quiet = false

    /// Path and format, `name`.svg unless given.
    func target(_ name: String) throws -> (path: String, format: GnuplotFigure.Format) {
      let path = output ?? "\(name).svg"
      guard let format = GnuplotFigure.Format(path: path) else { throw UsageError("--output '\(path)' must end in .svg, .pdf or .png") }
      return (path, format)
    }

    func write(_ figure: GnuplotFigure, to target: (path: String, format: GnuplotFigure.Format)) throws {
      try figure.write(to: target.path, format: target.format)
      if !quiet { Console.note("wrote \(target.path), with its gnuplot script and data beside it") }
    }
  }

  struct Evolution: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "evolution", abstract: "Nuclei per baryon against temperature, for one request of bounds bbn.")

    @OptionGroup var request: NucleosynthesisOptions
    @OptionGroup var picture: PictureOptions

    func run() throws {
      let target = try picture.target("bbn-evolution")
      let points = try request.points()
      let evolution = try request.evolution(points, count: 400)
      let plot = EvolutionPlot(title: request.title(points[0]), epochs: evolution.epochs, nuclides: evolution.nuclides)
      try picture.write(plot.figure(provenance: Provenance(command: CommandLineRecord.current, model: nil, inputs: evolution.inputs)), to: target)
    }
  }

  struct Abundance: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "abundance", abstract: "What the light elements exclude in lifetime and abundance of a particle of one mass.")

    @OptionGroup var request: AbundanceLimitOptions
    @OptionGroup var picture: PictureOptions

    func run() async throws {
      let target = try picture.target("bbn-abundance-limit")
      let lifetimes = try request.lifetimes(), masses = try request.masses()
      guard masses.count == 1 else { throw UsageError("--mass: the picture is for one mass; found \(masses.count)") }
      guard lifetimes.count >= 2 else { throw UsageError("--lifetime: a picture needs at least 2 lifetimes; found 1") }
      let scan = try await request.run(quiet: picture.quiet)
      let plot = AbundanceLimitPlot(
        title: "X → \(request.inject.symbol), m_X = \(request.mass)", entry: scan.masses[0], confidenceLevel: scan.confidenceLevel)
      try picture.write(plot.figure(provenance: scan.provenance), to: target)
    }
  }
}
