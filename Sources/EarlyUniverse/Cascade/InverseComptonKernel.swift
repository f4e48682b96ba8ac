import Foundation
import Numerics

/// Inverse Compton scattering of electrons on a black body, with the Klein-Nishina cross section.
///
/// With z = E_gamma/E and b = 4 E T/m_e^2 the thermal average of F. C. Jones, Phys. Rev. 167 (1968) 1159 (ultrarelativistic electrons, target photons small against E)
/// depends on w = z/(b (1 - z)) through two functions of one variable:
///
///     dGamma/dE_gamma = 2 alpha^2 T^2/(pi E^2) [ Phi_1(w) + z^2/(2 (1 - z)) Phi_2(w) ]
///     Phi_1 = int_w du u/(e^u - 1) [2 q ln q + (1 + 2q)(1 - q)],   Phi_2 = int_w du u/(e^u - 1) (1 - q),   q = w/u
///
/// Tabulated is the rate of losses above z, a function of b and w: it holds scatterings that lose far less than one step of an energy grid, and its differences conserve
/// their number.
package struct InverseComptonKernel: Sendable {
  private static let largest = 50.0
  private static let cells = 240
  private static let logB = (lower: log(1e-6), upper: log(2e3))
  private static let bCells = 230
  /// ln of int_w^inf [...] dw/(1 + b w)^2 and its slope per cell, row by row in b.
  private let table: [Double]
  private static let coupling = 2 * EarlyUniverseInputs.alpha * EarlyUniverseInputs.alpha / Double.pi
  private static let inverseMassSquared = 1 / (EarlyUniverseInputs.electronMass * EarlyUniverseInputs.electronMass)
  private static let instance = InverseComptonKernel()

  /// The shared table, computed at first use in about 10 ms.
  package static var shared: InverseComptonKernel { instance }

  private init() {
    let rule = GaussLegendre(order: 4)
    let thermal = GaussLegendre(order: 40)
    func functions(_ w: Double) -> (Double, Double) {
      var (first, second) = (0.0, 0.0)
      for (node, weight) in zip(thermal.nodes, thermal.weights) {
        // u = w + 60 s^3: dense at the lower end.
        let s = 0.5 * (1 + node)
        let u = w + 60 * s * s * s
        let q = w / u
        let bose = 0.5 * weight * 180 * s * s * u / expm1(u)
        first += bose * ((q > 0 ? 2 * q * log(q) : 0) + (1 + 2 * q) * (1 - q))
        second += bose * (1 - q)
      }
      return (first, second)
    }
    func position(_ i: Double) -> Double { Self.largest * pow(i / Double(Self.cells), 3) }
    // Nodes of every cell, and the edges for the slopes.
    var nodes: [[(w: Double, weight: Double, first: Double, second: Double)]] = []
    for i in 0..<Self.cells {
      nodes.append(
        zip(rule.nodes, rule.weights).map { node, weight in
          let x = Double(i) + 0.5 * (1 + node)
          let w = position(x)
          let (first, second) = functions(w)
          return (w, 0.5 * weight * 3 * w / x, first, second)
        })
    }
    let edges = (0...Self.cells).map { i -> (w: Double, measure: Double, first: Double, second: Double) in
      let w = position(Double(i))
      let (first, second) = functions(w)
      return (w, i == 0 ? 0 : 3 * w / Double(i), first, second)
    }
    func integrand(_ b: Double, _ w: Double, _ first: Double, _ second: Double) -> Double {
      let d = 1 + b * w
      return (first + b * b * w * w / (2 * d) * second) / (d * d)
    }
    var table: [Double] = []
    for row in 0...Self.bCells {
      let b = exp(Self.logB.lower + (Self.logB.upper - Self.logB.lower) * Double(row) / Double(Self.bCells))
      // Beyond the last edge the integrand falls as exp(-w): its value is the integral but for 2 %, and 1e-22 of the whole.
      var sum = integrand(b, edges[Self.cells].w, edges[Self.cells].first, edges[Self.cells].second)
      var entries = [(Double, Double)](repeating: (0, 0), count: Self.cells + 1)
      for i in stride(from: Self.cells, through: 0, by: -1) {
        if i < Self.cells { for node in nodes[i] { sum += node.weight * integrand(b, node.w, node.first, node.second) } }
        let edge = edges[i]
        entries[i] = (log(sum), -edge.measure * integrand(b, edge.w, edge.first, edge.second) / sum)
      }
      for entry in entries {
        table.append(entry.0)
        table.append(entry.1)
      }
    }
    self.table = table
  }

  /// One electron energy at one temperature: the two rows of the table between which b lies.
  package struct Electron {
    package let energy: Double
    /// The table's column is this times the ``root(ofLoss:from:)``.
    fileprivate let columnPerRoot: Double
    fileprivate let logScale: Double
    fileprivate let row: Int
    fileprivate let fraction: Double
  }

  package func electron(_ energy: Double, temperature: Double) -> Electron { electron(energy, in: Medium(temperature: temperature)) }

  /// What depends on the temperature alone.
  struct Medium {
    fileprivate let bPerEnergy: Double
    fileprivate let logB: Double
    fileprivate let logScale: Double

    /// b of an electron.
    func b(_ energy: Double) -> Double { bPerEnergy * energy }

    init(temperature: Double) {
      bPerEnergy = 4 * temperature * InverseComptonKernel.inverseMassSquared
      logB = log(bPerEnergy)
      logScale = log(InverseComptonKernel.coupling * temperature * temperature * bPerEnergy)
    }
  }

  func electron(_ energy: Double, in medium: Medium) -> Electron {
    let position = (log(energy) + medium.logB - Self.logB.lower) / (Self.logB.upper - Self.logB.lower) * Double(Self.bCells)
    let held = min(max(position, 0), Double(Self.bCells))
    let row = min(Int(held), Self.bCells - 1)
    return Electron(
      energy: energy, columnPerRoot: Double(Self.cells) / cbrt(Self.largest * medium.b(energy)), logScale: medium.logScale, row: row,
      fraction: held - Double(row))
  }

  /// cbrt(b w) = cbrt(z/(1 - z)): how a loss enters, whatever the temperature. `nil` for losses of everything.
  static func root(ofLoss loss: Double, from energy: Double) -> Double? { loss < energy ? cbrt(loss / (energy - loss)) : nil }

  /// Logarithm of the rate in MeV of scatterings that lose more than what has this ``root(ofLoss:from:)``; `nil` where there are none (less than e^-50 of all).
  func logRate(_ electron: Electron, aboveRoot root: Double) -> Double? {
    let x = electron.columnPerRoot * root
    guard x < Double(Self.cells) else { return nil }
    let cell = min(Int(x), Self.cells - 1)
    let u = x - Double(cell)
    let v = 1 - u
    return table.withUnsafeBufferPointer { t in
      func value(_ row: Int) -> Double {
        let i = 2 * (row * (Self.cells + 1) + cell)
        return v * v * ((1 + 2 * u) * t[i] + u * t[i + 1]) + u * u * ((1 + 2 * v) * t[i + 2] - v * t[i + 3])
      }
      return electron.logScale + (1 - electron.fraction) * value(electron.row) + electron.fraction * value(electron.row + 1)
    }
  }

  /// Rate in MeV of scatterings that lose more than `loss` MeV.
  package func rate(_ electron: Electron, above loss: Double) -> Double {
    Self.root(ofLoss: loss, from: electron.energy).map { rate(electron, aboveRoot: $0) } ?? 0
  }

  func rate(_ electron: Electron, aboveRoot root: Double) -> Double { logRate(electron, aboveRoot: root).map { exp($0) } ?? 0 }

  /// Rate in MeV of all scatterings.
  package func total(_ electron: Electron) -> Double { rate(electron, above: 0) }

  /// dGamma/dE_gamma for vanishing loss, dimensionless: Phi_1(0) = pi^2/6.
  func density(atZeroLoss energy: Double, temperature: Double) -> Double {
    Self.coupling * temperature * temperature / (energy * energy) * Double.pi * Double.pi / 6
  }
}
