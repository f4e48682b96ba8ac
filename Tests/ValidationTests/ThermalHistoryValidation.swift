import EarlyUniverse
import Foundation
import Testing

/// The expansion against PRIMAT (with the neutrino history of NEVO), NUDEC_BSM and PRyMordial.
@Suite struct ThermalHistoryValidation {
  /// Asked for by the issue; the history of PRIMAT resolves neutrino spectra, ours are thermal: 1.5e-4 in the electron neutrinos.
  private static let temperature = 2e-4
  /// Against NUDEC_BSM, which makes the same approximations with its own tables of the collision integrals.
  private static let sameApproximations = 1e-5
  /// N_eff with spectra, 3.0440, against thermal neutrinos, 3.0448 (3.0443 without oscillations).
  private static let effectiveNeutrinos = 1e-3
  /// Thermal species in the approximation of the references, one neutrino temperature (they quote six digits).
  private static let thermalSpecies = 3e-5
  /// The same with mixing of flavours as it is: the common temperature of the references lets all flavours share the energy of the electron neutrinos at once.
  private static let thermalSpeciesMixed = 1e-2

  private static func standard(_ mixing: NeutrinoMixing) throws -> ThermalHistory {
    var content = UniverseContent.standard
    content.mixing = mixing
    // The references leave muons and pions out.
    content.heavyParticles = false
    return try ThermalHistory.compute(content)
  }

  private static func number(_ row: [String: String], _ key: String) throws -> Double { try #require(row[key].flatMap { Double($0) }) }

  @Test(.enabled(if: ReferenceData.file("bbn/background_sm_primat.csv") != nil, Comment(rawValue: ReferenceData.absence)))
  func historyOfPRIMAT() throws {
    let history = try Self.standard(.averaged)
    #expect(abs(history.effectiveNeutrinos - 3.0440) < Self.effectiveNeutrinos)
    var compared = 0
    for row in try ReferenceData.rows(try #require(ReferenceData.file("bbn/background_sm_primat.csv"))) {
      let t = try Self.number(row, "t_gamma_mev")
      guard let epoch = try? history.epoch(atPhotonTemperature: t) else { continue }
      compared += 1
      #expect(abs(epoch.electronNeutrinoTemperature / t / (try Self.number(row, "tnue_over_tgamma")) - 1) < Self.temperature, "T = \(t)")
      let others = 0.5 * (try Self.number(row, "tnumu_over_tgamma") + Self.number(row, "tnutau_over_tgamma"))
      #expect(abs(epoch.muonNeutrinoTemperature / t / others - 1) < Self.temperature, "T = \(t)")
      #expect(abs(epoch.time / (try Self.number(row, "t_s")) - 1) < Self.temperature, "T = \(t)")
      #expect(abs(epoch.hubbleRate / (try Self.number(row, "hubble_per_s")) - 1) < Self.temperature, "T = \(t)")
      #expect(abs(epoch.scaleFactor / (try Self.number(row, "scale_factor")) - 1) < Self.temperature, "T = \(t)")
    }
    #expect(compared > 70)
  }

  @Test(.enabled(if: ReferenceData.file("bbn/background_sm_nudec_bsm.csv") != nil, Comment(rawValue: ReferenceData.absence)))
  func historyOfNUDEC() throws {
    let history = try Self.standard(.none)
    #expect(abs(history.effectiveNeutrinos - 3.0443) < 1e-4)
    #expect(abs(try Self.standard(.complete).effectiveNeutrinos - 3.0453) < 1e-4)
    var compared = 0
    for row in try ReferenceData.rows(try #require(ReferenceData.file("bbn/background_sm_nudec_bsm.csv"))) {
      let t = try Self.number(row, "t_gamma_mev")
      let epoch = try history.epoch(atPhotonTemperature: t)
      compared += 1
      #expect(abs(epoch.electronNeutrinoTemperature / t / (try Self.number(row, "tnue_over_tgamma")) - 1) < Self.sameApproximations, "T = \(t)")
      #expect(abs(epoch.muonNeutrinoTemperature / t / (try Self.number(row, "tnumu_over_tgamma")) - 1) < Self.sameApproximations, "T = \(t)")
    }
    #expect(compared > 40)
  }

  @Test(arguments: ["thermal_species_neff_nudec_bsm.csv", "thermal_species_prymordial_ewcouplings.csv"]) func thermalSpecies(file: String) throws {
    guard let url = ReferenceData.file("bbn/\(file)") else { return }
    for row in try ReferenceData.rows(url) {
      let states = try Self.number(row, "g")
      let kind: ThermalSpecies.Kind = states == 1 ? .realScalar : states == 2 ? .majoranaFermion : states == 3 ? .vector : .diracFermion
      var content = UniverseContent.standard
      content.species = [
        ThermalSpecies(kind, mass: try Self.number(row, "mass_mev"), contact: row["coupling"] == "electrophilic" ? .electromagnetic : .neutrinos)
      ]
      content.mixing = .complete
      let expected = try Self.number(row, "neff")
      #expect(abs(try ThermalHistory.compute(content).effectiveNeutrinos / expected - 1) < Self.thermalSpecies, "\(row)")
      content.mixing = .averaged
      #expect(abs(try ThermalHistory.compute(content).effectiveNeutrinos / expected - 1) < Self.thermalSpeciesMixed, "\(row)")
    }
  }
}
