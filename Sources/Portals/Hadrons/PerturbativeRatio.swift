import Foundation
import Numerics
import Units

/// R of quark pairs in perturbative QCD, to fourth order (PDG 2024, QCD review, eqs. (9.7)-(9.9); arXiv:0801.1821):
/// R = 3 sum x_q^2 [1 + a + (1.9857 - 0.1152 n) a^2 + (-6.63694 - 1.20013 n - 0.00518 n^2 - 1.240 eta) a^3
/// + (-156.61 + 18.775 n - 0.7974 n^2 + 0.0215 n^3 - (17.828 - 0.575 n) eta) a^4], a = alpha_s(sqrt(s))/pi, eta = (sum x)^2/(3 sum x^2).
///
/// Charm opens with the pairs D Dbar, D D*bar, D* D*bar in the spin weights 1 : 4 : 7 (De Rujula, Georgi, Glashow, PRL 37 (1976) 398), each with the factor
/// beta (3 - beta^2)/2 of a quark pair at that threshold; bottom likewise with B. Interference of the psi and Upsilon resonances with this continuum is dropped.
/// Axial couplings have the series without eta; the difference of the axial top and bottom loops, -a^2 of the bottom width, is left out.
struct PerturbativeRatio: Sendable {
  /// How the weight of a heavy quark is shared between its three lowest pairs of mesons.
  enum Opening: Sendable {
    case spinWeighted, lowestPair, highestPair
  }

  private let coupling: StrongCoupling
  private let charmThresholds: [Double]
  private let bottomThresholds: [Double]

  init() throws {
    coupling = try StrongCoupling.shared()
    let (d, dStar) = (HeavyQuarkInputs.dZero.value, HeavyQuarkInputs.dStarZero.value)
    charmThresholds = [2 * d, d + dStar, 2 * dStar]
    let (b, bStar) = (MesonInputs.bPlus.value, MesonInputs.bStar.value)
    bottomThresholds = [2 * b, b + bStar, 2 * bStar]
  }

  /// R at s in GeV^2, for sqrt(s) from 1.5 GeV to 1 TeV; top is not included.
  ///
  /// - Parameter scale: mu/sqrt(s), the renormalisation scale, at least 1 GeV.
  func callAsFunction(_ s: Double, _ couplings: QuarkCouplings, scale: Double = 1, opening: Opening = .spinWeighted) -> Double {
    let energy = s.squareRoot()
    let mu = min(max(scale * energy, StrongCoupling.scales.lowerBound), StrongCoupling.scales.upperBound)
    let a = coupling.overPi(mu)
    let logarithm = 2 * log(mu / energy)
    func ratio(_ flavours: Int, bottomAxial: Double = 1) -> Double { Self.series(a, logarithm, couplings, flavours: flavours, bottomAxial: bottomAxial) }
    let charm = Self.open(s, charmThresholds, opening)
    guard charm.vector > 0 else { return ratio(3) }
    let bottom = Self.open(s, bottomThresholds, opening)
    let withCharm = bottom.vector > 0 ? (1 - bottom.vector) * ratio(4) + bottom.vector * ratio(5, bottomAxial: bottom.axial / bottom.vector) : ratio(4)
    return charm.vector < 1 ? (1 - charm.vector) * ratio(3) + charm.vector * withCharm : withCharm
  }

  /// The shares of R of primary charm and bottom pairs, for energies above the resonances of each. Of the singlet term, (sum x)^2/3, a quark gets x sum x'/3, the
  /// interference of its pair with the three gluons of all quarks: the shares of all quarks add up to R.
  func heavyPairs(_ s: Double, _ couplings: QuarkCouplings) -> (charm: Double, bottom: Double) {
    let a = coupling.overPi(s.squareRoot())
    let charm = Self.open(s, charmThresholds, .spinWeighted)
    let bottom = Self.open(s, bottomThresholds, .spinWeighted)
    func pair(_ index: Int, flavours: Int, _ open: (vector: Double, axial: Double)) -> Double {
      let own = couplings.vector[index]
      let all = couplings.vector[0..<flavours].reduce(Complex.zero, +)
      let nonSinglet = Self.correction(a, 0, flavours: flavours, eta: 0)
      let singlet = (own.real * all.real + own.imaginary * all.imaginary) / 3 * (Self.correction(a, 0, flavours: flavours, eta: 1) - nonSinglet)
      let vector = open.vector * (own.squaredMagnitude * nonSinglet + singlet)
      return 3 * max(0, vector + open.axial * couplings.axialSquared[index] * nonSinglet)
    }
    let charmPair = (1 - bottom.vector) * pair(3, flavours: 4, charm) + bottom.vector * pair(3, flavours: 5, charm)
    return (charmPair, pair(4, flavours: 5, bottom))
  }

  /// The share of a massless quark that has opened, 0 to 1, for its vector current and, beta^3, for its axial one.
  private static func open(_ s: Double, _ thresholds: [Double], _ opening: Opening) -> (vector: Double, axial: Double) {
    let weights: [Double] =
      switch opening {
      case .spinWeighted: [1.0 / 12, 4.0 / 12, 7.0 / 12]
      case .lowestPair: [1, 0, 0]
      case .highestPair: [0, 0, 1]
      }
    var (vector, axial) = (0.0, 0.0)
    for (threshold, weight) in zip(thresholds, weights) {
      let squared = max(0, 1 - threshold * threshold / s)
      vector += weight * squared.squareRoot() * (3 - squared) / 2
      axial += weight * squared * squared.squareRoot()
    }
    return (vector, axial)
  }

  /// - Parameter logarithm: ln(mu^2/s), by which alpha_s(sqrt(s)) is expanded in alpha_s(mu) to the order of the series.
  private static func series(_ a: Double, _ logarithm: Double, _ couplings: QuarkCouplings, flavours: Int, bottomAxial: Double) -> Double {
    let vector = couplings.vector[0..<flavours]
    let squares = vector.reduce(0) { $0 + $1.squaredMagnitude }
    var axial = couplings.axialSquared[0..<flavours].reduce(0, +)
    if flavours == 5 { axial += (bottomAxial - 1) * couplings.axialSquared[4] }
    guard squares + axial > 0 else { return 0 }
    let sum = vector.reduce(Complex.zero, +).squaredMagnitude
    let vectorPart = squares > 0 ? squares * correction(a, logarithm, flavours: flavours, eta: sum / (3 * squares)) : 0
    return 3 * (vectorPart + (axial > 0 ? axial * correction(a, logarithm, flavours: flavours, eta: 0) : 0))
  }

  /// 1 + a + ..., with a at mu.
  private static func correction(_ a: Double, _ logarithm: Double, flavours: Int, eta: Double) -> Double {
    let n = Double(flavours)
    let second = 1.9857 - 0.1152 * n
    let third = -6.63694 - 1.20013 * n - 0.00518 * n * n - 1.240 * eta
    let fourth = -156.61 + 18.775 * n - 0.7974 * n * n + 0.0215 * n * n * n - (17.828 - 0.575 * n) * eta
    guard logarithm != 0 else { return 1 + a * (1 + a * (second + a * (third + a * fourth))) }
    let (b0, b1, b2) = StrongCoupling.betaCoefficients(flavours: n)
    let l = logarithm
    let first = b0 * l
    let quadratic = b0 * b0 * l * l + b1 * l
    let cubic = b0 * b0 * b0 * l * l * l + 2.5 * b0 * b1 * l * l + b2 * l
    let c2 = second + first
    let c3 = third + 2 * second * first + quadratic
    let c4 = fourth + 3 * third * first + second * (2 * quadratic + first * first) + cubic
    return 1 + a * (1 + a * (c2 + a * (c3 + a * c4)))
  }
}
