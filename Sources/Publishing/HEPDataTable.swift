import Foundation
import Yams

extension Table {
  /// The table as a HEPData YAML document (independent and dependent variables, schema 1.1), provenance as leading comments.
  public func hepDataYAML(provenance: Provenance) throws -> String {
    let indexed = Array(columns.enumerated())
    let document = Node([
      (Node("independent_variables"), Node(try indexed.filter(\.element.isIndependent).map { try variable($0.offset, $0.element) })),
      (Node("dependent_variables"), Node(try indexed.filter { !$0.element.isIndependent }.map { try variable($0.offset, $0.element) })),
    ])
    let comments = provenance.lines.map { "# \($0.key): \($0.text)\n" }.joined()
    return comments + (try Yams.serialize(node: document, width: -1, allowUnicode: true))
  }

  private func variable(_ index: Int, _ column: Column) throws -> Node {
    // A unit is the part of the name after its last underscore where the field writes it so: mass_GeV.
    let unit = column.name.split(separator: "_").last.map(String.init) ?? ""
    let hasUnit = ["GeV", "s", "m", "keV", "MeV"].contains(unit)
    let header = Node([(Node("name"), Node(column.meaning))] + (hasUnit ? [(Node("units"), Node(unit))] : []))
    let values = try rows.map { row -> Node in
      switch row[index] {
      case .number(let value): Node([(Node("value"), Node(try Self.formatted(value, in: column.name)))])
      case .text(let text): Node([(Node("value"), Node(text, Tag(.str), .doubleQuoted))])
      case .empty: Node([(Node("value"), Node("-", Tag(.str), .doubleQuoted))])
      }
    }
    return Node([(Node("header"), header), (Node("values"), Node(values))])
  }
}
