import Units

/// Masses, total widths and decay constants of the mesons that decay into new particles or that new particles decay to. GeV.
///
/// Masses and widths were read in the PDG's 2026 table as the public `particle` package prints it; branching ratios are recalled or stand in two public codes; decay
/// constants (f_pi = 130 MeV convention) are lattice averages of FLAG as used in the public codes flavio and GAMBIT.
public enum MesonInputs {
  private static let pdg = "PDG 2026, table of the public package particle 1.1.0"

  public static let chargedPion = PhysicalConstants.chargedPionMass
  public static let neutralPion = PhysicalConstants.neutralPionMass
  public static let eta = mass("eta", 0.547862, 1.7e-5)
  public static let etaPrime = mass("eta'", 0.95778, 6e-5)
  public static let rho = mass("rho(770)0", 0.77526, 2.3e-4)
  public static let omega = mass("omega(782)", 0.78266, 1.3e-4)
  public static let phi = mass("phi(1020)", 1.01946, 1.6e-5)
  public static let chargedKaon = mass("charged kaon", 0.493677, 1.5e-5)
  public static let neutralKaon = mass("neutral kaon", 0.497611, 1.3e-5)
  public static let chargedKStar = mass("K*(892)+", 0.89188, 2.3e-4)
  public static let neutralKStar = mass("K*(892)0", 0.89556, 2.0e-4)
  public static let dPlus = mass("D+", 1.86966, 5e-5)
  public static let dZero = mass("D0", 1.86484, 5e-5)
  public static let dStrange = mass("D_s+", 1.96835, 7e-5)
  public static let dStarPlus = mass("D*(2010)+", 2.01027, 4e-5)
  public static let dStarZero = mass("D*(2007)0", 2.00686, 5e-5)
  public static let dStarStrange = mass("D_s*+", 2.1122, 4e-4)
  public static let bPlus = mass("B+", 5.27941, 7e-5)
  public static let bZero = mass("B0", 5.27972, 8e-5)
  public static let bStrange = mass("B_s", 5.36693, 1e-4)
  public static let bCharm = mass("B_c+", 6.27447, 3.2e-4)
  public static let bStar = mass("B*", 5.32475, 2e-4)
  public static let jPsi = mass("J/psi(1S)", 3.096900, 6e-6)

  /// Total widths hbar/tau.
  public static let chargedPionWidth = width("pi+", 2.5284e-17)
  public static let neutralPionWidth = width("pi0", 7.81e-9)
  public static let etaWidth = width("eta", 1.31e-6)
  public static let etaPrimeWidth = width("eta'", 1.88e-4)
  public static let chargedKaonWidth = width("K+", 5.317e-17)
  public static let kShortWidth = width("K_S", 7.351e-15)
  public static let kLongWidth = width("K_L", 1.287e-17)
  public static let dPlusWidth = width("D+", 6.37e-13)
  public static let dZeroWidth = width("D0", 1.604e-12)
  public static let dStrangeWidth = width("D_s+", 1.313e-12)
  public static let bPlusWidth = width("B+", 4.021e-13)
  public static let bZeroWidth = width("B0", 4.355e-13)
  public static let bStrangeWidth = width("B_s", 4.345e-13)
  public static let bCharmWidth = width("B_c+", 1.291e-12)
  public static let tauWidth = width("tau", 2.267e-12)

  public static let fPion = decayConstant("pi", 0.1302, 8e-4)
  public static let fKaon = decayConstant("K", 0.1557, 3e-4)
  public static let fD = decayConstant("D", 0.2120, 7e-4)
  public static let fDStrange = decayConstant("D_s", 0.2499, 5e-4)
  public static let fB = decayConstant("B", 0.1900, 1.3e-3)
  public static let fBStrange = decayConstant("B_s", 0.2303, 1.3e-3)
  public static let fBCharm = decayConstant("B_c", 0.434, 0.015)

  /// Measured branching ratios of the electromagnetic decays from which photon-like production follows.
  public static let pionToPhotons = Input("BR(pi0 -> gamma gamma)", 0.98823, uncertainty: 3.4e-4, source: "PDG 2024", status: .twoSources)
  public static let etaToPhotons = Input("BR(eta -> gamma gamma)", 0.3936, uncertainty: 1.8e-3, source: "PDG 2024", status: .twoSources)
  public static let etaPrimeToPhotons = Input("BR(eta' -> gamma gamma)", 0.02307, uncertainty: 3.3e-4, source: "PDG 2024", status: .recalled)

  public static let all: [Input] = [
    chargedPion, neutralPion, eta, etaPrime, rho, omega, phi, chargedKaon, neutralKaon, chargedKStar, neutralKStar, dPlus, dZero, dStrange, dStarPlus,
    dStarZero, dStarStrange, bPlus, bZero, bStrange, bCharm, bStar, jPsi, chargedPionWidth, neutralPionWidth, etaWidth, etaPrimeWidth, chargedKaonWidth,
    kShortWidth, kLongWidth, dPlusWidth, dZeroWidth, dStrangeWidth, bPlusWidth, bZeroWidth, bStrangeWidth, bCharmWidth, tauWidth, fPion, fKaon, fD,
    fDStrange, fB, fBStrange, fBCharm, pionToPhotons, etaToPhotons, etaPrimeToPhotons,
  ]

  private static func mass(_ name: String, _ value: Double, _ uncertainty: Double) -> Input {
    Input("\(name) mass", value, unit: "GeV", uncertainty: uncertainty, source: pdg, status: .published)
  }

  private static func width(_ name: String, _ value: Double) -> Input {
    Input("\(name) total width", value, unit: "GeV", source: pdg, status: .published)
  }

  private static func decayConstant(_ name: String, _ value: Double, _ uncertainty: Double) -> Input {
    Input("decay constant f_\(name) (130 MeV convention)", value, unit: "GeV", uncertainty: uncertainty, source: "FLAG, arXiv:2111.09849", status: .twoSources)
  }
}
