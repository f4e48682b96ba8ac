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

  /// c tau in metres of the gluon model at g_aGG = 1/GeV, 1/f_a = 4 pi^2/GeV, from the FORESEE repository (arXiv:2105.07077, file Models/ALP-g/model/ctau.txt), whose hadronic part
  /// is that of arXiv:1811.03474.
  private static let foreseeLengths: [(mass: Double, length: Double)] = [
    (0.01, 4.770e-6), (0.0524807, 3.104e-8), (0.2759492, 2.725e-10), (0.4223607, 2.811e-11), (0.9118968, 2.052e-14), (1.0354666, 2.093e-15),
    (1.1921131, 2.601e-16), (1.3837087, 6.560e-17), (1.5946511, 4.075e-17), (1.8093380, 5.798e-17), (2.0227767, 5.673e-17), (2.4546469, 4.595e-17),
    (2.8852685, 3.874e-17),
  ]
  /// Photons below 3 pions: they use 3 sum kappa Q^2 without the next order, 4 to 8 % in the coupling squared, and the angle -13 degrees.
  private static let photonRegion = 0.15
  /// At 0.91 GeV, 50 MeV below the eta', pi+ pi- gamma and eta pi pi depend on the coupling of the pole.
  private static let etaPrimeRegion = 0.5
  /// Gluons above 2.2 GeV: alpha_s^2 (1 + 83 alpha_s/4 pi) with another alpha_s.
  private static let gluonRegion = 0.3

  @Test func gluonLifetimesOfForesee() throws {
    let coupling = 1e-3
    for (mass, length) in Self.foreseeLengths {
      func computed(_ treatment: String) throws -> Double {
        let widths = try Models.alpGluon.setting([("hadrons", treatment)]).portal.physics.widths(mass: mass, coupling: coupling)
        return try #require(widths.decayLengthMetres) * coupling * coupling / (16 * pow(.pi, 4))
      }
      let (covariant, mixing) = (try computed("covariant"), try computed("mixing"))
      print("alp-gluon c tau at \(mass): covariant \(covariant / length), mixing \(mixing / length) of FORESEE")
      switch mass {
      case ..<0.5: #expect(abs(covariant / length - 1) < Self.photonRegion)
      case ..<1: #expect(abs(covariant / length - 1) < Self.etaPrimeRegion)
      // Between our two treatments: the published one rotates as `mixing` does, with smaller couplings.
      case ..<2.2: #expect((min(mixing, covariant)...max(mixing, covariant)).contains(length))
      default: #expect(abs(covariant / length - 1) < Self.gluonRegion)
      }
    }
  }

  /// Two-photon and hadronic widths of BC10 in GeV at 1/f = 1/GeV, from the tables of arXiv:2310.03524 in the ALPINIST repository (widths/integrated_fermion_2310.03524).
  private static let fermionWidths: [(mass: Double, photons: Double, hadrons: Double)] = [
    (0.45, 2.01e-8, 6.05e-9), (0.9, 1.15e-5, 1.34e-4), (1.05, 1.44e-5, 4.37e-3), (2.0, 2.57e-6, 0.0933), (2.3, 2.68e-6, 0.0874),
  ]

  @Test func fermionWidthsOfOthers() throws {
    for row in Self.fermionWidths {
      let coupling = 1e-3
      let widths = try Models.alpFermion.portal.physics.widths(mass: row.mass, coupling: coupling)
      let scale = try #require(Models.alpFermion.portal.physics.derivedQuantities(mass: row.mass, coupling: coupling).first { $0.key == "inverse_f" }).value
      let unit = scale * scale
      let (photons, hadrons) = (widths.width("gamma gamma") / unit / row.photons, widths.width("hadrons") / unit / row.hadrons)
      print("alp-fermion at \(row.mass): photons \(photons), hadrons \(hadrons) of 2310.03524")
      // Photons beyond the eta' differ by our damping-free mesons; three pions by their scale factor (ours 1.8, theirs 2.7) and s sbar.
      if row.mass < 1 { #expect((0.7...1.4).contains(photons)) }
      #expect((0.3...1.5).contains(hadrons))
    }
  }

  /// BR(K+ -> pi+ a) at c_g/f = 0.5/GeV of ALPaca 1.2, run for this comparison with its 27-plet and isospin breaking set to zero (with them 0.223, 0.139, 0.073).
  private static let kaonRatios: [(mass: Double, ratio: Double)] = [(0.05, 0.2067), (0.2, 0.1511), (0.3, 0.07643)]
  /// Other V_ud V_us, f_pi and g_8 = 4.99: the ratio is 1.05 at every mass.
  private static let kaonTolerance = 0.06

  @Test func kaonDecaysOfAlpaca() throws {
    for row in Self.kaonRatios {
      let channels = try Models.alpGluon.portal.physics.production(mass: row.mass, coupling: 1e-6)
      let ratio = try #require(channels.first { $0.parent == "K+" }).branchingRatio * 1e12
      print("K+ -> pi+ a at \(row.mass): \(ratio / row.ratio) of ALPaca")
      #expect(abs(ratio / row.ratio - 1) < Self.kaonTolerance)
    }
  }
}
