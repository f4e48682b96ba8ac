import BigBangNucleosynthesis
import EarlyUniverse
import Likelihoods
import Units

/// Limits on the abundance of a decaying particle at several masses and lifetimes, as a table.
public struct AbundanceLimitScan: Sendable {
  /// One decay.
  public struct Mass: Sendable {
    /// In MeV.
    public let mass: Double
    public let channel: String
    public let findings: [AbundanceLimit.Finding]

    public init(mass: Double, channel: String, findings: [AbundanceLimit.Finding]) {
      self.mass = mass
      self.channel = channel
      self.findings = findings
    }
  }

  public let masses: [Mass]
  public let confidenceLevel: Double
  public let provenance: Provenance

  public init(masses: [Mass], confidenceLevel: Double, provenance: Provenance) {
    self.masses = masses
    self.confidenceLevel = confidenceLevel
    self.provenance = provenance
  }

  /// Every number from outside that enters.
  public static func inputs(_ test: LightElementTest) -> [Input] { test.inputs + cascadeInputs }

  /// Those of the Universe and of the break-up of nuclei.
  static let cascadeInputs = EarlyUniverseInputs.all + PhotodisintegrationReaction.all.map(\.threshold)

  /// Name of the rows for all observations together.
  static let combined = "combined"

  /// One row per excluded interval, or one that says `allowed`.
  ///
  /// - Parameter each: also what each observation excludes by itself, before the combination.
  public func table(each: Bool) -> Table {
    let columns: [Table.Column] = [
      .init("channel", "what it decays into", isIndependent: true), .init("mass_MeV", "mass of the particle [MeV]", isIndependent: true),
      .init("lifetime_s", "its lifetime [s]", isIndependent: true),
      .init("observation", "what it is compared with: one observation alone, or all of them", isIndependent: true),
      .init("abundance_low", "lowest excluded n_X/n_gamma before decay at T = 10 MeV"),
      .init("abundance_high", "highest excluded n_X/n_gamma; empty: up to searched_to"),
      .init("energy_per_entropy_low_GeV", "the lowest as m_X n_X/s [GeV]"), .init("decided_by", "what leaves its observation at the lowest"),
      .init("searched_to", "largest n_X/n_gamma that was computed"), .init("status", "excluded or allowed"),
    ]
    let rows = masses.flatMap { entry in
      entry.findings.flatMap { finding -> [[Table.Cell]] in
        let start: [Table.Cell] = [.text(entry.channel), .number(entry.mass), .number(finding.lifetime)]
        let parts =
          (each ? finding.alone.map { ($0.quantity.rawValue, $0.intervals, $0.searchedTo) } : []) + [(Self.combined, finding.combined, finding.searchedTo)]
        return parts.flatMap { name, intervals, searchedTo in
          Self.cells(intervals, mass: entry.mass, searchedTo: searchedTo).map { start + [.text(name)] + $0 }
        }
      }
    }
    return Table(columns: columns, rows: rows)
  }

  private static func cells(_ intervals: [AbundanceLimit.Interval], mass: Double, searchedTo: Double) -> [[Table.Cell]] {
    guard !intervals.isEmpty else { return [[.empty, .empty, .empty, .empty, .number(searchedTo), .text("allowed")]] }
    return intervals.map { interval in
      let excluded = interval.excluded
      return [
        .number(excluded.low), excluded.endsAtValidity ? .empty : .number(excluded.high),
        .number(1e-3 * mass * AbundanceLimit.entropyYield(perPhoton: excluded.low)), .text("\(interval.cause)"), .number(searchedTo), .text("excluded"),
      ]
    }
  }
}
