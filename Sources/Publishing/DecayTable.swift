import Numerics
import Portals
import Units

/// The decays of a model's particle against mass, as a table: total width, hadronic band, branching ratios.
public enum DecayTable {
  /// The coupling on the model's axis at which the tables are made.
  public static let coupling = 1e-4

  /// The masses in GeV: from the electron threshold to where hadrons are perturbative.
  private static let masses = 1.03e-3...10

  /// Width and branching ratios. Masses outside the validity of the calculation are left out.
  ///
  /// - Throws: what the portal throws, save ``Portals/ModelError``.
  public static func decays(of model: Model, count: Int = 120) throws -> Table {
    let points = try logarithmicGrid(from: masses.lowerBound, to: masses.upperBound, count: count).compactMap { mass -> Point? in
      do { return try Point(mass: mass, physics: model.portal.physics) } catch is ModelError { return nil }
    }
    var states = model.portal.physics.listedFinalStates
    for state in points.flatMap(\.widths.partials).map(\.finalState) where !states.contains(state) { states.append(state) }
    let unit = model.coupling.unit.isEmpty ? "" : " \(model.coupling.unit)"
    let columns: [Table.Column] =
      [
        .init("mass_GeV", "mass [GeV]", isIndependent: true), .init("width_GeV", "total width at \(model.coupling.symbol) = \(coupling)\(unit) [GeV]"),
        .init("hadrons_low_GeV", "lower end of the hadronic width [GeV]"), .init("hadrons_high_GeV", "upper end of the hadronic width [GeV]"),
      ] + states.map { .init($0, "branching ratio into \($0)") }
    let rows = points.map { point -> [Table.Cell] in
      [.number(point.widths.mass), .number(point.widths.total)] + [point.band?.lowerBound, point.band?.upperBound].map { $0.map(Table.Cell.number) ?? .empty }
        + states.map { .number(point.widths.branchingRatio($0)) }
    }
    return Table(columns: columns, rows: rows)
  }

  private struct Point {
    let widths: DecayWidths
    let band: ClosedRange<Double>?

    init(mass: Double, physics: any ParticlePhysics) throws {
      widths = try physics.widths(mass: mass, coupling: coupling)
      band = try physics.hadronicBand(mass: mass, coupling: coupling)
    }
  }
}
