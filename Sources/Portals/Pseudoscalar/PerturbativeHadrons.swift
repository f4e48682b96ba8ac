import Foundation
import Numerics
import Units

/// Widths of a pseudoscalar into gluons and quarks, for masses at which the partons count.
struct PerturbativeHadrons: Sendable {
  private let strong: StrongCoupling
  private let running: RunningMass

  init() throws {
    strong = try StrongCoupling.shared()
    running = try RunningMass.shared()
  }

  /// One partonic final state in GeV, for 1/f = 1/GeV.
  struct Partial {
    let name: String
    let width: Double
  }

  /// Gluons and u, d, s, c, b quarks at 1/f = 1/GeV, in GeV.
  ///
  /// Gluons: alpha_s^2 |2 c_g^eff|^2 m^3/(32 pi^3 f^2) [1 + (97/4 - 7 n_f/6) alpha_s/pi] at mu = m, c_g^eff = c_g + sum_q (c_q/2) B1(4 m_q^2/m^2): eight colours times the photon
  /// formula. Quarks: 3 c_q^2 m_q(m)^2 m beta/(8 pi f^2) (1 + 17 alpha_s/(3 pi)), the phase space ending at the lightest hadrons
  /// (pi, K, D, B). n_f counts c from 2 m_D and b from 2 m_B, as for the scalar: there the gluon width steps down by 3.4 and 3.1 %.
  ///
  /// For couplings with c_u + c_d + c_s = 0 and c_g = 0 only the quark masses are left: what pions make of them by isospin breaking is not in it (docs/models/axion-like-particles.md).
  func callAsFunction(_ mass: Double, _ couplings: PseudoscalarCouplings) -> [Partial] {
    let scale = max(mass, StrongCoupling.scales.lowerBound)
    let a = strong.overPi(scale)
    var effective = Complex(couplings.gluon + 0.5 * (couplings.up + couplings.down + couplings.strange))
    for (coupling, quark) in [
      (couplings.charm, QuarkInputs.charm.value), (couplings.bottom, QuarkInputs.bottom.value), (couplings.top, QuarkInputs.topPole.value),
    ] where coupling != 0 {
      let ratio = 2 * quark / mass
      effective += 0.5 * coupling * FermionLoops.fermion(ratio * ratio)
    }
    let flavours: Double = mass > 2 * MesonInputs.bZero.value ? 5 : mass > 2 * MesonInputs.dZero.value ? 4 : 3
    let radiation = 1 + (97.0 / 4 - 7 * flavours / 6) * a
    // alpha_s^2/(32 pi^3) = a^2/(32 pi); |2 c|^2 = 4 |c|^2.
    let gluons = a * a * 4 * effective.squaredMagnitude * mass * mass * mass / (32 * .pi) * radiation
    func quark(_ coupling: Double, _ quarkMass: Double, at reference: Double, _ hadron: Double) -> Double {
      let velocity = squaredVelocity(mass * mass, hadron, hadron).squareRoot()
      let atScale = running(quarkMass, at: reference, to: scale)
      return 3 * coupling * coupling * atScale * atScale * mass * velocity / (8 * .pi) * (1 + 17 * a / 3)
    }
    return [
      Partial(name: "g g", width: gluons),
      Partial(name: "u ubar", width: quark(couplings.up, QuarkInputs.up.value, at: 2, MesonInputs.chargedPion.value)),
      Partial(name: "d dbar", width: quark(couplings.down, QuarkInputs.down.value, at: 2, MesonInputs.chargedPion.value)),
      Partial(name: "s sbar", width: quark(couplings.strange, QuarkInputs.strange.value, at: 2, MesonInputs.neutralKaon.value)),
      Partial(name: "c cbar", width: quark(couplings.charm, QuarkInputs.charm.value, at: QuarkInputs.charm.value, MesonInputs.dZero.value)),
      Partial(name: "b bbar", width: quark(couplings.bottom, QuarkInputs.bottom.value, at: QuarkInputs.bottom.value, MesonInputs.bZero.value)),
    ]
  }
}
