import Foundation

/// A list of values to scan: `LOW..HIGH:N` (logarithmic, ends included), `LOW..HIGH:Nlin` (linear), or a comma list.
public struct Grid<Value: Quantity>: Sendable, Hashable {
  /// The values in natural units, strictly ascending.
  public let values: [Double]

  /// At most this many values: a guard against a slip of the keyboard, not a physical limit.
  public static var maximumCount: Int { 1_000_000 }

  /// - Throws: ``QuantityError`` when a value is not finite and positive, when there is none, or when values do not ascend strictly.
  public init(values: [Double]) throws {
    guard !values.isEmpty else { throw QuantityError("the grid is empty; give LOW..HIGH:N or a comma list") }
    guard values.allSatisfy({ $0.isFinite && $0 > 0 }) else { throw QuantityError("every value of a grid must be finite and above zero") }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) else { throw QuantityError("the values of a grid must ascend without repetition") }
    self.values = values
  }

  /// `count` values from `low` to `high`, both included, evenly spaced in the logarithm.
  public static func logarithmic(from low: Value, to high: Value, count: Int) throws -> Grid {
    try range(low.naturalValue, high.naturalValue, count, linear: false)
  }

  /// The grid written in `text`.
  public static func parse(_ text: String) throws -> Grid {
    guard let dots = text.range(of: "..") else {
      let items = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return try Grid(values: items.map { try Value.parse($0).naturalValue }.sorted())
    }
    let low = try Value.parse(String(text[..<dots.lowerBound]))
    let tail = text[dots.upperBound...]
    guard let colon = tail.lastIndex(of: ":") else {
      throw QuantityError("grid '\(printable(text))' has no number of points; write LOW..HIGH:N, or LOW..HIGH:Nlin for a linear one")
    }
    let high = try Value.parse(String(tail[..<colon]))
    var countText = tail[tail.index(after: colon)...]
    let linear = countText.hasSuffix("lin")
    if linear { countText = countText.dropLast(3) }
    guard let count = Int(countText), countText.allSatisfy(\.isNumber), (1...maximumCount).contains(count) else {
      throw QuantityError("'\(printable(String(countText)))' is not a number of grid points; allowed: 1 to \(maximumCount)")
    }
    return try range(low.naturalValue, high.naturalValue, count, linear: linear)
  }

  private static func range(_ low: Double, _ high: Double, _ count: Int, linear: Bool) throws -> Grid {
    if count == 1, low == high { return try Grid(values: [low]) }
    guard low < high else { throw QuantityError("the grid must ascend: its low end \(low) is not below its high end \(high)") }
    guard count >= 2 else { throw QuantityError("a grid from LOW to HIGH needs at least 2 points; found \(count)") }
    let values = (0..<count).map { i -> Double in
      if i == 0 { return low }
      if i == count - 1 { return high }
      let t = Double(i) / Double(count - 1)
      return linear ? low + t * (high - low) : low * exp(t * log(high / low))
    }
    return try Grid(values: values)
  }
}
