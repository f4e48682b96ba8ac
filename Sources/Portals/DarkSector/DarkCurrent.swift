/// What the dark matter particle is.
public enum DarkMatterNature: String, Sendable, Hashable, CaseIterable {
  /// L = g_D A'_mu chibar gamma^mu chi.
  case dirac
  /// Two Majorana states from a split Dirac fermion, L = i g_D A'_mu chi1bar gamma^mu chi2; no diagonal coupling.
  case pseudoDirac = "pseudo-dirac"
  /// L = i g_D A'^mu (chi* d_mu chi - chi d_mu chi*).
  case complexScalar = "complex-scalar"
  /// L = (g_D/2) A'_mu chibar gamma^mu gamma5 chi.
  case majorana
}

/// The dark current to which a vector couples with strength g_D = sqrt(4 pi alpha_D).
///
/// Everything about a decay V -> dark pair, and about the reverse, follows from the trace of the current's spectral tensor: docs/models/dark-matter.md derives it.
public struct DarkCurrent: Sendable, Hashable {
  public let nature: DarkMatterNature
  /// alpha_D = g_D^2/(4 pi).
  public let alphaD: Double
  /// Mass of the (lighter) particle in GeV.
  public let mass: Double
  /// Mass difference of the two states in GeV; counts for a pseudo-Dirac pair only.
  public let splitting: Double

  public init(nature: DarkMatterNature, alphaD: Double, mass: Double, splitting: Double = 0) {
    self.nature = nature
    self.alphaD = alphaD
    self.mass = mass
    self.splitting = nature == .pseudoDirac ? splitting : 0
  }

  /// The mass of the pair at rest in GeV.
  public var threshold: Double { 2 * mass + splitting }

  /// Width in GeV of a vector of mass `vectorMass` into the pair; zero at and below threshold.
  ///
  /// With b = sqrt(1 - 4r^2), r = m_chi/m: Dirac alpha_D m/3 (1 + 2r^2) b, complex scalar alpha_D m/12 b^3, Majorana alpha_D m/6 b^3,
  /// pseudo-Dirac alpha_D m/3 (1 + S^2/2m^2) sqrt(1 - S^2/m^2) (1 - d^2/m^2)^(3/2), S and d the sum and difference of the two masses.
  public func width(vectorMass: Double) -> Double {
    let sum = threshold / vectorMass
    let open = (1 - sum) * (1 + sum)
    guard open > 0 else { return 0 }
    let velocity = open.squareRoot()
    let third = alphaD * vectorMass / 3
    switch nature {
    case .dirac: return third * (1 + sum * sum / 2) * velocity
    case .pseudoDirac:
      let difference = splitting / vectorMass
      let closed = (1 - difference) * (1 + difference)
      return third * (1 + sum * sum / 2) * velocity * closed * closed.squareRoot()
    case .complexScalar: return third / 4 * open * velocity
    case .majorana: return third / 2 * open * velocity
    }
  }
}
