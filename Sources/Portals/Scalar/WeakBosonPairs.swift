import Foundation
import Numerics
import Units

/// Widths of a Higgs-mixed scalar with sin theta = 1 to pairs of W and Z bosons, each on or off its mass shell (hep-ph/0503172, section 2.2):
/// Gamma = (1/pi^2) int dQ1^2 dQ2^2 B(Q1^2) B(Q2^2) Gamma_0, B = M Gamma/[(Q^2 - M^2)^2 + M^2 Gamma^2],
/// Gamma_0 = delta G_F m^3/(16 sqrt(2) pi) sqrt(l) (l + 12 Q1^2 Q2^2/m^4), delta = 2 for W, 1 for Z.
/// Left out: weak corrections and the interference of equal fermions (5 %).
struct WeakBosonPairs: Sendable {
  /// Below, in GeV, both widths are under 1e-6 of the total and are set to zero.
  static let lowestMass = 20.0

  private let w: LogLogSpline
  private let z: LogLogSpline

  /// Built once.
  static func shared() throws -> WeakBosonPairs { try cached.get() }
  private static let cached = Result { try WeakBosonPairs() }

  private init() throws {
    let masses = logarithmicGrid(from: Self.lowestMass, to: ScalarDecay.highestMass, count: 160)
    let (wMass, wWidth) = (ElectroweakInputs.wMass.value, ElectroweakInputs.wWidth.value)
    let (zMass, zWidth) = (ElectroweakInputs.zMass.value, ElectroweakInputs.zWidth.value)
    w = try LogLogSpline("S -> W W", x: masses, y: masses.map { 2 * Self.width($0, boson: wMass, width: wWidth) })
    z = try LogLogSpline("S -> Z Z", x: masses, y: masses.map { Self.width($0, boson: zMass, width: zWidth) })
  }

  /// Both widths in GeV at a mass in GeV from ``lowestMass``.
  func callAsFunction(_ mass: Double) -> (w: Double, z: Double) { (w(mass), z(mass)) }

  private static let rule = GaussLegendre(order: 16)

  private static func width(_ mass: Double, boson: Double, width: Double) -> Double {
    let unit = ElectroweakInputs.fermiConstant.value * mass * mass * mass / (16 * 2.0.squareRoot() * .pi)
    let squared = mass * mass
    return unit
      * line(to: mass, boson, width) { first in
        line(to: mass - first.squareRoot(), boson, width) { second in
          let (x, y) = (first / squared, second / squared)
          let kallen = max(0, (1 - x - y) * (1 - x - y) - 4 * x * y)
          return kallen.squareRoot() * (kallen + 12 * x * y)
        }
      }
  }

  /// (1/pi) int_0^{q^2} dQ^2 B(Q^2) f(Q^2): far below the resonance in Q, around it in the angle that makes B constant.
  private static func line(to highest: Double, _ boson: Double, _ width: Double, _ f: (Double) -> Double) -> Double {
    let (centre, spread) = (boson * boson, boson * width)
    let split = min(highest, (centre - 8 * spread).squareRoot())
    var sum = rule.integrate(from: 0, to: split) { q in
      let distance = q * q - centre
      return 2 * q * spread / (distance * distance + spread * spread) * f(q * q)
    }
    if highest > split {
      let angle = { (q: Double) in atan((q * q - centre) / spread) }
      sum += rule.integrate(from: angle(split), to: angle(highest)) { f(centre + spread * tan($0)) }
    }
    return sum / .pi
  }
}
