import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Numerics
import Testing

/// A network on a history at a fixed point, as plain functions.
private struct Point {
  let calculation: Nucleosynthesis
  var equations: NetworkEquations
  let names: [Nuclide]

  init(_ size: NuclearNetwork.Size, rates: NuclearNetwork.Rates = .primat) throws {
    calculation = try Nucleosynthesis(InstantaneousDecoupling.history(), network: NuclearNetwork(size, rates: rates))
    equations = try calculation.equations(.init())
    names = calculation.network.nuclides
  }

  func derivative(_ y: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: y.count)
    y.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        if let source = source.baseAddress, let target = target.baseAddress { equations.derivative(source, target) }
      }
    }
    return result
  }

  func jacobian(_ y: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: y.count * y.count)
    y.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { target in
        if let source = source.baseAddress, let target = target.baseAddress { equations.jacobian(source, target) }
      }
    }
    return result
  }
}

struct NuclearNetworkTests {
  @Test(arguments: [NuclearNetwork.Size.small, .full])
  func everyReactionConservesBaryonsAndCharge(size: NuclearNetwork.Size) {
    for reaction in NuclearNetwork(size).reactions where reaction.reactants.count == 2 {
      #expect(reaction.reactants.reduce(0) { $0 + $1.massNumber } == reaction.products.reduce(0) { $0 + $1.massNumber }, "\(reaction.name)")
      #expect(reaction.reactants.reduce(0) { $0 + $1.protons } == reaction.products.reduce(0) { $0 + $1.protons }, "\(reaction.name)")
      #expect(reaction.energyRelease > 0, "\(reaction.name) is written in its exothermic direction")
    }
  }

  @Test(arguments: [NuclearNetwork.Rates.primat, .parthenope])
  func ratesArePositiveAndFinite(rates: NuclearNetwork.Rates) {
    for reaction in NuclearNetwork(.full, rates: rates).reactions {
      for t9 in logarithmicGrid(from: 0.01, to: 150, count: 300) {
        let rate = reaction.rate(t9)
        #expect(rate.isFinite && rate > 0, "\(reaction.name) at T9 = \(t9): \(rate)")
      }
      #expect(reaction.uncertaintyFactor > 1)
      #expect(!reaction.source.isEmpty)
    }
  }

  @Test func theTwoSetsAgreeWithinTheirSpread() {
    // d(p,g) and d(d,x) differ by up to 7 %, He3(a,g) and Li7(p,a) by up to 20 % where abundances are made.
    for (a, b) in zip(NuclearNetwork().reactions, NuclearNetwork(rates: .parthenope).reactions) {
      #expect(a.name == b.name)
      for t9 in logarithmicGrid(from: 0.15, to: 1.1, count: 30) { #expect(abs(log(a.rate(t9) / b.rate(t9))) < 0.2, "\(a.name) at T9 = \(t9)") }
    }
  }

  @Test(arguments: [NuclearNetwork.Size.small, .full])
  func jacobianIsTheDerivative(size: NuclearNetwork.Size) throws {
    var point = try Point(size)
    let range = point.calculation.range
    for fraction in [0.02, 0.3, 0.45] {
      point.equations.prepare(range.network + fraction * (range.end - range.network))
      let y = point.names.map { 0.1 / Double($0.massNumber * $0.massNumber) + 0.01 * Double($0.protons) }
      let analytic = point.jacobian(y)
      for j in y.indices {
        let h = 1e-4 * y[j]
        var (up, down) = (y, y)
        up[j] += h
        down[j] -= h
        let (a, b) = (point.derivative(up), point.derivative(down))
        for i in y.indices {
          // The right-hand side is at most cubic in one abundance, so central differences are good to h^2; rounding enters through the largest entry of the row.
          let numerical = (a[i] - b[i]) / (2 * h)
          let scale = (0..<y.count).map { abs(analytic[i * y.count + $0]) }.max() ?? 0
          #expect(abs(numerical - analytic[i * y.count + j]) <= 1e-7 * scale)
        }
      }
    }
  }

  @Test(arguments: [NuclearNetwork.Size.small, .full])
  func statisticalEquilibriumBalancesEveryReaction(size: NuclearNetwork.Size) throws {
    // Each reaction alone, so that no cancellation between them hides an imbalance.
    let history = InstantaneousDecoupling.history()
    for reaction in NuclearNetwork(size).reactions where reaction.reactants.count == 2 {
      let calculation = try Nucleosynthesis(history, network: NuclearNetwork([reaction]))
      var equations = try calculation.equations(.init())
      let x = calculation.range.network
      let y = equations.statisticalEquilibrium(calculation.network.nuclides, x, neutrons: 0.3, protons: 0.7)
      equations.prepare(x)
      var (net, slopes) = ([Double](repeating: 0, count: y.count), [Double](repeating: 0, count: y.count * y.count))
      y.withUnsafeBufferPointer { source in
        net.withUnsafeMutableBufferPointer { if let s = source.baseAddress, let t = $0.baseAddress { equations.derivative(s, t) } }
        slopes.withUnsafeMutableBufferPointer { if let s = source.baseAddress, let t = $0.baseAddress { equations.jacobian(s, t) } }
      }
      // Against the gross flux: d(flux)/dY_i Y_i of the heaviest product.
      guard let last = calculation.network.nuclides.indices.last else { continue }
      let gross = abs(slopes[last * y.count + last] * y[last])
      // The sum of mass fractions is normalised, which shifts the nucleons by 1e-12.
      #expect(abs(net[last]) <= 1e-9 * gross, "\(reaction.name): \(net[last]) against \(gross)")
    }
  }

  @Test(arguments: [NuclearNetwork.Size.small, .full])
  func baryonsAreConserved(size: NuclearNetwork.Size) throws {
    let calculation = try Nucleosynthesis(InstantaneousDecoupling.history(), network: NuclearNetwork(size))
    for omegaB in [0.005, 0.02237, 0.1] { #expect(try calculation.abundances(.init(omegaB: omegaB)).baryonDefect < 1e-10) }
    for epoch in try calculation.evolution(count: 30).epochs {
      let sum = zip(calculation.network.nuclides, epoch.perBaryon).reduce(0) { $0 + Double($1.0.massNumber) * $1.1 }
      #expect(abs(sum - 1) < 1e-10)
    }
  }

  @Test func anotherIntegratorAgrees() throws {
    // GSL's implicit Bulirsch-Stoer with the same Jacobian, from the network's start.
    let calculation = try Nucleosynthesis(InstantaneousDecoupling.history())
    let range = calculation.range
    var equations = try calculation.equations(.init())
    let start = equations.statisticalEquilibrium(calculation.network.nuclides, range.network, neutrons: 0.25, protons: 0.75)
    let n = equations.dimension
    let system = ODESystem(
      dimension: n,
      derivative: { x, y, result in
        equations.prepare(x)
        if let y = y.baseAddress, let result = result.baseAddress { equations.derivative(y, result) }
      },
      jacobian: { x, y, matrix, slope in
        guard let y = y.baseAddress, let matrix = matrix.baseAddress else { return }
        equations.prepare(x)
        equations.jacobian(y, matrix)
        var (now, later) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
        now.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { equations.derivative(y, base) } }
        equations.prepare(x + 1e-6)
        later.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { equations.derivative(y, base) } }
        for i in 0..<n { slope[i] = (later[i] - now[i]) / 1e-6 }
      })
    let reference = try ODE.solve(
      "network", system, from: range.network, start, to: range.end, method: .bulirschStoer,
      control: .init(relative: 1e-8, absolute: [Double](repeating: 1e-20, count: n), firstStep: 1e-8)
    ).end.y
    var own = start
    var step = 1e-6
    var again = try calculation.equations(.init())
    try RosenbrockSolver().integrate("network", &again, from: range.network, to: range.end, step: &step, &own)
    for (name, (a, b)) in zip(calculation.network.nuclides, zip(own, reference)) where b > 1e-18 {
      // The local tolerance is 1e-6; neutrons at the end feel every rate along the way.
      #expect(abs(a / b - 1) < 5e-5, "\(name.name): \(a) against \(b)")
    }
  }
}
