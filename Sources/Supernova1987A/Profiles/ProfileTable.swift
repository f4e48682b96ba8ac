import Units

/// A piecewise-linear table in radius (km), constant beyond its ends.
struct ProfileTable: Sendable {
  let radii: [Double]
  let values: [Double]

  init(_ points: [(radius: Double, value: Double)]) {
    radii = points.map(\.radius)
    values = points.map(\.value)
  }

  init(radii: [Double], values: [Double]) {
    self.radii = radii
    self.values = values
  }

  func callAsFunction(_ r: Double) -> Double {
    guard let upper = radii.firstIndex(where: { $0 >= r }) else { return values[values.count - 1] }
    guard upper > 0 else { return values[0] }
    let fraction = (r - radii[upper - 1]) / (radii[upper] - radii[upper - 1])
    return values[upper - 1] + fraction * (values[upper] - values[upper - 1])
  }

  /// Every entry as an input.
  func inputs(_ quantity: String, unit: String, source: String) -> [Input] {
    zip(radii, values).map { Input("\(quantity) at \($0) km", $1, unit: unit, source: source, status: .published) }
  }
}
