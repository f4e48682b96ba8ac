import Foundation
import Numerics

/// Photons, electrons and positrons in equilibrium with their electromagnetic interaction to order e^3, in units of powers of the temperature.
///
/// Interaction pressure (A. F. Heckler, Phys. Rev. D 49 (1994) 611; J. J. Bennett et al., arXiv:1911.04504, eqs. for P^(2) without its logarithmic term, and P^(3)):
///
///     P2 = -e^2 T^2/(12 pi^2) J - e^2/(8 pi^4) J^2,      P3 = e^3 T/(12 pi^4) I^(3/2),
///     J = int dp p^2/E N,   I = int dp (p^2 + E^2)/E N,   N = 2/(exp(E/T) + 1)
///
/// and rho = T dP/dT - P. The logarithmic term left out changes N_eff by less than 1e-4 (1911.04504, table 1).
public struct ElectromagneticPlasma: Sendable {
  /// Which orders of the interaction are kept.
  public enum Interaction: String, Sendable, Hashable, CaseIterable {
    case none, second, third
  }

  private static let range = (lower: log(2e-4), upper: log(100.0))
  private static let tables: [Interaction: ElectromagneticPlasma] = [
    .none: ElectromagneticPlasma(.none), .second: ElectromagneticPlasma(.second), .third: ElectromagneticPlasma(.third),
  ]
  private static let full = ElectromagneticPlasma(.third)
  private let table: HermiteTable

  /// The shared table of the full treatment.
  public static var standard: ElectromagneticPlasma { full }

  /// The shared table of one treatment of the interaction.
  public static func of(_ interaction: Interaction) -> ElectromagneticPlasma { tables[interaction] ?? full }

  private init(_ interaction: Interaction) {
    let photons = Double.pi * Double.pi / 15
    let electrons = IdealGas.of(.fermion)
    table = HermiteTable(from: Self.range.lower, to: Self.range.upper, count: 1200, channels: 2) { w in
      let gas = electrons.values(logRatio: w)
      let h = 2e-3
      let here = Self.interaction(w, interaction)
      let around = [-2.0, -1, 1, 2].map { Self.interaction(w + $0 * h, interaction) }
      func slope(_ key: KeyPath<Interacting, Double>) -> Double {
        (8 * (around[2][keyPath: key] - around[1][keyPath: key]) - (around[3][keyPath: key] - around[0][keyPath: key])) / (12 * h)
      }
      return [
        (photons + 4 * gas.energy + here.energy, 4 * (4 * gas.energy - gas.heatCapacity) + slope(\.energy)),
        (photons / 3 + 4 * gas.pressure + here.pressure, 4 * (3 * gas.pressure - gas.energy) + slope(\.pressure)),
      ]
    }
  }

  /// Values at ln(m_e/T). Below 2e-4 the electrons are massless, above 100 they are gone.
  public func values(logRatio w: Double) -> IdealGas.Values {
    let at = table.locate(w)
    let energy = table.value(at, 0)
    let slope = w > Self.range.lower && w < Self.range.upper ? table.slope(at, 0) : 0
    return IdealGas.Values(energy: energy, pressure: table.value(at, 1), heatCapacity: 4 * energy - slope)
  }

  /// Pressure and energy density of the interaction in units of T^4.
  struct Interacting {
    var energy: Double
    var pressure: Double
  }

  private static let rule = GaussLegendre(order: 48)

  static func interaction(_ w: Double, _ order: Interaction) -> Interacting {
    guard order != .none else { return Interacting(energy: 0, pressure: 0) }
    let x = exp(w)
    let scale = 60 + 14 * x.squareRoot()
    // J, I and their derivatives in ln x.
    var (j, i, slopeJ, slopeI) = (0.0, 0.0, 0.0, 0.0)
    for (node, weight) in zip(rule.nodes, rule.weights) {
      let u = 0.5 * (1 + node)
      let y = scale * u * u * u
      let measure = 0.5 * weight * 3 * scale * u * u
      let e = (y * y + x * x).squareRoot()
      let b = exp(-e)
      let n = 2 * b / (1 + b)
      let derivative = -n / (1 + b)
      j += measure * y * y / e * n
      i += measure * (y * y + e * e) / e * n
      // dJ/dx = -x int n/e after an integration by parts; dI/dx directly.
      slopeJ -= measure * x * x * n / e
      slopeI += measure * x * x * (2 * derivative - x * x * (derivative * e - n) / (e * e * e))
    }
    let charge = EarlyUniverseInputs.electricCharge
    let e2 = charge * charge
    let (pi2, pi4) = (Double.pi * Double.pi, pow(Double.pi, 4))
    var pressure = -e2 / (12 * pi2) * j - e2 / (8 * pi4) * j * j
    var slope = -e2 / (12 * pi2) * slopeJ - e2 / (4 * pi4) * j * slopeJ
    if order == .third {
      let factor = e2 * charge / (12 * pi4)
      pressure += factor * i * i.squareRoot()
      slope += 1.5 * factor * i.squareRoot() * slopeI
    }
    // rho = T dP/dT - P = T^4 (3 p - dp/d ln x).
    return Interacting(energy: 3 * pressure - slope, pressure: pressure)
  }
}
