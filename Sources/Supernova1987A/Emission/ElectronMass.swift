import Likelihoods
import Units

/// Which electron mass opens and closes A' <-> e+ e-.
///
/// A hard electron in a relativistic plasma moves with the asymptotic mass m^2 = m_e^2 + (alpha/pi)(mu^2 + pi^2 T^2), twice the squared soft mass
/// (alpha/2 pi)(mu^2 + pi^2 T^2) (hard-thermal-loop result; Braaten, Astrophys. J. 392, 70, used it to close plasmon decay into pairs): 9 to 12 MeV in the core, 3.6 MeV at
/// 20 km and 1.2 MeV at 40 km of the fiducial profile, so that the decay of a 3 MeV boson is closed inside 35 km.
public enum ElectronMass: String, Sendable, CaseIterable {
  case vacuum
  case inMedium = "in-medium"

  public static let variant = Variant(
    "sn1987a.electron-mass",
    options: [
      Variant.Option(ElectronMass.vacuum.rawValue, "vacuum electron mass in A' <-> e+e-, as arXiv:1611.03864"),
      Variant.Option(ElectronMass.inMedium.rawValue, "asymptotic electron mass of the plasma in A' <-> e+e-: closes the decay of light bosons in dense shells"),
    ])

  /// Mass in GeV in a shell.
  package func value(_ layer: StellarLayer) -> Double {
    let vacuum = NaturalUnits.electronMass
    guard self == .inMedium else { return vacuum }
    let (mu, temperature) = (layer.electronChemicalPotential, layer.temperature)
    return (vacuum * vacuum + NaturalUnits.alpha / .pi * (mu * mu + Double.pi * Double.pi * temperature * temperature)).squareRoot()
  }
}
