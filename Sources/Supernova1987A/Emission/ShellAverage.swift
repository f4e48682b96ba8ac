import Foundation

/// A resonance inside a shell, integrated exactly for a detuning that is linear and a damping that is constant across it.
///
/// The mean of m^4/(D^2 + G^2) over D from D_1 to D_2 is m^4 [arctan(D_2/G) - arctan(D_1/G)]/[G (D_2 - D_1)]: narrow resonances at large radii, whose width is
/// far below any shell, are counted with their full strength pi m^4/(G |dD|), and broad ones are not resolved worse than by the midpoint.
package struct ShellAverage {
  /// Mean mixing eps_m^2/eps^2 over the shell.
  package let mixing: Double
  /// Mean Gamma_prod of the unmixed mode in GeV.
  package let production: Double
  /// Mean Gamma_abs - Gamma_prod of the unmixed mode in GeV.
  package let netAbsorption: Double

  package init(_ inner: ModeRates, _ outer: ModeRates, mass: Double, energy: Double) {
    let damping = (inner.damping * outer.damping).squareRoot()
    let change = outer.detuning - inner.detuning
    let m2 = mass * mass
    // atan2 of the difference keeps the digits that arctan(D_2/G) - arctan(D_1/G) loses far from resonance.
    let angle = atan2(damping * change, damping * damping + inner.detuning * outer.detuning)
    if abs(change) > 1e-9 * (abs(inner.detuning) + abs(outer.detuning)), damping > 0, angle != 0 {
      mixing = m2 / damping * (m2 / change) * angle
    } else {
      let middle = 0.5 * (inner.detuning + outer.detuning)
      mixing = m2 / max(middle * middle + damping * damping, Double.leastNormalMagnitude) * m2
    }
    production = (inner.production * outer.production).squareRoot()
    netAbsorption = damping / energy
  }
}
