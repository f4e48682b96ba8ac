import Foundation

/// Writes a file whole or not at all: to a temporary neighbour, flushed to disk, then renamed.
public enum AtomicFile {
  /// - Throws: ``PublishingError/cannotWrite(path:reason:)``; then the old file, if any, is untouched and no temporary is left behind.
  public static func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  public static func write(_ data: Data, to path: String) throws {
    if isDeviceOrPipe(path) { return try writeThrough(data, to: path) }
    let temporary = path + ".partial-\(ProcessInfo.processInfo.processIdentifier)"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { throw PublishingError.cannotWrite(path: path, reason: systemMessage()) }
    do {
      try writeAndClose(data, descriptor, path: path)
      guard rename(temporary, path) == 0 else { throw PublishingError.cannotWrite(path: path, reason: systemMessage()) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Makes the folder that is to hold `path`, with its parents.
  public static func makeFolder(for path: String) throws {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty else { return }
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw PublishingError.cannotWrite(path: folder, reason: "the folder cannot be made")
    }
  }

  /// A device or a pipe takes the data as they come; renaming a file over it would destroy it.
  private static func isDeviceOrPipe(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private static func writeThrough(_ data: Data, to path: String) throws {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw PublishingError.cannotWrite(path: path, reason: systemMessage()) }
    defer { close(descriptor) }
    try writeAll(data, to: descriptor, path: path)
  }

  /// Closes the descriptor once, whatever happens: closing it again could close a file that another thread has opened since.
  private static func writeAndClose(_ data: Data, _ descriptor: Int32, path: String) throws {
    do {
      try writeAll(data, to: descriptor, path: path)
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw PublishingError.cannotWrite(path: path, reason: systemMessage()) }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw PublishingError.cannotWrite(path: path, reason: systemMessage()) }
  }

  private static func writeAll(_ data: Data, to descriptor: Int32, path: String) throws {
    try data.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let written = Foundation.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
        guard written > 0 else { throw PublishingError.cannotWrite(path: path, reason: systemMessage()) }
        offset += written
      }
    }
  }

  private static func systemMessage() -> String { String(cString: strerror(errno)) }
}
