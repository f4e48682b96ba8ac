/// Who a constraint is: stable names, what it observes, what it assumes.
public struct ConstraintIdentity: Sendable, Hashable {
  /// Stable, lower case: `OBJECT` or `OBJECT.OBSERVABLE`.
  public let id: String
  /// The target that computes it, for example `StellarCooling`.
  public let module: String
  /// Experiment or celestial object.
  public let object: String
  /// What is compared, for example `luminosity in the particle over 0.1 solar luminosities`.
  public let observable: String
  public let kind: Kind
  /// The confidence level that the source quotes; `nil` for a criterion without one.
  public let quotedConfidenceLevel: Double?
  public let references: [Reference]
  public let assumptions: [String]
  /// Names of nuisances that other constraints may share, for example `sn1987a.profile`; a variant of that name moves all of them together.
  public let nuisances: [String]

  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Data of an experiment.
    case observed
    /// "No more than so much energy loss": an astrophysical criterion with a stated uncertainty.
    case criterion
    /// Expected sensitivity; never mixed into observed limits.
    case projected
  }

  public init(
    id: String, module: String, object: String, observable: String, kind: Kind, quotedConfidenceLevel: Double?,
    references: [Reference], assumptions: [String], nuisances: [String] = []
  ) {
    self.id = id
    self.module = module
    self.object = object
    self.observable = observable
    self.kind = kind
    self.quotedConfidenceLevel = quotedConfidenceLevel
    self.references = references
    self.assumptions = assumptions
    self.nuisances = nuisances
  }
}

/// A publication: what `bounds cite` writes as BibTeX.
public struct Reference: Sendable, Hashable {
  /// BibTeX key, for example `Redondo:2013lna`.
  public let key: String
  public let authors: String
  public let title: String
  /// Journal, volume, page as printed; empty for a preprint.
  public let journal: String
  public let year: Int
  /// arXiv number without prefix; `nil` before arXiv.
  public let arXiv: String?

  public init(key: String, authors: String, title: String, journal: String = "", year: Int, arXiv: String? = nil) {
    self.key = key
    self.authors = authors
    self.title = title
    self.journal = journal
    self.year = year
    self.arXiv = arXiv
  }
}

/// A discrete choice that the literature leaves open, under a stable name; the first option is the default.
public struct Variant: Sendable, Hashable {
  public struct Option: Sendable, Hashable {
    public let name: String
    public let meaning: String
    public init(_ name: String, _ meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// For example `sn1987a.profile`.
  public let name: String
  public let options: [Option]
  public init(_ name: String, options: [Option]) {
    self.name = name
    self.options = options
  }
}

/// Options chosen by name; what is not named is at its default.
public struct VariantChoices: Sendable, Hashable {
  private var chosen: [String: String]
  public init(_ chosen: [String: String] = [:]) { self.chosen = chosen }

  public static let defaults = VariantChoices()

  /// The option in force for `variant`: the chosen one, else its first.
  public func option(of variant: Variant) -> String { chosen[variant.name] ?? variant.options.first?.name ?? "" }

  /// The choices as ordered pairs, for provenance.
  public var ordered: [(name: String, option: String)] { chosen.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// These choices with one replaced.
  public func with(_ variant: String, _ option: String) -> VariantChoices {
    var copy = self
    copy.chosen[variant] = option
    return copy
  }
}
