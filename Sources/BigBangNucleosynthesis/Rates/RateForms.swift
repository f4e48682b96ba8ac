import Foundation

/// The shapes in which rates are published or fitted; T9 = T/10^9 K throughout.
enum RateForms {
  /// sum over k of c_k x^k.
  static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    var sum = 0.0
    for c in coefficients.reversed() { sum = sum * x + c }
    return sum
  }

  /// sum over k of c_k T9^(k/3).
  static func cubeRootSeries(_ coefficients: [Double], _ t9: Double) -> Double { polynomial(coefficients, cbrt(t9)) }

  /// Chebyshev sum by Clenshaw's recurrence, |x| <= 1.
  static func chebyshev(_ coefficients: [Double], _ x: Double) -> Double {
    var (b1, b2) = (0.0, 0.0)
    for c in coefficients.dropFirst().reversed() { (b1, b2) = (2 * x * b1 - b2 + c, b1) }
    return (coefficients.first ?? 0) + x * b1 - b2
  }

  /// exp[sum c_k T_k(x)] times T9^(-2/3) exp(-C T9^(-1/3)) for charged reactants; x is linear in T9^(1/3) and runs from -1 at T9 = 0.0045 to 1 at T9 = 10.
  ///
  /// Outside that range x stays at its end while the prefactor keeps the true T9. The reaction then is either frozen out (below) or in equilibrium (above).
  static func fit(gamow: Double?, _ coefficients: [Double]) -> Reaction.Rate {
    let (low, high) = (cbrt(0.0045), cbrt(10.0))
    return { t9 in
      let root = cbrt(t9)
      let x = min(max(2 * (root - low) / (high - low) - 1, -1), 1)
      let smooth = chebyshev(coefficients, x)
      guard let gamow else { return exp(smooth) }
      return exp(smooth - gamow / root) / (root * root)
    }
  }

  /// T9^(-2/3) exp(-C T9^(-1/3)) sum over k of c_k T9^(k/3); the sum is held beyond T9 = 10, the end of the published tables.
  static func gamow(_ gamow: Double, _ coefficients: [Double]) -> Reaction.Rate {
    { t9 in
      let root = cbrt(t9)
      return exp(-gamow / root) / (root * root) * polynomial(coefficients, cbrt(min(t9, 10)))
    }
  }

  /// `formula` between `floor` and `ceiling`; the value at the ceiling above; `below` scaled to meet it at the floor under it.
  static func bounded(floor: Double?, ceiling: Double, above: Double? = nil, below: Reaction.Rate?, _ formula: @escaping Reaction.Rate) -> Reaction.Rate {
    let top = above ?? formula(ceiling)
    guard let floor, let below else { return { $0 > ceiling ? top : formula($0) } }
    let scale = formula(floor) / below(floor)
    return { t9 in
      if t9 > ceiling { return top }
      return t9 < floor ? scale * below(t9) : formula(t9)
    }
  }
}
