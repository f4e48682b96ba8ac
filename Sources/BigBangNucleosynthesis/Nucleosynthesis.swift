import EarlyUniverse
import Foundation
import Numerics
import Units

/// Light elements from a thermal history: weak rates and nuclear rates are tabulated once, then each set of parameters costs one integration of the network.
public struct Nucleosynthesis: Sendable {
  /// What may be varied at no cost.
  public struct Parameters: Sendable, Hashable {
    /// Omega_b h^2.
    public var omegaB: Double
    /// Seconds.
    public var neutronLifetime: Double
    /// Shift of the logarithm of a reaction's rate in units of its standard deviation, by the reaction's name.
    public var rateShifts: [String: Double]

    public init(
      omegaB: Double = BaryonDensity.omegaB.value, neutronLifetime: Double = WeakInputs.neutronLifetime.value, rateShifts: [String: Double] = [:]
    ) {
      self.omegaB = omegaB
      self.neutronLifetime = neutronLifetime
      self.rateShifts = rateShifts
    }
  }

  public let network: NuclearNetwork
  public let effectiveNeutrinos: Double
  private let history: HistoryTable
  private let mesons: MesonMultiplicity?
  private let capturesNeutrinos: Bool

  /// ln a where nucleons, then the network, start, and where the integration ends: for cross-checks with other integrators.
  package var range: (start: Double, network: Double, end: Double) { (history.start, history.networkStart, history.end) }

  /// - Parameters:
  ///   - history: from above 8 MeV to below 2 keV.
  ///   - corrections: to the rates n <-> p.
  ///   - degeneracy: chemical potential of the electron neutrinos over their temperature; its effect on the expansion is the history's.
  ///   - distortion: of the electron neutrinos; the Standard Model's by default, a history's own from ``NeutrinoSpectra``.
  ///   - mesons: per decay of the history's decaying particle, or per annihilation where nothing decays; they convert nucleons into each other.
  ///   - neutrinos: per decay, which convert free nucleons by charged currents (``EnergeticNeutrinos``); their energy is the history's.
  ///   - mixing: of these neutrinos.
  /// - Throws: ``NucleosynthesisError``.
  public init(
    _ history: ThermalHistory, network: NuclearNetwork = NuclearNetwork(), corrections: NeutronProtonRates.Corrections = .full, degeneracy: Double = 0,
    distortion: NeutrinoSpectralDistortion? = nil, mesons: MesonMultiplicity = MesonMultiplicity(),
    neutrinos: NeutrinoEmission = .none, mixing: NeutrinoMixing = .averaged
  ) throws {
    guard mesons.isValid else { throw NucleosynthesisError.parameter(name: "mesons per decay", value: .nan, allowed: "finite numbers, at least zero") }
    guard abs(degeneracy) <= 3 else { throw NucleosynthesisError.parameter(name: "degeneracy", value: degeneracy, allowed: "-3 to 3") }
    guard mesons.isEmpty || !history.injections.isEmpty else {
      throw NucleosynthesisError.history(reason: "mesons are asked for, but nothing decays or annihilates in it")
    }
    guard mesons.isEmpty || history.decays.isEmpty || history.annihilations.isEmpty else {
      throw NucleosynthesisError.history(reason: "mesons are asked for, and one particle decays in it while another annihilates")
    }
    guard neutrinos.isValid else {
      throw NucleosynthesisError.parameter(name: "energy or number of neutrinos per decay", value: .nan, allowed: "finite, energies above zero")
    }
    guard neutrinos.isEmpty || !history.decays.isEmpty else {
      throw NucleosynthesisError.history(reason: "neutrinos from decays are asked for, but nothing decays in it")
    }
    self.mesons = mesons.isEmpty ? nil : mesons
    capturesNeutrinos = !neutrinos.isEmpty
    let weak = try NeutronProtonRates(corrections, distortion: distortion)
    self.network = network
    effectiveNeutrinos = history.effectiveNeutrinos
    let energetic = neutrinos.isEmpty ? nil : EnergeticNeutrinos(neutrinos, mixing: mixing, capture: NeutrinoCapture(weak))
    self.history = try HistoryTable(history, network: network, energetic: energetic) {
      weak.rates(photonTemperature: $0, neutrinoTemperature: $1, degeneracy: degeneracy)
    }
  }

  /// Every number from outside that enters, with its source and status.
  public var inputs: [Input] {
    BaryonDensity.inputs + WeakInputs.all + network.inputs + (mesons == nil ? [] : MesonConversionInputs.all)
      + (capturesNeutrinos ? NeutrinoCaptureInputs.all : [])
  }

  /// Final abundances.
  ///
  /// - Throws: ``NucleosynthesisError`` for parameters out of range, ``NumericsError`` when the integration fails.
  public func abundances(_ parameters: Parameters = Parameters()) throws -> Abundances {
    Abundances(network.nuclides, try integrate(parameters).end, effectiveNeutrinos: effectiveNeutrinos)
  }

  /// Nuclei per baryon at `count` times from T = 10 MeV to 1 keV, evenly spaced in the logarithm of the scale factor, with the final abundances.
  public func evolution(_ parameters: Parameters = Parameters(), count: Int = 120) throws -> (epochs: [AbundanceEpoch], final: Abundances) {
    guard count >= 2 else { throw NucleosynthesisError.parameter(name: "number of epochs", value: Double(count), allowed: "at least 2") }
    let outputs = (0..<count).map { history.start + (history.end - history.start) * Double($0) / Double(count - 1) }
    let result = try integrate(parameters, outputs: outputs)
    var columns = [Double](repeating: 0, count: history.table.columns)
    let epochs = zip(outputs, result.outputs).map { x, y in
      columns.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { history.table.evaluate(x, into: base) } }
      return AbundanceEpoch(
        time: exp(history.logTime(x)), photonTemperature: exp(columns[NetworkEquations.Column.logTemperature]),
        electronNeutrinoTemperature: exp(history.logNeutrinoTemperature(x)), perBaryon: y)
    }
    return (epochs, Abundances(network.nuclides, result.end, effectiveNeutrinos: effectiveNeutrinos))
  }

  /// The network's equations at these parameters: for cross-checks with other integrators.
  package func equations(_ parameters: Parameters, nucleonsOnly: Bool = false) throws -> NetworkEquations {
    guard parameters.omegaB > 1e-4, parameters.omegaB < 1 else {
      throw NucleosynthesisError.parameter(name: "omega_b", value: parameters.omegaB, allowed: "0.0001 to 1")
    }
    guard parameters.neutronLifetime > 100, parameters.neutronLifetime < 1e4 else {
      throw NucleosynthesisError.parameter(name: "neutron lifetime in s", value: parameters.neutronLifetime, allowed: "100 to 10000")
    }
    let names = network.reactions.map(\.name)
    for (name, shift) in parameters.rateShifts.sorted(by: { $0.key < $1.key }) {
      guard names.contains(name) else { throw NucleosynthesisError.unknownReaction(name: name, known: names) }
      guard abs(shift) <= 20 else { throw NucleosynthesisError.parameter(name: "shift of \(name)", value: shift, allowed: "-20 to 20 standard deviations") }
    }
    let factors = network.reactions.map { pow($0.uncertaintyFactor, parameters.rateShifts[$0.name] ?? 0) }
    return NetworkEquations(
      network, table: history.table, densityToday: BaryonDensity.molePerCubicCentimetre(omegaB: parameters.omegaB),
      neutronLifetime: parameters.neutronLifetime, rateFactors: factors, mesons: mesons, nucleonsOnly: nucleonsOnly)
  }

  /// Nucleons alone from equilibrium, then the whole network from statistical equilibrium.
  private func integrate(_ parameters: Parameters, outputs: [Double] = []) throws -> (outputs: [[Double]], end: [Double]) {
    let solver = RosenbrockSolver()
    var nucleons = try equations(parameters, nucleonsOnly: true)
    var y = nucleons.equilibrium(history.start)
    var (x, step) = (history.start, 1e-3)
    var recorded: [[Double]] = []
    let unfollowed = [Double](repeating: 0, count: network.nuclides.count - 2)
    for output in outputs where output <= history.networkStart {
      if output > x { try solver.integrate("neutrons and protons", &nucleons, from: x, to: output, step: &step, &y) }
      x = output
      recorded.append(y + unfollowed)
    }
    try solver.integrate("neutrons and protons", &nucleons, from: x, to: history.networkStart, step: &step, &y)
    (x, step) = (history.networkStart, 1e-6)
    var system = try equations(parameters)
    y = system.statisticalEquilibrium(network.nuclides, x, neutrons: y[0], protons: y[1])
    for output in outputs where output > history.networkStart {
      try solver.integrate("nuclear network", &system, from: x, to: output, step: &step, &y)
      x = output
      recorded.append(y)
    }
    if x < history.end { try solver.integrate("nuclear network", &system, from: x, to: history.end, step: &step, &y) }
    return (recorded, y)
  }
}
