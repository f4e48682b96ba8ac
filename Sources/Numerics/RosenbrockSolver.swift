import Foundation

/// Stiff initial-value problems by RODAS4, a Rosenbrock method of order 4 with an embedded one of order 3, L-stable and stiffly accurate
/// (E. Hairer & G. Wanner, Solving Ordinary Differential Equations II, section IV.7, code RODAS).
///
/// Six linear solves with one matrix per step and no iteration. No memory is allocated inside a step. Linear invariants (the number of baryons) are kept to rounding
/// when the Jacobian is exact, since every stage solves with it. ``RosenbrockIntegrator`` is the same for systems given as closures.
package struct RosenbrockSolver {
  package var relativeTolerance = 1e-6
  /// One value for all components, or one for each.
  package var absoluteTolerances = [1e-20]
  package var largestStep = Double.infinity
  /// Accepted and rejected.
  package var maximumSteps = 100_000

  package init() {}

  /// What is looked at after each accepted step, with the system, which may be prepared there; returning `true` ends the integration.
  package typealias Observer<System> = (_ system: inout System, _ x: Double, _ y: UnsafeBufferPointer<Double>) throws -> Bool

  /// Integrates `y` from `start` towards `end` (either direction); `h` > 0 is the first step to try and afterwards the one to go on with.
  ///
  /// - Returns: where it stopped: `end`, or the point chosen by the observer.
  /// - Throws: ``NumericsError/ode(label:at:target:reason:)`` when the step vanishes, a value is not finite, or the steps run out; what the system and observer throw.
  @discardableResult
  package func integrate<System: RosenbrockSystem>(
    _ label: String, _ system: inout System, from start: Double, to end: Double, step h: inout Double, _ y: inout [Double],
    observe: Observer<System> = { _, _, _ in false }
  ) throws -> Double {
    let n = system.dimension
    let memory = Workspace(n)
    defer { memory.deallocate() }
    for i in 0..<n {
      memory.state[i] = y[i]
      memory.tolerance[i] = absoluteTolerances[absoluteTolerances.count == 1 ? 0 : i]
    }
    let direction = end >= start ? 1.0 : -1.0
    var x = start
    var steps = 0
    var rejectedBefore = false
    search: while (end - x) * direction > 0 {
      h = min(h, largestStep)
      try system.linearise(x, step: h, memory.state, memory.slope, memory.jacobian, memory.explicit)
      while true {
        guard steps < maximumSteps else { throw NumericsError.ode(label: label, at: x, target: end, reason: "\(maximumSteps) steps did not suffice") }
        steps += 1
        let reaches = (x + 1.001 * direction * h - end) * direction >= 0
        let taken = reaches ? end - x : direction * h
        let error = try attempt(&system, x, taken, memory)
        if error <= 1 {
          x = reaches ? end : x + taken
          memory.accept()
          let growth = min(0.9 * pow(max(error, 1e-10), -0.25), rejectedBefore ? 1 : 6)
          rejectedBefore = false
          // A step cut short by the end says little about the one to go on with.
          h = reaches ? max(h, abs(taken) * growth) : h * growth
          break
        }
        rejectedBefore = true
        h = abs(taken) * (error.isFinite ? max(0.9 * pow(error, -0.25), 0.1) : 0.1)
        guard x + h != x else {
          throw NumericsError.ode(label: label, at: x, target: end, reason: error.isFinite ? "the step became too small" : "a value is not finite")
        }
      }
      if try observe(&system, x, UnsafeBufferPointer(start: memory.state, count: n)) { break search }
    }
    for i in 0..<n { y[i] = memory.state[i] }
    return x
  }

  /// One step of size h into `memory.trial`; returns the error in units of the tolerance, NaN or infinity where something is not finite.
  private func attempt<System: RosenbrockSystem>(_ system: inout System, _ x: Double, _ h: Double, _ memory: Workspace) throws -> Double {
    let n = memory.n
    let (state, work, matrix) = (memory.state, memory.work, memory.matrix)
    for i in 0..<(n * n) { matrix[i] = -memory.jacobian[i] }
    for i in 0..<n { matrix[i * n + i] += 1 / (h * Rodas4.gamma) }
    guard DenseLU.factorise(matrix, n, pivots: memory.pivots) else { return .nan }
    for s in 0..<6 {
      let u = memory.stages + s * n
      if s == 0 {
        for i in 0..<n { u[i] = memory.slope[i] }
      } else {
        for i in 0..<n { work[i] = state[i] }
        add(Rodas4.a[s], of: memory, to: work)
        // The last two stages are evaluated at the same x.
        if s != 5 { system.prepare(x + Rodas4.c[s] * h) }
        try system.derivative(work, u)
      }
      let weight = h * Rodas4.d[s]
      for i in 0..<n { u[i] += weight * memory.explicit[i] }
      add(Rodas4.b[s], over: h, of: memory, to: u)
      DenseLU.solve(matrix, n, u, pivots: memory.pivots)
    }
    // Stiffly accurate: the last stage is both the last increment and the error.
    let last = memory.stages + 5 * n
    var error = 0.0
    for i in 0..<n {
      memory.trial[i] = work[i] + last[i]
      let scale = memory.tolerance[i] + relativeTolerance * max(abs(state[i]), abs(memory.trial[i]))
      let ratio = last[i] / scale
      error += ratio * ratio
    }
    return (error / Double(n)).squareRoot()
  }

  /// Adds the earlier stages with their coefficients.
  private func add(_ coefficients: [Double], over h: Double = 1, of memory: Workspace, to sum: UnsafeMutablePointer<Double>) {
    for (k, coefficient) in coefficients.enumerated() {
      let (weight, stage) = (coefficient / h, memory.stages + k * memory.n)
      for i in 0..<memory.n { sum[i] += weight * stage[i] }
    }
  }
}

/// Memory of one integration.
private struct Workspace {
  let n: Int
  let state: UnsafeMutablePointer<Double>
  let jacobian, matrix, stages, work, slope, explicit, trial, tolerance: UnsafeMutablePointer<Double>
  let pivots: UnsafeMutablePointer<Int>

  init(_ n: Int) {
    self.n = n
    let count = n * (2 * n + 12)
    state = UnsafeMutablePointer<Double>.allocate(capacity: count)
    state.initialize(repeating: 0, count: count)
    (work, slope, explicit, trial, tolerance) = (state + n, state + 2 * n, state + 3 * n, state + 4 * n, state + 5 * n)
    stages = state + 6 * n
    jacobian = stages + 6 * n
    matrix = jacobian + n * n
    pivots = UnsafeMutablePointer<Int>.allocate(capacity: n)
    pivots.initialize(repeating: 0, count: n)
  }

  func accept() { for i in 0..<n { state[i] = trial[i] } }

  func deallocate() {
    state.deallocate()
    pivots.deallocate()
  }
}
