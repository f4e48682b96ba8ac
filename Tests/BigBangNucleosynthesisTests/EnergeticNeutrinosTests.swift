import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Portals
import Testing

struct EnergeticNeutrinosTests {
  /// Radiation alone at one a T: `decays` per comoving volume and second at a time in s. a = 1e-10 at 1 MeV.
  private static func background(_ decays: @escaping (Double) -> Double) -> (Double) -> EnergeticNeutrinos.Background {
    { x in
      let temperature = 1e-10 * exp(-x)
      let time = 1.32 / (temperature * temperature)
      return .init(photonTemperature: temperature, neutrinoTemperature: temperature / 1.4, hubbleRate: 0.5 / time, comovingDecays: decays(time))
    }
  }

  /// ln a at a temperature in MeV of this background.
  private static func position(_ temperature: Double) -> Double { log(1e-10 / temperature) }

  private static func neutrinos(_ emission: NeutrinoEmission, _ mixing: NeutrinoMixing = .averaged, cells: Int = 40) throws -> EnergeticNeutrinos {
    EnergeticNeutrinos(emission, mixing: mixing, capture: NeutrinoCapture(try NeutronProtonRates(.born)), cellsPerDecade: cells)
  }

  @Test func withoutCollisionsNumberIsKeptAndEnergyRedshifts() throws {
    // Decays in the first second after 1e4 s: T = 11 keV.
    let emission = NeutrinoEmission.pair(.electron, energy: 30)
    let epochs = try Self.neutrinos(emission).epochs(from: Self.position(0.0115), to: Self.position(0.002), along: Self.background { exp(-$0 / 3e3) })
    let times = epochs.map { 1.32 / pow(1e-10 * exp(-$0.position), 2) }
    for (k, epoch) in epochs.enumerated() where k > 10 {
      let decays = 3e3 * (exp(-times[0] / 3e3) - exp(-times[k] / 3e3))
      #expect(abs(epoch.comovingNumber / (2 * decays) - 1) < 5e-3)
    }
    // After the last decay, the comoving energy falls as 1/a.
    let late = epochs.suffix(12)
    if let first = late.first, let last = late.last {
      let scaled = last.comovingEnergy / first.comovingEnergy * exp(last.position - first.position)
      #expect(abs(scaled - 1) < 2e-3)
    }
  }

  /// In balance of emission and collisions n = 2 per decay/Gamma for a line just above the bath at 12.9 MeV; products that stay above it add to that.
  @Test func collisionsRemoveWhatIsEmitted() throws {
    let x = Self.position(3)
    let epochs = try Self.neutrinos(.pair(.electron, energy: 14), .none).epochs(from: x, to: x + 0.2, along: Self.background { _ in 1 })
    let temperature = 3 * exp(x - epochs[3].position)
    let scattering = NeutrinoScattering(photonTemperature: temperature, neutrinoTemperature: temperature / 1.4)
    let fromLines = 2 / (14 * scattering.perEnergy[0])
    #expect(epochs[3].comovingNumber > 0.97 * fromLines && epochs[3].comovingNumber < 2 * fromLines)
  }

  @Test func scatteringHasThePublishedRate() {
    // 7 pi/27 (1 + G) G_F^2 E T^4, G = 0.583 and 0.129: 1.29 and 0.92.
    let scattering = NeutrinoScattering(photonTemperature: 50, neutrinoTemperature: 50)
    let unit = pow(EarlyUniverseInputs.fermiConstant.value, 2) * pow(50, 4) / EarlyUniverseInputs.hbar
    #expect(abs(scattering.perEnergy[0] / unit - 1.289) < 0.002 && abs(scattering.perEnergy[1] / unit - 0.919) < 0.002)
    #expect(scattering.perEnergy[1] == scattering.perEnergy[2])
  }

  /// Without electrons two neutrinos come out of ten collisions of sixteen-odd that are not annihilations to e+ e-, and take their energy.
  @Test(arguments: 0..<3) func collisionsKeepNumberAndEnergy(flavour: Int) {
    let scattering = NeutrinoScattering(photonTemperature: 1e-3, neutrinoTemperature: 1)
    var collisions = SIMD3<Double>.zero
    collisions[flavour] = 1
    let p = scattering.products(of: collisions)
    let coupling = flavour == 0 ? 0.727 * 0.727 + 0.233 * 0.233 : 0.273 * 0.273 + 0.233 * 0.233
    let kept = (10.0 / 3) / (10.0 / 3 + 2.0 / 3 * coupling)
    let number = p.number(from: 0, to: 1).sum()
    let energy = p.constant.sum() / 2 + p.linear.sum() / 3 + p.square.sum() / 4
    #expect(abs(number - 2 * kept) < 1e-12 && abs(energy - kept) < 1e-12)
  }

  /// Averaged in vacuum, electron neutrinos are 0.55 of what is born as such and 0.45/2 of each other flavour; n -> p follows.
  @Test func mixingSharesFlavours() throws {
    func rate(_ flavour: LeptonFlavour, _ mixing: NeutrinoMixing) throws -> Double {
      let emission = NeutrinoEmission([.init(flavour, energy: 20, number: 1)])
      return try Self.neutrinos(emission, mixing).epochs(from: Self.position(0.02), to: Self.position(0.01), along: Self.background { _ in 1 })
        .last?.conversions.neutronToProton ?? 0
    }
    let whole = try rate(.electron, .none)
    #expect(try rate(.muon, .none) < 3e-3 * whole)
    let (s12, s13) = (0.307, 0.0219)
    let c13 = 1 - s13
    let survival = c13 * c13 * ((1 - s12) * (1 - s12) + s12 * s12) + s13 * s13
    #expect(abs(try rate(.electron, .averaged) / whole - survival) < 1e-3)
    #expect(abs(try rate(.muon, .averaged) / whole + rate(.tau, .averaged) / whole - (1 - survival)) < 1e-3)
    #expect(abs(try rate(.tau, .complete) / whole - 1.0 / 3) < 1e-3)
  }
}
