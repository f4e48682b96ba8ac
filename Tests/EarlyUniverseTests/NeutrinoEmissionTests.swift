import EarlyUniverse
import Foundation
import Portals
import Testing

@Suite struct NeutrinoEmissionTests {
  private static let mass = (muon: 105.6583755, pion: 139.57039, kaon: 493.677)

  @Test(arguments: [InjectionChannel.muons, .chargedPions, .chargedKaons]) func energiesAreThoseOfTheShares(channel: InjectionChannel) throws {
    let emission =
      switch channel {
      case .muons: NeutrinoEmission.stoppedMuon
      case .chargedPions: NeutrinoEmission.stoppedPion
      default: NeutrinoEmission.stoppedKaon
      }
    let energy = 1.3 * channel.particleMass
    let shares = try channel.shares(energy: energy, stopped: true)
    // Exact but for K -> pi0 l nu (8 % of decays), whose sharing of the energy is a convention: 1 % of the kaon's mass.
    let tolerance = channel == .chargedKaons ? 0.01 : 1e-12
    #expect(abs(emission.energy(.electron) / energy - shares.electronNeutrino) < tolerance)
    #expect(abs(emission.energy(.muon) / energy - shares.muonNeutrino) < tolerance)
    #expect(emission.energy(.tau) == 0 && shares.tauNeutrino == 0)
  }

  @Test func numbers() {
    let (muon, pion, kaon) = (NeutrinoEmission.stoppedMuon, NeutrinoEmission.stoppedPion, NeutrinoEmission.stoppedKaon)
    #expect(abs(muon.number(.electron) - 1) < 1e-12 && abs(muon.number(.muon) - 1) < 1e-12)
    #expect(abs(pion.number(.electron) - 1) < 1e-12 && abs(pion.number(.muon) - 2) < 1e-12)
    // Every muon comes with a nu_mu and gives a pair; K_e3 gives one nu_e alone.
    let alone = 0.0507 / (0.6356 + 0.2067 + 0.05583 + 0.01760 + 0.0507 + 0.03352)
    #expect(abs(kaon.number(.muon) - 2 * (kaon.number(.electron) - alone)) < 1e-12)
    #expect([muon, pion, kaon].allSatisfy { $0.isValid && !$0.isEmpty })
  }

  @Test func endpointsAndLines() {
    #expect(NeutrinoEmission.stoppedMuon.lines.allSatisfy { $0.energy < Self.mass.muon / 2 })
    let pion = NeutrinoEmission.stoppedPion.lines.filter { $0.flavour == .muon && $0.number == 1 }
    #expect(pion.count == 1 && abs((pion.first?.energy ?? 0) - 29.79) < 0.01)
    let kaon = NeutrinoEmission.stoppedKaon.lines.max { $0.energy < $1.energy }
    #expect(abs((kaon?.energy ?? 0) - 235.53) < 0.01)
  }

  /// The Gauss nodes reproduce moments of the Michel spectra: <x^k> = 12/((k+3)(k+4)) for nu_e, 6/(k+3) - 4/(k+4) for nu_mu.
  @Test(arguments: 0...6) func michelMoments(power: Int) {
    let k = Double(power)
    func moment(_ flavour: LeptonFlavour) -> Double {
      NeutrinoEmission.stoppedMuon.lines.reduce(0) { $1.flavour == flavour ? $0 + $1.number * pow(2 * $1.energy / Self.mass.muon, k) : $0 }
    }
    #expect(abs(moment(.electron) - 12 / ((k + 3) * (k + 4))) < 1e-8)
    #expect(abs(moment(.muon) - (6 / (k + 3) - 4 / (k + 4))) < 1e-8)
  }

  @Test func sumsAndMultiples() {
    let sum = NeutrinoEmission.stoppedMuon + NeutrinoEmission.stoppedMuon
    #expect(sum == NeutrinoEmission.stoppedMuon.scaled(2))
    #expect(NeutrinoEmission.stoppedPion.scaled(0).isEmpty)
    let even = NeutrinoEmission.evenMixture(energy: 10, number: 2)
    #expect(LeptonFlavour.allCases.allSatisfy { abs(even.number($0) - 2.0 / 3) < 1e-15 && abs(even.energy($0) - 20.0 / 3) < 1e-14 })
    #expect(NeutrinoEmission.pair(.tau, energy: 5).energy(.tau) == 10)
    #expect(!NeutrinoEmission([.init(.electron, energy: .nan, number: 1)]).isValid)
  }
}
