import Foundation

/// chi^2 of predicted abundances against observed ones, with the covariance of the theory.
///
/// Two-sided observations enter through chi^2 = r^T (C_obs + C_theory)^-1 r; an upper limit adds max(0, r)^2, r in units of sqrt(sigma_obs^2 + sigma_theory^2),
/// without its correlation.
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
  public func pulls(of abundances: Abundances) -> [Pull] { pulls(of: LightElementPrediction(abundances)) }

  /// chi^2 over all observations in use, with the theory's relative errors applied to `reference`; to `abundances` themselves where it is `nil`.
  public func chiSquared(of abundances: Abundances, theoryAt reference: Abundances? = nil) -> Double {
    chiSquared(of: LightElementPrediction(abundances), theoryAt: LightElementPrediction(reference ?? abundances))
  }

  /// The observations as a single Gaussian measurement of the step from `standard` to `abundances`, both with the theory covariance of `standard`.
  ///
  /// With d the step in the two-sided quantities and M = (C_obs + C_theory)^-1: signal^2 = d^T M d, signal measured = d^T M (observed - standard). An upper limit is a
  /// measurement that came out exactly at the limit, of which only an excess counts: with e = max(0, (prediction - limit)/error) it adds (e - e_standard)^2 to signal^2 and
  /// -(e - e_standard) e_standard to signal measured, that is e^2 and nothing where the Standard Model respects the limit. So signal^2 - 2 signal measured
  /// = chi^2(abundances) - chi^2(standard), both with `theoryAt: standard`.
  public func deviation(of abundances: Abundances, from standard: Abundances) -> Deviation {
    deviation(of: LightElementPrediction(abundances), from: LightElementPrediction(standard))
  }

  func pulls(of prediction: LightElementPrediction) -> [Pull] {
    observations.used.map { observation in
      let predicted = prediction[observation.quantity]
      let theory = predicted * uncertainty.relativeError(of: observation.quantity)
      let total = (observation.error * observation.error + theory * theory).squareRoot()
      return Pull(
        quantity: observation.quantity, predicted: predicted, theoryError: theory, observed: observation.value, observationError: observation.error,
        pull: min((predicted - observation.value) / total, Self.largestExcess))
    }
  }

  func deviation(of prediction: LightElementPrediction, from standard: LightElementPrediction) -> Deviation {
    let step = twoSided.map { prediction[$0.quantity] - standard[$0.quantity] }
    let observed = twoSided.map { $0.value - standard[$0.quantity] }
    let form = CovarianceForm(covariance(twoSided, standard))
    var (square, product) = (form.product(step, step), form.product(step, observed))
    for limit in upperLimits {
      let (model, standardExcess) = (excess(over: limit, prediction, theoryAt: standard), excess(over: limit, standard, theoryAt: standard))
      square += (model - standardExcess) * (model - standardExcess)
      product -= (model - standardExcess) * standardExcess
    }
    let signal = square.squareRoot()
    return Deviation(signal: signal, measured: signal > 0 ? product / signal : 0)
  }

  private func chiSquared(of prediction: LightElementPrediction, theoryAt reference: LightElementPrediction) -> Double {
    let residuals = twoSided.map { prediction[$0.quantity] - $0.value }
    return upperLimits.reduce(CovarianceForm(covariance(twoSided, reference)).product(residuals, residuals)) { sum, limit in
      let excess = excess(over: limit, prediction, theoryAt: reference)
      return sum + excess * excess
    }
  }

  private var twoSided: [LightElementObservations.Observation] { observations.used.filter { $0.side == .twoSided } }
  private var upperLimits: [LightElementObservations.Observation] { observations.used.filter { $0.side == .upperLimit } }

  /// max(0, r) in standard deviations. Held at ``largestExcess``: where no deuterium is left He3/D has no bound, or no value.
  private func excess(
    over limit: LightElementObservations.Observation, _ prediction: LightElementPrediction, theoryAt reference: LightElementPrediction
  ) -> Double {
    let theory = reference[limit.quantity] * uncertainty.relativeError(of: limit.quantity)
    let deviation = (prediction[limit.quantity] - limit.value) / (limit.error * limit.error + theory * theory).squareRoot()
    return deviation > 0 ? min(deviation, Self.largestExcess) : 0
  }

  private static let largestExcess = 1e6

  private func covariance(_ list: [LightElementObservations.Observation], _ prediction: LightElementPrediction) -> [[Double]] {
    list.map { a in
      list.map { b in
        let theory = uncertainty.relativeCovariance(of: a.quantity, b.quantity) * prediction[a.quantity] * prediction[b.quantity]
        return theory + (a.quantity == b.quantity ? a.error * b.error : 0)
      }
    }
  }
}

/// What observations compare with: the predicted quantities alone.
struct LightElementPrediction: Sendable, Hashable {
  private let values: [LightElementQuantity: Double]

  init(_ abundances: Abundances) {
    values = Dictionary(uniqueKeysWithValues: LightElementQuantity.allCases.map { ($0, $0.value(in: abundances)) })
  }

  private init(_ values: [LightElementQuantity: Double]) { self.values = values }

  subscript(_ quantity: LightElementQuantity) -> Double { values[quantity] ?? .nan }

  /// With the logarithms of Yp, D/H and He3/H changed by these amounts.
  func changed(helium4: Double, deuterium: Double, helium3: Double) -> LightElementPrediction {
    var values = values
    for (quantity, change) in [
      (LightElementQuantity.helium4, helium4), (.deuterium, deuterium), (.helium3, helium3), (.helium3OverDeuterium, helium3 - deuterium),
    ] {
      values[quantity] = self[quantity] * exp(change)
    }
    return LightElementPrediction(values)
  }

  /// Each quantity times the ratio of two predictions: a response known with one set of nuclear rates, carried over to another.
  func multiplied(by numerator: LightElementPrediction, over denominator: LightElementPrediction) -> LightElementPrediction {
    LightElementPrediction(Dictionary(uniqueKeysWithValues: LightElementQuantity.allCases.map { ($0, self[$0] * (numerator[$0] / denominator[$0])) }))
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
