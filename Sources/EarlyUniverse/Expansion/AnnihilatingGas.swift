import Foundation

/// An annihilating relic along the expansion, with two variables of its own:
///
///     d ln(T_X/T)/dN = 0 above T_kd, -2 - d ln T/dN below
///     d J/dN = k <sigma v> n_0/H,   n_0 = (number today)/a^3,   k = 1 (its own antiparticle) or 1/2
///
/// dn/dt + 3 H n = -k <sigma v> n^2 then has the solution n = n_0/(1 - (J_end - J)), exact for any <sigma v>(T); what annihilates after the end of the history is left out.
struct AnnihilatingGas {
  /// Variables that it adds to the state: ln(T_X/T), J.
  static let variables = 2

  struct State {
    /// MeV^3.
    var number = 0.0
    /// T_X in MeV.
    var temperature = 0.0
    /// Annihilations per volume and time in MeV^4 (hbar = 1).
    var rate = 0.0
    /// Energy released per volume and time in MeV^5 (hbar = 1).
    var power = 0.0
    /// k <sigma v> n_0 in MeV.
    var undepleted = 0.0
  }

  /// Annihilations begin to count as 1/(1 + (T/T_on)^16): a step would ring in every interpolation along the history; 1.5e-5 are missing at half of T_on.
  private static let sharpness = 16.0

  let particle: AnnihilatingSpecies
  /// n_0 at the start in MeV^3.
  private let density: Double
  /// J at the end of the history.
  private let end: Double
  // In MeV^-2.
  private let sWave: Double
  private let pWave: Double

  /// - Parameters:
  ///   - startScale: a at the start when a = 1 today.
  ///   - end: J at the end of the history; zero, no depletion, until it is known.
  init(_ particle: AnnihilatingSpecies, startScale: Double, end: Double) {
    self.particle = particle
    self.end = end
    density = particle.density * EarlyUniverseInputs.criticalDensity / particle.mass / pow(startScale, 3)
    (sWave, pWave) = (particle.crossSection.naturalValue * 1e-6, particle.pWave.naturalValue * 1e-6)
  }

  func state(expansion: Double, photon: Double, logTemperature: Double, integral: Double) -> State {
    let undepleted = density / (expansion * expansion * expansion)
    let annihilated = max(0, end - integral)
    let temperature = photon * exp(logTemperature)
    var state = State(number: undepleted / (1 - annihilated), temperature: temperature)
    let pairs = particle.isSelfConjugate ? 0.5 : 0.25
    let averaged = (sWave + 6 * pWave * temperature / particle.mass) / (1 + pow(photon / particle.activeBelow, Self.sharpness))
    state.rate = pairs * averaged * state.number * state.number
    state.power = 2 * particle.mass * state.rate
    state.undepleted = 2 * pairs * averaged * undepleted
    return state
  }
}
