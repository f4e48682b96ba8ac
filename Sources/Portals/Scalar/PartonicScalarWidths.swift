import Foundation
import Numerics
import Units

/// Which order of perturbation theory the width to gluons has.
public enum GluonOrder: String, Sendable, Hashable, CaseIterable {
  /// Leading up to 2 m_D, where the next order is larger than the leading one and the series says nothing; next-to-next-to-leading from 2 m_B; a smooth join between.
  case joined
  /// O(alpha_s^2), as in arXiv:1809.01876.
  case leading
  /// Times 1 + (95/4 - 7 n_f/6) a_s (hep-ph/0503172, section 2.3), n_f the open flavours: +190 % at 2 GeV, +110 % at 10 GeV, +67 % at 100 GeV.
  case nextToLeading = "next-to-leading"
  /// The next term of the same series (hep-ph/9705240): +55 % more at 10 GeV, +21 % at 100 GeV.
  case nextToNextToLeading = "next-to-next-to-leading"
}

/// Widths in GeV of a Higgs-mixed scalar with sin theta = 1 to gluons and to s, c, b quarks, for masses of 2 GeV and more.
struct PartonicScalarWidths: Sendable {
  struct Widths: Sendable {
    let gluons: Double
    let strange: Double
    let charm: Double
    let bottom: Double
    var total: Double { gluons + strange + charm + bottom }
  }

  private let running: RunningMass
  private let coupling: StrongCoupling

  static func shared() throws -> PartonicScalarWidths { try cached.get() }
  private static let cached = Result { try PartonicScalarWidths(running: .shared(), coupling: .shared()) }

  /// - Parameter scale: mu/m, 1 but for the estimate of missing orders.
  func callAsFunction(_ mass: Double, gluons order: GluonOrder, scale: Double = 1) -> Widths {
    let mu = min(max(mass * scale, StrongCoupling.scales.lowerBound), StrongCoupling.scales.upperBound)
    let a = coupling.overPi(mu)
    let (twoD, twoB) = (2 * ScalarInputs.charmMeson.value, 2 * ScalarInputs.bottomMeson.value)
    let flavours: Double = mass > twoB ? 5 : mass > twoD ? 4 : 3
    let strange = running(QuarkInputs.strange.value, at: 2, to: mu)
    let charm = running(QuarkInputs.charm.value, at: QuarkInputs.charm.value, to: mu)
    let bottom = running(QuarkInputs.bottom.value, at: QuarkInputs.bottom.value, to: mu)
    return Widths(
      gluons: gluonWidth(mass, a, flavours, order),
      strange: Self.quarkWidth(mass, strange, meson: MesonInputs.neutralKaon.value, a, flavours, scale),
      charm: Self.quarkWidth(mass, charm, meson: ScalarInputs.charmMeson.value, a, flavours, scale),
      bottom: Self.quarkWidth(mass, bottom, meson: ScalarInputs.bottomMeson.value, a, flavours, scale))
  }

  /// Hadronic widths in GeV that missing orders allow: two neighbouring orders for gluons, the lowest two up to 2 m_D, the highest two from 2 m_B, joined as
  /// ``GluonOrder/joined`` is, each with mu = m/2, m and 2 m.
  func spread(_ mass: Double) -> [Double] {
    let share = Self.higherOrderShare(mass)
    return [0.5, 1, 2].flatMap { scale -> [Double] in
      let totals = [GluonOrder.leading, .nextToLeading, .nextToNextToLeading].map { self(mass, gluons: $0, scale: scale).total }
      return [totals[0] + share * (totals[1] - totals[0]), totals[1] + share * (totals[2] - totals[1])]
    }
  }

  /// The weight of the higher orders in ``GluonOrder/joined``: 0 up to 2 m_D, 1 from 2 m_B, smooth in ln m.
  private static func higherOrderShare(_ mass: Double) -> Double {
    let (twoD, twoB) = (2 * ScalarInputs.charmMeson.value, 2 * ScalarInputs.bottomMeson.value)
    return smoothStep(log(mass / twoD) / log(twoB / twoD))
  }

  /// a_s^2 m^3/(32 pi v^2) |sum_q A_1/2/2|^2 over s, c, b, t.
  private func gluonWidth(_ mass: Double, _ a: Double, _ flavours: Double, _ order: GluonOrder) -> Double {
    let quarks = [QuarkInputs.strange.value, QuarkInputs.charm.value, QuarkInputs.bottom.value, QuarkInputs.topPole.value]
    let amplitude = quarks.reduce(Complex.zero) { sum, quark in sum + 0.5 * ScalarLoop.fermion(mass * mass / (4 * quark * quark)) }
    let v = ElectroweakInputs.higgsVacuum
    let leading = a * a * mass * mass * mass / (32 * .pi * v * v) * amplitude.squaredMagnitude
    let first = (95.0 / 4 - 7 * flavours / 6) * a
    let second = Self.secondCoefficient(flavours, topLogarithm: 2 * log(mass / QuarkInputs.topPole.value)) * a * a
    return switch order {
    case .leading: leading
    case .nextToLeading: leading * (1 + first)
    case .nextToNextToLeading: leading * (1 + first + second)
    case .joined: leading * (1 + (first + second) * Self.higherOrderShare(mass))
    }
  }

  /// Coefficient of a_s^2 for a heavy top quark (Chetyrkin, Kniehl and Steinhauser, hep-ph/9705240); 156.8 for five flavours at m = m_t.
  private static func secondCoefficient(_ n: Double, topLogarithm: Double) -> Double {
    let (zeta2, zeta3) = (1.644_934_066_848_226, 1.202_056_903_159_594)
    let constant = 149_533.0 / 288 - 363.0 / 8 * zeta2 - 495.0 / 8 * zeta3 + 19.0 / 8 * topLogarithm
    let linear = -4157.0 / 72 + 11.0 / 2 * zeta2 + 5.0 / 4 * zeta3 + 2.0 / 3 * topLogarithm
    return constant + n * (linear + n * (127.0 / 108 - zeta2 / 6))
  }

  /// 3 m_q(mu)^2 m/(8 pi v^2) (1 - 4 M^2/m^2)^(3/2) [1 + 5.67 a + (35.94 - 1.36 n) a^2] with M the lightest meson of that flavour, so that the threshold is physical
  /// (1809.01876); the correction is that of massless quarks (hep-ph/0503172, section 2.1), +80 % at 2 GeV, +40 % at 4 GeV, +24 % at 50 GeV, and not valid within
  /// a few hundred MeV of a threshold. At mu != m the logarithms that cancel the change of the running mass at this order are kept.
  private static func quarkWidth(_ mass: Double, _ quark: Double, meson: Double, _ a: Double, _ flavours: Double, _ scale: Double) -> Double {
    let velocity = 1 - 4 * meson * meson / (mass * mass)
    guard velocity > 0 else { return 0 }
    let v = ElectroweakInputs.higgsVacuum
    let correction = 1 + (5.67 + 4 * log(scale)) * a + (35.94 - 1.36 * flavours) * a * a
    return 3 * quark * quark * mass / (8 * .pi * v * v) * velocity * velocity.squareRoot() * correction
  }
}
