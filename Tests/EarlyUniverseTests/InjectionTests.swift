import EarlyUniverse
import Foundation
import Numerics
import Portals
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

  /// Number and energy of the electrons of muons, and their Michel spectrum at rest.
  @Test func muonSpectra() throws {
    for energy in [105.658_375_5, 106, 150, 1000] {
      let source = try #require(try InjectionChannel.muons.spectrum(energy: energy))
      #expect(abs(Self.rule.integrate(from: 0.1, to: source.largestEnergy, source.electrons) / 2 - 1) < 5e-3)
      #expect(abs(Self.rule.integrate(from: 0.1, to: source.largestEnergy) { $0 * source.electrons($0) } / (2 * 0.35 * energy) - 1) < 3e-3)
    }
    let rest = try #require(try InjectionChannel.muons.spectrum(energy: 105.658_375_5))
    for x in [0.2, 0.5, 0.8] {
      let energy = x * 105.658_375_5 / 2
      #expect(abs(rest.electrons(energy) / (2 * 2 * x * x * (3 - 2 * x) / (105.658_375_5 / 2)) - 1) < 0.03, "\(x)")
    }
  }

  /// The chain K -> mu nu, pi pi0, ... keeps its energy: photons and electrons hold what neutrinos do not carry away.
  @Test func everyModelKeepsItsEnergy() throws {
    let portals: [(Portal, Double)] = [
      (.vector(.darkPhoton), 0.215), (.vector(.darkPhoton), 1.1), (.scalar(.darkScalar), 0.35), (.heavyNeutralLepton(.muonMixing), 0.4),
      (.heavyNeutralLepton(.tauMixing), 2), (.pseudoscalar(.gluonOnly), 1.2), (.vector(.bMinusL), 0.05), (.vector(.darkPhoton), 5),
    ]
    for (portal, mass) in portals {
      let decay = InjectedDecay(try portal.physics.widths(mass: mass, coupling: 1e-8))
      let held = decay.sources().reduce(0.0) { sum, source in
        let continuum = Self.rule.integrate(from: 0.31, to: source.largestEnergy) { $0 * (source.photons($0) + source.electrons($0)) }
        // The radiation of a line is counted in the line.
        return sum + (source.electronLine + source.photonLine > 0 ? source.largestEnergy * (source.electronLine + source.photonLine) : continuum)
      }
      let share = decay.shares(stopped: false)
      // What unresolved radiation adds, 5 % of the electrons, and a fixed rule on steps.
      #expect(held / (1e3 * mass * share.electromagnetic) > 0.97 && held / (1e3 * mass * share.electromagnetic) < 1.08, "\(portal) \(mass)")
    }
  }

  @Test func longLivedParticlesAreCountedOnce() throws {
    let kaons = try InjectionChannel.chargedKaons.decay(energy: 600)
    #expect(abs(kaons.number(of: .chargedKaon) - 2) < 1e-12 && kaons.number(of: .chargedPion) == 0)
    let phi = InjectedDecay(DecayWidths(mass: 2.5, coupling: 1, partials: [.init("phi phi", width: 1)]))
    #expect(abs(phi.number(of: .chargedKaon) - 4 * 0.491 / 0.997) < 0.01)
    #expect(abs(phi.number(of: .longKaon) - 2 * 0.339 / 0.997) < 0.01)
  }

  @Test func namesOfTheCommandLine() {
    for name in ["e+e-", "gamma-gamma", "mu+mu-", "pi+pi-", "K+K-", "nu-nubar"] { #expect(InjectionChannel(rawValue: name) != nil) }
  }
}
