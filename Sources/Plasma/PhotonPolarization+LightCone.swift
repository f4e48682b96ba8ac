import Foundation
import Units

/// The same self-energies for momenta near the light cone, where omega^2 - k^2 would lose its digits: the invariant mass is given, not differenced.
extension PhotonPolarization {
  /// Re Pi_T and Re Pi_L in GeV^2 at energy omega for K^2 = `squaredMass` (GeV^2, above zero and at most omega^2); k^2 = omega^2 - K^2.
  ///
  /// Formulas of ``transverse(energy:momentum:)`` and ``longitudinal(energy:momentum:)``, with artanh y = (1/2) ln[(1 + y)^2/(1 - y^2)] and
  /// 1 - y^2 = [K^2 + (1 - v*^2) k^2]/omega^2, so that they hold for any K^2/omega^2 above zero.
  public func selfEnergies(energy omega: Double, squaredMass: Double) -> (transverse: Double, longitudinal: Double) {
    let omega2 = omega * omega
    let k2 = max(0, omega2 - squaredMass)
    let v2 = electronVelocity * electronVelocity
    let y2 = v2 * k2 / omega2
    let complement = (squaredMass + (1 - v2) * k2) / omega2
    let wp2 = plasmaFrequency * plasmaFrequency
    guard y2 > 1e-3 else {
      return (3 * wp2 * (1.0 / 3 + y2 / 15 + y2 * y2 / 35), 3 * wp2 * squaredMass / omega2 * (1.0 / 3 + y2 / 5 + y2 * y2 / 7))
    }
    let y = y2.squareRoot()
    let artanhOverY = 0.5 * log((1 + y) * (1 + y) / complement) / y
    return (1.5 * wp2 * (1 - complement * artanhOverY) / y2, 3 * wp2 * squaredMass / omega2 * (artanhOverY - 1) / y2)
  }

  /// A degenerate or hot relativistic gas to second order in m_e: omega_p as ``ultrarelativistic(chemicalPotential:temperature:)`` and
  /// 1 - v*^2 = m_e^2/(mu^2 + pi^2 T^2/3), which follows from omega_p^2 - omega_1^2 = (4 alpha/pi) Int dp (p^2/E)(1 - v^2)^2 (f_- + f_+) because
  /// f_- + f_+ = 1 at p << mu, T. Chemical potential and temperature in GeV; relative error of 1 - v*^2 of order (m_e/mu)^2 ln(mu/m_e).
  public static func relativistic(chemicalPotential mu: Double, temperature: Double) -> PhotonPolarization {
    let scale2 = mu * mu + Double.pi * Double.pi * temperature * temperature / 3
    let deficit = min(1, NaturalUnits.electronMass * NaturalUnits.electronMass / scale2)
    return PhotonPolarization(
      plasmaFrequency: (4 * NaturalUnits.alpha / (3 * Double.pi) * scale2).squareRoot(), electronVelocity: (1 - deficit).squareRoot())
  }
}
