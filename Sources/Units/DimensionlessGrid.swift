import Foundation

/// Bare numbers of a command line: one number, a comma list, `LOW..HIGH:N` (logarithmic, above zero) or `LOW..HIGH:Nlin` (linear, any sign).
public struct DimensionlessGrid: Sendable, Hashable {
  /// As many as were asked for, in the order given or ascending.
  public let values: [Double]

  /// - Parameters:
  ///   - what: for messages, for example `omega_b`.
  ///   - range: allowed for every value.
  /// - Throws: ``QuantityError`` naming what was found and what is allowed.
  public static func parse(_ text: String, what: String, in range: ClosedRange<Double>) throws -> DimensionlessGrid {
    guard let dots = text.range(of: "..") else {
      let items = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return DimensionlessGrid(values: try items.map { try parseDimensionless($0, what: what, in: range) })
    }
    let tail = text[dots.upperBound...]
    guard let colon = tail.lastIndex(of: ":") else { throw QuantityError("\(what): the grid has no number of points; write LOW..HIGH:N or LOW..HIGH:Nlin") }
    let low = try parseDimensionless(String(text[..<dots.lowerBound]), what: what, in: range)
    let high = try parseDimensionless(String(tail[..<colon]), what: what, in: range)
    var countText = tail[tail.index(after: colon)...]
    let isLinear = countText.hasSuffix("lin")
    if isLinear { countText = countText.dropLast(3) }
    guard let count = Int(countText), (2...1_000_000).contains(count) else {
      throw QuantityError("\(what): '\(countText.prefix(60))' is not a number of grid points; allowed: 2 to 1000000")
    }
    guard low < high else { throw QuantityError("\(what): the grid must ascend; found \(low) to \(high)") }
    guard isLinear || low > 0 else {
      throw QuantityError("\(what): a logarithmic grid begins above zero; found \(low); write LOW..HIGH:Nlin for a linear one")
    }
    return DimensionlessGrid(
      values: (0..<count).map { i in
        if i == 0 { return low }
        if i == count - 1 { return high }
        let t = Double(i) / Double(count - 1)
        return isLinear ? low + t * (high - low) : low * exp(t * log(high / low))
      })
  }
}
