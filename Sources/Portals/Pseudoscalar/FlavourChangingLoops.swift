import Foundation
import Units

/// Flavour-changing couplings L = k_ij (d_mu a/f) dbar_iL gamma^mu d_jL that top and W loops make (arXiv:2012.12272, 2102.13112).
struct FlavourChangingLoops: Sendable {
  let portal: PseudoscalarPortal
  /// Lambda in GeV.
  let ultravioletScale: Double

  /// k_ij/(V_ti* V_tj), dimensionless, for the couplings given at `ultravioletScale`:
  ///
  /// (y_t^2/16 pi^2){c_t [ln(Lambda/m_t) - 1/4 - (3/2) g(x)] - (alpha_s/pi)^2 c_g ln^2(Lambda/m_t) - (3 alpha/(2 pi s_W^2)) c_W (1 - x + x ln x)/(1 - x)^2},
  /// g = (1 - x + ln x)/(1 - x)^2, x = m_t^2/m_W^2. The gluon term is the leading double logarithm (gluons induce c_t = -2 (alpha_s/pi)^2 c_g ln, which induces k), alpha_s at
  /// sqrt(Lambda m_t): 26 % above the resummed -6.1e-5 of arXiv:2110.10698 at 4 pi TeV; single logarithms are unknown here and change the rate at 1 TeV by a factor of a few.
  func universal() throws -> Double {
    let top = QuarkInputs.top.value
    let v = ElectroweakInputs.higgsVacuum
    let yukawa = 2 * top * top / (v * v)
    let ratio = top / ElectroweakInputs.wMass.value
    let x = ratio * ratio
    let g = (1 - x + log(x)) / ((1 - x) * (1 - x))
    let logarithm = log(ultravioletScale / top)
    var bracket = portal.couplings.top * (logarithm - 0.25 - 1.5 * g)
    if portal.couplings.gluon != 0 {
      let strong = try StrongCoupling.shared()
      let scale = min(StrongCoupling.scales.upperBound, (ultravioletScale * top).squareRoot())
      let a = strong.overPi(scale)
      bracket -= a * a * portal.couplings.gluon * logarithm * logarithm
    }
    let weak = 3 * PhysicalConstants.fineStructure.value / (2 * .pi * ElectroweakInputs.weakMixing.value)
    bracket -= weak * portal.couplings.weak * (1 - x + x * log(x)) / ((1 - x) * (1 - x))
    return yukawa / (16 * .pi * .pi) * bracket
  }
}
