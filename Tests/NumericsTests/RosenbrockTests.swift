import Foundation
import Numerics
import Testing

@Suite struct RosenbrockTests {
  /// A forced pendulum: smooth, not stiff.
  private static var pendulum: ODESystem {
    ODESystem(dimension: 2) { t, y, dydt in
      dydt[0] = y[1]
      dydt[1] = -y[0] * y[0] * y[0] + sin(t) * y[1]
    }
  }

  @Test func errorFollowsTheTolerance() throws {
    let exact = try ODE.solve("pendulum", Self.pendulum, from: 0, [1, 0.3], to: 4, method: .rungeKutta, control: .init(relative: 1e-13, absolute: [1e-13])).end
      .y
    for tolerance in [1e-5, 1e-7, 1e-9] {
      let integrator = try RosenbrockIntegrator("pendulum", Self.pendulum, control: .init(relative: tolerance, absolute: [tolerance]))
      let end = try integrator.integrate(from: 0, [1, 0.3], to: 4).y
      #expect(zip(end, exact).allSatisfy { abs($0 - $1) < 20 * tolerance })
    }
  }

  /// There and back again.
  @Test func eitherDirection() throws {
    let integrator = try RosenbrockIntegrator("pendulum", Self.pendulum, control: .init(relative: 1e-9, absolute: [1e-9]))
    let there = try integrator.integrate(from: 0, [1, 0.3], to: 4)
    let back = try integrator.integrate(from: there.t, there.y, to: 0)
    #expect(there.t == 4 && back.t == 0)
    #expect(abs(back.y[0] - 1) < 1e-7 && abs(back.y[1] - 0.3) < 1e-7)
  }

  /// Halving a fixed step divides the error by 2^4.
  @Test func convergesWithFourthOrder() throws {
    let exact = try ODE.solve("pendulum", Self.pendulum, from: 0, [1, 0.3], to: 2, method: .rungeKutta, control: .init(relative: 1e-13, absolute: [1e-13])).end
      .y
    let errors = try [0.05, 0.025, 0.0125].map { step in
      let control = ODE.Control(relative: 1, absolute: [1], firstStep: step, largestStep: step)
      let end = try RosenbrockIntegrator("pendulum", Self.pendulum, control: control).integrate(from: 0, [1, 0.3], to: 2).y
      return zip(end, exact).map { abs($0 - $1) }.max() ?? 0
    }
    for (coarse, fine) in zip(errors, errors.dropFirst()) { #expect(coarse / fine > 12 && coarse / fine < 40) }
  }

  /// Robertson's kinetics, stiff by nine decades, against the two stiff methods of GSL; with and without its Jacobian.
  @Test func stiffKinetics() throws {
    let derivative: ODESystem.Derivative = { _, y, f in
      f[0] = -0.04 * y[0] + 1e4 * y[1] * y[2]
      f[1] = 0.04 * y[0] - 1e4 * y[1] * y[2] - 3e7 * y[1] * y[1]
      f[2] = 3e7 * y[1] * y[1]
    }
    let jacobian: ODESystem.Jacobian = { _, y, j, dfdt in
      let rows = [
        [-0.04, 1e4 * y[2], 1e4 * y[1]], [0.04, -1e4 * y[2] - 6e7 * y[1], -1e4 * y[1]], [0, 6e7 * y[1], 0],
      ]
      for (i, value) in rows.flatMap({ $0 }).enumerated() { j[i] = value }
      for i in 0..<3 { dfdt[i] = 0 }
    }
    let system = ODESystem(dimension: 3, derivative: derivative, jacobian: jacobian)
    let control = ODE.Control(relative: 1e-9, absolute: [1e-14], firstStep: 1e-6)
    let reference = try ODE.solve("Robertson", system, from: 0, [1, 0, 0], to: 4e4, method: .bulirschStoer, control: control).end.y
    for tested in [system, ODESystem(dimension: 3, derivative: derivative)] {
      var steps = 0
      let end = try RosenbrockIntegrator("Robertson", tested, control: .init(relative: 1e-7, absolute: [1e-12], firstStep: 1e-6)).integrate(
        from: 0, [1, 0, 0], to: 4e4
      ) { _, _ in
        steps += 1
        return false
      }
      #expect(zip(end.y, reference).allSatisfy { abs($0 / $1 - 1) < 1e-5 })
      #expect(abs(end.y.reduce(0, +) - 1) < 1e-9)
      #expect(steps < 500)
    }
  }

  @Test func observerEndsTheIntegration() throws {
    let decay = ODESystem(dimension: 1) { _, y, dydt in dydt[0] = -y[0] }
    let end = try RosenbrockIntegrator("decay", decay, control: .init(largestStep: 0.1)).integrate(from: 0, [1], to: 100) { _, y in y[0] < 0.5 }
    #expect(end.y[0] < 0.5 && end.y[0] > 0.4)
  }

  @Test func refusesUnusableArguments() {
    let decay = ODESystem(dimension: 1) { _, y, dydt in dydt[0] = y[0] * y[0] }
    #expect(throws: NumericsError.self) { try RosenbrockIntegrator("blow-up", decay).integrate(from: 0, [1], to: 2) }
    #expect(throws: NumericsError.self) { try RosenbrockIntegrator("blow-up", decay).integrate(from: 0, [1, 2], to: 2) }
    #expect(throws: NumericsError.self) { _ = try RosenbrockIntegrator("blow-up", decay, control: .init(relative: 0, absolute: [0])) }
  }

  @Test func errorOfStiffTypesFollowsTheTolerance() throws {
    // y' = -1000 (y - cos x) - sin x: stiff, solution cos x. The error falls with the tolerance.
    struct Relaxation: StiffSystem {
      let dimension = 1
      var x = 0.0
      mutating func prepare(_ x: Double) { self.x = x }
      func derivative(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) { result[0] = -1000 * (y[0] - cos(x)) - sin(x) }
      func jacobian(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) { result[0] = -1000 }
    }
    var errors: [Double] = []
    for tolerance in [1e-4, 1e-6, 1e-8] {
      var (system, y, step) = (Relaxation(), [1.0], 1e-3)
      var solver = RosenbrockSolver()
      solver.relativeTolerance = tolerance
      try solver.integrate("relaxation", &system, from: 0, to: 10, step: &step, &y)
      errors.append(abs(y[0] - cos(10.0)))
      #expect(errors.last ?? 1 < 10 * tolerance)
    }
    #expect(errors[2] < errors[0])
  }
}
