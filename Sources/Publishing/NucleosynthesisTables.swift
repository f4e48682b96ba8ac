import BigBangNucleosynthesis

/// Light elements as a result and as tables.
public enum NucleosynthesisTables {
  private static let quantities: [LightElementQuantity] = [.helium4, .deuterium, .helium3, .lithium7]

  /// One prediction with its uncertainty and its pulls against observations.
  public static func members(_ abundances: Abundances, _ likelihood: LightElementLikelihood) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = quantities.map { .init($0.rawValue, .number($0.value(in: abundances))) }
    if let lithium6 = abundances.lithium6 { members.append(.init("Li6/H", .number(lithium6))) }
    members.append(.init("Neff", .number(abundances.effectiveNeutrinos)))
    members.append(.init("Y_He", .number(abundances.heliumMassFraction)))
    members.append(.init("uncertainty", .object(quantities.map { .init($0.rawValue, .number(error(of: $0, in: abundances, likelihood))) })))
    members.append(.init("observations", .string(likelihood.observations.name)))
    members.append(.init("pulls", .object(likelihood.pulls(of: abundances).map { .init($0.quantity.rawValue, .number($0.pull)) })))
    members.append(.init("chi_squared", .number(likelihood.chiSquared(of: abundances))))
    return members
  }

  /// One row for each point; `inputs` are the columns that tell the points apart.
  public static func grid(
    _ rows: [(inputs: [(name: String, meaning: String, value: Double)], abundances: Abundances)], _ likelihood: LightElementLikelihood
  ) -> Table {
    let hasLithium6 = rows.first?.abundances.lithium6 != nil
    var columns = (rows.first?.inputs ?? []).map { Table.Column($0.name, $0.meaning, isIndependent: true) }
    for quantity in quantities {
      columns.append(.init(quantity.rawValue, quantity == .helium4 ? "4 n_He4/n_b" : "number ratio"))
      columns.append(.init("\(quantity.rawValue)_uncertainty", "one standard deviation of nuclear rates, neutron lifetime and omega_b"))
    }
    if hasLithium6 { columns.append(.init("Li6/H", "number ratio")) }
    columns += [.init("Neff", "effective number of neutrinos"), .init("chi_squared", "of the observations \(likelihood.observations.name)")]
    let cells = rows.map { row -> [Table.Cell] in
      row.inputs.map { .number($0.value) }
        + quantities.flatMap { [.number($0.value(in: row.abundances)), .number(error(of: $0, in: row.abundances, likelihood))] }
        + (hasLithium6 ? [row.abundances.lithium6.map(Table.Cell.number) ?? .empty] : [])
        + [.number(row.abundances.effectiveNeutrinos), .number(likelihood.chiSquared(of: row.abundances))]
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
