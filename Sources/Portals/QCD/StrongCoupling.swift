import Foundation
import Numerics
import Units

/// alpha_s(mu) in MS-bar from alpha_s(m_Z): four-loop running (hep-ph/9701390) with three-loop matching at mu = m_q(m_q) (hep-ph/9706430).
public struct StrongCoupling: Sendable {
  /// The scales in GeV that are covered.
  public static let scales = 1.0...2000
  private let table: Spline

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
    let scales = logarithmicGrid(from: Self.scales.lowerBound, to: Self.scales.upperBound, count: 240)
    let values = scales.map { scale -> Double in
      if scale > top { return Self.run(aboveTop, from: top, to: scale, flavours: 6) }
      if scale > bottom { return Self.run(reference, from: zMass, to: scale, flavours: 5) }
      if scale > charm { return Self.run(belowBottom, from: bottom, to: scale, flavours: 4) }
      return Self.run(belowCharm, from: charm, to: scale, flavours: 3)
    }
    table = try Spline("alpha_s", x: scales.map { log($0) }, y: values, kind: .monotone)
  }

  /// alpha_s/pi at a scale in GeV inside ``scales``; the caller checks the scale.
  public func overPi(_ scale: Double) -> Double { table(log(scale)) }

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
