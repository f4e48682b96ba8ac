import Foundation

/// The built program, run as a user would run it.
enum BoundsProgram {
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String

    /// The lines of stderr.
    var errorLines: [String] { errors.split(whereSeparator: \.isNewline).map(String.init) }
  }

  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The executable lies beside the test bundle that is running.
  static let executable: URL = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let beside = bundle.appendingPathComponent("bounds")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : package.appendingPathComponent(".build/release/bounds")
  }()

  static func run(_ arguments: String..., environment: [String: String] = [:], folder: URL? = nil) throws -> Outcome {
    try run(arguments, environment: environment, folder: folder)
  }

  static func run(_ arguments: [String], environment: [String: String] = [:], folder: URL? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder ?? package
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // stderr is a few lines at most, so stdout may be drained first.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let notes = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: String(decoding: text, as: UTF8.self), errors: String(decoding: notes, as: UTF8.self))
  }

  static func json(_ arguments: String...) throws -> [String: Any] { try json(arguments) }

  static func json(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try run(arguments)
    return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any] ?? [:]
  }

  /// A folder that is removed afterwards.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bounds-end-to-end-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// The files below a folder.
  static func files(in folder: URL) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
}
