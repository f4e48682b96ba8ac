import Numerics
import Portals
import StellarCooling
import Supernova1987A
import Units

/// The structure of the Sun as a table.
public enum SolarTables {
  /// - Parameter count: radii from 0.002 R to the top of the model.
  public static func profile(count: Int = 100) throws -> Table {
    let model = try SolarModel.standard
    let top = model.layers[model.layers.count - 1].fraction
    let fractions = (0..<count).map { 0.002 + (top - 0.002) * Double($0) / Double(count - 1) }
    let columns: [Table.Column] = [
      .init("r_over_R", "radius over the solar radius", isIndependent: true), .init("temperature_keV", "temperature [keV]"),
      .init("density_g_cm3", "density [g/cm3]"),
      .init("X", "hydrogen mass fraction"), .init("Y", "helium mass fraction"), .init("Z", "metal mass fraction"),
      .init("electron_density_cm3", "electrons [1/cm3]"), .init("plasma_frequency_keV", "plasma frequency [keV]"),
      .init("debye_wavenumber_keV", "Debye-Hueckel screening wavenumber [keV]"),
    ]
    let rows = try model.profile(at: fractions).map { layer -> [Table.Cell] in
      [
        .number(layer.fraction), .number(layer.temperature / NaturalUnits.kiloElectronvolt), .number(layer.density),
        .number(layer.hydrogenFraction), .number(layer.heliumFraction), .number(layer.metalFraction),
        .number(layer.electronDensity / NaturalUnits.perCubicCentimetre), .number(layer.plasmaFrequency / NaturalUnits.kiloElectronvolt),
        .number(layer.debyeWavenumber / NaturalUnits.kiloElectronvolt),
      ]
    }
    return Table(columns: columns, rows: rows)
  }
}

/// The structure of the proto-neutron star as a table.
public enum SupernovaTables {
  private static let layerColumns: [Table.Column] = [
    .init("r_km", "radius [km]", isIndependent: true), .init("density_g_cm3", "density [g/cm3]"), .init("temperature_MeV", "temperature [MeV]"),
    .init("electron_fraction", "electrons for each baryon"), .init("electron_chemical_potential_MeV", "electron chemical potential [MeV]"),
    .init("plasma_frequency_MeV", "plasma frequency of the electrons [MeV]"),
  ]

  private static func cells(_ layer: StellarLayer) -> [Table.Cell] {
    [
      .number(layer.radiusKilometres), .number(layer.densityGramPerCubicCentimetre), .number(layer.temperature / NaturalUnits.megaElectronvolt),
      .number(layer.electronFraction), .number(layer.electronChemicalPotential / NaturalUnits.megaElectronvolt),
      .number(layer.plasmaFrequency / NaturalUnits.megaElectronvolt),
    ]
  }

  /// One profile from the centre to its neutrinosphere.
  public static func profile(_ profile: ProtoNeutronStarProfile) throws -> Table { Table(columns: layerColumns, rows: try profile.table().map(cells)) }

  /// All profiles, one after the other.
  public static func profiles() throws -> Table {
    let rows = try ProtoNeutronStarProfile.all.flatMap { profile in try profile.table(count: 41).map { [.text(profile.name)] + cells($0) } }
    return Table(columns: [.init("profile", "named variant of sn1987a.profile", isIndependent: true)] + layerColumns, rows: rows)
  }
}
