import Numerics
import Units

/// R of a pseudoscalar and a photon: (p^3/sqrt(s)) |F|^2, F = sum A m^2/(m^2 - s - i sqrt(s) Gamma) in 1/GeV (arXiv:1601.08061, hep-ex/0605109).
enum PhotonChannels {
  static let pionPhoton = channel("pi0 gamma", HadronInputs.pionPhoton, HadronInputs.neutralPion.value) { [$0.rho, $0.omega, $0.phi, $0.omega] }
  static let etaPhoton = channel("eta gamma", HadronInputs.etaPhoton, HadronInputs.eta.value) { [$0.rho, $0.omega, $0.phi, $0.rho] }

  /// R of pi0 gamma from the chiral anomaly with rho and omega poles: F = e/(4 pi^2 f_pi) (r P_rho + w P_omega)/2, f_pi = 92 MeV (for baryon number arXiv:1404.4370).
  static func anomalousPionPhoton(_ s: Double, _ factors: LightFlavourFactors) -> Double {
    let pion = HadronInputs.chargedPion.value
    let rho = pWavePropagator(s, mass: MesonInputs.rho.value, width: VectorInputs.rhoWidth.value, pion, pion)
    let omega = energyWidthPropagator(s, mass: MesonInputs.omega.value, width: VectorInputs.omegaWidth.value)
    let strength = NaturalUnits.electricCharge * 2.0.squareRoot() / (4 * .pi * .pi * MesonInputs.fPion.value)
    let momentum = twoBodyMomentum(s, HadronInputs.neutralPion.value, 0)
    let amplitude = (0.5 * strength * factors.rho) * rho + (0.5 * strength * factors.omega) * omega
    return momentum * momentum * momentum / s.squareRoot() * amplitude.squaredMagnitude
  }

  /// - Parameter scaling: the factor of each resonance of the fit, in its order; the first is the rho(770) with a p-wave two-pion width.
  private static func channel(
    _ name: String, _ fit: ResonanceFit, _ meson: Double, scaling: @escaping @Sendable (LightFlavourFactors) -> [Double]
  ) -> HadronicChannel {
    let pion = HadronInputs.chargedPion.value
    let amplitudes = fit.resonances.map(\.complexAmplitude)
    return HadronicChannel(finalState: name, threshold: meson) { s, factors in
      var amplitude = Complex.zero
      for (index, factor) in scaling(factors).enumerated() where factor != 0 {
        let (mass, width) = (fit.resonances[index].mass.value, fit.resonances[index].width.value)
        let propagator =
          index == 0 ? pWavePropagator(s, mass: mass, width: width, pion, pion) : energyWidthPropagator(s, mass: mass, width: width)
        amplitude += factor * (amplitudes[index] * propagator)
      }
      let momentum = twoBodyMomentum(s, meson, 0)
      return momentum * momentum * momentum / s.squareRoot() * amplitude.squaredMagnitude
    }
  }
}
