import BigBangNucleosynthesis
import Combination
import EarlyUniverse
import Foundation
import Numerics
import Units

extension TableRecipes {
  /// The tables of the light elements.
  static func nucleosynthesis() throws -> [TableRecipe] { [evolution(), try abundanceLimits()] }

  /// Standard nucleosynthesis with the network up to A = 8.
  private static func evolution() -> TableRecipe {
    let name = "bbn-evolution"
    let network = NuclearNetwork(.full)
    let inputs = BaryonDensity.inputs + WeakInputs.all + network.inputs + EarlyUniverseInputs.all
    return TableRecipe(name: name, summary: "Nuclei per baryon against temperature, standard nucleosynthesis", inputs: inputs) {
      let epochs = try Nucleosynthesis(ThermalHistory.compute(), network: network).evolution().epochs
      return (
        NucleosynthesisTables.evolution(epochs, nuclides: network.nuclides),
        Provenance(command: "bounds tables regenerate \(name)", model: nil, inputs: inputs)
      )
    }
  }

  /// Electrons and photons, below and above the energies at which He4 breaks up.
  private static func abundanceLimits() throws -> TableRecipe {
    let name = "bbn-abundance-limits"
    let observations = try LightElementObservations.named()
    let inputs =
      BaryonDensity.inputs + WeakInputs.all + NuclearNetwork.Rates.allCases.flatMap { NuclearNetwork(rates: $0).inputs }
      + observations.used.map(\.input) + AbundanceLimitScan.cascadeInputs
    return TableRecipe(name: name, summary: "Largest abundance of a decaying particle that the light elements allow", inputs: inputs) {
      let test = try LightElementTest(observations)
      var entries: [AbundanceLimitScan.Mass] = []
      for channel in [InjectionChannel.electrons, .photons] {
        for mass in [10.0, 100] {
          let limit = try AbundanceLimit(channel.decay(energy: 0.5 * mass), test)
          let findings = try await limit.findings(
            lifetimes: logarithmicGrid(from: 1e4, to: 1e10, count: 13), workers: ProcessInfo.processInfo.activeProcessorCount)
          entries.append(.init(mass: mass, channel: channel.rawValue, findings: findings))
        }
      }
      let settings = try TestSettings()
      let scan = AbundanceLimitScan(
        masses: entries, confidenceLevel: settings.confidenceLevel,
        provenance: Provenance(command: "bounds tables regenerate \(name)", model: nil, test: settings, inputs: inputs))
      return (scan.table(each: true), scan.provenance)
    }
  }
}
