import EarlyUniverse
import Foundation
import Numerics
import Units

/// The simplest thermal history: neutrinos decouple at once, photons and electrons keep their entropy, no QED pressure. Enough for laws that hold along any history.
enum InstantaneousDecoupling {
  static func history(extraNeutrinos: Double = 0) -> ThermalHistory {
    let electron = PhysicalConstants.electronMass.value * 1e3
    let today = 2.7255 * PhysicalConstants.boltzmann.value * 1e3
    let rule = GaussLegendre(order: 16)
    // Energy density and pressure of e+- over T^4.
    func electrons(_ x: Double) -> (density: Double, pressure: Double) {
      var (density, pressure) = (0.0, 0.0)
      for (low, high) in [(0.0, 2.0), (2, 6), (6, 14), (14, 40)] {
        for (p, weight) in rule.mapped(from: low, to: high) {
          let energy = (p * p + x * x).squareRoot()
          let occupied = 2 / (Double.pi * Double.pi) * weight * p * p * fermiDirac(energy)
          density += occupied * energy
          pressure += occupied * p * p / (3 * energy)
        }
      }
      return (density, pressure)
    }
    let photons = Double.pi * Double.pi / 15
    // G in 1/MeV^2 and hbar in MeV s.
    let gravity = 6.708_83e-45
    let hbar = PhysicalConstants.hbar.value * 1e3
    var epochs: [ThermalHistory.Epoch] = []
    for temperature in logarithmicGrid(from: 20, to: 9e-4, count: 260) {
      let e = electrons(electron / temperature)
      let entropy = 4.0 / 3 * photons + e.density + e.pressure
      // a T (s/T^3)^(1/3) is constant.
      let scale = today / temperature * cbrt(4.0 / 3 * photons / entropy)
      let neutrino = cbrt(4.0 / 11) * today / scale
      let density = (photons + e.density) * pow(temperature, 4) + (3 + extraNeutrinos) * 7.0 / 8 * photons * pow(neutrino, 4)
      let hubble = (8 * Double.pi / 3 * gravity * density).squareRoot() / hbar
      let time = epochs.last.map { $0.time + log(scale / $0.scaleFactor) * 2 / (hubble + $0.hubbleRate) } ?? 0.5 / hubble
      epochs.append(
        .init(
          time: time, scaleFactor: scale, photonTemperature: temperature, electronNeutrinoTemperature: neutrino, muonNeutrinoTemperature: neutrino,
          hubbleRate: hubble, energyDensity: density))
    }
    return ThermalHistory(epochs: epochs, effectiveNeutrinos: 3 + extraNeutrinos)
  }
}
