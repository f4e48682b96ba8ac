import Foundation
import Numerics
import Units

/// dY_i/d ln a of a network along a thermal history, with the exact Jacobian; both follow from the list of reactions.
///
/// Flux of a reaction per baryon: F = lambda prod Y_r - mu prod Y_p, lambda = N_A^(n-1)<sigma v> rho^(n_r - 1)/S and mu = lambda K rho^(n_p - n_r) (``DetailedBalance``),
/// rho in mol of baryons per cm^3.
package struct NetworkEquations: StiffSystem {
  /// Columns of the table before the logarithms of the nuclear rates.
  enum Column {
    static let logTemperature = 0
    static let logHubble = 1
    static let logNeutronToProton = 2
    static let logProtonToNeutron = 3
    static let firstReaction = 4

    /// After the reactions, where a particle decays or annihilates: ln of the decays or annihilations per second and comoving volume, MeV^3 a^3/s.
    static func injections(_ network: NuclearNetwork) -> Int { firstReaction + network.reactions.count }

    /// After it, where neutrinos from the decays convert nucleons: n -> p, then p -> n, times tau_n.
    static func captures(_ network: NuclearNetwork) -> Int { injections(network) + 1 }
  }

  package let dimension: Int
  private let table: UniformSplineTable
  private let links: [NuclearNetwork.Link]
  private let balances: [DetailedBalance]
  private let reversible: [Bool]
  private let rateFactors: [Double]
  /// Baryons in mol/cm^3 at a = 1.
  private let densityToday: Double
  private let inverseLifetime: Double
  private let injectionColumn: Int
  private let captureColumn: Int?
  private var mesons: MesonConversion?

  // Values at the x of the last `prepare`, per unit of ln a.
  private var toProton = 0.0
  private var toNeutron = 0.0
  private var forward: [Double]
  private var backward: [Double]
  private var columns: [Double]

  /// - Parameters:
  ///   - table: ln T/MeV, ln H s, ln of the rates n -> p and p -> n times tau_n, ln of each nuclear rate, against ln a.
  ///   - rateFactors: a factor on each reaction's rate.
  ///   - mesons: from the decays or annihilations of a particle, `nil` without.
  ///   - nucleonsOnly: leaves out all nuclear reactions.
  init(
    _ network: NuclearNetwork, table: UniformSplineTable, densityToday: Double, neutronLifetime: Double, rateFactors: [Double],
    mesons: MesonMultiplicity? = nil,
    nucleonsOnly: Bool = false
  ) {
    self.mesons = mesons.map(MesonConversion.init)
    injectionColumn = Column.injections(network)
    captureColumn = table.columns > Column.captures(network) ? Column.captures(network) : nil
    self.table = table
    self.densityToday = densityToday
    inverseLifetime = 1 / neutronLifetime
    links = nucleonsOnly ? [] : network.links
    balances = links.isEmpty ? [] : network.reactions.map(DetailedBalance.init)
    reversible = network.reactions.map { $0.reactants.count > 1 }
    self.rateFactors = rateFactors
    dimension = nucleonsOnly ? 2 : network.nuclides.count
    forward = [Double](repeating: 0, count: links.count)
    backward = forward
    columns = [Double](repeating: 0, count: table.columns)
  }

  package mutating func prepare(_ x: Double) {
    columns.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { table.evaluate(x, into: base) }
    }
    let logTemperature = columns[Column.logTemperature]
    let temperature = exp(logTemperature)
    let perHubble = exp(-columns[Column.logHubble])
    let density = densityToday * exp(-3 * x)
    let logDensity = log(densityToday) - 3 * x
    toProton = exp(columns[Column.logNeutronToProton]) * inverseLifetime * perHubble
    toNeutron = exp(columns[Column.logProtonToNeutron]) * inverseLifetime * perHubble
    if let captureColumn {
      toProton += max(0, columns[captureColumn]) * inverseLifetime * perHubble
      toNeutron += max(0, columns[captureColumn + 1]) * inverseLifetime * perHubble
    }
    if mesons != nil {
      // Per comoving volume, as the baryons: their ratio needs no scale factor.
      let injections = exp(columns[injectionColumn]) / (densityToday * NuclearUnits.molePerCubicCentimetre)
      mesons?.prepare(temperature: temperature, injections: injections * perHubble, baryons: density * PhysicalConstants.avogadro.value)
    }
    for r in links.indices {
      let link = links[r]
      let rate = exp(columns[Column.firstReaction + r]) * rateFactors[r] * perHubble
      guard reversible[r] else {
        forward[r] = rate
        continue
      }
      forward[r] = rate * density * link.symmetry
      let excess = (link.products.1 < 0 ? 1.0 : link.products.2 < 0 ? 2.0 : 3.0) - 2
      let balance = balances[r].logarithm(atTemperatureMeV: temperature, logarithmOfTemperature: logTemperature)
      backward[r] = forward[r] * exp(balance + excess * logDensity)
    }
  }

  package func derivative(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) {
    for i in 0..<dimension { result[i] = 0 }
    var conversion = toProton * y[0] - toNeutron * y[1]
    if let mesons { conversion += mesons.conversions(neutrons: y[0], protons: y[1]).value }
    result[0] = -conversion
    result[1] = conversion
    for r in links.indices {
      let link = links[r]
      var flux = forward[r] * y[link.reactants.0]
      var reverse = backward[r] * y[link.products.0]
      if link.reactants.1 >= 0 { flux *= y[link.reactants.1] }
      if link.products.1 >= 0 { reverse *= y[link.products.1] }
      if link.products.2 >= 0 { reverse *= y[link.products.2] }
      add(flux - reverse, link, result, stride: 1)
    }
  }

  package func jacobian(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) {
    let n = dimension
    for i in 0..<(n * n) { result[i] = 0 }
    result[0] -= toProton
    result[1] += toNeutron
    result[n] += toProton
    result[n + 1] -= toNeutron
    if let mesons {
      let conversion = mesons.conversions(neutrons: y[0], protons: y[1])
      result[0] -= conversion.byNeutrons
      result[1] -= conversion.byProtons
      result[n] += conversion.byNeutrons
      result[n + 1] += conversion.byProtons
    }
    for r in links.indices {
      let link = links[r]
      let (a, b) = link.reactants
      let (c, d, e) = link.products
      // The derivative of the flux by one factor at a time; identical factors add up.
      add(forward[r] * (b >= 0 ? y[b] : 1), link, result + a, stride: n)
      if b >= 0 { add(forward[r] * y[a], link, result + b, stride: n) }
      let mu = -backward[r]
      guard mu != 0 else { continue }
      let (yd, ye) = (d >= 0 ? y[d] : 1, e >= 0 ? y[e] : 1)
      add(mu * yd * ye, link, result + c, stride: n)
      if d >= 0 { add(mu * y[c] * ye, link, result + d, stride: n) }
      if e >= 0 { add(mu * y[c] * yd, link, result + e, stride: n) }
    }
  }

  /// Takes `flux` from the reactants and gives it to the products.
  @inline(__always)
  private func add(_ flux: Double, _ link: NuclearNetwork.Link, _ result: UnsafeMutablePointer<Double>, stride: Int) {
    result[link.reactants.0 * stride] -= flux
    if link.reactants.1 >= 0 { result[link.reactants.1 * stride] -= flux }
    result[link.products.0 * stride] += flux
    if link.products.1 >= 0 { result[link.products.1 * stride] += flux }
    if link.products.2 >= 0 { result[link.products.2 * stride] += flux }
  }
}

extension NetworkEquations {
  /// Neutrons and protons per baryon when the weak rates balance.
  package mutating func equilibrium(_ x: Double) -> [Double] {
    prepare(x)
    let neutrons = toNeutron / (toNeutron + toProton)
    return [neutrons, 1 - neutrons]
  }

  /// All nuclei in statistical equilibrium with the given nucleons, as mass fractions that sum to one.
  package mutating func statisticalEquilibrium(_ nuclides: [Nuclide], _ x: Double, neutrons: Double, protons: Double) -> [Double] {
    prepare(x)
    let y = nuclides.map { nuclide in
      exp(
        StatisticalEquilibrium.logarithmOfAbundance(
          of: nuclide, temperature: exp(columns[Column.logTemperature]), density: densityToday * exp(-3 * x), protons: protons, neutrons: neutrons))
    }
    let total = zip(nuclides, y).reduce(0) { $0 + Double($1.0.massNumber) * $1.1 }
    return y.map { $0 / total }
  }
}
