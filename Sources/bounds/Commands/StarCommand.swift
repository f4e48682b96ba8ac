import ArgumentParser
import Likelihoods
import Numerics
import Portals
import Publishing
import StellarCooling
import Units

struct StarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "star", abstract: "Structure of a star, or its luminosity in a particle.", subcommands: [SunCommand.self])
}

struct SunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sun", abstract: "The Sun: structure (--profile), luminosity in a particle, or its spectrum at the surface (--spectrum).")

  @Flag(help: "Print the structure.")
  var profile = false

  @Flag(help: "Print dL/domega and dN/domega at the surface instead of the luminosity.")
  var spectrum = false

  @Option(help: "Model name.")
  var model: String?

  @Option(parsing: .unconditional, help: "Mass with unit.")
  var mass: String?

  @Option(parsing: .unconditional, help: "Coupling on the model's axis.")
  var coupling: String?

  @Option(help: "Energies of the spectrum, a grid with units. Default: 60 energies from the mass to 20 keV above it.")
  var energies: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    if profile {
      guard model == nil, !spectrum else { throw UsageError("--profile prints the structure and takes neither --model nor --spectrum") }
      return try output.emit(
        try SolarTables.profile(), provenance: Provenance(command: CommandLineRecord.current, model: nil, inputs: SolarInputs.structureInputs))
    }
    guard let model, let mass, let coupling else { throw UsageError("give --profile, or --model, --mass and --coupling") }
    let found = try Models.find(model)
    let massValue = try argument("--mass") { try Energy.parse(mass) }.gigaElectronVolts
    let couplingValue = try argument("--coupling") { try found.coupling.parse(coupling) }
    let portal = try electromagnetic(found)
    let range = SunConstraint().massRange(for: portal)
    guard range.contains(massValue) else {
      throw UsageError("--mass \(massValue) GeV is outside the validity of the calculation in the Sun; allowed: \(range.lowerBound) to \(range.upperBound) GeV")
    }
    let emission = try SolarEmission(portal)
    let provenance = Provenance(for: found, inputs: SunConstraint().inputs)
    if spectrum { return try emitSpectrum(emission, massValue, couplingValue, provenance) }
    let luminosity = try emission.luminosity(mass: massValue, coupling: couplingValue)
    let critical = try SunConstraint.criticalLuminosityFraction(choosing: .defaults)
    try output.emit(
      [
        .init("mass_GeV", .number(massValue)), .init("coupling", .number(couplingValue)), .init("luminosity_erg_s", .number(luminosity.total)),
        .init("luminosity_over_reference", .number(luminosity.overSolar)), .init("reference", .string("nominal solar luminosity, 3.828e33 erg/s")),
        .init("criterion", .number(critical)), .init("luminosity_over_criterion", .number(luminosity.overSolar / critical)),
        .init("transverse_erg_s", .number(luminosity.transverse)), .init("longitudinal_erg_s", .number(luminosity.longitudinal)),
        .init("particles_per_s", .number(luminosity.transverseNumber + luminosity.longitudinalNumber)),
        .init("resonance_radius_over_solar_radius", .optional(emission.model.resonanceFraction(plasmaFrequency: massValue))),
      ], provenance: provenance)
  }

  private func emitSpectrum(_ emission: SolarEmission, _ mass: Double, _ coupling: Double, _ provenance: Provenance) throws {
    let values =
      try energies.map { text in try argument("--energies") { try Grid<Energy>.parse(text).values } }
      ?? logarithmicGrid(from: max(mass * 1.001, 1e-9), to: mass + 20e-6, count: 60)
    let points = try emission.spectrum(mass: mass, coupling: coupling, energies: values)
    let columns: [Table.Column] = [
      .init("energy_keV", "energy of the particle [keV]", isIndependent: true),
      .init("dL_domega_erg_s_keV", "luminosity per energy at the surface [erg/s/keV]"),
      .init("dN_domega_s_keV", "particles per time and energy at the surface [1/s/keV]"), .init("transverse_erg_s_keV", "its transverse part [erg/s/keV]"),
      .init("longitudinal_erg_s_keV", "its longitudinal part [erg/s/keV]"),
    ]
    let rows = points.map { point -> [Table.Cell] in
      [
        .number(point.energy * 1e6), .number(point.luminosityPerEnergy), .number(point.numberPerEnergy), .number(point.transverse),
        .number(point.longitudinal),
      ]
    }
    try output.emit(Table(columns: columns, rows: rows), provenance: provenance)
  }

  private func electromagnetic(_ model: Model) throws -> VectorPortal {
    let portal = try model.vectorPortal(for: "the Sun")
    if case .notApplicable(let reason) = SunConstraint().applicability(to: portal) { throw UsageError("--model \(model.name): \(reason)") }
    return portal
  }
}
