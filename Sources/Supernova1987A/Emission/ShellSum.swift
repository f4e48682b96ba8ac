import Foundation
import Units

/// Emission and optical depth of every shell for one mode and energy, at eps = 1.
struct ShellSum {
  /// dV Gamma'_prod in 1/GeV^2 of the emitting shells.
  let emission: [Double]
  /// Radial optical depth of each shell.
  let depth: [Double]
  /// Radial optical depth from each shell's outer boundary to the far radius.
  let depthOutside: [Double]
  private let absorptionPerKilometre: [Double]

  init(grid: StellarGrid, boundary: [ModeRates], mass: Double, energy: Double, velocity: Double) {
    let kilometre = 1e3 * NaturalUnits.metre
    let count = grid.layers.count - 1
    var emission = [Double](repeating: 0, count: grid.emittingShells)
    var depth = [Double](repeating: 0, count: count)
    var outside = depth
    var absorption = depth
    var accumulated = 0.0
    for shell in stride(from: count - 1, through: 0, by: -1) {
      let average = ShellAverage(boundary[shell], boundary[shell + 1], mass: mass, energy: energy)
      let (inner, outer) = (grid.layers[shell].radiusKilometres, grid.layers[shell + 1].radiusKilometres)
      absorption[shell] = average.netAbsorption * average.mixing / velocity * kilometre
      depth[shell] = absorption[shell] * (outer - inner)
      outside[shell] = accumulated
      accumulated += depth[shell]
      if shell < grid.emittingShells {
        let volume = 4 * Double.pi / 3 * (outer * outer * outer - inner * inner * inner) * kilometre * kilometre * kilometre
        emission[shell] = volume * average.production * average.mixing
      }
    }
    self.emission = emission
    self.depth = depth
    depthOutside = outside
    absorptionPerKilometre = absorption
  }

  /// Optical depth along a path with these lengths in km through the shells.
  func depth(along lengths: [Double]) -> Double {
    var sum = 0.0
    for (absorption, length) in zip(absorptionPerKilometre, lengths) { sum += absorption * length }
    return sum
  }
}
