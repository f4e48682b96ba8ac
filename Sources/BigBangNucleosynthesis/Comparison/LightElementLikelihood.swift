import Foundation

/// chi^2 of predicted abundances against observed ones, with the covariance of the theory.
///
/// Two-sided observations enter through chi^2 = r^T (C_obs + C_theory)^-1 r; an upper limit adds max(0, r)^2/(sigma_obs^2 + sigma_theory^2), without its correlation.
public struct LightElementLikelihood: Sendable {
  public let observations: LightElementObservations
  public let uncertainty: TheoryUncertainty

  public init(_ observations: LightElementObservations, _ uncertainty: TheoryUncertainty) {
    self.observations = observations
    self.uncertainty = uncertainty
  }

  /// How one quantity compares.
  public struct Pull: Sendable, Hashable {
    public let quantity: LightElementQuantity
    public let predicted: Double
    public let theoryError: Double
    public let observed: Double
    public let observationError: Double
    /// (predicted - observed)/sqrt(sum of squared errors).
    public let pull: Double
  }

  /// A deviation from the Standard Model's prediction in one direction, measured: what a joint test with other constraints needs.
  public struct Deviation: Sendable, Hashable {
    /// Distance between prediction and Standard Model in standard deviations of observation and theory, at least zero.
    public let signal: Double
    /// Distance of the observation from the Standard Model along that direction; its error is one.
    public let measured: Double
  }

  /// Every observation in use against a prediction.
  public func pulls(of abundances: Abundances) -> [Pull] {
    observations.used.map { observation in
      let predicted = observation.quantity.value(in: abundances)
      let theory = predicted * uncertainty.relativeError(of: observation.quantity)
      let total = (observation.error * observation.error + theory * theory).squareRoot()
      return Pull(
        quantity: observation.quantity, predicted: predicted, theoryError: theory, observed: observation.value, observationError: observation.error,
        pull: (predicted - observation.value) / total)
    }
  }

  /// chi^2 over all observations in use.
  public func chiSquared(of abundances: Abundances) -> Double {
    let twoSided = observations.used.filter { $0.side == .twoSided }
    let residuals = twoSided.map { $0.quantity.value(in: abundances) - $0.value }
    var sum = CovarianceForm(covariance(twoSided, abundances)).product(residuals, residuals)
    for pull in pulls(of: abundances) where isUpperLimit(pull.quantity) { sum += max(0, pull.pull) * max(0, pull.pull) }
    return sum
  }

  /// The two-sided observations as a single Gaussian measurement of the step from `standard` to `abundances`, both with the theory covariance of `standard`.
  ///
  /// With d the step and M = (C_obs + C_theory)^-1: signal = sqrt(d^T M d), measured = d^T M (observed - standard)/signal, so that
  /// signal^2 - 2 signal measured = chi^2(abundances) - chi^2(standard).
  public func deviation(of abundances: Abundances, from standard: Abundances) -> Deviation {
    let twoSided = observations.used.filter { $0.side == .twoSided }
    let step = twoSided.map { $0.quantity.value(in: abundances) - $0.quantity.value(in: standard) }
    let observed = twoSided.map { $0.value - $0.quantity.value(in: standard) }
    let form = CovarianceForm(covariance(twoSided, standard))
    let signal = form.product(step, step).squareRoot()
    return Deviation(signal: signal, measured: signal > 0 ? form.product(step, observed) / signal : 0)
  }

  private func isUpperLimit(_ quantity: LightElementQuantity) -> Bool {
    observations.used.contains { $0.quantity == quantity && $0.side == .upperLimit }
  }

  private func covariance(_ list: [LightElementObservations.Observation], _ abundances: Abundances) -> [[Double]] {
    list.map { a in
      list.map { b in
        let theory = uncertainty.relativeCovariance(of: a.quantity, b.quantity) * a.quantity.value(in: abundances) * b.quantity.value(in: abundances)
        return theory + (a.quantity == b.quantity ? a.error * b.error : 0)
      }
    }
  }
}

/// x^T C^-1 y for a positive definite C, by Cholesky decomposition of the correlation matrix: the quantities differ by powers of ten.
package struct CovarianceForm {
  private let scales: [Double]
  private let lower: [[Double]]

  package init(_ covariance: [[Double]]) {
    let n = covariance.count
    let scales = (0..<n).map { covariance[$0][$0].squareRoot() }
    var lower = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for i in 0..<n {
      for j in 0...i {
        var sum = covariance[i][j] / (scales[i] * scales[j])
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        lower[i][j] = i == j ? max(sum, 1e-14).squareRoot() : sum / lower[j][j]
      }
    }
    self.scales = scales
    self.lower = lower
  }

  package func product(_ x: [Double], _ y: [Double]) -> Double { zip(whiten(x), whiten(y)).reduce(0) { $0 + $1.0 * $1.1 } }

  private func whiten(_ x: [Double]) -> [Double] {
    var result: [Double] = []
    for i in x.indices {
      var sum = x[i] / scales[i]
      for k in 0..<i { sum -= lower[i][k] * result[k] }
      result.append(sum / lower[i][i])
    }
    return result
  }
}
