import Foundation
import Numerics
import Testing

private struct Refusal: Error, Equatable {}

@Suite struct ODETests {
  /// y'' = -y.
  private static var oscillator: ODESystem {
    ODESystem(
      dimension: 2, derivative: { _, y, dydt in (dydt[0], dydt[1]) = (y[1], -y[0]) },
      jacobian: { _, _, dfdy, dfdt in
        (dfdy[0], dfdy[1], dfdy[2], dfdy[3]) = (0, 1, -1, 0)
        (dfdt[0], dfdt[1]) = (0, 0)
      })
  }

  /// Robertson's chemical kinetics, stiff by nine orders.
  private static var robertson: ODESystem {
    ODESystem(
      dimension: 3,
      derivative: { _, y, dydt in
        dydt[0] = -0.04 * y[0] + 1e4 * y[1] * y[2]
        dydt[2] = 3e7 * y[1] * y[1]
        dydt[1] = -dydt[0] - dydt[2]
      },
      jacobian: { _, y, dfdy, dfdt in
        let rows = [-0.04, 1e4 * y[2], 1e4 * y[1], 0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1], 0, 6e7 * y[1], 0]
        for (index, value) in rows.enumerated() { dfdy[index] = value }
        for index in 0..<3 { dfdt[index] = 0 }
      })
  }

  private static var decay: ODESystem {
    ODESystem(
      dimension: 1, derivative: { _, y, dydt in dydt[0] = -y[0] },
      jacobian: { _, _, dfdy, dfdt in (dfdy[0], dfdt[0]) = (-1, 0) })
  }

  @Test(arguments: ODE.Method.allCases) func oscillatesWithTheRightPhase(_ method: ODE.Method) throws {
    let control = ODE.Control(relative: 1e-10, absolute: [1e-12])
    let solution = try ODE.solve("oscillator", Self.oscillator, from: 0, [0, 1], to: 10, method: method, control: control, outputs: [1, 2, 5])
    #expect(solution.points.map(\.t) == [1, 2, 5] && solution.end.t == 10)
    for point in solution.points + [solution.end] {
      // msbdf's global error is up to 1000 times its tolerance.
      #expect(abs(point.y[0] - sin(point.t)) < (method == .backwardDifferentiation ? 1e-6 : 1e-8))
    }
    #expect(solution.steps > 0 && solution.derivativeCalls > solution.steps)
  }

  /// The steps of an order-8 method grow like tolerance^(-1/8), the error falls in proportion to the tolerance.
  @Test func rungeKuttaHasOrderEight() throws {
    let runs = try [1e-6, 1e-12].map { tolerance in
      try ODE.solve(
        "oscillator", Self.oscillator, from: 0, [0, 1], to: 400, method: .rungeKutta, control: ODE.Control(relative: tolerance, absolute: [tolerance]))
    }
    let order = log(1e6) / log(Double(runs[1].steps) / Double(runs[0].steps))
    #expect(order > 6.5 && order < 10.5)
    let errors = runs.map { abs($0.end.y[0] - sin(400)) }
    #expect(errors[1] < 1e-3 * errors[0])
  }

  @Test func stiffMethodsAgreeOnRobertson() throws {
    let control = ODE.Control(relative: 1e-8, absolute: [1e-12, 1e-16, 1e-12])
    let times = [0.4, 40, 4e3, 4e5]
    // An independent Radau IIA integration at relative tolerance 1e-12.
    let known = [0.98517211, 0.71582707, 0.18320226, 0.00493827]
    var results: [[Double]] = []
    for method in [ODE.Method.backwardDifferentiation, .bulirschStoer] {
      let solution = try ODE.solve("Robertson", Self.robertson, from: 0, [1, 0, 0], to: 4e5, method: method, control: control, outputs: times)
      results.append(solution.points.map { $0.y[0] })
      for point in solution.points { #expect(abs(point.y.reduce(0, +) - 1) < 1e-8) }
      #expect(solution.steps < 20_000)
    }
    for index in times.indices {
      #expect(abs(results[0][index] / known[index] - 1) < 1e-5)
      #expect(abs(results[0][index] / results[1][index] - 1) < 1e-5)
    }
  }

  @Test(arguments: ODE.Method.allCases) func eventsAreRoots(_ method: ODE.Method) throws {
    let control = ODE.Control(relative: 1e-10, absolute: [1e-12], largestStep: 0.5)
    let crossing = ODEEvent("y = 0", stops: false) { _, y in y[0] }
    let stop = ODEEvent("t = 8", stops: true) { t, _ in t - 8 }
    let solution = try ODE.solve(
      "oscillator", Self.oscillator, from: 0.1, [sin(0.1), cos(0.1)], to: 20, method: method, control: control, outputs: [1, 15], events: [crossing, stop])
    #expect(solution.zeros.map(\.label) == ["y = 0", "y = 0", "t = 8"])
    let tolerance = method == .backwardDifferentiation ? 1e-6 : 1e-8
    #expect(abs(solution.zeros[0].point.t - .pi) < tolerance && abs(solution.zeros[1].point.t - 2 * .pi) < tolerance)
    #expect(abs(solution.end.t - 8) < 1e-9 && abs(solution.end.y[0] - sin(8)) < tolerance)
    #expect(solution.points.count == 1)
  }

  @Test(arguments: ODE.Method.allCases) func integratesBackwards(_ method: ODE.Method) throws {
    let solution = try ODE.solve("decay", Self.decay, from: 2, [exp(-2)], to: 0, method: method, control: ODE.Control(relative: 1e-9), outputs: [1.5, 1])
    #expect(abs(solution.end.y[0] - 1) < 1e-5 && abs(solution.points[1].y[0] - exp(-1)) < 1e-5)
  }

  @Test func failuresSayWhere() throws {
    // y' = y^2 blows up at t = 1.
    let blowUp = ODESystem(dimension: 1) { _, y, dydt in dydt[0] = y[0] * y[0] }
    #expect {
      try ODE.solve("blow-up", blowUp, from: 0, [1], to: 2, method: .rungeKutta)
    } throws: { error in
      guard case NumericsError.ode("blow-up", let at, 2, _) = error else { return false }
      return at > 0.99 && at < 1.01
    }
    #expect {
      try ODE.solve("slow", Self.oscillator, from: 0, [0, 1], to: 1e6, method: .rungeKutta, control: ODE.Control(maximumSteps: 10))
    } throws: { error in
      guard case NumericsError.ode("slow", _, 1e6, let reason) = error else { return false }
      return reason.contains("10 steps")
    }
    let refusing = ODESystem(dimension: 1) { t, _, dydt in
      if t > 0.5 { throw Refusal() }
      dydt[0] = 1
    }
    #expect(throws: Refusal()) { try ODE.solve("refusing", refusing, from: 0, [0], to: 1, method: .rungeKutta) }
    let notANumber = ODESystem(dimension: 1) { t, _, dydt in dydt[0] = t > 0.5 ? .nan : 1 }
    #expect(throws: NumericsError.self) { try ODE.solve("nan", notANumber, from: 0, [0], to: 1, method: .rungeKutta) }
  }

  @Test func argumentsAreChecked() {
    #expect(throws: NumericsError.self) { try ODE.solve("count", Self.oscillator, from: 0, [0], to: 1, method: .rungeKutta) }
    #expect(throws: NumericsError.self) { try ODE.solve("limit", Self.oscillator, from: 0, [0, 1], to: .infinity, method: .rungeKutta) }
    #expect(throws: NumericsError.self) { try ODE.solve("outputs", Self.oscillator, from: 0, [0, 1], to: 1, method: .rungeKutta, outputs: [0.5, 0.2]) }
    #expect(throws: NumericsError.self) { try ODE.solve("beyond", Self.oscillator, from: 0, [0, 1], to: 1, method: .rungeKutta, outputs: [2]) }
    let withoutJacobian = ODESystem(dimension: 1) { _, y, dydt in dydt[0] = -y[0] }
    #expect(throws: NumericsError.self) { try ODE.solve("jacobian", withoutJacobian, from: 0, [1], to: 1, method: .bulirschStoer) }
    let control = ODE.Control(relative: -1)
    #expect(throws: NumericsError.self) { try ODE.solve("tolerance", Self.decay, from: 0, [1], to: 1, method: .rungeKutta, control: control) }
  }

  @Test func nothingToIntegrate() throws {
    let solution = try ODE.solve("still", Self.decay, from: 1, [3], to: 1, method: .rungeKutta, outputs: [1])
    #expect(solution.end.y == [3] && solution.points.count == 1 && solution.steps == 0)
  }

  @Test func manyIntegrationsAtOnce() async throws {
    let results = try await withThrowingTaskGroup(of: Double.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let system = ODESystem(
            dimension: 1, derivative: { _, y, dydt in dydt[0] = -y[0] }, jacobian: { _, _, dfdy, dfdt in (dfdy[0], dfdt[0]) = (-1, 0) })
          return try ODE.solve("decay", system, from: 0, [1], to: 3, method: .backwardDifferentiation).end.y[0]
        }
      }
      return try await group.reduce(into: [Double]()) { $0.append($1) }
    }
    #expect(Set(results).count == 1)
  }
}
