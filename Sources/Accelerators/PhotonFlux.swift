import Foundation
import Units

/// The Weizsaecker–Williams photon flux of an atom, chi = integral from tmin to tmax of dt (t - tmin)/t^2 G2(t), elastic and inelastic.
///
/// G2 elastic = Z^2 (a^2 t/(1 + a^2 t))^2/(1 + t/d)^2; G2 inelastic = Z (a'^2 t/(1 + a'^2 t))^2 [(1 + t (mu_p^2 - 1)/4 m_p^2)/(1 + t/0.71 GeV^2)^4]^2
/// (Tsai 1974, Kim and Tsai 1973). The elastic part is in closed form; the inelastic one is read from its two running integrals, tabulated once.
public struct PhotonFlux: Sendable {
  private let charge2: Double
  private let screening: Double
  private let nuclear: Double
  private let inelastic: RunningIntegrals

  /// The flux of an atom of charge Z and mass number A.
  public init(nuclearCharge: Double, massNumber: Double) {
    let electronMass = NaturalUnits.electronMass
    charge2 = nuclearCharge * nuclearCharge
    let radius = FormFactorInputs.elasticScreening.value * pow(nuclearCharge, -1.0 / 3) / electronMass
    screening = 1 / (radius * radius)
    nuclear = FormFactorInputs.nuclearSize.value * pow(massNumber, -2.0 / 3)
    inelastic = RunningIntegrals(form: InelasticFormFactor(nuclearCharge: nuclearCharge))
  }

  public init(_ target: TargetMaterial) { self.init(nuclearCharge: target.nuclearCharge.value, massNumber: target.atomicMass.value) }

  /// The momentum transfer sqrt(d) in GeV at which the nucleus stops being coherent.
  public var coherenceMomentum: Double { nuclear.squareRoot() }

  /// chi, elastic and inelastic; zero unless 0 < tmin < tmax (both in GeV^2).
  public func chi(from tmin: Double, to tmax: Double) -> Double { elastic(from: tmin, to: tmax) + inelastic.chi(from: tmin, to: tmax) }

  /// The elastic part.
  public func elastic(from tmin: Double, to tmax: Double) -> Double {
    guard tmin > 0, tmin < tmax else { return 0 }
    let (ta, d) = (screening, nuclear)
    let difference = ta - d
    let rational = difference * (ta + d + 2 * tmax) * (tmax - tmin) / ((ta + tmax) * (d + tmax))
    let logarithm = (ta + d + 2 * tmin) * log((ta + tmax) / (d + tmax) * (d + tmin) / (ta + tmin))
    return max(0, -charge2 * d * d / (difference * difference * difference) * (rational + logarithm))
  }

  /// The inelastic part.
  public func inelasticPart(from tmin: Double, to tmax: Double) -> Double { inelastic.chi(from: tmin, to: tmax) }

  /// G2 elastic at momentum transfer squared t in GeV^2.
  public func elasticFormFactor(_ t: Double) -> Double {
    let screened = t / (t + screening)
    let nucleus = 1 + t / nuclear
    return charge2 * screened * screened / (nucleus * nucleus)
  }

  /// G2 inelastic at momentum transfer squared t in GeV^2.
  public func inelasticFormFactor(_ t: Double) -> Double { inelastic.form(t) }
}

/// G2 inelastic of an atom: scattering on its electrons (screened at small t) and protons.
private struct InelasticFormFactor: Sendable {
  private let charge: Double
  private let screening: Double
  private let magnetic: Double

  init(nuclearCharge: Double) {
    charge = nuclearCharge
    let radius = FormFactorInputs.inelasticScreening.value * pow(nuclearCharge, -2.0 / 3) / NaturalUnits.electronMass
    screening = 1 / (radius * radius)
    let moment = FormFactorInputs.protonMagneticMoment.value
    let mass = PhysicalConstants.protonMass.value
    magnetic = (moment * moment - 1) / (4 * mass * mass)
  }

  func callAsFunction(_ t: Double) -> Double {
    let screened = t / (t + screening)
    let dipole = 1 + t / FormFactorInputs.dipoleMass2.value
    let nucleon = (1 + magnetic * t) / (dipole * dipole * dipole * dipole)
    return charge * screened * screened * nucleon * nucleon
  }
}

/// The running integrals of G2/t and G2/t^2 on a logarithmic grid with cubic Hermite interpolation (their derivatives are G2 itself), to 1e-5 of chi.
private struct RunningIntegrals: Sendable {
  let form: InelasticFormFactor
  private static let lowest = -34.0
  private static let step = 0.1
  private static let count = 400
  private var first: [Double] = [0]
  private var second: [Double] = [0]
  private var slopes: [Double] = []
  private var slopes2: [Double] = []

  init(form: InelasticFormFactor) {
    self.form = form
    func at(_ u: Double) -> (Double, Double) {
      let t = exp(u)
      let g = form(t)
      return (g, g / t)
    }
    for i in 0..<Self.count {
      let u = Self.lowest + Double(i) * Self.step
      let left = at(u)
      slopes.append(left.0)
      slopes2.append(left.1)
      guard i + 1 < Self.count else { break }
      // Simpson's rule on two halves.
      let values = (1...4).map { at(u + 0.25 * Double($0) * Self.step) }
      first.append(first[i] + Self.step / 12 * (left.0 + 4 * values[0].0 + 2 * values[1].0 + 4 * values[2].0 + values[3].0))
      second.append(second[i] + Self.step / 12 * (left.1 + 4 * values[0].1 + 2 * values[1].1 + 4 * values[2].1 + values[3].1))
    }
  }

  func chi(from tmin: Double, to tmax: Double) -> Double {
    guard tmin > 0, tmin < tmax else { return 0 }
    let (a1, a2) = integrals(log(tmin))
    let (b1, b2) = integrals(log(tmax))
    return max(0, (b1 - a1) - tmin * (b2 - a2))
  }

  /// Below the grid both integrals vanish (G2 falls as t^2), above it they are constant (the nucleon form factor is below 1e-14).
  private func integrals(_ u: Double) -> (Double, Double) {
    let position = (u - Self.lowest) / Self.step
    guard position > 0 else { return (0, 0) }
    let i = Int(position)
    guard i + 1 < Self.count else { return (first[Self.count - 1], second[Self.count - 1]) }
    let s = position - Double(i)
    let h00 = (1 + 2 * s) * (1 - s) * (1 - s)
    let h10 = s * (1 - s) * (1 - s)
    let h01 = s * s * (3 - 2 * s)
    let h11 = s * s * (s - 1)
    return (
      h00 * first[i] + h01 * first[i + 1] + Self.step * (h10 * slopes[i] + h11 * slopes[i + 1]),
      h00 * second[i] + h01 * second[i + 1] + Self.step * (h10 * slopes2[i] + h11 * slopes2[i + 1])
    )
  }
}
