import Foundation
import Publishing
import Testing

struct JSONValueTests {
  @Test func membersKeepTheirOrder() throws {
    let text = try JSONValue.object([.init("z", .integer(1)), .init("a", .number(2.5e-12)), .init("m", .array([.string("x"), .null, .bool(true)]))]).rendered()
    #expect(text == "{\n  \"z\": 1,\n  \"a\": 2.5e-12,\n  \"m\": [\"x\", null, true]\n}\n")
  }

  @Test func everyStringSurvivesFoundation() throws {
    let strings = ["", "quote \" and \\", "line\nbreak\ttab\u{01}", "ε, μ and ρ", "/"]
    let data = Data(try JSONValue.array(strings.map(JSONValue.string)).rendered().utf8)
    #expect(try JSONSerialization.jsonObject(with: data) as? [String] == strings)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aNumberThatIsNotFiniteIsRefusedWithItsPath(value: Double) {
    #expect(throws: PublishingError.notFinite(where: "/a/1")) { try JSONValue.object([.init("a", .array([.number(1), .number(value)]))]).rendered() }
  }
}
