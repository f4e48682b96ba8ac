/// Physical constants in natural units (powers of GeV unless the unit says otherwise), each with its source and year.
///
/// PDG 2024: S. Navas et al., Phys. Rev. D 110, 030001. CODATA 2022: NIST SP 961 (May 2024).
public enum PhysicalConstants {
  private static let codata = "CODATA 2022"
  private static let pdg = "PDG 2024"

  // MARK: Electromagnetism and units

  public static let fineStructure = Input("fine-structure constant alpha(0)", 7.297_352_564_3e-3, uncertainty: 1.1e-12, source: codata, status: .published)
  public static let hbarC = Input("hbar c", 1.973_269_804_593e-16, unit: "GeV m", source: "\(codata), exact in the SI of 2019", status: .published)
  public static let hbar = Input("hbar", 6.582_119_569_509e-25, unit: "GeV s", source: "\(codata), exact in the SI of 2019", status: .published)
  public static let boltzmann = Input(
    "Boltzmann constant", 8.617_333_262_145e-14, unit: "GeV/K", source: "\(codata), exact in the SI of 2019", status: .published)
  public static let elementaryCharge = Input(
    "elementary charge", 1.602_176_634e-19, unit: "C", source: "\(codata), exact in the SI of 2019", status: .published)
  public static let avogadro = Input("Avogadro constant", 6.022_140_76e23, unit: "1/mol", source: "\(codata), exact in the SI of 2019", status: .published)
  public static let newton = Input("Newton constant", 6.674_30e-8, unit: "cm3/g/s2", uncertainty: 1.5e-12, source: codata, status: .published)
  public static let atomicMass = Input("atomic mass constant", 0.931_494_103_72, unit: "GeV", uncertainty: 2.9e-10, source: codata, status: .published)

  // MARK: Masses

  public static let electronMass = Input("electron mass", 0.510_998_950_69e-3, unit: "GeV", uncertainty: 1.6e-13, source: codata, status: .published)
  public static let muonMass = Input("muon mass", 0.105_658_375_5, unit: "GeV", uncertainty: 2.3e-9, source: codata, status: .published)
  public static let tauMass = Input("tau mass", 1.776_93, unit: "GeV", uncertainty: 9e-5, source: pdg, status: .published)
  public static let protonMass = Input("proton mass", 0.938_272_089_43, unit: "GeV", uncertainty: 2.9e-10, source: codata, status: .published)
  public static let neutronMass = Input("neutron mass", 0.939_565_421_94, unit: "GeV", uncertainty: 4.8e-10, source: codata, status: .published)
  public static let chargedPionMass = Input("charged pion mass", 0.139_570_39, unit: "GeV", uncertainty: 1.8e-7, source: pdg, status: .published)
  public static let neutralPionMass = Input("neutral pion mass", 0.134_976_8, unit: "GeV", uncertainty: 5e-7, source: pdg, status: .published)

  // MARK: Astronomy

  public static let solarMass = Input("solar mass", 1.988_41e33, unit: "g", uncertainty: 4e28, source: "PDG 2024, astrophysical constants", status: .published)
  public static let solarRadius = Input("nominal solar radius", 6.957e10, unit: "cm", source: "IAU 2015 Resolution B3", status: .published)
  public static let solarLuminosity = Input("nominal solar luminosity", 3.828e33, unit: "erg/s", source: "IAU 2015 Resolution B3", status: .published)

  /// Every constant above, in the order of the file: what `bounds explain --verbose` and the documentation list.
  public static let all: [Input] = [
    fineStructure, hbarC, hbar, boltzmann, elementaryCharge, avogadro, newton, atomicMass,
    electronMass, muonMass, tauMass, protonMass, neutronMass, chargedPionMass, neutralPionMass,
    solarMass, solarRadius, solarLuminosity,
  ]
}
