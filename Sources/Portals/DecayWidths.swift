import Units

/// The partial widths of a particle at one mass and coupling. Hadrons are counted once in ``total``: the inclusive `hadrons` entry counts, exclusive ones are beside it.
public struct DecayWidths: Sendable, Hashable {
  /// One final state.
  public struct Partial: Sendable, Hashable {
    /// Name as in the contract, for example `e+ e-`.
    public let finalState: String
    /// Width in GeV.
    public let width: Double
    /// An exclusive hadronic state, already contained in `hadrons`.
    public let isPartOfHadrons: Bool
    /// Whether a detector sees it: everything but neutrinos.
    public let isVisible: Bool

    public init(_ finalState: String, width: Double, isPartOfHadrons: Bool = false, isVisible: Bool = true) {
      self.finalState = finalState
      self.width = width
      self.isPartOfHadrons = isPartOfHadrons
      self.isVisible = isVisible
    }
  }

  /// Mass in GeV.
  public let mass: Double
  /// Coupling on the model's axis.
  public let coupling: Double
  /// Every final state that is open, in a fixed order; closed ones are absent.
  public let partials: [Partial]

  public init(mass: Double, coupling: Double, partials: [Partial]) {
    self.mass = mass
    self.coupling = coupling
    self.partials = partials
  }

  /// The total width in GeV.
  public var total: Double { partials.reduce(0) { $0 + ($1.isPartOfHadrons ? 0 : $1.width) } }
  /// The width into everything but neutrinos, in GeV.
  public var visible: Double { partials.reduce(0) { $0 + ($1.isPartOfHadrons || !$1.isVisible ? 0 : $1.width) } }
  /// The width into one final state in GeV; zero when it is closed or unknown.
  public func width(_ finalState: String) -> Double { partials.first { $0.finalState == finalState }?.width ?? 0 }
  /// The share of one final state; zero when nothing is open.
  public func branchingRatio(_ finalState: String) -> Double {
    let all = total
    return all > 0 ? width(finalState) / all : 0
  }
  /// The mean lifetime at rest in seconds; `nil` when the width is zero.
  public var lifetimeSeconds: Double? {
    let lifetime = PhysicalConstants.hbar.value / total
    return lifetime.isFinite ? lifetime : nil
  }
  /// c tau in metres; `nil` when the width is zero.
  public var decayLengthMetres: Double? {
    let length = PhysicalConstants.hbarC.value / total
    return length.isFinite ? length : nil
  }
}
