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
    ("name: dark-photon\nbase: vector", "name"), ("name: bc1\nbase: vector", "name"),
  ])
  func whatIsWrongIsNamed(text: String, key: String) {
    #expect {
      try Model(file: "m.yaml", text: text)
    } throws: { error in
      guard let error = error as? ModelFileError else { return false }
      return error.file == "m.yaml" && error.key == key && !error.allowed.isEmpty
    }
  }

  @Test(arguments: [("{x_e: 99}", "x_e"), ("{x_e: .nan}", "x_e"), ("{charm: 1}", "charm")])
  func valuesOutsideTheirRangeAreRefused(parameters: String, key: String) {
    #expect {
      try Model(file: "m.yaml", text: "name: a\nbase: vector\nparameters: \(parameters)")
    } throws: { error in
      guard let error = error as? ModelFileError else { return false }
      return error.file == "m.yaml" && error.key == key && !error.allowed.isEmpty
    }
  }

  /// Options that are numbers, however YAML or a user writes them, and dimensionful numbers with their unit.
  @Test func numbersAreReadByValue() throws {
    let model = try Model(file: "m.yaml", text: "name: a\nbase: alp-gluon\nparameters: {g8: 5, eta_angle: -14.10, lambda_uv: 2TeV}")
    func text(_ key: String) -> String? { model.parameters.first { $0.key == key }?.text }
    #expect(text("g8") == "5.0" && text("eta_angle") == "-14.1" && text("lambda_uv") == "2000.0GeV")
  }

  /// A title with a line break could start a command where it is printed.
  @Test(arguments: ["a\\nb", "a\\u2028b", "a\\x07b"])
  func titlesAreOneLine(title: String) {
    #expect(throws: ModelFileError.self) { try Model(file: "m.yaml", text: "name: mine\nbase: vector\ntitle: \"\(title)\"\n") }
  }
}
