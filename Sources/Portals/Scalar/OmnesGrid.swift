import Foundation
import Numerics

/// The points in s at which the Muskhelishvili–Omnès equations are solved: pieces with Gauss–Legendre nodes in a variable in which amplitudes are smooth
/// (the square root of the distance to a threshold, 1/s in the tail), and the principal-value integral over them.
struct OmnesGrid: Sendable {
  /// How s depends on the variable of a piece.
  private enum Map: Sendable {
    case above(Double)
    case below(Double)
    case inverse(Double)

    func s(_ u: Double) -> Double {
      switch self {
      case .above(let edge): edge + u * u
      case .below(let edge): edge - u * u
      case .inverse(let edge): edge / u
      }
    }
    func slope(_ u: Double) -> Double {
      switch self {
      case .above: 2 * u
      case .below: -2 * u
      case .inverse(let edge): -edge / (u * u)
      }
    }
    func variable(_ s: Double) -> Double {
      switch self {
      case .above(let edge): max(0, s - edge).squareRoot()
      case .below(let edge): max(0, edge - s).squareRoot()
      case .inverse(let edge): edge / s
      }
    }
  }

  private struct Piece: Sendable {
    let map: Map
    let from: Double
    let to: Double
  }

  static let order = 8
  private let pieces: [Piece]
  private let reference: [Double]
  private let barycentric: [Double]
  private let lowest: Double
  /// s of the nodes in GeV^2 in ascending order, and their weights in an integral over s.
  let nodes: [Double]
  let weights: [Double]

  init(_ phase: PionPhase) {
    let (pionThreshold, kaonThreshold) = (phase.pionThreshold, phase.kaonThreshold)
    // Kinks of the phase are ends of pieces; the other ends only share out the nodes.
    let (first, second) = (0.36, phase.joint)
    func ascending(_ map: Map, _ cuts: [Double]) -> [Piece] { zip(cuts, cuts.dropFirst()).map { Piece(map: map, from: $0, to: $1) } }
    let joint = (kaonThreshold - second).squareRoot()
    let last = 1.5
    pieces =
      ascending(.above(pionThreshold), [0, (first - pionThreshold).squareRoot(), (second - pionThreshold).squareRoot()])
      + ascending(.below(kaonThreshold), [joint, 0.35 * joint, 0.12 * joint, 0])
      + ascending(.above(kaonThreshold), [0, 0.1, 0.3, 0.6, 1.0, last]) + ascending(.inverse(kaonThreshold + last * last), [1, 0.6, 0.3, 0.1, 0])
    lowest = pionThreshold
    let rule = GaussLegendre(order: Self.order)
    let points = rule.nodes.sorted()
    reference = points
    barycentric = points.map { x in 1 / points.reduce(1) { $1 == x ? $0 : $0 * (x - $1) } }
    let byNode = Dictionary(zip(rule.nodes, rule.weights)) { first, _ in first }
    var (nodes, weights): ([Double], [Double]) = ([], [])
    for piece in pieces {
      let half = 0.5 * (piece.to - piece.from)
      for x in points {
        let u = 0.5 * (piece.from + piece.to) + half * x
        nodes.append(piece.map.s(u))
        weights.append(half * (byNode[x] ?? 0) * piece.map.slope(u))
      }
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The matrix P with (P y)_i = (1/pi) PV int y(s')/(s' - s_i) ds' for a function y given at the nodes that falls faster than 1/ln s.
  ///
  /// y(s_i) s_i/s' is subtracted under the integral; what remains is smooth, and its value at s' = s_i is y' + y/s by the derivative inside the piece.
  func principalValue() -> [[Double]] {
    let count = nodes.count
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    let derivative = referenceDerivative()
    for i in 0..<count {
      let s = nodes[i]
      var diagonal = weights[i] / s - log(abs(s - lowest) / lowest)
      for j in 0..<count where j != i {
        let kernel = weights[j] / (nodes[j] - s)
        matrix[i][j] += kernel
        diagonal -= kernel * s / nodes[j]
      }
      let (index, local) = (i / Self.order, i % Self.order)
      let piece = pieces[index]
      let half = 0.5 * (piece.to - piece.from)
      let u = 0.5 * (piece.from + piece.to) + half * reference[local]
      let scale = 1 / (half * piece.map.slope(u))
      for k in 0..<Self.order { matrix[i][index * Self.order + k] += weights[i] * scale * derivative[local][k] }
      matrix[i][i] += diagonal
      for j in 0..<count { matrix[i][j] /= .pi }
    }
    return matrix
  }

  /// The value at s of a function known at the nodes, by the polynomial of its piece; s at or above the two-pion threshold.
  func interpolate(_ values: [Complex], at s: Double) -> Complex {
    let index = pieces.firstIndex { s < $0.map.s($0.to) } ?? pieces.count - 1
    let piece = pieces[index]
    let x = (2 * piece.map.variable(s) - piece.from - piece.to) / (piece.to - piece.from)
    var (numerator, denominator) = (Complex.zero, 0.0)
    for k in 0..<Self.order {
      let value = values[index * Self.order + k]
      if x == reference[k] { return value }
      let weight = barycentric[k] / (x - reference[k])
      numerator += weight * value
      denominator += weight
    }
    return (1 / denominator) * numerator
  }

  /// d/dx of the interpolating polynomial on the nodes in [-1, 1].
  private func referenceDerivative() -> [[Double]] {
    let n = Self.order
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for i in 0..<n {
      for j in 0..<n where j != i {
        matrix[i][j] = barycentric[j] / barycentric[i] / (reference[i] - reference[j])
        matrix[i][i] -= matrix[i][j]
      }
    }
    return matrix
  }
}
