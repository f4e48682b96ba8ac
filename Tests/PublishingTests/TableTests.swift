import Foundation
import Publishing
import Testing

struct TableTests {
  private let table = Table(
    columns: [.init("mass_GeV", "mass [GeV]", isIndependent: true), .init("status", "what, with \"quotes\"")],
    rows: [[.number(1.0 / 3), .text("a,b")], [.number(2e-9), .empty]])
  private let provenance = Provenance(command: "bounds test", model: "dark-photon")

  @Test func csvBeginsWithProvenanceAndQuotesFields() throws {
    let lines = try table.csv(provenance: provenance).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "# bounds_version: \(BoundsVersion.current)" && lines[1] == "# command: bounds test" && lines[2] == "# model: dark-photon")
    #expect(lines.suffix(4) == ["mass_GeV,status", "0.333333,\"a,b\"", "2e-09,", ""])
  }

  @Test func jsonHoldsTheRowsByName() throws {
    let object = try JSONSerialization.jsonObject(with: Data(try table.json(provenance: provenance).utf8)) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]])
    #expect(rows.count == 2 && rows[0]["status"] as? String == "a,b" && rows[1]["status"] is NSNull)
    #expect((object?["provenance"] as? [String: Any])?["command"] as? String == "bounds test")
  }

  @Test func hepDataHasDependentAndIndependentVariables() throws {
    let text = try table.hepDataYAML(provenance: provenance)
    #expect(text.hasPrefix("# bounds_version"))
    #expect(text.contains("independent_variables:") && text.contains("dependent_variables:") && text.contains("units: GeV"))
  }

  @Test func nanNeverReachesAFile() {
    let bad = Table(columns: [.init("x", "x")], rows: [[.number(.nan)]])
    #expect(throws: PublishingError.notFinite(where: "column x")) { try bad.csv(provenance: provenance) }
    #expect(throws: PublishingError.self) { try bad.aligned() }
    #expect(throws: PublishingError.self) { try bad.json(provenance: provenance) }
    #expect(throws: PublishingError.self) { try bad.hepDataYAML(provenance: provenance) }
  }

  @Test func alignedColumnsHaveNoTrailingBlanks() throws {
    #expect(try table.aligned() == "mass_GeV  status\n--------  ------\n0.333333  a,b\n2e-09\n")
  }
}
