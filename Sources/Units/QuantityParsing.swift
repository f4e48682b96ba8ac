/// Strict reading of `100MeV`, `1e-10/GeV`, `1.5e7K`: a decimal number followed at once, or after one space, by a unit; nothing else.

/// Why a text is not the quantity that was asked for. The description is one line: what was found and what is allowed.
public struct QuantityError: Error, Hashable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

extension Quantity {
  /// The quantity written in `text`.
  ///
  /// - Throws: ``QuantityError`` when the number is not plain decimal notation, is not finite and positive,
  ///   or when the unit is missing or unknown; the message lists the accepted units.
  public static func parse(_ text: String) throws -> Self {
    let value = try value(in: text)
    guard value > 0 else {
      throw QuantityError("'\(printable(text))' is out of range; \(withArticle(dimensionName)) must be finite and above zero")
    }
    return Self(naturalValue: value)
  }

  /// The number in natural units written in `text`, of either sign or zero, inside `range`.
  ///
  /// - Throws: ``QuantityError`` as ``parse(_:)``, and outside the range.
  public static func parseSigned(_ text: String, in range: ClosedRange<Double>) throws -> Double {
    let value = try value(in: text)
    guard range.contains(value) else {
      throw QuantityError("\(dimensionName) '\(printable(text))' is out of range; allowed: \(range.lowerBound) to \(range.upperBound) in powers of GeV")
    }
    return value
  }

  /// A finite number in natural units; what is not zero as written is not zero.
  private static func value(in text: String) throws -> Double {
    let accepted = acceptedUnits.map(\.name).joined(separator: ", ")
    let (number, rest) = try splitNumber(text, what: dimensionName)
    let unit = rest.first == " " ? rest.dropFirst() : rest
    guard !unit.isEmpty else {
      throw QuantityError("'\(printable(text))' has no unit; \(withArticle(dimensionName)) needs one of: \(accepted)")
    }
    // Bytes, not characters: to Swift the Kelvin sign U+212A equals the letter K.
    guard let factor = acceptedUnits.first(where: { $0.name.utf8.elementsEqual(unit.utf8) })?.factor else {
      throw QuantityError("'\(printable(String(unit)))' is not a unit of \(dimensionName); accepted: \(accepted)")
    }
    let value = number * factor
    guard value.isFinite, value != 0 || number == 0 else {
      throw QuantityError("'\(printable(text))' is out of range; \(withArticle(dimensionName)) must be finite and above zero")
    }
    return value
  }

  /// The value with a unit, shortest form that reads back to the same number when `unit` is one of ``acceptedUnits``.
  public func formatted(in unit: String) throws -> String {
    guard let factor = Self.acceptedUnits.first(where: { $0.name == unit })?.factor else {
      throw QuantityError("'\(printable(unit))' is not a unit of \(Self.dimensionName)")
    }
    return "\(naturalValue / factor)\(unit)"
  }
}

/// A dimensionless number in plain decimal notation, finite and inside `range`.
///
/// - Throws: ``QuantityError`` naming `what`, the text found and the allowed range.
public func parseDimensionless(_ text: String, what: String, in range: ClosedRange<Double>) throws -> Double {
  let (number, rest) = try splitNumber(text, what: what)
  guard rest.isEmpty else {
    throw QuantityError("\(what) '\(printable(text))' must be a bare number; '\(printable(String(rest)))' is not part of one")
  }
  guard range.contains(number) else {
    throw QuantityError("\(what) \(printable(text)) is out of range; allowed: \(range.lowerBound) to \(range.upperBound)")
  }
  return number
}

/// Splits a leading decimal number (`-1`, `2.5`, `1e-3`, `.5`) from what follows it. Hexadecimal, `inf` and `nan` are refused.
private func splitNumber(_ text: String, what: String) throws -> (Double, Substring) {
  let bytes = Array(text.utf8)
  guard bytes.count <= 200 else { throw QuantityError("\(what) text of \(bytes.count) characters is too long; at most 200") }
  var i = 0
  func digits() -> Int {
    let start = i
    while i < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[i]) { i += 1 }
    return i - start
  }
  if i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") { i += 1 }
  var mantissa = digits()
  if i < bytes.count, bytes[i] == UInt8(ascii: "."), !(i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: ".")) {
    i += 1
    mantissa += digits()
  }
  guard mantissa > 0 else {
    throw QuantityError("'\(printable(text))' is not \(withArticle(what)); expected a decimal number such as 1.5 or 2e-3, then the unit if it has one")
  }
  // An exponent counts only when digits follow, so that `1eV` is one electronvolt.
  let beforeExponent = i
  if i < bytes.count, bytes[i] == UInt8(ascii: "e") || bytes[i] == UInt8(ascii: "E") {
    i += 1
    if i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") { i += 1 }
    if digits() == 0 { i = beforeExponent }
  }
  guard let number = Double(String(decoding: bytes[..<i], as: UTF8.self)), number.isFinite else {
    throw QuantityError("'\(printable(text))' is too large a number for \(withArticle(what))")
  }
  let rest = text.utf8.dropFirst(i)
  return (number, Substring(rest))
}

/// `a length`, `an energy`.
private func withArticle(_ noun: String) -> String { (noun.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + noun }

/// A text made safe for one line of an error message: control characters replaced, cut at 60 characters.
func printable(_ text: String) -> String {
  let clean = text.unicodeScalars.prefix(60).map { $0.value < 0x20 || $0.value == 0x7f ? "?" : String($0) }.joined()
  return text.unicodeScalars.count > 60 ? clean + "..." : clean
}
