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

  /// A tau is a heavy lepton with |U| = 1: its measured hadronic decays (PDG 2024) test the charged current of an N of the same mass beside an electron.
  /// Measured rates contain short-distance radiation, S_EW = 1.0194, which is left out here.
  @Test func tauDecaysAreReproduced() throws {
    let (tau, radiation) = (PhysicalConstants.tauMass.value, 1.0194)
    let width = PhysicalConstants.hbar.value / 290.3e-15
    func decays(_ flavour: LeptonFlavour, _ twoPions: HeavyNeutralLeptonPortal.TwoPions) throws -> DecayWidths {
      try HeavyNeutralLeptonPortal(
        name: "tau", electron: flavour == .electron ? 1 : 0, muon: 0, tau: flavour == .tau ? 1 : 0, nature: .dirac, twoPions: twoPions
      ).widths(mass: tau, coupling: 1)
    }
    let pairs = try decays(.electron, .formFactor)
    let narrow = try decays(.electron, .rho)
    // With tau mixing only the neutral current is open at this mass.
    let charged = try narrow.width("hadrons") - decays(.tau, .rho).width("hadrons")
    // Tolerances: f_pi 0.6 %; V_us and f_K 1 %; the e+ e- form factor, 3 % low at the peak, and isospin breaking, 3 %; the rho as narrow; the series of alpha_s and its scale 3 %.
    for (name, value, measured, tolerance) in [
      ("e pi", narrow.width("e pi"), 0.1082, 0.02), ("e K", narrow.width("e K"), 0.00696, 0.03), ("e pi pi0", pairs.width("e pi pi0"), 0.2549, 0.07),
      ("e rho", narrow.width("e rho"), 0.2549, 0.05), ("all hadrons", charged, 0.6479, 0.04),
    ] {
      let ratio = value * radiation / (measured * width)
      print("tau as N, \(name): computed/measured \(ratio)")
      #expect(abs(ratio - 1) < tolerance, "\(name) \(ratio)")
    }
  }

  /// c tau in metres at |U|^2 = 1e-8, Majorana, from the public code HNLCalc (arXiv:2405.07330), run at masses that are in no other table.
  /// Below 1 GeV it takes f_eta 4 % lower and f_rho 1.4 % higher; above it jumps to quarks with massive light quarks and no correction for charm. Tolerances per row.
  @Test func lifetimesOfHNLCalc() throws {
    let rows: [(mass: Double, values: [Double], tolerance: Double)] = [
      (0.25, [1.81256e7, 3.91597e7, 4.80473e7], 0.02), (0.4, [2.57975e6, 3.06625e6, 6.92290e6], 0.02), (0.7, [3.13780e5, 3.29679e5, 7.97739e5], 0.03),
      (0.95, [7.16575e4, 7.66486e4, 2.04611e5], 0.03), (2.0, [1.71153e3, 1.73262e3, 4.59921e3], 0.06), (4.0, [4.66046e1, 4.67885e1, 1.01303e2], 0.08),
    ]
    for row in rows {
      for (portal, expected) in zip([HeavyNeutralLeptonPortal.electronMixing, .muonMixing, .tauMixing], row.values) {
        let length = try #require(portal.widths(mass: row.mass, coupling: 1e-8).decayLengthMetres)
        print("HNLCalc \(portal.name) \(row.mass): ratio \(length / expected)")
        #expect(abs(length / expected - 1) < row.tolerance, "\(portal.name) \(row.mass) \(length / expected)")
      }
    }
  }

  /// Branching ratios at |U|^2 = 1 from HNLCalc, sampled there with a scatter of 5 %, and what explains a larger difference.
  @Test func productionOfHNLCalc() throws {
    let rows: [(mass: Double, name: String, value: Double, tolerance: Double)] = [
      (1.0, "D+ -> mu+ N", 0.02005, 0.15),  // f_D = 0.2226 there, 0.212 by lattice
      (0.3, "D_s+ -> mu+ N", 0.05899, 0.25),  // f_Ds = 0.2801 there, 0.2499 by lattice
      // There f_0 has the mass of the pseudoscalar (D_s, B, K0) for its pole instead of the scalar meson's: too high, by a third at large q2, and N's mass brings f_0 in.
      (0.5, "D0 -> K- mu+ N", 0.02057, 0.12), (0.5, "D+ -> Kbar0 mu+ N", 0.05649, 0.16), (1.0, "B0 -> pi- mu+ N", 1.452e-4, 0.20),
      (0.1, "K+ -> pi0 e+ N", 0.0428, 0.22), (0.5, "D_s+ -> eta mu+ N", 0.0160, 0.28),
      (1.0, "B+ -> Dbar0 mu+ N", 0.01447, 0.20),  // f(0) = 0.66 there: 0.0205 for a massless N, measured 0.0221
      (0.5, "D0 -> K*- mu+ N", 5.7e-3, 0.18),  // quark-model rate there, 12 % above the measured one used here
      (1.0, "B0 -> D*- mu+ N", 0.0378, 0.22), (2.0, "B0 -> D*- mu+ N", 9.34e-3, 0.25), (1.0, "B+ -> Dbar*0 mu+ N", 0.0411, 0.22),  // the same, 20 %
    ]
    let portal = HeavyNeutralLeptonPortal.muonMixing
    for row in rows {
      let mixing = row.name.contains("e+") ? HeavyNeutralLeptonPortal.electronMixing : portal
      let ratio = try #require(mixing.production(mass: row.mass, coupling: 0.1).first { $0.name == row.name }, "\(row.name)").branchingRatio * 10 / row.value
      print("HNLCalc \(row.name) \(row.mass): ratio \(ratio)")
      #expect(abs(ratio - 1) < row.tolerance, "\(row.name) \(ratio)")
    }
  }

  /// A massless N against measured branching ratios (PDG 2024) that do not fix a normalisation: isospin partners, form factors, decay constants, the muon mass;
  /// with a tau the Standard Model's R(D) = 0.298 and R(D*) = 0.254 (HFLAV), which test f_0 and A0.
  @Test func ratesWithoutMass() throws {
    let rows: [(name: String, measured: Double, tolerance: Double)] = [
      ("K+ -> pi0 mu+ N", 0.0335, 0.02), ("K_L -> pi-+ mu+- N", 0.2704, 0.02), ("D+ -> Kbar*0 e+ N", 0.0540, 0.05), ("D+ -> Kbar0 e+ N", 0.0872, 0.05),
      ("D+ -> pi0 e+ N", 3.72e-3, 0.05), ("B+ -> Dbar0 e+ N", 0.0221, 0.12), ("B+ -> Dbar*0 e+ N", 0.0553, 0.06), ("B0 -> rho- e+ N", 2.94e-4, 0.15),
      ("D_s+ -> eta e+ N", 0.0226, 0.10), ("D_s+ -> eta' e+ N", 0.0081, 0.20), ("B+ -> tau+ N", 1.09e-4, 0.25), ("D_s+ -> tau+ N", 0.0536, 0.05),
      ("B0 -> D- tau+ N", 0.298 * 0.0224, 0.05),
      ("B0 -> D*- tau+ N", 0.254 * 0.0490, 0.06), ("tau- -> K- N", 0.00696, 0.05), ("tau- -> K*- N", 0.0120, 0.10),
    ]
    for row in rows {
      let portal = HeavyNeutralLeptonPortal(
        name: "hnl", electron: row.name.contains("e+") ? 1 : 0, muon: row.name.contains("mu+") ? 1 : 0, tau: row.name.contains("tau") ? 1 : 0)
      let ratio = try #require(portal.production(mass: 1e-6, coupling: 0.1).first { $0.name == row.name }, "\(row.name)").branchingRatio * 10 / row.measured
      print("massless \(row.name): computed/measured \(ratio)")
      #expect(abs(ratio - 1) < row.tolerance, "\(row.name) \(ratio)")
    }
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
