import Portals
import Testing

struct ModelFileTests {
  private static let good = """
    name: e-minus-mu
    base: vector
    title: Gauge boson of L_e - L_mu
    parameters: {x_e: 1, x_mu: -1, x_tau: 0, x_nu_e: 1, x_nu_mu: -1, x_u: 0, x_d: 0, x_s: 0, x_c: 0, x_b: 0, x_t: 0}
    """

  @Test func parametersAndNameAreTaken() throws {
    let model = try Model(file: "m.yaml", text: Self.good)
    #expect(model.name == "e-minus-mu" && model.title == "Gauge boson of L_e - L_mu" && model.aliases.isEmpty && model.benchmark == nil)
    guard case .vector(let portal) = model.portal else {
      Issue.record("not a vector")
      return
    }
    #expect(portal.charges.electron == 1 && portal.charges.muon == -1 && portal.charges.up == 0)
  }

  @Test(arguments: [
    ("just text", ""), ("name: a\nbase: vector\ncolour: red", "colour"), ("name: a\nbase: nothing", "base"), ("name: A b\nbase: vector", "name"),
    ("base: vector", "name, base"), ("name: a\nbase: vector\nparameters: 3", "parameters"), ("name: [a", ""), ("", ""),
  ])
  func whatIsWrongIsNamed(text: String, key: String) {
    #expect {
      try Model(file: "m.yaml", text: text)
    } throws: { error in
      guard let error = error as? ModelFileError else { return false }
      return error.file == "m.yaml" && error.key == key && !error.allowed.isEmpty
    }
  }

  @Test func valuesOutsideTheirRangeAreRefused() {
    #expect(throws: ModelError.self) { try Model(file: "m.yaml", text: "name: a\nbase: vector\nparameters: {x_e: 99}") }
    #expect(throws: ModelError.self) { try Model(file: "m.yaml", text: "name: a\nbase: vector\nparameters: {x_e: .nan}") }
    #expect(throws: ModelError.self) { try Model(file: "m.yaml", text: "name: a\nbase: vector\nparameters: {charm: 1}") }
  }

  /// A title with a line break could start a command where it is printed.
  @Test(arguments: ["a\\nb", "a\\u2028b", "a\\x07b"])
  func titlesAreOneLine(title: String) {
    #expect(throws: ModelFileError.self) { try Model(file: "m.yaml", text: "name: mine\nbase: vector\ntitle: \"\(title)\"\n") }
  }
}
