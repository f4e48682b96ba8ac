import Foundation
import Numerics
import Units

/// Semi-Compton scattering e gamma <-> e A' on relativistic electrons of any degeneracy, per transverse mode, without mixing.
///
/// Gamma_abs = (alpha^2/pi omega) Int dp p f(p) (1/2) Int dcos Int dphi/(2 pi) Int dy (y + 1/y) [1 - f(E')] [1 + n(omega')], where y = -u/s, (1 - cos theta) d sigma/dy =
/// (pi alpha^2/omega p)(y + 1/y) is the Klein–Nishina cross section for s >> m_e^2, 1/y is cut at m^2/s by the electron's mass in the medium,
/// m^2 = (alpha/2 pi)(mu^2 + pi^2 T^2), and E' = (p + omega)/2 + (p - omega) c/2 + |P| sin(chi) sin(theta') cos(phi)/2 follows from the scattering angle in the
/// centre of mass, c = 2 y - 1. Leading logarithm in s/m^2; the mass of A' is neglected beside s. Detailed balance: Gamma_prod = e^(-omega/T) Gamma_abs.
/// Longitudinal modes carry m^2/omega^2. A few per cent of bremsstrahlung in the core, more than it outside 15 km.
package enum SemiCompton {
  // Gamma_abs/T depends on omega/T and mu/T alone, because m/T does: one table serves every place in every star.
  private static let energies = logarithmicGrid(from: 0.01, to: 3000, count: 44)
  private static let degeneracies = (0...24).map { Double($0) }
  private static let logStep = log(energies[1] / energies[0])
  /// ln(Gamma_abs/T) by degeneracy, then energy.
  private static let table: [[Double]] = degeneracies.map { eta in energies.map { log(max(ratio(energy: $0, degeneracy: eta), 1e-30)) } }

  /// Absorption rate in GeV, interpolated in ln(omega/T) and mu/T (to 3 %); omega/T from 0.01 to 3000 and mu/T from 0 to 24, at the nearest end outside.
  package static func absorption(energy: Double, temperature: Double, chemicalPotential mu: Double) -> Double {
    let x = min(max(log(energy / temperature / energies[0]) / logStep, 0), Double(energies.count - 1))
    let y = min(max(mu / temperature, 0), Double(degeneracies.count - 1))
    let (i, j) = (min(Int(x), energies.count - 2), min(Int(y), degeneracies.count - 2))
    let (fx, fy) = (x - Double(i), y - Double(j))
    let (low, high) = (table[j], table[j + 1])
    return temperature * exp((1 - fy) * ((1 - fx) * low[i] + fx * low[i + 1]) + fy * ((1 - fx) * high[i] + fx * high[i + 1]))
  }

  private static let momenta = GaussLegendre(order: 20)
  private static let angles = GaussLegendre(order: 6)
  private static let azimuths = GaussLegendre(order: 5)
  private static let inelasticities = GaussLegendre(order: 8)

  /// Gamma_abs/T by quadrature; energies and momenta in units of T.
  package static func ratio(energy omega: Double, degeneracy eta: Double) -> Double {
    let squaredMass = NaturalUnits.alpha / (2 * .pi) * (eta * eta + Double.pi * Double.pi)
    let threshold = squaredMass / (4 * omega)
    guard threshold < eta + 25 else { return 0 }
    let sum = momenta.integrate(from: threshold, to: eta + 25) { p in
      let highestCosine = 1 - squaredMass / (2 * omega * p)
      let averaged = angles.integrate(from: -1, to: highestCosine) { cosine in
        inelasticities.integrateLog(from: squaredMass / (2 * omega * p * (1 - cosine)), to: 1) { y in
          (y + 1 / y) * occupation(omega, p, cosine, y, eta)
        }
      }
      return p * fermiDirac(p - eta) * 0.5 * averaged
    }
    return NaturalUnits.alpha * NaturalUnits.alpha / (.pi * omega) * sum
  }

  /// [1 - f(E')] [1 + n(omega')] averaged over azimuth.
  private static func occupation(_ omega: Double, _ p: Double, _ cosine: Double, _ y: Double, _ eta: Double) -> Double {
    let total2 = max(p * p + omega * omega + 2 * p * omega * cosine, Double.leastNormalMagnitude)
    // |P| sin(chi), with |P| cos(chi) = p - omega; sin(theta') = 2 sqrt(y (1 - y)).
    let transverse = max(0, total2 - (p - omega) * (p - omega)).squareRoot() * 2 * (y * (1 - y)).squareRoot()
    let middle = y * p + (1 - y) * omega
    let sum = azimuths.integrate(from: 0, to: .pi) { phi in
      let electron = middle + 0.5 * transverse * cos(phi)
      let photon = max(p + omega - electron, 1e-12)
      return (1 - fermiDirac(electron - eta)) * (1 + boseEinstein(photon))
    }
    return sum / .pi
  }
}
