import Combination
import Foundation
import Likelihoods
import Units

/// What every machine-readable output begins with: enough to produce it again. No time stamp, no host, no thread count.
public struct Provenance: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public let key: String
    public let value: JSONValue

    /// The value on one line.
    var text: String {
      switch value {
      case .string(let text): text
      case .array(let items):
        items.map { if case .string(let text) = $0 { text } else { "" } }.joined(separator: "; ")
      case .number(let number): "\(number)"
      case .integer(let number): "\(number)"
      case .bool(let flag): flag ? "true" : "false"
      case .object, .null: ""
      }
    }
  }

  public let lines: [Line]

  /// - Parameters:
  ///   - command: the command line without the program's path and without options that do not change the result (`-o`, `--quiet`, `--format`, `--threads`).
  ///   - model: model name; `nil` where no model is involved.
  ///   - parameters: its parameters in order.
  ///   - test: settings of the hypothesis test; `nil` where nothing is tested.
  public init(
    command: String, model: String?, parameters: [(key: String, value: String)] = [], constraints: [BoundConstraint] = [], test: TestSettings? = nil,
    inputs: [Input] = []
  ) {
    var lines = [Line(key: "bounds_version", value: .string(BoundsVersion.current)), Line(key: "command", value: .string(command))]
    if let model { lines.append(Line(key: "model", value: .string(model))) }
    if !parameters.isEmpty { lines.append(Line(key: "parameters", value: .array(parameters.map { .string("\($0.key)=\($0.value)") }))) }
    if !constraints.isEmpty {
      lines.append(Line(key: "constraints", value: .array(constraints.map { .string($0.identity.id) })))
      lines.append(Line(key: "constraint_set_hash", value: .string(ContentHash.of(constraints))))
    }
    if let test {
      lines.append(Line(key: "cl", value: .number(test.confidenceLevel)))
      lines.append(Line(key: "sidedness", value: .string("one-sided")))
      lines.append(Line(key: "dof", value: .integer(1)))
      lines.append(Line(key: "criterion_reading", value: .string(test.reading.rawValue)))
      let variants = constraints.flatMap(\.variants).map { "\($0.name)=\(test.choices.option(of: $0))" }
      lines.append(Line(key: "nuisance_mode", value: .string("discrete nuisances fixed to the named variants")))
      lines.append(Line(key: "variants", value: .array(Self.uniqued(variants).map(JSONValue.string))))
    }
    let groups = constraints.map { (owner: $0.identity.id + ": ", inputs: $0.inputs) } + [(owner: "", inputs: inputs)]
    let sources = Self.uniqued(groups.flatMap(\.inputs).map(\.source))
    if !sources.isEmpty {
      let recalled = groups.flatMap { group in group.inputs.filter { $0.status == .recalled }.map { group.owner + $0.name } }
      lines.append(Line(key: "input_sources", value: .array(sources.map(JSONValue.string))))
      lines.append(Line(key: "recalled_inputs", value: .array(Self.uniqued(recalled).map(JSONValue.string))))
    }
    self.lines = lines
  }

  /// As a JSON object with the same keys in the same order.
  public var json: JSONValue { .object(lines.map { .init($0.key, $0.value) }) }

  private static func uniqued(_ texts: [String]) -> [String] {
    var seen = Set<String>()
    return texts.filter { seen.insert($0).inserted }
  }
}

/// The version of the program, as in CHANGELOG.md and CITATION.cff.
public enum BoundsVersion {
  public static let current = "0.1.0"
}
