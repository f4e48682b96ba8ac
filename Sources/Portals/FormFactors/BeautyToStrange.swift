import Foundation
import Units

/// Form factors of B -> K and B -> K*(892) for a current that carries no spin: what scalars and pseudoscalars are made with.
enum BeautyToStrange {
  /// f_0(q^2) of B -> K, dimensionless: sum a_n z^n/(1 - q^2/m^2), t_0 = (m_B + m_K)(sqrt m_B - sqrt m_K)^2 (arXiv:1509.06235). 0.332 at 0, 0.422 at 9 GeV^2.
  static let kaon: @Sendable (Double) -> Double = { q2 in
    let (b, k) = (MesonInputs.bPlus.value, MesonInputs.chargedKaon.value)
    let difference = b.squareRoot() - k.squareRoot()
    let z = conformal(q2, sum: b + k, origin: (b + k) * difference * difference)
    return polynomial(kaonCoefficients, z) / (1 - q2 / (kaonPole.value * kaonPole.value))
  }

  /// A_0(q^2) of B -> K*(892), dimensionless: sum alpha_n (z - z(0))^n/(1 - q^2/m^2), t_0 = t_+ (1 - sqrt(1 - t_-/t_+)) (arXiv:1503.05534). 0.369 at 0, 0.671 at 9 GeV^2.
  static let kStar: @Sendable (Double) -> Double = { q2 in
    let (b, k) = (MesonInputs.bPlus.value, MesonInputs.neutralKStar.value)
    let (plus, minus) = ((b + k) * (b + k), (b - k) * (b - k))
    let origin = plus * (1 - (1 - minus / plus).squareRoot())
    let z = conformal(q2, sum: b + k, origin: origin) - conformal(0, sum: b + k, origin: origin)
    return polynomial(kStarCoefficients, z) / (1 - q2 / (kStarPole.value * kStarPole.value))
  }

  private static let kaonCoefficients = [0.292, 0.281, 0.150].enumerated().map { index, value in
    Input(
      "B -> K f_0 coefficient a_\(index)", value,
      source: "Fermilab/MILC, arXiv:1509.06235, as in the public code flavio (parameter file arxiv-1509-06235v1/b_k.yml)", status: .twoSources)
  }
  private static let kaonPole = Input(
    "pole of B -> K f_0 (0+)", 5.711, unit: "GeV", source: "arXiv:1509.06235, as in the public code flavio (bcl.py)", status: .twoSources)
  private static let kStarCoefficients = [0.369, -1.366, 0.128].enumerated().map { index, value in
    Input("B -> K* A_0 coefficient alpha_\(index)", value, source: "arXiv:1503.05534", status: .twoSources)
  }
  private static let kStarPole = Input("pole of B -> K* A_0", 5.366, unit: "GeV", source: "arXiv:1503.05534", status: .twoSources)
  static let inputs = kaonCoefficients + [kaonPole] + kStarCoefficients + [kStarPole]

  private static func conformal(_ q2: Double, sum: Double, origin: Double) -> Double {
    let plus = sum * sum
    let (a, b) = ((plus - q2).squareRoot(), (plus - origin).squareRoot())
    return (a - b) / (a + b)
  }

  private static func polynomial(_ coefficients: [Input], _ z: Double) -> Double { coefficients.reversed().reduce(0) { $0 * z + $1.value } }
}
