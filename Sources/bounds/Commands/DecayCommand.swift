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

  func run() throws {
    let model = try model.resolved()
    let (mass, coupling) = (try point.massValue(), try point.couplingValue(on: model.coupling))
    let widths: DecayWidths
    switch model.portal {
    case .vector(let portal): widths = try VectorDecay(portal).widths(mass: mass, coupling: coupling)
    }
    let total = widths.total
    try output.emit(
      [
        .init("mass_GeV", .number(mass)), .init("coupling", .number(coupling)), .init("width_GeV", .number(total)),
        .init("lifetime_s", .optional(widths.lifetimeSeconds)), .init("ctau_m", .optional(widths.decayLengthMetres)),
        .init("branching_ratios", .object(widths.partials.map { .init($0.finalState, .number(widths.branchingRatio($0.finalState))) })),
        .init("partial_widths_GeV", .object(widths.partials.map { .init($0.finalState, .number($0.width)) })),
      ], provenance: Provenance(for: model))
  }
}
