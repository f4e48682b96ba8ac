import Foundation

/// Non-thermal photons in steady state at one temperature, per decay rate density of one.
public struct CascadeSpectrum: Sendable, Hashable {
  /// Grid in MeV, ascending, evenly spaced in the logarithm; the last is the largest energy of the source.
  public let energies: [Double]
  /// Continuous part dn/dE over the density of decays per time, in s/MeV.
  public let photons: [Double]
  /// Electrons and positrons, the same.
  public let electrons: [Double]
  /// Photons of the line that have not scattered yet, at the largest energy, in s.
  public let undegradedLine: Double

  /// int dE dn/dE weight(E) + the line, in s times the unit of the weight: the weight is zero below `threshold` MeV. Trapezoidal in ln E from the threshold on.
  public func integral(from threshold: Double, of weight: (Double) -> Double) -> Double {
    guard let top = energies.last, energies.count > 1 else { return 0 }
    var sum = top > threshold ? undegradedLine * weight(top) : 0
    for i in 1..<energies.count where energies[i] > threshold {
      let (low, high) = (max(energies[i - 1], threshold), energies[i])
      let step = log(energies[i] / energies[i - 1])
      let u = log(low / energies[i - 1]) / step
      let start = (1 - u) * photons[i - 1] + u * photons[i]
      // Simpson on the cell: cross sections rise steeply from their thresholds.
      let middle = (low * high).squareRoot()
      let v = log(middle / energies[i - 1]) / step
      let between = (1 - v) * photons[i - 1] + v * photons[i]
      sum += log(high / low) / 6 * (low * start * weight(low) + 4 * middle * between * weight(middle) + high * photons[i] * weight(high))
    }
    return sum
  }
}
