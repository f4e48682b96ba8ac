import Foundation
import Numerics

/// Neutrinos whose number is not that of equilibrium at their energy: below 2 MeV nothing restores it, and what makes a particle of two of them takes number and energy in another proportion than decays give back.
///
/// A Fermi distribution with the same chemical potential eta T for neutrinos and antineutrinos, from number and energy:
///
///     R = (n/n_0)/(rho/rho_0)^(3/4) with n_0, rho_0 at eta = 0;   T = T_E (rho/rho_0)^(-1/4),   T_E the temperature of that energy without eta
package struct NeutrinoDilution: Sendable {
  /// exp(eta).
  package let fugacity: Double
  /// T/T_E.
  package let temperature: Double

  static let none = NeutrinoDilution(fugacity: 1, temperature: 1)

  private init(fugacity: Double, temperature: Double) {
    self.fugacity = fugacity
    self.temperature = temperature
  }

  /// Temperature without chemical potential at which captures on nucleons, that go with E^4 f dE ~ rho T, are as fast, over T_E. Against the integral over E^4 f
  /// that rate is 1.5 % high at eta = -1, 1.3, 3, 8 % low at 0.5, 1, 2; Q next to E and blocking are left out.
  var capture: Double { pow(temperature, 0.2) }

  /// From R; held at eta from -12 to 8.
  package init(_ ratio: Double) {
    let at = Self.table.locate(log(max(ratio, 1e-3)))
    self.init(fugacity: exp(Self.table.value(at, 0)), temperature: exp(Self.table.value(at, 1)))
  }

  /// eta and ln(T/T_E) against ln R.
  private static let table: HermiteTable = {
    let rest = (moment(2, 0), moment(3, 0))
    let nodes = stride(from: -12.0, through: 8.0, by: 0.05).map { eta in
      let (number, energy) = (moment(2, eta) / rest.0, moment(3, eta) / rest.1)
      return (eta: eta, ratio: log(number) - 0.75 * log(energy), temperature: -0.25 * log(energy))
    }
    return HermiteTable(from: nodes[0].ratio, to: nodes[nodes.count - 1].ratio, count: 400) { r in
      let after = min(max(1, nodes.firstIndex { $0.ratio > r } ?? nodes.count - 1), nodes.count - 1)
      let first = min(max(0, after - 2), nodes.count - 4)
      let near = nodes[first..<first + 4]
      func interpolated(_ value: (_ node: (eta: Double, ratio: Double, temperature: Double)) -> Double) -> Double {
        near.reduce(0) { sum, node in
          sum + value(node) * near.reduce(1) { $1.eta == node.eta ? $0 : $0 * (r - $1.ratio) / (node.ratio - $1.ratio) }
        }
      }
      return [interpolated(\.eta), interpolated(\.temperature)]
    }
  }()

  /// int dx x^k/(exp(x - eta) + 1).
  private static func moment(_ k: Int, _ eta: Double) -> Double {
    let rule = GaussLegendre(order: 40)
    let span = 60.0
    return zip(rule.nodes, rule.weights).reduce(0) { sum, entry in
      let u = 0.5 * (1 + entry.0)
      let x = span * u * u
      return sum + 0.5 * entry.1 * 2 * span * u * pow(x, Double(k)) / (exp(x - eta) + 1)
    }
  }

  /// Number density of all flavours without chemical potential, antineutrinos counted, in MeV^3: 3 zeta(3)/(2 pi^2) T^3 of each.
  static func number(_ flavours: (Double, Double, Double)) -> Double {
    func cube(_ t: Double) -> Double { t * t * t }
    return 1.5 * DecayingSpecies.zeta3 / (Double.pi * Double.pi) * (cube(flavours.0) + cube(flavours.1) + cube(flavours.2))
  }
}
