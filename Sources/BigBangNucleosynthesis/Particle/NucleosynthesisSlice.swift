import EarlyUniverse
import Foundation
import Likelihoods
import Synchronization
import Units

/// The light elements at one mass against the coupling.
///
/// The logarithms of Yp, D/H and He3/H relative to the Standard Model are computed where they are asked for, at couplings two (power 1: |U|^2) or four (power 2) to the decade, which is two
/// values of the lifetime to the decade, and four times as densely where the step from the Standard Model passes from small to large, unless it is level. Between them asinh(10^5 r) is interpolated: linear
/// where the particle does nothing, logarithmic where it does much. Where it decides, the step is right to 10 %, and edges of excluded regions to 5 %; elsewhere to 50 %.
final class NucleosynthesisSlice: MassSlice {
  let couplingRange: ClosedRange<Double>
  let couplingRangeReason: String
  private let particle: ParticleNucleosynthesis
  private let test: LightElementTest
  /// Of the fine grid.
  private let nodesPerDecade: Double
  private let nodes = Mutex<[Int: Node]>([:])
  /// Fine cells in a coarse one.
  private static let refinement = 4
  /// Steps in standard deviations between which the verdict changes.
  private static let deciding = 0.3...12

  private struct Node: Sendable {
    let response: Response
    /// Step from the Standard Model in standard deviations.
    let step: Double
  }

  init(_ particle: ParticleNucleosynthesis, test: LightElementTest, couplingRange: ClosedRange<Double>, couplingRangeReason: String) {
    self.particle = particle
    self.test = test
    self.couplingRange = couplingRange
    self.couplingRangeReason = couplingRangeReason
    nodesPerDecade = 2 * particle.calculation.couplingPower * Double(Self.refinement)
  }

  func evidence(at coupling: Double) throws -> Evidence {
    .measurement(test.outcome(of: try response(at: coupling).applied(to: LightElementPrediction(test.standard))).measurement)
  }

  func explanation(at coupling: Double) throws -> [ExplainedQuantity] {
    let result = try particle.result(coupling: coupling)
    let outcome = test.outcome(of: result.abundances)
    return NucleosynthesisExplanation(result, particle.decay, outcome, standard: test.standard).quantities
  }

  private func response(at coupling: Double) throws -> Response {
    let position = log10(coupling) * nodesPerDecade
    let fine = Int(position.rounded(.down))
    let coarse = Int((Double(fine) / Double(Self.refinement)).rounded(.down)) * Self.refinement
    // At the end of the couplings that the portal accepts there is no next one.
    guard let left = try? node(coarse), let right = try? node(coarse + Self.refinement) else {
      return Response(try particle.abundances(coupling: coupling), over: test.standard)
    }
    let decides =
      max(left.step, right.step) > Self.deciding.lowerBound && min(left.step, right.step) < Self.deciding.upperBound
      && !isLevel(around: coarse)
    return try decides ? interpolated(position, from: fine, stride: 1) : interpolated(position, from: coarse, stride: Self.refinement)
  }

  /// Whether four coarse nodes around a cell have the same step to 3 %: where the particle is in equilibrium whatever its coupling.
  private func isLevel(around coarse: Int) -> Bool {
    let steps = [-1, 0, 1, 2].compactMap { try? node(coarse + $0 * Self.refinement).step }
    guard steps.count == 4, let least = steps.min(), let largest = steps.max() else { return false }
    return largest < 1.03 * least
  }

  /// Lagrange's polynomial through four nodes around the one that begins the cell; a line where a polynomial would overshoot.
  private func interpolated(_ position: Double, from cell: Int, stride: Int) throws -> Response {
    let (b, c) = (try node(cell).response, try node(cell + stride).response)
    let u = (position - Double(cell)) / Double(stride)
    guard let a = try? node(cell - stride).response, let d = try? node(cell + 2 * stride).response,
      ![(a, b), (b, c), (c, d)].contains(where: { $0.0.jumps(to: $0.1) })
    else { return Response.combination([(b, 1 - u), (c, u)]) }
    return Response.combination([
      (a, -u * (u - 1) * (u - 2) / 6), (b, (u + 1) * (u - 1) * (u - 2) / 2), (c, -(u + 1) * u * (u - 2) / 2), (d, (u + 1) * u * (u - 1) / 6),
    ])
  }

  private func node(_ index: Int) throws -> Node {
    if let known = nodes.withLock({ $0[index] }) { return known }
    let abundances = try particle.abundances(coupling: pow(10, Double(index) / nodesPerDecade))
    let node = Node(response: Response(abundances, over: test.standard), step: test.outcome(of: abundances).measurement.signal)
    nodes.withLock { $0[index] = node }
    return node
  }
}

/// asinh(10^5 r) of r = ln X/X_SM for Yp, D/H and He3/H.
private struct Response: Sendable {
  private var values: [Double]
  private static let scale = 1e5
  /// What is left of an element that is destroyed: e^-40.
  private static let least = -40.0

  init(_ abundances: Abundances, over standard: Abundances) {
    func ratio(_ a: Double, _ b: Double) -> Double { asinh(Self.scale * max(Self.least, log(max(a, 1e-300) / b))) }
    values = [
      ratio(abundances.heliumFraction, standard.heliumFraction), ratio(abundances.deuterium, standard.deuterium), ratio(abundances.helium3, standard.helium3),
    ]
  }

  /// Whether a polynomial through both would overshoot: a factor of 10 in the effect, or a change of its sign.
  func jumps(to other: Response) -> Bool { zip(values, other.values).contains { abs($0 - $1) > 2.5 } }

  static func combination(_ parts: [(Response, Double)]) -> Response {
    var sum = parts[0].0
    for i in sum.values.indices { sum.values[i] = parts.reduce(0) { $0 + $1.1 * $1.0.values[i] } }
    return sum
  }

  func applied(to prediction: LightElementPrediction) -> LightElementPrediction {
    let r = values.map { sinh($0) / Self.scale }
    return prediction.changed(helium4: r[0], deuterium: r[1], helium3: r[2])
  }
}
