import Foundation
import Yams

/// What is wrong with a user's model file: file, key, what was found and what is allowed.
public struct ModelFileError: Error, Hashable, CustomStringConvertible {
  public let file: String
  public let key: String
  public let found: String
  public let allowed: String
  public var description: String { "\(file): \(key.isEmpty ? "" : "key '\(key)': ")found \(found); allowed: \(allowed)" }
}

extension Model {
  private static let keys = ["name", "base", "title", "conventions", "parameters"]

  /// A user's model: a listed model under its own name, with its parameters set.
  ///
  /// ```yaml
  /// name: my-boson
  /// base: vector
  /// title: Gauge boson of L_e - L_mu
  /// parameters: {x_e: 1, x_mu: -1, x_tau: 0, x_nu_e: 1, x_nu_mu: -1, x_u: 0, x_d: 0, x_s: 0, x_c: 0, x_b: 0, x_t: 0}
  /// ```
  ///
  /// - Parameters:
  ///   - file: the file's name, for messages.
  ///   - text: YAML with the keys `name`, `base`, and if wanted `title`, `conventions` and `parameters`.
  /// - Throws: ``ModelFileError`` for text that is not such a table, the name of a built-in model, a parameter that the base does not have or a value that it does not allow.
  public init(file: String, text: String) throws {
    func fail(_ key: String, _ found: String, _ allowed: String) -> ModelFileError { ModelFileError(file: file, key: key, found: found, allowed: allowed) }
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      let firstLine = "\(error)".split(whereSeparator: \.isNewline).first.map(String.init) ?? "unreadable text"
      throw fail("", "no YAML (\(firstLine))", "a table with \(Self.keys.joined(separator: ", "))")
    }
    guard let table = node?.mapping else { throw fail("", "no table", "a table with \(Self.keys.joined(separator: ", "))") }
    for (key, _) in table {
      guard let name = key.string, Self.keys.contains(name) else { throw fail(key.string ?? "?", "an unknown key", Self.keys.joined(separator: ", ")) }
    }
    func string(_ key: String) throws -> String? {
      guard let value = table[key] else { return nil }
      guard let string = value.string, !string.isEmpty else { throw fail(key, "no text", "one line of text") }
      // The text goes into pictures and tables, whose own languages begin a new command on a new line.
      let breaks = string.unicodeScalars.contains { $0 != " " && ($0.properties.generalCategory == .control || $0.properties.isPatternWhitespace) }
      guard string.count <= 500, !breaks else { throw fail(key, "several lines, control characters or more than 500 characters", "one line of text") }
      return string
    }
    guard let name = try string("name"), let baseName = try string("base") else { throw fail("name, base", "at least one missing", "both are needed") }
    guard name.count <= 40, name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) else {
      throw fail("name", "'\(name.prefix(60))'", "lower-case letters, digits and dashes, at most 40")
    }
    guard (try? Models.find(name)) == nil else { throw fail("name", "'\(name)', a built-in model", "a name that no built-in model has, nor as an alias") }
    guard let base = try? Models.find(baseName) else { throw fail("base", "'\(baseName.prefix(60))'", Models.all.map(\.name).joined(separator: ", ")) }
    var pairs: [(key: String, value: String)] = []
    if let parameters = table["parameters"] {
      guard let mapping = parameters.mapping else { throw fail("parameters", "no table", "a table of \(base.parameters.map(\.key).joined(separator: ", "))") }
      for (key, value) in mapping {
        guard let key = key.string, let value = value.scalar?.string else { throw fail("parameters", "an entry that is not key: value", "key: value") }
        pairs.append((key, value))
      }
    }
    let changed: Model
    do { changed = try base.setting(pairs) } catch ModelError.unknownParameter(_, let key, let allowed) {
      throw fail(key.isEmpty ? "parameters" : key, "a parameter that \(base.name) does not have", allowed.isEmpty ? "none" : allowed.joined(separator: ", "))
    } catch ModelError.parameterValue(_, let key, let value, let allowed) {
      throw fail(key, "'\(value.prefix(60))'", allowed)
    }
    self = changed.renamed(name, title: try string("title"), conventions: try string("conventions"))
  }
}
