import Foundation
import Numerics

/// How neutrino flavours share the energy they are given.
public enum NeutrinoMixing: String, Sendable, Hashable, CaseIterable, Codable {
  /// Oscillations averaged over their phase, with mixing in matter (adiabatic transfer, 2008.01074 section 2.3): the energy densities that evolve are those of the
  /// eigenstates of the Hamiltonian with vacuum masses and the matter potential of electrons.
  case averaged
  /// No oscillations: each flavour keeps what it is given, muon and tau neutrinos are alike.
  case none
  /// One common temperature of all flavours.
  case complete
}

/// |U_ai|^2 between flavours a and the states i that propagate in the plasma, as a function of temperature.
package struct FlavourComposition: Sendable {
  private static let range = (lower: log(0.05), upper: log(60.0))
  /// Nine channels, flavour by flavour.
  private let table: HermiteTable

  private static let averaged = FlavourComposition()
  /// The shared table for a normal mass ordering.
  static var standard: FlavourComposition { averaged }

  private init() {
    table = HermiteTable(from: Self.range.lower, to: Self.range.upper, count: 400) { Self.composition(temperature: exp($0)) }
  }

  /// Rows of flavours e, mu, tau, columns of propagating states in ascending order of their energy.
  func values(logTemperature: Double) -> [Double] {
    let at = table.locate(logTemperature)
    return (0..<9).map { table.value(at, $0) }
  }

  @inline(__always) func value(_ at: HermiteTable.Location, _ flavour: Int, _ state: Int) -> Double { table.value(at, 3 * flavour + state) }
  func locate(_ logTemperature: Double) -> HermiteTable.Location { table.locate(logTemperature) }

  /// Hamiltonian U diag(m^2) U^T/(2p) + diag(V, 0, 0) for the mean momentum p = 3.151 T, with the second-order potential of electrons and positrons
  /// V = -2 sqrt2 G_F p (rho_e + P_e)/m_W^2 (D. Noetzold & G. Raffelt, Nucl. Phys. B 307 (1988) 924; 2008.01074 eq. 2.9). No CP phase; muons in the plasma left out.
  package static func composition(temperature: Double) -> [Double] {
    let (s12, s23, s13) = (
      EarlyUniverseInputs.solarAngle.value.squareRoot(), EarlyUniverseInputs.atmosphericAngle.value.squareRoot(),
      EarlyUniverseInputs.reactorAngle.value.squareRoot()
    )
    let (c12, c23, c13) = ((1 - s12 * s12).squareRoot(), (1 - s23 * s23).squareRoot(), (1 - s13 * s13).squareRoot())
    let u = [
      [c12 * c13, s12 * c13, s13], [-s12 * c23 - c12 * s23 * s13, c12 * c23 - s12 * s23 * s13, s23 * c13],
      [s12 * s23 - c12 * c23 * s13, -c12 * s23 - s12 * c23 * s13, c23 * c13],
    ]
    let solar = EarlyUniverseInputs.solarSplitting.value * 1e-12
    let masses = [0, solar, solar + EarlyUniverseInputs.atmosphericSplitting.value * 1e-12]
    let momentum = 3.151_374 * temperature
    let electrons = IdealGas.of(.fermion).values(logRatio: log(EarlyUniverseInputs.electronMass / temperature))
    let density = 4 * electrons.entropy * pow(temperature, 4)
    let w = EarlyUniverseInputs.wMass.value
    let potential = -2 * 2.0.squareRoot() * EarlyUniverseInputs.fermiConstant.value * momentum * density / (w * w)
    // Times 2p, in units of the larger mass splitting: pure numbers.
    let unit = masses[2]
    var h = (0..<3).map { a in (0..<3).map { b in (0..<3).reduce(0.0) { $0 + u[a][$1] * u[b][$1] * masses[$1] } / unit } }
    h[0][0] += 2 * momentum * potential / unit
    let (values, vectors) = SymmetricMatrix.eigen(h)
    let order = [0, 1, 2].sorted { values[$0] < values[$1] }
    return (0..<3).flatMap { flavour in order.map { vectors[flavour][$0] * vectors[flavour][$0] } }
  }
}

/// Eigenvalues and orthonormal eigenvectors (columns) of a small symmetric matrix by Jacobi rotations.
package enum SymmetricMatrix {
  package static func eigen(_ matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    let n = matrix.count
    var a = matrix
    var v = (0..<n).map { i in (0..<n).map { i == $0 ? 1.0 : 0.0 } }
    for _ in 0..<50 {
      let off = (0..<n).reduce(0.0) { sum, i in (0..<i).reduce(sum) { $0 + a[i][$1] * a[i][$1] } }
      let size = (0..<n).reduce(0.0) { $0 + a[$1][$1] * a[$1][$1] }
      if off <= 1e-34 * size { break }
      for p in 0..<n {
        for q in p + 1..<max(n, p + 1) where a[p][q] != 0 {
          let theta = 0.5 * (a[q][q] - a[p][p]) / a[p][q]
          let t = (theta < 0 ? -1.0 : 1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          let s = t * c
          for k in 0..<n { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
          for k in 0..<n { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
          for k in 0..<n { (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]) }
        }
      }
    }
    return ((0..<n).map { a[$0][$0] }, v)
  }
}
