import Foundation
import Publishing
import Testing

struct NotebookTests {
  @Test func cellsHaveStableIdsAndNoOutputs() throws {
    let notebook = Notebook(name: "toy", cells: [.markdown("# Title\ntext"), .python("print(1)")])
    let text = try notebook.rendered()
    #expect(try notebook.rendered() == text)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let cells = try #require(object["cells"] as? [[String: Any]])
    #expect(cells.map { $0["id"] as? String } == ["toy-1", "toy-2"])
    #expect(cells[0]["source"] as? [String] == ["# Title\n", "text"])
    #expect((cells[1]["outputs"] as? [Any])?.isEmpty == true && cells[1]["execution_count"] is NSNull)
    #expect(object["nbformat"] as? Int == 4 && object["nbformat_minor"] as? Int == 5)
  }
}
