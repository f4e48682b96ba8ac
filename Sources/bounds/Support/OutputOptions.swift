import ArgumentParser
import Foundation
import Publishing
import Yams

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

extension JSONValue {
  /// One row per number or text: the path of keys and the value.
  func flattened() -> Table {
    var rows: [[Table.Cell]] = []
    func walk(_ value: JSONValue, _ path: String) {
      switch value {
      case .object(let members): for member in members { walk(member.value, path.isEmpty ? member.key : "\(path).\(member.key)") }
      case .array(let items): for (i, item) in items.enumerated() { walk(item, "\(path).\(i)") }
      case .number(let number): rows.append([.text(path), .number(number)])
      case .integer(let number): rows.append([.text(path), .number(Double(number))])
      case .string(let text): rows.append([.text(path), .text(text)])
      case .bool(let flag): rows.append([.text(path), .text(flag ? "true" : "false")])
      case .null: rows.append([.text(path), .empty])
      }
    }
    walk(self, "")
    return Table(columns: [.init("quantity", "path of keys", isIndependent: true), .init("value", "value")], rows: rows)
  }

  /// The document as YAML. JSON is YAML's flow form, so reading the one gives the other with the members in order.
  func yaml() throws -> String {
    guard let node = try Yams.compose(yaml: try rendered()) else { return "" }
    return try Yams.serialize(node: node.inBlockStyle, width: -1, allowUnicode: true)
  }
}

extension Node {
  fileprivate var inBlockStyle: Node {
    switch self {
    case .mapping(let mapping): Node(mapping.map { ($0.key, $0.value.inBlockStyle) }, mapping.tag, .block)
    case .sequence(let sequence): Node(sequence.map(\.inBlockStyle), sequence.tag, .block)
    default: self
    }
  }
}
