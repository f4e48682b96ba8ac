import Combination
import Likelihoods

extension Table {
  /// The excluded intervals of a scan, in the columns of the contract; several rows at one mass where the excluded set is disjoint, `union` and `combined` last.
  ///
  /// An empty `coupling_high` means "up to the end of the validity". A row without couplings says why: `allowed`, `not-applicable` or `outside-validity`.
  public static func exclusions(_ results: [ExclusionScan.MassResult], constraints: [BoundConstraint], couplingMeaning: String) -> Table {
    let columns = [
      Column("mass_GeV", "mass of the particle [GeV]", isIndependent: true),
      Column("constraint", "constraint id; union = at least one excludes, combined = the joint test excludes", isIndependent: true),
      Column("kind", "observed, criterion or projected"),
      Column("coupling_low", "lowest excluded \(couplingMeaning)"),
      Column("coupling_high", "highest excluded \(couplingMeaning); empty: up to the end of the validity"),
      Column("status", "excluded, allowed, not-applicable or outside-validity"),
    ]
    let rows = results.flatMap { result -> [[Cell]] in
      var rows: [[Cell]] = []
      func append(_ id: String, _ kind: String, _ intervals: [ExcludedInterval]) {
        if intervals.isEmpty { rows.append([.number(result.mass), .text(id), .text(kind), .empty, .empty, .text("allowed")]) }
        for interval in intervals {
          rows.append([
            .number(result.mass), .text(id), .text(kind), .number(interval.low), interval.endsAtValidity ? .empty : .number(interval.high), .text("excluded"),
          ])
        }
      }
      func appendSilent(_ id: String, _ kind: String, _ status: String) {
        rows.append([.number(result.mass), .text(id), .text(kind), .empty, .empty, .text(status)])
      }
      for (constraint, finding) in zip(constraints, result.findings) {
        let (id, kind) = (constraint.identity.id, constraint.identity.kind.rawValue)
        switch finding {
        case .intervals(let list): append(id, kind, list)
        case .notApplicable: appendSilent(id, kind, "not-applicable")
        case .outsideValidity: appendSilent(id, kind, "outside-validity")
        }
      }
      for (id, intervals) in [("union", result.union), ("combined", result.combined)] {
        if result.isCovered { append(id, "combination", intervals) } else { appendSilent(id, "combination", "outside-validity") }
      }
      return rows
    }
    return Table(columns: columns, rows: rows)
  }

  /// One line per constraint: where it excludes and how far down it reaches.
  public static func summary(_ results: [ExclusionScan.MassResult], constraints: [BoundConstraint]) -> Table {
    let columns = [
      Column("constraint", "constraint id"), Column("kind", "observed, criterion or projected"), Column("mass_from_GeV", "lowest mass with an exclusion"),
      Column("mass_to_GeV", "highest mass with an exclusion"), Column("strongest", "lowest excluded coupling"),
      Column("at_mass_GeV", "mass of the lowest excluded coupling"),
    ]
    func row(_ id: String, _ kind: String, _ intervals: [(mass: Double, list: [ExcludedInterval])]) -> [Cell] {
      let excluded = intervals.filter { !$0.list.isEmpty }
      guard let first = excluded.first, let last = excluded.last,
        let best = excluded.min(by: { ($0.list.first?.low ?? 1) < ($1.list.first?.low ?? 1) }), let low = best.list.first?.low
      else { return [.text(id), .text(kind), .empty, .empty, .empty, .empty] }
      return [.text(id), .text(kind), .number(first.mass), .number(last.mass), .number(low), .number(best.mass)]
    }
    var rows = constraints.indices.map { i in
      row(constraints[i].identity.id, constraints[i].identity.kind.rawValue, results.map { ($0.mass, intervals(of: $0.findings[i])) })
    }
    rows.append(row("union", "combination", results.map { ($0.mass, $0.union) }))
    rows.append(row("combined", "combination", results.map { ($0.mass, $0.combined) }))
    return Table(columns: columns, rows: rows)
  }

  static func intervals(of finding: ExclusionScan.Finding) -> [ExcludedInterval] {
    if case .intervals(let list) = finding { list } else { [] }
  }
}
