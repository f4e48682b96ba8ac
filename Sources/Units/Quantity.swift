/// Thin unit-carrying types for the public boundary: one stored `Double` in natural units, built by named factories. No dimensional algebra.

/// A physical quantity that can be read from and written to text with a unit.
public protocol Quantity: Sendable, Hashable, Comparable {
  /// What an error message calls it, for example `energy`.
  static var dimensionName: String { get }
  /// Accepted unit names with their size in natural units, in the order in which they are listed to the user.
  static var acceptedUnits: [(name: String, factor: Double)] { get }
  /// The value in natural units (powers of GeV).
  var naturalValue: Double { get }
  init(naturalValue: Double)
}

extension Quantity {
  public static func < (a: Self, b: Self) -> Bool { a.naturalValue < b.naturalValue }
}

/// An energy or a mass; natural unit GeV.
public struct Energy: Quantity {
  public let naturalValue: Double
  public init(naturalValue: Double) { self.naturalValue = naturalValue }
  public static func gigaElectronVolts(_ value: Double) -> Energy { Energy(naturalValue: value) }
  public static func megaElectronVolts(_ value: Double) -> Energy { Energy(naturalValue: value * 1e-3) }
  public static func kiloElectronVolts(_ value: Double) -> Energy { Energy(naturalValue: value * 1e-6) }
  public static func electronVolts(_ value: Double) -> Energy { Energy(naturalValue: value * 1e-9) }
  /// The value in GeV.
  public var gigaElectronVolts: Double { naturalValue }
  public static let dimensionName = "energy"
  public static let acceptedUnits: [(name: String, factor: Double)] = [
    ("peV", 1e-21), ("neV", 1e-18), ("ueV", 1e-15), ("meV", 1e-12), ("eV", 1e-9), ("keV", 1e-6), ("MeV", 1e-3), ("GeV", 1), ("TeV", 1e3),
  ]
}

/// A time; natural unit 1/GeV.
public struct Lifetime: Quantity {
  public let naturalValue: Double
  public init(naturalValue: Double) { self.naturalValue = naturalValue }
  public static func seconds(_ value: Double) -> Lifetime { Lifetime(naturalValue: value * NaturalUnits.second) }
  /// The value in seconds.
  public var seconds: Double { naturalValue / NaturalUnits.second }
  public static let dimensionName = "time"
  public static let acceptedUnits: [(name: String, factor: Double)] = [
    ("fs", 1e-15), ("ps", 1e-12), ("ns", 1e-9), ("us", 1e-6), ("ms", 1e-3), ("s", 1), ("yr", 3.155_76e7),
  ].map { ($0.0, $0.1 * NaturalUnits.second) }
}

/// A length; natural unit 1/GeV.
public struct Length: Quantity {
  public let naturalValue: Double
  public init(naturalValue: Double) { self.naturalValue = naturalValue }
  public static func metres(_ value: Double) -> Length { Length(naturalValue: value * NaturalUnits.metre) }
  /// The value in metres.
  public var metres: Double { naturalValue / NaturalUnits.metre }
  public static let dimensionName = "length"
  public static let acceptedUnits: [(name: String, factor: Double)] = [
    ("fm", 1e-15), ("um", 1e-6), ("mm", 1e-3), ("cm", 1e-2), ("m", 1), ("km", 1e3),
  ].map { ($0.0, $0.1 * NaturalUnits.metre) }
}

/// A temperature; natural unit GeV. Accepts kelvin and energies.
public struct Temperature: Quantity {
  public let naturalValue: Double
  public init(naturalValue: Double) { self.naturalValue = naturalValue }
  public static func kelvin(_ value: Double) -> Temperature { Temperature(naturalValue: value * NaturalUnits.kelvin) }
  /// The value in kelvin.
  public var kelvin: Double { naturalValue / NaturalUnits.kelvin }
  public static let dimensionName = "temperature"
  public static let acceptedUnits: [(name: String, factor: Double)] = [("K", NaturalUnits.kelvin)] + Energy.acceptedUnits
}

/// A coupling of inverse mass dimension; natural unit 1/GeV.
public struct InverseEnergy: Quantity {
  public let naturalValue: Double
  public init(naturalValue: Double) { self.naturalValue = naturalValue }
  /// The value in 1/GeV.
  public var inverseGigaElectronVolts: Double { naturalValue }
  public static let dimensionName = "inverse energy"
  public static let acceptedUnits: [(name: String, factor: Double)] = Energy.acceptedUnits.map { ("/" + $0.name, 1 / $0.factor) }
}
