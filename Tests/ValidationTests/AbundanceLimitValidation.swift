import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

/// Limits on the abundance against ACROPOLIS 1.3.1, with the criterion of its table: the smallest n_X/n_gamma at which one pull passes 1.96.
@Suite(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence)))
struct AbundanceLimitValidation {
  fileprivate struct Case: Sendable {
    let channel: String
    let mass: Double
    let lifetime: Double
    let criterion: String
    /// log10 of ours over theirs.
    let dex: Double
  }

  /// Pulls as in the table: its own abundances without decays, its theory errors (absolute, those of the undisturbed abundances: their change matters below 1 %).
  private struct Pulls {
    let standard: Abundances

    func deuterium(_ x: Abundances) -> Double {
      (2.442398e-5 * x.deuterium / standard.deuterium - 2.547e-5) / (0.029e-5 * 0.029e-5 + 6.069874e-7 * 6.069874e-7).squareRoot()
    }

    func ratio(_ x: Abundances) -> Double {
      guard x.deuterium > 1e-15 else { return -5 }
      let scaled = 0.421964 * (x.helium3 / standard.helium3) / (x.deuterium / standard.deuterium)
      return (scaled - 0.83) / (0.15 * 0.15 + 0.0111 * 0.0111).squareRoot()
    }

    func helium4(_ x: Abundances) -> Double { (0.247432 * x.heliumFraction / standard.heliumFraction - 0.245) / 0.003 }

    /// Positive where the criterion of a column of the table is met.
    func excess(_ column: String, _ x: Abundances) -> Double {
      switch column {
      case "n0a_max_d_h_low": -1.96 - deuterium(x)
      case "n0a_max_d_h_high": deuterium(x) - 1.96
      case "n0a_max_he3_d_high": ratio(x) - 1.96
      case "n0a_max_yp_low": -1.96 - helium4(x)
      case "n0a_max_combined": max(-1.96 - deuterium(x), deuterium(x) - 1.96, ratio(x) - 1.96, -1.96 - helium4(x))
      default: abs(x.deuterium / standard.deuterium - 1) - 0.01
      }
    }
  }

  private static let columns = [
    "n0a_max_d_h_low", "n0a_max_d_h_high", "n0a_max_he3_d_high", "n0a_max_yp_low", "n0a_max_combined", "n0a_for_d_h_1pct_change",
  ]

  private static let cases = Result { () throws -> [Case] in
    let url = try #require(ReferenceData.file("bbn/acropolis_decay_limits.csv"))
    let omegaB = 6.137e-10 / BaryonDensity.perPhoton(omegaB: 1)
    let pulls = Pulls(standard: try Nucleosynthesis(ThermalHistory.compute()).abundances(.init(omegaB: omegaB)))
    var result: [Case] = []
    var spectra: [String: BreakUpRates] = [:]
    for row in try ReferenceData.rows(url) {
      let channel = try #require(row["channel"])
      let (mass, lifetime) = (try #require(row["mass_mev"].flatMap { Double($0) }), try #require(row["tau_s"].flatMap { Double($0) }))
      let decay = try (channel == "e+e-" ? InjectionChannel.electrons : .photons).decay(energy: 0.5 * mass)
      let key = "\(channel) \(mass)"
      let rates = try spectra[key] ?? .standard(DecayingParticle.cascadeSources(decay), omegaB: omegaB)
      spectra[key] = rates
      let search = AbundanceSearch { perPhoton in
        var particle = DecayingParticle(decay, lifetime: lifetime, perPhoton: perPhoton, actsOnExpansion: false, breakUpRates: rates)
        particle.includesEarlyDecays = false
        return try particle.abundances(.init(omegaB: omegaB))
      }
      let range = try search.range(from: 1e-16, to: 1e-2) {
        max(abs($0.deuterium / pulls.standard.deuterium - 1), abs($0.helium3 / pulls.standard.helium3 - 1)) > 1e-3
      }
      for column in columns {
        guard let theirs = row[column].flatMap({ Double($0) }), theirs.isFinite else { continue }
        let first = try search.intervals(in: range) { -pulls.excess(column, $0) }.first
        result.append(Case(channel: channel, mass: mass, lifetime: lifetime, criterion: column, dex: first.map { log10($0.low / theirs) } ?? .infinity))
      }
    }
    return result
  }

  private static func sizes(_ select: (Case) -> Bool) throws -> (median: Double, largest: Double, count: Int) {
    let sorted = try cases.get().filter(select).map { abs($0.dex) }.sorted()
    return (sorted.isEmpty ? .infinity : sorted[sorted.count / 2], sorted.last ?? .infinity, sorted.count)
  }

  /// Medians and largest deviations in dex of each criterion. Photons: a tenth of a dex and less, where D that is made and D that is broken up nearly cancel up to 0.2. Electrons: the reference
  /// breaks up 17 % less D, for its spectra are not converged (docs/bbn.md); where made and broken-up D nearly cancel that is up to 0.4 dex.
  @Test(
    arguments: [
      ("gamma gamma", "n0a_max_d_h_low", 0.04, 0.2), ("gamma gamma", "n0a_max_d_h_high", 0.08, 0.15), ("gamma gamma", "n0a_max_he3_d_high", 0.04, 0.2),
      ("gamma gamma", "n0a_max_yp_low", 0.01, 0.04), ("gamma gamma", "n0a_max_combined", 0.04, 0.2), ("gamma gamma", "n0a_for_d_h_1pct_change", 0.03, 0.2),
      ("e+e-", "n0a_max_d_h_low", 0.08, 0.35), ("e+e-", "n0a_max_d_h_high", 0.25, 0.45), ("e+e-", "n0a_max_he3_d_high", 0.07, 0.2),
      ("e+e-", "n0a_max_yp_low", 0.02, 0.08), ("e+e-", "n0a_max_combined", 0.07, 0.3), ("e+e-", "n0a_for_d_h_1pct_change", 0.1, 0.35),
    ])
  func limitsAreThoseOfTheTable(channel: String, criterion: String, median: Double, largest: Double) throws {
    let found = try Self.sizes { $0.channel == channel && $0.criterion == criterion && !$0.isExcused }
    #expect(found.count >= 7)
    #expect(found.median < median && found.largest < largest, "\(channel) \(criterion): median \(found.median), largest \(found.largest) dex of \(found.count)")
  }
}

extension AbundanceLimitValidation.Case {
  /// Photons of 15 MeV: the table sets the pull of He3/D to 10 where no D is left; it never passes 1.96 before. Electrons of 50 MeV at 1e8 s: made and broken-up D cancel, ours falls by 1.1 % before it
  /// rises and theirs does not.
  fileprivate var isExcused: Bool {
    (channel == "gamma gamma" && mass == 30 && criterion == "n0a_max_he3_d_high")
      || (channel == "e+e-" && mass == 100 && lifetime == 1e8 && criterion == "n0a_max_d_h_low")
  }
}
