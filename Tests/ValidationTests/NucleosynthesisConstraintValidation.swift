import BigBangNucleosynthesis
import Combination
import EarlyUniverse
import Foundation
import Likelihoods
import Portals
import Testing

/// From couplings to bounds, against published ones.
@Suite struct NucleosynthesisConstraintValidation {
  private func excluded(_ model: String, _ masses: [Double], reheating: String) async throws -> [ExclusionScan.MassResult] {
    let model = try Models.find(model)
    let constraints = try Catalogue(for: model.portal).selecting(["bbn.abundances"], projected: false)
    let settings = try TestSettings(confidenceLevel: 0.95, choices: VariantChoices(["early-universe.reheating": reheating]))
    return try await ExclusionScan(constraints: constraints, settings: settings, couplingRange: model.coupling.range).run(masses: masses, workers: 2)
  }

  private func intervals(_ result: ExclusionScan.MassResult) -> [ExcludedInterval] {
    guard case .intervals(let intervals)? = result.findings.first else { return [] }
    return intervals
  }

  /// Depta, Hufnagel, Schmidt-Hoberg, arXiv:2002.08370, ALPs that couple to photons, reheating at 10 MeV (the curve as AxionLimits stores it): a closed region between 4.3 and 22 MeV.
  /// They let N_eff and the baryon density vary and use observations of 2020, which weakens the lower edge: 0.1 dex; upper edges 0.1 dex; its end by 13 % in mass.
  @Test func photophilicAxionsAtTenMegaelectronvolts() async throws {
    let published: [(mass: Double, low: Double, high: Double)] = [
      (6.5e-3, 3.77e-12, 1.90e-10), (8.5e-3, 2.75e-12, 9.3e-11), (12e-3, 2.33e-12, 3.3e-11), (15e-3, 2.33e-12, 1.79e-11), (20e-3, 2.47e-12, 6.6e-12),
    ]
    for (result, expected) in zip(try await excluded("alp-photon", published.map(\.mass), reheating: "10MeV"), published) {
      let found = try #require(intervals(result).first)
      #expect(abs(log10(found.low / expected.low)) < 0.16, "\(expected.mass): \(found.low) for \(expected.low)")
      #expect(abs(log10(found.high / expected.high)) < 0.1, "\(expected.mass): \(found.high) for \(expected.high)")
    }
    let closed = try await excluded("alp-photon", [0.03, 0.1], reheating: "10MeV")
    #expect(closed.allSatisfy { intervals($0).isEmpty })
  }

  /// Mesons decide the lifetime up to which a particle that was in equilibrium is excluded: heavy neutral leptons 0.02 s above the pion's threshold (Boyarsky et al.,
  /// arXiv:2008.00749: 0.019 to 0.024 s for Yp < 0.2573). Ours uses D/H and Yp of PDG 2024.
  @Test func heavyNeutralLeptonsLiveTwentyMilliseconds() async throws {
    let masses = [0.3, 0.5, 1, 2.5]
    let portal = try Models.find("hnl-e").portal.physics
    for (mass, result) in zip(masses, try await excluded("hnl-e", masses, reheating: "100GeV")) {
      let interval = try #require(intervals(result).last)
      let lifetime = try #require(try portal.widths(mass: mass, coupling: interval.high).lifetimeSeconds)
      #expect((0.016...0.026).contains(lifetime), "\(mass) GeV: \(lifetime) s")
    }
  }
}
