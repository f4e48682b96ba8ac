import Foundation

/// A picture as gnuplot draws it: script and data are written beside the picture, so that a physicist can edit and rerun them.
public struct GnuplotFigure: Sendable {
  /// The script, without terminal and output lines.
  public let script: String
  /// The data file that the script reads under the name ``dataPlaceholder``.
  public let data: String

  /// Stands in the script for the name of the data file.
  public static let dataPlaceholder = "@DATA@"

  public init(script: String, data: String) {
    self.script = script
    self.data = data
  }

  /// Text between gnuplot's single quotes. A line break would end the string and start a command, so control characters become spaces.
  static func quoted(_ text: String) -> String { "'\(oneLine(text).replacingOccurrences(of: "'", with: "''"))'" }

  /// The provenance as comments.
  static func comments(_ provenance: Provenance) -> String { provenance.lines.map { "# \(oneLine("\($0.key): \($0.text)"))\n" }.joined() }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control || $0.properties.isPatternWhitespace ? " " : $0 }))
  }

  /// What `bounds plot` can draw.
  public enum Format: String, Sendable, CaseIterable {
    case svg, pdf, png

    /// The format named by the extension of `path`.
    public init?(path: String) { self.init(rawValue: (path as NSString).pathExtension.lowercased()) }

    fileprivate var terminal: String {
      switch self {
      case .svg: "svg size 1000,750 font 'Helvetica,15' background rgb 'white' enhanced dynamic"
      case .pdf: "pdfcairo size 20cm,15cm font 'Helvetica,12' enhanced"
      case .png: "pngcairo size 1600,1200 font 'Helvetica,22' enhanced"
      }
    }
  }

  /// Writes `STEM.gp`, `STEM.dat` and the picture itself.
  ///
  /// - Throws: ``PublishingError/missingProgram(name:hint:)`` without gnuplot: script and data are then written all the same and the message says so;
  ///   ``PublishingError/programFailed(name:status:output:)`` and ``PublishingError/cannotWrite(path:reason:)``.
  public func write(to path: String, format: Format) throws {
    let stem = (path as NSString).deletingPathExtension
    let base = (stem as NSString).lastPathComponent
    let picture = (path as NSString).lastPathComponent
    // A name with a quote would end gnuplot's string.
    guard !picture.contains("'"), !picture.contains("\n") else {
      throw PublishingError.cannotWrite(path: path, reason: "the file name must not contain quotes or line breaks")
    }
    let text = "set terminal \(format.terminal)\nset output '\(picture)'\n" + script.replacingOccurrences(of: Self.dataPlaceholder, with: base + ".dat")
    try AtomicFile.write(data, to: stem + ".dat")
    try AtomicFile.write(text, to: stem + ".gp")
    guard let gnuplot = Self.find("gnuplot") else {
      throw PublishingError.missingProgram(
        name: "gnuplot",
        hint: "script and data were written to \(stem).gp and \(stem).dat; install gnuplot (apt-get install gnuplot-nox) and run: gnuplot \(base).gp")
    }
    // gnuplot does not notice a full disk, so it hands the picture over and the file is written whole or not at all.
    let drawn = text.replacingOccurrences(of: "set output '\(picture)'\n", with: "")
    let folder = (path as NSString).deletingLastPathComponent
    try AtomicFile.write(try Self.run(gnuplot, script: drawn, folder: folder.isEmpty ? "." : folder), to: path)
  }

  private static func find(_ program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// What gnuplot writes to its standard output for `script`, run in `folder`.
  private static func run(_ executable: String, script: String, folder: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw PublishingError.missingProgram(name: "gnuplot", hint: "it could not be started") }
    // Written from another thread: a long script and a long picture would otherwise wait for each other.
    let stdin = input.fileHandleForWriting
    DispatchQueue.global().async {
      stdin.write(Data((script + "\nunset output\n").utf8))
      try? stdin.close()
    }
    let picture = output.fileHandleForReading.readDataToEndOfFile()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, !picture.isEmpty else {
      let firstLine = text.split(whereSeparator: \.isNewline).first { !$0.trimmingCharacters(in: .whitespaces).isEmpty }.map(String.init) ?? "no message"
      throw PublishingError.programFailed(name: "gnuplot", status: Int(process.terminationStatus), output: firstLine)
    }
    return picture
  }
}
