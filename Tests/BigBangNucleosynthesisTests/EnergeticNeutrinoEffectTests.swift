import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

/// What energetic neutrinos do to the light elements along real histories.
struct EnergeticNeutrinoEffectTests {
  /// A history with a particle that is too rare to change it.
  private static func history(lifetime: Double, perPhoton: Double) throws -> ThermalHistory {
    let plain = try ThermalHistory.compute()
    let decays = try Photodisintegration.decays(plain, perPhoton: perPhoton, lifetime: lifetime).map {
      ThermalHistory.DecayEpoch(numberDensity: $0 * lifetime, energyDensity: 0, decayRateDensity: $0, electromagneticPower: 0)
    }
    return ThermalHistory(epochs: plain.epochs, effectiveNeutrinos: plain.effectiveNeutrinos, decays: decays)
  }

  /// Relative changes of D/H and Yp.
  private static func change(
    _ emission: NeutrinoEmission, lifetime: Double, perPhoton: Double, mixing: NeutrinoMixing = .averaged
  ) throws -> (deuterium: Double, helium: Double) {
    let history = try history(lifetime: lifetime, perPhoton: perPhoton)
    let (with, without) = (try Nucleosynthesis(history, neutrinos: emission, mixing: mixing).abundances(), try Nucleosynthesis(history).abundances())
    #expect(with.baryonDefect < 1e-10)
    return (with.deuterium / without.deuterium - 1, with.heliumFraction / without.heliumFraction - 1)
  }

  @Test func noNeutrinosAreNoChange() throws {
    for emission in [NeutrinoEmission.none, NeutrinoEmission.stoppedMuon.scaled(1e-30)] {
      let change = try Self.change(emission, lifetime: 100, perPhoton: 1e-6)
      #expect(abs(change.deuterium) < 1e-12 && abs(change.helium) < 1e-12)
    }
  }

  @Test(arguments: [1.0, 100, 1000]) func fewActInProportion(lifetime: Double) throws {
    let one = try Self.change(.stoppedMuon, lifetime: lifetime, perPhoton: 1e-6)
    let three = try Self.change(.stoppedMuon.scaled(3), lifetime: lifetime, perPhoton: 1e-6)
    let other = try Self.change(.stoppedMuon, lifetime: lifetime, perPhoton: 3e-6)
    #expect(abs(three.deuterium / one.deuterium - 3) < 0.01 && abs(three.helium / one.helium - 3) < 0.03)
    #expect(abs(other.deuterium / three.deuterium - 1) < 1e-3)
  }

  /// nubar_e p -> n e+ at T < 60 keV makes neutrons that become deuterium.
  @Test func lateMuonsMakeDeuterium() throws {
    let change = try Self.change(.stoppedMuon.scaled(2), lifetime: 1000, perPhoton: 1e-5)
    #expect(change.deuterium > 0.05 && change.deuterium < 0.3)
    #expect(abs(change.helium) < 0.01)
  }

  /// Before they freeze out nucleons forget; so does the bath.
  @Test func earlyDecaysLeaveNoTrace() throws {
    let change = try Self.change(.stoppedMuon.scaled(2), lifetime: 1e-3, perPhoton: 1e-4)
    #expect(abs(change.helium) < 1e-6)
  }

  /// 20 lines per decade against many: a box from 5 to 100 MeV.
  @Test(arguments: [1.0, 1000]) func linesConverge(lifetime: Double) throws {
    func box(_ lines: Int) -> NeutrinoEmission {
      let step = log(20.0) / Double(lines)
      return NeutrinoEmission(
        (0..<lines).map { i in
          let (low, high) = (5 * exp(Double(i) * step), 5 * exp(Double(i + 1) * step))
          return .init(.electron, energy: 0.5 * (low + high), number: (high - low) / 95)
        })
    }
    let coarse = try Self.change(box(26), lifetime: lifetime, perPhoton: 1e-6)
    let fine = try Self.change(box(400), lifetime: lifetime, perPhoton: 1e-6)
    #expect(abs(coarse.deuterium / fine.deuterium - 1) < 5e-3 && abs(coarse.helium / fine.helium - 1) < 5e-3)
  }

  /// Rates of conversion with 40 cells to the decade against 160, at 1 MeV (collisions), 0.2 MeV and 50 keV, of decays with lifetimes of 1 s and 1000 s.
  @Test(arguments: [1.0, 1000], [NeutrinoEmission.stoppedMuon, .pair(.muon, energy: 300)])
  func cellsConverge(lifetime: Double, emission: NeutrinoEmission) throws {
    func background(_ x: Double) -> EnergeticNeutrinos.Background {
      let temperature = 1e-10 * exp(-x)
      let time = 1.32 / (temperature * temperature)
      return .init(photonTemperature: temperature, neutrinoTemperature: temperature / 1.2, hubbleRate: 0.5 / time, comovingDecays: exp(-time / lifetime))
    }
    func rates(_ cells: Int) throws -> [Double] {
      let solver = EnergeticNeutrinos(emission, mixing: .averaged, capture: NeutrinoCapture(try NeutronProtonRates(.born)), cellsPerDecade: cells)
      // One decade down from 10 MeV, then on by whole cells.
      let epochs = solver.epochs(from: log(1e-11), to: log(1e-10 / 0.03), along: background)
      return [1.0, 1.5, 2.25].map { decades in
        // Between the middles of two steps.
        let k = Int(Double(cells) * decades)
        return (epochs[k].conversions.protonToNeutron * epochs[k + 1].conversions.protonToNeutron).squareRoot()
      }
    }
    for (coarse, fine) in zip(try rates(40), try rates(160)) { #expect(abs(coarse / fine - 1) < 0.02, "\(lifetime) s: \(coarse / fine)") }
  }

  @Test func unusableRequestsSaySo() throws {
    #expect(throws: NucleosynthesisError.self) { try Nucleosynthesis(ThermalHistory.compute(), neutrinos: .stoppedMuon) }
    let history = try Self.history(lifetime: 1, perPhoton: 1e-6)
    #expect(throws: NucleosynthesisError.self) { try Nucleosynthesis(history, neutrinos: .pair(.electron, energy: -1)) }
    #expect(throws: NucleosynthesisError.self) { try Nucleosynthesis(history, neutrinos: .pair(.electron, energy: .nan)) }
  }

  @Test func aParticlePassesItsNeutrinosOn() throws {
    // Muon neutrinos do nothing else when they act on nothing else, and convert by oscillation.
    let decay = try InjectionChannel.muonNeutrinos.decay(energy: 40)
    let standard = try Nucleosynthesis(ThermalHistory.compute()).abundances()
    let with = try DecayingParticle(decay, lifetime: 1000, perPhoton: 1e-6, actsOnExpansion: false).abundances()
    let expected = try Self.change(.pair(.muon, energy: 40), lifetime: 1000, perPhoton: 1e-6)
    #expect(abs((with.deuterium / standard.deuterium - 1) / expected.deuterium - 1) < 0.01)
    var unmixed = UniverseContent.standard
    unmixed.mixing = .none
    let without = try DecayingParticle(decay, lifetime: 1000, perPhoton: 1e-6, actsOnExpansion: false).abundances(content: unmixed)
    #expect(abs(without.deuterium / standard.deuterium - 1) < 0.01 * expected.deuterium + 2e-4)
  }
}
