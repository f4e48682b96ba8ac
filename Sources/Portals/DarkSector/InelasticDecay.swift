import Numerics
import Units

/// Decay of chi2 into chi1 and a real or virtual dark photon.
///
/// Gamma(chi2 -> chi1 f) = (1/pi) Int ds Gamma_2(s) sqrt(s) Gamma_f(sqrt s)/(s - m_A'^2)^2, Gamma_f the width of a dark photon of mass sqrt(s) and
/// Gamma_2(s) = alpha_D/(4 m_2^3) (d^2 - s)^(3/2) (S^2 - s)^(1/2) (2 + S^2/s), S and d the sum and difference of the masses: exact at tree level for the conserved
/// current of f. The static limit, Gamma_2 = 2 alpha_D (d^2 - s)^(3/2)/s and the propagator 1/m_A'^4, gives 4 epsilon^2 alpha alpha_D Delta^5/(15 pi m_A'^4) for
/// massless leptons (arXiv:1508.03050). Derivation: docs/models/dark-matter.md.
public struct InelasticDecay: Sendable, Hashable {
  /// The largest splitting in GeV: there mixing of the virtual dark photon with the Z is worth 1 %.
  public static let largestSplitting = 10.5

  public let lightMass: Double
  /// m_2 - m_1 in GeV.
  public let splitting: Double
  public let mediatorMass: Double
  public let alphaD: Double
  public let epsilon: Double
  public let treatment: InelasticPortal.Treatment

  /// Every open final state, in a fixed order. Where chi2 -> chi1 A' is open it is the only one: the virtual states are down by epsilon^2.
  func partials() throws -> [DecayWidths.Partial] {
    if mediatorMass < splitting, treatment == .full {
      let width = self.width(photonMassSquared: mediatorMass * mediatorMass)
      return width > 0 ? [DecayWidths.Partial("chi1 A'", width: width)] : []
    }
    var list: [DecayWidths.Partial] = []
    func add(_ name: String, _ width: Double) {
      if width > 0 { list.append(DecayWidths.Partial("chi1 \(name)", width: width)) }
    }
    add("e+ e-", leptonicWidth(PhysicalConstants.electronMass.value))
    add("mu+ mu-", leptonicWidth(PhysicalConstants.muonMass.value))
    add("tau+ tau-", leptonicWidth(PhysicalConstants.tauMass.value))
    add("gamma gamma gamma", threePhotonWidth())
    add("hadrons", try hadronicWidth())
    return list
  }

  /// Width in GeV of chi2 -> chi1 and a dark photon of mass^2 `s`, with the polarisation sum -g + q q/s; zero from s = (m_2 - m_1)^2 on.
  public func width(photonMassSquared s: Double) -> Double {
    let open = splitting * splitting - s
    guard open > 0 else { return 0 }
    let pWave = open * open.squareRoot()
    switch treatment {
    case .staticLimit: return 2 * alphaD * pWave / s
    case .full:
      let heavy = lightMass + splitting
      let sum = lightMass + heavy
      return alphaD / (4 * heavy * heavy * heavy) * pWave * (sum * sum - s).squareRoot() * (2 + sum * sum / s)
    }
  }

  /// Width in GeV into chi1 l+ l- for a lepton of this mass in GeV; zero at and below threshold.
  public func leptonicWidth(_ lepton: Double) -> Double {
    let (lowest, highest) = (4 * lepton * lepton, splitting * splitting)
    guard highest > lowest else { return 0 }
    let third = PhysicalConstants.fineStructure.value * epsilon * epsilon / 3
    func density(_ s: Double) -> Double {
      let r = lepton * lepton / s
      return weight(s) * third * s * (1 + 2 * r) * max(0, 1 - 4 * r).squareRoot()
    }
    // The threshold and the bulk get their own nodes where they lie far apart.
    let middle = 25 * lowest
    guard highest > 4 * middle else { return Self.integral(lowest, highest, density) }
    return Self.integral(lowest, middle, density) + Self.integral(middle, highest, density)
  }

  /// 4 epsilon^2 alpha alpha_D Delta^5/(15 pi m_A'^4) in GeV, whether e+ e- is open or not.
  public var masslessStaticWidth: Double {
    let ratio = splitting / mediatorMass
    return 4 * epsilon * epsilon * PhysicalConstants.fineStructure.value * alphaD / (15 * .pi) * ratio * ratio * ratio * ratio * splitting
  }

  /// Three photons through the electron loop, from virtual dark photons below 2 m_e.
  private func threePhotonWidth() -> Double {
    let end = min(splitting, 2 * PhysicalConstants.electronMass.value)
    let coupling = epsilon * NaturalUnits.electricCharge
    return Self.rule.integrate(from: 0, to: end) { mass in
      2 * mass * weight(mass * mass) * mass * VectorDecay.threePhotonWidth(mass: mass, gaugeCoupling: coupling)
    }
  }

  private func hadronicWidth() throws -> Double {
    guard splitting > MesonInputs.neutralPion.value else { return 0 }
    return epsilon * epsilon * (try VirtualPhotonHadrons.shared.get().integral(upTo: splitting) { weight($0) })
  }

  /// Gamma_2(s)/[pi (s - m_A'^2)^2].
  private func weight(_ s: Double) -> Double {
    let pole = mediatorMass * mediatorMass
    let distance = treatment == .full ? pole - s : pole
    return width(photonMassSquared: s) / (.pi * distance * distance)
  }

  private static let rule = GaussLegendre(order: 40)

  /// Integral over s with nodes that thin out at both ends, where the integrand goes like a half-integer power.
  private static func integral(_ lower: Double, _ upper: Double, _ f: (Double) -> Double) -> Double {
    rule.integrate(from: 0, to: 1) { x in 6 * x * (1 - x) * (upper - lower) * f(lower + (upper - lower) * x * x * (3 - 2 * x)) }
  }
}
