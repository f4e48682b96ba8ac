import Foundation
import Testing

/// The layers of the house, bottom to top; a target may import only layers below its own, and siblings (same row) never import each other.
private let layers: [[String]] = [
  ["CGSL", "CFFTW3"], ["Units"], ["Numerics"], ["Likelihoods"], ["Portals"], ["Plasma"], ["EarlyUniverse"],
  ["StellarCooling", "Supernova1987A", "BigBangNucleosynthesis", "CosmicMicrowaveBackground", "Accelerators"], ["Combination"], ["Publishing"], ["bounds"],
]

struct LayeringTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func swiftFiles() throws -> [(target: String, file: URL)] {
    let sources = package.appendingPathComponent("Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }.sorted().map {
      (String($0.split(separator: "/")[0]), sources.appendingPathComponent($0))
    }
  }

  private static func level(of target: String) -> Int? { layers.firstIndex { $0.contains(target) } }

  @Test func everyTargetHasALayer() throws {
    for (target, _) in try Self.swiftFiles() { #expect(Self.level(of: target) != nil, "\(target) is not in the list of layers") }
  }

  @Test func noFileImportsUpwardOrSideways() throws {
    for (target, file) in try Self.swiftFiles() {
      guard let own = Self.level(of: target) else { continue }
      for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline) {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position <= 1, position + 1 < words.count, !line.hasPrefix(" ") else { continue }
        if let imported = Self.level(of: String(words[position + 1])) {
          #expect(imported < own, "\(file.lastPathComponent) of \(target) imports \(words[position + 1])")
        }
      }
    }
  }

  @Test func onlyNumericsTouchesTheCLibraries() throws {
    for (target, file) in try Self.swiftFiles() where target != "Numerics" {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("import CGSL") && !text.contains("import CFFTW3"), "\(file.lastPathComponent) of \(target) bypasses Numerics")
    }
  }

  @Test func noFileIsATableOfContents() throws {
    for (_, file) in try Self.swiftFiles() {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 320, "\(file.lastPathComponent) has \(lines) lines: is it one idea?")
    }
  }
}
