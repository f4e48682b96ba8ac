import ArgumentParser
import Portals
import Publishing

struct ProductionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "production", abstract: "Branching ratios of Standard Model particles into the new one at one mass and coupling.",
    discussion: "Closed decays are not listed. The branching ratio is that of the named parent; its antiparticle has the same into the conjugate state.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var point: PointOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let model = try model.resolved()
    let (mass, coupling) = (try point.massValue(), try point.couplingValue(on: model.coupling))
    let columns: [Table.Column] = [
      .init("parent", "the particle that decays", isIndependent: true), .init("decay", "the decay", isIndependent: true),
      .init("branching_ratio", "branching ratio of the parent"),
    ]
    let rows = try model.portal.physics.production(mass: mass, coupling: coupling).map { channel -> [Table.Cell] in
      [.text(channel.parent), .text(channel.name), .number(channel.branchingRatio)]
    }
    try output.emit(Table(columns: columns, rows: rows), provenance: Provenance(for: model, inputs: model.portal.physics.inputs))
  }
}
