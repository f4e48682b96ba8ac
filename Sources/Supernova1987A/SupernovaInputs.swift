import Units

/// Numbers of the energy-loss argument that belong to no single profile or process.
public enum SupernovaInputs {
  public static let farRadius = Input(
    "radius to which absorption is followed", 100, unit: "km", source: "arXiv:1611.03864, R_far; its choice moves the upper edges by up to a factor 2",
    status: .published)
  public static let neutrinosphereTemperature = Input(
    "temperature at the neutrinosphere", 3, unit: "MeV", source: "arXiv:1611.03864, definition of R_nu; remembered, its text was not readable here",
    status: .recalled)
  public static let raffeltLuminosity = Input(
    "critical luminosity at 1 s", 3e52, unit: "erg/s", source: "Raffelt criterion 1e19 erg/g/s on about 1.5 Msun; used by arXiv:1611.03864", status: .twoSources
  )
  public static let garchingLight = Input(
    "neutrino luminosity at 1 s, SFHo-18.6 and SFHo-18.8", 5.68e52, unit: "erg/s",
    source: "Garching muonic models (arXiv:2005.07141), as used in a public code", status: .published)
  public static let garchingHeavy = Input(
    "neutrino luminosity at 1 s, SFHo-20.0", 1.2e53, unit: "erg/s", source: "Garching muonic models (arXiv:2005.07141), as used in a public code",
    status: .published)
  public static let sigmaLn = Input(
    "standard deviation of ln of the critical luminosity", 0.5,
    source: "spread of ln L_nu(1 s) over 3e52, 5.68e52 and 1.2e53 erg/s is 0.57 about their mean; rounded (docs/constraints/sn1987a.cooling.md)",
    status: .derived)

  public static let all: [Input] = [farRadius, neutrinosphereTemperature, raffeltLuminosity, garchingLight, garchingHeavy, sigmaLn]
}
