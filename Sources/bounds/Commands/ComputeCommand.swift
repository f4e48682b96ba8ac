import ArgumentParser
import Combination
import Foundation
import Portals
import Publishing
import Units

/// A scan over masses, shared by the commands that need one.
struct ScanOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Masses: LOW..HIGH:N, LOW..HIGH:Nlin or a comma list, with units. Default: the model's own grid.", valueName: "grid"))
  var mass: String?

  @Option(parsing: .unconditional, help: "Threads; the result does not depend on them.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  mutating func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads \(threads) is out of range; allowed: 1 to 1024") }
  }

  func masses(for model: Model) throws -> [Double] {
    try mass.map { text in try argument("--mass") { try Grid<Energy>.parse(text).values } } ?? model.defaultMasses.values
  }

  func run(_ model: Model, _ constraints: [BoundConstraint], _ settings: TestSettings, quiet: Bool) async throws -> [ExclusionScan.MassResult] {
    let masses = try masses(for: model)
    let bar = ProgressBar("computing", total: masses.count, quiet: quiet)
    let scan = ExclusionScan(constraints: constraints, settings: settings, couplingRange: model.coupling.range)
    return try await scan.run(masses: masses, workers: threads) { bar.update($0) }
  }
}

struct ComputeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compute", abstract: "Excluded couplings of every constraint, their union and their combination.",
    discussion: "Several rows at one mass where the excluded set is disjoint. An empty coupling_high means: up to the end of the validity.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var scan: ScanOptions
  @OptionGroup var test: TestOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let model = try model.resolved()
    let (constraints, settings) = try test.resolvedForScan(model)
    let results = try await scan.run(model, constraints, settings, quiet: output.quiet)
    let table = Table.exclusions(results, constraints: constraints, couplingMeaning: model.coupling.meaning)
    try output.emit(table, provenance: Provenance(for: model, constraints: constraints, test: settings))
  }
}
