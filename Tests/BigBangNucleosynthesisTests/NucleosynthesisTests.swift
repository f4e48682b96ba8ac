import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

struct NucleosynthesisTests {
  private static let standard = Result { try Nucleosynthesis(InstantaneousDecoupling.history()) }

  @Test func standardAbundances() throws {
    let result = try Self.standard.get().abundances()
    #expect(abs(result.heliumFraction - 0.247) < 0.001)
    #expect(abs(result.deuterium / 2.44e-5 - 1) < 0.02)
    #expect(abs(result.helium3 / 1.04e-5 - 1) < 0.02)
    #expect(abs(result.lithium7 / 5.55e-10 - 1) < 0.04)
    #expect(result.lithium6 == nil)
    #expect(abs(result.heliumMassFraction - (result.heliumFraction - 0.0013)) < 1e-4)
  }

  @Test func trendsWithBaryonsNeutrinosAndLifetime() throws {
    let calculation = try Self.standard.get()
    let (low, high) = (try calculation.abundances(.init(omegaB: 0.02)), try calculation.abundances(.init(omegaB: 0.025)))
    #expect(high.heliumFraction > low.heliumFraction)
    // D/H falls as omega_b^-1.6, Li7/H rises as omega_b^2.
    #expect(abs(log(high.deuterium / low.deuterium) / log(1.25) + 1.65) < 0.1)
    #expect(abs(log(high.lithium7 / low.lithium7) / log(1.25) - 2.1) < 0.2)
    let slow = try calculation.abundances(.init(neutronLifetime: 890))
    #expect(slow.heliumFraction > (try calculation.abundances()).heliumFraction)
    let extra = try Nucleosynthesis(InstantaneousDecoupling.history(extraNeutrinos: 1)).abundances()
    #expect(abs(extra.heliumFraction - (try calculation.abundances()).heliumFraction - 0.0128) < 0.001)
    let degenerate = try Nucleosynthesis(InstantaneousDecoupling.history(), degeneracy: 0.1).abundances()
    // dYp/dxi = -0.24 Yp-ish: neutrons are rarer when neutrinos outnumber antineutrinos.
    #expect(abs(degenerate.heliumFraction - (try calculation.abundances()).heliumFraction + 0.024) < 0.003)
  }

  @Test func theLargerNetworkChangesOnlyLithium() throws {
    let small = try Self.standard.get().abundances()
    let full = try Nucleosynthesis(InstantaneousDecoupling.history(), network: NuclearNetwork(.full)).abundances()
    #expect(abs(full.heliumFraction / small.heliumFraction - 1) < 1e-4)
    #expect(abs(full.deuterium / small.deuterium - 1) < 5e-4)
    #expect(full.lithium7 < small.lithium7 && full.lithium7 > 0.97 * small.lithium7)
    let lithium6 = try #require(full.lithium6)
    #expect(lithium6 > 3e-15 && lithium6 < 3e-14)
  }

  @Test func evolutionRunsFromEquilibriumToTheEnd() throws {
    let calculation = try Self.standard.get()
    let (epochs, final) = try calculation.evolution(count: 60)
    #expect(epochs.count == 60)
    #expect(zip(epochs, epochs.dropFirst()).allSatisfy { $0.photonTemperature > $1.photonTemperature && $0.time < $1.time })
    #expect(abs(epochs[0].photonTemperature - 10) < 1e-3)
    #expect(abs(epochs[0].perBaryon[0] - 0.4677) < 1e-3)
    let direct = try calculation.abundances()
    #expect(abs(final.deuterium / direct.deuterium - 1) < 1e-5)
    #expect(abs(final.heliumFraction / direct.heliumFraction - 1) < 1e-6)
  }

  @Test func sameInputSameBits() throws {
    let (a, b) = (try Self.standard.get().abundances(), try Nucleosynthesis(InstantaneousDecoupling.history()).abundances())
    #expect(a == b)
  }

  @Test func whatIsOutOfRangeSaysSo() throws {
    let calculation = try Self.standard.get()
    #expect(throws: NucleosynthesisError.self) { try calculation.abundances(.init(omegaB: -1)) }
    #expect(throws: NucleosynthesisError.self) { try calculation.abundances(.init(omegaB: .nan)) }
    #expect(throws: NucleosynthesisError.self) { try calculation.abundances(.init(neutronLifetime: 0)) }
    #expect(throws: NucleosynthesisError.self) { try calculation.abundances(.init(rateShifts: ["d(x,y)z": 1])) }
    let history = InstantaneousDecoupling.history()
    #expect(throws: NucleosynthesisError.self) {
      try Nucleosynthesis(ThermalHistory(epochs: Array(history.epochs.prefix(100)), effectiveNeutrinos: 3))
    }
    #expect(throws: NucleosynthesisError.self) { try Nucleosynthesis(ThermalHistory(epochs: history.epochs.reversed(), effectiveNeutrinos: 3)) }
  }

  @Test func baryonsPerPhoton() {
    // eta = 6.11e-10 for omega_b = 0.02237 is the number quoted everywhere.
    #expect(abs(BaryonDensity.perPhoton(omegaB: 0.02237) / 6.124e-10 - 1) < 2e-3)
  }
}
