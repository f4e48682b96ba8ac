import ArgumentParser
import Publishing

/// The command line: parses a request, shows progress, prints or writes the answer. No physics.
@main
struct Bounds: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounds",
    abstract: "Computes, combines and plots the bounds on feebly-interacting particles.",
    discussion: """
      A physical argument carries its unit (100MeV, 1e5s, 10m, 1.5e7K); dimensionless couplings are bare.
      A grid is LOW..HIGH:N (logarithmic, ends included), LOW..HIGH:Nlin, or a comma list.

      Exit codes: 0 done; 1 the answer is "no"; 64 usage; 65 bad input data; 66 input missing; 69 a needed program is missing;
      70 internal error; 74 cannot write. `point` alone uses 0 allowed, 2 excluded, 3 no constraint applies.
      """,
    version: BoundsVersion.current,
    subcommands: [
      ModelsCommand.self, ConstraintsCommand.self, ExperimentsCommand.self, DecayCommand.self, ProductionCommand.self, ComputeCommand.self,
      PointCommand.self, ExplainCommand.self, PlotCommand.self, PlotWidthsCommand.self, PlotNucleosynthesisCommand.self, ReportCommand.self, StarCommand.self,
      SupernovaCommand.self,
      AbundanceCommand.self, NucleosynthesisCommand.self,
      EventsCommand.self, LimitCommand.self, TablesCommand.self, ExportCommand.self, CiteCommand.self, CheckCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand { try await asynchronous.run() } else { try command.run() }
    } catch {
      Failure.report(error)
    }
  }
}
