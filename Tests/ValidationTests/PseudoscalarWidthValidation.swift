import Foundation
import Portals
import Testing

/// Widths and couplings of pseudoscalars against the shared reference rows.
@Suite struct PseudoscalarWidthValidation {
  /// The point of a row in its model; `photons` as in the row's formula.
  private func point(_ row: ReferenceWidth) throws -> (model: Model, mass: Double, coupling: Double) {
    func parameter(_ key: String) throws -> Double { try #require(row.parameters[key]) }
    switch row.model {
    case "alp_photon": return (Models.alpPhoton, try parameter("m"), try parameter("gagg"))
    case "alp_fermion":
      // g_Y = 2 v/f with v = (sqrt 2 G_F)^(-1/2).
      let vacuum = 1 / (2.0.squareRoot() * 1.166_378_8e-5).squareRoot()
      return (Models.alpFermion, try parameter("m"), 2 * vacuum * (try parameter("invf")))
    case "alp_gluon":
      return (try Models.alpGluon.setting([("photons", "leading-order")]), try parameter("m"), 1 / (try parameter("fa")))
    default:
      let ratio = row.assumption.contains("8/3") ? "2.6666666666666665" : "0"
      // The mass of the line; any light mass gives the same.
      return (try Models.axion.setting([("e_over_n", ratio)]), 1e-12, 1 / (try parameter("fa")))
    }
  }

  @Test(.enabled(if: ReferenceWidth.isAvailable, Comment(rawValue: ReferenceData.absence)))
  func everyRow() throws {
    let rows = try ReferenceWidth.rows(of: ["alp_photon", "alp_fermion", "alp_gluon", "qcd_axion"])
    #expect(rows.count == 35)
    for row in rows {
      let (model, mass, coupling) = try point(row)
      let physics = model.portal.physics
      let widths = try physics.widths(mass: mass, coupling: coupling)
      let derived = try physics.derivedQuantities(mass: mass, coupling: coupling)
      func quantity(_ key: String) throws -> Double { try #require(derived.first { $0.key == key }, "\(row.id): \(key)").value }
      let value: Double
      switch row.quantity {
      case "Gamma_gammagamma": value = widths.width("gamma gamma")
      case "Gamma_ee": value = widths.width("e+ e-")
      case "Gamma_mumu": value = widths.width("mu+ mu-")
      case "Gamma_gammagamma_leptonloop": value = try quantity("width_gamma_gamma_lepton_loops")
      case "tau": value = try #require(widths.lifetimeSeconds)
      case "ctau": value = try #require(widths.decayLengthMetres)
      case "ctau_gammagamma_only": value = try #require(widths.decayLengthMetres)
      case "abs_g_agg_LO_2flavour": value = try quantity("g_agg_effective")
      case "m_a": value = try quantity("m_a")
      case "g_agg": value = try quantity("g_agg")
      default:
        Issue.record("\(row.id): unknown quantity \(row.quantity)")
        continue
      }
      #expect(abs(value / row.value - 1) < row.formulaTolerance, "\(row.id): \(value) against \(row.value)")
    }
  }

  /// The default photon coupling of the gluons is better than the row's two-flavour formula and differs within the row's tolerance for physics.
  @Test(.enabled(if: ReferenceWidth.isAvailable, Comment(rawValue: ReferenceData.absence)))
  func gluonRowsByDefault() throws {
    for row in try ReferenceWidth.rows(of: ["alp_gluon"]) {
      let (mass, coupling) = (try #require(row.parameters["m"]), 1 / (try #require(row.parameters["fa"])))
      let physics = Models.alpGluon.portal.physics
      let length = try #require(try physics.widths(mass: mass, coupling: coupling).decayLengthMetres)
      let effective = try #require(try physics.derivedQuantities(mass: mass, coupling: coupling).first { $0.key == "g_agg_effective" }).value
      let value = row.quantity.hasPrefix("ctau") ? length : effective
      print("\(row.id): default \(value / row.value - 1)")
      #expect(abs(value / row.value - 1) < row.physicsTolerance)
    }
  }
}
