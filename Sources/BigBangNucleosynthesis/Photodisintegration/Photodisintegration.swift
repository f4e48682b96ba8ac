import EarlyUniverse
import Foundation
import Numerics
import Units

/// Change of the abundances by the non-thermal photons of a particle that decays or annihilates.
///
/// dY_A/dt = sum_B Y_B Gamma_(B -> A) - Y_A Gamma_A, Gamma = (decays per volume and time) int dE n(E) sigma(E) c, n the stationary photon spectrum per unit of decays. Spectra are
/// computed at a few temperatures per decade; all seventeen break-ups per nucleus are then integrals over them. It starts at 10 keV, when nuclear reactions are over but for
/// percents of Li7 and Be7, and before any photon above 1.6 MeV survives pair production; the products' own reactions with the gas are left out (Li6 from energetic t and He3 too).
public struct Photodisintegration: Sendable {
  /// Photon temperature in MeV where it starts.
  public static let startTemperature = 0.01
  /// Photon temperature in MeV at which particles per photon are counted.
  static let referenceTemperature = 10.0

  /// One column per reaction: rate per nucleus over the expansion rate.
  private let table: UniformSplineTable

  /// - Parameters:
  ///   - history: long enough for the decays; from above 10 keV.
  ///   - decays: per volume and time in MeV^3/s at the history's epochs: ``decays(_:perPhoton:lifetime:)``, or the history's own decays or annihilations.
  ///   - sources: what one decay injects into each of its channels, with the fraction of decays that take it.
  ///   - heliumFraction: Yp, for the electrons and nuclei that the cascade meets.
  ///   - perDecade: temperatures per decade at which the cascade is solved: where the end of a cascade passes a threshold the rates have an edge (docs/bbn.md).
  ///   - energiesPerDecade: of the cascade's grid.
  /// - Throws: ``NucleosynthesisError`` for an unusable history, ``NumericsError`` when the cascade fails.
  public init(
    _ history: ThermalHistory, decays: [Double], sources: [(spectrum: InjectedSpectrum, fraction: Double)], omegaB: Double = BaryonDensity.omegaB.value,
    heliumFraction: Double = 0.247, perDecade: Int = 16, energiesPerDecade: Int = 60
  ) throws {
    let era = try Era(history, decays: decays)
    let count = max(4, 1 + Int((log10(era.warmest / era.coolest) * Double(perDecade)).rounded(.up)))
    let temperatures = logarithmicGrid(from: era.coolest * 0.999, to: era.warmest, count: count)
    let today = BaryonDensity.molePerCubicCentimetre(omegaB: omegaB) * NuclearUnits.molePerCubicCentimetre
    let rates = try BreakUpRates(
      sources, gas: ElectromagneticCascade.Gas(helium: heliumFraction), temperatures: temperatures,
      baryonDensities: try temperatures.map { today * exp(-3 * (try era.logScaleFactor(atTemperature: $0))) }, energiesPerDecade: energiesPerDecade)
    table = era.table(rates)
  }

  /// With rates of break-up that are known already: a scan over lifetimes and abundances needs one set of spectra.
  ///
  /// - Throws: ``NucleosynthesisError`` for an unusable history.
  public init(_ history: ThermalHistory, decays: [Double], rates: BreakUpRates) throws { table = try Era(history, decays: decays).table(rates) }

  /// Decays per volume and time in MeV^3/s of a particle that does not act on the expansion: n = `perPhoton` n_gamma at 10 MeV, then a^-3 exp(-t/tau).
  ///
  /// - Throws: ``NucleosynthesisError`` when the history starts below 10 MeV or the lifetime is not positive.
  public static func decays(_ history: ThermalHistory, perPhoton: Double, lifetime: Double) throws -> [Double] {
    guard perPhoton >= 0, perPhoton.isFinite else {
      throw NucleosynthesisError.parameter(name: "particles per photon", value: perPhoton, allowed: "at least 0")
    }
    guard lifetime > 0, lifetime.isFinite else { throw NucleosynthesisError.parameter(name: "lifetime in s", value: lifetime, allowed: "above 0") }
    guard let first = history.epochs.first, first.photonTemperature >= referenceTemperature else {
      throw NucleosynthesisError.history(reason: "it starts below 10 MeV")
    }
    let x = history.epochs.prefix { $0.photonTemperature > 5 }
    let scale = try Spline("ln a", x: x.reversed().map { log($0.photonTemperature) }, y: x.reversed().map { log($0.scaleFactor) })
    let zeta3 = 1.202_056_903_159_594
    let comoving = perPhoton * 2 * zeta3 / (Double.pi * Double.pi) * pow(referenceTemperature, 3) * exp(3 * scale(log(referenceTemperature)))
    return history.epochs.map { comoving / pow($0.scaleFactor, 3) * exp(-$0.time / lifetime) / lifetime }
  }

  /// The abundances after all decays, with the number of decays multiplied by `factor`: a scan over the abundance of the particle needs one set of spectra.
  ///
  /// - Throws: ``NucleosynthesisError`` for a negative factor, ``NumericsError`` when the integration fails.
  public func applied(to abundances: Abundances, scaledBy factor: Double = 1) throws -> Abundances {
    let result = try evolution(of: abundances, scaledBy: factor, at: [])
    return Abundances(result.nuclides, result.end, effectiveNeutrinos: abundances.effectiveNeutrinos)
  }

  /// Nuclei per baryon at ascending values of ln a, and when all decays are over; before the first decay that matters they are `abundances`.
  func evolution(of abundances: Abundances, scaledBy factor: Double = 1, at outputs: [Double]) throws -> (
    nuclides: [Nuclide], outputs: [[Double]], end: [Double]
  ) {
    guard factor >= 0, factor.isFinite else { throw NucleosynthesisError.parameter(name: "factor on the decays", value: factor, allowed: "at least 0") }
    // Every nucleus that can be hit or made has to be there, with nothing of it if the network did not follow it.
    let reactions = PhotodisintegrationReaction.all
    let nuclides = Nuclide.all.filter { n in abundances.nuclides.contains(n) || reactions.contains { $0.target == n || $0.products.contains(n) } }
    var y = nuclides.map { n in abundances.nuclides.firstIndex(of: n).map { abundances.perBaryon[$0] } ?? 0 }
    var system = BreakUp(nuclides, reactions, table, factor)
    var solver = RosenbrockSolver()
    solver.relativeTolerance = 1e-7
    solver.absoluteTolerances = [1e-24]
    var (x, step) = (table.start, 1e-3)
    func advance(to next: Double) throws {
      guard next > x else { return }
      try solver.integrate("photodisintegration", &system, from: x, to: next, step: &step, &y)
      x = next
    }
    let recorded = try outputs.map { output -> [Double] in
      try advance(to: min(output, table.end))
      return y
    }
    try advance(to: table.end)
    return (nuclides, recorded, y)
  }
}

/// The part of a thermal history in which photons break nuclei up.
private struct Era {
  /// Photon temperatures in MeV between which decays act.
  let warmest: Double
  let coolest: Double
  private let begin: Double
  private let end: Double
  /// ln(a T) and ln of the decays per volume over the expansion rate, against ln a.
  private let temperature: Spline
  private let perHubble: Spline

  init(_ history: ThermalHistory, decays: [Double]) throws {
    guard decays.count == history.epochs.count, decays.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      throw NucleosynthesisError.history(reason: "it has \(history.epochs.count) epochs for \(decays.count) rates of decay")
    }
    let start = Photodisintegration.startTemperature
    let late = zip(history.epochs, decays).filter { $0.0.photonTemperature <= 1.2 * start }
    guard let first = late.first, late.count >= 10, first.0.photonTemperature >= start else {
      throw NucleosynthesisError.history(reason: "photodisintegration needs it from above \(start) MeV on")
    }
    let x = late.map { log($0.0.scaleFactor) }
    temperature = try Spline("ln a T", x: x, y: late.map { log($0.0.photonTemperature * $0.0.scaleFactor) })
    let floor = max((late.map(\.1).max() ?? 0) * 1e-60, 1e-300)
    perHubble = try Spline("decays over H", x: x, y: late.map { log(max($0.1, floor) / $0.0.hubbleRate) }, kind: .monotone)
    // Where less than 1e-9 of the decays are left, nothing more happens.
    let total = zip(late, late.dropFirst()).reduce(0.0) {
      $0 + $1.0.1 / $1.0.0.hubbleRate * log($1.1.0.scaleFactor / $1.0.0.scaleFactor) * pow($1.0.0.scaleFactor, 3)
    }
    let active = late.lastIndex { $0.1 / $0.0.hubbleRate * pow($0.0.scaleFactor, 3) > 1e-9 * total } ?? late.count - 1
    begin = x[0]
    end = x[min(active + 1, x.count - 1)]
    coolest = exp(temperature(end) - end)
    warmest = first.0.photonTemperature
  }

  /// a T is constant to 1e-6 here: electrons are gone. A decay that heats the gas is in the history's own a.
  func logScaleFactor(atTemperature t: Double) throws -> Double {
    try RootFinding.brent("ln a", in: begin - 1, end + 1, relative: 1e-12, absolute: 1e-12) { temperature($0) - $0 - log(t) }
  }

  /// Rates per nucleus over the expansion rate against ln a.
  func table(_ rates: BreakUpRates) -> UniformSplineTable {
    let nodes = max(8, Int(((end - begin) / 0.02).rounded(.up)))
    let spacing = (end - begin) / Double(nodes)
    let columns = rates.reactions.indices.map { r in
      (0...nodes).map { i -> Double in
        let node = begin + spacing * Double(i)
        return rates.perDecay(r, logTemperature: temperature(node) - node) * exp(perHubble(node))
      }
    }
    return UniformSplineTable(start: begin, spacing: spacing, values: columns)
  }
}

/// dY/d ln a of nuclei in a bath of photons: linear in the abundances.
private struct BreakUp: StiffSystem {
  let dimension: Int
  private let links: [(target: Int, products: [Int])]
  private let table: UniformSplineTable
  private let factor: Double
  private var rates: [Double]

  init(_ nuclides: [Nuclide], _ reactions: [PhotodisintegrationReaction], _ table: UniformSplineTable, _ factor: Double) {
    self.factor = factor
    dimension = nuclides.count
    self.table = table
    rates = [Double](repeating: 0, count: reactions.count)
    links = reactions.map { reaction in
      (nuclides.firstIndex(of: reaction.target) ?? 0, reaction.products.compactMap { nuclides.firstIndex(of: $0) })
    }
  }

  mutating func prepare(_ x: Double) {
    rates.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { table.evaluate(x, into: base) } }
    for r in rates.indices { rates[r] = factor * max(rates[r], 0) }
  }

  func derivative(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) {
    for i in 0..<dimension { result[i] = 0 }
    for (r, link) in links.enumerated() {
      let flux = rates[r] * y[link.target]
      result[link.target] -= flux
      for product in link.products { result[product] += flux }
    }
  }

  func jacobian(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) {
    for i in 0..<(dimension * dimension) { result[i] = 0 }
    for (r, link) in links.enumerated() {
      result[link.target * dimension + link.target] -= rates[r]
      for product in link.products { result[product * dimension + link.target] += rates[r] }
    }
  }
}
