import Portals
import Testing

@Suite struct ModelsTests {
  @Test func namesAndAliasesAreFound() throws {
    #expect(try Models.find("dark-photon").name == "dark-photon")
    #expect(try Models.find("BC1").name == "dark-photon")
    for model in Models.all {
      for name in [model.name] + model.aliases { #expect(try Models.find(name).name == model.name) }
    }
    let names = Models.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test func unknownNamesListWhatIsAvailable() {
    #expect {
      try Models.find("dark-foton")
    } throws: { error in
      guard case ModelError.unknownModel(_, let available, let closest) = error else { return false }
      return closest == "dark-photon" && available == Models.all.map(\.name) && "\(error)".contains("dark-photon, b-minus-l, baryon-number")
    }
    for name in ["", "zzzzzzzzzzzzzzz", "\u{7}\n", String(repeating: "x", count: 10_000)] {
      #expect {
        try Models.find(name)
      } throws: { error in
        let text = "\(error)"
        return text.count < 600 && !text.contains("\n")
      }
    }
  }

  @Test func parametersAreSet() throws {
    let model = try Models.vector.setting([("x_e", "0"), ("x_mu", "1"), ("x_mu", "-2")])
    guard case .vector(let portal) = model.portal else { return }
    #expect(portal.charges.electron == 0 && portal.charges.muon == -2 && portal.charges.up == 2.0 / 3)
    #expect(model.parameters.first { $0.key == "x_mu" }?.value == .number(-2))
    #expect(try Models.vector.setting([]).portal == Models.vector.portal)
    guard case .vector(let unchanged) = Models.vector.portal else { return }
    #expect(unchanged.charges == .electric)
  }

  @Test func dimensionfulParametersNeedTheirUnit() throws {
    for value in ["1000", "1e3/GeV", "1GeV", "-1TeV"] {
      #expect {
        try Models.alpGluon.setting([("lambda_uv", value)])
      } throws: { error in
        guard case ModelError.parameterValue(_, "lambda_uv", value, let allowed) = error else { return false }
        return allowed.contains("TeV")
      }
    }
    let scalar = try Models.scalar.setting([("g_gamma", "-1e-3/MeV")])
    #expect(scalar.parameters.first { $0.key == "g_gamma" }?.value == .number(-1))
    #expect(try Models.millicharged.setting([("plasma_frequency", "0eV")]).portal == Models.millicharged.portal)
  }

  @Test func badParametersAreRefused() {
    #expect(throws: ModelError.unknownParameter(model: "dark-photon", key: "x_e", allowed: ["pion_form_factor", "pion_transition"])) {
      try Models.darkPhoton.setting([("x_e", "1")])
    }
    for value in ["", "abc", "nan", "1GeV", "11", "0x1", "inf"] {
      #expect {
        try Models.vector.setting([("x_e", value)])
      } throws: { error in
        guard case ModelError.parameterValue("vector", "x_e", value, let allowed) = error else { return false }
        return allowed == "a plain number from -10.0 to 10.0"
      }
    }
  }
}
