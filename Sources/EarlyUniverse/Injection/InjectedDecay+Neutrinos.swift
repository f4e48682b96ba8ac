import Portals
import Synchronization

extension InjectedDecay {
  /// Neutrinos of one decay: those of two-body states as lines of their energy, continuous spectra as at most 20 lines per decade that keep number and energy; above 0.3 MeV.
  ///
  /// - Parameter stopped: muons, charged pions and kaons are stopped before they decay, as ``shares(stopped:)`` takes them to be; else they decay in flight.
  public func neutrinos(stopped: Bool) -> NeutrinoEmission { emissions.value(stopped: stopped) { emission(stopped: stopped) } }

  private func emission(stopped: Bool) -> NeutrinoEmission {
    var lines: [NeutrinoEmission.Line] = []
    for mode in modes {
      for (energy, particle, number) in mode.state.lines(parent: mass) {
        if let flavour = particle.flavour { lines.append(.init(flavour, energy: energy, number: mode.fraction * number)) }
      }
    }
    for (flavour, spectrum) in zip([LeptonFlavour.electron, .muon, .tau], continuum(stopped: stopped).neutrinos) {
      lines += spectrum.merged(3).map { .init(flavour, energy: $0.energy, number: $0.number) }
    }
    let prompt = NeutrinoEmission(lines)
    guard stopped else { return prompt }
    let held: [(InjectedParticle, NeutrinoEmission)] = [(.muon, .stoppedMuon), (.chargedPion, .stoppedPion), (.chargedKaon, .stoppedKaon)]
    return held.reduce(prompt) { $0 + $1.1.scaled(number(of: $1.0)) }
  }
}

/// Emissions that were asked for already: a scan asks for the same again and again, and kaons in flight take 8 ms.
final class NeutrinoEmissionMemo: Sendable {
  private let known = Mutex<[Bool: NeutrinoEmission]>([:])

  func value(stopped: Bool, _ compute: () -> NeutrinoEmission) -> NeutrinoEmission {
    if let value = known.withLock({ $0[stopped] }) { return value }
    let value = compute()
    known.withLock { $0[stopped] = value }
    return value
  }
}

extension EnergyHistogram {
  /// Bins put together by this many, each group with its number and mean energy in MeV.
  func merged(_ count: Int) -> [(energy: Double, number: Double)] {
    var groups: [Int: (energy: Double, number: Double)] = [:]
    for entry in bins {
      let group = bin(0.5 * (entry.low + entry.high)) / count
      let known = groups[group] ?? (0, 0)
      groups[group] = (known.energy + entry.number * 0.5 * (entry.low + entry.high), known.number + entry.number)
    }
    return groups.sorted { $0.key < $1.key }.map { ($0.value.energy / $0.value.number, $0.value.number) }
  }
}
