import Foundation
import Units

/// A table of the repository: how it is made and what it depends on.
public struct TableRecipe: Sendable {
  /// Also the file name, without `.csv`.
  public let name: String
  /// One sentence for the manifest and the index.
  public let summary: String
  /// Every input on which the table depends.
  public let inputs: [Input]
  let make: @Sendable () async throws -> (table: Table, provenance: Provenance)

  public init(name: String, summary: String, inputs: [Input], make: @escaping @Sendable () async throws -> (table: Table, provenance: Provenance)) {
    self.name = name
    self.summary = summary
    self.inputs = inputs
    self.make = make
  }

  /// The file's text.
  func rendered() async throws -> String {
    let (table, provenance) = try await make()
    return try table.csv(provenance: provenance)
  }
}

/// The folder `Tables/`: regenerated from inputs, verified by recomputing, described by `manifest.json` with hashes of inputs and outputs.
public struct TableStore: Sendable {
  public let folder: String
  public let recipes: [TableRecipe]

  public init(folder: String, recipes: [TableRecipe]) {
    self.folder = folder
    self.recipes = recipes
  }

  /// A difference between a file and what its recipe gives.
  public struct Difference: Sendable, Hashable, CustomStringConvertible {
    public let name: String
    public let detail: String
    public var description: String { "\(name): \(detail)" }
  }

  private var manifestPath: String { folder + "/manifest.json" }
  private func path(_ recipe: TableRecipe) -> String { "\(folder)/\(recipe.name).csv" }

  /// The recipes named, all when `names` is empty.
  public func selecting(_ names: [String]) throws -> [TableRecipe] {
    let available = recipes.map(\.name)
    if let unknown = names.first(where: { !available.contains($0) }) { throw PublishingError.unknownTable(name: unknown, available: available) }
    return names.isEmpty ? recipes : recipes.filter { names.contains($0.name) }
  }

  /// Recomputes and rewrites the named tables, then the manifest. Nothing is written until every table is computed.
  public func regenerate(_ names: [String], progress: (String) -> Void) async throws {
    let chosen = try selecting(names)
    var texts: [String: String] = [:]
    for recipe in chosen {
      progress(recipe.name)
      texts[recipe.name] = try await recipe.rendered()
    }
    var entries: [JSONValue] = []
    for recipe in recipes {
      let text = try texts[recipe.name] ?? read(path(recipe))
      entries.append(Self.entry(recipe, text))
    }
    let manifest = try JSONValue.object([.init("bounds_version", .string(BoundsVersion.current)), .init("tables", .array(entries))]).rendered()
    try AtomicFile.makeFolder(for: manifestPath)
    for recipe in chosen { if let text = texts[recipe.name] { try AtomicFile.write(text, to: path(recipe)) } }
    try AtomicFile.write(manifest, to: manifestPath)
  }

  /// Recomputes the named tables and compares them, and the manifest.
  ///
  /// On one machine the bytes are the same. Mathematics libraries of two machines may differ in the last bit, which can turn the last printed digit: numbers that
  /// agree within two units of it count as the same, anything else is a difference.
  public func verify(_ names: [String], progress: (String) -> Void) async throws -> [Difference] {
    let chosen = try selecting(names)
    let manifest = try read(manifestPath)
    var differences: [Difference] = []
    for recipe in chosen {
      progress(recipe.name)
      let stored = try read(path(recipe))
      let fresh = try await recipe.rendered()
      if !Self.agree(stored, fresh) { differences.append(Difference(name: recipe.name, detail: Self.firstDifference(stored, fresh))) }
      if !manifest.contains("\"output_sha256\": \"\(ContentHash.of(Data(stored.utf8)))\"") {
        differences.append(Difference(name: recipe.name, detail: "manifest.json holds another hash of the output"))
      }
      if !manifest.contains("\"inputs_sha256\": \"\(ContentHash.of(recipe.inputs))\"") {
        differences.append(Difference(name: recipe.name, detail: "manifest.json holds another hash of the inputs"))
      }
    }
    return differences
  }

  private static func entry(_ recipe: TableRecipe, _ text: String) -> JSONValue {
    .object([
      .init("name", .string(recipe.name)), .init("file", .string(recipe.name + ".csv")), .init("summary", .string(recipe.summary)),
      .init("inputs_sha256", .string(ContentHash.of(recipe.inputs))), .init("output_sha256", .string(ContentHash.of(Data(text.utf8)))),
    ])
  }

  private func read(_ path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PublishingError.cannotRead(path: path, reason: "the file is missing; run: bounds tables regenerate")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Whether two tables are the same text, up to two units in the last printed digit of a number.
  package static func agree(_ stored: String, _ fresh: String) -> Bool {
    if stored == fresh { return true }
    let separators: Set<Character> = [",", "\n"]
    let (old, new) = (
      stored.split(omittingEmptySubsequences: false) { separators.contains($0) }, fresh.split(omittingEmptySubsequences: false) { separators.contains($0) }
    )
    guard old.count == new.count else { return false }
    return zip(old, new).allSatisfy { a, b in
      if a == b { return true }
      guard let x = Double(a), let y = Double(b) else { return false }
      return abs(x - y) <= 2 * max(abs(x), abs(y)) * pow(10, Double(1 - Table.significantDigits))
    }
  }

  private static func firstDifference(_ stored: String, _ fresh: String) -> String {
    let old = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let new = fresh.split(separator: "\n", omittingEmptySubsequences: false)
    for line in 0..<max(old.count, new.count) {
      let (a, b) = (line < old.count ? old[line] : "(end of file)", line < new.count ? new[line] : "(end of file)")
      if a != b { return "line \(line + 1): the file has '\(a)', recomputing gives '\(b)'" }
    }
    return "the bytes differ"
  }
}
