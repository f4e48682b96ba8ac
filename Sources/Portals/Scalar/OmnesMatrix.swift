import Foundation
import Numerics

/// The Omnès matrix of the coupled pi pi and K Kbar channels with isospin 0 and spin 0: analytic but for the cut from 4 m_pi^2, unitary on it, falling as 1/s, and the unit
/// matrix at s = 0 (Donoghue, Gasser, Leutwyler, Nucl. Phys. B 343 (1990) 341).
///
/// Omega_ik(s) = (1/pi) int ds' Im Omega_ik(s')/(s' - s), Im Omega_ik = sum_j T*_ij sigma_j Omega_jk. At the nodes of ``OmnesGrid`` the complex unitarity condition
/// (redundant: its real and imaginary parts are the same condition) and Omega(0) = 1 are solved together by least squares for Im Omega.
/// Numerical error 0.4 % below 1 GeV (from 8 to 16 nodes a piece). Four pions are not a channel: above 1.4 GeV this is an extrapolation.
package struct OmnesMatrix: Sendable {
  private let grid: OmnesGrid
  private let pionThreshold: Double
  /// Omega_ik at the nodes, i * 2 + k.
  private let values: [[Complex]]

  /// Built once, in 0.1 s.
  package static func shared() throws -> OmnesMatrix { try cached.get() }
  private static let cached = Result { try OmnesMatrix() }

  private init() throws {
    let phase = PionPhase()
    let transition = try KaonPairAmplitude(phase)
    let grid = OmnesGrid(phase)
    let integral = grid.principalValue()
    let count = grid.nodes.count
    // T*_ij sigma_j at the nodes.
    let couplings = grid.nodes.map { s in Self.coupling(s, phase, transition(s)) }
    let weight = 1e3
    var columns: [[Double]] = []
    for j in 0..<2 {
      for n in 0..<count {
        var column = [Double](repeating: 0, count: 4 * count + 2)
        for i in 0..<2 {
          for m in 0..<count {
            let c = couplings[m][2 * i + j]
            let element = Complex(integral[m][n], m == n ? 1 : 0)
            let product = c * element
            column[2 * i * count + m] = -product.real + (i == j && m == n ? 1 : 0)
            column[(2 * i + 1) * count + m] = -product.imaginary
          }
        }
        column[4 * count + j] = weight * grid.weights[n] / (grid.nodes[n] * .pi)
        columns.append(column)
      }
    }
    let sides = (0..<2).map { k in (0..<(4 * count + 2)).map { $0 == 4 * count + k ? weight : 0 } }
    guard let solutions = LeastSquares(columns: columns).solve(sides) else {
      throw NumericsError.domain(label: "Omnes matrix", reason: "the discretised equations are singular")
    }
    values = (0..<4).map { index in
      let (i, k) = (index / 2, index % 2)
      let imaginary = Array(solutions[k][(i * count)..<((i + 1) * count)])
      return (0..<count).map { m in
        var real = 0.0
        for n in 0..<count { real += integral[m][n] * imaginary[n] }
        return Complex(real, imaginary[m])
      }
    }
    self.grid = grid
    pionThreshold = phase.pionThreshold
  }

  /// Omega_11, Omega_12, Omega_21, Omega_22 at s in GeV^2; real below 4 m_pi^2 and down to s = 0.
  package func callAsFunction(_ s: Double) -> (Complex, Complex, Complex, Complex) {
    if s >= pionThreshold {
      return (
        grid.interpolate(values[0], at: s), grid.interpolate(values[1], at: s), grid.interpolate(values[2], at: s), grid.interpolate(values[3], at: s)
      )
    }
    func below(_ index: Int) -> Complex {
      var sum = 0.0
      for (n, node) in grid.nodes.enumerated() { sum += grid.weights[n] * values[index][n].imaginary / (node - s) }
      return Complex(sum / .pi)
    }
    return (below(0), below(1), below(2), below(3))
  }

  /// T*_11 sigma_1, T*_12 sigma_2, T*_21 sigma_1, T*_22 sigma_2; a closed channel has sigma = 0.
  private static func coupling(_ s: Double, _ phase: PionPhase, _ transition: Complex) -> [Complex] {
    let delta = phase.phase(s)
    let sigmaPion = max(0, 1 - phase.pionThreshold / s).squareRoot()
    let across = transition.conjugate
    guard s > phase.kaonThreshold else {
      return [Complex.polar(sin(delta), phase: -delta), .zero, sigmaPion * across, .zero]
    }
    let sigmaKaon = (1 - phase.kaonThreshold / s).squareRoot()
    let elasticity = 1 - phase.absorption(s)
    let angle = atan2(transition.imaginary, transition.real)
    func diagonal(_ twice: Double) -> Complex {
      // sigma T = (eta e^{2 i delta} - 1)/(2 i).
      let element = Complex.polar(elasticity, phase: twice) - Complex(1)
      return Complex(0.5 * element.imaginary, 0.5 * element.real)  // the conjugate of -i/2 times the element
    }
    return [diagonal(2 * delta), sigmaKaon * across, sigmaPion * across, diagonal(2 * (angle - delta))]
  }
}
