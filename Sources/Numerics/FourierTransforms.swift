import CFFTW3
import Foundation

/// Discrete Fourier and cosine transforms of real data through FFTW. Plans are made once per object under a lock and without measuring, so that the same input
/// gives the same bytes; executing a plan is thread-safe, so the objects are shared freely.

/// FFTW's planner is not thread-safe: every creation and destruction of a plan holds this lock.
private let plannerLock = NSLock()

/// Estimated (not measured) plans for arrays of any alignment.
private let planFlags = UInt32(FFTW_ESTIMATE) | UInt32(FFTW_UNALIGNED)

/// X_k = sum_j x_j e^{-2 pi i j k/n} of n real values, k = 0...n/2, and its inverse.
public final class RealFourierTransform: @unchecked Sendable {  // FFTW never writes to a plan when it executes it on other arrays.
  public let count: Int
  private let forwardPlan: fftw_plan
  private let inversePlan: fftw_plan

  /// - Parameter count: number of real values, at least 1.
  /// - Throws: ``NumericsError/domain(label:reason:)`` when FFTW cannot plan this size.
  public init(count: Int) throws {
    guard count > 0, let size = Int32(exactly: count) else { throw NumericsError.domain(label: "Fourier transform", reason: "\(count) values") }
    var real = [Double](repeating: 0, count: count)
    var spectrum = [fftw_complex](repeating: (0, 0), count: count / 2 + 1)
    let plans = plannerLock.withLock {
      (fftw_plan_dft_r2c_1d(size, &real, &spectrum, planFlags), fftw_plan_dft_c2r_1d(size, &spectrum, &real, planFlags))
    }
    guard let forward = plans.0, let inverse = plans.1 else { throw NumericsError.domain(label: "Fourier transform", reason: "no plan for \(count) values") }
    self.count = count
    forwardPlan = forward
    inversePlan = inverse
  }

  deinit {
    plannerLock.withLock {
      fftw_destroy_plan(forwardPlan)
      fftw_destroy_plan(inversePlan)
    }
  }

  /// The n/2 + 1 independent coefficients.
  ///
  /// - Throws: ``NumericsError/domain(label:reason:)`` when the number of values differs from ``count``.
  public func forward(_ values: [Double]) throws -> [Complex] {
    guard values.count == count else { throw NumericsError.domain(label: "Fourier transform", reason: "\(values.count) values for a plan of \(count)") }
    var input = values
    var spectrum = [fftw_complex](repeating: (0, 0), count: count / 2 + 1)
    fftw_execute_dft_r2c(forwardPlan, &input, &spectrum)
    return spectrum.map { Complex($0.0, $0.1) }
  }

  /// The values whose ``forward(_:)`` is `spectrum`: the sum divided by n.
  public func inverse(_ spectrum: [Complex]) throws -> [Double] {
    guard spectrum.count == count / 2 + 1 else {
      throw NumericsError.domain(label: "inverse Fourier transform", reason: "\(spectrum.count) coefficients for a plan of \(count) values")
    }
    var input = spectrum.map { fftw_complex($0.real, $0.imaginary) }
    var values = [Double](repeating: 0, count: count)
    fftw_execute_dft_c2r(inversePlan, &input, &values)
    return values.map { $0 / Double(count) }
  }
}

/// Cosine transforms of n real values in FFTW's unnormalised convention, and their inverses.
public final class CosineTransform: @unchecked Sendable {  // As above.
  public enum Kind: Sendable {
    /// Y_k = x_0 + (-1)^k x_{n-1} + 2 sum_{j=1}^{n-2} x_j cos(pi j k/(n-1)): values at the Chebyshev–Lobatto points.
    case one
    /// Y_k = 2 sum_j x_j cos(pi (j + 1/2) k/n): values at the Chebyshev–Gauss points.
    case two
  }

  public let count: Int
  public let kind: Kind
  private let forwardPlan: fftw_plan
  private let inversePlan: fftw_plan

  /// - Parameter count: at least 2 for kind one, at least 1 for kind two.
  /// - Throws: ``NumericsError/domain(label:reason:)`` when FFTW cannot plan this size.
  public init(count: Int, kind: Kind) throws {
    guard count >= (kind == .one ? 2 : 1), let size = Int32(exactly: count) else {
      throw NumericsError.domain(label: "cosine transform", reason: "\(count) values")
    }
    var input = [Double](repeating: 0, count: count)
    var output = input
    let (forwardKind, inverseKind) = kind == .one ? (FFTW_REDFT00, FFTW_REDFT00) : (FFTW_REDFT10, FFTW_REDFT01)
    let plans = plannerLock.withLock {
      (fftw_plan_r2r_1d(size, &input, &output, forwardKind, planFlags), fftw_plan_r2r_1d(size, &input, &output, inverseKind, planFlags))
    }
    guard let forward = plans.0, let inverse = plans.1 else { throw NumericsError.domain(label: "cosine transform", reason: "no plan for \(count) values") }
    self.count = count
    self.kind = kind
    forwardPlan = forward
    inversePlan = inverse
  }

  deinit {
    plannerLock.withLock {
      fftw_destroy_plan(forwardPlan)
      fftw_destroy_plan(inversePlan)
    }
  }

  /// - Throws: ``NumericsError/domain(label:reason:)`` when the number of values differs from ``count``.
  public func forward(_ values: [Double]) throws -> [Double] { try execute(forwardPlan, values) }

  /// The values whose ``forward(_:)`` is `coefficients`.
  public func inverse(_ coefficients: [Double]) throws -> [Double] {
    let norm = kind == .one ? 2 * Double(count - 1) : 2 * Double(count)
    return try execute(inversePlan, coefficients).map { $0 / norm }
  }

  private func execute(_ plan: fftw_plan, _ values: [Double]) throws -> [Double] {
    guard values.count == count else { throw NumericsError.domain(label: "cosine transform", reason: "\(values.count) values for a plan of \(count)") }
    var input = values
    var output = [Double](repeating: 0, count: count)
    fftw_execute_r2r(plan, &input, &output)
    return output
  }
}

/// The linear convolution c_k = sum_j a_j b_{k-j}, with `a.count + b.count - 1` values; empty when either is.
///
/// By Fourier transform: the absolute error is about 1e-16 times the product of the norms, so entries far below the largest lose relative accuracy.
///
/// - Throws: ``NumericsError/domain(label:reason:)`` when FFTW cannot plan the size.
public func convolve(_ a: [Double], _ b: [Double]) throws -> [Double] {
  guard !a.isEmpty, !b.isEmpty else { return [] }
  let count = a.count + b.count - 1
  var size = 1
  while size < count { size *= 2 }
  let transform = try RealFourierTransform(count: size)
  func padded(_ values: [Double]) -> [Double] { values + [Double](repeating: 0, count: size - values.count) }
  let product = zip(try transform.forward(padded(a)), try transform.forward(padded(b))).map { $0 * $1 }
  return Array(try transform.inverse(product).prefix(count))
}
