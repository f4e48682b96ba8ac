import Foundation
import Numerics
import Portals
import Units

/// Standard Model states -> V* -> chi chibar through a vector V (or a photon) in the s-channel, all final states of ``Portals/VectorDecay`` included,
/// neutrinos through the Z too, resonance included:
///
///     gamma = int ds/pi  s Gamma_SM(sqrt s) Gamma_chi(sqrt s)/[(s - M^2)^2 + s Gamma_chi^2]  3 sqrt(s) T K_1(sqrt(s)/T)/(2 pi^2)
///
/// because each half is the decay of a vector of mass sqrt(s). On a narrow resonance it is the inverse decay of V times its branching ratio. Off the
/// resonance the width changes nothing; the
/// visible width in the denominator is left out (order epsilon^2 alpha/alpha_D). Maxwell-Boltzmann statistics. Processes of fourth order in the small
/// coupling are left out.
struct MediatedPairs: ProductionProcess {
  let name: String
  let particles = 2
  let isClassical = true
  private let chiMass: Double
  /// (sqrt(s), weight * integrand without the thermal factor).
  private let nodes: [(energy: Double, weight: Double)]

  /// - Parameters:
  ///   - mediator: M in GeV; zero for a photon.
  ///   - highest: largest sqrt(s) in GeV that is counted.
  ///   - visibleWidth: Gamma_SM at a mass in GeV.
  init(name: String, current: DarkCurrent, mediator: Double, highest: Double, visibleWidth: (Double) throws -> Double) throws {
    self.name = name
    chiMass = 0.5 * current.threshold
    let threshold = current.threshold
    var nodes: [(energy: Double, weight: Double)] = []
    func panel(_ low: Double, _ high: Double, _ order: Int, _ map: (Double) -> (energy: Double, jacobian: Double)) throws {
      for (x, weight) in GaussLegendre(order: order).mapped(from: low, to: high) {
        let (energy, jacobian) = map(x)
        let width = current.width(vectorMass: energy)
        let distance = (energy - mediator) * (energy + mediator)
        let s = energy * energy
        let denominator = distance * distance + s * width * width
        guard denominator > 0, width > 0 else { continue }
        let value = s * (try visibleWidth(energy)) * width / denominator / Double.pi * 2 * energy
        nodes.append((energy, weight * jacobian * value * 3 * energy / (2 * Double.pi * Double.pi)))
      }
    }
    // The root at threshold: sqrt(s) = 2m + 2m u^2; then logarithmic panels, and arctangent panels on the resonance.
    // For a photon the Z is the resonance, through the visible width; narrow mesons are not resolved (each less than the states around it).
    let isPhoton = mediator == 0
    let pole = isPhoton ? AbundanceInputs.zMass.value : mediator
    let width = pole > threshold ? isPhoton ? AbundanceInputs.zWidth.value : current.width(vectorMass: mediator) : 0
    func smooth(_ low: Double, _ high: Double) throws {
      guard high > low else { return }
      let (a, b) = (((low - threshold) / threshold).squareRoot(), ((high - threshold) / threshold).squareRoot())
      let (la, lb) = (log1p(a * 4), log1p(b * 4))
      let count = max(1, Int(((lb - la) / 0.35).rounded(.up)))
      for i in 0..<count {
        try panel(la + (lb - la) * Double(i) / Double(count), la + (lb - la) * Double(i + 1) / Double(count), 6) { v in
          let u = expm1(v) / 4
          return (threshold * (1 + u * u), 2 * threshold * u * exp(v) / 4)
        }
      }
    }
    if width > 0, pole < highest {
      let half = min(0.5 * (pole - threshold), 0.3 * pole)
      let (low, high) = (pole - half, min(highest, pole + half))
      try smooth(threshold, low)
      // sqrt(s) = M + (Gamma/2) tan(v).
      let scale = 0.5 * width
      let (from, to) = (atan((low - pole) / scale), atan((high - pole) / scale))
      for i in 0..<6 {
        try panel(from + (to - from) * Double(i) / 6, from + (to - from) * Double(i + 1) / 6, 6) { v in
          let c = cos(v)
          return (pole + scale * tan(v), scale / (c * c))
        }
      }
      try smooth(high, highest)
    } else {
      try smooth(threshold, highest)
    }
    self.nodes = nodes
  }

  func scaledReactionDensity(temperature t: Double) -> Double {
    t
      * nodes.reduce(0) { sum, node in
        let exponent = (node.energy - 2 * chiMass) / t
        guard exponent < 60 else { return sum }
        return sum + node.weight * ThermalIntegral.scaledBesselK1(node.energy / t) * exp(-exponent)
      }
  }
}
