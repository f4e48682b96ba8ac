import Foundation
import Numerics
import Units

/// Decays of Standard Model particles into a Higgs-mixed scalar, branching ratios for sin theta = 1.
///
/// Flavour change by the top loop: L = xi (m_j/v) S dbar_i P_R d_j + h.c., xi = 3 m_t^2 V_ti* V_tj/(16 pi^2 v^2) (Willey and Yu 1982; arXiv:1904.10447), with the MS-bar
/// mass m_t(m_t): of first order in the loop, the pole mass would give rates 27 % higher. The scalar matrix element of P_R is half of that of dbar_i d_j (parity), so every
/// amplitude carries xi/(2 v).
package struct ScalarProduction: Sendable {
  private let strangeOverBottom: Double
  private let xiBottom: Double
  private let xiStrange: Double
  private let v = ElectroweakInputs.higgsVacuum

  /// Built once.
  package static func shared() throws -> ScalarProduction { try cached.get() }
  private static let cached = Result { try ScalarProduction(running: .shared()) }

  private init(running: RunningMass) throws {
    let bottom = QuarkInputs.bottom.value
    strangeOverBottom = running(QuarkInputs.strange.value, at: 2, to: bottom) / bottom
    let top = QuarkInputs.top.value
    let loop = 3 * top * top / (16 * .pi * .pi * v * v)
    xiBottom = loop * ElectroweakInputs.vts.value * ElectroweakInputs.vtb.value
    xiStrange = loop * ElectroweakInputs.vts.value * ElectroweakInputs.vtd.value
  }

  /// Width in GeV of B -> K_i S, or the same with a virtual scalar of mass sqrt(q2); zero at and above the threshold.
  func bottomWidth(_ state: StrangeState, parent: Double, q2: Double) -> Double {
    let k = state.mass.value
    guard q2 >= 0, parent > k + q2.squareRoot() else { return 0 }
    let kallen = Self.kallen(parent * parent, k * k, q2)
    let (heavy, root) = (parent * parent, kallen.squareRoot())
    let r = strangeOverBottom
    let matrixElement: Double =
      switch state.kind {
      case .pseudoscalar: (heavy - k * k) / (1 - r)
      case .scalar: (heavy - k * k - q2) / (1 + r)
      case .vector: root / (1 + r)
      case .axial: root / (1 - r)
      case .tensor: kallen / (parent * k * 6.0.squareRoot()) / (1 + r)
      }
    let amplitude = xiBottom / (2 * v) * matrixElement * state.formFactor(q2)
    return amplitude * amplitude * root / (16 * .pi * heavy * parent)
  }

  /// Width in GeV of a free b quark to s S: |C|^2 (m_b^2 - m^2)^2/(32 pi m_b^3), C = xi m_b/v; a check of the sum over ``StrangeState/all(charged:)``.
  package func inclusiveBottomWidth(mass: Double, bottomMass: Double) -> Double {
    guard mass < bottomMass else { return 0 }
    let coefficient = xiBottom * bottomMass / v
    let difference = bottomMass * bottomMass - mass * mass
    return coefficient * coefficient * difference * difference / (32 * .pi * bottomMass * bottomMass * bottomMass)
  }

  /// Width in GeV of B -> K_i S S through a virtual Higgs boson for L = -lambda S^2 H^dagger H, lambda = 1:
  /// 1/2 int dq^2/(2 pi) Gamma(B -> K_i h*(q^2)) (2 v)^2/(m_h^2 - q^2)^2 beta/(8 pi).
  func bottomPairWidth(_ state: StrangeState, parent: Double, mass: Double) -> Double {
    let largest = parent - state.mass.value
    guard 2 * mass < largest else { return 0 }
    let higgs = ElectroweakInputs.higgsMass.value
    let coupling = 4 * v * v
    let integral = Self.rule.integrate(from: 2 * mass, to: largest) { q -> Double in
      let squared = q * q
      let velocity = (1 - 4 * mass * mass / squared).squareRoot()
      let propagator = 1 / (higgs * higgs - squared)
      return 2 * q * bottomWidth(state, parent: parent, q2: squared) * coupling * propagator * propagator * velocity
    }
    return integral / (32 * .pi * .pi)
  }
  private static let rule = GaussLegendre(order: 32)

  /// Width in GeV of K+ -> pi+ S. The tree-level weak amplitude (Leutwyler and Shifman, Nucl. Phys. B 343 (1990) 369) is left out: 10 to 30 % of the amplitude.
  func chargedKaonWidth(mass: Double) -> Double {
    kaonWidth(parent: MesonInputs.chargedKaon.value, pion: MesonInputs.chargedPion.value, mass: mass)
  }

  /// Widths in GeV of K_L -> pi0 S, the CP-conserving (Re V_ts* V_td)^2, and of K_S -> pi0 S, the (Im V_ts* V_td)^2.
  func neutralKaonWidths(mass: Double) -> (long: Double, short: Double) {
    let width = kaonWidth(parent: MesonInputs.neutralKaon.value, pion: MesonInputs.neutralPion.value, mass: mass)
    let (c, s) = (cos(ScalarProductionInputs.beta.value * .pi / 180), sin(ScalarProductionInputs.beta.value * .pi / 180))
    return (width * c * c, width * s * s)
  }

  private func kaonWidth(parent: Double, pion: Double, mass: Double) -> Double {
    guard parent > pion + mass else { return 0 }
    let q2 = mass * mass
    let root = Self.kallen(parent * parent, pion * pion, q2).squareRoot()
    let pole = ScalarProductionInputs.pionPole.value
    let factor = ScalarProductionInputs.pionFactor.value / (1 - q2 / (pole * pole))
    let ratio = QuarkInputs.down.value / QuarkInputs.strange.value
    let amplitude = xiStrange / (2 * v) * (parent * parent - pion * pion) / (1 - ratio) * factor
    return amplitude * amplitude * root / (16 * .pi * parent * parent * parent)
  }

  /// BR(V -> gamma S)/BR(V -> e+ e-) = G_F m_V^2/(4 sqrt(2) pi alpha) (1 - m^2/m_V^2) (Wilczek, Phys. Rev. Lett. 39 (1977) 1304) times the QCD correction, 0.5 +- 0.5.
  static func quarkoniumRatio(meson: Double, mass: Double) -> Double {
    guard mass < meson else { return 0 }
    let strength = ElectroweakInputs.fermiConstant.value * meson * meson / (4 * 2.0.squareRoot() * .pi * PhysicalConstants.fineStructure.value)
    return strength * (1 - mass * mass / (meson * meson)) * ScalarProductionInputs.quarkoniumCorrection.value
  }

  private static func kallen(_ a: Double, _ b: Double, _ c: Double) -> Double { max(0, a * a + b * b + c * c - 2 * (a * b + a * c + b * c)) }
}
