import Numerics

/// Decay of the Higgs boson of a dark U(1), the origin of the vector's mass, into the vectors.
///
/// L = |D Phi|^2 with Phi = (v_D + phi)/sqrt2 of charge one gives m_A' = g_D v_D and the vertex g_D m_A' phi A'_mu A'^mu. These are the widths of phi -> A' only; what phi
/// does through mixing with the Higgs boson is added by the model that has both. Loop decays of phi through two A' (epsilon^4 alpha^2, 0903.3941) are left out.
public struct DarkHiggsDecay: Sendable, Hashable {
  /// Mass of phi in GeV.
  public let higgsMass: Double
  /// Mass of A' in GeV.
  public let vectorMass: Double
  /// alpha_D = g_D^2/(4 pi).
  public let alphaD: Double

  public init(higgsMass: Double, vectorMass: Double, alphaD: Double) {
    self.higgsMass = higgsMass
    self.vectorMass = vectorMass
    self.alphaD = alphaD
  }

  /// Width in GeV of phi -> A' A': alpha_D m^3/(8 m_A'^2) sqrt(1 - 4x) (1 - 4x + 12x^2), x = (m_A'/m)^2; zero at and below threshold.
  public var widthToVectors: Double {
    let x = vectorMass * vectorMass / (higgsMass * higgsMass)
    guard 4 * x < 1 else { return 0 }
    return alphaD * higgsMass / (8 * x) * (1 - 4 * x).squareRoot() * (1 - 4 * x + 12 * x * x)
  }

  /// Width in GeV of phi -> A' f through a virtual A', for m_A' < m < 2 m_A'; zero elsewhere.
  ///
  /// (1/pi) Int ds sqrt(s) Gamma_f(sqrt s)/(s - m_A'^2)^2 Gamma(phi -> A' A'(s)). The first A' is taken on its shell: for h -> Z Z*, with Gamma/m = 2.7 %, that is 18 % low.
  ///
  /// - Parameters:
  ///   - threshold: the lowest mass in GeV of f; zero where it does not matter. One call for every threshold, or the integral is good to 10 % just above it.
  ///   - vectorWidth: the width in GeV of an A' of the given mass in GeV into f, of the order of its mass.
  public func widthToVector(from threshold: Double = 0, and vectorWidth: (Double) -> Double) -> Double {
    guard let largest = largestVirtualMass, largest > threshold else { return 0 }
    // The variable sqrt(s) = threshold + (largest - threshold) t^2 (3 - 2t) smooths both ends, where the integrand is a root.
    let span = largest - threshold
    return Self.rule.integrate(from: 0, to: 1) { t in
      let mass = threshold + span * t * t * (3 - 2 * t)
      return 12 * span * t * (1 - t) * mass * virtualDensity(mass * mass) * mass * vectorWidth(mass)
    }
  }

  /// m - m_A' in GeV where one A' is virtual; `nil` where both or none fit on their shell.
  var largestVirtualMass: Double? {
    let largest = higgsMass - vectorMass
    return largest > 0 && largest <= vectorMass ? largest : nil
  }

  /// Gamma(phi -> A' A'(s))/[pi (s - m_A'^2)^2] in GeV^-3 for a second A' of mass^2 `s` that is distinguishable from the first:
  /// Gamma = alpha_D m_A'^2/m^3 lambda^(1/2) [2 + (m^2 - m_A'^2 - s)^2/(4 m_A'^2 s)].
  func virtualDensity(_ s: Double) -> Double {
    let (m2, v2) = (higgsMass * higgsMass, vectorMass * vectorMass)
    let product = m2 - v2 - s
    let distance = v2 - s
    guard distance > 0, s > 0 else { return 0 }
    let lambda = max(0, product * product - 4 * v2 * s)
    let twoBody = alphaD * v2 / (m2 * higgsMass) * lambda.squareRoot() * (2 + product * product / (4 * v2 * s))
    return twoBody / (.pi * distance * distance)
  }

  private static let rule = GaussLegendre(order: 40)
}
