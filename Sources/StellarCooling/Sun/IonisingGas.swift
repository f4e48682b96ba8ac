import Foundation
import Numerics
import Units

/// Hydrogen and helium in ionisation equilibrium (Saha) with the Debye-Hueckel interaction of the charges: the solar convective envelope.
///
/// P = n T - T kappa^3/24 pi, ionisation energies lowered by z alpha kappa, energy density lowered by T kappa^3/8 pi. The interaction is 1-7 % of the pressure; beyond that
/// the theory is not valid. Metals count as heavy neutral nuclei (0.7 % of the electrons left out); radiation pressure (below 1e-3) and excited states are left out.
package struct IonisingGas: Sendable {
  package struct State: Sendable {
    /// Mass density in GeV^4.
    package let density: Double
    /// Free electrons in GeV^3.
    package let electronDensity: Double
    /// Volume per nucleus in 1/GeV^3.
    package let volumePerNucleus: Double
    /// Enthalpy per nucleus in GeV.
    package let enthalpyPerNucleus: Double
  }

  private let hydrogen, helium: Double
  private let massPerNucleus: Double

  /// - Parameters: mass fractions of hydrogen, helium and metals.
  package init(hydrogen x: Double, helium y: Double, metals z: Double) {
    let total = x + y / 4 + z / 16
    hydrogen = x / total
    helium = y / 4 / total
    massPerNucleus = PhysicalConstants.atomicMass.value / total
  }

  /// The state at `pressure` (GeV^4) and `temperature` (GeV).
  package func state(pressure: Double, temperature: Double) -> State {
    let quantum = pow(NaturalUnits.electronMass * temperature / (2 * .pi), 1.5)
    let energies = IonisingGas.ionizationEnergies
    var kappa = 0.0
    var result = State(density: 0, electronDensity: 0, volumePerNucleus: .infinity, enthalpyPerNucleus: 0)
    // Screening follows from the ionisation that it changes: a contraction for weak coupling, 1e-4 after four steps.
    for _ in 0..<4 {
      let interaction = kappa * kappa * kappa / (8 * .pi)
      let shift = NaturalUnits.alpha * kappa / temperature
      // Saha constants n_e n_{i+1}/n_i = 2 (g_{i+1}/g_i) n_Q e^{-I/T} with ground-state weights: H 2 -> 1, He 1 -> 2 -> 1.
      let k1 = quantum * exp(-energies.hydrogen / temperature + shift)
      let k2 = 4 * quantum * exp(-energies.helium / temperature + shift)
      let k3 = quantum * exp(-energies.heliumSecond / temperature + 2 * shift)
      let particles = pressure / temperature + interaction / 3
      func fractions(_ ne: Double) -> (Double, Double, Double) {
        let neutral = ne * ne + k2 * ne + k2 * k3
        return (k1 / (ne + k1), k2 * ne / neutral, k2 * k3 / neutral)
      }
      // n_e = (n_tot - n_e) x electrons per nucleus: the right side falls with n_e, so bisection in ln n_e cannot fail.
      var (low, high) = (log(particles) - 60, log(particles))
      for _ in 0..<46 {
        let middle = 0.5 * (low + high)
        let ne = exp(middle)
        let (h, he1, he2) = fractions(ne)
        if (particles - ne) * (hydrogen * h + helium * (he1 + 2 * he2)) > ne { low = middle } else { high = middle }
      }
      let ne = exp(0.5 * (low + high))
      let nuclei = particles - ne
      let (h, he1, he2) = fractions(ne)
      let ionization = hydrogen * h * energies.hydrogen + helium * (he1 * energies.helium + he2 * (energies.helium + energies.heliumSecond))
      result = State(
        density: nuclei * massPerNucleus, electronDensity: ne, volumePerNucleus: 1 / nuclei,
        enthalpyPerNucleus: (1.5 * particles * temperature - interaction * temperature + pressure) / nuclei + ionization)
      let charges = ne + nuclei * (hydrogen * h + helium * (he1 + 4 * he2))
      // Kept where the theory holds, at most 15 % of the pressure: denser trial states of the envelope's root search go beyond.
      let strongest = 0.15 * 24 * .pi * pressure / temperature
      kappa = min((4 * .pi * NaturalUnits.alpha * charges / temperature).squareRoot(), cbrt(strongest))
    }
    return result
  }

  private static let ionizationEnergies = (
    hydrogen: SolarInputs.hydrogenIonization.value * NaturalUnits.electronvolt, helium: SolarInputs.heliumIonization.value * NaturalUnits.electronvolt,
    heliumSecond: SolarInputs.heliumSecondIonization.value * NaturalUnits.electronvolt
  )

  /// d ln T/d ln P at constant entropy: P (dv/dT)_P/(dh/dT)_P, 2/5 for a gas that is neutral or fully ionised.
  package func adiabaticGradient(pressure: Double, temperature: Double) -> Double {
    let step = 1e-3 * temperature
    let (above, below) = (state(pressure: pressure, temperature: temperature + step), state(pressure: pressure, temperature: temperature - step))
    return pressure * (above.volumePerNucleus - below.volumePerNucleus) / (above.enthalpyPerNucleus - below.enthalpyPerNucleus)
  }
}
