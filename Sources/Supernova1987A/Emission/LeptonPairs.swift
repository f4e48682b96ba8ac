import Foundation
import Likelihoods
import Numerics
import Portals
import Units

/// How electrons and positrons of the medium enter A' <-> e+ e-.
public enum PairBlocking: String, Sendable, CaseIterable {
  case fermiDirac = "fermi-dirac"
  case absorptionOnly = "absorption-only"
  case unblocked

  public static let variant = Variant(
    "sn1987a.pair-blocking",
    options: [
      Variant.Option(PairBlocking.fermiDirac.rawValue, "e+e- -> A' and its inverse with the Fermi-Dirac distributions of both, electrons blocked below mu_e"),
      Variant.Option(
        PairBlocking.absorptionOnly.rawValue, "blocked decay A' -> e+e- without e+e- -> A': what a calculation leaves out that emits by bremsstrahlung only"),
      Variant.Option(PairBlocking.unblocked.rawValue, "decay without Pauli blocking and e+e- -> A' with e^(-w/T) times the vacuum width"),
    ])
}

/// A' <-> l+ l- in a medium whose leptons have chemical potential mu, per mode, without mixing.
///
/// In thermal equilibrium Gamma_prod = Gamma_0 (m/omega) <f_- f_+> and Gamma_abs = Gamma_0 (m/omega) <(1 - f_-)(1 - f_+)>, averaged over the decay angle:
/// E = omega/2 + (k/2) beta cos, weight 1 - beta^2 sin^2/2 (transverse) or 1 - beta^2 cos^2 (longitudinal), beta^2 = 1 - 4 m_l^2/m^2 (both follow from the
/// trace of the vector current; detailed balance is an identity of the distributions). Vacuum lepton masses: the electron's mass in the medium,
/// (alpha/pi)(mu^2 + pi^2 T^2) squared, closes the channel below 2 x 9 to 12 MeV in the core, where it is blocked anyway.
struct LeptonPairs: Sendable {
  /// Production and absorption minus production, in GeV, for a transverse and a longitudinal mode.
  struct Rates {
    var productionTransverse, productionLongitudinal, netTransverse, netLongitudinal: Double
    static let none = Rates(productionTransverse: 0, productionLongitudinal: 0, netTransverse: 0, netLongitudinal: 0)

    static func + (a: Rates, b: Rates) -> Rates {
      Rates(
        productionTransverse: a.productionTransverse + b.productionTransverse, productionLongitudinal: a.productionLongitudinal + b.productionLongitudinal,
        netTransverse: a.netTransverse + b.netTransverse, netLongitudinal: a.netLongitudinal + b.netLongitudinal)
    }
  }

  private static let rule = GaussLegendre(order: 16)

  private let mass: Double
  private let width: Double
  private let velocity2: Double
  private let blocking: PairBlocking

  init(mass: Double, leptonMass: Double, blocking: PairBlocking) {
    self.mass = mass
    self.blocking = blocking
    width = VectorDecay.leptonicWidth(mass: mass, leptonMass: leptonMass, gaugeCoupling: NaturalUnits.electricCharge)
    velocity2 = max(0, 1 - 4 * leptonMass * leptonMass / (mass * mass))
  }

  func rates(energy: Double, momentum: Double, temperature: Double, chemicalPotential mu: Double) -> Rates {
    guard width > 0 else { return .none }
    let boosted = width * mass / energy
    guard blocking != .unblocked else {
      let production = boosted * exp(-energy / temperature)
      let net = boosted * -expm1(-energy / temperature)
      return Rates(productionTransverse: production, productionLongitudinal: production, netTransverse: net, netLongitudinal: net)
    }
    let swing = 0.5 * momentum * velocity2.squareRoot()
    let norm = boosted / (1 - velocity2 / 3) / 2
    var rates = Rates.none
    for (cosine, weight) in zip(Self.rule.nodes, Self.rule.weights) {
      let lepton = fermiDirac((0.5 * energy + swing * cosine - mu) / temperature)
      let antilepton = fermiDirac((0.5 * energy - swing * cosine + mu) / temperature)
      let transverse = norm * weight * (1 - velocity2 * (1 - cosine * cosine) / 2)
      let longitudinal = norm * weight * (1 - velocity2 * cosine * cosine)
      if blocking == .fermiDirac {
        rates.productionTransverse += transverse * lepton * antilepton
        rates.productionLongitudinal += longitudinal * lepton * antilepton
      }
      rates.netTransverse += transverse * (1 - lepton - antilepton)
      rates.netLongitudinal += longitudinal * (1 - lepton - antilepton)
    }
    return rates
  }
}
