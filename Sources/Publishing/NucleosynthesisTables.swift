import BigBangNucleosynthesis

/// Light elements as a result and as tables.
public enum NucleosynthesisTables {
  /// One point: what tells it from the others, what leads to its light elements, and they.
  public struct Row: Sendable {
    public struct Entry: Sendable {
      public let name: String
      public let meaning: String
      public let value: Double?

      public init(_ name: String, _ meaning: String, _ value: Double?) {
        self.name = name
        self.meaning = meaning
        self.value = value
      }
    }

    public var inputs: [Entry]
    public var derived: [Entry]
    public var abundances: Abundances
    /// Effects that matter here and are not computed, one sentence each.
    public var notCovered: [String]

    public init(inputs: [Entry] = [], derived: [Entry] = [], abundances: Abundances, notCovered: [String] = []) {
      self.inputs = inputs
      self.derived = derived
      self.abundances = abundances
      self.notCovered = notCovered
    }
  }

  private static let quantities: [LightElementQuantity] = [.helium4, .deuterium, .helium3, .lithium7]

  /// One prediction with its uncertainty and its pulls against observations.
  public static func members(_ row: Row, _ likelihood: LightElementLikelihood) -> [JSONValue.Member] {
    let abundances = row.abundances
    var members: [JSONValue.Member] = quantities.map { .init($0.rawValue, .number($0.value(in: abundances))) }
    if let lithium6 = abundances.lithium6 { members.append(.init("Li6/H", .number(lithium6))) }
    members.append(.init("Neff", .number(abundances.effectiveNeutrinos)))
    members.append(.init("Y_He", .number(abundances.heliumMassFraction)))
    members.append(.init("uncertainty", .object(quantities.map { .init($0.rawValue, .number(error(of: $0, in: abundances, likelihood))) })))
    members.append(.init("observations", .string(likelihood.observations.name)))
    members.append(.init("pulls", .object(likelihood.pulls(of: abundances).map { .init($0.quantity.rawValue, .number($0.pull)) })))
    members.append(.init("chi_squared", .number(likelihood.chiSquared(of: abundances))))
    members += row.derived.map { .init($0.name, .optional($0.value)) }
    members.append(.init("not_covered", .array(row.notCovered.map { .string($0) })))
    return members
  }

  /// One row for each point; the inputs are the columns that tell the points apart.
  public static func grid(_ rows: [Row], _ likelihood: LightElementLikelihood) -> Table {
    let hasLithium6 = rows.first?.abundances.lithium6 != nil
    let hasGaps = rows.contains { !$0.notCovered.isEmpty }
    var columns = (rows.first?.inputs ?? []).map { Table.Column($0.name, $0.meaning, isIndependent: true) }
    columns += (rows.first?.derived ?? []).map { Table.Column($0.name, $0.meaning) }
    for quantity in quantities {
      columns.append(.init(quantity.rawValue, quantity == .helium4 ? "4 n_He4/n_b" : "number ratio"))
      columns.append(.init("\(quantity.rawValue)_uncertainty", "one standard deviation of nuclear rates, neutron lifetime and omega_b"))
    }
    if hasLithium6 { columns.append(.init("Li6/H", "number ratio")) }
    columns += [.init("Neff", "effective number of neutrinos"), .init("chi_squared", "of the observations \(likelihood.observations.name)")]
    if hasGaps { columns.append(.init("not_covered", "effects that matter here and are not computed")) }
    let cells = rows.map { row -> [Table.Cell] in
      let numbers: [Double?] =
        (row.inputs + row.derived).map(\.value) + quantities.flatMap { [$0.value(in: row.abundances), error(of: $0, in: row.abundances, likelihood)] }
        + (hasLithium6 ? [row.abundances.lithium6] : []) + [row.abundances.effectiveNeutrinos, likelihood.chiSquared(of: row.abundances)]
      var cells: [Table.Cell] = numbers.map { $0.map(Table.Cell.number) ?? .empty }
      if hasGaps { cells.append(row.notCovered.isEmpty ? .empty : .text(row.notCovered.joined(separator: "; "))) }
      return cells
    }
    return Table(columns: columns, rows: cells)
  }

  /// Nuclei per baryon against temperature.
  public static func evolution(_ epochs: [AbundanceEpoch], nuclides: [Nuclide]) -> Table {
    let columns: [Table.Column] =
      [
        .init("T_MeV", "photon temperature [MeV]", isIndependent: true), .init("t_s", "time [s]"),
        .init("T_nue_MeV", "temperature of the electron neutrinos [MeV]"),
      ] + nuclides.map { .init($0.name, "\($0.name) per baryon") }
    let rows = epochs.map { epoch -> [Table.Cell] in
      [.number(epoch.photonTemperature), .number(epoch.time), .number(epoch.electronNeutrinoTemperature)] + epoch.perBaryon.map { .number($0) }
    }
    return Table(columns: columns, rows: rows)
  }

  private static func error(of quantity: LightElementQuantity, in abundances: Abundances, _ likelihood: LightElementLikelihood) -> Double {
    likelihood.uncertainty.relativeError(of: quantity) * quantity.value(in: abundances)
  }
}
