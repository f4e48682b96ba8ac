import Foundation
import Units

/// N -> l q q' and nu q qbar with the strong correction, in units of G_F^2 m^5 |U|^2/(192 pi^3).
///
/// The correction is the measured-in-tau-decay one: 1 + a(s) + F3 a(s)^2 + F4 a(s)^3 inside the integral over the squared mass s of the quarks, a(s) expanded around
/// a = alpha_s(mu)/pi. With the weight of a massless lepton and three flavours this is 1 + a + 5.20 a^2 + 26.4 a^3 (docs/models/heavy-neutral-leptons.md).
struct NeutralLeptonQuarks: Sendable {
  /// Choices that the hadronic band varies.
  struct Choice: Hashable, Sendable {
    /// mu over its central value.
    var scaleFactor = 1.0
    /// Multiplies the last term of the series: 0, 1 or 2.
    var lastTerm = 1.0
    /// Strong correction of a heavy quark near its threshold, as a power of the phase-space suppression: 1 interpolates, 0 is that of massless quarks.
    var thresholdPower = 1.0
  }

  private let coupling: StrongCoupling

  init() throws { coupling = try StrongCoupling.shared() }

  /// One quark pair that couples to the W or the Z.
  enum Pair: Sendable {
    /// Masses in GeV and the sum of |V|^2.
    case charged(Double, Double, mixing: Double)
    /// Mass in GeV and the couplings to the Z.
    case neutral(Double, left: Double, right: Double)
  }

  /// The width through `pair` beside a lepton of mass `lepton`; `flavours` is the (possibly fractional) number of active quarks in the correction.
  func width(_ mass: Double, lepton: Double, pair: Pair, boson: WeakBosonIntegral.Boson?, flavours: Double, choice: Choice) -> Double {
    let scale = min(
      max(min(mass - lepton, ElectroweakInputs.wMass.value) * choice.scaleFactor, StrongCoupling.scales.lowerBound), StrongCoupling.scales.upperBound)
    let (integral, massless, weight): (WeakBosonIntegral, Double, Double)
    switch pair {
    case .charged(let first, let second, let mixing):
      integral = .charged(mass, lepton: lepton, first: first, second: second, boson: boson, scale: scale)
      massless = first + second == 0 ? integral.value : WeakBosonIntegral.charged(mass, lepton: lepton, first: 0, second: 0, boson: boson, scale: scale).value
      weight = 3 * mixing
    case .neutral(let quark, let left, let right):
      integral = .neutral(mass, fermion: quark, left: left, right: right, boson: boson, scale: scale)
      massless = quark == 0 ? integral.value : WeakBosonIntegral.neutral(mass, fermion: 0, left: left, right: right, boson: boson, scale: scale).value
      weight = 3
    }
    guard integral.value > 0, massless > 0 else { return 0 }
    let correction = strongCorrection(integral, a: coupling.overPi(scale), flavours: flavours, lastTerm: choice.lastTerm)
    let opening = choice.thresholdPower == 0 ? 1 : min(1, integral.value / massless)
    return weight * integral.value * (1 + correction * opening)
  }

  /// The series minus one. F3, F4 as in e+ e- annihilation without the singlet; a(s) = a - b0 l a^2 + (b0^2 l^2 - b1 l) a^3, l = ln(s/mu^2).
  private func strongCorrection(_ integral: WeakBosonIntegral, a: Double, flavours n: Double, lastTerm: Double) -> Double {
    let b0 = (11 - 2 * n / 3) / 4
    let b1 = (102 - 38 * n / 3) / 16
    let f3 = 1.9857 - 0.1152 * n
    let f4 = -6.63694 - 1.20013 * n - 0.00518 * n * n
    let (l, l2) = (integral.logarithm, integral.squaredLogarithm)
    let second = f3 - b0 * l
    let third = f4 - 2 * b0 * f3 * l + b0 * b0 * l2 - b1 * l
    return a + second * a * a + lastTerm * third * a * a * a
  }
}
