import Foundation
import Numerics
import Portals
import Units

extension Model.MassGrid {
  /// The masses in GeV.
  var values: [Double] { logarithmicGrid(from: range.lowerBound, to: range.upperBound, count: count) }
}

extension Model.CouplingAxis {
  /// Couplings that may be asked about at all; what a constraint covers is its own affair.
  static let askable = 1e-40...10.0

  /// A coupling written as a bare number.
  func parse(_ text: String) throws -> Double { try parseDimensionless(text, what: "coupling \(symbol)", in: Self.askable) }

  /// Text of the vertical axis.
  var plotLabel: String { unit.isEmpty ? "\(meaning) \(symbol)" : "\(meaning) \(symbol) [\(unit)]" }
}
