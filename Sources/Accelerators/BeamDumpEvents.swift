/// How a boson came to be in an electron beam dump.
public enum BosonProduction: String, Sendable, Codable, CaseIterable {
  /// e Z -> e Z X by electrons and positrons of the shower.
  case bremsstrahlung
  /// e+ e- -> X by positrons of the shower on the electrons of the dump.
  case annihilation
}

/// The expected events of a beam dump at one mass and coupling.
public struct BeamDumpEvents: Sendable, Hashable {
  /// All signal events.
  public let signal: Double
  public let bremsstrahlung: Double
  public let annihilation: Double
  /// Bosons produced with more than the energy cut.
  public let produced: Double
  /// Fraction of the bosons produced that decay between shield and detector.
  public let decayProbability: Double
  /// Fraction of those decays whose leptons count.
  public let acceptance: Double
  public let branchingRatio: Double
  public let efficiency: Double
  /// Mean energy in GeV of the bosons that make events; zero without events.
  public let meanEnergy: Double
  /// Decay length in m at the mean energy.
  public let decayLength: Double

  /// Signal events of one process.
  public func signal(from process: BosonProduction) -> Double {
    switch process {
    case .bremsstrahlung: bremsstrahlung
    case .annihilation: annihilation
    }
  }

  struct Sum {
    var bremsstrahlung = 0.0
    var annihilation = 0.0
    var produced = 0.0
    var decaying = 0.0
    var energy = 0.0

    mutating func add(_ process: BosonProduction, produced: Double, decaying: Double, signal: Double, energy: Double) {
      switch process {
      case .bremsstrahlung: bremsstrahlung += signal
      case .annihilation: annihilation += signal
      }
      self.produced += produced
      self.decaying += produced * decaying
      self.energy += signal * energy
    }
  }

  init(_ sum: Sum, branchingRatio: Double, efficiency: Double, decayLength: (Double) -> Double) {
    signal = sum.bremsstrahlung + sum.annihilation
    bremsstrahlung = sum.bremsstrahlung
    annihilation = sum.annihilation
    produced = sum.produced
    decayProbability = sum.produced > 0 ? sum.decaying / sum.produced : 0
    let counted = sum.decaying * branchingRatio * efficiency
    acceptance = counted > 0 ? signal / counted : 0
    self.branchingRatio = branchingRatio
    self.efficiency = efficiency
    meanEnergy = signal > 0 ? sum.energy / signal : 0
    self.decayLength = meanEnergy > 0 ? decayLength(meanEnergy) : 0
  }
}
