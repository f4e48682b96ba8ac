import Foundation
import Numerics

/// Pressure and time dilation of a gas of which number and energy are known, when its momenta have the shape of equilibrium at some temperature: functions of the mean energy over the mass.
///
/// Exact at rest (p = 2/3 of the kinetic energy), for a massless gas (p = rho/3) and in equilibrium without chemical potential; in between, a gas diluted by a chemical potential differs by
/// up to 0.3 % of the pressure. A gas that does not interact keeps the momenta of a massless one while it slows down; its pressure
/// is the same to 3 %, its time dilation to 6 % (bosons; fermions to 1.4 %).
package struct ThermalMoments: Sendable {
  private static let fermions = Result { try ThermalMoments(.fermion) }
  private static let bosons = Result { try ThermalMoments(.boson) }
  /// p over the kinetic energy density, and <m/E><E/m>, against ln(<E>/m - 1).
  private let table: HermiteTable

  /// The shared table of a statistics.
  package static func of(_ statistics: QuantumStatistics) throws -> ThermalMoments { try (statistics == .fermion ? fermions : bosons).get() }

  private init(_ statistics: QuantumStatistics) throws {
    // From the temperature to the mean energy and back.
    let nodes = logarithmicGrid(from: 1e-3, to: 1e4, count: 400).reversed().map { x in
      func mean(_ f: @escaping (_ e: Double, _ p: Double) -> Double) -> Double {
        ThermalIntegral.overEnergies(x, statistics) { e, p, occupation in f(e, p) * occupation }
      }
      let (number, kinetic) = (mean { e, p in e * p }, mean { e, p in e * p * (e - x) })
      let (pressure, inverse) = (mean { _, p in p * p * p / 3 }, mean { _, p in x * p })
      return (log(kinetic / number / x), pressure / kinetic, inverse / number * (1 + kinetic / number / x))
    }
    let w = nodes.map(\.0)
    let pressure = try Spline("pressure over kinetic energy", x: w, y: nodes.map(\.1))
    let dilation = try Spline("mean time dilation", x: w, y: nodes.map(\.2))
    table = HermiteTable(from: w[2], to: w[w.count - 3], count: 300) { [pressure($0), dilation($0)] }
  }

  /// Pressure and <m/E> n of a gas with a number density, an energy density and a mass; of one at rest where the energy is not above that.
  package func values(number: Double, energy: Double, mass: Double) -> (pressure: Double, slowed: Double) {
    let kinetic = energy - number * mass
    // Below its tolerance an integration may leave less than nothing.
    guard number > 0, kinetic > 0 else { return (0, number) }
    let at = table.locate(log(kinetic / (number * mass)))
    return (table.value(at, 0) * kinetic, table.value(at, 1) * number * number * mass / energy)
  }
}
