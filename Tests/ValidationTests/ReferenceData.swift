import Foundation

/// The shared reference numbers of other people: the folder in BOUNDS_SHARED, else `../shared` beside the package.
enum ReferenceData {
  private static let root: URL = {
    if let path = ProcessInfo.processInfo.environment["BOUNDS_SHARED"] { return URL(fileURLWithPath: path) }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  /// The file `reference/<path>`, or nil when it is not on this machine.
  static func file(_ path: String) -> URL? {
    let url = root.appendingPathComponent("reference").appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// The numbers of every line; '#' starts a comment, blanks and commas separate, lines without numbers are left out.
  static func columns(_ url: URL) throws -> [[Double]] {
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let numbers = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" || $0 == "," }.map { Double($0) }
      return numbers.isEmpty || numbers.contains(nil) ? nil : numbers.compactMap { $0 }
    }
  }
}
