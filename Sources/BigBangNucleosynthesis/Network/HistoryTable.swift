import EarlyUniverse
import Foundation
import Numerics
import Units

/// Everything along a thermal history that does not depend on the baryon density, the neutron's lifetime or the nuisances: temperature, expansion, weak and nuclear rates.
struct HistoryTable: Sendable {
  /// Photon temperature in MeV where nucleons start in equilibrium: the rates n <-> p exceed the expansion by 10^3.
  static let startTemperature = 10.0
  /// Photon temperature in MeV where the network starts in equilibrium; deuterium is at 1e-12 there.
  static let networkTemperature = 1.2
  /// Photon temperature in MeV where the integration ends; all but decays is over.
  static let endTemperature = 1e-3

  let table: UniformSplineTable
  /// ln a at the three temperatures.
  let start: Double
  let networkStart: Double
  let end: Double
  /// ln(t/s) and ln(T_nu_e/MeV) against ln a, for the evolution.
  let logTime: Spline
  let logNeutrinoTemperature: Spline

  /// - Parameters:
  ///   - energetic: neutrinos from the decays in the history, which convert nucleons on top of `weakRates`.
  ///   - weakRates: rates n <-> p times tau_n at (T_gamma, T_nu_e) in MeV.
  /// - Throws: ``NucleosynthesisError/history(reason:)`` when the history does not run from above 8 MeV to below 2 keV or does not cool.
  init(
    _ history: ThermalHistory, network: NuclearNetwork, energetic: EnergeticNeutrinos? = nil,
    weakRates: (_ photon: Double, _ neutrino: Double) -> NeutronProtonRates.Pair
  ) throws {
    let epochs = history.epochs
    guard epochs.count >= 20, let first = epochs.first, let last = epochs.last else {
      throw NucleosynthesisError.history(reason: "it has \(epochs.count) epochs; needs at least 20")
    }
    guard first.photonTemperature >= 8, last.photonTemperature <= 2e-3 else {
      throw NucleosynthesisError.history(
        reason: "it runs from \(first.photonTemperature) to \(last.photonTemperature) MeV; needs from above 8 MeV to below 0.002 MeV")
    }
    guard zip(epochs, epochs.dropFirst()).allSatisfy({ $0.photonTemperature > $1.photonTemperature }) else {
      throw NucleosynthesisError.history(reason: "the photons do not cool monotonically")
    }
    let x = epochs.map { log($0.scaleFactor) }
    // Smooth functions of ln a: the products with powers of a vary little.
    let logPhoton = try Spline("ln a T_gamma", x: x, y: epochs.map { log($0.photonTemperature * $0.scaleFactor) })
    let logHubble = try Spline("ln a^2 H", x: x, y: epochs.map { log($0.hubbleRate * $0.scaleFactor * $0.scaleFactor) })
    let logNeutrino = try Spline("ln a T_nu", x: x, y: epochs.map { log($0.electronNeutrinoTemperature * $0.scaleFactor) })
    logTime = try Spline("ln t", x: x, y: epochs.map { log($0.time) })
    logNeutrinoTemperature = try Spline("ln T_nu", x: x, y: epochs.map { log($0.electronNeutrinoTemperature) })

    func scale(atTemperature temperature: Double) throws -> Double {
      if temperature >= first.photonTemperature { return x[0] }
      if temperature <= last.photonTemperature { return x[x.count - 1] }
      return try RootFinding.brent("ln a at T = \(temperature) MeV", in: x[0], x[x.count - 1], relative: 1e-13, absolute: 1e-12) {
        logPhoton($0) - $0 - log(temperature)
      }
    }
    let start = try scale(atTemperature: Self.startTemperature)
    let end = try scale(atTemperature: Self.endTemperature)
    self.start = start
    networkStart = try scale(atTemperature: Self.networkTemperature)
    self.end = end

    // Weak rates on a coarse grid (their spline is good to 1e-6), then everything on a fine one.
    let coarse = 1 + Int(((end - start) / 0.08).rounded(.up))
    let coarseNodes = (0..<coarse).map { start + (end - start) * Double($0) / Double(coarse - 1) }
    let weak = coarseNodes.map { weakRates(exp(logPhoton($0) - $0), exp(logNeutrino($0) - $0)) }
    let floor = 1e-250
    let toProton = try Spline("n -> p", x: coarseNodes, y: weak.map { log(max($0.neutronToProton, floor)) })
    let toNeutron = try Spline("p -> n", x: coarseNodes, y: weak.map { log(max($0.protonToNeutron, floor)) })

    let fine = 1 + Int(((end - start) / 0.02).rounded(.up))
    let spacing = (end - start) / Double(fine - 1)
    let injections = try history.injections.isEmpty ? nil : Self.comovingInjections(history, x)
    var captures: (toProton: Spline, toNeutron: Spline)?
    if let energetic, let injections {
      captures = try Self.captures(
        energetic.epochs(from: start, to: end) { x in
          EnergeticNeutrinos.Background(
            photonTemperature: exp(logPhoton(x) - x), neutrinoTemperature: exp(logNeutrino(x) - x), hubbleRate: exp(logHubble(x) - 2 * x),
            comovingDecays: exp(injections(x)))
        })
    }
    let injectionColumn = NetworkEquations.Column.injections(network)
    let columnCount = injectionColumn + (injections == nil ? 0 : 1) + (captures == nil ? 0 : 2)
    var columns = [[Double]](repeating: [], count: columnCount)
    for i in 0..<fine {
      let node = start + spacing * Double(i)
      let logTemperature = logPhoton(node) - node
      columns[NetworkEquations.Column.logTemperature].append(logTemperature)
      columns[NetworkEquations.Column.logHubble].append(logHubble(node) - 2 * node)
      columns[NetworkEquations.Column.logNeutronToProton].append(toProton(node))
      columns[NetworkEquations.Column.logProtonToNeutron].append(toNeutron(node))
      let t9 = exp(logTemperature) * NuclearUnits.t9PerMeV
      for (r, reaction) in network.reactions.enumerated() {
        columns[NetworkEquations.Column.firstReaction + r].append(log(max(reaction.rate(t9), floor)))
      }
      if let injections { columns[injectionColumn].append(injections(node)) }
      if let captures {
        columns[injectionColumn + 1].append(captures.toProton(node))
        columns[injectionColumn + 2].append(captures.toNeutron(node))
      }
    }
    table = UniformSplineTable(start: start, spacing: spacing, values: columns)
  }

  /// Conversions by energetic neutrinos times tau_n against ln a.
  private static func captures(_ epochs: [EnergeticNeutrinos.Epoch]) throws -> (toProton: Spline, toNeutron: Spline) {
    let x = epochs.map(\.position)
    return (
      try Spline("nu_e n -> e- p", x: x, y: epochs.map(\.conversions.neutronToProton), kind: .monotone),
      try Spline("nubar_e p -> e+ n", x: x, y: epochs.map(\.conversions.protonToNeutron), kind: .monotone)
    )
  }

  /// ln of the decays, or annihilations, per second and comoving volume against ln a; nothing is left where they fall below e^-200 of the largest.
  private static func comovingInjections(_ history: ThermalHistory, _ x: [Double]) throws -> Spline {
    guard history.injections.count == x.count else {
      throw NucleosynthesisError.history(reason: "it has \(history.injections.count) records of decays or annihilations for \(x.count) epochs")
    }
    let rates = zip(history.injections, history.epochs).map { $0 * pow($1.scaleFactor, 3) }
    let floor = max((rates.max() ?? 0) * exp(-200), 1e-300)
    return try Spline("injections", x: x, y: rates.map { log(max($0, floor)) }, kind: .monotone)
  }
}
