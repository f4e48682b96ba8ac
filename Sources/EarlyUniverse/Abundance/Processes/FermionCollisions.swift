import Foundation
import Numerics
import Portals
import Units

/// f gamma -> f X, fbar gamma -> fbar X and f fbar -> gamma X, and the same with a gluon: the new boson radiated by a charged fermion.
///
/// |M|^2 summed over all spins, exact in both masses, over c^2 e^2 with S = s - m_f^2, U = u - m_f^2 (derived from the traces, docs/abundance.md), A = 1/S +
/// 1/U:
///
///     vector        -8(S/U + U/S) + 16(m^2 + 2 m_f^2) A + 16 m_f^2 (m^2 + 2 m_f^2) A^2 - 16 m^2 (m^2 + 2 m_f^2)/(S U)
///     scalar        -4(S/U + U/S) - 8 + 8(m^2 - 4 m_f^2) A + 8 m_f^2 (m^2 - 4 m_f^2) A^2 - 8 m^2 (m^2 - 4 m_f^2)/(S U)
///     pseudoscalar  -4(S/U + U/S) - 8 + 8 m^2 A + 8 m^2 m_f^2 A^2 - 8 m^4/(S U)
///
/// Annihilation follows by crossing, S -> t - m_f^2 and a minus sign. In the medium m_f^2 is raised by the asymptotic mass e^2 Q^2 T^2/4 (gluons: C_F g_s^2
/// T^2/4), which regulates
/// the collinear logarithm. Where f fbar -> X is open (m > 2 m_f) only hard photons of annihilation count, the soft ones being part of its virtual
/// corrections, which are left out: order
/// alpha of inverse decay; else the photon has at least omega_p. Beside an inverse decay Compton scattering adds 2 to 6 %, a correction of the same order.
struct FermionCollisions: ProductionProcess {
  enum Boson: Hashable {
    case vector, scalar, pseudoscalar
  }

  let name: String
  let isClassical = true
  let boson: Boson
  /// GeV.
  let mass: Double
  let fermion: ChargedBath.Species
  /// Coupling of X to the fermion.
  let coupling: Double
  /// Gluons beside photons.
  let strong: StrongCoupling?
  /// Factor on the squared coupling in the medium.
  var medium: (@Sendable (Double) -> Double)?

  func scaledReactionDensity(temperature t: Double) -> Double {
    let isQuark = fermion.multiplicity > 1
    guard !isQuark || t > AbundanceInputs.crossover.value else { return 0 }
    let electric = 4 * Double.pi * NaturalUnits.alpha * fermion.charge * fermion.charge
    // Three colours; C_F = 4/3; the scale of alpha_s is that of a collision, 2 pi T.
    var strength = 0.0
    if isQuark, let strong {
      let scale = min(StrongCoupling.scales.upperBound, max(StrongCoupling.scales.lowerBound, 2 * Double.pi * t))
      strength = 4 * Double.pi * Double.pi * strong.overPi(scale) * 4 / 3
    }
    let total = electric + strength
    let fermionMass = (fermion.mass * fermion.mass + 0.25 * total * t * t).squareRoot()
    let factor = coupling * coupling * total * fermion.multiplicity * (medium?(t) ?? 1)
    let compton = CollisionIntegral.density(temperature: t, threshold: fermionMass + mass, subtracted: mass) { self.compton($0, fermionMass) }
    // Soft photons beside an open inverse decay, below m/2 in the frame of the collision, cancel against its virtual corrections: sqrt(s) > m (1 + sqrt 5)/2.
    let isOpen = mass > 2 * fermionMass
    let threshold = max(2 * fermionMass, isOpen ? 0.5 * (1 + 5.0.squareRoot()) * mass : mass + t * (total / 9).squareRoot())
    let annihilation = CollisionIntegral.density(temperature: t, threshold: threshold, subtracted: mass) { self.annihilation($0, fermionMass) }
    return factor * (2 * compton + annihilation)
  }

  /// Coefficients of S/U + U/S, 1, A, A^2 and 1/(S U).
  private func coefficients(_ fermionMass: Double) -> (ratio: Double, one: Double, a: Double, a2: Double, product: Double) {
    let (f2, m2) = (fermionMass * fermionMass, mass * mass)
    switch boson {
    case .vector: return (-8, 0, 16 * (m2 + 2 * f2), 16 * f2 * (m2 + 2 * f2), -16 * m2 * (m2 + 2 * f2))
    case .scalar: return (-4, -8, 8 * (m2 - 4 * f2), 8 * f2 * (m2 - 4 * f2), -8 * m2 * (m2 - 4 * f2))
    case .pseudoscalar: return (-4, -8, 8 * m2, 8 * m2 * f2, -8 * m2 * m2)
    }
  }

  private func compton(_ energy: Double, _ f: Double) -> Double {
    let s = energy * energy
    let capital = s - f * f
    let incoming = capital
    let outgoing = CollisionIntegral.kallenRoot(energy, f, mass)
    guard incoming > 0, outgoing > 0 else { return 0 }
    let photon = capital / (2 * energy)
    let end = (s + f * f - mass * mass + outgoing) / (2 * energy)
    let (low, high) = (-2 * photon * end, -2 * photon * f * f / end)
    let (first, inverse, square) = moments(low, high)
    let c = coefficients(f)
    let mean =
      c.ratio * (capital * inverse + first / capital) + c.one + c.a * (1 / capital + inverse)
      + c.a2 * (1 / (capital * capital) + 2 * inverse / capital + square) + c.product * inverse / capital
    return phases(incoming, outgoing, s) * mean
  }

  private func annihilation(_ energy: Double, _ f: Double) -> Double {
    let s = energy * energy
    let incoming = CollisionIntegral.kallenRoot(energy, f, f)
    let outgoing = s - mass * mass
    guard incoming > 0, outgoing > 0 else { return 0 }
    let photon = outgoing / (2 * energy)
    let end = 0.5 * (energy + incoming / energy)
    let (low, high) = (-2 * photon * end, -2 * photon * f * f / end)
    let (_, inverse, square) = moments(low, high)
    // t - m_f^2 + u - m_f^2 = m^2 - s.
    let sum = -outgoing
    let c = coefficients(f)
    let mean = c.ratio * 2 * (sum * inverse - 1) + c.one + c.a * 2 * inverse + c.a2 * (2 * square + 4 * inverse / sum) + c.product * 2 * inverse / sum
    return phases(incoming, outgoing, s) * -mean
  }

  /// Means of U, 1/U and 1/U^2 over an even distribution.
  private func moments(_ low: Double, _ high: Double) -> (first: Double, inverse: Double, square: Double) {
    let width = high - low
    let relative = width / -high
    let inverse = relative > 1e-6 ? -log(low / high) / width : 2 / (low + high)
    return (0.5 * (low + high), inverse, 1 / (low * high))
  }

  private func phases(_ incoming: Double, _ outgoing: Double, _ s: Double) -> Double {
    let phase = 1 / (8 * Double.pi * s)
    return incoming * phase * outgoing * phase
  }
}
