import Foundation
import Portals
import Testing
import Units

/// Widths of Higgs-mixed scalars against independent reference widths, the published dispersive form factors and the lifetimes tabulated with FORESEE.
@Suite struct ScalarWidthValidation {
  /// Every row of the scalar, to the formula's tolerance where the formula is ours, else to the physics tolerance of the row.
  @Test(.enabled(if: ReferenceData.file("models/widths.csv") != nil, Comment(rawValue: ReferenceData.absence)))
  func referenceWidths() throws {
    let url = try #require(ReferenceData.file("models/widths.csv"))
    var compared = 0
    for row in try ReferenceData.rows(url) where row["model"] == "higgs_mixed_scalar" {
      var parameters: [String: Double] = [:]
      for pair in (row["params"] ?? "").split(separator: ";") {
        let parts = pair.split(separator: "=")
        if parts.count == 2 { parameters[String(parts[0])] = Double(parts[1]) }
      }
      let mass = try #require(parameters["m"])
      let coupling = parameters["sinTheta"] ?? 1e-4
      let expected = try #require(Double(row["value"] ?? ""))
      let formula = try #require(Double(row["rel_tol_formula"] ?? ""))
      let physics = try #require(Double(row["rel_tol_physics"] ?? ""))
      let widths = try ScalarPortal.darkScalar.widths(mass: mass, coupling: coupling)
      let (value, tolerance): (Double, Double)
      switch row["quantity"] {
      case "Gamma_ee": (value, tolerance) = (widths.width("e+ e-"), formula)
      case "Gamma_mumu": (value, tolerance) = (widths.width("mu+ mu-"), formula)
      // "leptons only": the two photons that we keep are inside the physics tolerance of the row.
      case "ctau": (value, tolerance) = (try #require(widths.decayLengthMetres), physics)
      case "Gamma_pipi_LO_ChPT":
        let chiral = ScalarPortal(name: "x", mixingPerAxis: 1, hadrons: .chiral)
        (value, tolerance) = (try chiral.widths(mass: mass, coupling: coupling).width("pi pi"), formula)
        let ratio = widths.width("pi pi") / expected
        #expect(ratio > 2.2 && ratio < 6)
      case "lambda_S":
        let quartic = ScalarPortal(name: "x", mixingPerAxis: 1, higgsToPair: parameters["BRhSS"])
        let derived = try quartic.derivedQuantities(mass: mass, coupling: coupling).first { $0.key == "lambda" }
        (value, tolerance) = (try #require(derived).value, formula)
      default:
        Issue.record("row \(row["id"] ?? "?") is not compared")
        continue
      }
      compared += 1
      #expect(expected == 0 ? value == 0 : abs(value / expected - 1) <= tolerance, "\(row["id"] ?? "") \(row["quantity"] ?? ""): \(value) against \(expected)")
    }
    #expect(compared == 20)
  }

  /// |G_pi| of arXiv:1809.01876 (FORESEE, scalar_portal). The Omnès solution of this code uses the phase shifts of 1102.2183 instead of the Bern and Roy–Steiner ones
  /// (a sharper rise to the f0(980)) and another pi pi -> K Kbar: 7 % up to 0.8 GeV, 25 % on the flank of the f0(980).
  private static let publishedPion: [(mass: Double, modulus: Double, tolerance: Double)] = [
    (0.3, 0.0683, 0.07), (0.4, 0.112, 0.07), (0.5, 0.164, 0.07), (0.6, 0.217, 0.07), (0.7, 0.280, 0.07), (0.8, 0.377, 0.07), (0.9, 0.584, 0.25),
    (0.96, 0.928, 0.25), (0.98, 1.112, 0.25),
  ]

  @Test func omnesSolutionReproducesThePublishedFormFactor() throws {
    for point in Self.publishedPion {
      let own = try ScalarFormFactors.shared().pion(point.mass * point.mass, .omnes).squaredMagnitude.squareRoot()
      print("G_pi at \(point.mass): \(own) against \(point.modulus), \(own / point.modulus)")
      #expect(abs(own / point.modulus - 1) < point.tolerance)
    }
  }

  /// c tau at sin theta = 1 in metres from the table of FORESEE (2105.07077), which follows 1809.01876. Within 25 % but where the reason stands.
  private static let foresee: [(mass: Double, length: Double, tolerance: Double, why: String)] = [
    (0.13397610166091128, 0.008917138054480283, 0.05, "theirs to e+ e- are 4.4 % longer than the closed formula at every mass: m_e = 0.500 MeV"),
    (0.247969919088, 7.7040803138e-07, 0.1, "smeared muon threshold"),
    (0.283244576863, 1.14907741033e-07, 0.25, "neutral pions open at 0.270 GeV, theirs at 0.279 GeV"),
    (0.351334044552, 2.44510426412e-08, 0.15, "neutral pion mass, reading of the figure"),
    (0.57233491527, 5.78632589439e-09, 0.15, "Omnes solution against theirs"),
    (0.730491629087, 3.0886340095e-09, 0.15, "Omnes solution against theirs"),
    (0.92222445409, 7.91851734902e-10, 0.25, "join on the flank of the f0(980)"),
    (1.05300141198, 6.99592018034e-10, 0.15, "table"),
    (1.3271145, 1.53588394645e-09, 0.15, "table"),
    (1.69384394911, 1.66273332539e-09, 0.3, "remainder fixed by our own gluon width"),
    (2.13412102094, 1.5250400191e-09, 0.25, "alpha_s and correction to s sbar"),
    (2.72385538548, 8.75047924186e-10, 0.3, "alpha_s and correction to s sbar"),
    (3.47655455721, 6.07516476813e-10, 0.5, "alpha_s and correction to s sbar"),
    (4.06641845466, 9.02962981219e-11, 0.5, "running charm mass with correction against a fixed one"),
    (5.16345975043, 2.16954852823e-11, 0.5, "running charm mass with correction against a fixed one"),
  ]

  @Test func lifetimesOfForesee() throws {
    for point in Self.foresee {
      let own = try #require(try ScalarPortal.darkScalar.widths(mass: point.mass, coupling: 1).decayLengthMetres)
      print("c tau at \(point.mass): \(own) against \(point.length), ratio \(own / point.length)")
      #expect(abs(own / point.length - 1) < point.tolerance, "\(point.mass): \(own / point.length), \(point.why)")
    }
  }

  /// A scalar with sin theta = 1 and the Higgs boson's mass is the Higgs boson: partial widths in GeV of the LHC working group (arXiv:1610.07922) at 125 GeV, where a scalar of
  /// 125 GeV is compared. Two photons 3 % (order alpha_s and weak corrections), gluons 10 % (third order, loops of light quarks, weak corrections), weak bosons 5 %
  /// (weak corrections, interference of equal fermions).
  private static let higgs: [(finalState: String, width: Double, tolerance: Double)] = [
    ("b bbar", 0.5824 * 4.088e-3, 0.04), ("c cbar", 0.0289 * 4.088e-3, 0.08), ("tau+ tau-", 0.0627 * 4.088e-3, 0.03), ("mu+ mu-", 2.18e-4 * 4.088e-3, 0.03),
    ("g g", 0.0819 * 4.088e-3, 0.10), ("gamma gamma", 2.27e-3 * 4.088e-3, 0.05), ("W+ W-", 0.2137 * 4.088e-3, 0.06), ("Z Z", 0.02619 * 4.088e-3, 0.06),
  ]

  @Test func theHiggsBosonItself() throws {
    let widths = try ScalarPortal.darkScalar.widths(mass: 125, coupling: 1)
    for state in Self.higgs {
      let ratio = widths.width(state.finalState) / state.width
      print("Higgs \(state.finalState): \(ratio)")
      #expect(abs(ratio - 1) < state.tolerance, "\(state.finalState): \(ratio)")
    }
  }

  /// Branching ratios for sin theta = 1 at zero mass as tabulated with SensCalc (2305.13383): they use another top mass and older form factors (rates scale as m_t^4:
  /// 27 % from pole to MS-bar mass), for K_L the modulus of V_ts* V_td instead of its real part.
  private static let production: [(name: String, ratio: Double, tolerance: Double)] = [
    ("B+ -> K+ S", 0.427, 0.3), ("B+ -> K*(892)+ S", 0.474, 0.3), ("K+ -> pi+ S", 1.43e-3, 0.3), ("K_L -> pi0 S", 6.2e-3, 0.4),
  ]

  /// The same at 1 and 2.5 GeV computed with the public code scalar_portal (1904.10447): xi_bs = 3.81e-4 against our 3.43e-4 (a scale-invariant top mass of 164 GeV,
  /// larger |V_ts|) raises all rates by 23 %, older B -> K and B -> K* form factors change them by up to 10 %, and 0.824 GeV against 0.845 GeV is the mass of K0*(700).
  private static let boiarska: [(name: String, atOne: Double, atTwoAndAHalf: Double)] = [
    ("B+ -> K+ S", 0.4700, 0.5093), ("B+ -> K*(892)+ S", 0.5595, 0.5430), ("B+ -> K0*(700)+ S", 0.8836, 0.7869), ("B+ -> K0*(1430)+ S", 0.1172, 0.3470),
    ("B+ -> K1(1270)+ S", 0.9695, 0.8046), ("B+ -> K*(1410)+ S", 0.2284, 0.1357), ("B+ -> K*(1680)+ S", 0.1423, 0.0704), ("B+ -> K2*(1430)+ S", 0.3368, 0.1815),
  ]
  private static let couplingRatio = 1.233
  private static let formFactorTolerance = 0.15

  @Test func productionOfScalarPortal() throws {
    for (mass, keyPath) in [(1.0, \(name: String, atOne: Double, atTwoAndAHalf: Double).atOne), (2.5, \.atTwoAndAHalf)] {
      let channels = try ScalarPortal.darkScalar.production(mass: mass, coupling: 0.1)
      for point in Self.boiarska {
        let own = try #require(channels.first { $0.name == point.name }).branchingRatio * 100
        let ratio = own * Self.couplingRatio / point[keyPath: keyPath]
        print(point.name, mass, ratio)
        #expect(abs(ratio - 1) < Self.formFactorTolerance, "\(point.name) at \(mass): \(ratio)")
      }
    }
  }

  @Test func productionOfSensCalc() throws {
    let channels = try ScalarPortal.darkScalar.production(mass: 1e-6, coupling: 0.1)
    for channel in channels { print(channel.name, channel.branchingRatio * 100) }
    for point in Self.production {
      let own = try #require(channels.first { $0.name == point.name }).branchingRatio * 100
      #expect(abs(own / point.ratio - 1) < point.tolerance, "\(point.name): \(own) against \(point.ratio)")
    }
  }
}
