/// A cross section times a velocity, sigma v; natural unit 1/GeV^2.
public struct RateCoefficient: Quantity {
  public let naturalValue: Double
  public init(naturalValue: Double) { self.naturalValue = naturalValue }
  public static func cubicCentimetresPerSecond(_ value: Double) -> RateCoefficient { RateCoefficient(naturalValue: value * unit) }
  /// The value in cm^3/s.
  public var cubicCentimetresPerSecond: Double { naturalValue / Self.unit }
  public static let dimensionName = "cross section times velocity"
  public static let acceptedUnits: [(name: String, factor: Double)] = [("cm^3/s", 1), ("cm3/s", 1), ("m^3/s", 1e6), ("m3/s", 1e6)].map { ($0.0, $0.1 * unit) }

  /// 1 cm^3/s in 1/GeV^2.
  private static let unit = NaturalUnits.centimetre * NaturalUnits.centimetre * NaturalUnits.centimetre / NaturalUnits.second
}
