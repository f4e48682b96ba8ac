import Foundation

/// MS-bar quark masses at the scale of a decay, by the four-loop mass anomalous dimension (hep-ph/9703284).
enum RunningQuarkMass {
  /// m_c(mu) in GeV above m_c; below, m_c(m_c).
  static func charm(_ scale: Double, _ strong: StrongCoupling) -> Double {
    run(QuarkInputs.charm.value, from: QuarkInputs.charm.value, to: scale, strong)
  }
  /// m_b(mu) in GeV above m_b; below, m_b(m_b).
  static func bottom(_ scale: Double, _ strong: StrongCoupling) -> Double {
    run(QuarkInputs.bottom.value, from: QuarkInputs.bottom.value, to: scale, strong)
  }
  /// m_s(mu) in GeV, for scales from 1 GeV on.
  static func strange(_ scale: Double, _ strong: StrongCoupling) -> Double {
    let atTwo = QuarkInputs.strange.value
    return scale >= 2 ? run(atTwo, from: 2, to: scale, strong) : atTwo * factor(strong.overPi(scale), flavours: 4) / factor(strong.overPi(2), flavours: 4)
  }

  private static func run(_ mass: Double, from: Double, to scale: Double, _ strong: StrongCoupling) -> Double {
    guard scale > from else { return mass }
    let threshold = QuarkInputs.bottom.value
    if scale <= threshold { return mass * factor(strong.overPi(scale), flavours: 4) / factor(strong.overPi(from), flavours: 4) }
    let start = max(from, threshold)
    let below = from < threshold ? factor(strong.overPi(threshold), flavours: 4) / factor(strong.overPi(from), flavours: 4) : 1
    return mass * below * factor(strong.overPi(scale), flavours: 5) / factor(strong.overPi(start), flavours: 5)
  }

  /// c(a) with m(mu) proportional to c(alpha_s(mu)/pi).
  private static func factor(_ a: Double, flavours: Int) -> Double {
    flavours == 4 ? pow(a, 12.0 / 25) * (1 + a * (1.014 + a * (1.389 + a * 1.091))) : pow(a, 12.0 / 23) * (1 + a * (1.175 + a * (1.501 + a * 0.1725)))
  }
}
