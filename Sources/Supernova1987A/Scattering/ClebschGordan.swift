import Foundation

/// Angular-momentum algebra of integer spins for the partial-wave sum.
enum ClebschGordan {
  private static let factorials: [Double] = {
    var values = [1.0]
    for n in 1...40 { values.append(values[n - 1] * Double(n)) }
    return values
  }()

  /// <j1 m1 j2 m2 | J m1+m2> for integers, by Racah's sum; zero where a selection rule forbids it.
  static func coefficient(_ j1: Int, _ m1: Int, _ j2: Int, _ m2: Int, _ j: Int) -> Double {
    let m = m1 + m2
    guard abs(m1) <= j1, abs(m2) <= j2, abs(m) <= j, j >= abs(j1 - j2), j <= j1 + j2 else { return 0 }
    func f(_ n: Int) -> Double { factorials[n] }
    let triangle = f(j1 + j2 - j) * f(j1 - j2 + j) * f(-j1 + j2 + j) / f(j1 + j2 + j + 1)
    let projections = f(j1 + m1) * f(j1 - m1) * f(j2 + m2) * f(j2 - m2) * f(j + m) * f(j - m)
    var sum = 0.0
    for k in max(0, j2 - j - m1, j1 - j + m2)...min(j1 + j2 - j, j1 - m1, j2 + m2) {
      let denominator = f(k) * f(j1 + j2 - j - k) * f(j1 - m1 - k) * f(j2 + m2 - k) * f(j - j2 + m1 + k) * f(j - j1 - m2 + k)
      sum += (k % 2 == 0 ? 1 : -1) / denominator
    }
    return (Double(2 * j + 1) * triangle * projections).squareRoot() * sum
  }

  /// Y_l^m(theta, phi = 0) with the Condon–Shortley phase.
  static func sphericalHarmonic(_ l: Int, _ m: Int, cosine: Double) -> Double {
    guard abs(m) <= l else { return 0 }
    let order = abs(m)
    let sine = max(0, 1 - cosine * cosine).squareRoot()
    var pmm = 1.0
    for i in 0..<order { pmm *= -Double(2 * i + 1) * sine }
    var previous = 0.0
    var current = pmm
    var degree = order
    while degree < l {
      let next = (Double(2 * degree + 1) * cosine * current - Double(degree + order) * previous) / Double(degree - order + 1)
      previous = current
      current = next
      degree += 1
    }
    let norm = (Double(2 * l + 1) / (4 * .pi) * factorials[l - order] / factorials[l + order]).squareRoot()
    return (m < 0 && order % 2 == 1 ? -1 : 1) * norm * current
  }
}
