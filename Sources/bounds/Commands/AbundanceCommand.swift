import ArgumentParser
import EarlyUniverse
import Portals
import Publishing
import Units

struct AbundanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "abundance", abstract: "How many of a model's particles the early Universe made, from mass and coupling alone.",
    discussion: """
      One Boltzmann equation for freeze-in, freeze-out and re-entry, from the reheating temperature on. The default is the lowest reheating temperature that \\
      nucleosynthesis allows: the conservative choice. --evolution gives the yield against temperature.
      """)

  @OptionGroup var model: ModelOptions
  @OptionGroup var point: PointOptions

  @Option(parsing: .unconditional, help: "Reheating temperature with unit, for example 10MeV or 1TeV.")
  var reheating: String?

  @Option(help: "What is there at reheating: none or thermal.")
  var initial = AbundanceCalculation.Initial.none

  @Flag(help: "A table of the yield against temperature.")
  var evolution = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let model = try model.resolved()
    let (mass, coupling) = (try point.massValue(), try point.couplingValue(on: model.coupling))
    var settings = AbundanceCalculation.Settings()
    if let reheating { settings.reheatingTemperature = try argument("--reheating") { try Energy.parse(reheating) }.gigaElectronVolts }
    settings.initial = initial
    let abundance = try AbundanceCalculation(model.portal, mass: mass, settings: settings).abundance(coupling: coupling)
    let provenance = Provenance(for: model, inputs: model.portal.physics.inputs + AbundanceInputs.all)
    if evolution { return try output.emit(AbundanceTables.evolution(abundance), provenance: provenance) }
    try output.emit(
      [.init("mass_GeV", .number(mass)), .init("coupling", .number(coupling))] + AbundanceTables.members(abundance), provenance: provenance)
  }
}

extension AbundanceCalculation.Initial: ExpressibleByArgument {}
