import Foundation
import Numerics
import Portals
import Units

extension Model.MassGrid {
  /// The masses in GeV.
  var values: [Double] { logarithmicGrid(from: range.lowerBound, to: range.upperBound, count: count) }
}

extension Model.CouplingAxis {
  /// Couplings that may be asked about at all, the axis among them; what a constraint covers is its own affair. In the axis's unit.
  var askable: ClosedRange<Double> { unit.isEmpty ? min(1e-40, range.lowerBound)...max(10, range.upperBound) : 1e-40...1e20 }

  /// A coupling: a bare number when it is dimensionless, with its unit (`1e-10/GeV`) when it is an inverse energy or (`1e-13GeV`) an energy.
  func parse(_ text: String) throws -> Double {
    guard !unit.isEmpty else { return try parseDimensionless(text, what: "coupling \(symbol)", in: askable) }
    let value = unit == "GeV" ? try Energy.parse(text).gigaElectronVolts : try InverseEnergy.parse(text).inverseGigaElectronVolts
    guard askable.contains(value) else {
      throw QuantityError("coupling \(symbol) '\(text)' is out of range; allowed: \(askable.lowerBound) to \(askable.upperBound) in \(unit)")
    }
    return value
  }

  /// Couplings: one, a comma list, or LOW..HIGH:N evenly spaced in the logarithm (LOW..HIGH:Nlin linearly), each with the unit that ``parse(_:)`` wants.
  func parseGrid(_ text: String) throws -> [Double] {
    guard let dots = text.range(of: "..") else { return try text.split(separator: ",", omittingEmptySubsequences: false).map { try parse(String($0)) } }
    let tail = text[dots.upperBound...]
    let colon = tail.lastIndex(of: ":") ?? tail.endIndex
    let (low, high) = (try parse(String(text[..<dots.lowerBound])), try parse(String(tail[..<colon])))
    return try DimensionlessGrid.parse("\(low)..\(high)\(tail[colon...])", what: "coupling \(symbol)", in: askable).values
  }

  /// Text of the vertical axis.
  var plotLabel: String { unit.isEmpty ? "\(meaning) \(symbol)" : "\(meaning) \(symbol) [\(unit)]" }
}

extension Model {
  /// The vector portal of the model.
  ///
  /// - Throws: ``UsageError`` for another portal, which `calculation` does not cover.
  func vectorPortal(for calculation: String) throws -> VectorPortal {
    guard case .vector(let portal) = portal else { throw UsageError("model \(name) is not computed for \(calculation); only vector bosons are") }
    return portal
  }
}
