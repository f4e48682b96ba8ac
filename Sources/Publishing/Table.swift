import Foundation

/// A table of results with units in its header: the one form from which text, CSV, JSON and HEPData YAML are written.
public struct Table: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    /// For example `mass_GeV`.
    public let name: String
    /// What it holds, with its unit.
    public let meaning: String
    /// Independent variables come first in HEPData.
    public let isIndependent: Bool
    public init(_ name: String, _ meaning: String, isIndependent: Bool = false) {
      self.name = name
      self.meaning = meaning
      self.isIndependent = isIndependent
    }
  }

  public enum Cell: Sendable, Hashable {
    case number(Double)
    case text(String)
    case empty
  }

  public let columns: [Column]
  public let rows: [[Cell]]

  public init(columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Numbers in tables carry six significant digits: more than any input has, and enough below the last digits in which mathematics libraries differ.
  static let significantDigits = 6

  /// A number for a table; Foundation formats without a locale unless one is given.
  ///
  /// - Throws: ``PublishingError/notFinite(where:)``.
  static func formatted(_ value: Double, in column: String) throws -> String {
    guard value.isFinite else { throw PublishingError.notFinite(where: "column \(column)") }
    return String(format: "%.\(significantDigits)g", value)
  }

  private func cellTexts() throws -> [[String]] {
    try rows.map { row in
      try zip(row, columns).map { cell, column in
        switch cell {
        case .number(let value): try Self.formatted(value, in: column.name)
        case .text(let text): text
        case .empty: ""
        }
      }
    }
  }

  // MARK: Formats

  /// Aligned columns for a terminal, without provenance.
  public func aligned() throws -> String {
    let texts = try cellTexts()
    let widths = columns.indices.map { i in max(columns[i].name.count, texts.map { $0[i].count }.max() ?? 0) }
    func line(_ fields: [String]) -> String {
      let padded = zip(fields, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: "  ")
      return String(padded.reversed().drop { $0 == " " }.reversed())
    }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
    return ([line(columns.map(\.name)), rule] + texts.map(line)).joined(separator: "\n") + "\n"
  }

  /// Comma-separated values; provenance and column meanings stand first in lines that begin with `#`.
  public func csv(provenance: Provenance) throws -> String {
    let header = provenance.lines.map { "# \($0.key): \($0.text)" } + columns.map { "# column \($0.name): \($0.meaning)" }
    let body = try cellTexts().map { $0.map(Self.csvField).joined(separator: ",") }
    return (header + [columns.map(\.name).joined(separator: ",")] + body).joined(separator: "\n") + "\n"
  }

  private static func csvField(_ text: String) -> String {
    text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text
  }

  /// `{provenance, columns, rows: [{column: value}]}`; an empty cell is null.
  public func json(provenance: Provenance) throws -> String {
    let rowValues = rows.map { row in
      JSONValue.object(
        zip(columns, row).map { column, cell in
          switch cell {
          case .number(let value): JSONValue.Member(column.name, .number(value))
          case .text(let text): JSONValue.Member(column.name, .string(text))
          case .empty: JSONValue.Member(column.name, .null)
          }
        })
    }
    return try JSONValue.object([
      .init("provenance", provenance.json),
      .init("columns", .object(columns.map { .init($0.name, .string($0.meaning)) })),
      .init("rows", .array(rowValues)),
    ]).rendered()
  }
}
