import Foundation
import Numerics

/// What a stiff system must give: dy/dx, and the Jacobian df_i/dy_j row-major.
package protocol StiffSystem {
  var dimension: Int { get }
  /// Prepares whatever depends on x alone; the two others are then asked at that x.
  mutating func prepare(_ x: Double)
  func derivative(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>)
  func jacobian(_ y: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>)
}

/// RODAS4 (``Numerics/Rodas4``) for the hot path of the network: the same method as ``Numerics/RosenbrockIntegrator``, without closures and with the state in place.
///
/// No memory is allocated inside a step. Linear invariants (the number of baryons) are kept to rounding, since every stage solves with the exact Jacobian.
package struct RosenbrockSolver {
  package var relativeTolerance = 1e-6
  package var absoluteTolerance = 1e-20
  package var maximumSteps = 100_000

  package init() {}

  /// Integrates `y` from `start` to `end` > `start`; `step` is the first one to try and afterwards the one to go on with.
  ///
  /// - Returns: the number of accepted and rejected steps.
  /// - Throws: ``NumericsError/ode(label:at:target:reason:)`` when the step vanishes, a value is not finite, or the steps run out.
  @discardableResult
  package func integrate<System: StiffSystem>(
    _ label: String, _ system: inout System, from start: Double, to end: Double, step h: inout Double, _ y: inout [Double]
  ) throws -> (accepted: Int, rejected: Int) {
    let n = system.dimension
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: n * (2 * n + 12))
    defer { memory.deallocate() }
    memory.initialize(repeating: 0, count: n * (2 * n + 12))
    let (jacobian, matrix) = (memory, memory + n * n)
    let stages = matrix + n * n
    let (work, slope, timeSlope, trial) = (stages + 6 * n, stages + 7 * n, stages + 8 * n, stages + 9 * n)
    let state = stages + 10 * n
    for i in 0..<n { state[i] = y[i] }

    var x = start
    var counts = (accepted: 0, rejected: 0)
    var rejectedBefore = false
    while x < end {
      guard counts.accepted + counts.rejected < maximumSteps else {
        throw NumericsError.ode(label: label, at: x, target: end, reason: "\(maximumSteps) steps did not suffice")
      }
      // Numerical derivative in x: the coefficients are splines, so the step is well inside an interval.
      let delta = 1e-5 * h + 1e-9
      system.prepare(x + delta)
      system.derivative(state, timeSlope)
      system.prepare(x)
      system.derivative(state, slope)
      for i in 0..<n { timeSlope[i] = (timeSlope[i] - slope[i]) / delta }
      system.jacobian(state, jacobian)
      while true {
        let reaches = x + 1.001 * h >= end
        let taken = reaches ? end - x : h
        let error = step(&system, n, x, taken, state, slope, timeSlope, jacobian, matrix, stages, work, trial)
        if error <= 1 {
          x = reaches ? end : x + taken
          for i in 0..<n { state[i] = trial[i] }
          counts.accepted += 1
          let growth = min(max(0.9 * pow(max(error, 1e-10), -0.25), 0.2), rejectedBefore ? 1 : 6)
          rejectedBefore = false
          // A step cut short by the end says little about the one to go on with.
          h = reaches ? max(h, taken * growth) : taken * growth
          break
        }
        counts.rejected += 1
        rejectedBefore = true
        h = taken * (error.isFinite ? max(0.9 * pow(error, -0.25), 0.1) : 0.1)
        guard abs(h) > 1e-14 * max(abs(x), 1) else {
          throw NumericsError.ode(label: label, at: x, target: end, reason: error.isFinite ? "the step vanishes" : "a value is not finite")
        }
      }
    }
    for i in 0..<n { y[i] = state[i] }
    return counts
  }

  /// One trial step; the scaled error, NaN included, decides over it.
  private func step<System: StiffSystem>(
    _ system: inout System, _ n: Int, _ x: Double, _ h: Double, _ state: UnsafeMutablePointer<Double>, _ slope: UnsafeMutablePointer<Double>,
    _ timeSlope: UnsafeMutablePointer<Double>, _ jacobian: UnsafeMutablePointer<Double>, _ matrix: UnsafeMutablePointer<Double>,
    _ stages: UnsafeMutablePointer<Double>, _ work: UnsafeMutablePointer<Double>, _ trial: UnsafeMutablePointer<Double>
  ) -> Double {
    for i in 0..<(n * n) { matrix[i] = -jacobian[i] }
    for i in 0..<n { matrix[i * n + i] += 1 / (h * Rodas4.gamma) }
    guard DenseLU.factorise(matrix, n) else { return .nan }
    for s in 0..<6 {
      let u = stages + s * n
      if s == 0 {
        for i in 0..<n { u[i] = slope[i] }
      } else {
        for i in 0..<n {
          var sum = state[i]
          for k in 0..<s { sum += Rodas4.a[s][k] * stages[k * n + i] }
          work[i] = sum
        }
        if s != 5 { system.prepare(x + Rodas4.c[s] * h) }
        system.derivative(work, u)
      }
      for i in 0..<n {
        var sum = u[i] + h * Rodas4.d[s] * timeSlope[i]
        for k in 0..<s { sum += Rodas4.b[s][k] / h * stages[k * n + i] }
        u[i] = sum
      }
      DenseLU.solve(matrix, n, u)
    }
    // Stiffly accurate: the last stage is both the last increment and the error.
    let last = stages + 5 * n
    var error = 0.0
    for i in 0..<n {
      trial[i] = work[i] + last[i]
      let scale = absoluteTolerance + relativeTolerance * max(abs(state[i]), abs(trial[i]))
      let ratio = last[i] / scale
      error += ratio * ratio
    }
    return (error / Double(n)).squareRoot()
  }
}

/// LU decomposition without pivoting of a small dense row-major matrix.
///
/// Without pivoting the elimination order is the same at every step; for 1/(h gamma) - J of reaction networks this is established practice
/// (Timmes, Astrophys. J. Suppl. 124, 241). A vanishing or non-finite pivot is reported.
enum DenseLU {
  static func factorise(_ m: UnsafeMutablePointer<Double>, _ n: Int) -> Bool {
    for k in 0..<n {
      let pivot = m[k * n + k]
      guard pivot.isFinite, pivot != 0 else { return false }
      let inverse = 1 / pivot
      for i in (k + 1)..<n {
        let entry = m[i * n + k]
        guard entry != 0 else { continue }
        let factor = entry * inverse
        m[i * n + k] = factor
        for j in (k + 1)..<n { m[i * n + j] -= factor * m[k * n + j] }
      }
    }
    return true
  }

  static func solve(_ m: UnsafeMutablePointer<Double>, _ n: Int, _ b: UnsafeMutablePointer<Double>) {
    for i in 0..<n {
      var sum = b[i]
      for j in 0..<i { sum -= m[i * n + j] * b[j] }
      b[i] = sum
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      var sum = b[i]
      for j in (i + 1)..<n { sum -= m[i * n + j] * b[j] }
      b[i] = sum / m[i * n + i]
    }
  }
}
