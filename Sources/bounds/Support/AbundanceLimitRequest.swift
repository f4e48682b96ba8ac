import ArgumentParser
import BigBangNucleosynthesis
import Combination
import EarlyUniverse
import Foundation
import Likelihoods
import Publishing
import Units

/// What `bounds limit abundance` is asked: how the particle decays, when, and what it is compared with.
struct AbundanceLimitOptions: ParsableArguments {
  @Option(help: "The pair it decays into (e+e-, gamma-gamma, mu+mu-, pi+pi-, K+K-, nu-nubar, ...).")
  var inject: InjectionChannel

  @Option(parsing: .unconditional, help: "Mass with unit, a value or a grid.")
  var mass: String

  @Option(parsing: .unconditional, help: "Lifetime with unit, a value or a grid: 0.1 ms to 1e11 s.")
  var lifetime: String

  @Option(parsing: .unconditional, help: "Confidence level.")
  var cl = "0.95"

  @Option(help: "Nuclear rates: envelope (of both sets the one that excludes less), primat-like or parthenope.")
  var rates = LightElementTest.Rates.envelope

  @Option(help: "Observations: pdg-2024, lbt-2026, or a file of your own.")
  var observations = "pdg-2024"

  @Option(parsing: .unconditional, help: "Where the search ends: n_X/n_gamma before decay at T = 10 MeV.")
  var largest = "1"

  @Option(
    name: .customLong("without"), parsing: .singleValue,
    help: "Leave an effect out, may be repeated: expansion, early-decays (bounds help bbn).")
  var omitted: [NucleosynthesisOptions.OmittedEffect] = []

  @Option(parsing: .unconditional, help: "Threads; the result does not depend on them.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  mutating func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads \(threads) is out of range; allowed: 1 to 1024") }
  }

  /// In MeV.
  func masses() throws -> [Double] { try argument("--mass") { try Grid<Energy>.parse(mass) }.values.map { $0 * 1e3 } }

  /// In seconds.
  func lifetimes() throws -> [Double] {
    try argument("--lifetime") { try Grid<Lifetime>.parse(lifetime) }.values.map { Lifetime(naturalValue: $0).seconds }
  }

  /// The findings at every lifetime, mass by mass, in ascending order.
  func run(quiet: Bool) async throws -> AbundanceLimitScan {
    let (masses, lifetimes) = (try masses(), try lifetimes())
    let level = try argument("--cl") { try parseDimensionless(cl, what: "confidence level", in: 0...1) }
    let tested = try TestSettings(confidenceLevel: level)
    var settings = AbundanceLimit.Settings()
    settings.confidenceLevel = level
    settings.largest = try argument("--largest") { try parseDimensionless(largest, what: "abundance", in: 0...1e3) }
    settings.actsOnExpansion = !omitted.contains(.expansion)
    settings.includesEarlyDecays = !omitted.contains(.earlyDecays)
    let test = try LightElementTest(.argument(observations), rates: rates)
    let limits = try masses.map { try AbundanceLimit(inject.decay(energy: 0.5 * $0), test, settings: settings) }
    let bar = ProgressBar("computing", total: masses.count * lifetimes.count, quiet: quiet)
    var scans: [AbundanceLimitScan.Mass] = []
    for (index, limit) in limits.enumerated() {
      let findings = try await limit.findings(lifetimes: lifetimes, workers: threads) { bar.update(index * lifetimes.count + $0) }
      scans.append(.init(mass: masses[index], channel: inject.rawValue, findings: findings))
    }
    return AbundanceLimitScan(
      masses: scans, confidenceLevel: level,
      provenance: Provenance(
        command: CommandLineRecord.current, model: nil, test: tested, inputs: AbundanceLimitScan.inputs(test)))
  }
}

extension LightElementObservations {
  /// The set that an argument names: one that comes with the program, or the path of a file.
  ///
  /// - Throws: ``PublishingError/cannotRead(path:reason:)`` when it is neither, ``ObservationFileError`` when the file says something that is not allowed.
  static func argument(_ text: String) throws -> LightElementObservations {
    if available.contains(text) { return try .named(text) }
    guard FileManager.default.fileExists(atPath: text) else {
      throw PublishingError.cannotRead(path: text, reason: "it is neither a file nor one of \(available.joined(separator: ", "))")
    }
    return try .file(URL(fileURLWithPath: text))
  }
}

extension LightElementTest.Rates: ExpressibleByArgument {}
