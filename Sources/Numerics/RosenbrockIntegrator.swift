import Foundation

/// Stiff initial-value problems by RODAS4, a Rosenbrock method of order 4 with an embedded one of order 3, L-stable and stiffly accurate
/// (E. Hairer & G. Wanner, Solving Ordinary Differential Equations II, section IV.7, code RODAS).
///
/// Six linear solves with one matrix per step and no iteration: for a few dozen equations at tolerances of 1e-5 to 1e-9 it needs fewer calls than a multistep method,
/// and its error stays near the tolerance asked for. Without a Jacobian in the system, one is taken by forward differences (n + 1 more calls per step).
public struct RosenbrockIntegrator {
  private let label: String
  private let system: ODESystem
  private let control: ODE.Control
  private let n: Int

  /// What is looked at after each accepted step; returning `true` ends the integration there.
  public typealias Observer = (_ t: Double, _ y: [Double]) throws -> Bool

  public init(_ label: String, _ system: ODESystem, control: ODE.Control = ODE.Control()) throws {
    guard system.dimension > 0, control.absolute.count == 1 || control.absolute.count == system.dimension, control.relative >= 0,
      control.absolute.allSatisfy({ $0 >= 0 }), control.relative > 0 || control.absolute.allSatisfy({ $0 > 0 }), control.largestStep > 0
    else {
      throw NumericsError.domain(label: label, reason: "tolerances must not be negative nor all zero, one absolute tolerance or one for each component")
    }
    self.label = label
    self.system = system
    self.control = control
    n = system.dimension
  }

  /// Integrates from `start` towards `end` (either direction) and returns where it stopped; `observe` sees the start and every accepted step.
  ///
  /// - Throws: ``NumericsError/ode(label:at:target:reason:)`` when the state is not finite, the step becomes too small or the steps run out; what the closures throw.
  @discardableResult
  public func integrate(from start: Double, _ initial: [Double], to end: Double, observe: Observer = { _, _ in false }) throws -> ODESolution.Point {
    guard initial.count == n, (initial + [start, end]).allSatisfy(\.isFinite) else {
      throw NumericsError.domain(label: label, reason: "needs \(n) finite initial values and finite limits; found \(initial.count)")
    }
    let direction = end >= start ? 1.0 : -1.0
    var h = direction * min(control.firstStep ?? 1e-4 * abs(end - start), control.largestStep, abs(end - start))
    var (t, y) = (start, initial)
    if try observe(t, y) { return .init(t: t, y: y) }
    let work = Workspace(n)
    var steps = 0
    var rejectedBefore = false
    while (end - t) * direction > 0 {
      guard steps < control.maximumSteps else { throw failure(t, end, "\(control.maximumSteps) steps did not suffice") }
      steps += 1
      if abs(h) > control.largestStep { h = direction * control.largestStep }
      if (t + h - end) * direction > 0 { h = end - t }
      guard t + h != t else { throw failure(t, end, "the step became too small: \(h)") }
      try slopes(t, y, work)
      while true {
        let error = try attempt(t, h, y, work)
        if error <= 1 {
          let reached = abs(t + h - end) <= 1e-14 * abs(end) ? end : t + h
          t = reached
          y = work.trial
          var growth = min(5, 0.9 * pow(max(error, 1e-10), -0.25))
          if rejectedBefore { growth = min(growth, 1) }
          rejectedBefore = false
          h *= growth
          break
        }
        rejectedBefore = true
        h *= error.isFinite ? max(0.2, 0.9 * pow(error, -0.25)) : 0.2
        guard t + h != t else { throw failure(t, end, "the step became too small: \(h)") }
      }
      if try observe(t, y) { break }
    }
    return .init(t: t, y: y)
  }

  private func failure(_ t: Double, _ target: Double, _ reason: String) -> NumericsError { .ode(label: label, at: t, target: target, reason: reason) }

  private func tolerance(_ i: Int) -> Double { control.absolute.count == 1 ? control.absolute[0] : control.absolute[i] }

  /// Derivative, Jacobian and explicit derivative in t at the start of a step.
  private func slopes(_ t: Double, _ y: [Double], _ work: Workspace) throws {
    try evaluate(t, y, &work.slope)
    if let jacobian = system.jacobian {
      try y.withUnsafeBufferPointer { y in
        try work.jacobian.withUnsafeMutableBufferPointer { dfdy in try work.explicit.withUnsafeMutableBufferPointer { dfdt in try jacobian(t, y, dfdy, dfdt) } }
      }
      return
    }
    var shifted = y
    for j in 0..<n {
      let step = 1e-7 * max(abs(y[j]), tolerance(j) / max(control.relative, 1e-12), 1e-30)
      shifted[j] = y[j] + step
      let taken = shifted[j] - y[j]
      try evaluate(t, shifted, &work.shifted)
      for i in 0..<n { work.jacobian[i * n + j] = (work.shifted[i] - work.slope[i]) / taken }
      shifted[j] = y[j]
    }
    let step = 1e-7 * max(abs(t), 1)
    try evaluate(t + step, y, &work.shifted)
    for i in 0..<n { work.explicit[i] = (work.shifted[i] - work.slope[i]) / step }
  }

  private func evaluate(_ t: Double, _ y: [Double], _ out: inout [Double]) throws {
    try y.withUnsafeBufferPointer { y in try out.withUnsafeMutableBufferPointer { try system.derivative(t, y, $0) } }
  }

  /// One step of size h into `work.trial`; returns the error in units of the tolerance.
  private func attempt(_ t: Double, _ h: Double, _ y: [Double], _ work: Workspace) throws -> Double {
    let diagonal = 1 / (h * Rodas4.gamma)
    for i in 0..<n * n { work.matrix[i] = -work.jacobian[i] }
    for i in 0..<n { work.matrix[i * n + i] += diagonal }
    guard work.decompose() else { return .infinity }
    for stage in 0..<6 {
      if stage == 0 {
        for i in 0..<n { work.right[i] = work.slope[i] }
      } else {
        for i in 0..<n {
          var sum = y[i]
          for j in 0..<stage { sum += Rodas4.a[stage][j] * work.stages[j][i] }
          work.point[i] = sum
        }
        try evaluate(t + Rodas4.c[stage] * h, work.point, &work.right)
      }
      for i in 0..<n {
        var sum = work.right[i] + h * Rodas4.d[stage] * work.explicit[i]
        for j in 0..<stage { sum += Rodas4.b[stage][j] / h * work.stages[j][i] }
        work.right[i] = sum
      }
      work.substitute(into: stage)
    }
    var total = 0.0
    for i in 0..<n {
      work.trial[i] = work.point[i] + work.stages[5][i]
      let scale = tolerance(i) + control.relative * max(abs(y[i]), abs(work.trial[i]))
      let part = work.stages[5][i] / scale
      total += part * part
    }
    let error = (total / Double(n)).squareRoot()
    return error.isFinite ? error : .infinity
  }
}

/// Memory of one integration, with the LU decomposition of the step's matrix.
private final class Workspace {
  let n: Int
  var slope: [Double], shifted: [Double], explicit: [Double], right: [Double], point: [Double], trial: [Double]
  var jacobian: [Double], matrix: [Double]
  var stages: [[Double]]
  private var pivot: [Int]

  init(_ n: Int) {
    self.n = n
    let zeros = [Double](repeating: 0, count: n)
    (slope, shifted, explicit, right, point, trial) = (zeros, zeros, zeros, zeros, zeros, zeros)
    jacobian = [Double](repeating: 0, count: n * n)
    matrix = jacobian
    stages = [[Double]](repeating: zeros, count: 6)
    pivot = Array(0..<n)
  }

  /// Replaces `matrix` by its LU factors with row pivoting; `false` when it is singular or not finite.
  func decompose() -> Bool {
    let n = n
    return matrix.withUnsafeMutableBufferPointer { m in
      for k in 0..<n {
        var best = k
        for i in k + 1..<max(n, k + 1) where abs(m[i * n + k]) > abs(m[best * n + k]) { best = i }
        let largest = m[best * n + k]
        guard largest != 0, largest.isFinite else { return false }
        pivot[k] = best
        if best != k { for j in 0..<n { (m[k * n + j], m[best * n + j]) = (m[best * n + j], m[k * n + j]) } }
        for i in k + 1..<max(n, k + 1) where m[i * n + k] != 0 {
          let factor = m[i * n + k] / m[k * n + k]
          m[i * n + k] = factor
          for j in k + 1..<n { m[i * n + j] -= factor * m[k * n + j] }
        }
      }
      return true
    }
  }

  /// Solves with the factors for `right`; the solution becomes the given stage.
  func substitute(into stage: Int) {
    let n = n
    matrix.withUnsafeBufferPointer { m in
      right.withUnsafeMutableBufferPointer { x in
        for k in 0..<n where pivot[k] != k { (x[k], x[pivot[k]]) = (x[pivot[k]], x[k]) }
        for i in 0..<n { for j in 0..<i { x[i] -= m[i * n + j] * x[j] } }
        for i in stride(from: n - 1, through: 0, by: -1) {
          for j in i + 1..<max(n, i + 1) { x[i] -= m[i * n + j] * x[j] }
          x[i] /= m[i * n + i]
        }
      }
    }
    for i in 0..<n { stages[stage][i] = right[i] }
  }
}
