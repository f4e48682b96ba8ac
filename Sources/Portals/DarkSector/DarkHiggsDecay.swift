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
  /// (1/pi) Int ds sqrt(s) Gamma_f(sqrt s)/(s - m_A'^2)^2 Gamma(phi -> A' A'(s)), with the second A' of mass sqrt(s) distinguishable from the first:
  /// alpha_D m_A'^2/m^3 lambda^(1/2) [2 + (m^2 - m_A'^2 - s)^2/(4 m_A'^2 s)]. The first A' is taken on its shell: for h -> Z Z*, with Gamma/m = 2.7 %, that is 18 % low.
  ///
  /// - Parameter vectorWidth: the width in GeV of an A' of the given mass in GeV into f.
  public func widthToVector(and vectorWidth: (Double) throws -> Double) rethrows -> Double {
    let (m2, v2) = (higgsMass * higgsMass, vectorMass * vectorMass)
    let largest = higgsMass - vectorMass
    guard largest > 0, largest < vectorMass else { return 0 }
    // The variable sqrt(s) = largest (1 - t^2) smooths the end of phase space; Gamma_f is of order sqrt(s).
    return try Self.rule.integrate(from: 0, to: 1) { t in
      let mass = largest * (1 - t * t)
      let s = mass * mass
      let lambda = max(0, (m2 - v2 - s) * (m2 - v2 - s) - 4 * v2 * s)
      let bracket = 2 + (m2 - v2 - s) * (m2 - v2 - s) / (4 * v2 * s)
      let twoBody = alphaD * v2 / (m2 * higgsMass) * lambda.squareRoot() * bracket
      let distance = v2 - s
      return 4 * largest * t * mass * twoBody * mass * (try vectorWidth(mass)) / (.pi * distance * distance)
    }
  }

  private static let rule = GaussLegendre(order: 64)
}
