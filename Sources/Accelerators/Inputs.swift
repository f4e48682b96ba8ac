import Foundation
import Units

/// Numbers from outside that the electromagnetic cascade needs.
enum ShowerInputs {
  /// Rossi's b = 1/(18 ln(183 Z^-1/3)); the value for air, 0.0122, serves every material: it runs from 0.0117 (Al) to 0.0148 (W), which moves a rate by 0.5 %.
  static let screeningConstant = Input(
    "Rossi's screening constant b of approximation A", 0.0122, source: "B. Rossi, High-Energy Particles (Prentice-Hall 1952), approximation A",
    status: .recalled)

  /// E_s of multiple scattering: the mean square angle in space grows by (E_s/E)^2 per radiation length, E_s = m_e sqrt(4 pi/alpha).
  static let scatteringEnergy = Input(
    "multiple-scattering energy E_s = m_e sqrt(4 pi/alpha)", NaturalUnits.electronMass * (4 * Double.pi / NaturalUnits.alpha).squareRoot(), unit: "GeV",
    source: "B. Rossi, K. Greisen, Rev. Mod. Phys. 13 (1941) 240, from m_e and alpha", status: .derived)

  static let all = [screeningConstant, scatteringEnergy]
}

/// Numbers from outside in the electromagnetic form factors of atoms.
enum FormFactorInputs {
  private static let source = "Y.-S. Tsai, Rev. Mod. Phys. 46 (1974) 815; as written in two public codes"
  static let elasticScreening = Input("elastic screening radius a m_e Z^(1/3)", 111, source: source, status: .twoSources)
  static let nuclearSize = Input("nuclear form factor scale d A^(2/3)", 0.164, unit: "GeV2", source: source, status: .twoSources)
  static let inelasticScreening = Input("inelastic screening radius a' m_e Z^(2/3)", 773, source: source, status: .twoSources)
  static let protonMagneticMoment = Input("proton magnetic moment", 2.79, unit: "nuclear magnetons", source: source, status: .twoSources)
  static let dipoleMass2 = Input("nucleon dipole mass squared", 0.71, unit: "GeV2", source: source, status: .twoSources)

  static let all = [elasticScreening, nuclearSize, inelasticScreening, protonMagneticMoment, dipoleMass2]
}
