import ArgumentParser
import Foundation
import Publishing

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, yaml
}

/// Where the result goes and in which form.
struct OutputOptions: ParsableArguments {
  @Option(help: "table, csv, json or yaml (HEPData where a table is meant). Default: table on a terminal, csv in a pipe; json for single results.")
  var format: OutputFormat?

  @Option(name: .shortAndLong, help: "Write the result to this file, whole or not at all.")
  var output: String?

  @Flag(help: "No progress bar, no notes.")
  var quiet = false

  @Flag(help: "More notes on stderr.")
  var verbose = false

  mutating func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }

  /// Writes a table in the chosen format.
  func emit(_ table: Table, provenance: Provenance) throws {
    let chosen = format ?? output.flatMap(Self.format(ofFile:)) ?? (output == nil && Console.stdoutIsTerminal ? .table : .csv)
    switch chosen {
    case .table: try send(try table.aligned())
    case .csv: try send(try table.csv(provenance: provenance))
    case .json: try send(try table.json(provenance: provenance))
    case .yaml: try send(try table.hepDataYAML(provenance: provenance))
    }
  }

  /// Writes a single result: JSON unless asked otherwise; `table` and `csv` flatten it to one line per number.
  func emit(_ members: [JSONValue.Member], provenance: Provenance) throws {
    switch format ?? output.flatMap(Self.format(ofFile:)) ?? .json {
    case .json: try send(try JSONValue.object([.init("provenance", provenance.json)] + members).rendered())
    case .table: try send(try JSONValue.object(members).flattened().aligned())
    case .csv: try send(try JSONValue.object(members).flattened().csv(provenance: provenance))
    case .yaml: try send(try JSONValue.object([.init("provenance", provenance.json)] + members).yaml())
    }
  }

  /// Writes text to the file, or to stdout.
  func send(_ text: String) throws {
    if let output { try AtomicFile.write(text, to: output) } else { try Console.result(text) }
  }

  private static func format(ofFile path: String) -> OutputFormat? {
    switch (path as NSString).pathExtension.lowercased() {
    case "csv": .csv
    case "json": .json
    case "yaml", "yml": .yaml
    case "txt": .table
    default: nil
    }
  }
}
