import Foundation
import Numerics
import Units

/// alpha_s(mu) in MS-bar from alpha_s(m_Z): four-loop running (hep-ph/9701390) with three-loop matching at mu = m_q(m_q) (hep-ph/9706430).
public struct StrongCoupling: Sendable {
  /// The scales in GeV that are covered.
  public static let scales = 1.0...2000
  /// One table for every number of flavours, from its lowest scale: alpha_s steps at a threshold, and no interpolation crosses it.
  private let tables: [(lowest: Double, overPi: Spline)]

  /// Where a quark joins, at its own mass: lower ends of the ranges of 4, 5 and 6 flavours in GeV.
  static let thresholds = [QuarkInputs.charm.value, QuarkInputs.bottom.value, QuarkInputs.top.value]

  /// Built once.
  public static func shared() throws -> StrongCoupling { try cached.get() }
  private static let cached = Result { try StrongCoupling() }

  private init() throws {
    let reference = QuarkInputs.alphaS.value / .pi
    let (zMass, top) = (ElectroweakInputs.zMass.value, QuarkInputs.top.value)
    let (bottom, charm) = (QuarkInputs.bottom.value, QuarkInputs.charm.value)
    let atBottom = Self.run(reference, from: zMass, to: bottom, flavours: 5)
    let belowBottom = Self.matched(atBottom, lightFlavours: 4, down: true)
    let atCharm = Self.run(belowBottom, from: bottom, to: charm, flavours: 4)
    let belowCharm = Self.matched(atCharm, lightFlavours: 3, down: true)
    let atTop = Self.run(reference, from: zMass, to: top, flavours: 5)
    let aboveTop = Self.matched(atTop, lightFlavours: 5, down: false)
    let starts = [(belowCharm, charm), (belowBottom, bottom), (reference, zMass), (aboveTop, top)]
    let edges = [Self.scales.lowerBound] + Self.thresholds + [Self.scales.upperBound]
    tables = try starts.enumerated().map { index, start in
      let scales = logarithmicGrid(from: edges[index], to: edges[index + 1], count: 150)
      let values = scales.map { Self.run(start.0, from: start.1, to: $0, flavours: Double(3 + index)) }
      return (edges[index], try Spline("alpha_s", x: scales.map { log($0) }, y: values))
    }
  }

  /// alpha_s/pi at a scale in GeV inside ``scales``; the caller checks the scale.
  public func overPi(_ scale: Double) -> Double { overPi(scale, flavours: 3 + Self.thresholds.filter { $0 <= scale }.count) }

  /// The same with this number of flavours, 3 to 6, at a scale in its range, ends included.
  func overPi(_ scale: Double, flavours: Int) -> Double { tables[flavours - 3].overPi(log(scale)) }

  /// b0, b1, b2 of d a/d ln mu^2 = -a^2 (b0 + b1 a + b2 a^2 + ...), a = alpha_s/pi.
  static func betaCoefficients(flavours n: Double) -> (Double, Double, Double) {
    ((11 - 2 * n / 3) / 4, (102 - 38 * n / 3) / 16, (2857.0 / 2 - 5033 * n / 18 + 325 * n * n / 54) / 64)
  }

  /// d a/d ln mu^2 = -a^2 (b0 + b1 a + b2 a^2 + b3 a^3), a = alpha_s/pi, by 64 Runge–Kutta steps.
  private static func run(_ start: Double, from: Double, to: Double, flavours n: Double) -> Double {
    let (b0, b1, b2) = betaCoefficients(flavours: n)
    let b3 = (29242.96 - 6946.30 * n + 405.089 * n * n + 1.49931 * n * n * n) / 256
    func slope(_ a: Double) -> Double { -a * a * (b0 + a * (b1 + a * (b2 + a * b3))) }
    let step = 2 * log(to / from) / 64
    var a = start
    for _ in 0..<64 {
      let k1 = slope(a)
      let k2 = slope(a + 0.5 * step * k1)
      let k3 = slope(a + 0.5 * step * k2)
      let k4 = slope(a + step * k3)
      a += step / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    }
    return a
  }

  /// a^(n) = a^(n+1) [1 + 11/72 a^2 + (564731/124416 - 82043/27648 zeta(3) - 2633 n/31104) a^3] at mu = m_q(m_q); upward with the signs reversed, exact to this order.
  private static func matched(_ a: Double, lightFlavours n: Double, down: Bool) -> Double {
    let zeta3 = 1.202_056_903_159_594
    let cubic = 564_731.0 / 124_416 - 82_043.0 / 27_648 * zeta3 - 2633 * n / 31_104
    let step = a * a * (11.0 / 72 + cubic * a)
    return down ? a * (1 + step) : a * (1 - step)
  }
}
