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

  /// Quark pairs that couple to the W or the Z.
  enum Pair: Sendable {
    /// Massless quarks with the sum of |V|^2, or of g_L^2 + g_R^2.
    case light(Double)
    /// Masses in GeV and the sum of |V|^2.
    case charged(Double, Double, mixing: Double)
    /// Mass in GeV and the couplings to the Z.
    case neutral(Double, left: Double, right: Double)
  }

  /// Beside one lepton at one mass: what every quark pair shares.
  struct Point {
    let mass, lepton, scale: Double
    let boson: WeakBosonIntegral.Boson?
    /// One massless pair with unit coupling.
    let massless: WeakBosonIntegral
  }

  /// - Parameter lepton: mass in GeV; `nil` for a neutrino.
  func point(_ mass: Double, lepton: Double?, boson: WeakBosonIntegral.Boson?, choice: Choice) -> Point {
    let energy = min(mass - (lepton ?? 0), ElectroweakInputs.wMass.value) * choice.scaleFactor
    let scale = min(max(energy, StrongCoupling.scales.lowerBound), StrongCoupling.scales.upperBound)
    let massless =
      lepton.map { WeakBosonIntegral.charged(mass, lepton: $0, first: 0, second: 0, boson: boson, scale: scale) }
      ?? .neutral(mass, fermion: 0, left: 1, right: 0, boson: boson, scale: scale)
    return Point(mass: mass, lepton: lepton ?? 0, scale: scale, boson: boson, massless: massless)
  }

  /// The width through `pair`; `flavours` is the (possibly fractional) number of active quarks in the correction.
  func width(_ point: Point, pair: Pair, flavours: Double, choice: Choice) -> Double {
    let (integral, coupling): (WeakBosonIntegral, Double)
    switch pair {
    case .light(let weight): return 3 * weight * point.massless.value * (1 + strongCorrection(point.massless, point.scale, flavours, choice))
    case .charged(let first, let second, let mixing):
      let open = WeakBosonIntegral.charged(point.mass, lepton: point.lepton, first: first, second: second, boson: point.boson, scale: point.scale)
      (integral, coupling) = (open, mixing)
    case .neutral(let quark, let left, let right):
      integral = .neutral(point.mass, fermion: quark, left: left, right: right, boson: point.boson, scale: point.scale)
      coupling = left * left + right * right
    }
    guard integral.value > 0, point.massless.value > 0 else { return 0 }
    let isCharged = if case .charged = pair { true } else { false }
    let width = isCharged ? coupling * integral.value : integral.value
    let opening = choice.thresholdPower == 0 ? 1 : min(1, width / (coupling * point.massless.value))
    return 3 * width * (1 + strongCorrection(integral, point.scale, flavours, choice) * opening)
  }

  /// The series minus one. F3, F4 as in e+ e- annihilation without the singlet; a(s) = a - b0 l a^2 + (b0^2 l^2 - b1 l) a^3, l = ln(s/mu^2).
  private func strongCorrection(_ integral: WeakBosonIntegral, _ scale: Double, _ n: Double, _ choice: Choice) -> Double {
    let a = coupling.overPi(scale)
    let b0 = (11 - 2 * n / 3) / 4
    let b1 = (102 - 38 * n / 3) / 16
    let f3 = 1.9857 - 0.1152 * n
    let f4 = -6.63694 - 1.20013 * n - 0.00518 * n * n
    let (l, l2) = (integral.logarithm, integral.squaredLogarithm)
    let second = f3 - b0 * l
    let third = f4 - 2 * b0 * f3 * l + b0 * b0 * l2 - b1 * l
    return a + second * a * a + choice.lastTerm * third * a * a * a
  }
}
