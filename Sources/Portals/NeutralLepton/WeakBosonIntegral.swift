import Foundation
import Numerics

/// N -> l f f' over the squared mass s of the fermion pair, with the propagator of the W or Z: what the contact interaction becomes when the mass is not small.
///
/// The pair's current splits into a transverse part T and a longitudinal part L (docs/models/heavy-neutral-leptons.md). In unitary gauge the transverse part carries M^4/|s - M^2 + i M Gamma|^2,
/// the longitudinal one no propagator at all. In units of G_F^2 m^5 |U|^2/(192 pi^3) the width is 2 Int dy sqrt(lambda(1,y,x_l)) sqrt(lambda(1,r1,r2)) {P [(1-x_l)^2 + y(1+x_l) - 2y^2] 3T/2s
/// + [(1-x_l)^2 - y(1+x_l)] 3L/2s}. Relative error 1e-4.
struct WeakBosonIntegral {
  /// The width without its colour factor and quark mixing.
  let value: Double
  /// The mean over the width of ln(s/mu^2) and of its square, for the running of the strong coupling.
  let logarithm: Double
  let squaredLogarithm: Double

  static let zero = WeakBosonIntegral(value: 0, logarithm: 0, squaredLogarithm: 0)

  /// A boson in the propagator; `nil` for the contact interaction.
  struct Boson {
    let mass: Double
    let width: Double

    static let w = Boson(mass: ElectroweakInputs.wMass.value, width: ElectroweakInputs.wWidth.value)
    static let z = Boson(mass: ElectroweakInputs.zMass.value, width: ElectroweakInputs.zWidth.value)

    /// M^4/|s - M^2 + i M Gamma|^2.
    @inline(__always) func propagator(_ s: Double) -> Double {
      let square = mass * mass
      let distance = s - square
      return square * square / (distance * distance + square * width * width)
    }
  }

  /// l f f' through the W: V - A couplings with masses `first`, `second` of the pair.
  static func charged(_ mass: Double, lepton: Double, first: Double, second: Double, boson: Boson?, scale: Double) -> WeakBosonIntegral {
    guard mass > lepton + first + second else { return .zero }
    let m2 = mass * mass
    let (xl, x1, x2) = (lepton * lepton / m2, first * first / m2, second * second / m2)
    let difference = (1 - xl) * (1 - xl)
    let pair = first + second
    return integrate(mass, from: pair * pair, to: (mass - lepton) * (mass - lepton), boson, scale) { y, propagator in
      let (r1, r2) = (x1 / y, x2 / y)
      let longitudinal = r1 + r2 - (r1 - r2) * (r1 - r2)
      let transverse = (2 * (1 - r1 - r2) + longitudinal) / 3
      let phaseSpace = NeutralLeptonPhaseSpace.kallenRoot(1, y, xl) * NeutralLeptonPhaseSpace.kallenRoot(1, r1, r2)
      return 3 * phaseSpace * (propagator * (difference + y * (1 + xl) - 2 * y * y) * transverse + (difference - y * (1 + xl)) * longitudinal)
    }
  }

  /// nu f fbar through the Z, with left and right couplings of f.
  static func neutral(_ mass: Double, fermion: Double, left: Double, right: Double, boson: Boson?, scale: Double) -> WeakBosonIntegral {
    guard mass > 2 * fermion else { return .zero }
    let x = fermion * fermion / (mass * mass)
    let (vector, axial) = ((left + right) * (left + right), (left - right) * (left - right))
    return integrate(mass, from: 4 * fermion * fermion, to: mass * mass, boson, scale) { y, propagator in
      let r = x / y
      let velocitySquared = max(0, 1 - 4 * r)
      let transverse = (1 + 2 * y) * (vector * (1 + 2 * r) + axial * velocitySquared)
      return (1 - y) * (1 - y) * velocitySquared.squareRoot() * (propagator * transverse + 6 * r * axial)
    }
  }

  private static func integrate(
    _ mass: Double, from lower: Double, to upper: Double, _ boson: Boson?, _ scale: Double, _ f: (_ y: Double, _ propagator: Double) -> Double
  ) -> WeakBosonIntegral {
    let m2 = mass * mass
    var (sum, first, second) = (0.0, 0.0, 0.0)
    for node in MassNodes(from: lower, to: upper, boson) {
      let y = node.s / m2
      let value = node.weight / m2 * f(y, boson?.propagator(node.s) ?? 1)
      let logarithm = log(node.s / (scale * scale))
      sum += value
      first += value * logarithm
      second += value * logarithm * logarithm
    }
    guard sum > 0 else { return .zero }
    return WeakBosonIntegral(value: sum, logarithm: first / sum, squaredLogarithm: second / sum)
  }
}

/// Nodes in s between two ends with square-root behaviour, in pieces around the peak of a boson where that lies inside.
struct MassNodes: Sequence {
  private var nodes: [(s: Double, weight: Double)] = []

  init(from lower: Double, to upper: Double, _ boson: WeakBosonIntegral.Boson?) {
    guard upper > lower else { return }
    guard let boson else {
      append(lower, upper)
      return
    }
    let (below, above) = (boson.mass - 8 * boson.width, boson.mass + 8 * boson.width)
    func inside(_ s: Double) -> Double { Swift.min(Swift.max(lower, s), upper) }
    let edges = [lower, inside(below * below), inside(above * above), upper]
    nodes.reserveCapacity(72)
    append(edges[0], edges[1])
    appendPeak(edges[1], edges[2], boson)
    appendLogarithmic(edges[2], edges[3])
  }

  func makeIterator() -> IndexingIterator<[(s: Double, weight: Double)]> { nodes.makeIterator() }

  private mutating func append(_ lower: Double, _ upper: Double) {
    guard upper > lower else { return }
    let (half, middle) = (0.5 * (upper - lower), 0.5 * (upper + lower))
    for node in NeutralLeptonPhaseSpace.coarse { nodes.append((middle - half * node.cosine, half * node.weight)) }
  }

  /// In the angle of the Breit–Wigner curve.
  private mutating func appendPeak(_ lower: Double, _ upper: Double, _ boson: WeakBosonIntegral.Boson) {
    guard upper > lower else { return }
    let (square, product) = (boson.mass * boson.mass, boson.mass * boson.width)
    let (start, end) = (atan((lower - square) / product), atan((upper - square) / product))
    let (half, middle) = (0.5 * (end - start), 0.5 * (end + start))
    for node in NeutralLeptonPhaseSpace.coarse {
      let tangent = tan(middle - half * node.cosine)
      nodes.append((square + product * tangent, half * node.weight * product * (1 + tangent * tangent)))
    }
  }

  private mutating func appendLogarithmic(_ lower: Double, _ upper: Double) {
    guard upper > lower else { return }
    let (half, middle) = (0.5 * log(upper / lower), 0.5 * log(upper * lower))
    for node in NeutralLeptonPhaseSpace.coarse {
      let s = exp(middle - half * node.cosine)
      nodes.append((s, half * node.weight * s))
    }
  }
}
