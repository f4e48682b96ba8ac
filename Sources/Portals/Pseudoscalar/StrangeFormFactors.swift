import Foundation
import Units

/// Form factors of B -> K and B -> K* for a current that carries no spin.
enum StrangeFormFactors {
  /// f_0(q^2) of B -> K, dimensionless: BCL series with a pole (arXiv:2305.06301). 0.332 at 0, 0.427 at 9 GeV^2.
  static func kaon(_ q2: Double) -> Double {
    let (b, k) = (MesonInputs.bPlus.value, MesonInputs.chargedKaon.value)
    let sum = (b + k) * (b + k)
    let zero = (b + k) * (b.squareRoot() - k.squareRoot()) * (b.squareRoot() - k.squareRoot())
    let z = conformal(q2, sum, zero)
    let a = StrangeFormFactorInputs.kaon.map(\.value)
    return (a[0] + z * (a[1] + z * a[2])) / (1 - q2 / (a[3] * a[3]))
  }

  /// A_0(q^2) of B -> K*, dimensionless: light-cone sum rules (arXiv:1503.05534). 0.369 at 0, 0.671 at 9 GeV^2.
  static func kStar(_ q2: Double) -> Double {
    let (b, k) = (MesonInputs.bZero.value, MesonInputs.neutralKStar.value)
    let sum = (b + k) * (b + k)
    let difference = (b - k) * (b - k)
    let zero = sum * (1 - (1 - difference / sum).squareRoot())
    let z = conformal(q2, sum, zero) - conformal(0, sum, zero)
    let a = StrangeFormFactorInputs.kStar.map(\.value)
    return (a[0] + z * (a[1] + z * a[2])) / (1 - q2 / (a[3] * a[3]))
  }

  private static func conformal(_ q2: Double, _ sum: Double, _ zero: Double) -> Double {
    let (a, b) = ((sum - q2).squareRoot(), (sum - zero).squareRoot())
    return (a - b) / (a + b)
  }
}

/// Coefficients of the series and the pole masses.
enum StrangeFormFactorInputs {
  static let kaon: [Input] = [("a_0", 0.292), ("a_1", 0.281), ("a_2", 0.150), ("pole in GeV", 5.630)].map {
    Input("f_0 of B -> K, \($0.0)", $0.1, source: "arXiv:2305.06301, as in flavio", status: .published)
  }
  static let kStar: [Input] = [("a_0", 0.369), ("a_1", -1.366), ("a_2", 0.128), ("pole in GeV", 5.366)].map {
    Input("A_0 of B -> K*, \($0.0)", $0.1, source: "arXiv:1503.05534, table 14", status: .twoSources)
  }
  static let all = kaon + kStar
}
