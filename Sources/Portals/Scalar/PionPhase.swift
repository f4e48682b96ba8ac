import Foundation

/// Phase shift and inelasticity of pi pi scattering with isospin 0 and spin 0, from threshold to infinity.
///
/// Up to 1.42 GeV the constrained fit to data of arXiv:1102.2183; above, where there is no unique fit, the phase goes to 2 pi and the inelasticity to 1 by powers of s:
/// delta = 2 pi - gap/(1 + slope (s - s_c)/gap), 1 - eta = (1 - eta_c)(s_c/s)^4. The powers are the ones for which pi pi -> K Kbar falls as 1/s^2, so that its phase
/// also ends at 2 pi, as two form factors that fall as 1/s require (Muskhelishvili; Moussallam, hep-ph/9909292).
struct PionPhase: Sendable {
  let pion = PionPhaseInputs.pion.value
  let kaon = PionPhaseInputs.kaon.value
  private let eta = PionPhaseInputs.eta.value
  private let matching = PionPhaseInputs.matching.value
  private let phaseAtMatching: Double
  private let slopeAtMatching: Double
  /// The end of the fit, GeV^2.
  let end: Double
  private let phaseGap: Double
  private let slopeAtEnd: Double
  private let inelasticityAtEnd: Double

  init() {
    let step = 1e-5
    let joint = PionPhaseInputs.matching.value * PionPhaseInputs.matching.value
    phaseAtMatching = Self.conformalPhase(joint)
    slopeAtMatching = (Self.conformalPhase(joint + step) - Self.conformalPhase(joint - step)) / (2 * step)
    end = PionPhaseInputs.highest.value * PionPhaseInputs.highest.value
    phaseGap = 2 * .pi - Self.upperPhase(end)
    slopeAtEnd = (Self.upperPhase(end + step) - Self.upperPhase(end - step)) / (2 * step)
    inelasticityAtEnd = Self.upperInelasticity(end)
  }

  /// Where the forms of the phase join, GeV^2.
  var joint: Double { matching * matching }
  var pionThreshold: Double { 4 * pion * pion }
  var kaonThreshold: Double { 4 * kaon * kaon }
  var etaThreshold: Double { 4 * eta * eta }

  /// delta in radians at s in GeV^2, above the two-pion threshold.
  func phase(_ s: Double) -> Double {
    if s <= matching * matching { return Self.conformalPhase(s) }
    if s < kaonThreshold { return middlePhase(s) }
    if s <= end { return Self.upperPhase(s) }
    return 2 * .pi - phaseGap / (1 + slopeAtEnd / phaseGap * (s - end))
  }

  /// 1 - eta at s in GeV^2; zero below the two-kaon threshold.
  func absorption(_ s: Double) -> Double {
    if s <= kaonThreshold { return 0 }
    if s <= end { return 1 - Self.upperInelasticity(s) }
    let ratio = end / s
    return (1 - inelasticityAtEnd) * ratio * ratio * ratio * ratio
  }

  /// cot delta = (sqrt(s)/2k) m_pi^2/(s - z0^2/2) [z0^2/(m_pi sqrt(s)) + sum B_n w^n], w the conformal variable that is cut above 2 m_K, z0 = m_pi.
  private static func conformalPhase(_ s: Double) -> Double {
    let pion = PionPhaseInputs.pion.value
    let cut = 4 * PionPhaseInputs.kaon.value * PionPhaseInputs.kaon.value
    let (a, b) = (s.squareRoot(), max(0, cut - s).squareRoot())
    let w = (a - b) / (a + b)
    let series = pion / a + PionPhaseInputs.b0.value + w * (PionPhaseInputs.b1.value + w * (PionPhaseInputs.b2.value + w * PionPhaseInputs.b3.value))
    let momentum = max(0, s / 4 - pion * pion).squareRoot()
    return atan2(2 * momentum * (s - pion * pion / 2), a * pion * pion * series)
  }

  /// The polynomial in |k_K| that joins value and slope at 0.85 GeV to d_0 at the two-kaon threshold.
  private func middlePhase(_ s: Double) -> Double {
    let u = max(0, kaon * kaon - s / 4).squareRoot()
    let edge = (kaon * kaon - matching * matching / 4).squareRoot()
    let x = u / edge
    let radians = Double.pi / 180
    let (d0, c) = (PionPhaseInputs.d0.value * radians, PionPhaseInputs.c.value * radians)
    let joined = d0 * (1 - x) * (1 - x) + phaseAtMatching * x * (2 - x)
    return joined + u * (edge - u) * (8 * slopeAtMatching + c * (edge - u) / (kaon * kaon * kaon))
  }

  private static func upperPhase(_ s: Double) -> Double {
    let (kaon, eta) = (PionPhaseInputs.kaon.value, PionPhaseInputs.eta.value)
    let x = (s / 4 - kaon * kaon) / (kaon * kaon)
    let y = max(0, s / 4 - eta * eta) / (eta * eta)
    let degrees = PionPhaseInputs.d0.value + x * (PionPhaseInputs.upperB.value + x * PionPhaseInputs.upperC.value) + y * PionPhaseInputs.upperD.value
    return degrees * .pi / 180
  }

  private static func upperInelasticity(_ s: Double) -> Double {
    let (kaon, eta) = (PionPhaseInputs.kaon.value, PionPhaseInputs.eta.value)
    let x = max(0, 0.25 - kaon * kaon / s).squareRoot()
    let y = max(0, 0.25 - eta * eta / s).squareRoot()
    let bracket = PionPhaseInputs.epsilon1.value + x * (PionPhaseInputs.epsilon2.value + x * PionPhaseInputs.epsilon3.value)
    return exp(-x * bracket * bracket - PionPhaseInputs.epsilon4.value * y)
  }
}
