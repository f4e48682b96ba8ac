import Likelihoods

/// Evidence as the contract's keys `signal`, `observed`, `background` show it.
///
/// A fitted signal x +- sigma is shown as `observed` = x with `background_error` = sigma on no background; a criterion only has a `signal`, its ratio to the critical value.
struct EvidenceNumbers {
  let signal: Double
  let observed: Double?
  let background: Double?
  let backgroundError: Double?

  init(_ evidence: Evidence) {
    switch evidence {
    case .counts(let count): (signal, observed, background, backgroundError) = (count.signal, Double(count.observed), count.background, count.backgroundError)
    case .measurement(let measurement): (signal, observed, background, backgroundError) = (measurement.signal, measurement.measured, 0, measurement.error)
    case .criterion(let criterion): (signal, observed, background, backgroundError) = (criterion.ratio, nil, nil, nil)
    }
  }
}
