import Foundation
import Units

/// Numbers from outside that the early Universe uses, in MeV and seconds where they have a unit.
public enum EarlyUniverseInputs {
  // MARK: Weak interaction

  public static let fermiConstant = Input("Fermi constant G_F", 1.166_378_8e-11, unit: "MeV^-2", uncertainty: 6e-18, source: "PDG 2024", status: .published)
  private static let escudero = "M. Escudero, arXiv:2001.04466, eq. 2.13 ff. (one-loop couplings at q^2 ~ 0)"
  public static let leftCouplingElectron = Input("g_L of nu_e on electrons", 0.727, source: escudero, status: .twoSources)
  public static let rightCouplingElectron = Input("g_R of nu_e on electrons", 0.233, source: escudero, status: .twoSources)
  public static let leftCouplingMuon = Input("g_L of nu_mu and nu_tau on electrons", -0.273, source: escudero, status: .twoSources)
  public static let rightCouplingMuon = Input("g_R of nu_mu and nu_tau on electrons", 0.233, source: escudero, status: .twoSources)
  public static let wMass = Input("W mass", 80_369.2, unit: "MeV", uncertainty: 13.3, source: "PDG 2024", status: .published)

  // MARK: Neutrino mixing, normal ordering

  private static let mixing = "PDG 2024, Neutrino Properties, three-neutrino mixing, normal ordering"
  public static let solarAngle = Input("sin^2 theta_12", 0.307, uncertainty: 0.013, source: mixing, status: .published)
  public static let atmosphericAngle = Input("sin^2 theta_23", 0.558, uncertainty: 0.021, source: mixing, status: .recalled)
  public static let reactorAngle = Input("sin^2 theta_13", 0.0219, uncertainty: 7e-4, source: mixing, status: .recalled)
  public static let solarSplitting = Input("Delta m^2_21", 7.53e-5, unit: "eV^2", uncertainty: 1.8e-6, source: mixing, status: .published)
  public static let atmosphericSplitting = Input("Delta m^2_32", 2.455e-3, unit: "eV^2", uncertainty: 2.8e-5, source: mixing, status: .recalled)

  // MARK: Cosmology

  public static let backgroundTemperature = Input(
    "temperature of the microwave background today", 2.7255, unit: "K", uncertainty: 6e-4, source: "D. J. Fixsen, arXiv:0911.1955", status: .twoSources)
  public static let baryonDensity = Input(
    "omega_b = Omega_b h^2", 0.0224, uncertainty: 1e-4, source: "Planck 2018 results VI, arXiv:1807.06209, TT,TE,EE+lowE+lensing+BAO", status: .twoSources)
  public static let coldMatterDensity = Input(
    "omega_c = Omega_c h^2", 0.120, uncertainty: 1e-3, source: "Planck 2018 results VI, arXiv:1807.06209, table 2", status: .twoSources)
  public static let megaparsec = Input("megaparsec", 3.085_677_581_491_367e22, unit: "m", source: "IAU 2015 Resolution B2, exact", status: .published)

  public static let all: [Input] = [
    fermiConstant, leftCouplingElectron, rightCouplingElectron, leftCouplingMuon, rightCouplingMuon, wMass, solarAngle, atmosphericAngle, reactorAngle,
    solarSplitting, atmosphericSplitting, backgroundTemperature, baryonDensity, coldMatterDensity, megaparsec,
  ]

  // MARK: Derived numbers in MeV and seconds

  public static let electronMass = PhysicalConstants.electronMass.value * 1e3
  static let alpha = PhysicalConstants.fineStructure.value
  static let electricCharge = NaturalUnits.electricCharge
  /// hbar in MeV s.
  public static let hbar = PhysicalConstants.hbar.value * 1e3
  /// T_0 in MeV.
  public static let temperatureToday = backgroundTemperature.value * PhysicalConstants.boltzmann.value * 1e3
  /// Newton's constant in MeV^-2: G in cm^3/(g s^2) with c = 1 is G (hbar/s) (1/cm) ... in units of hbar c / MeV^2.
  static let newton: Double = {
    let centimetre = NaturalUnits.centimetre * 1e-3  // 1/MeV
    let second = NaturalUnits.second * 1e-3
    let gram = NaturalUnits.gram * 1e3  // MeV
    return PhysicalConstants.newton.value * centimetre * centimetre * centimetre / (gram * second * second)
  }()
  /// Energy density in MeV^4 of matter with Omega h^2 = 1 today: 3 (100 km/s/Mpc)^2/(8 pi G).
  static let criticalDensity: Double = {
    let hubble = 1e5 / megaparsec.value * hbar  // MeV
    return 3 * hubble * hubble / (8 * Double.pi * newton)
  }()
}
