import ArgumentParser
import Likelihoods
import Publishing
import Units

struct LimitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limit", abstract: "Model-independent limits.", subcommands: [Counting.self, AbundanceLimitCommand.self])

  struct Counting: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "counting", abstract: "The limit on a signal mean from a counting experiment.")

    @Option(parsing: .unconditional, help: "Observed events.")
    var observed: String

    @Option(parsing: .unconditional, help: "Expected background events.")
    var background: String

    @Option(parsing: .unconditional, help: "Gaussian uncertainty of the background.")
    var backgroundError = "0"

    @Option(parsing: .unconditional, help: "Confidence level.")
    var cl = "0.95"

    @Option(help: "cls, classical or feldman-cousins.")
    var method = CountingMethod.cls

    @OptionGroup var output: OutputOptions

    func run() throws {
      let events = 0...1e9
      let background = try argument("--background") { try parseDimensionless(self.background, what: "background", in: events) }
      let error = try argument("--background-error") { try parseDimensionless(self.backgroundError, what: "background error", in: events) }
      let level = try argument("--cl") { try parseDimensionless(cl, what: "confidence level", in: 0...1) }
      guard let observed = Int(observed), observed >= 0 else {
        throw UsageError("--observed '\(observed.prefix(60))' is not a number of events; allowed: a whole number, 0 and above")
      }
      let interval = try method.interval(observed: observed, background: background, backgroundError: error, cl: level)
      try output.emit(
        [
          .init("upper_limit", .number(interval.upper)), .init("lower_limit", .number(interval.lower)), .init("observed", .integer(observed)),
          .init("background", .number(background)), .init("background_error", .number(error)), .init("cl", .number(level)),
          .init("method", .string(method.rawValue)),
        ], provenance: Provenance(command: CommandLineRecord.current, model: nil))
    }
  }
}
