import Likelihoods
import Units

/// The excluded couplings of every constraint, of their union and of their combination, mass by mass.
public struct ExclusionScan: Sendable {
  public let constraints: [BoundConstraint]
  public let settings: TestSettings
  /// Couplings on the model's axis that are scanned at all.
  public let couplingRange: ClosedRange<Double>

  public init(constraints: [BoundConstraint], settings: TestSettings, couplingRange: ClosedRange<Double>) {
    self.constraints = constraints
    self.settings = settings
    self.couplingRange = couplingRange
  }

  /// What one constraint says at one mass.
  public enum Finding: Sendable, Hashable {
    /// Disjoint excluded intervals, ascending; empty where every coupling that the calculation covers is allowed.
    case intervals([ExcludedInterval])
    case notApplicable(reason: String)
    case outsideValidity(reason: String)
  }

  /// All findings at one mass.
  public struct MassResult: Sendable, Hashable {
    /// In GeV.
    public let mass: Double
    /// In the order of ``ExclusionScan/constraints``.
    public let findings: [Finding]
    /// At least one constraint excludes.
    public let union: [ExcludedInterval]
    /// The joint test excludes.
    public let combined: [ExcludedInterval]
    /// Whether any constraint had a slice here; where none had, union and combination say nothing.
    public let isCovered: Bool
  }

  /// Scans `masses` (GeV) on `workers` threads; the result does not depend on their number.
  ///
  /// - Parameter progress: called with the number of finished masses, in ascending order.
  /// - Throws: ``CombinationError`` of the first mass, in the order of the grid, that failed.
  public func run(masses: [Double], workers: Int, progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> [MassResult] {
    var results = [Result<MassResult, any Error>?](repeating: nil, count: masses.count)
    await withTaskGroup(of: (Int, Result<MassResult, any Error>).self) { group in
      var next = 0
      var finished = 0
      func add() {
        guard next < masses.count else { return }
        let index = next
        next += 1
        group.addTask { (index, Result { try self.result(at: masses[index]) }) }
      }
      for _ in 0..<max(1, workers) { add() }
      for await (index, result) in group {
        results[index] = result
        finished += 1
        progress(finished)
        add()
      }
    }
    return try results.compactMap { try $0?.get() }
  }

  /// The findings at one mass in GeV.
  public func result(at mass: Double) throws -> MassResult {
    let outcomes = try constraints.map { try $0.slice(at: mass, choosing: settings.choices) }
    let finder = ExclusionFinder()
    var slices: [(slice: any MassSlice, range: ClosedRange<Double>)] = []
    let findings = try zip(constraints, outcomes).map { constraint, outcome -> Finding in
      switch outcome {
      case .notApplicable(let reason): return .notApplicable(reason: reason)
      case .outsideValidity(let reason): return .outsideValidity(reason: reason)
      case .slice(let slice):
        guard let range = intersection(slice.couplingRange, couplingRange) else {
          return .outsideValidity(reason: slice.couplingRangeReason)
        }
        slices.append((slice, range))
        return .intervals(
          try naming(constraint.identity.id, mass) { try finder.intervals(in: range) { settings.margin([try slice.evidence(at: $0)]) } })
      }
    }
    let single = findings.flatMap { finding -> [ExcludedInterval] in
      if case .intervals(let list) = finding { list } else { [] }
    }
    let combined = try naming("combined", mass) { try jointIntervals(slices, finder) }
    return MassResult(mass: mass, findings: findings, union: union(of: single), combined: combined, isCovered: !slices.isEmpty)
  }

  /// The joint test over pieces of the coupling axis on which the same slices are valid, joined where they touch.
  private func jointIntervals(_ slices: [(slice: any MassSlice, range: ClosedRange<Double>)], _ finder: ExclusionFinder) throws -> [ExcludedInterval] {
    let ends = slices.flatMap { [$0.range.lowerBound, $0.range.upperBound] }.sorted().uniqued()
    let pieces = try zip(ends, ends.dropFirst()).flatMap { low, high -> [ExcludedInterval] in
      let valid = slices.filter { $0.range.lowerBound <= low && $0.range.upperBound >= high }.map(\.slice)
      guard !valid.isEmpty else { return [] }
      return try finder.intervals(in: low...high) { coupling in settings.margin(try valid.map { try $0.evidence(at: coupling) }) }
    }
    return union(of: pieces)
  }

  private func naming<R>(_ constraint: String, _ mass: Double, _ body: () throws -> R) throws -> R {
    do { return try body() } catch {
      throw CombinationError.calculation(constraint: constraint, mass: mass, underlying: String(describing: error))
    }
  }
}

/// The overlap of two ranges; `nil` where they do not overlap in more than a point.
func intersection(_ a: ClosedRange<Double>, _ b: ClosedRange<Double>) -> ClosedRange<Double>? {
  let (low, high) = (max(a.lowerBound, b.lowerBound), min(a.upperBound, b.upperBound))
  return low < high ? low...high : nil
}
