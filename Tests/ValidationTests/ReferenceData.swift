import Foundation

/// Published and independently computed numbers that live beside the repository, not in it: found through the environment variable BOUNDS_SHARED,
/// else in a folder `shared` beside the package. Tests that need them are skipped, saying so, when they are absent.
enum ReferenceData {
  /// The file `reference/<path>`, `nil` when it is absent.
  static func file(_ path: String) -> URL? {
    let url = root.appendingPathComponent("reference").appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// Whether the folder is there at all.
  static var isAvailable: Bool { FileManager.default.fileExists(atPath: root.appendingPathComponent("reference").path) }

  static let absence = "the shared reference folder is absent (set BOUNDS_SHARED to point to it)"

  /// The numeric lines of a text table; '#' starts a comment, blanks and commas separate.
  static func columns(_ url: URL) throws -> [[Double]] {
    try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).compactMap { line in
      let fields = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" || $0 == "," }
      let numbers = fields.compactMap { Double($0) }
      return numbers.count == fields.count && !numbers.isEmpty ? numbers : nil
    }
  }

  /// The lines of a comma-separated table as dictionaries by the names of its first line. No field contains a comma or a quote.
  static func rows(_ url: URL) throws -> [[String: String]] {
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
  }

  private static var root: URL {
    if let path = ProcessInfo.processInfo.environment["BOUNDS_SHARED"], !path.isEmpty { return URL(fileURLWithPath: path) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared")
  }
}
