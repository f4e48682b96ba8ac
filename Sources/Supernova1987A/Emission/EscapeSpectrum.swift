import Foundation

/// Luminosity as a function of the mixing: L = eps^2 Sum W exp(-eps^2 t) over emission terms W (erg/s) with optical depth t, both for eps = 1.
///
/// Terms are gathered in bins of 2 % in t with their emission-weighted mean depth, which changes L by less than 1e-4 of itself per unit of optical depth squared.
struct EscapeSpectrum: Sendable {
  private(set) var weights: [Double]
  private(set) var depths: [Double]

  private static let lowest = log(1e-20)
  private static let step = 0.02
  private static let bins = 5000

  struct Accumulator {
    private var weights = [Double](repeating: 0, count: EscapeSpectrum.bins)
    private var moments = [Double](repeating: 0, count: EscapeSpectrum.bins)

    mutating func add(weight: Double, depth: Double) {
      guard weight > 0 else { return }
      let position = depth > 0 ? (log(depth) - EscapeSpectrum.lowest) / EscapeSpectrum.step : 0
      let bin = Int(min(max(position, 0), Double(EscapeSpectrum.bins - 1)))
      weights[bin] += weight
      moments[bin] += weight * depth
    }

    func spectrum() -> EscapeSpectrum {
      let filled = weights.indices.filter { weights[$0] > 0 }
      return EscapeSpectrum(weights: filled.map { weights[$0] }, depths: filled.map { moments[$0] / weights[$0] })
    }
  }

  /// Sum W: luminosity over eps^2 of a transparent star, in erg/s.
  var transparent: Double { weights.reduce(0, +) }

  /// Luminosity in erg/s at a kinetic mixing.
  func luminosity(mixing: Double) -> Double {
    let squared = mixing * mixing
    var sum = 0.0
    for (weight, depth) in zip(weights, depths) { sum += weight * exp(-squared * depth) }
    return squared * sum
  }
}
