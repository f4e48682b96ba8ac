import Foundation
import Publishing
import Testing

struct AtomicFileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bounds-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func replacesTheOldFileWhole() throws {
    try withFolder { folder in
      let path = folder + "/table.csv"
      try AtomicFile.write("old", to: path)
      try AtomicFile.write("new", to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["table.csv"])
    }
  }

  @Test func failsWithoutLeavingAnything() throws {
    try withFolder { (folder: String) throws in
      #expect(throws: PublishingError.self) { try AtomicFile.write("x", to: folder + "/absent/table.csv") }
      #expect(throws: PublishingError.self) { try AtomicFile.write("x", to: folder) }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "no /dev/full on this system"))
  func aFullDiskIsAnErrorAndADeviceStaysADevice() throws {
    #expect(throws: PublishingError.self) { try AtomicFile.write("x", to: "/dev/full") }
    try AtomicFile.write("x", to: "/dev/null")
    for device in ["/dev/full", "/dev/null"] {
      let type = try FileManager.default.attributesOfItem(atPath: device)[.type] as? FileAttributeType
      #expect(type == .typeCharacterSpecial)
    }
  }
}
