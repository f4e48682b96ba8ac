import ArgumentParser
import Publishing

struct AbundanceLimitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "abundance", abstract: "How many particles that decay the light elements allow, against lifetime and mass.",
    discussion: """
      Abundances are n_X/n_gamma at T = 10 MeV, as if none had decayed, within 1e-3. Several rows at one lifetime where the excluded set is disjoint: above such an \\
      island a larger abundance is allowed again. An empty abundance_high means: up to searched_to.
      """)

  @OptionGroup var request: AbundanceLimitOptions

  @Flag(help: "What each observation excludes by itself too.")
  var each = false

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let scan = try await request.run(quiet: output.quiet)
    try output.emit(scan.table(each: each), provenance: scan.provenance)
  }
}
