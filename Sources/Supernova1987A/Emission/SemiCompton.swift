import Foundation
import Numerics
import Units

/// Semi-Compton scattering e gamma <-> e A' on relativistic degenerate electrons, per transverse mode, without mixing.
///
/// (1 - cos theta) d sigma/dy = (pi alpha^2/omega E)(y + 1/y), y = -u/s, the Klein–Nishina cross section for s >> m_e^2, with 1/y cut at m^2/s by the electron mass in
/// the medium, m^2 = (alpha/2 pi)(mu^2 + pi^2 T^2). Gamma_abs = (alpha^2/pi omega) Int dp p f(p) Int dy (y + 1/y) [1 - f(E')] [1 + n(omega')] with
/// E' = y p + (1 - y) omega and omega' = p + omega - E', exact at y = 0 and 1 and averaged over azimuth between; detailed balance holds exactly.
/// Leading logarithm (good to a factor of about 1.5), a correction of some per cent to bremsstrahlung; the mass of A' is neglected beside s, and longitudinal
/// modes carry m^2/omega^2.
struct SemiCompton: Sendable {
  /// Energies in GeV at which the rate is tabulated.
  static let energies = logarithmicGrid(from: 2e-4, to: 4, count: 40)
  private static let logStep = log(energies[1] / energies[0])
  private static let momenta = GaussLegendre(order: 24)
  private static let inelasticities = GaussLegendre(order: 10)

  /// ln Gamma_abs in GeV at ``energies``.
  private let logRates: [Double]

  init(_ layer: StellarLayer) {
    logRates = Self.energies.map {
      log(max(Self.absorption(energy: $0, temperature: layer.temperature, chemicalPotential: layer.electronChemicalPotential), 1e-300))
    }
  }

  /// Absorption rate in GeV, interpolated in log–log; at the nearest end outside the table.
  func absorption(energy: Double) -> Double {
    let position = min(max(log(energy / Self.energies[0]) / Self.logStep, 0), Double(Self.energies.count - 1))
    let index = min(Int(position), Self.energies.count - 2)
    let fraction = position - Double(index)
    return exp(logRates[index] + fraction * (logRates[index + 1] - logRates[index]))
  }

  static func absorption(energy omega: Double, temperature: Double, chemicalPotential mu: Double) -> Double {
    let squaredMass = NaturalUnits.alpha / (2 * .pi) * (mu * mu + Double.pi * Double.pi * temperature * temperature)
    let sum = momenta.integrate(from: 0, to: mu + 25 * temperature) { p in
      // <ln(s/m^2)> over angles is ln(4 omega p/m^2) - 1.
      let lowest = M_E * squaredMass / (4 * omega * p)
      guard lowest < 1 else { return 0 }
      let final = inelasticities.integrateLog(from: lowest, to: 1) { y in
        let electron = y * p + (1 - y) * omega
        let photon = p + omega - electron
        return (y + 1 / y) * (1 - fermiDirac((electron - mu) / temperature)) * (1 + boseEinstein(photon / temperature))
      }
      return p * fermiDirac((p - mu) / temperature) * final
    }
    return NaturalUnits.alpha * NaturalUnits.alpha / (.pi * omega) * sum
  }
}
