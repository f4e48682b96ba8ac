import Foundation
import Numerics
import Plasma
import Units

extension SolarModel.Layer {
  /// Contributions in GeV to the damping rate of transverse photons of energy `omega` (GeV): Gamma = freeFree + boundFree + thomson, each Gamma_abs - Gamma_prod.
  public func damping(energy omega: Double) -> (freeFree: Double, boundFree: Double, thomson: Double) {
    let ionized = absorbers.reduce(0) { $0 + $1.density * $1.ion.photoionization(energy: omega) }
    return (
      PhotonDamping.freeFree(energy: omega, in: plasma), ionized * -expm1(-omega / temperature),
      PhotonDamping.thomson(electronDensity: plasma.electronDensity)
    )
  }
}

/// The damping rate of photons in every layer of the Sun, tabulated once: free-free on H, He and metals, photo-ionisation of He and metals, Thomson scattering.
///
/// ln Gamma on a uniform grid of ln(omega/T), interpolated linearly: within 0.3 % off absorption edges, which are smeared over 10 % in energy.
struct SolarDamping: Sendable {
  /// Range of omega/T that is tabulated.
  static let reducedRange = 1e-5...70.0
  private static let step = 0.1
  /// The Gaunt factor is smooth: every third point is computed, the others interpolated.
  private static let gauntStride = 3

  private let count: Int
  private let lowest: Double
  /// ln Gamma in GeV, layer after layer.
  private let logRates: [Double]

  init(layers: [SolarModel.Layer]) {
    let (step, stride) = (SolarDamping.step, SolarDamping.gauntStride)
    let low = log(SolarDamping.reducedRange.lowerBound)
    let coarse = Int((log(SolarDamping.reducedRange.upperBound) - low) / (step * Double(stride))) + 2
    let count = (coarse - 1) * stride + 1
    var rates: [Double] = []
    rates.reserveCapacity(count * layers.count)
    for layer in layers {
      let plasma = layer.plasma
      // Z^2 n g summed over the ions at every coarse point.
      let gaunt = (0..<coarse).map { i -> Double in
        let u = exp(low + step * Double(stride * i))
        return plasma.ions.reduce(0) { sum, ion in
          sum + ion.charge * ion.charge * ion.density * PhotonDamping.gauntFactor(reducedEnergy: u, charge: ion.charge, in: plasma)
        }
      }
      let thomson = PhotonDamping.thomson(electronDensity: plasma.electronDensity)
      for i in 0..<count {
        let omega = exp(low + step * Double(i)) * plasma.temperature
        let (cell, part) = (min(i / stride, coarse - 2), Double(i - stride * min(i / stride, coarse - 2)) / Double(stride))
        let weight = gaunt[cell] * (1 - part) + gaunt[cell + 1] * part
        let freeFree = PhotonDamping.freeFree(energy: omega, in: plasma, squaredChargeDensity: weight, gauntFactor: 1)
        let boundFree = layer.absorbers.reduce(0) { $0 + $1.density * $1.ion.photoionization(energy: omega) } * -expm1(-omega / plasma.temperature)
        rates.append(log(freeFree + boundFree + thomson))
      }
    }
    self.count = count
    lowest = low
    logRates = rates
  }

  /// Gamma in GeV in layer `index` at reduced energy omega/T inside ``reducedRange``; the nearest end outside, where the emission is below 1e-9 of the total.
  @inline(__always) func rate(layer index: Int, logReducedEnergy: Double) -> Double {
    let position = min(max((logReducedEnergy - lowest) / SolarDamping.step, 0), Double(count - 1) - 1e-9)
    let cell = Int(position)
    let part = position - Double(cell)
    let base = index * count + cell
    return exp(logRates[base] * (1 - part) + logRates[base + 1] * part)
  }
}
