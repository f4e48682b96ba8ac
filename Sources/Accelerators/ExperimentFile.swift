import Foundation
import Units
import Yams

/// What is wrong with an experiment's data file: which file, which key, what was found, what is allowed.
public struct ExperimentFileError: Error, CustomStringConvertible, Hashable {
  public let file: String
  public let key: String
  public let found: String
  public let allowed: String

  public var description: String { "\(file): \(key.isEmpty ? "document" : key): found \(found); allowed: \(allowed)" }
}

/// A mapping in an experiment's data file, read strictly: every key once, no key left over.
struct ExperimentTable {
  let file: String
  /// Where the mapping stands, for example `detector`; empty for the document.
  let path: String
  private let entries: [String: Node]

  /// The document in `text`.
  init(file: String, text: String) throws {
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      throw ExperimentFileError(file: file, key: "", found: "invalid YAML (\(String(describing: error).prefix(120)))", allowed: "a YAML mapping")
    }
    guard let node else { throw ExperimentFileError(file: file, key: "", found: "nothing", allowed: "a YAML mapping") }
    try self.init(file: file, path: "", node: node)
  }

  init(file: String, path: String, node: Node) throws {
    self.file = file
    self.path = path
    guard let mapping = node.mapping else {
      throw ExperimentFileError(file: file, key: path, found: Self.show(node), allowed: "a mapping")
    }
    var entries: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        throw ExperimentFileError(file: file, key: path, found: "a key that is not text", allowed: "text keys")
      }
      guard entries.updateValue(value, forKey: name) == nil else {
        throw ExperimentFileError(file: file, key: path.isEmpty ? name : "\(path).\(name)", found: "the key twice", allowed: "once")
      }
    }
    self.entries = entries
  }

  var keys: Set<String> { Set(entries.keys) }

  func fullName(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// - Throws: when a key outside `known` is present.
  func allowOnly(_ known: [String]) throws {
    guard let stranger = entries.keys.filter({ !known.contains($0) }).min() else { return }
    throw ExperimentFileError(file: file, key: fullName(stranger), found: "an unknown key", allowed: known.joined(separator: ", "))
  }

  func node(_ key: String) throws -> Node {
    guard let node = entries[key] else { throw ExperimentFileError(file: file, key: fullName(key), found: "nothing", allowed: "a value") }
    return node
  }

  func has(_ key: String) -> Bool { entries[key] != nil }

  func table(_ key: String) throws -> ExperimentTable { try ExperimentTable(file: file, path: fullName(key), node: node(key)) }

  func text(_ key: String) throws -> String {
    let node = try node(key)
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw ExperimentFileError(file: file, key: fullName(key), found: Self.show(node), allowed: "text")
    }
    return text
  }

  func text(_ key: String, among allowed: [String]) throws -> String {
    let text = try text(key)
    guard allowed.contains(text) else {
      throw ExperimentFileError(file: file, key: fullName(key), found: "'\(text)'", allowed: allowed.joined(separator: ", "))
    }
    return text
  }

  func number(_ key: String, in range: ClosedRange<Double>) throws -> Double {
    let text = try text(key)
    guard let value = Double(text), value.isFinite, range.contains(value) else {
      throw ExperimentFileError(file: file, key: fullName(key), found: "'\(text)'", allowed: "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func list(_ key: String) throws -> [Node] {
    let node = try node(key)
    guard let sequence = node.sequence else { throw ExperimentFileError(file: file, key: fullName(key), found: Self.show(node), allowed: "a list") }
    return Array(sequence)
  }

  /// A value with unit, source and status.
  func value(_ key: String, name: String, unit: String, in range: ClosedRange<Double>) throws -> ExperimentValue {
    let table = try table(key)
    try table.allowOnly(["value", "unit", "uncertainty", "range", "source", "status"])
    if unit.isEmpty {
      guard !table.has("unit") else { throw ExperimentFileError(file: file, key: table.fullName("unit"), found: "a unit", allowed: "none: a pure number") }
    } else {
      _ = try table.text("unit", among: [unit])
    }
    let value = try table.number("value", in: range)
    let statusName = try table.text("status", among: SourceStatus.allCases.map(\.rawValue))
    guard let status = SourceStatus(rawValue: statusName) else {
      throw ExperimentFileError(file: file, key: table.fullName("status"), found: statusName, allowed: "a source status")
    }
    let uncertainty = table.has("uncertainty") ? try table.number("uncertainty", in: 0...Double.greatestFiniteMagnitude) : nil
    let input = Input(name, value, unit: unit, uncertainty: uncertainty, source: try table.text("source"), status: status)
    guard table.has("range") else { return ExperimentValue(input: input, range: nil) }
    let ends = try table.list("range").map { $0.scalar.flatMap { Double($0.string) } ?? .nan }
    guard ends.count == 2, ends[0] <= value, value <= ends[1], range.contains(ends[0]), range.contains(ends[1]) else {
      throw ExperimentFileError(file: file, key: table.fullName("range"), found: "\(ends)", allowed: "[low, high] around the value")
    }
    return ExperimentValue(input: input, range: ends[0]...ends[1])
  }

  private static func show(_ node: Node) -> String {
    if let scalar = node.scalar { return "'\(scalar.string.prefix(60))'" }
    return node.sequence != nil ? "a list" : "a mapping"
  }
}
