import Foundation
import Numerics

/// R of a narrow vector meson and a pseudoscalar: (p^3/sqrt(s)) |F|^2, the vector meson as a stable particle.
enum VectorPseudoscalarChannels {
  /// omega pi0 with omega to pi0 gamma, SND arXiv:1610.00235; the rho(770) width includes omega pi above its threshold. Its decays into pions are part of
  /// ``FourPionChannels``.
  static let omegaPion: HadronicChannel = {
    let fit = HadronInputs.omegaPion
    let (omega, pion, charged) = (HadronInputs.omega.value, HadronInputs.neutralPion.value, HadronInputs.chargedPion.value)
    let (coupling, photon, share) = (fit.value(0), fit.value(1), HadronInputs.omegaToPhoton.value)
    let amplitudes = fit.resonances.map(\.complexAmplitude)
    return HadronicChannel(finalState: "pi0 pi0 gamma", threshold: omega + pion) { s, factors in
      let momentum = twoBodyMomentum(s, omega, pion)
      let cubed = momentum * momentum * momentum
      var sum = Complex.zero
      for (index, resonance) in fit.resonances.enumerated() {
        let (mass, width) = (resonance.mass.value, resonance.width.value)
        if index == 0 {
          let squared = mass * mass
          let running = width * squared / s * pow((s - 4 * charged * charged) / (squared - 4 * charged * charged), 1.5)
          let total = running + coupling * coupling * cubed / (12 * .pi)
          sum += amplitudes[index] * energyWidthPropagator(s, mass: mass, width: total)
        } else {
          sum += amplitudes[index] * energyWidthPropagator(s, mass: mass, width: width)
        }
      }
      let strength = factors.rho * coupling / photon
      return share * cubed / s.squareRoot() * strength * strength * sum.squaredMagnitude
    }
  }()

  static let omegaEta = fixedWidth("omega eta", HadronInputs.omegaEta, HadronInputs.omega.value, HadronInputs.eta.value) { $0.omega }
  static let phiEta = fixedWidth("phi eta", HadronInputs.phiEta, HadronInputs.phi.value, HadronInputs.eta.value) { $0.phi }

  private static func fixedWidth(
    _ name: String, _ fit: ResonanceFit, _ vector: Double, _ pseudoscalar: Double, scaling: @escaping @Sendable (LightFlavourFactors) -> Double
  ) -> HadronicChannel {
    let amplitudes = fit.resonances.map(\.complexAmplitude)
    return HadronicChannel(finalState: name, threshold: vector + pseudoscalar) { s, factors in
      var sum = Complex.zero
      for (amplitude, resonance) in zip(amplitudes, fit.resonances) {
        sum += amplitude * fixedWidthPropagator(s, mass: resonance.mass.value, width: resonance.width.value)
      }
      let momentum = twoBodyMomentum(s, vector, pseudoscalar)
      let strength = scaling(factors)
      return momentum * momentum * momentum / s.squareRoot() * strength * strength * sum.squaredMagnitude
    }
  }
}
