import Yams

extension JSONValue {
  /// One row per number or text: the path of keys and the value.
  public func flattened() -> Table {
    var rows: [[Table.Cell]] = []
    func walk(_ value: JSONValue, _ path: String) {
      switch value {
      case .object(let members): for member in members { walk(member.value, path.isEmpty ? member.key : "\(path).\(member.key)") }
      case .array(let items): for (i, item) in items.enumerated() { walk(item, "\(path).\(i)") }
      case .number(let number): rows.append([.text(path), .number(number)])
      case .integer(let number): rows.append([.text(path), .number(Double(number))])
      case .string(let text): rows.append([.text(path), .text(text)])
      case .bool(let flag): rows.append([.text(path), .text(flag ? "true" : "false")])
      case .null: rows.append([.text(path), .empty])
      }
    }
    walk(self, "")
    return Table(columns: [.init("quantity", "path of keys", isIndependent: true), .init("value", "value")], rows: rows)
  }

  /// The document as YAML. JSON is YAML's flow form, so reading the one gives the other with the members in order.
  public func yaml() throws -> String {
    guard let node = try Yams.compose(yaml: try rendered()) else { return "" }
    return try Yams.serialize(node: node.inBlockStyle, width: -1, allowUnicode: true)
  }
}

extension Node {
  fileprivate var inBlockStyle: Node {
    switch self {
    case .mapping(let mapping): Node(mapping.map { (Node($0.key.string ?? ""), $0.value.inBlockStyle) }, mapping.tag, .block)
    case .sequence(let sequence): Node(sequence.map(\.inBlockStyle), sequence.tag, .block)
    default: self
    }
  }
}
