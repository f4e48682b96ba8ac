import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Numerics
import Testing
import Units

/// Against PRIMAT and PRyMordial. The background is PRIMAT's own table, so that only weak rates, nuclear rates and the network are compared.
@Suite(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence)))
struct NucleosynthesisValidation {
  // The goals of the issue; the deviations found are a third of them or less (docs/bbn.md).
  private static let heliumTolerance = 3e-4
  private static let deuteriumTolerance = 3e-3
  private static let lithiumTolerance = 1.5e-2
  // Set B is PArthENoPE's; PRIMAT interpolates a table of it.
  private static let setBTolerance = 5e-3

  private static func number(_ row: [String: String], _ key: String) throws -> Double {
    try #require(row[key].flatMap { Double($0) }, "column \(key)")
  }

  private static func rows(_ name: String) throws -> [[String: String]] {
    try ReferenceData.rows(try #require(ReferenceData.file("bbn/\(name).csv")))
  }

  /// PRIMAT's background with its definition of Delta N_eff: the energy density of neutrinos that decoupled at once.
  private static func history(_ extraNeutrinos: Double) throws -> ThermalHistory {
    let today = 2.7255 * PhysicalConstants.boltzmann.value * 1e3
    let epochs = try rows("background_sm_primat").map { row -> ThermalHistory.Epoch in
      let (temperature, scale, density) = (try number(row, "t_gamma_mev"), try number(row, "scale_factor"), try number(row, "rho_tot_mev4"))
      let neutrino = cbrt(4.0 / 11) * today / scale
      let extra = extraNeutrinos * 7.0 / 8 * Double.pi * Double.pi / 15 * pow(neutrino, 4)
      return .init(
        time: try number(row, "t_s"), scaleFactor: scale, photonTemperature: temperature,
        electronNeutrinoTemperature: temperature * (try number(row, "tnue_over_tgamma")),
        muonNeutrinoTemperature: temperature * (try number(row, "tnumu_over_tgamma")),
        hubbleRate: try number(row, "hubble_per_s") * ((density + extra) / density).squareRoot(), energyDensity: density + extra)
    }
    return ThermalHistory(epochs: epochs, effectiveNeutrinos: 3.0440 + extraNeutrinos)
  }

  @Test func everyRowOfTheGrid() throws {
    var calculations: [String: Nucleosynthesis] = [:]
    var compared = 0
    for row in try Self.rows("sbbn_grid_primat") {
      let name = try #require(row["network"])
      let network: NuclearNetwork =
        switch name {
        case "small": NuclearNetwork()
        case "small_parthenope": NuclearNetwork(rates: .parthenope)
        default: NuclearNetwork(.full)
        }
      let extra = try Self.number(row, "delta_neff")
      let key = "\(name) \(extra)"
      if calculations[key] == nil { calculations[key] = try Nucleosynthesis(Self.history(extra), network: network) }
      let result = try #require(calculations[key]).abundances(
        .init(omegaB: try Self.number(row, "omegabh2"), neutronLifetime: try Self.number(row, "tau_n_s")))
      let setB = name == "small_parthenope"
      #expect(abs(result.heliumFraction / (try Self.number(row, "yp_bbn")) - 1) < Self.heliumTolerance, "\(row)")
      #expect(abs(result.heliumMassFraction / (try Self.number(row, "yp_cmb")) - 1) < Self.heliumTolerance, "\(row)")
      #expect(abs(result.deuterium / (try Self.number(row, "d_h")) - 1) < (setB ? Self.setBTolerance : Self.deuteriumTolerance), "\(row)")
      #expect(abs(result.helium3 / (try Self.number(row, "he3_h")) - 1) < (setB ? Self.setBTolerance : Self.deuteriumTolerance), "\(row)")
      #expect(abs(result.lithium7 / (try Self.number(row, "li7_h")) - 1) < Self.lithiumTolerance, "\(row)")
      compared += 1
    }
    #expect(compared > 300)
  }

  @Test func everyCorrectionSwitchedOff() throws {
    // PRIMAT's cases with what they leave out; a size of its own each, so a missing correction cannot hide.
    let cases: [String: NeutronProtonRates.Corrections] = [
      "full": .full,
      "no_finite_temperature_radiative": .init(thermal: false),
      "no_finite_mass": .init(finiteNucleonMass: false),
      "no_spectral_distortions": .init(spectralDistortion: false),
      "ccr_only": .init(finiteNucleonMass: false, thermal: false, spectralDistortion: false),
      "born": .born,
      "born_plus_finite_mass": .init(radiative: false, thermal: false, spectralDistortion: false),
    ]
    let history = try Self.history(0)
    for row in try Self.rows("sbbn_corrections_primat") {
      let name = try #require(row["case"])
      let calculation: Nucleosynthesis
      if let corrections = cases[name] {
        calculation = try Nucleosynthesis(history, corrections: corrections)
      } else if name == "no_nuclear_qed" {
        calculation = try Nucleosynthesis(history, network: NuclearNetwork(captureQED: false))
      } else {
        continue  // other backgrounds
      }
      let result = try calculation.abundances(.init(omegaB: 0.0224))
      #expect(abs(result.heliumFraction / (try Self.number(row, "yp_bbn")) - 1) < 1e-4, "\(name): \(result.heliumFraction)")
      #expect(abs(result.deuterium / (try Self.number(row, "d_h")) - 1) < 5e-4, "\(name): \(result.deuterium)")
    }
  }

  @Test func weakRates() throws {
    // PRyMordial has no spectral distortion. Its inner integrals are good to 1e-4, p -> n below 0.1 MeV to 1e-3 (its Born rates show it).
    let rows = try Self.rows("weak_rates_np_prymordial")
    let background = try Self.rows("background_sm_prymordial").map { (try Self.number($0, "t_gamma_mev"), try Self.number($0, "tnu_over_tgamma")) }
    let ratio = try Spline("T_nu/T_gamma", x: background.reversed().map { log($0.0) }, y: background.reversed().map(\.1))
    let full = try NeutronProtonRates(.init(spectralDistortion: false))
    let born = try NeutronProtonRates(.born)
    #expect(abs(born.decayIntegral - 1.636098) < 3e-6)
    #expect(abs(full.decayIntegral - 1.754756) < 6e-6)
    for row in rows {
      let temperature = try Self.number(row, "t_gamma_mev")
      let neutrino = temperature * ratio(log(temperature))
      let (a, b) = (
        full.rates(photonTemperature: temperature, neutrinoTemperature: neutrino), born.rates(photonTemperature: temperature, neutrinoTemperature: neutrino)
      )
      if temperature > 0.003 {
        // Below, PRyMordial's thermal correction keeps an infrared remainder that pulls it up to 0.6 % under the free decay.
        #expect(abs(a.neutronToProton / 878.4 / (try Self.number(row, "gamma_n_to_p_per_s")) - 1) < 3e-4, "T = \(temperature)")
      }
      #expect(abs(b.neutronToProton / 878.4 / (try Self.number(row, "gamma_n_to_p_born_per_s")) - 1) < 3e-4, "T = \(temperature)")
      if temperature > 0.1 {
        #expect(abs(a.protonToNeutron / 878.4 / (try Self.number(row, "gamma_p_to_n_per_s")) - 1) < 3e-4, "T = \(temperature)")
        #expect(abs(b.protonToNeutron / 878.4 / (try Self.number(row, "gamma_p_to_n_born_per_s")) - 1) < 3e-4, "T = \(temperature)")
      }
    }
  }

  /// Rows of a table whose first column is a reaction's name in quotes (it contains commas): name and the numbers after it.
  private static func reactionRows(_ name: String) throws -> [(name: String, numbers: [Double])] {
    let url = try #require(ReferenceData.file("bbn/\(name).csv"))
    return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      guard let end = line.dropFirst().firstIndex(of: "\"") else { return nil }
      let numbers = line[line.index(after: end)...].split(separator: ",").compactMap { Double($0) }
      return (String(line[line.index(after: line.startIndex)..<end]), numbers)
    }
  }

  @Test func nuclearRates() throws {
    let setA = NuclearNetwork(captureQED: false).reactions
    let setB = NuclearNetwork(rates: .parthenope, captureQED: false).reactions
    var compared = 0
    for (name, numbers) in try Self.reactionRows("nuclear_rates_12") where numbers.count >= 4 {
      let (t9, primat, parthenope) = (numbers[0], numbers[1], numbers[3])
      let a = try #require(setA.first { $0.name == name }), b = try #require(setB.first { $0.name == name })
      if (0.05...1.1).contains(t9) { #expect(abs(a.rate(t9) / primat - 1) < 2e-3, "set A, \(name) at T9 = \(t9)") }
      if (0.01...3).contains(t9) { #expect(abs(a.rate(t9) / primat - 1) < 2e-2, "set A, \(name) at T9 = \(t9)") }
      // p(n,g)d has a step at T9 = 1.5 between two fits; below T9 = 0.12 set A stands in for He3(a,g)Be7 and others.
      if (0.13...2.4).contains(t9) { #expect(abs(b.rate(t9) / parthenope - 1) < 1e-2, "set B, \(name) at T9 = \(t9)") }
      compared += 1
    }
    #expect(compared > 900)
  }

  @Test func detailedBalance() throws {
    // d(p,g)He3, t(d,n)He4 and He3(d,p)He4 stand there with an older Q.
    let older: Set<String> = ["d(p,g)He3", "t(d,n)He4", "He3(d,p)He4"]
    for (name, numbers) in try Self.reactionRows("nuclear_detailed_balance_12") where numbers.count >= 3 {
      let reaction = try #require(NuclearNetwork().reactions.first { $0.name == name })
      let balance = DetailedBalance(reaction)
      let pairs = { (list: [Nuclide]) in list.count == 2 && list[0] == list[1] ? 2.0 : 1.0 }
      let alpha =
        exp(balance.logarithmOfPrefactor) * pow(NuclearUnits.t9PerMeV, -balance.temperaturePower) * pairs(reaction.products) / pairs(reaction.reactants)
      #expect(balance.temperaturePower == numbers[1])
      #expect(abs(alpha / numbers[0] - 1) < (older.contains(name) ? 1e-3 : 1.5e-5), "\(name): \(alpha)")
      #expect(abs(-balance.energyRelease * NuclearUnits.t9PerMeV / numbers[2] - 1) < 1e-4, "\(name)")
    }
  }

  @Test func evolution() throws {
    let calculation = try Nucleosynthesis(Self.history(0))
    let epochs = try calculation.evolution(.init(omegaB: 0.0224), count: 400).epochs
    let x = epochs.map { -log($0.photonTemperature) }
    for (index, nuclide) in calculation.network.nuclides.enumerated() {
      let y = epochs.map { log(max($0.perBaryon[index], 1e-40)) }
      let spline = try Spline(nuclide.name, x: x, y: y, kind: .monotone)
      let key = ["d": "Y_H2", "t": "Y_H3"][nuclide.name] ?? "Y_\(nuclide.name)"
      var compared = 0
      for row in try Self.rows("sbbn_evolution_primat") {
        let (temperature, reference) = (try Self.number(row, "t_gamma_mev"), try Self.number(row, key))
        // Before the network starts, and where an abundance is no longer or not yet anything.
        guard temperature < 0.95 || index < 2, reference > 1e-12, temperature > 1.1e-3 else { continue }
        // Steep rises magnify the interpolation of either side: He4 goes as exp(28 MeV/T), so 5e-5 in T is 1e-2 at 0.2 MeV.
        #expect(abs(exp(spline(-log(temperature))) / reference - 1) < 1e-2, "\(nuclide.name) at \(temperature) MeV")
        compared += 1
      }
      #expect(compared > 5, "\(nuclide.name)")
    }
  }
}
