import Foundation

/// The universal photon spectrum of a cascade that was injected far above the threshold of pair production on the background photons: a check of
/// ``ElectromagneticCascade`` in its domain, and only that (it is wrong where the injected energy is below E_C, 1502.01250).
///
///     f(E) = E_em S(E)/Gamma(E),  S = K_0 (E_X/E)^(3/2) below E_X, K_0 (E_X/E)^2 up to E_C, zero above
///     E_C = m_e^2/(22 T),  E_X = m_e^2/(80 T),  K_0 = 1/(E_X^2 [2 + ln(E_C/E_X)])
///
/// (M. Kawasaki & T. Moroi, astro-ph/9412055; R. J. Protheroe, T. Stanev & V. S. Berezinsky, astro-ph/9409004). Gamma is the loss rate without pairs on photons.
public enum UniversalSpectrum {
  /// dn/dE over the density of decays per time in s/MeV, for an electromagnetic energy per decay in MeV.
  public static func density(energy: Double, released: Double, temperature: Double, baryonDensity: Double, gas: ElectromagneticCascade.Gas) -> Double {
    let scale = EarlyUniverseInputs.electronMass * EarlyUniverseInputs.electronMass / temperature
    let (cut, bend) = (scale / 22, scale / 80)
    guard energy > 0, energy <= cut else { return 0 }
    let norm = 1 / (bend * bend * (2 + log(cut / bend)))
    let shape = energy < bend ? pow(bend / energy, 1.5) : (bend / energy) * (bend / energy)
    let rates = ElectromagneticCascade.photonRates(energy: energy, temperature: temperature, baryonDensity: baryonDensity, gas: gas)
    return released * norm * shape / (rates.total - rates.pairsOnPhotons)
  }
}
