import ArgumentParser
import Portals
import Publishing

struct DecayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decay", abstract: "Width, lifetime, branching ratios and partial widths at one mass and coupling.",
    discussion: "`hadrons` is the sum that counts in the total; exclusive hadronic states stand beside it.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var point: PointOptions
  @OptionGroup var output: OutputOptions

  private static let alwaysListed = ["e+ e-", "mu+ mu-", "tau+ tau-", "nu nubar", "gamma gamma gamma", "hadrons"]

  func run() throws {
    let model = try model.resolved()
    let (mass, coupling) = (try point.massValue(), try point.couplingValue(on: model.coupling))
    let widths = try model.portal.physics.widths(mass: mass, coupling: coupling)
    // Closed states are listed with an exact zero, so that a reader need not tell "closed" from "not computed".
    let states = Self.alwaysListed.filter { name in !widths.partials.contains { $0.finalState == name } } + widths.partials.map(\.finalState)
    let total = widths.total
    try output.emit(
      [
        .init("mass_GeV", .number(mass)), .init("coupling", .number(coupling)), .init("width_GeV", .number(total)),
        .init("lifetime_s", .optional(widths.lifetimeSeconds)), .init("ctau_m", .optional(widths.decayLengthMetres)),
        .init("branching_ratios", .object(states.map { .init($0, .number(widths.branchingRatio($0))) })),
        .init("partial_widths_GeV", .object(states.map { .init($0, .number(widths.width($0))) })),
      ], provenance: Provenance(for: model, inputs: model.portal.physics.inputs))
  }
}
