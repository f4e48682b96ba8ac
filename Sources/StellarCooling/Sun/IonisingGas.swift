import Foundation
import Numerics
import Units

/// An ideal gas of hydrogen and helium in ionisation equilibrium (Saha): the solar convective envelope, where hydrogen and helium recombine.
///
/// Metals count as heavy neutral nuclei (0.7 % of the electrons left out). Radiation pressure (below 1e-3), excited states and the lowering of ionisation
/// energies are left out: they matter within 1 % of the surface.
struct IonisingGas: Sendable {
  struct State: Sendable {
    /// Mass density in GeV^4.
    let density: Double
    /// Free electrons in GeV^3.
    let electronDensity: Double
    /// Volume per nucleus in 1/GeV^3.
    let volumePerNucleus: Double
    /// Enthalpy per nucleus in GeV.
    let enthalpyPerNucleus: Double
  }

  private let hydrogen, helium: Double
  private let massPerNucleus: Double

  /// - Parameters: mass fractions of hydrogen, helium and metals.
  init(hydrogen x: Double, helium y: Double, metals z: Double) {
    let total = x + y / 4 + z / 16
    hydrogen = x / total
    helium = y / 4 / total
    massPerNucleus = PhysicalConstants.atomicMass.value / total
  }

  /// The state at `pressure` (GeV^4) and `temperature` (GeV).
  func state(pressure: Double, temperature: Double) -> State {
    let quantum = pow(NaturalUnits.electronMass * temperature / (2 * .pi), 1.5)
    // Saha constants n_e n_{i+1}/n_i = 2 (g_{i+1}/g_i) n_Q e^{-I/T} with ground-state weights: H 2 -> 1, He 1 -> 2 -> 1.
    let energies = [SolarInputs.hydrogenIonization, SolarInputs.heliumIonization, SolarInputs.heliumSecondIonization].map {
      $0.value * NaturalUnits.electronvolt
    }
    let (k1, k2, k3) = (quantum * exp(-energies[0] / temperature), 4 * quantum * exp(-energies[1] / temperature), quantum * exp(-energies[2] / temperature))
    let particles = pressure / temperature
    func fractions(_ ne: Double) -> (Double, Double, Double) {
      let neutral = ne * ne + k2 * ne + k2 * k3
      return (k1 / (ne + k1), k2 * ne / neutral, k2 * k3 / neutral)
    }
    func electrons(_ ne: Double) -> Double {
      let (h, he1, he2) = fractions(ne)
      return hydrogen * h + helium * (he1 + 2 * he2)
    }
    // n_e = (n_tot - n_e) x electrons per nucleus: the right side falls with n_e, so bisection in ln n_e cannot fail.
    var (low, high) = (log(particles) - 80, log(particles))
    for _ in 0..<52 {
      let middle = 0.5 * (low + high)
      let ne = exp(middle)
      if (particles - ne) * electrons(ne) > ne { low = middle } else { high = middle }
    }
    let ne = exp(0.5 * (low + high))
    let nuclei = particles - ne
    let (h, he1, he2) = fractions(ne)
    let ionization = hydrogen * h * energies[0] + helium * (he1 * energies[1] + he2 * (energies[1] + energies[2]))
    return State(
      density: nuclei * massPerNucleus, electronDensity: ne, volumePerNucleus: 1 / nuclei,
      enthalpyPerNucleus: 2.5 * pressure / nuclei + ionization)
  }

  /// d ln T/d ln P at constant entropy: P (dv/dT)_P/(dh/dT)_P, 2/5 for a gas that is neutral or fully ionised.
  func adiabaticGradient(pressure: Double, temperature: Double) -> Double {
    let step = 1e-3 * temperature
    let (above, below) = (state(pressure: pressure, temperature: temperature + step), state(pressure: pressure, temperature: temperature - step))
    return pressure * (above.volumePerNucleus - below.volumePerNucleus) / (above.enthalpyPerNucleus - below.enthalpyPerNucleus)
  }
}
