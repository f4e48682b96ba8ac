import EarlyUniverse
import Foundation
import Numerics
import Testing

@Suite struct InjectionTests {
  private static let rule = GaussLegendre(order: 300)

  /// The energy of electrons and photons of every channel is the electromagnetic share of a decay in flight.
  @Test(arguments: [InjectionChannel.muons, .chargedPions, .neutralPions, .chargedKaons], [1.02, 1.5, 6]) func spectraHoldTheirShare(
    channel: InjectionChannel, boost: Double
  ) throws {
    let energy = boost * channel.particleMass
    let source = try #require(try channel.spectrum(energy: energy))
    let held = Self.rule.integrate(from: 0, to: source.largestEnergy) { $0 * (source.photons($0) + source.electrons($0)) }
    let share = try channel.shares(energy: energy, stopped: false)
    // Spectra with steps under a fixed rule: 1 %.
    #expect(abs(held / (2 * energy * share.electromagnetic) - 1) < 0.01)
  }

  @Test(arguments: InjectionChannel.allCases) func sharesAddUp(channel: InjectionChannel) throws {
    let energy = max(1, 1.7 * channel.particleMass)
    let (flying, stopped) = (try channel.shares(energy: energy, stopped: false), try channel.shares(energy: energy, stopped: true))
    for share in [flying, stopped] {
      let parts = [share.electromagnetic, share.electronNeutrino, share.muonNeutrino, share.tauNeutrino, share.dark]
      #expect(parts.allSatisfy { $0 >= -1e-15 && $0 <= 1 + 1e-15 } && abs(parts.reduce(0, +) - 1) < 1e-12)
    }
    #expect(stopped.electromagnetic >= flying.electromagnetic - 1e-15)
    if channel.particleMass > 0 {
      #expect(throws: NumericsError.self) { try channel.shares(energy: 0.9 * channel.particleMass, stopped: false) }
      #expect(throws: NumericsError.self) { try channel.spectrum(energy: 0.9 * channel.particleMass) }
    }
  }

  @Test func muonShares() throws {
    let shares = try InjectionChannel.muons.shares(energy: 200, stopped: false)
    #expect(abs(shares.electromagnetic - 0.35) < 1e-12 && abs(shares.electronNeutrino - 0.3) < 1e-12 && abs(shares.muonNeutrino - 0.35) < 1e-12)
  }

  @Test func namesOfTheCommandLine() {
    for name in ["e+e-", "gamma-gamma", "mu+mu-", "pi+pi-", "K+K-", "nu-nubar"] { #expect(InjectionChannel(rawValue: name) != nil) }
  }
}
