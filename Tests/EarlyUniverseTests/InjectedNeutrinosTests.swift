import EarlyUniverse
import Foundation
import Portals
import Testing

@Suite struct InjectedNeutrinosTests {
  /// Energy of each flavour as the shares have it, both for stopped particles and in flight; the histogram's bins make 0.2 %.
  @Test(arguments: [InjectionChannel.muons, .chargedPions, .electronNeutrinos, .neutrinos], [true, false])
  func energiesAreThoseOfTheShares(channel: InjectionChannel, stopped: Bool) throws {
    for energy in [160.0, 1000] {
      let decay = try channel.decay(energy: energy)
      let (emission, shares) = (decay.neutrinos(stopped: stopped), decay.shares(stopped: stopped))
      for (flavour, share) in zip(LeptonFlavour.allCases, [shares.electronNeutrino, shares.muonNeutrino, shares.tauNeutrino]) {
        #expect(abs(emission.energy(flavour) / (2 * energy) - share) < 0.003 * share + 1e-12, "\(channel) \(energy) \(flavour)")
      }
      #expect(emission.isValid)
    }
  }

  @Test(arguments: [true, false]) func numbers(stopped: Bool) throws {
    let muons = try InjectionChannel.muons.decay(energy: 500).neutrinos(stopped: stopped)
    #expect(abs(muons.number(.electron) - 2) < 0.01 && abs(muons.number(.muon) - 2) < 0.01)
    let pions = try InjectionChannel.chargedPions.decay(energy: 500).neutrinos(stopped: stopped)
    #expect(abs(pions.number(.electron) - 2) < 0.01 && abs(pions.number(.muon) - 4) < 0.01)
    #expect(try InjectionChannel.photons.decay(energy: 500).neutrinos(stopped: stopped).isEmpty)
  }

  /// Two-body neutrinos keep their energy exactly; a mixture is shared among flavours.
  @Test func linesAreExact() throws {
    let pair = try InjectionChannel.muonNeutrinos.decay(energy: 123.4).neutrinos(stopped: true)
    #expect(pair == .pair(.muon, energy: 123.4))
    let even = try InjectionChannel.neutrinos.decay(energy: 77).neutrinos(stopped: false)
    #expect(even.lines.count == 3 && even.lines.allSatisfy { $0.energy == 77 && abs($0.number - 2.0 / 3) < 1e-15 })
    let stopped = try InjectionChannel.muons.decay(energy: 500).neutrinos(stopped: true)
    #expect(stopped == NeutrinoEmission.stoppedMuon.scaled(2))
  }

  /// At most 20 lines per decade and flavour, from 0.3 MeV to 6 GeV.
  @Test func continuousSpectraAreFewLines() throws {
    let emission = try InjectionChannel.chargedKaons.decay(energy: 3000).neutrinos(stopped: false)
    for flavour in LeptonFlavour.allCases { #expect(emission.lines.count { $0.flavour == flavour } <= 88) }
    #expect(emission.number(.tau) == 0 && emission.number(.muon) > emission.number(.electron))
  }
}
