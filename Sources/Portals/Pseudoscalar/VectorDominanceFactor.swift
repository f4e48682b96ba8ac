import Foundation

/// F(m): how amplitudes with light mesons fall with the mass of the decaying state, from e+ e- annihilation into vector and pseudoscalar mesons.
enum VectorDominanceFactor {
  /// F(m), dimensionless: 1 below 1.4 GeV, (1.4 GeV/m)^4 above 2 GeV (arXiv:1811.03474, eq. 10), and between them a monotone cubic that meets both ends in value and slope.
  ///
  /// The published curve between 1.4 and 2 GeV is a fit to data (figure 2 there: 0.85 at 1.6, 0.51 at 1.8 GeV); the cubic gives 0.82 and 0.48, at most 9 % lower.
  static func value(_ mass: Double) -> Double {
    let (low, high) = (1.4, 2.0)
    if mass <= low { return 1 }
    if mass >= high { return pow(low / mass, 4) }
    let t = (mass - low) / (high - low)
    let end = pow(low / high, 4)
    let slope = -4 * end / high * (high - low)
    return 1 + t * t * ((3 * (end - 1) - slope) + t * (slope - 2 * (end - 1)))
  }
}
