import Foundation
import Numerics
import Portals
import Units

/// The Primakoff process: a photon turns into a (pseudo)scalar on the charges of the bath, gamma q -> a q, for L = -(g/4) a F Fdual or (g/4) a F F.
///
///     Gamma(gamma -> a) = (g^2 T kappa^2/32 pi)(p/E) {[(m^2 - kappa^2)^2 + 4 E^2 kappa^2]/(4 E p kappa^2) ln[((E + p)^2 + kappa^2)/((E - p)^2 + kappa^2)]
///                          - m^4/(4 E p kappa^2) ln[(E + p)^2/(E - p)^2] - 1},    gamma = 2 int d^3k/(2 pi)^3 n_B Gamma
///
/// (G. Raffelt, Phys. Rev. D 33 (1986) 897 with a mass), kappa the Debye mass of all charges. It is derived for charges at rest; for relativistic ones the
/// correlator of fields along a
/// light ray, T [1/q^2 - 1/(q^2 + kappa^2)], is the same, and the constant beside the logarithm, ln(T^2/m_gamma^2) + 0.803, agrees with the full calculation
/// (hep-ph/0012052, as used in arXiv:1110.2895: 0.819). Recoil is left out: an error of order one at T < m, where inverse decay is larger than this by 40.
/// Gluons above the QCD crossover: eight times the same with the gluonic Debye mass, to order one only, because g_s is not small.
struct PrimakoffConversion: ProductionProcess {
  let name: String
  /// GeV.
  let mass: Double
  /// g in 1/GeV at a temperature.
  let coupling: @Sendable (Double) -> Double
  /// Debye mass squared in GeV^2 at a temperature; zero where the process is absent.
  let debyeMassSquared: @Sendable (Double) -> Double
  /// Colours of the gauge boson.
  let bosons: Double

  func scaledReactionDensity(temperature t: Double) -> Double {
    let kappa2 = debyeMassSquared(t)
    guard kappa2 > 0 else { return 0 }
    let g = coupling(t)
    // Photons of energy E >= m; the energies of the axion and the photon are equal.
    let x = mass / t
    let integral = ThermalIntegral.overEnergies(x, .boson) { e, p, occupation in
      let (energy, momentum) = (e * t, p * t)
      return e * e * occupation * rate(energy, momentum, kappa2, t)
    }
    return bosons * g * g / (Double.pi * Double.pi) * t * t * t * integral
  }

  /// Gamma/g^2 in GeV^3.
  private func rate(_ energy: Double, _ momentum: Double, _ kappa2: Double, _ t: Double) -> Double {
    guard momentum > 0 else { return 0 }
    let m2 = mass * mass
    let product = 4 * energy * momentum * kappa2
    let sum2 = (energy + momentum) * (energy + momentum)
    // E - p without loss of digits.
    let difference = m2 / (energy + momentum)
    let difference2 = difference * difference
    let screened = ((m2 - kappa2) * (m2 - kappa2) + 4 * energy * energy * kappa2) / product * log((sum2 + kappa2) / (difference2 + kappa2))
    let bare = m2 > 0 ? m2 * m2 / product * log(sum2 / difference2) : 0
    return t * kappa2 / (32 * Double.pi) * momentum / energy * max(0, screened - bare - 1)
  }
}

extension PrimakoffConversion {
  /// Photons with a constant g in 1/GeV.
  static func photons(mass: Double, coupling g: Double) -> PrimakoffConversion {
    PrimakoffConversion(
      name: "Primakoff", mass: mass, coupling: { _ in g }, debyeMassSquared: { ChargedBath.debyeMassSquared(temperature: $0) }, bosons: 1)
  }

  /// Gluons with L = (alpha_s/8 pi)(a/f_a) G Gdual, g = alpha_s/(2 pi f_a), and kappa^2 = g_s^2 T^2 (1 + N_f/6).
  static func gluons(mass: Double, inverseScale: Double, strong: StrongCoupling) -> PrimakoffConversion {
    @Sendable func alpha(_ t: Double) -> Double { Double.pi * strong.overPi(min(2000, max(1, 2 * Double.pi * t))) }
    return PrimakoffConversion(
      name: "gluon Primakoff", mass: mass, coupling: { alpha($0) / (2 * Double.pi) * inverseScale },
      debyeMassSquared: { t in
        guard t > AbundanceInputs.crossover.value else { return 0 }
        let flavours = ChargedBath.quarks.filter { $0.mass < 2 * t }.count
        return 4 * Double.pi * alpha(t) * t * t * (1 + Double(flavours) / 6)
      }, bosons: 8)
  }
}
