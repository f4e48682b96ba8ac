/// A prediction beside what was measured: all that a test needs to know of a constraint.
public enum Evidence: Sendable, Hashable {
  case counts(PoissonCount)
  case measurement(GaussianMeasurement)
  case criterion(SmearedCriterion)
}

/// A counting experiment: n ~ Poisson(signal + background).
public struct PoissonCount: Sendable, Hashable {
  /// Expected signal events, at least zero.
  public let signal: Double
  /// Expected background events.
  public let background: Double
  /// Gaussian uncertainty of the background.
  public let backgroundError: Double
  public let observed: Int

  public init(signal: Double, background: Double, backgroundError: Double = 0, observed: Int) {
    self.signal = signal
    self.background = background
    self.backgroundError = backgroundError
    self.observed = observed
  }
}

/// A measured number of signal events (or any other amount of signal) with a Gaussian error, as a fit gives it.
public struct GaussianMeasurement: Sendable, Hashable {
  /// Predicted amount, at least zero.
  public let signal: Double
  /// Measured amount; may lie below zero.
  public let measured: Double
  /// Standard deviation, above zero.
  public let error: Double

  public init(signal: Double, measured: Double, error: Double) {
    self.signal = signal
    self.measured = measured
    self.error = error
  }
}

/// "No more than a critical value": the predicted observable over the published critical value, with a log-normal uncertainty of the astrophysics.
public struct SmearedCriterion: Sendable, Hashable {
  /// How the published line is read.
  public enum Reading: String, Sendable, CaseIterable {
    /// The published line is the 95 % line: the median critical value lies exp(1.645 sigma) below it. The default of this house.
    case conservative
    /// The published line is the median critical value.
    case median
    /// A bare cut at the published line, whatever the confidence level.
    case step
  }

  /// Predicted observable over the published critical value.
  public let ratio: Double
  /// Standard deviation of ln(critical value).
  public let sigmaLn: Double
  public let reading: Reading

  public init(ratio: Double, sigmaLn: Double, reading: Reading = .conservative) {
    self.ratio = ratio
    self.sigmaLn = sigmaLn
    self.reading = reading
  }
}
