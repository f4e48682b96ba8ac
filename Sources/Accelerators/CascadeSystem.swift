import Foundation

/// The discretised cascade equations on cells in y = ln(E0/E): lower-triangular, solved by forward substitution.
struct CascadeSystem {
  let middles: [Double]
  private let widths: [Double]
  /// Row i: electrons that pass the lower energy edge of cell i, per unit track density in cell j.
  private let passage: TriangularMatrix
  /// Photon track density in cell i per unit electron track density in cell j.
  private let radiated: TriangularMatrix
  /// Electrons of one charge born in cell i, per unit of y, per unit photon track density in cell j.
  private let paired: TriangularMatrix
  /// `passage` less the electrons born of photons of the electrons themselves.
  private let cascade: TriangularMatrix

  init(edges: [Double]) {
    let count = edges.count - 1
    let widths = (0..<count).map { edges[$0 + 1] - edges[$0] }
    let middles = (0..<count).map { 0.5 * (edges[$0] + edges[$0 + 1]) }
    self.widths = widths
    self.middles = middles
    let passage = TriangularMatrix(count: count) { i, j in
      ShowerKernels.integratedLossRate(edges[i + 1] - edges[j]) - ShowerKernels.integratedLossRate(edges[i + 1] - edges[j + 1])
    }
    // The kernels of photons and pairs are smooth: midpoint rule, half a cell on the diagonal.
    func smooth(_ kernel: (Double) -> Double) -> TriangularMatrix {
      TriangularMatrix(count: count) { i, j in i == j ? 0.5 * widths[i] * kernel(0.25 * widths[i]) : widths[j] * kernel(middles[i] - middles[j]) }
    }
    let radiated = smooth { ShowerKernels.radiation($0) / ShowerKernels.pairRate }
    let paired = smooth { ShowerKernels.pairs($0) }
    let returned = paired.times(radiated)
    self.passage = passage
    self.radiated = radiated
    self.paired = paired
    var bornAbove = [Double](repeating: 0, count: count)
    cascade = TriangularMatrix(count: count) { i, j in
      bornAbove[j] += 2 * widths[i] * returned[i, j]
      return passage[i, j] - bornAbove[j]
    }
  }

  /// Track density of electrons of which `bornAbove[i]` come into being above the lower energy edge of cell i.
  func solveElectrons(bornAbove: [Double]) -> [Double] { passage.solved(bornAbove) }

  /// The same with all their descendants, both charges.
  func solveCascade(bornAbove: [Double]) -> [Double] { cascade.solved(bornAbove) }

  /// Photon track density from an electron track density.
  func photons(of electrons: [Double]) -> [Double] { radiated.times(electrons) }

  /// Electrons of one charge born per unit of y from a photon track density.
  func pairs(of photons: [Double]) -> [Double] { paired.times(photons) }

  /// The integral from y = 0 to the lower energy edge of each cell.
  func cumulated(_ density: [Double]) -> [Double] {
    var sum = 0.0
    return zip(density, widths).map {
      sum += $0 * $1
      return sum
    }
  }
}

/// A lower-triangular square matrix.
struct TriangularMatrix {
  private let count: Int
  private var values: [Double]

  /// Calls `element` row by row, left to right, for every entry on and below the diagonal.
  init(count: Int, _ element: (Int, Int) -> Double) {
    self.count = count
    values = [Double](repeating: 0, count: count * count)
    for i in 0..<count { for j in 0...i { values[i * count + j] = element(i, j) } }
  }

  subscript(i: Int, j: Int) -> Double { values[i * count + j] }

  func times(_ vector: [Double]) -> [Double] {
    (0..<count).map { i in
      var sum = 0.0
      for j in 0...i { sum += values[i * count + j] * vector[j] }
      return sum
    }
  }

  func times(_ other: TriangularMatrix) -> TriangularMatrix {
    var product = TriangularMatrix(count: count) { _, _ in 0 }
    for i in 0..<count {
      for k in 0...i {
        let factor = values[i * count + k]
        for j in 0...k { product.values[i * count + j] += factor * other.values[k * count + j] }
      }
    }
    return product
  }

  /// x with (this) x = `right`, by forward substitution.
  func solved(_ right: [Double]) -> [Double] {
    var x = [Double](repeating: 0, count: count)
    for i in 0..<count {
      var rest = right[i]
      for j in 0..<i { rest -= values[i * count + j] * x[j] }
      x[i] = rest / values[i * count + i]
    }
    return x
  }
}
