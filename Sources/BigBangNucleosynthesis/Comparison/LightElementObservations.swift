import Foundation
import Units
import Yams

/// What is wrong with a file of observations: which file, which key, what was found, what is allowed.
public struct ObservationFileError: Error, CustomStringConvertible, Hashable {
  public let file: String
  public let key: String
  public let found: String
  public let allowed: String

  public var description: String { "\(file): \(key.isEmpty ? "document" : key): found \(found); allowed: \(allowed)" }
}

/// A predicted quantity that observations speak about.
public enum LightElementQuantity: String, Sendable, CaseIterable {
  case helium4 = "Yp"
  case deuterium = "D/H"
  case helium3 = "He3/H"
  case helium3OverDeuterium = "He3/D"
  case lithium7 = "Li7/H"

  /// Its value in a prediction.
  public func value(in abundances: Abundances) -> Double {
    switch self {
    case .helium4: abundances.heliumFraction
    case .deuterium: abundances.deuterium
    case .helium3: abundances.helium3
    // Where photons leave no deuterium the ratio is as good as this.
    case .helium3OverDeuterium: min(abundances.helium3 / abundances.deuterium, Self.largestRatio)
    case .lithium7: abundances.lithium7
    }
  }

  private static let largestRatio = 1e9
}

/// Observed primordial abundances: a versioned file that comes with the program or is the user's own.
public struct LightElementObservations: Sendable, Hashable {
  /// Which deviations count.
  public enum Side: String, Sendable, CaseIterable {
    case twoSided = "two"
    /// Only a prediction above the value is evidence against a model.
    case upperLimit = "upper"
  }

  public struct Observation: Sendable, Hashable {
    public let quantity: LightElementQuantity
    public let input: Input
    public let error: Double
    public let side: Side
    /// Whether it counts in the likelihood; others are kept for the record.
    public let isUsed: Bool
    public var value: Double { input.value }
  }

  public let name: String
  public let title: String
  public let observations: [Observation]

  /// Names of the sets that come with the program; the first is the default.
  public static let available = ["pdg-2024", "lbt-2026"]

  /// A set that comes with the program.
  ///
  /// - Throws: ``ObservationFileError`` for an unknown name.
  public static func named(_ name: String = available[0]) throws -> LightElementObservations {
    guard available.contains(name), let url = Bundle.module.url(forResource: name, withExtension: "yaml", subdirectory: "Observations") else {
      throw ObservationFileError(file: name, key: "", found: "no such set", allowed: available.joined(separator: ", "))
    }
    return try file(url)
  }

  /// The user's own file.
  ///
  /// - Throws: ``ObservationFileError`` when it cannot be read or says something that is not allowed.
  public static func file(_ url: URL) throws -> LightElementObservations {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw ObservationFileError(file: url.lastPathComponent, key: "", found: "no readable file", allowed: "a YAML file in UTF-8")
    }
    return try LightElementObservations(file: url.lastPathComponent, text: text)
  }

  /// - Throws: ``ObservationFileError``.
  public init(file: String, text: String) throws {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      throw ObservationFileError(file: file, key: "", found: "invalid YAML (\(String(describing: error).prefix(120)))", allowed: "a YAML mapping")
    }
    let document = try ObservationTable(file: file, path: "", node: root, allowed: ["name", "title", "observations"])
    name = try document.text("name")
    title = try document.text("title")
    var list: [Observation] = []
    for (index, node) in try document.list("observations").enumerated() {
      let table = try ObservationTable(
        file: file, path: "observations[\(index)]", node: node, allowed: ["quantity", "value", "error", "side", "use", "reference", "status"])
      let observation = try Observation(table)
      guard !list.contains(where: { $0.quantity == observation.quantity && $0.isUsed && observation.isUsed }) else {
        throw ObservationFileError(file: file, key: table.key("quantity"), found: "\(observation.quantity.rawValue) in use twice", allowed: "once")
      }
      list.append(observation)
    }
    guard list.contains(where: \.isUsed) else {
      throw ObservationFileError(file: file, key: "observations", found: "none in use", allowed: "at least one with use: true")
    }
    observations = list
  }

  /// Those that count.
  public var used: [Observation] { observations.filter(\.isUsed) }

  /// Each observation that counts as a set of its own.
  public var alone: [(quantity: LightElementQuantity, observations: LightElementObservations)] {
    used.map { ($0.quantity, LightElementObservations(name: name, title: "\(title), \($0.quantity.rawValue) alone", observations: [$0])) }
  }

  private init(name: String, title: String, observations: [Observation]) {
    self.name = name
    self.title = title
    self.observations = observations
  }
}

extension LightElementObservations.Observation {
  fileprivate init(_ table: ObservationTable) throws {
    let name = try table.text("quantity", among: LightElementQuantity.allCases.map(\.rawValue))
    let sideName = try table.text("side", among: LightElementObservations.Side.allCases.map(\.rawValue))
    let statusName = try table.text("status", among: SourceStatus.allCases.map(\.rawValue))
    let use = try table.text("use", among: ["true", "false"])
    guard let quantity = LightElementQuantity(rawValue: name), let side = LightElementObservations.Side(rawValue: sideName),
      let status = SourceStatus(rawValue: statusName)
    else { throw ObservationFileError(file: table.file, key: table.path, found: name, allowed: "a known quantity, side and status") }
    guard quantity != .lithium7 || use == "false" else {
      throw ObservationFileError(file: table.file, key: table.key("use"), found: "true for Li7/H", allowed: "false: the lithium problem is unsettled")
    }
    let (value, error) = (try table.positive("value"), try table.positive("error"))
    self.quantity = quantity
    self.error = error
    self.side = side
    isUsed = use == "true"
    input = Input("observed \(name)", value, uncertainty: error, source: try table.text("reference"), status: status)
  }
}

/// A mapping of a file of observations, read strictly: no unknown key, no key twice.
private struct ObservationTable {
  let file: String
  let path: String
  private let entries: [String: Node]

  init(file: String, path: String, node: Node?, allowed: [String]) throws {
    self.file = file
    self.path = path
    guard let mapping = node?.mapping else { throw ObservationFileError(file: file, key: path, found: "no mapping", allowed: "a mapping") }
    var entries: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      let place = path.isEmpty ? name : "\(path).\(name)"
      guard allowed.contains(name) else {
        throw ObservationFileError(file: file, key: place, found: "an unknown key", allowed: allowed.joined(separator: ", "))
      }
      guard entries.updateValue(value, forKey: name) == nil else { throw ObservationFileError(file: file, key: place, found: "the key twice", allowed: "once") }
    }
    self.entries = entries
  }

  func key(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  func text(_ name: String) throws -> String {
    guard let text = entries[name]?.scalar?.string, !text.isEmpty else {
      throw ObservationFileError(file: file, key: key(name), found: "nothing", allowed: "text")
    }
    return text
  }

  func text(_ name: String, among allowed: [String]) throws -> String {
    let text = try text(name)
    guard allowed.contains(text) else {
      throw ObservationFileError(file: file, key: key(name), found: "'\(text.prefix(60))'", allowed: allowed.joined(separator: ", "))
    }
    return text
  }

  func positive(_ name: String) throws -> Double {
    let text = try text(name)
    guard let value = Double(text), value.isFinite, value > 0 else {
      throw ObservationFileError(file: file, key: key(name), found: "'\(text.prefix(60))'", allowed: "a finite number above zero")
    }
    return value
  }

  func list(_ name: String) throws -> [Node] {
    guard let sequence = entries[name]?.sequence, !sequence.isEmpty else {
      throw ObservationFileError(file: file, key: key(name), found: "no list", allowed: "a list with at least one entry")
    }
    return Array(sequence)
  }
}
