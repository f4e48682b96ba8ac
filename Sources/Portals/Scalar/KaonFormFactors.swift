import Foundation
import Units

/// One strange meson into which a B decays with a scalar: mass, spin and parity, and the form factor of its kind.
struct StrangeState: Sendable {
  enum Kind: Sendable { case pseudoscalar, scalar, vector, axial, tensor }

  /// Name without charge, for example `K*(892)`.
  let name: String
  let kind: Kind
  let mass: Input
  let formFactor: @Sendable (Double) -> Double

  /// The nine states of 1904.10447, whose numbers its public code and ALPINIST share (one coefficient differs by 7 %); K and K*(892) with newer form factors.
  static func all(charged: Bool) -> [StrangeState] {
    [
      StrangeState(
        name: "K", kind: .pseudoscalar, mass: charged ? MesonInputs.chargedKaon : MesonInputs.neutralKaon, formFactor: BeautyToStrange.kaon),
      StrangeState(
        name: "K*(892)", kind: .vector, mass: charged ? MesonInputs.chargedKStar : MesonInputs.neutralKStar, formFactor: BeautyToStrange.kStar),
      StrangeState(name: "K0*(700)", kind: .scalar, mass: ScalarProductionInputs.kappa) { ScalarProductionInputs.kappaFactor.value($0) },
      StrangeState(name: "K1(1270)", kind: .axial, mass: ScalarProductionInputs.k1Light) { ScalarProductionInputs.axialFactor($0, light: true) },
      StrangeState(name: "K1(1400)", kind: .axial, mass: ScalarProductionInputs.k1Heavy) { ScalarProductionInputs.axialFactor($0, light: false) },
      StrangeState(name: "K*(1410)", kind: .vector, mass: ScalarProductionInputs.kStar1410) {
        ScalarProductionInputs.softVectorFactor($0, mass: ScalarProductionInputs.kStar1410.value, ScalarProductionInputs.kStar1410Limits)
      },
      StrangeState(name: "K0*(1430)", kind: .scalar, mass: ScalarProductionInputs.k0Star1430) { ScalarProductionInputs.k0Star1430Factor.value($0) },
      StrangeState(name: "K2*(1430)", kind: .tensor, mass: ScalarProductionInputs.k2Star1430) { q2 in
        ScalarProductionInputs.tensorFactor.value(q2) / (1 - q2 / (MesonInputs.bPlus.value * MesonInputs.bPlus.value))
      },
      StrangeState(name: "K*(1680)", kind: .vector, mass: ScalarProductionInputs.kStar1680) {
        ScalarProductionInputs.softVectorFactor($0, mass: ScalarProductionInputs.kStar1680.value, ScalarProductionInputs.kStar1680Limits)
      },
    ]
  }
}

/// F(0)/(1 - a q^2/m_B^2 + b q^4/m_B^4).
struct PoleFormFactor: Sendable {
  let atZero: Input
  let a: Input
  let b: Input
  var inputs: [Input] { [atZero, a, b] }

  init(_ name: String, _ atZero: Double, _ a: Double, _ b: Double, source: String) {
    self.atZero = Input("\(name): value at q^2 = 0", atZero, source: source, status: .twoSources)
    self.a = Input("\(name): a", a, source: source, status: .twoSources)
    self.b = Input("\(name): b", b, source: source, status: .twoSources)
  }

  func value(_ q2: Double) -> Double {
    let x = q2 / (MesonInputs.bPlus.value * MesonInputs.bPlus.value)
    return atZero.value / (1 - x * (a.value - x * b.value))
  }
}

/// Inputs of production: strange resonances, form factors, mixing angles.
enum ScalarProductionInputs {
  private static let pdg = "PDG 2024"
  private static let boiarska = "arXiv:1904.10447, appendix C, as in the public codes scalar_portal and ALPINIST"

  static let kappa = mass("K0*(700)", 0.845)
  static let k1Light = mass("K1(1270)", 1.253)
  static let k1Heavy = mass("K1(1400)", 1.403)
  static let kStar1410 = mass("K*(1410)", 1.414)
  static let k0Star1430 = mass("K0*(1430)", 1.425)
  static let k2Star1430 = mass("K2*(1430)", 1.4273)
  static let kStar1680 = mass("K*(1680)", 1.718)
  static let upsilon = mass("Upsilon(1S)", 9.4604)

  static let kappaFactor = PoleFormFactor("B -> K0*(700) f_+", 0.46, 1.6, 1.35, source: boiarska)
  static let k0Star1430Factor = PoleFormFactor("B -> K0*(1430) f_+", 0.17, 4.4, 6.4, source: boiarska)
  static let axialA = PoleFormFactor("B -> K1A V_0", 0.22, 2.4, 1.78, source: boiarska)
  static let axialB = PoleFormFactor("B -> K1B V_0", -0.45, 1.34, 0.69, source: boiarska)
  static let tensorFactor = PoleFormFactor("B -> K2*(1430) A_0", 0.23, 1.23, 0.74, source: boiarska)
  static let k1AMass = Input("K1A mass", 1.31, unit: "GeV", source: boiarska, status: .twoSources)
  static let k1BMass = Input("K1B mass", 1.34, unit: "GeV", source: boiarska, status: .twoSources)
  static let k1Angle = Input("K1 mixing angle", -34, unit: "deg", source: boiarska, status: .twoSources)
  /// xi_perp(0), xi_par(0).
  static let kStar1410Limits = softLimits("K*(1410)", 0.28, 0.22)
  static let kStar1680Limits = softLimits("K*(1680)", 0.24, 0.18)

  static let pionFactor = Input("K -> pi f_+(0)", 0.9698, uncertainty: 0.0017, source: "FLAG, arXiv:2111.09849", status: .twoSources)
  static let pionPole = Input("scalar pole of K -> pi", 1.252, unit: "GeV", source: "scalar slope of K_l3, PDG 2024", status: .twoSources)
  static let beta = Input("unitarity angle beta: phase of V_td", 22.6, unit: "deg", uncertainty: 0.5, source: pdg, status: .recalled)
  static let upsilonToElectrons = Input("BR(Upsilon(1S) -> e+ e-)", 0.0239, uncertainty: 8e-4, source: pdg, status: .twoSources)
  static let jPsiToElectrons = Input("BR(J/psi -> e+ e-)", 0.05971, uncertainty: 3.2e-4, source: pdg, status: .twoSources)
  static let quarkoniumCorrection = Input(
    "QCD correction to V -> gamma S", 0.5, uncertainty: 0.5, source: "Nason, Phys. Lett. B 175 (1986) 223; McKeen, arXiv:0809.4787", status: .recalled)

  static let all: [Input] =
    [kappa, k1Light, k1Heavy, kStar1410, k0Star1430, k2Star1430, kStar1680, upsilon] + BeautyToStrange.inputs
    + [kappaFactor, k0Star1430Factor, axialA, axialB, tensorFactor].flatMap(\.inputs) + [k1AMass, k1BMass, k1Angle] + kStar1410Limits + kStar1680Limits
    + [pionFactor, pionPole, beta, upsilonToElectrons, jPsiToElectrons, quarkoniumCorrection]
    + [
      MesonInputs.bPlus, MesonInputs.bZero, MesonInputs.chargedKStar, MesonInputs.neutralKStar, MesonInputs.jPsi, MesonInputs.bPlusWidth,
      MesonInputs.bZeroWidth,
      MesonInputs.chargedKaonWidth, MesonInputs.kLongWidth, MesonInputs.kShortWidth, ElectroweakInputs.vts, ElectroweakInputs.vtb, ElectroweakInputs.vtd,
    ]

  /// (sin th m_A V_A + cos th m_B V_B)/m of the lighter axial state, (cos th m_A V_A - sin th m_B V_B)/m of the heavier.
  static func axialFactor(_ q2: Double, light: Bool) -> Double {
    let angle = k1Angle.value * .pi / 180
    let (a, b) = (k1AMass.value * axialA.value(q2), k1BMass.value * axialB.value(q2))
    return light ? (sin(angle) * a + cos(angle) * b) / k1Light.value : (cos(angle) * a - sin(angle) * b) / k1Heavy.value
  }

  /// A_0 = (1 - m^2/(m_B E)) xi_par + (m/m_B) xi_perp in the limit of a fast light meson, xi = xi(0)/(1 - q^2/m_B^2).
  static func softVectorFactor(_ q2: Double, mass: Double, _ limits: [Input]) -> Double {
    let b = MesonInputs.bPlus.value
    let energy = b / 2 * (1 - q2 / (b * b) + mass * mass / (b * b))
    return ((1 - mass * mass / (b * energy)) * limits[1].value + mass / b * limits[0].value) / (1 - q2 / (b * b))
  }

  private static func mass(_ name: String, _ value: Double) -> Input { Input("\(name) mass", value, unit: "GeV", source: pdg, status: .twoSources) }

  private static func softLimits(_ name: String, _ perpendicular: Double, _ parallel: Double) -> [Input] {
    [
      Input("B -> \(name) xi_perp(0)", perpendicular, source: boiarska, status: .twoSources),
      Input("B -> \(name) xi_par(0)", parallel, source: boiarska, status: .twoSources),
    ]
  }
}
