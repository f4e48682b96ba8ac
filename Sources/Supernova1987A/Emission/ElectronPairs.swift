import Foundation
import Likelihoods
import Numerics
import Portals
import Units

/// A' <-> e+ e- in a medium with electrons of chemical potential mu, per mode, without mixing.
///
/// In thermal equilibrium Gamma_prod = Gamma_0 (m/omega) <f_- f_+>, Gamma_abs = Gamma_0 (m/omega) <(1 - f_-)(1 - f_+)>, over the decay angle:
/// E = omega/2 + (k/2) beta cos, weight 1 - beta^2 sin^2/2 (transverse) or 1 - beta^2 cos^2 (longitudinal), beta^2 = 1 - 4 m_e^2/m^2.
/// Electrons below mu block the decay; the number of positrons goes as e^(-mu/T). Vacuum electron masses.
public enum PairBlocking: String, Sendable, CaseIterable {
  case fermiDirac = "fermi-dirac"
  case unblocked

  public static let variant = Variant(
    "sn1987a.pair-blocking",
    options: [
      Variant.Option(PairBlocking.fermiDirac.rawValue, "e+e- -> A' and its inverse with the Fermi-Dirac distributions of both, electrons blocked below mu_e"),
      Variant.Option(PairBlocking.unblocked.rawValue, "e+e- inverse decay without Pauli blocking: vacuum width times e^(-w/T)"),
    ])
}

struct ElectronPairs: Sendable {
  /// Production and absorption minus production, in GeV, for a transverse and a longitudinal mode.
  struct Rates {
    var productionTransverse, productionLongitudinal, netTransverse, netLongitudinal: Double
    static let none = Rates(productionTransverse: 0, productionLongitudinal: 0, netTransverse: 0, netLongitudinal: 0)
  }

  private static let rule = GaussLegendre(order: 16)

  private let mass: Double
  private let width: Double
  private let velocity2: Double
  private let blocking: PairBlocking

  init(mass: Double, blocking: PairBlocking) {
    self.mass = mass
    self.blocking = blocking
    width = VectorDecay.leptonicWidth(mass: mass, leptonMass: NaturalUnits.electronMass, gaugeCoupling: NaturalUnits.electricCharge)
    velocity2 = max(0, 1 - 4 * NaturalUnits.electronMass * NaturalUnits.electronMass / (mass * mass))
  }

  func rates(energy: Double, momentum: Double, temperature: Double, chemicalPotential mu: Double) -> Rates {
    guard width > 0 else { return .none }
    let boosted = width * mass / energy
    guard blocking == .fermiDirac else {
      let production = boosted * exp(-energy / temperature)
      let net = boosted * -expm1(-energy / temperature)
      return Rates(productionTransverse: production, productionLongitudinal: production, netTransverse: net, netLongitudinal: net)
    }
    let swing = 0.5 * momentum * velocity2.squareRoot()
    let norm = boosted / (1 - velocity2 / 3) / 2
    var rates = Rates.none
    for (cosine, weight) in zip(Self.rule.nodes, Self.rule.weights) {
      let electron = fermiDirac((0.5 * energy + swing * cosine - mu) / temperature)
      let positron = fermiDirac((0.5 * energy - swing * cosine + mu) / temperature)
      let transverse = norm * weight * (1 - velocity2 * (1 - cosine * cosine) / 2)
      let longitudinal = norm * weight * (1 - velocity2 * cosine * cosine)
      rates.productionTransverse += transverse * electron * positron
      rates.productionLongitudinal += longitudinal * electron * positron
      rates.netTransverse += transverse * (1 - electron - positron)
      rates.netLongitudinal += longitudinal * (1 - electron - positron)
    }
    return rates
  }
}
