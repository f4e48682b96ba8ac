import EarlyUniverse
import Units

/// The abundance of a particle as a result and as a table.
public enum AbundanceTables {
  /// Yields, what made them, and the relic density of a stable particle.
  public static func members(_ abundance: RelicAbundance) -> [JSONValue.Member] {
    [
      .init("reheating_temperature_GeV", .number(abundance.reheatingTemperature)), .init("yield_n_over_s", .optional(abundance.frozenYield)),
      .init("n_over_n_gamma_at_10_MeV", .optional(abundance.numberPerPhoton(atTemperatureMeV: 10))),
      .init("relic_density_Omega_h2", .optional(abundance.relicDensity)), .init("thermalised", .bool(abundance.thermalised)),
      .init("largest_rate_over_hubble", .number(abundance.largestRateOverHubble)),
      .init("decoupling_temperature_GeV", .optional(abundance.decouplingTemperature)), .init("lifetime_s", .optional(abundance.widths.lifetimeSeconds)),
      .init("made_by", .object(abundance.shares.map { .init($0.process, .number($0.share)) })),
    ]
  }

  /// Yield, its equilibrium value and the rate against temperature.
  public static func evolution(_ abundance: RelicAbundance) -> Table {
    let columns: [Table.Column] = [
      .init("T_GeV", "temperature [GeV]", isIndependent: true), .init("yield", "n over the entropy density"),
      .init("equilibrium_yield", "the same in equilibrium"), .init("rate_over_hubble", "rate of equilibration over the expansion rate"),
    ]
    return Table(
      columns: columns,
      rows: abundance.evolution.map { [.number($0.temperature), .number($0.entropyYield), .number($0.equilibriumYield), .number($0.rateOverHubble)] })
  }
}
