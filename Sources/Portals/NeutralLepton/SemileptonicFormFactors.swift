import Foundation
import Numerics

/// Form factors of a semileptonic decay M -> M' l N at the squared momentum q2 of the lepton pair, GeV^2.
enum SemileptonicFormFactors: Sendable {
  /// Pseudoscalar daughter: f_+(q2), f_0(q2).
  case pseudoscalar(plus: Curve, scalar: Curve)
  /// Vector daughter: V, A0, A1, A2.
  case vector(v: Curve, a0: Curve, a1: Curve, a2: Curve)

  /// One form factor as a function of q2.
  enum Curve: Sendable {
    /// f(0)/(1 - q2/pole^2).
    case pole(Double, pole: Double)
    /// f(0)/[(1 - q2/M^2)(1 - s1 q2/M^2 + s2 q2^2/M^4)], the extra pole only where `hasPole`: Melikhov and Stech, hep-ph/0001113.
    case doublePole(Double, s1: Double, s2: Double, mass: Double, hasPole: Bool)
    /// [f(0) - c (z - z0)(1 + (z + z0)/2)]/(1 - P q2), arXiv:1706.03017.
    case shiftedZ(Double, slope: Double, pole: Double, frame: ZVariable)
    /// (1 - q2/pole^2)^-1 sum a_n [z^n - (-1)^(n-N) (n/N) z^N]: Bourrely, Caprini, Lellouch for f_+; `pole` nil for none.
    case bclPlus([Double], pole: Double?, frame: ZVariable)
    /// (1 - q2/pole^2)^-1 sum a_n z^n for f_0.
    case bclScalar([Double], pole: Double?, frame: ZVariable)

    func callAsFunction(_ q2: Double) -> Double {
      switch self {
      case .pole(let value, let pole): return value / (1 - q2 / (pole * pole))
      case .doublePole(let value, let s1, let s2, let mass, let hasPole):
        let x = q2 / (mass * mass)
        return value / ((hasPole ? 1 - x : 1) * (1 - s1 * x + s2 * x * x))
      case .shiftedZ(let value, let slope, let pole, let frame):
        let (z, z0) = (frame(q2), frame(0))
        return (value - slope * (z - z0) * (1 + 0.5 * (z + z0))) / (1 - pole * q2)
      case .bclPlus(let coefficients, let pole, let frame):
        let z = frame(q2)
        let count = coefficients.count
        let last = pow(z, Double(count)) / Double(count)
        var (sum, power) = (0.0, 1.0)
        for (n, coefficient) in coefficients.enumerated() {
          let sign: Double = (count - n).isMultiple(of: 2) ? 1 : -1
          sum += coefficient * (power - sign * Double(n) * last)
          power *= z
        }
        return sum / Self.poleFactor(q2, pole)
      case .bclScalar(let coefficients, let pole, let frame):
        let z = frame(q2)
        return coefficients.reversed().reduce(0) { $0 * z + $1 } / Self.poleFactor(q2, pole)
      }
    }

    private static func poleFactor(_ q2: Double, _ pole: Double?) -> Double { pole.map { 1 - q2 / ($0 * $0) } ?? 1 }
  }

  /// z(q2) = (sqrt(t+ - q2) - sqrt(t+ - t0))/(sum), t+ = (M + m)^2, t0 = (M + m)(sqrt M - sqrt m)^2.
  struct ZVariable: Sendable {
    private let threshold: Double
    private let root: Double

    init(parent: Double, daughter: Double) {
      threshold = (parent + daughter) * (parent + daughter)
      let difference = parent.squareRoot() - daughter.squareRoot()
      root = max(0, threshold - (parent + daughter) * difference * difference).squareRoot()
    }

    func callAsFunction(_ q2: Double) -> Double {
      let here = max(0, threshold - q2).squareRoot()
      return (here - root) / (here + root)
    }
  }

  /// The squared helicity amplitudes summed over the daughter's polarisation (transverse to q) and the timelike one, in GeV^2.
  func helicitySums(_ q2: Double, parent: Double, daughter: Double) -> (transverse: Double, timelike: Double) {
    let (m2, d2) = (parent * parent, daughter * daughter)
    let kallen = NeutralLeptonPhaseSpace.kallen(m2, d2, q2)
    switch self {
    case .pseudoscalar(let plus, let scalar):
      let (p, s) = (plus(q2), scalar(q2))
      return (kallen * p * p / q2, (m2 - d2) * (m2 - d2) * s * s / q2)
    case .vector(let v, let a0, let a1, let a2):
      let root = kallen.squareRoot()
      let (axial, vector) = ((parent + daughter) * a1(q2), root / (parent + daughter) * v(q2))
      let zero = ((m2 - d2 - q2) * axial - kallen / (parent + daughter) * a2(q2)) / (2 * daughter * q2.squareRoot())
      let time = a0(q2)
      return (2 * (axial * axial + vector * vector) + zero * zero, kallen * time * time / q2)
    }
  }
}
