import Foundation
import Numerics

/// Quantum statistics of a gas.
public enum QuantumStatistics: String, Sendable, Hashable, CaseIterable, Codable {
  case fermion, boson
}

/// Energy density, pressure and heat capacity of an ideal gas of one internal state without chemical potential, in units of powers of its temperature.
///
///     rho/T^4 = 1/(2 pi^2) int dy y^2 e n(e),  p/T^4 = 1/(6 pi^2) int dy y^4/e n(e),  e = sqrt(y^2 + x^2), x = m/T, n = 1/(exp(e) +- 1)
///
/// Tabulated once per statistics in ln x from 1e-4 to 100, accurate to 1e-8 of T^4; massless below, zero above.
public struct IdealGas: Sendable {
  /// Values at one m/T.
  public struct Values: Sendable, Hashable {
    /// rho/T^4.
    public var energy: Double
    /// p/T^4.
    public var pressure: Double
    /// (d rho/dT)/T^3.
    public var heatCapacity: Double

    public static let zero = Values(energy: 0, pressure: 0, heatCapacity: 0)

    /// (rho + p)/T^4 = s/T^3.
    public var entropy: Double { energy + pressure }
  }

  private static let range = (lower: log(1e-4), upper: log(100.0))
  private static let fermions = IdealGas(.fermion)
  private static let bosons = IdealGas(.boson)
  private let table: HermiteTable

  /// The shared table of a statistics.
  public static func of(_ statistics: QuantumStatistics) -> IdealGas { statistics == .fermion ? fermions : bosons }

  private init(_ statistics: QuantumStatistics) {
    let rule = GaussLegendre(order: 48)
    let sign = statistics == .fermion ? 1.0 : -1.0
    table = HermiteTable(from: Self.range.lower, to: Self.range.upper, count: 1000, channels: 2) { w in
      let x = exp(w)
      var (energy, pressure, slope) = (0.0, 0.0, 0.0)
      // y = scale u^3 puts nodes at y ~ x and y ~ sqrt(x) as well as in the tail: 1e-11 with 48 nodes for every x of the table.
      let scale = 60 + 14 * x.squareRoot()
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let u = 0.5 * (1 + node)
        let y = scale * u * u * u
        let measure = 0.5 * weight * 3 * scale * u * u
        let e = (y * y + x * x).squareRoot()
        let b = exp(-e)
        let occupation = b / (1 + sign * b)
        energy += measure * y * y * e * occupation
        pressure += measure * y * y * y * y / (3 * e) * occupation
        // d(e n)/dx = (x/e)(n + e n'), n' = -n (1 -+ n).
        slope += measure * y * y * (x / e) * (occupation - e * occupation * (1 - sign * occupation))
      }
      let norm = 1 / (2 * Double.pi * Double.pi)
      // d p/d ln x at fixed T = -(rho - 3p): the trace.
      return [(norm * energy, norm * slope * x), (norm * pressure, -norm * (energy - 3 * pressure))]
    }
  }

  /// Values at ln(m/T).
  public func values(logRatio w: Double) -> Values {
    guard w < Self.range.upper else { return .zero }
    let at = table.locate(w)
    let energy = table.value(at, 0)
    // T d(rho)/dT = 4 rho - T^4 d(rho/T^4)/d ln x.
    let slope = w > Self.range.lower ? table.slope(at, 0) : 0
    return Values(energy: energy, pressure: table.value(at, 1), heatCapacity: 4 * energy - slope)
  }
}
