import Foundation

/// Numbers of particles in logarithmic bins of energy (MeV). What is added keeps its number and its mean energy.
struct EnergyHistogram: Sendable {
  private static let lowest = 0.3
  private static let perDecade = 60.0
  private static let step = M_LN10 / perDecade

  private var counts: [Double]
  /// Changes of the density of what covers whole bins, from one bin to the next.
  private var slopes: [Double]

  init(upTo energy: Double) {
    let bins = max(2, Int(log(max(energy, 1) / Self.lowest) / Self.step) + 2)
    counts = [Double](repeating: 0, count: bins)
    slopes = [Double](repeating: 0, count: bins + 1)
  }

  private static func edge(_ bin: Int) -> Double { lowest * exp(Double(bin) * step) }
  private static func centre(_ bin: Int) -> Double { 0.5 * (edge(bin) + edge(bin + 1)) }
  func bin(_ energy: Double) -> Int { min(counts.count - 1, max(0, Int(log(energy / Self.lowest) / Self.step))) }

  /// A number of particles spread evenly from one energy to another; what lies below 0.3 MeV is dropped.
  mutating func add(from low: Double, to high: Double, number: Double) {
    guard number > 0, high > Self.lowest else { return }
    guard high > low * (1 + 1e-9) else { return add(at: high, number: number) }
    let density = number / (high - low)
    let start = max(low, Self.lowest)
    let (first, last) = (bin(start), bin(high))
    guard first < last else { return add(at: 0.5 * (start + high), number: density * (high - start)) }
    let (a, b) = (Self.edge(first + 1), Self.edge(last))
    add(at: 0.5 * (start + a), number: density * (a - start))
    add(at: 0.5 * (b + high), number: density * (high - b))
    slopes[first + 1] += density
    slopes[last] -= density
  }

  /// Shared by the two bins whose centres enclose the energy.
  mutating func add(at energy: Double, number: Double) {
    guard number > 0, energy > Self.lowest else { return }
    let own = bin(energy)
    let left = energy < Self.centre(own) ? own - 1 : own
    guard left >= 0, left + 1 < counts.count else { return counts[own] += number }
    let part = (energy - Self.centre(left)) / (Self.centre(left + 1) - Self.centre(left))
    counts[left] += number * (1 - part)
    counts[left + 1] += number * part
  }

  /// Bins with something in them, from low to high.
  var bins: [(low: Double, high: Double, number: Double)] {
    var density = 0.0
    var result: [(low: Double, high: Double, number: Double)] = []
    for i in counts.indices {
      density += slopes[i]
      let (low, high) = (Self.edge(i), Self.edge(i + 1))
      let number = counts[i] + max(0, density) * (high - low)
      if number > 0 { result.append((low, high, number)) }
    }
    return result
  }

  /// dN/dE in 1/MeV, linear between the middles of bins, down to zero in the first empty one; `nil` where there is nothing.
  func spectrum() -> (largestEnergy: Double, density: InjectedSpectrum.Spectrum)? {
    let filled = bins
    guard let top = filled.last else { return nil }
    let last = bin(0.5 * (top.low + top.high)) + 1
    var table = [Double](repeating: 0, count: last + 1)
    for entry in filled { table[bin(0.5 * (entry.low + entry.high))] = entry.number / (entry.high - entry.low) }
    let values = table
    let start = log(Self.centre(0))
    let density: InjectedSpectrum.Spectrum = { energy in
      let position = (log(energy) - start) / Self.step
      guard position > 0, position < Double(last) else { return 0 }
      let i = Int(position)
      return values[i] + (position - Double(i)) * (values[i + 1] - values[i])
    }
    return (Self.centre(last), density)
  }
}
