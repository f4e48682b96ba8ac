import Foundation
import Numerics

/// The amplitude T12 of pi pi -> K Kbar in the I = 0 S wave (S12 = 2 i sqrt(sigma_pi sigma_K) T12), derived from the elastic pi pi channel alone.
///
/// Its phase below 2 m_K is the pi pi phase (Watson), its modulus above is sqrt(1 - eta^2)/(2 sqrt(sigma_pi sigma_K)) (unitarity of two channels). For a function without
/// zeros both follow everywhere: h(s) = ln[T12/L] / sqrt(4 m_K^2 - s) has Im h = phase/sqrt(4 m_K^2 - s) below and ln|T12/L|/sqrt(s - 4 m_K^2) above threshold,
/// and h = (1/pi) int Im h/(s' - s) (the square-root trick of hep-ph/0310283). L = s/(1 + s/s_L): the Adler zero at s = 0 and one pole that stands for the left-hand cut.
/// s_L is not free: T12'(0) = sqrt(3)/(64 pi F_pi^2), the low-energy theorem of chiral symmetry. A change of that slope by 30 % changes the pion form factors by 4 %
/// below 0.95 GeV and the kaon ones by 5 %.
struct KaonPairAmplitude: Sendable {
  private let phase: PionPhase
  private let below: [(x: Double, weight: Double)]
  private let phaseBelow: [Double]
  private let above: [(x: Double, weight: Double)]
  private let logarithmAbove: [Double]
  /// s_L in GeV^2.
  let leftHandPole: Double

  init(_ phase: PionPhase) throws {
    self.phase = phase
    let rule = GaussLegendre(order: 80)
    let threshold = phase.kaonThreshold
    let bottom = (threshold - phase.pionThreshold).squareRoot()
    let joint = (threshold - phase.joint).squareRoot()
    // s = threshold - u^2 below, threshold + v^2 above, v = v_c/z to infinity.
    let lower = Self.composite(rule, [0, 0.12 * joint, 0.35 * joint, joint, bottom])
    let end = (phase.end - threshold).squareRoot()
    let etaOpening = (phase.etaThreshold - threshold).squareRoot()
    let tail = Self.composite(rule, [0, 0.05, 0.2, 0.5, 1]).map { (x: end / $0.x, weight: end / ($0.x * $0.x) * $0.weight) }
    let upper = Self.composite(rule, [0, 0.1, 0.3, etaOpening, end]) + tail
    below = lower
    above = upper
    phaseBelow = lower.map { phase.phase(threshold - $0.x * $0.x) }
    // Everything but the left-hand pole.
    let bare = upper.map { node -> Double in
      let s = threshold + node.x * node.x
      return log(Self.modulus(s, phase) / s)
    }
    let fPion = PionPhaseInputs.decayConstant.value
    let slope = log(3.0.squareRoot() / (64 * .pi * fPion * fPion))
    let root = threshold.squareRoot()
    let fixed = zip(lower, phaseBelow).reduce(0) { $0 + $1.0.weight * $1.1 / (threshold - $1.0.x * $1.0.x) }
    let pole = try RootFinding.brentLog("left-hand pole of pi pi -> K Kbar", in: 0.02, 50) { pole in
      var sum = fixed
      for (node, value) in zip(upper, bare) {
        let s = threshold + node.x * node.x
        sum += node.weight * (value + log(1 + s / pole)) / s
      }
      return 2 * root * sum / .pi - slope
    }
    leftHandPole = pole
    logarithmAbove = zip(upper, bare).map { $1 + log(1 + (threshold + $0.x * $0.x) / pole) }
  }

  /// T12 at s in GeV^2, above the two-pion threshold and not at the two-kaon one.
  func callAsFunction(_ s: Double) -> Complex {
    let threshold = phase.kaonThreshold
    let leading = s / (1 + s / leftHandPole)
    if s < threshold {
      let u = (threshold - s).squareRoot()
      let here = phase.phase(s)
      let bottom = (threshold - phase.pionThreshold).squareRoot()
      var sum = here / (2 * u) * log((bottom + u) / (bottom - u))
      for (node, value) in zip(below, phaseBelow) where node.x != u { sum += node.weight * (value - here) / (u * u - node.x * node.x) }
      for (node, value) in zip(above, logarithmAbove) { sum += node.weight * value / (node.x * node.x + u * u) }
      return .polar(leading * exp(2 * u * sum / .pi), phase: here)
    }
    let v = (s - threshold).squareRoot()
    let modulus = Self.modulus(s, phase)
    let here = log(modulus / leading)
    var sum = 0.0
    for (node, value) in zip(below, phaseBelow) { sum -= node.weight * value / (v * v + node.x * node.x) }
    for (node, value) in zip(above, logarithmAbove) where node.x != v { sum += node.weight * (value - here) / (node.x * node.x - v * v) }
    return .polar(modulus, phase: -2 * v * sum / .pi)
  }

  private static func modulus(_ s: Double, _ phase: PionPhase) -> Double {
    let absorbed = phase.absorption(s)
    let velocities = (1 - phase.pionThreshold / s) * (1 - phase.kaonThreshold / s)
    return (absorbed * (2 - absorbed)).squareRoot() / (2 * velocities.squareRoot().squareRoot())
  }

  private static func composite(_ rule: GaussLegendre, _ cuts: [Double]) -> [(x: Double, weight: Double)] {
    zip(cuts, cuts.dropFirst()).flatMap { rule.mapped(from: $0, to: $1) }
  }
}
