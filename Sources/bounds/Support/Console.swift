import Foundation
import Publishing

/// The two streams: stdout carries the result alone, stderr everything else.
enum Console {
  static let stdoutIsTerminal = isatty(STDOUT_FILENO) == 1
  static let stderrIsTerminal = isatty(STDERR_FILENO) == 1

  /// A line on stderr.
  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// The result on stdout.
  ///
  /// - Throws: ``PublishingError/cannotWrite(path:reason:)`` when stdout cannot take it (a full disk, a closed pipe).
  static func result(_ text: String) throws {
    do { try FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) } catch {
      throw PublishingError.cannotWrite(path: "standard output", reason: "the stream did not take the result")
    }
  }
}

/// A progress bar on stderr when it is a terminal, nothing otherwise.
final class ProgressBar: Sendable {
  private let label: String
  private let total: Int
  private let isShown: Bool

  init(_ label: String, total: Int, quiet: Bool) {
    self.label = label
    self.total = total
    isShown = Console.stderrIsTerminal && !quiet && total > 0
  }

  func update(_ done: Int) {
    guard isShown else { return }
    let width = 40
    let filled = width * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
    FileHandle.standardError.write(Data("\r\(label) [\(bar)] \(done)/\(total)".utf8))
    if done == total { FileHandle.standardError.write(Data("\n".utf8)) }
  }
}
