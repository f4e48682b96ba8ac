/// Physical inputs: a number never stands bare in a formula; it comes with its unit, its source and how far that source was checked.

/// How far the source of an ``Input`` was checked.
public enum SourceStatus: String, Sendable, Codable, CaseIterable {
  /// Read in one primary publication (the paper, its abstract, a data record, or PDG/CODATA).
  case published
  /// Two separately written sources agree.
  case twoSources = "two-sources"
  /// Follows from other inputs by a derivation given in `docs/`.
  case derived
  /// Remembered, not found in a readable source: every result that depends on it says so.
  case recalled
}

/// A physical input: value, unit, uncertainty where it has one, source and status.
public struct Input: Sendable, Hashable, Codable {
  /// Name in the field's own words, for example `fine-structure constant`.
  public let name: String
  /// The value in `unit`.
  public let value: Double
  /// Unit of `value`; empty for a dimensionless input.
  public let unit: String
  /// One standard deviation in `unit`; `nil` where the source gives none.
  public let uncertainty: Double?
  /// Paper with equation, table or figure; or PDG/CODATA with the year.
  public let source: String
  public let status: SourceStatus

  public init(_ name: String, _ value: Double, unit: String = "", uncertainty: Double? = nil, source: String, status: SourceStatus) {
    self.name = name
    self.value = value
    self.unit = unit
    self.uncertainty = uncertainty
    self.source = source
    self.status = status
  }
}
