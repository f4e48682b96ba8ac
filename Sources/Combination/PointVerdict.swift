import Likelihoods

/// What every constraint says about one mass and coupling.
public struct PointVerdict: Sendable {
  public enum Status: String, Sendable, Codable, CaseIterable {
    case excluded, allowed
    case notApplicable = "not-applicable"
    case outsideValidity = "outside-validity"
  }

  public struct Entry: Sendable {
    public let id: String
    public let status: Status
    /// CLs and q of this constraint alone; `nil` where it says nothing.
    public let test: HypothesisTest.Result?
    public let evidence: Evidence?
    /// One sentence.
    public let reason: String
  }

  public let entries: [Entry]
  /// The joint test; `nil` where no constraint applies.
  public let combined: HypothesisTest.Result?
  /// Excluded by the joint test, allowed, or (when nothing applies) `notApplicable` or `outsideValidity`.
  public let status: Status

  /// - Parameters:
  ///   - mass: in GeV.
  ///   - coupling: on the model's axis.
  /// - Throws: ``CombinationError`` when a calculation fails.
  public init(constraints: [BoundConstraint], settings: TestSettings, mass: Double, coupling: Double) throws {
    entries = try constraints.map { try Self.entry($0, settings, mass, coupling) }
    let evidence = entries.compactMap(\.evidence)
    combined = evidence.isEmpty ? nil : settings.test.evaluate(evidence)
    if let combined {
      status = combined.cls < 1 - settings.confidenceLevel ? .excluded : .allowed
    } else {
      status = entries.contains { $0.status == .outsideValidity } ? .outsideValidity : .notApplicable
    }
  }

  private static func entry(_ constraint: BoundConstraint, _ settings: TestSettings, _ mass: Double, _ coupling: Double) throws -> Entry {
    let id = constraint.identity.id
    switch try constraint.slice(at: mass, choosing: settings.choices) {
    case .notApplicable(let reason): return Entry(id: id, status: .notApplicable, test: nil, evidence: nil, reason: reason)
    case .outsideValidity(let reason): return Entry(id: id, status: .outsideValidity, test: nil, evidence: nil, reason: reason)
    case .slice(let slice):
      let range = slice.couplingRange
      guard range.contains(coupling) else {
        let where_ = "coupling \(coupling) is outside \(range.lowerBound) to \(range.upperBound)"
        return Entry(id: id, status: .outsideValidity, test: nil, evidence: nil, reason: "\(where_): \(slice.couplingRangeReason)")
      }
      let evidence: Evidence
      do { evidence = try slice.evidence(at: coupling) } catch {
        throw CombinationError.calculation(constraint: id, mass: mass, underlying: String(describing: error))
      }
      let result = settings.test.evaluate([evidence])
      let excluded = result.cls < 1 - settings.confidenceLevel
      return Entry(id: id, status: excluded ? .excluded : .allowed, test: result, evidence: evidence, reason: sentence(evidence))
    }
  }

  private static func sentence(_ evidence: Evidence) -> String {
    switch evidence {
    case .counts(let count): "\(scientific(count.signal)) signal events on a background of \(scientific(count.background)); \(count.observed) observed"
    case .measurement(let measurement):
      "\(scientific(measurement.signal)) signal events where \(scientific(measurement.measured)) +- \(scientific(measurement.error)) were measured"
    case .criterion(let criterion): "\(scientific(criterion.ratio)) times the critical value"
    }
  }
}
