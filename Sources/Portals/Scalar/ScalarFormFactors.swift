import Foundation
import Numerics

/// Named treatments of how a Higgs-mixed scalar couples to pions and kaons below 2 GeV.
public enum HadronTreatment: String, Sendable, Hashable, CaseIterable {
  /// The Omnès solution of this code up to 0.8 GeV, where it is within 7 % of the published form factor, the published ones from 0.95 GeV, joined between.
  case dispersive
  /// The Omnès solution of this code alone; above 1.4 GeV an extrapolation.
  case omnes
  /// The values read off the published figure alone.
  case tabulated
  /// Leading-order chiral perturbation theory in the isospin limit, below 2 m_K only.
  case chiral
}

/// Matrix elements G_P = (7 Gamma + 7 Delta + 2 Theta)/9 of the operator to which a Higgs-mixed scalar couples, between the vacuum and a pair P P with isospin 0, GeV^2:
/// <P P| sum of light m_q qbar q + (2/9)(theta - ...)|0> after the heavy quarks are integrated out (Shifman, Vainshtein, Zakharov; Donoghue, Gasser, Leutwyler).
package struct ScalarFormFactors: Sendable {
  static let kaon = PionPhaseInputs.kaon.value
  static let pion = PionPhaseInputs.pion.value
  /// Where the two sources of ``HadronTreatment/dispersive`` join, GeV.
  static let join = 0.8...0.95

  private let omnes: OmnesMatrix
  private let table: TabulatedFormFactors
  private let thetaPion = ScalarInputs.thetaSlopePion.value
  private let thetaKaon = ScalarInputs.thetaSlopeKaon.value

  /// Built once.
  package static func shared() throws -> ScalarFormFactors { try cached.get() }
  private static let cached = Result { try ScalarFormFactors(omnes: .shared(), table: .shared()) }

  /// G_pi at s in GeV^2, from 0 to (2 GeV)^2.
  package func pion(_ s: Double, _ treatment: HadronTreatment) -> Complex {
    switch treatment {
    case .chiral: Complex(Self.chiral(s, mass: MesonInputs.chargedPion.value))
    case .omnes: computed(s).pion
    case .tabulated: tabulatedPion(s)
    case .dispersive: joined(computed(s).pion, table.pionModulus, s, tableShare: Self.tableShare(s))
    }
  }

  /// G_K at s in GeV^2, from 0 to (2 GeV)^2.
  package func kaon(_ s: Double, _ treatment: HadronTreatment) -> Complex {
    switch treatment {
    case .chiral: Complex(Self.chiral(s, mass: Self.kaon))
    case .omnes: computed(s).kaon
    case .tabulated, .dispersive:
      // Below the two-kaon threshold only the photon loop asks.
      joined(computed(s).kaon, table.kaonModulus, s, tableShare: Self.tableShare(s))
    }
  }

  /// (2 s + 11 m^2)/9.
  static func chiral(_ s: Double, mass: Double) -> Double { (2 * s + 11 * mass * mass) / 9 }

  /// Both G from the Omnès matrix and the values at s = 0 that chiral symmetry gives to Gamma, Delta and Theta (1809.01876, eqs. for Gamma, Delta, Theta).
  func computed(_ s: Double) -> (pion: Complex, kaon: Complex) {
    let (o11, o12, o21, o22) = omnes(s)
    let root3 = 3.0.squareRoot()
    let (p2, k2) = (Self.pion * Self.pion, Self.kaon * Self.kaon)
    let (thetaP, thetaK) = (2 * p2 + thetaPion * s, 2 * k2 + thetaKaon * s)
    // Coefficients of the diagonal and of the transition elements in 7 Gamma + 7 Delta + 2 Theta.
    let strange = k2 - p2 / 2
    let pion = (7 * p2 + 2 * thetaP) * o11 + ((7 * p2 + 14 * strange + 4 * thetaK) / root3) * o12
    let kaon = (root3 / 2 * (7 * p2 + 2 * thetaP)) * o21 + (7 * p2 / 2 + 7 * strange + 2 * thetaK) * o22
    return ((1 / 9.0) * pion, (1 / 9.0) * kaon)
  }

  /// The table; below its first point the computed shape scaled to that point.
  private func tabulatedPion(_ s: Double) -> Complex {
    let first = TabulatedFormFactors.lowest * TabulatedFormFactors.lowest
    if s >= first { return joined(computed(s).pion, table.pionModulus, s, tableShare: 1) }
    let scale = table.pionModulus(TabulatedFormFactors.lowest) / computed(first).pion.squaredMagnitude.squareRoot()
    return scale * computed(s).pion
  }

  /// Modulus between the two sources by a logarithmic weight, phase of the computed one.
  private func joined(_ amplitude: Complex, _ modulus: (Double) -> Double, _ s: Double, tableShare: Double) -> Complex {
    guard tableShare > 0 else { return amplitude }
    let own = amplitude.squaredMagnitude.squareRoot()
    let wanted = modulus(s.squareRoot())
    return pow(wanted / own, tableShare) * amplitude
  }

  private static func tableShare(_ s: Double) -> Double {
    smoothStep((s.squareRoot() - join.lowerBound) / (join.upperBound - join.lowerBound))
  }
}
