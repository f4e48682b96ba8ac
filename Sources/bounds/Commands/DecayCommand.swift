import ArgumentParser
import Portals
import Publishing

struct DecayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decay", abstract: "Width, lifetime, branching ratios and partial widths at one mass and coupling.",
    discussion: """
      `hadrons` is the sum that counts in the total; exclusive hadronic states stand beside it. `hadronic_width_band_GeV` is the range over the named treatments of the \
      hadrons; `derived` gives the same point in other conventions.
      """)

  @OptionGroup var model: ModelOptions
  @OptionGroup var point: PointOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let model = try model.resolved()
    let physics = model.portal.physics
    let (mass, coupling) = (try point.massValue(), try point.couplingValue(on: model.coupling))
    let widths = try physics.widths(mass: mass, coupling: coupling)
    let states = physics.listedFinalStates.filter { name in !widths.partials.contains { $0.finalState == name } } + widths.partials.map(\.finalState)
    var members: [JSONValue.Member] = [
      .init("mass_GeV", .number(mass)), .init("coupling", .number(coupling)), .init("width_GeV", .number(widths.total)),
      .init("lifetime_s", .optional(widths.lifetimeSeconds)), .init("ctau_m", .optional(widths.decayLengthMetres)),
      .init("branching_ratios", .object(states.map { .init($0, .number(widths.branchingRatio($0))) })),
      .init("partial_widths_GeV", .object(states.map { .init($0, .number(widths.width($0))) })),
    ]
    if let band = try physics.hadronicBand(mass: mass, coupling: coupling) {
      members.append(.init("hadronic_width_band_GeV", .object([.init("low", .number(band.lowerBound)), .init("high", .number(band.upperBound))])))
    }
    let derived = try physics.derivedQuantities(mass: mass, coupling: coupling)
    if !derived.isEmpty {
      members.append(
        .init(
          "derived",
          .object(
            derived.map {
              .init($0.key, .object([.init("value", .number($0.value)), .init("unit", .string($0.unit)), .init("meaning", .string($0.meaning))]))
            })))
    }
    try output.emit(members, provenance: Provenance(for: model, inputs: physics.inputs))
  }
}
