import Foundation
import Numerics

/// Phase-space integrals of a current eps(mu, p1, p2, p3) F over three pseudoscalars, where F = sum_k P_k(s) h_k(s12, s23, s13):
/// R = sum_kl P_k P_l* M_kl, M_kl(s) = (2 pi/s) Int ds12 ds23/(128 pi^3 s) s |p1 x p2|^2 h_k h_l*.
///
/// The h_k are smooth Breit–Wigner sums in the pair masses, so M_kl is tabulated once in sqrt(s) and splined.
package struct ThreeBodyIntegrals: Sendable {
  private let diagonal: [Spline]
  private let offDiagonal: [[ComplexPair]]
  private let lowestEnergy: Double

  private struct ComplexPair: Sendable {
    let real: Spline
    let imaginary: Spline
  }

  /// - Parameters:
  ///   - masses: of the three bodies in GeV.
  ///   - functions: how many h_k.
  ///   - highest: largest sqrt(s) of the table in GeV.
  ///   - h: their values at (s12, s23, s13).
  package init(
    _ label: String, masses: (Double, Double, Double), functions count: Int, highest: Double, nodes: Int, order: Int = 24,
    _ h: (_ s12: Double, _ s23: Double, _ s13: Double) -> [Complex]
  ) throws {
    let (m1, m2, m3) = masses
    let threshold = m1 + m2 + m3
    let rule = GaussLegendre(order: order)
    var values = [[Complex]](repeating: [], count: count * count)
    // Everything is divided by the threshold behaviour (sqrt(s) - threshold)^4, which leaves a smooth function for the spline.
    let energies = (0..<nodes).map { threshold + (highest - threshold) * (Double($0) + 0.02) / (Double(nodes - 1) + 0.02) }
    for energy in energies {
      let s = energy * energy
      var sums = [Complex](repeating: .zero, count: count * count)
      let low12 = (m1 + m2) * (m1 + m2)
      let high12 = (energy - m3) * (energy - m3)
      for (s12, weight12) in rule.mapped(from: low12, to: high12) {
        let energy2 = (s12 - m1 * m1 + m2 * m2) / (2 * s12.squareRoot())
        let energy3 = (s - s12 - m3 * m3) / (2 * s12.squareRoot())
        let p2 = max(0, energy2 * energy2 - m2 * m2).squareRoot()
        let p3 = max(0, energy3 * energy3 - m3 * m3).squareRoot()
        let middle = m2 * m2 + m3 * m3 + 2 * energy2 * energy3
        for (s23, weight23) in rule.mapped(from: middle - 2 * p2 * p3, to: middle + 2 * p2 * p3) {
          let s13 = s + m1 * m1 + m2 * m2 + m3 * m3 - s12 - s23
          let e1 = (s + m1 * m1 - s23) / (2 * energy)
          let e2 = (s + m2 * m2 - s13) / (2 * energy)
          let (q1, q2) = (e1 * e1 - m1 * m1, e2 * e2 - m2 * m2)
          let dot = 0.5 * (m1 * m1 + m2 * m2 + 2 * e1 * e2 - s12)
          let cross = max(0, q1 * q2 - dot * dot)
          let amplitudes = h(s12, s23, s13)
          for k in 0..<count {
            for l in k..<count { sums[k * count + l] += weight12 * weight23 * cross * (amplitudes[k] * amplitudes[l].conjugate) }
          }
        }
      }
      let prefactor = 1 / (64 * Double.pi * Double.pi * s) / pow(energy - threshold, 4)
      for index in 0..<(count * count) { values[index].append(prefactor * sums[index]) }
    }
    diagonal = try (0..<count).map { k in try Spline(label, x: energies, y: values[k * count + k].map(\.real)) }
    offDiagonal = try (0..<count).map { k in
      try (0..<count).filter { $0 > k }.map { l in
        let column = values[k * count + l]
        return ComplexPair(
          real: try Spline(label, x: energies, y: column.map(\.real)), imaginary: try Spline(label, x: energies, y: column.map(\.imaginary)))
      }
    }
    lowestEnergy = threshold
  }

  /// R for the coefficients P_k at this s; zero at and below threshold.
  package func ratio(_ s: Double, _ coefficients: [Complex]) -> Double {
    let energy = s.squareRoot()
    guard energy > lowestEnergy else { return 0 }
    var sum = 0.0
    for k in 0..<coefficients.count {
      sum += coefficients[k].squaredMagnitude * diagonal[k](energy)
      for l in (k + 1)..<max(k + 1, coefficients.count) {
        let product = coefficients[k] * coefficients[l].conjugate
        let pair = offDiagonal[k][l - k - 1]
        sum += 2 * (product.real * pair.real(energy) - product.imaginary * pair.imaginary(energy))
      }
    }
    return max(0, sum) * pow(energy - lowestEnergy, 4)
  }
}
