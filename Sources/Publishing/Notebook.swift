/// A Jupyter notebook (nbformat 4.5) without outputs, time stamps or random cell ids: the same input gives the same bytes.
public struct Notebook: Sendable {
  public enum Cell: Sendable {
    case markdown(String)
    case python(String)
  }

  /// Prefix of the cell ids.
  public let name: String
  public let cells: [Cell]

  public init(name: String, cells: [Cell]) {
    self.name = name
    self.cells = cells
  }

  public func rendered() throws -> String {
    let cellValues = cells.enumerated().map { index, cell in
      let id = JSONValue.Member("id", .string("\(name)-\(index + 1)"))
      switch cell {
      case .markdown(let text):
        return JSONValue.object([.init("cell_type", .string("markdown")), id, .init("metadata", .object([])), .init("source", Self.source(text))])
      case .python(let text):
        return JSONValue.object([
          .init("cell_type", .string("code")), .init("execution_count", .null), id, .init("metadata", .object([])), .init("outputs", .array([])),
          .init("source", Self.source(text)),
        ])
      }
    }
    return try JSONValue.object([
      .init("cells", .array(cellValues)),
      .init(
        "metadata",
        .object([
          .init("kernelspec", .object([.init("display_name", .string("Python 3")), .init("language", .string("python")), .init("name", .string("python3"))])),
          .init("language_info", .object([.init("name", .string("python"))])),
        ])),
      .init("nbformat", .integer(4)),
      .init("nbformat_minor", .integer(5)),
    ]).rendered()
  }

  /// Lines with their line ends, as the format wants them.
  private static func source(_ text: String) -> JSONValue {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return .array(lines.enumerated().map { .string($0 < lines.count - 1 ? $1 + "\n" : $1) })
  }
}
