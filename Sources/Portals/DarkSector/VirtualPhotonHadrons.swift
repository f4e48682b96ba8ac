import Foundation
import Numerics
import Units

/// Integrals over the hadronic width of a virtual dark photon, with nodes that follow the narrow resonances; built once.
struct VirtualPhotonHadrons: Sendable {
  private let edges: [Double]
  /// Per cell: s in GeV^2 and the quadrature weight times sqrt(s) Gamma_had(sqrt s)/epsilon^2 = alpha s R/3.
  private let cells: [[(s: Double, weight: Double)]]
  private static let rule = GaussLegendre(order: 5)

  static let shared: Result<VirtualPhotonHadrons, any Error> = Result { try VirtualPhotonHadrons() }

  private init() throws {
    let lowest = MesonInputs.neutralPion.value
    let highest = InelasticDecay.largestSplitting
    var edges = (0...60).map { lowest * pow(highest / lowest, Double($0) / 60) }
    edges += [2 * MesonInputs.chargedPion.value, 2 * MesonInputs.chargedKaon.value]
    let narrow =
      [(MesonInputs.omega.value, DarkSectorInputs.omegaWidth.value), (MesonInputs.phi.value, DarkSectorInputs.phiWidth.value)]
      + HeavyQuarkInputs.quarkonia.map { ($0.mass.value, $0.width.value) }
    for (mass, width) in narrow {
      for power in 0..<8 { edges += [mass - width * pow(2, Double(power)) / 2, mass + width * pow(2, Double(power)) / 2] }
    }
    let inside = edges.filter { $0 >= lowest && $0 <= highest }.sorted()
    self.edges = inside
    cells = try zip(inside, inside.dropFirst()).map { try Self.cell(from: $0, to: $1) }
  }

  /// The integral of f(s) sqrt(s) Gamma_had(sqrt s)/epsilon^2 over s from the pi0 mass to `energy`^2, in GeV^4 times the unit of f.
  ///
  /// Adding up the narrow resonances to 1e-3; `energy` at most ``InelasticDecay/largestSplitting``.
  func integral(upTo energy: Double, _ f: (Double) -> Double) throws -> Double {
    var sum = 0.0
    for (index, cell) in cells.enumerated() {
      if edges[index + 1] <= energy {
        for node in cell { sum += node.weight * f(node.s) }
      } else {
        for node in try Self.cell(from: edges[index], to: energy) { sum += node.weight * f(node.s) }
        break
      }
    }
    return sum
  }

  private static func cell(from lower: Double, to upper: Double) throws -> [(s: Double, weight: Double)] {
    let decay = VectorDecay(.darkPhoton)
    guard upper > lower else { return [] }
    return try rule.mapped(from: lower, to: upper).map { energy, weight in
      let ratio = try decay.hadronicRatio(mass: energy)
      return (energy * energy, weight * 2 * energy * PhysicalConstants.fineStructure.value * energy * energy * ratio / 3)
    }
  }
}
