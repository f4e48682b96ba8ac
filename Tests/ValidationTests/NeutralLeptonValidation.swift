import Foundation
import Portals
import Testing
import Units

/// Widths, lifetimes and production of heavy neutral leptons and dipole leptons against reference numbers made elsewhere.
@Suite struct NeutralLeptonValidation {
  private static let states = [
    "Gamma_3nu": "nu nu nubar", "Gamma_nugamma": "nu gamma", "Gamma_nuee": "nu e+ e-", "Gamma_numumu": "nu mu+ mu-", "Gamma_emunu": "e mu nu",
    "Gamma_muenu": "e mu nu", "Gamma_epi": "e pi", "Gamma_mupi": "mu pi", "Gamma_eK": "e K", "Gamma_muK": "mu K", "Gamma_nupi0": "nu pi0",
  ]

  @Test(.enabled(if: ReferenceData.file("models/widths.csv") != nil, Comment(rawValue: ReferenceData.absence)))
  func referenceRows() throws {
    let rows = try ReferenceData.rows(try #require(ReferenceData.file("models/widths.csv"))).filter { $0["model"] == "hnl" }
    var compared = 0
    for row in rows {
      let id = try #require(row["id"])
      let (quantity, assumption) = (try #require(row["quantity"]), try #require(row["assumption"]))
      let expected = try #require(Double(row["value"] ?? ""))
      let tolerance = try #require(Double(row["rel_tol_formula"] ?? ""))
      let parameters = Self.parameters(row)
      let mass = try #require(parameters["m"])
      let flavour: LeptonFlavour = parameters["U2_e"] != nil ? .electron : parameters["U2_mu"] != nil ? .muon : .tau
      let coupling = try #require(parameters["U2_\(flavour.symbol)"])
      let nature: HeavyNeutralLeptonPortal.Nature = assumption.contains("Dirac width") ? .dirac : .majorana
      let portal = HeavyNeutralLeptonPortal(
        name: "hnl", electron: flavour == .electron ? 1 : 0, muon: flavour == .muon ? 1 : 0, tau: flavour == .tau ? 1 : 0, nature: nature)
      let value: Double
      switch quantity {
      case "ctau": value = try #require(portal.widths(mass: mass, coupling: coupling).decayLengthMetres)
      case "tau": value = try #require(portal.widths(mass: mass, coupling: coupling).lifetimeSeconds)
      case "Gamma(K->muN)/Gamma(K->munu)", "Gamma(K->eN)/Gamma(K->enu)":
        value = try #require(portal.derivedQuantities(mass: mass, coupling: coupling).first { $0.key == "kaon_\(flavour.symbol)_ratio" }).value
      default: value = try portal.widths(mass: mass, coupling: coupling).width(try #require(Self.states[quantity], "\(quantity)"))
      }
      compared += 1
      if tolerance > 0.01 { print("\(id) \(quantity): ratio \(value / expected)") }
      #expect(abs(value / expected - 1) <= tolerance, "\(id) \(quantity): \(value) against \(expected)")
    }
    #expect(compared == rows.count && compared == 69)
  }

  @Test(.enabled(if: ReferenceData.file("models/widths.csv") != nil, Comment(rawValue: ReferenceData.absence)))
  func dipoleRows() throws {
    let rows = try ReferenceData.rows(try #require(ReferenceData.file("models/widths.csv"))).filter { $0["model"] == "neutrino_dipole" }
    for row in rows {
      let parameters = Self.parameters(row)
      let (mass, coupling) = (try #require(parameters["m"]), try #require(parameters["d"]))
      let portal = DipolePortal(flavour: .muon, nature: .dirac)
      let value: Double
      switch row["quantity"] {
      case "Gamma_nugamma": value = try portal.widths(mass: mass, coupling: coupling).width("nu gamma")
      case "tau": value = try #require(portal.widths(mass: mass, coupling: coupling).lifetimeSeconds)
      default: value = try #require(portal.derivedQuantities(mass: mass, coupling: coupling).first { $0.key == row["quantity"] }).value
      }
      let expected = try #require(Double(row["value"] ?? ""))
      #expect(abs(value / expected - 1) <= 1e-6, "\(row["id"] ?? "") \(value) against \(expected)")
    }
    #expect(rows.count == 9)
  }

  private static func parameters(_ row: [String: String]) -> [String: Double] {
    var parameters: [String: Double] = [:]
    for pair in (row["params"] ?? "").split(separator: ";") {
      let parts = pair.split(separator: "=")
      if parts.count == 2 { parameters[String(parts[0])] = Double(parts[1]) }
    }
    return parameters
  }
}
