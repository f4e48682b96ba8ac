import Foundation
import Numerics
import Units

/// MS-bar quark masses m(mu): four-loop anomalous dimension (hep-ph/9703278, hep-ph/9703284) with the alpha_s of ``StrongCoupling``, and the step
/// m^(n) = m^(n+1) (1 + 89/432 a^2) at every quark's own mass (hep-ph/9708255).
package struct RunningMass: Sendable {
  private let logarithm: Spline
  private let coupling: StrongCoupling

  /// Built once.
  package static func shared() throws -> RunningMass { try cached.get() }
  private static let cached = Result { try RunningMass() }

  private init() throws {
    let coupling = try StrongCoupling.shared()
    let thresholds = [QuarkInputs.charm.value, QuarkInputs.bottom.value, QuarkInputs.top.value]
    let points = logarithmicGrid(from: StrongCoupling.scales.lowerBound, to: StrongCoupling.scales.upperBound, count: 400)
    let rule = GaussLegendre(order: 6)
    var (values, sum) = ([0.0], 0.0)
    for (low, high) in zip(points, points.dropFirst()) {
      let cuts = [low] + thresholds.filter { $0 > low && $0 < high } + [high]
      for (a, b) in zip(cuts, cuts.dropFirst()) {
        let flavours = 3 + Double(thresholds.filter { $0 <= a }.count)
        sum -= rule.integrate(from: log(a), to: log(b)) { 2 * Self.anomalousDimension(coupling.overPi(exp($0)), flavours) }
        if thresholds.contains(b) {
          let a = coupling.overPi(b)
          sum -= log(1 + 89.0 / 432 * a * a)
        }
      }
      values.append(sum)
    }
    logarithm = try Spline("running mass", x: points.map { log($0) }, y: values, kind: .monotone)
    self.coupling = coupling
  }

  /// m(mu) in GeV of a quark whose mass at `reference` GeV is `mass` GeV; both scales inside ``StrongCoupling/scales``.
  package func callAsFunction(_ mass: Double, at reference: Double, to scale: Double) -> Double {
    mass * exp(logarithm(log(scale)) - logarithm(log(reference)))
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
