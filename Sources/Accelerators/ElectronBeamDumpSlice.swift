import Foundation
import Likelihoods
import Portals
import Units

/// An electron beam dump at one mass: bosons by energy with their acceptance, computed once; the events at a coupling are a sum over them.
public struct ElectronBeamDumpSlice: MassSlice {
  public let couplingRange: ClosedRange<Double>
  public let couplingRangeReason =
    "the mixing with the electron's coupling and the gauge coupling must stay below one; below a mixing of 1e-14 no such dump sees an event"
  public let experiment: ElectronBeamDump
  public let mass: Double

  /// Coupling to the electron over e at a coupling of one, lepton loops at q^2 = m^2 included.
  private let electronMixing: Double
  /// Total width in GeV at a coupling of one; every width goes with the square of the coupling.
  private let widthAtUnitCoupling: Double
  private let branchingRatio: Double
  private let sources: [Source]
  private let panels: [Double]

  /// Bosons of one energy and process.
  private struct Source: Sendable {
    let process: BosonProduction
    let yield: Double
    let energy: Double
    /// In m.
    let depth: Double
    /// Accepted fraction of the decays in each panel of the decay region.
    let accepted: [Double]
  }

  /// Ends of the panels of the decay region in which the acceptance is taken as constant, as fractions of its length: finer at its start, where short-lived bosons decay.
  private static let panelEnds = [0, 0.02, 0.1, 0.25, 0.5, 0.75, 1]
  private static let acceptanceEnergies = 14

  init(experiment: ElectronBeamDump, portal: VectorPortal, mass: Double, choices: ElectronBeamDumpChoices) throws {
    self.experiment = experiment
    electronMixing = try portal.electronMixingPerAxis(mass: mass)
    self.mass = mass
    let widths = try VectorDecay(portal).widths(mass: mass, coupling: 1)
    widthAtUnitCoupling = widths.total
    branchingRatio = widths.branchingRatio("e+ e-")
    // A boson that reaches electrons by a loop stays weakly coupled only where its own gauge coupling does.
    let weakest = 1e-14 / electronMixing
    couplingRange = weakest...max(weakest, min(1 / electronMixing, 1 / portal.gaugeCouplingPerAxis))

    let beam = experiment.beamEnergy.value
    let cut = choices.withAcceptance ? experiment.detector.energyCut.value : ElectronBeamDump.lowestEnergy(ofBeam: beam)
    let process = VectorBremsstrahlung(mass: mass, flux: choices.flux, usesImprovedForm: choices.usesImprovedForm)
    let production = try DumpProduction(
      experiment: experiment, bremsstrahlung: process, tracks: TrackLength(beamEnergy: beam, model: choices.tracks), minimumEnergy: cut,
      withAnnihilation: choices.withAnnihilation)

    let shield = experiment.shieldLength.value
    let decay = experiment.decayLength.value
    panels = Self.panelEnds.map { shield + $0 * decay }
    let acceptance =
      choices.withAcceptance
      ? DetectorAcceptance(
        mass: mass, radius: experiment.detector.effectiveRadius, energyCut: cut, trigger: experiment.detector.trigger, distance: shield + decay) : nil
    let remaining = zip(Self.panelEnds, Self.panelEnds.dropFirst()).map { decay * (1 - 0.5 * ($0 + $1)) }
    let table = acceptance.map {
      AcceptanceTable(
        $0, energies: (max(cut, mass), beam), remaining: remaining, count: Self.acceptanceEnergies, classes: AngularSpread.used(in: production.bremsstrahlung))
    }
    func accepted(_ bin: DumpProduction.Bin) -> [Double] {
      guard let acceptance else { return remaining.map { _ in 1 } }
      return remaining.map { length in
        bin.spread.indices.reduce(0.0) { sum, i in
          bin.spread[i] == 0 ? sum : sum + bin.spread[i] * acceptance.probability(energy: bin.energy, variance: AngularSpread.variance(i), remaining: length)
        }
      }
    }
    let toMetres = experiment.target.radiationLengthMetres
    var sources = production.bremsstrahlung.map { bin in
      Source(process: .bremsstrahlung, yield: bin.yield, energy: bin.energy, depth: bin.depth * toMetres, accepted: table?.accepted(bin) ?? accepted(bin))
    }
    if let bin = production.annihilation {
      sources.append(Source(process: .annihilation, yield: bin.yield, energy: bin.energy, depth: bin.depth * toMetres, accepted: accepted(bin)))
    }
    self.sources = sources
  }

  /// The expected events at a coupling on the portal's axis, with their break-down.
  public func events(at coupling: Double) -> BeamDumpEvents {
    let mixing = coupling * electronMixing
    let width = coupling * coupling * widthAtUnitCoupling
    let factor = mixing * mixing * branchingRatio * experiment.detector.efficiency.value
    var sum = BeamDumpEvents.Sum()
    for source in sources {
      let length = decayLength(energy: source.energy, width: width)
      var decaying = 0.0
      var seen = 0.0
      for k in source.accepted.indices {
        let start = max(0, panels[k] - source.depth)
        let probability = exp(-start / length) * -expm1(-(panels[k + 1] - panels[k]) / length)
        decaying += probability
        seen += probability * source.accepted[k]
      }
      sum.add(source.process, produced: mixing * mixing * source.yield, decaying: decaying, signal: factor * source.yield * seen, energy: source.energy)
    }
    return BeamDumpEvents(sum, branchingRatio: branchingRatio, efficiency: experiment.detector.efficiency.value) { decayLength(energy: $0, width: width) }
  }

  public func evidence(at coupling: Double) throws -> Evidence { experiment.counts.evidence(signal: events(at: coupling).signal) }

  public func explanation(at coupling: Double) throws -> [ExplainedQuantity] {
    let events = events(at: coupling)
    return [
      ExplainedQuantity("mixing with the electron", coupling * electronMixing, note: "coupling to the electron over e"),
      ExplainedQuantity("total width", coupling * coupling * widthAtUnitCoupling, unit: "GeV", note: "all channels"),
      ExplainedQuantity("branching ratio to e+ e-", events.branchingRatio),
      ExplainedQuantity("bosons produced above the energy cut", events.produced, note: "bremsstrahlung and resonant annihilation in the dump"),
      ExplainedQuantity("mean energy of accepted bosons", events.meanEnergy, unit: "GeV"),
      ExplainedQuantity("decay length at that energy", events.decayLength, unit: "m", note: "p/(m Gamma)"),
      ExplainedQuantity("probability of a decay between shield and detector", events.decayProbability, note: "mean over the bosons produced"),
      ExplainedQuantity("acceptance", events.acceptance, note: "fraction of these decays whose leptons reach the detector above the cut"),
      ExplainedQuantity("detection efficiency", events.efficiency),
      ExplainedQuantity("events from bremsstrahlung", events.bremsstrahlung),
      ExplainedQuantity("events from resonant annihilation", events.annihilation, note: "e+ of the shower on electrons at E+ = m^2/(2 m_e)"),
      ExplainedQuantity("signal events", events.signal),
    ]
  }

  /// gamma beta c tau in m.
  private func decayLength(energy: Double, width: Double) -> Double {
    guard width > 0 else { return .infinity }
    return (energy * energy - mass * mass).squareRoot() / (mass * width) / NaturalUnits.metre
  }
}

/// The acceptance on a few energies, evenly spaced in ln E, for every angular class and panel; linear in ln E between them.
private struct AcceptanceTable {
  private let logEnergies: [Double]
  /// By energy, panel, angular class.
  private let values: [[[Double]]]

  init(_ acceptance: DetectorAcceptance, energies: (low: Double, high: Double), remaining: [Double], count: Int, classes: Set<Int>) {
    let grid = (0..<count).map { log(energies.low) + (log(energies.high) - log(energies.low)) * Double($0) / Double(count - 1) }
    logEnergies = grid
    values = grid.map { logEnergy in
      remaining.map { length in
        (0..<AngularSpread.count).map { i in
          classes.contains(i) ? acceptance.probability(energy: exp(logEnergy), variance: AngularSpread.variance(i), remaining: length) : 0
        }
      }
    }
  }

  func accepted(_ bin: DumpProduction.Bin) -> [Double] {
    let step = logEnergies[1] - logEnergies[0]
    let position = min(Double(logEnergies.count - 1) - 1e-9, max(0, (log(bin.energy) - logEnergies[0]) / step))
    let index = Int(position)
    let upper = position - Double(index)
    return values[index].indices.map { panel in
      let (low, high) = (values[index][panel], values[index + 1][panel])
      return bin.spread.indices.reduce(0.0) { $0 + bin.spread[$1] * ((1 - upper) * low[$1] + upper * high[$1]) }
    }
  }
}

extension AngularSpread {
  /// The classes that any of the bins populates.
  static func used(in bins: [DumpProduction.Bin]) -> Set<Int> {
    Set((0..<count).filter { index in bins.contains { $0.spread[index] > 0 } })
  }
}
