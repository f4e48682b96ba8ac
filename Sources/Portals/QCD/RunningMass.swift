import Foundation
import Numerics
import Units

/// MS-bar quark masses m(mu): four-loop anomalous dimension (hep-ph/9703278, hep-ph/9703284) with the alpha_s of ``StrongCoupling``, and the step
/// m^(n) = m^(n+1) (1 + 89/432 a^2) at every quark's own mass (hep-ph/9708255).
package struct RunningMass: Sendable {
  /// ln m(mu) for every number of flavours from its lowest scale in GeV; at a threshold the value above it, where the threshold quark's own mass is defined.
  private let tables: [(lowest: Double, logarithm: Spline)]

  /// Built once.
  package static func shared() throws -> RunningMass { try cached.get() }
  private static let cached = Result { try RunningMass() }

  private init() throws {
    let coupling = try StrongCoupling.shared()
    let edges = [StrongCoupling.scales.lowerBound] + StrongCoupling.thresholds + [StrongCoupling.scales.upperBound]
    let rule = GaussLegendre(order: 6)
    var sum = 0.0
    var tables: [(lowest: Double, logarithm: Spline)] = []
    for (flavours, (lowest, highest)) in zip(3..., zip(edges, edges.dropFirst())) {
      if flavours > 3 {
        let a = coupling.overPi(lowest, flavours: flavours)
        sum -= log(1 + 89.0 / 432 * a * a)
      }
      let points = logarithmicGrid(from: lowest, to: highest, count: 150)
      var values = [sum]
      for (low, high) in zip(points, points.dropFirst()) {
        sum -= rule.integrate(from: log(low), to: log(high)) { 2 * Self.anomalousDimension(coupling.overPi(exp($0), flavours: flavours), Double(flavours)) }
        values.append(sum)
      }
      tables.append((lowest, try Spline("running mass", x: points.map { log($0) }, y: values)))
    }
    self.tables = tables
  }

  /// m(mu) in GeV of a quark whose mass at `reference` GeV is `mass` GeV; both scales inside ``StrongCoupling/scales``.
  package func callAsFunction(_ mass: Double, at reference: Double, to scale: Double) -> Double {
    mass * exp(logarithm(scale) - logarithm(reference))
  }

  private func logarithm(_ scale: Double) -> Double {
    let table = tables.last { $0.lowest <= scale } ?? tables[0]
    return table.logarithm(log(scale))
  }

  /// -d ln m/d ln mu^2 = a + g1 a^2 + g2 a^3 + g3 a^4, a = alpha_s/pi.
  private static func anomalousDimension(_ a: Double, _ n: Double) -> Double {
    let (zeta3, zeta4, zeta5) = (1.202_056_903_159_594, 1.082_323_233_711_138, 1.036_927_755_143_370)
    let g1 = (202.0 / 3 - 20 * n / 9) / 16
    let g2 = (1249 - (2216.0 / 27 + 160 * zeta3 / 3) * n - 140 * n * n / 81) / 64
    let constant = 4_603_055.0 / 162 + 135_680 * zeta3 / 27 - 8800 * zeta5
    let linear = -91_723.0 / 27 - 34_192 * zeta3 / 9 + 880 * zeta4 + 18_400 * zeta5 / 9
    let quadratic = 5242.0 / 243 + 800 * zeta3 / 9 - 160 * zeta4 / 3
    let cubic = -332.0 / 243 + 64 * zeta3 / 27
    let g3 = (constant + n * (linear + n * (quadratic + n * cubic))) / 256
    return a * (1 + a * (g1 + a * (g2 + a * g3)))
  }
}
