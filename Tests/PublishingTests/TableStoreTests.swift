import Foundation
import Publishing
import Testing
import Units

struct TableStoreTests {
  private func store(in folder: String, value: Double, input: Double = 1) -> TableStore {
    let inputs = [Input("toy", input, source: "test", status: .derived)]
    return TableStore(
      folder: folder,
      recipes: [
        TableRecipe(name: "toy", summary: "a toy", inputs: inputs) {
          (Table(columns: [.init("x", "x")], rows: [[.number(value)]]), Provenance(command: "bounds tables regenerate toy", model: nil, inputs: inputs))
        }
      ])
  }

  @Test func regeneratedTablesVerifyAndChangesAreFound() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bounds-test-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await store(in: folder, value: 1).regenerate([]) { _ in }
    #expect(try await store(in: folder, value: 1).verify([]) { _ in }.isEmpty)
    let changed = try await store(in: folder, value: 2).verify(["toy"]) { _ in }
    #expect(changed.count == 1 && changed[0].detail.contains("the file has '1', recomputing gives '2'"))
    let otherInput = try await store(in: folder, value: 1, input: 3).verify([]) { _ in }
    #expect(otherInput.map(\.detail) == ["manifest.json holds another hash of the inputs"])
    try AtomicFile.write("edited by hand\n", to: folder + "/toy.csv")
    #expect(try await store(in: folder, value: 1).verify([]) { _ in }.count == 2)
  }

  @Test func onlyTheLastPrintedDigitMayDiffer() {
    #expect(TableStore.agree("a,1.23456e-07\nb,\n", "a,1.23457e-07\nb,\n"))
    #expect(!TableStore.agree("a,1.23456e-07\n", "a,1.23496e-07\n"))
    #expect(!TableStore.agree("a,1.23456e-07\n", "b,1.23456e-07\n"))
    #expect(!TableStore.agree("a,1\n", "a,1\nb,2\n"))
    #expect(!TableStore.agree("a,\n", "a,1\n"))
  }

  @Test func unknownNamesAndMissingFilesAreNamed() async {
    let store = store(in: "/nonexistent-folder", value: 1)
    await #expect(throws: PublishingError.unknownTable(name: "x", available: ["toy"])) { try await store.verify(["x"]) { _ in } }
    await #expect(throws: PublishingError.self) { try await store.verify([]) { _ in } }
  }
}
