import Foundation
import Numerics

extension ThermalHistory {
  /// The Universe at a time in seconds, between the computed epochs by interpolation of sixth order in the logarithms (1e-7).
  ///
  /// - Throws: ``NumericsError/interpolation(label:reason:)`` outside the history.
  public func epoch(atTime time: Double) throws -> Epoch { try epoch(at: time, of: \.time) }

  /// The Universe when the photons had a temperature in MeV, as ``epoch(atTime:)``.
  public func epoch(atPhotonTemperature temperature: Double) throws -> Epoch { try epoch(at: temperature, of: \.photonTemperature) }

  private func epoch(at value: Double, of key: KeyPath<Epoch, Double>) throws -> Epoch {
    guard let first = epochs.first, let last = epochs.last, epochs.count >= 6 else {
      throw NumericsError.interpolation(label: "thermal history", reason: "has only \(epochs.count) epochs")
    }
    let descending = first[keyPath: key] > last[keyPath: key]
    let range = descending ? last[keyPath: key]...first[keyPath: key] : first[keyPath: key]...last[keyPath: key]
    guard range.contains(value) else {
      throw NumericsError.interpolation(label: "thermal history", reason: "\(value) is outside \(range.lowerBound)...\(range.upperBound)")
    }
    var (low, high) = (0, epochs.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if (epochs[middle][keyPath: key] > value) == descending { low = middle } else { high = middle }
    }
    let from = min(max(0, low - 2), epochs.count - 6)
    let nodes = epochs[from..<from + 6].map { log($0[keyPath: key]) }
    let x = log(value)
    let weights = (0..<6).map { i in (0..<6).reduce(1.0) { $1 == i ? $0 : $0 * (x - nodes[$1]) / (nodes[i] - nodes[$1]) } }
    func interpolated(_ quantity: KeyPath<Epoch, Double>) -> Double {
      exp(zip(weights, epochs[from..<from + 6]).reduce(0.0) { $0 + $1.0 * log($1.1[keyPath: quantity]) })
    }
    return Epoch(
      time: interpolated(\.time), scaleFactor: interpolated(\.scaleFactor), photonTemperature: interpolated(\.photonTemperature),
      electronNeutrinoTemperature: interpolated(\.electronNeutrinoTemperature), muonNeutrinoTemperature: interpolated(\.muonNeutrinoTemperature),
      hubbleRate: interpolated(\.hubbleRate), energyDensity: interpolated(\.energyDensity), pressure: interpolated(\.pressure))
  }
}
