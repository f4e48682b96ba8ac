import EarlyUniverse
import Foundation

extension DecayEffects {
  /// Nuclei per baryon from T = 10 MeV until all has decayed (1 eV at the latest), with the nuclei in the order of every epoch.
  ///
  /// Photons act on what the network leaves from T = 10 keV on: what reactions still change below (percents of Li7 and Be7) appears there as a step. Neutrons are counted as protons from
  /// there on, for they decay sooner than anything else happens; t and Be7 are not counted as what they become.
  /// - Parameter count: epochs of the network, from 10 MeV to 1 keV.
  /// - Throws: as ``abundances(_:_:_:mixing:)``.
  func evolution(
    _ history: ThermalHistory, _ parameters: Nucleosynthesis.Parameters, _ network: NuclearNetwork, mixing: NeutrinoMixing, count: Int
  ) throws -> (epochs: [AbundanceEpoch], nuclides: [Nuclide]) {
    let (epochs, made) = try nucleosynthesis(history, network, mixing: mixing).evolution(parameters, count: count)
    guard let breakUp = try photodisintegration(history, parameters, made) else { return (epochs, network.nuclides) }
    let start = Photodisintegration.startTemperature
    let late = history.epochs.filter { $0.photonTemperature <= start }
    let (nuclides, values, _) = try breakUp.evolution(of: made, at: late.map { log($0.scaleFactor) })
    let places = nuclides.map { network.nuclides.firstIndex(of: $0) }
    let early = epochs.filter { $0.photonTemperature > start }.map { epoch in
      AbundanceEpoch(
        time: epoch.time, photonTemperature: epoch.photonTemperature, electronNeutrinoTemperature: epoch.electronNeutrinoTemperature,
        perBaryon: places.map { $0.map { epoch.perBaryon[$0] } ?? 0 })
    }
    let (neutron, proton) = (nuclides.firstIndex(of: .neutron), nuclides.firstIndex(of: .proton))
    func decayedNeutrons(_ y: [Double]) -> [Double] {
      guard let neutron, let proton else { return y }
      var y = y
      (y[proton], y[neutron]) = (y[proton] + y[neutron], 0)
      return y
    }
    return (
      early
        + zip(late, values).map {
          AbundanceEpoch(
            time: $0.time, photonTemperature: $0.photonTemperature, electronNeutrinoTemperature: $0.electronNeutrinoTemperature,
            perBaryon: decayedNeutrons($1))
        }, nuclides
    )
  }
}
