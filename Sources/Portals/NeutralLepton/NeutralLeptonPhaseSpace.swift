import Foundation
import Numerics
import Units

/// Closed forms and one-dimensional integrals of a heavy neutral lepton's decays by the contact interaction. Arguments are squared mass ratios to the decaying
/// particle; widths come in units of G_F^2 m^5 |U|^2/(192 pi^3).
enum NeutralLeptonPhaseSpace {
  /// lambda(a, b, c) = a^2 + b^2 + c^2 - 2ab - 2ac - 2bc, at least zero.
  @inline(__always) static func kallen(_ a: Double, _ b: Double, _ c: Double) -> Double {
    let difference = a - b - c
    return max(0, difference * difference - 4 * b * c)
  }

  /// sqrt of ``kallen(_:_:_:)``.
  @inline(__always) static func kallenRoot(_ a: Double, _ b: Double, _ c: Double) -> Double { kallen(a, b, c).squareRoot() }

  /// I(a, b, c) = 12 Int dx/x (x - a - b)(1 + c - x) sqrt(lambda(x,a,b) lambda(1,x,c)) from (sqrt a + sqrt b)^2 to (1 - sqrt c)^2: three fermions through V - A currents,
  /// 1 for massless ones (arXiv:1805.08567, section 3). Symmetric in its arguments; zero at and above threshold. Relative error below 1e-8.
  static func threeFermions(_ first: Double, _ second: Double, _ third: Double) -> Double {
    let masses = [first, second, third].sorted()
    // The pair of the lightest and the heaviest has its threshold away from zero, which keeps the integrand smooth.
    let (a, b, c) = (masses[0], masses[2], masses[1])
    let lowerRoot = a.squareRoot() + b.squareRoot()
    guard lowerRoot + c.squareRoot() < 1 else { return 0 }
    let lower = lowerRoot * lowerRoot
    let upper = (1 - c.squareRoot()) * (1 - c.squareRoot())
    return 12
      * bothEndsRoots(from: lower, to: upper, rule: fine) { x in
        (x - a - b) * (1 + c - x) * kallenRoot(x, a, b) * kallenRoot(1, x, c) / x
      }
  }

  /// N -> nu l+ l- for left and right couplings of the charged lepton, x = m_l^2/m^2: g_L = -1/2 + sin^2 theta_W through the Z alone, one more with the W; g_R = sin^2 theta_W.
  ///
  /// Closed form of arXiv:1805.08567 (C1 = g_L^2 + g_R^2, C2 = g_L g_R) for x < 0.2; near threshold, where it cancels, the positive integral over the pair's mass.
  static func neutrinoPair(_ x: Double, left: Double, right: Double) -> Double {
    guard 4 * x < 1 else { return 0 }
    guard x < 0.2 else { return pairIntegral(x, left: left, right: right) }
    let root = (1 - 4 * x).squareRoot()
    // ln[(1 - 3x - (1 - x) r)/(x (1 + r))] with the difference rationalised: (1 - 3x)^2 - (1 - x)^2 (1 - 4x) = 4 x^3.
    let logarithm = x > 0 ? log(4 * x * x / ((1 + root) * (1 - 3 * x + (1 - x) * root))) : 0
    let vectorLike = (1 - 14 * x - 2 * x * x - 12 * x * x * x) * root + 12 * x * x * (x * x - 1) * logarithm
    let mixed = x * (2 + 10 * x - 12 * x * x) * root + 6 * x * x * (1 - 2 * x + 2 * x * x) * logarithm
    return (left * left + right * right) * vectorLike + 4 * left * right * mixed
  }

  private static func pairIntegral(_ x: Double, left: Double, right: Double) -> Double {
    let (vector, axial) = (left + right, left - right)
    return bothEndsRoots(from: 4 * x, to: 1, rule: fine) { y in
      let r = x / y
      let transverse = vector * vector * (1 + 2 * r) + axial * axial * max(0, 1 - 4 * r)
      return (1 - y) * max(0, 1 - 4 * r).squareRoot() * ((1 - y) * (1 + 2 * y) * transverse + 6 * r * axial * axial * (1 - y))
    }
  }

  /// Gauss–Legendre in the angle of y = middle - half cos(angle): exact square-root ends.
  @inline(__always) static func bothEndsRoots(from lower: Double, to upper: Double, rule: [(cosine: Double, weight: Double)], _ f: (Double) -> Double) -> Double
  {
    let (half, middle) = (0.5 * (upper - lower), 0.5 * (upper + lower))
    var sum = 0.0
    for node in rule { sum += node.weight * f(middle - half * node.cosine) }
    return half * sum
  }

  static let fine = angleRule(64)
  static let coarse = angleRule(24)

  /// Cosines of the nodes on (0, pi) with the weights times the sine.
  private static func angleRule(_ order: Int) -> [(cosine: Double, weight: Double)] {
    GaussLegendre(order: order).mapped(from: 0, to: .pi).map { (cos($0.x), $0.weight * sin($0.x)) }
  }
}

/// Two-body decays of a heavy neutral lepton into a meson, in units of G_F^2 m^5 |U|^2/(192 pi^3); `strength` is (f |V|)^2 in GeV^2.
enum NeutralLeptonTwoBody {
  private static let unit = 12 * Double.pi * Double.pi

  /// l P: G_F^2 f^2 |V|^2 m^3/(16 pi) [(1 - x_l)^2 - x_P (1 + x_l)] sqrt(lambda(1, x_P, x_l)) (arXiv:1805.08567, section 3).
  static func pseudoscalar(_ mass: Double, lepton: Double, meson: Double, strength: Double) -> Double {
    guard mass > lepton + meson else { return 0 }
    let (xl, xp) = (lepton * lepton / (mass * mass), meson * meson / (mass * mass))
    let bracket = (1 - xl) * (1 - xl) - xp * (1 + xl)
    return unit * strength / (mass * mass) * bracket * NeutralLeptonPhaseSpace.kallenRoot(1, xp, xl)
  }

  /// l V: G_F^2 f^2 |V|^2 m^3/(16 pi) [(1 - x_l)^2 + x_V (1 + x_l) - 2 x_V^2] sqrt(lambda(1, x_V, x_l)) (arXiv:1805.08567, section 3, g_V = f_V m_V).
  static func vector(_ mass: Double, lepton: Double, meson: Double, strength: Double) -> Double {
    guard mass > lepton + meson else { return 0 }
    let (xl, xv) = (lepton * lepton / (mass * mass), meson * meson / (mass * mass))
    let bracket = (1 - xl) * (1 - xl) + xv * (1 + xl) - 2 * xv * xv
    return unit * strength / (mass * mass) * bracket * NeutralLeptonPhaseSpace.kallenRoot(1, xv, xl)
  }
}
