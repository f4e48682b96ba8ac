import CGSL

/// Special functions of GSL under their mathematical names.
public enum SpecialFunctions {
  /// Regularised upper incomplete gamma function Q(a, x), a > 0, x >= 0.
  public static func upperIncompleteGamma(_ a: Double, _ x: Double) -> Double {
    _ = GSLRuntime.ready
    return gsl_sf_gamma_inc_Q(a, x)
  }

  /// Standard normal distribution function: P(X < z).
  public static func normalCumulative(_ z: Double) -> Double { gsl_cdf_ugaussian_P(z) }

  /// Upper tail of the standard normal distribution, without loss of digits: P(X > z).
  public static func normalComplement(_ z: Double) -> Double { gsl_cdf_ugaussian_Q(z) }

  /// The z for which P(X > z) = `probability`, 0 < probability < 1.
  public static func normalComplementInverse(_ probability: Double) -> Double { gsl_cdf_ugaussian_Qinv(probability) }

  /// The z for which P(X < z) = `probability`, 0 < probability < 1.
  public static func normalQuantile(_ probability: Double) -> Double { gsl_cdf_ugaussian_Pinv(probability) }

  /// The x for which a chi-squared variable with `degreesOfFreedom` stays below x with `probability`.
  public static func chiSquaredQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    gsl_cdf_chisq_Pinv(probability, degreesOfFreedom)
  }
}
