import EarlyUniverse
import Foundation
import Numerics
import Portals
import Testing
import Units

@Suite struct AbundanceBathTests {
  /// a^3 times the comoving entropy is constant, H is continuous, cooling is that of the scale factor.
  @Test func bathIsContinuous() throws {
    let bath = try CosmicBath.shared()
    var before = bath.state(logTemperature: log(1e-5))
    for w in stride(from: log(1e-5) + 0.01, to: log(1e4), by: 0.01) {
      let now = bath.state(logTemperature: w)
      #expect(now.hubble > before.hubble && now.hubble < 1.05 * before.hubble)
      #expect(now.comovingEntropy > before.comovingEntropy)
      #expect(now.expansionPerCooling > 0.5 && now.expansionPerCooling < 3)
      before = now
    }
    // Entropy density today with T_nu/T_gamma = 1/1.3959 (N_eff = 3.044): (2 pi^2/45)(2 + 21/4/1.3959^3) T_0^3 = 2906 per cm^3.
    let today = bath.entropyToday / NaturalUnits.perCubicCentimetre
    #expect(abs(today / 2907 - 1) < 2e-3, "\(today)")
  }

  /// Massless limit of the number densities: zeta(3)/pi^2 g T^3 and 3/4 of it; Maxwell-Boltzmann for m >> T.
  @Test func numberDensities() {
    let boson = RelicParticle(mass: 1e-8, states: 1, statistics: .boson).scaledDensity(temperature: 1)
    let fermion = RelicParticle(mass: 1e-8, states: 1, statistics: .fermion).scaledDensity(temperature: 1)
    let massless = 1.202_056_903 / (Double.pi * Double.pi)
    #expect(abs(boson / massless - 1) < 1e-6 && abs(fermion / (0.75 * massless) - 1) < 1e-6)
    let heavy = RelicParticle(mass: 300, states: 2, statistics: .fermion)
    let expected = 2 * pow(300 / (2 * Double.pi), 1.5) * (1 + 15.0 / 8 / 300)
    #expect(abs(heavy.scaledDensity(temperature: 1) / expected - 1) < 1e-5)
    #expect(abs(heavy.slowing(temperature: 1) - (1 - 1.5 / 300)) < 1e-4)
  }

  /// Energy shares add up to one, and a stopped muon gives 65 % of its mass to neutrinos.
  @Test func energyShares() throws {
    let portals: [(Portal, Double)] = [
      (.vector(.darkPhoton), 0.215), (.vector(.darkPhoton), 0.9), (.scalar(.darkScalar), 0.25), (.heavyNeutralLepton(.muonMixing), 0.4),
      (.pseudoscalar(.gluonOnly), 0.7), (.vector(.bMinusL), 0.05),
    ]
    for (portal, mass) in portals {
      let widths = try portal.physics.widths(mass: mass, coupling: 1e-8)
      for inFlight in [false, true] {
        let s = InjectedDecay(widths).shares(stopped: !inFlight)
        let parts = [s.electromagnetic, s.electronNeutrino, s.muonNeutrino, s.tauNeutrino, s.dark]
        #expect(abs(parts.reduce(0, +) - 1) < 1e-12 && parts.allSatisfy { $0 >= 0 && $0 <= 1 })
      }
    }
    let muons = DecayWidths(mass: 0.3, coupling: 1, partials: [.init("mu+ mu-", width: 1)])
    let stopped = InjectedDecay(muons).shares(stopped: true)
    let rest = 2 * PhysicalConstants.muonMass.value / 0.3
    #expect(abs(stopped.electronNeutrino - 0.30 * rest) < 1e-12 && abs(stopped.muonNeutrino - 0.35 * rest) < 1e-12)
    #expect(abs(InjectedDecay(muons).shares(stopped: false).electromagnetic - 0.35) < 1e-12)
  }
}
