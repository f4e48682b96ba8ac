import Foundation

/// A JSON document whose members keep their order: provenance comes first, and the same input gives the same bytes.
public enum JSONValue: Sendable, Hashable {
  case object([Member])
  case array([JSONValue])
  case number(Double)
  case integer(Int)
  case string(String)
  case bool(Bool)
  case null

  public struct Member: Sendable, Hashable {
    public let key: String
    public let value: JSONValue
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A number, or null where there is none.
  public static func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }

  /// The document as UTF-8 text with two-space indentation and a final newline.
  ///
  /// - Throws: ``PublishingError/notFinite(where:)`` when a number is not finite: NaN never reaches a file.
  public func rendered() throws -> String { try text(indent: "", path: "") + "\n" }

  private func text(indent: String, path: String) throws -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let lines = try members.map { "\(inner)\(Self.quoted($0.key)): \(try $0.value.text(indent: inner, path: path + "/" + $0.key))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let elements):
      guard !elements.isEmpty else { return "[]" }
      let texts = try elements.enumerated().map { try $1.text(indent: inner, path: "\(path)/\($0)") }
      let flat = elements.allSatisfy { if case .object = $0 { false } else if case .array = $0 { false } else { true } }
      if flat, texts.reduce(0, { $0 + $1.count }) < 100 { return "[" + texts.joined(separator: ", ") + "]" }
      return "[\n" + texts.map { inner + $0 }.joined(separator: ",\n") + "\n\(indent)]"
    case .number(let value):
      guard value.isFinite else { throw PublishingError.notFinite(where: path) }
      return "\(value)"
    case .integer(let value): return "\(value)"
    case .string(let value): return Self.quoted(value)
    case .bool(let value): return value ? "true" : "false"
    case .null: return "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case let control where control.value < 0x20: result += String(format: "\\u%04x", control.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
