import Foundation
import Numerics
import Units

/// nu f -> N f by exchange of a photon and f fbar -> nubar N, for a transition dipole L = d nubar_L sigma F N + h.c.
///
/// Summed over all spins, massless f of charge Q, over d^2 e^2 Q^2 (derived from the traces, docs/abundance.md):
///
///     t-channel (32 s u - 16 m^4 + 16 m^2 t)/t,      s-channel (32 t u - 16 m^4 + 16 m^2 s)/s
///
/// In the medium 1/t becomes 1/(t - kappa^2), kappa the Debye mass: the correlator of fields along a light ray. f has its mass in the thresholds. Maxwell-
/// Boltzmann statistics: 10 %.
/// Mesons as targets are left out: below 10 % at T < 150 MeV.
struct MagneticCollisions: ProductionProcess {
  let name: String
  let isClassical = true
  /// GeV.
  let mass: Double
  /// d in 1/GeV.
  let moment: Double
  let fermion: ChargedBath.Species

  func scaledReactionDensity(temperature t: Double) -> Double {
    guard fermion.multiplicity <= 1 || t > AbundanceInputs.crossover.value else { return 0 }
    let e2 = 4 * Double.pi * NaturalUnits.alpha * fermion.charge * fermion.charge
    let factor = moment * moment * e2 * fermion.multiplicity
    let screening = ChargedBath.debyeMassSquared(temperature: t)
    let f = fermion.mass
    let exchange = CollisionIntegral.density(temperature: t, threshold: mass + f, subtracted: mass) { self.exchange($0, f, screening) }
    let pairs = CollisionIntegral.density(temperature: t, threshold: max(mass, 2 * f), subtracted: mass) { self.pairs($0, f) }
    // f and fbar; N and its conjugate.
    return 2 * factor * (2 * exchange + pairs)
  }

  private func exchange(_ energy: Double, _ f: Double, _ kappa2: Double) -> Double {
    let s = energy * energy
    let (incoming, outgoing) = (CollisionIntegral.kallenRoot(energy, mass, f), s - f * f)
    guard incoming > 0, outgoing > 0 else { return 0 }
    let m2 = mass * mass
    // Momentum transfer from low to high, with the massless kinematics of |M|^2: t from -(s - m^2) to 0.
    let range = incoming * outgoing / s
    // (32 s u - 16 m^4 + 16 m^2 t)/(t - kappa^2) with u = m^2 - s - t: numerator = -a - b (-t), tau = -t.
    let a = 32 * s * (s - m2) + 16 * m2 * m2
    let b = 32 * s - 16 * m2
    // Mean of (a - b tau)/(tau + kappa^2).
    let mean = (a + b * kappa2) / range * log1p(range / kappa2) - b
    let phase = 1 / (8 * Double.pi * s)
    return max(0, mean) * incoming * outgoing * phase * phase
  }

  private func pairs(_ energy: Double, _ f: Double) -> Double {
    let s = energy * energy
    let (incoming, outgoing) = (CollisionIntegral.kallenRoot(energy, f, f), s - mass * mass)
    guard incoming > 0, outgoing > 0 else { return 0 }
    let m2 = mass * mass
    // <t u> = (s - m^2)^2/6 for massless f.
    let mean = (32 * outgoing * outgoing / 6 - 16 * m2 * m2 + 16 * m2 * s) / s
    let phase = 1 / (8 * Double.pi * s)
    return mean * incoming * outgoing * phase * phase
  }
}
