/// A real 3 x 3 matrix in the flavours u, d, s: a meson field or the quark masses. Used while tables are set up.
struct FlavourMatrix: Sendable {
  private(set) var entries: [Double]

  init(_ entries: [Double]) { self.entries = entries }

  static func diagonal(_ values: [Double]) -> FlavourMatrix { FlavourMatrix([values[0], 0, 0, 0, values[1], 0, 0, 0, values[2]]) }

  /// The matrix with one entry of `value`.
  static func unit(_ row: Int, _ column: Int, _ value: Double = 1) -> FlavourMatrix {
    var entries = [Double](repeating: 0, count: 9)
    entries[3 * row + column] = value
    return FlavourMatrix(entries)
  }

  subscript(row: Int, column: Int) -> Double { entries[3 * row + column] }
  var trace: Double { entries[0] + entries[4] + entries[8] }

  static func + (a: FlavourMatrix, b: FlavourMatrix) -> FlavourMatrix { FlavourMatrix(zip(a.entries, b.entries).map { $0 + $1 }) }
  static func - (a: FlavourMatrix, b: FlavourMatrix) -> FlavourMatrix { FlavourMatrix(zip(a.entries, b.entries).map { $0 - $1 }) }
  static func * (a: Double, b: FlavourMatrix) -> FlavourMatrix { FlavourMatrix(b.entries.map { a * $0 }) }
  static func * (a: FlavourMatrix, b: FlavourMatrix) -> FlavourMatrix {
    var product = [Double](repeating: 0, count: 9)
    for i in 0..<3 {
      for j in 0..<3 {
        let (first, second, third) = (a.entries[3 * i] * b.entries[j], a.entries[3 * i + 1] * b.entries[3 + j], a.entries[3 * i + 2] * b.entries[6 + j])
        product[3 * i + j] = first + second + third
      }
    }
    return FlavourMatrix(product)
  }
}

/// The mesons of final states as flavour matrices with Tr T^2 = 1/2 (Tr T T^dagger for charged ones), for one eta-eta' mixing.
struct MesonMatrices: Sendable {
  let pi0, eta, etaPrime: FlavourMatrix
  let piPlus = FlavourMatrix.unit(0, 1, 0.5.squareRoot())
  let piMinus = FlavourMatrix.unit(1, 0, 0.5.squareRoot())
  let kPlus = FlavourMatrix.unit(0, 2, 0.5.squareRoot())
  let kMinus = FlavourMatrix.unit(2, 0, 0.5.squareRoot())
  let kZero = FlavourMatrix.unit(1, 2, 0.5.squareRoot())
  let kZeroBar = FlavourMatrix.unit(2, 1, 0.5.squareRoot())

  init(_ mixing: LightMesonMixing) {
    func state(_ column: Int) -> FlavourMatrix { Self.neutral((0..<3).map { mixing.vectors[$0][column] }) }
    (pi0, eta, etaPrime) = (state(0), state(1), state(2))
  }

  /// The matrix of field amplitudes (pi_3, eta_q, eta_s).
  static func neutral(_ fields: [Double]) -> FlavourMatrix {
    .diagonal([(fields[0] + fields[1]) / 2, (fields[1] - fields[0]) / 2, fields[2] / 2.0.squareRoot()])
  }
}
