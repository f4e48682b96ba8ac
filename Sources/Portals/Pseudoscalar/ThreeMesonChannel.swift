import Foundation
import Numerics
import Units

/// The decay of a pseudoscalar field of any flavour content into three mesons: leading-order U(3) chiral Lagrangian and exchange of the scalar nonet.
///
/// The amplitude is linear in six numbers: the field amplitudes of a in u ubar, d dbar, s sbar, and its phases in the quark masses m_u, m_d, m_s. The widths of the products are
/// tabulated once.
struct ThreeMesonChannel: Sendable {
  let finalState: String
  let threshold: Double
  private let products: [Spline]
  /// The largest mass of the tables in GeV.
  static let highestMass = 2.3
  private static let basis = 6

  /// - Parameters:
  ///   - mesons: field matrices that create the final state, with masses in GeV.
  ///   - symmetry: 1/(identical-particle factor) times the number of charge-conjugate states.
  ///   - scalars: whether the scalar nonet is exchanged.
  init(
    _ finalState: String, _ mesons: [(field: FlavourMatrix, mass: Double)], symmetry: Double, scalars: Bool, mixing: LightMesonMixing, nonet: ScalarExchange
  ) throws {
    self.finalState = finalState
    let masses = mesons.map(\.mass)
    let threshold = masses.reduce(0, +)
    self.threshold = threshold
    let amplitude = FourMesonAmplitude(mesons.map(\.field), scalars: scalars, mixing: mixing, nonet: nonet)
    let nodes = 44
    let energies = (0..<nodes).map { threshold + (Self.highestMass - threshold) * pow((Double($0) + 0.05) / (Double(nodes - 1) + 0.05), 1.4) }
    let rule = GaussLegendre(order: 14)
    var table = [[Double]](repeating: [], count: Self.basis * (Self.basis + 1) / 2)
    for energy in energies {
      let sums = Self.integrate(energy, masses, amplitude, rule)
      // Near threshold phase space grows as (m - threshold)^2, which is divided out of the table.
      let scale = symmetry / (256 * pow(.pi * energy, 3) * (energy - threshold) * (energy - threshold))
      for (index, sum) in sums.enumerated() { table[index].append(scale * sum) }
    }
    products = try table.map { try Spline(finalState, x: energies, y: $0) }
  }

  /// Width in GeV for field amplitudes (u, d, s entries of the field matrix) and mass phases at 1/f = 1/GeV; zero at and below threshold.
  func width(mass: Double, fields: [Double], phases: [Double]) -> Double {
    guard mass > threshold else { return 0 }
    let weights = fields + phases
    var sum = 0.0
    var index = 0
    for k in 0..<Self.basis {
      for l in k..<Self.basis {
        if weights[k] != 0, weights[l] != 0 { sum += (k == l ? 1 : 2) * weights[k] * weights[l] * products[index](mass) }
        index += 1
      }
    }
    return max(0, sum) * (mass - threshold) * (mass - threshold)
  }

  /// The integral over the Dalitz plot of Re(M_k M_l*), k <= l.
  private static func integrate(_ energy: Double, _ masses: [Double], _ amplitude: FourMesonAmplitude, _ rule: GaussLegendre) -> [Double] {
    let (m1, m2, m3) = (masses[0], masses[1], masses[2])
    let s = energy * energy
    let squares = m1 * m1 + m2 * m2 + m3 * m3
    var sums = [Double](repeating: 0, count: basis * (basis + 1) / 2)
    for (s12, weight12) in rule.mapped(from: (m1 + m2) * (m1 + m2), to: (energy - m3) * (energy - m3)) {
      let root = s12.squareRoot()
      let e2 = (s12 - m1 * m1 + m2 * m2) / (2 * root)
      let e3 = (s - s12 - m3 * m3) / (2 * root)
      let p2 = max(0, e2 * e2 - m2 * m2).squareRoot()
      let p3 = max(0, e3 * e3 - m3 * m3).squareRoot()
      let middle = m2 * m2 + m3 * m3 + 2 * e2 * e3
      for (s23, weight23) in rule.mapped(from: middle - 2 * p2 * p3, to: middle + 2 * p2 * p3) {
        let values = amplitude(s, [m1 * m1, m2 * m2, m3 * m3], s12: s12, s23: s23, s13: s + squares - s12 - s23)
        var index = 0
        for k in 0..<basis {
          for l in k..<basis {
            let product = values[k].real * values[l].real + values[k].imaginary * values[l].imaginary
            sums[index] += weight12 * weight23 * product
            index += 1
          }
        }
      }
    }
    return sums
  }
}
