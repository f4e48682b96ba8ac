import EarlyUniverse
import Foundation
import Numerics
import Testing

@Suite struct CascadeKernelTests {
  private static let mass = EarlyUniverseInputs.electronMass
  private static let alpha = 1 / 137.035_999
  private static let thomson = 8 * Double.pi / 3 * alpha * alpha / (mass * mass)

  /// Thomson limit: the rate is sigma_T c n_gamma, the loss 4/3 sigma_T c gamma^2 u.
  @Test func inverseComptonInTheThomsonLimit() {
    let t = 1e-6
    let number = 2 * 1.202_056_903 / (Double.pi * Double.pi) * t * t * t
    let density = Double.pi * Double.pi / 15 * pow(t, 4)
    let kernel = InverseComptonKernel.shared
    let electron = kernel.electron(5, temperature: t)
    #expect(abs(kernel.total(electron) / (Self.thomson * number) - 1) < 1e-3)
    let loss = GaussLegendre(order: 60).integrateLog(from: 1e-9, to: 1e-1) { kernel.rate(electron, above: $0) }
    #expect(abs(loss / (4.0 / 3 * Self.thomson * pow(5 / Self.mass, 2) * density) - 1) < 2e-3)
  }

  /// Klein and Nishina: fewer scatterings, larger losses; never more than the energy of the electron.
  @Test func inverseComptonAtHighEnergy() {
    let kernel = InverseComptonKernel.shared
    var last = Double.infinity
    for energy in [2.0, 10, 50, 200, 1000] {
      let electron = kernel.electron(energy, temperature: 1e-3)
      let total = kernel.total(electron)
      #expect(total < last && total > 0)
      last = total
      #expect(kernel.rate(electron, above: energy) == 0)
      var previous = total
      for fraction in stride(from: 0.02, to: 1, by: 0.02) {
        let rate = kernel.rate(electron, above: fraction * energy)
        #expect(rate <= previous)
        previous = rate
      }
    }
  }

  /// The spectrum of one lepton holds one lepton for each pair; ultrarelativistic formula, 1 % at E = 30 m_e and more.
  @Test(arguments: [(30.0, 1e-2), (100, 3e-3), (1000, 1e-3), (50, 1e-3)]) func pairSpectrumIsNormalised(energy: Double, temperature: Double) {
    let kernel = PairProductionKernel.shared
    let rule = GaussLegendre(order: 200)
    let number = 2 * rule.integrateLog(from: Self.mass * 1.0001, to: 0.5 * energy) { kernel.spectrum(lepton: $0, energy: energy, temperature: temperature) }
    #expect(abs(number / kernel.rate(energy: energy, temperature: temperature) - 1) < 0.01)
    #expect(kernel.spectrum(lepton: energy, energy: energy, temperature: temperature) == 0)
  }

  @Test(arguments: [1.6, 3, 10, 50, 300]) func nuclearPairsAddUp(energy: Double) {
    let rule = GaussLegendre(order: 100)
    let total = rule.integrate(from: Self.mass, to: energy - Self.mass) { MatterProcesses.pairs(lepton: $0, from: energy) }
    #expect(abs(total / MatterProcesses.pairs(energy) - 1) < 2e-3)
    #expect(abs(MatterProcesses.pairs(lepton: 0.4 * energy, from: energy) - MatterProcesses.pairs(lepton: 0.6 * energy, from: energy)) < 1e-12)
  }

  @Test func nuclearPairsAreContinuous() {
    #expect(MatterProcesses.pairs(2 * Self.mass) == 0)
    // Both expansions stop at finite order: 1.5e-4 at the join.
    #expect(abs(MatterProcesses.pairs(4 * Self.mass * 1.000_001) / MatterProcesses.pairs(4 * Self.mass) - 1) < 2e-4)
  }

  @Test(arguments: [0.1, 1, 10, 200]) func comptonAddsUp(energy: Double) {
    let lowest = energy / (1 + 2 * energy / Self.mass) * (1 + 1e-12)
    let rule = GaussLegendre(order: 100)
    let photons = rule.integrateLog(from: lowest, to: energy) { MatterProcesses.compton(scattered: $0, from: energy) }
    #expect(abs(photons / MatterProcesses.compton(energy) - 1) < 1e-6)
    // Recoils above an energy against their spectrum, and all of them.
    #expect(abs(MatterProcesses.compton(recoilAbove: Self.mass, from: energy) / MatterProcesses.compton(energy) - 1) < 1e-6)
    let (from, to) = (Self.mass + 0.3 * (energy - lowest), Self.mass + 0.7 * (energy - lowest))
    let between = rule.integrate(from: from, to: to) { MatterProcesses.compton(recoil: $0, from: energy) }
    let difference = MatterProcesses.compton(recoilAbove: from, from: energy) - MatterProcesses.compton(recoilAbove: to, from: energy)
    #expect(abs(between / difference - 1) < 1e-8)
    #expect(MatterProcesses.compton(scattered: 0.99 * lowest, from: energy) == 0)
  }

  @Test func comptonOfSoftPhotons() {
    #expect(abs(MatterProcesses.compton(1e-6) / Self.thomson - 1) < 1e-5)
    #expect(abs(MatterProcesses.compton(0.002_56) / MatterProcesses.compton(0.002_55) - 1) < 1e-3)
  }

  /// Two photons leave each scattering and share its energy.
  @Test func photonScattering() {
    let (energy, t) = (30.0, 1e-4)
    let rule = GaussLegendre(order: 20)
    let rate = MatterProcesses.scattering(energy, temperature: t)
    #expect(abs(rule.integrate(from: 0, to: energy) { MatterProcesses.scattering(scattered: $0, from: energy, temperature: t) } / (2 * rate) - 1) < 1e-10)
    #expect(
      abs(rule.integrate(from: 0, to: energy) { $0 * MatterProcesses.scattering(scattered: $0, from: energy, temperature: t) } / (energy * rate) - 1) < 1e-10)
  }
}
