import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

/// Against ACROPOLIS 1.3.1.
@Suite(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence)))
struct PhotodisintegrationValidation {
  @Test func crossSections() throws {
    let url = try #require(ReferenceData.file("bbn/acropolis_pdi_cross_sections.csv"))
    var compared = 0
    for row in try ReferenceData.rows(url) {
      guard let id = row["reaction_id"].flatMap({ Int($0) }), let energy = row["e_gamma_mev"].flatMap({ Double($0) }),
        let sigma = row["sigma_mb"].flatMap({ Double($0) })
      else { continue }
      let own = PhotodisintegrationReaction.all[id - 1].crossSection(energy)
      // The level of Li7 at 7.46 MeV: ACROPOLIS has its 0.06 mb at 7.46 MeV above the threshold instead (docs/bbn.md).
      let misplaced = id == 13 ? 0.06 / (1 + pow((energy - 7.46) / 0.188, 2)) - 0.06 / (1 + pow((energy - 7.249962 - 7.46) / 0.188, 2)) : 0
      #expect(abs(own - misplaced - sigma) <= 2e-6 * sigma + 1e-12, "\(row): \(own)")
      compared += 1
    }
    #expect(compared > 200)
  }

  private struct Case {
    let channel: String
    let lifetime: Double
    let deviation: Double
  }

  /// Deviations of the relative change of D/H and He3/H where it is between 1 and 95 %.
  ///
  /// ACROPOLIS leaves out what decays before T = 10^0.5 T(tau), that is before 0.1 tau: a tenth of the decays. The same is left out here, so that physics is compared.
  private static let deviations = Result { () throws -> (deuterium: [Case], helium3: [Case]) in
    var settings = ThermalHistory.Settings()
    settings.endTemperature = 1e-6
    let history = try ThermalHistory.compute(settings: settings)
    // eta = 6.137e-10 is AlterBBN's; its abundances without decays are those of the rows with hardly any particle.
    let omegaB = 6.137e-10 / BaryonDensity.perPhoton(omegaB: 1)
    let standard = try Nucleosynthesis(history, network: NuclearNetwork(.full)).abundances(.init(omegaB: omegaB))
    var (deuterium, helium3): ([Case], [Case]) = ([], [])
    let url = try #require(ReferenceData.file("bbn/acropolis_decay_abundances.csv"))
    for row in try ReferenceData.rows(url) {
      func number(_ key: String) throws -> Double { try #require(row[key].flatMap { Double($0) }, "column \(key)") }
      let (d, he) = (try number("d_h") / 2.442398e-5 - 1, try number("he3_h") / 1.030605e-5 - 1)
      let range = 0.01...0.95
      guard range.contains(abs(d)) || range.contains(abs(he)), let channel = row["channel"] else { continue }
      let lifetime = try number("tau_s")
      let all = try Photodisintegration.decays(history, perPhoton: try number("n0a"), lifetime: lifetime)
      let decays = try Photodisintegration.withoutEarlyDecays(all, history, lifetime: lifetime)
      let energy = try number("mass_mev") / 2
      let result = try Photodisintegration(
        history, decays: decays, sources: [(channel == "e+e-" ? .electronPair(energy: energy) : .photonPair(energy: energy), 1)], omegaB: omegaB
      ).applied(to: standard)
      if range.contains(abs(d)) { deuterium.append(Case(channel: channel, lifetime: lifetime, deviation: (result.deuterium / standard.deuterium - 1) / d - 1)) }
      if range.contains(abs(he)) { helium3.append(Case(channel: channel, lifetime: lifetime, deviation: (result.helium3 / standard.helium3 - 1) / he - 1)) }
    }
    return (deuterium, helium3)
  }

  private static func median(_ cases: [Case]) -> Double {
    let sorted = cases.map { abs($0.deviation) }.sorted()
    return sorted.isEmpty ? .infinity : sorted[sorted.count / 2]
  }

  @Test func photonsChangeDeuteriumAsThere() throws {
    // The goal of the issue is 5 %. Found: 1.6 % over all lifetimes, 0.7 % from 1e6 s on; at T > 1 keV the reference's inverse-Compton photons are not converged (docs/bbn.md).
    let cases = try Self.deviations.get().deuterium.filter { $0.channel == "gamma gamma" }
    #expect(cases.count > 100)
    #expect(Self.median(cases) < 0.03)
    #expect(Self.median(cases.filter { $0.lifetime > 1e6 }) < 0.01)
  }

  @Test func heliumThreeIsMadeAsThere() throws {
    // Photons hard enough for He4 lose little to the soft part of the cascade: both channels agree where He3 is made.
    let cases = try Self.deviations.get().helium3
    #expect(cases.count > 100)
    #expect(Self.median(cases) < 0.03)
    #expect(Self.median(cases.filter { $0.channel == "e+e-" && $0.lifetime > 1e6 }) < 0.03)
  }

  @Test func electronsDestroyMoreDeuteriumThanThere() throws {
    // The reference's spectra from electrons rise with its number of energies (docs/bbn.md); ours are at the limit.
    let cases = try Self.deviations.get().deuterium.filter { $0.channel == "e+e-" && $0.lifetime < 1e6 }
    #expect(cases.count > 30)
    #expect(cases.allSatisfy { $0.deviation > -0.02 && $0.deviation < 0.3 })
  }
}
