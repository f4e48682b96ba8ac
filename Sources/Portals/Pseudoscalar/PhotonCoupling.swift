import Foundation
import Numerics
import Units

/// The coupling of an on-shell pseudoscalar to two real photons.
struct PhotonCoupling: Sendable {
  /// Squared charges of u, d, s.
  private static let squaredCharges = [4.0 / 9, 1.0 / 9, 1.0 / 9]

  let portal: PseudoscalarPortal
  let mixing: LightMesonMixing

  /// C of L = C (alpha/4 pi)(a/f) F Fdual at this mass in GeV, dimensionless: tree coupling, lepton, heavy-quark and W loops, light hadrons.
  ///
  /// Leptons: sum_l c_l B1(4 m_l^2/m^2). Light quarks: 3 sum_q Q_q^2 (c_q - theta_q), theta_q the phases of the meson admixture; a quark coupling becomes 3 Q_q^2 c_q far above
  /// the mesons and decouples below, the gluon coupling gives -2 c_g (1.92)/2 at m -> 0 and falls as 1/m^2 far above.
  func callAsFunction(_ mass: Double) -> Complex { elementary(mass) + leptons(mass) + quarks(mass) }

  /// The tree coupling and the W loop (2 alpha/pi)(c_W/sin^2 theta_W) B2.
  func elementary(_ mass: Double) -> Complex {
    let c = portal.couplings
    guard c.weak != 0 else { return Complex(c.photon) }
    let ratio = 2 * ElectroweakInputs.wMass.value / mass
    let factor = 2 * PhysicalConstants.fineStructure.value / .pi * c.weak / ElectroweakInputs.weakMixing.value
    return Complex(c.photon) + factor * FermionLoops.weakBoson(ratio * ratio)
  }

  /// sum_l c_l B1(4 m_l^2/m^2).
  func leptons(_ mass: Double) -> Complex {
    let c = portal.couplings
    return loop(mass, PhysicalConstants.electronMass.value, c.electron) + loop(mass, PhysicalConstants.muonMass.value, c.muon)
      + loop(mass, PhysicalConstants.tauMass.value, c.tau)
  }

  private func quarks(_ mass: Double) -> Complex {
    let c = portal.couplings
    guard portal.photons != .leptonLoops, c.couplesToHadrons else { return .zero }
    // Below threshold the D and B mesons set the loops' scale at the 10 % level; the quark masses are used.
    var sum = 3 * (4.0 / 9) * loop(mass, QuarkInputs.charm.value, c.charm) + 3 * (1.0 / 9) * loop(mass, QuarkInputs.bottom.value, c.bottom)
    sum += 3 * (4.0 / 9) * loop(mass, QuarkInputs.topPole.value, c.top)
    var light = c.withHeavyQuarkLoops(mass)
    if portal.photons == .leadingOrder { light.gluon -= c.gluon }
    // c_q - F theta_q = -(theta_q - c_q) + (1 - F) theta_q: the first bracket falls as m^2 far below the mesons and would be lost in the difference of c_q and theta_q.
    let excess = mixing.phases(mixing.excess(mass: mass, couplings: light))
    for k in 0..<3 { sum += Complex(-3 * Self.squaredCharges[k] * excess[k]) }
    let damping = portal.hadrons == .covariant ? 1 : VectorDominanceFactor.value(mass)
    if damping < 1 {
      let phases = mixing.phases(mixing.admixture(mass: mass, couplings: light).fields)
      for k in 0..<3 { sum += Complex(3 * Self.squaredCharges[k] * (1 - damping) * phases[k]) }
    }
    return sum + Complex(gluonCorrection(mass))
  }

  /// The gluon coupling's part that is not in the admixture: the whole leading-order formula, or the constant that brings the limit m -> 0 to the next-to-leading order.
  private func gluonCorrection(_ mass: Double) -> Double {
    let gluon = portal.couplings.gluon
    if portal.photons == .leadingOrder { return -2 * gluon * Self.leadingOrder(mass) / 2 }
    // The higher-order constant is known at m -> 0 alone; beyond the eta' it is damped with the vector mesons' factor and the meson admixture that it corrects.
    let fade = 1 / (1 + pow(mass / MesonInputs.etaPrime.value, 4))
    return -2 * gluon * (PseudoscalarInputs.photonLimit.value / 2 - leadingLimit) * fade
  }

  /// 3 sum Q_q^2 theta_q at m = 0 for 2 c_g = 1: 0.98.
  private var leadingLimit: Double {
    let phases = mixing.phases(mixing.admixture(mass: 0, couplings: PseudoscalarCouplings(gluon: 0.5)).fields)
    return (0..<3).reduce(0) { $0 + 3 * Self.squaredCharges[$1] * phases[$1] }
  }

  /// 5/3 + m_pi^2/(m_pi^2 - m^2) (m_d - m_u)/(m_d + m_u) with m_pi = m_pi0.
  static func leadingOrder(_ mass: Double) -> Double {
    let pion = MesonInputs.neutralPion.value
    return 5.0 / 3 + pion * pion / (pion * pion - mass * mass) * LightMesonMixing.isospinBreaking
  }

  private func loop(_ mass: Double, _ fermion: Double, _ coupling: Double) -> Complex {
    guard coupling != 0 else { return .zero }
    let ratio = 2 * fermion / mass
    return coupling * FermionLoops.fermion(ratio * ratio)
  }
}
