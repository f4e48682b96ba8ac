import Combination
import Foundation
import Likelihoods
import Numerics
import Portals
import StellarCooling
import Supernova1987A
import Units

/// The tables of the repository.
public enum TableRecipes {
  public static func all() throws -> [TableRecipe] {
    [
      try exclusions(of: Models.darkPhoton),
      TableRecipe(name: "sun-profile", summary: "Structure of the Sun", inputs: SolarInputs.structureInputs) {
        (try SolarTables.profile(), provenance("sun-profile", nil, inputs: SolarInputs.structureInputs))
      },
      TableRecipe(name: "sn1987a-profiles", summary: "Structures of the proto-neutron star one second after bounce", inputs: profileInputs) {
        (try SupernovaTables.profiles(), provenance("sn1987a-profiles", nil, inputs: profileInputs))
      },
      try supernovaBand(),
    ] + (try nucleosynthesis()) + Models.all.map(decays)
  }

  /// The name of a model's exclusion table.
  public static func exclusionTableName(of model: Model) -> String { "\(model.name)-exclusion" }

  private static let profileInputs = ProtoNeutronStarProfile.all.flatMap(\.inputs)

  private static func provenance(_ name: String, _ model: String?, inputs: [Input]) -> Provenance {
    Provenance(command: "bounds tables regenerate \(name)", model: model, inputs: inputs)
  }

  private static func decays(of model: Model) -> TableRecipe {
    let (name, inputs) = ("\(model.name)-decays", model.portal.physics.inputs)
    return TableRecipe(name: name, summary: "Width and branching ratios: \(model.title)", inputs: PhysicalConstants.all + inputs) {
      (try DecayTable.decays(of: model), provenance(name, model.name, inputs: inputs))
    }
  }

  private static func exclusions(of model: Model) throws -> TableRecipe {
    let constraints = try Catalogue(for: model.portal).selecting([], projected: false)
    let name = exclusionTableName(of: model)
    return TableRecipe(name: name, summary: "Excluded couplings: \(model.title)", inputs: constraints.flatMap(\.inputs)) {
      let settings = try TestSettings()
      let masses = logarithmicGrid(from: model.defaultMasses.range.lowerBound, to: model.defaultMasses.range.upperBound, count: model.defaultMasses.count)
      let scan = ExclusionScan(constraints: constraints, settings: settings, couplingRange: model.coupling.range)
      let results = try await scan.run(masses: masses, workers: ProcessInfo.processInfo.activeProcessorCount)
      return (
        Table.exclusions(results, constraints: constraints, couplingMeaning: model.coupling.meaning),
        Provenance(command: "bounds tables regenerate \(name)", model: model.name, constraints: constraints, test: settings)
      )
    }
  }

  /// The edges of the SN1987A island for every profile: the named band.
  private static func supernovaBand() throws -> TableRecipe {
    let model = Models.darkPhoton
    let constraints = try Catalogue(for: model.portal).selecting(["sn1987a.cooling"], projected: false)
    let name = "dark-photon-sn1987a-band"
    return TableRecipe(name: name, summary: "SN1987A cooling island of the dark photon for every profile", inputs: constraints.flatMap(\.inputs)) {
      var rows: [[Table.Cell]] = []
      for option in ProtoNeutronStarProfile.variant.options {
        let choices = VariantChoices.defaults.with(ProtoNeutronStarProfile.variant.name, option.name)
        let scan = ExclusionScan(constraints: constraints, settings: try TestSettings(choices: choices), couplingRange: model.coupling.range)
        for result in try await scan.run(masses: logarithmicGrid(from: 1e-4, to: 0.2, count: 34), workers: ProcessInfo.processInfo.activeProcessorCount) {
          rows += Table.intervals(of: result.findings[0]).map {
            [.text(option.name), .number(result.mass), .number($0.low), $0.endsAtValidity ? .empty : .number($0.high)]
          }
        }
      }
      let columns: [Table.Column] = [
        .init("profile", "named variant of sn1987a.profile", isIndependent: true), .init("mass_GeV", "mass of the particle [GeV]", isIndependent: true),
        .init("coupling_low", "lower edge of the island"), .init("coupling_high", "upper edge; empty: up to the end of the validity"),
      ]
      return (
        Table(columns: columns, rows: rows),
        Provenance(command: "bounds tables regenerate \(name)", model: model.name, constraints: constraints, test: try TestSettings())
      )
    }
  }
}
