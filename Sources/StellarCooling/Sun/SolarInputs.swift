import Units

/// Numbers from outside that the Sun's structure, its emission and its criterion use.
public enum SolarInputs {
  private static let structure = "fit to the standard solar model B16-AGSS09 (arXiv:1611.09867)"

  /// Powers p_i and coefficients c_i of ln rho[g/cm3] = sum c_i (r/R)^{p_i} for r < 0.9 R: a least-squares fit without a linear term, so that the density is smooth at
  /// the centre. Largest deviation from the model 1.1 %, root mean square 0.34 %.
  public static let densityPowers = [0, 2, 3, 4, 5, 6, 7, 8, 9]
  public static let densityCoefficients: [Input] = zip(
    densityPowers, [5.0146, -105.9995, 791.3167, -3767.5525, 10_820.7371, -18_750.2998, 19_216.9644, -10_710.9906, 2495.0668]
  ).map {
    Input("ln density coefficient of (r/R)^\($0)", $1, unit: "ln(g/cm3)", source: "\(structure), r < 0.9 R, within 1.1 %", status: .derived)
  }
  public static let densityFitEdge = Input("outer edge of the density fit", 0.9, unit: "R_sun", source: structure, status: .derived)

  public static let radiativeHydrogen = Input(
    "hydrogen mass fraction between core and convection zone", 0.712, source: "\(structure), X within 0.02", status: .derived)
  public static let burntHydrogen = Input("hydrogen burnt at the centre", 0.358, source: "\(structure), X within 0.02", status: .derived)
  public static let burningRadius = Input("radius of the burnt core", 0.1157, unit: "R_sun", source: "\(structure), X within 0.02", status: .derived)
  public static let burningExponent = Input("steepness of the burnt core", 1.856, source: "\(structure), X within 0.02", status: .derived)
  public static let metallicity = Input(
    "mass fraction of metals below the convection zone", 0.0155, uncertainty: 0.001, source: "\(structure), mean; 0.0139 to 0.0159", status: .derived)
  private static let helioseismic = "solar models with AGSS09 abundances, Serenelli et al., arXiv:0909.2668, not read there"
  public static let convectionZone = Input("base of the convection zone", 0.724, unit: "R_sun", source: helioseismic, status: .recalled)
  public static let surfaceHelium = Input("helium mass fraction of the convection zone", 0.231, source: helioseismic, status: .recalled)
  public static let surfaceMetalsOverHydrogen = Input(
    "metals over hydrogen by mass in the convection zone", 0.0178, source: "AGSS09, as used in arXiv:1611.09867", status: .recalled)

  public static let settlingWidth = Input(
    "depth of the layer below the convection zone in which hydrogen rises to its surface value", 0.1, unit: "R_sun",
    source: "smoothing of the composition; the profile of settled elements is not resolved, X is off by at most 0.02 there", status: .derived)

  private static let agss09 = "Asplund et al. 2009, ARA&A 47, 481 (arXiv:0909.0948), Table 1, photosphere; read in a public transcription"
  /// Metals: nuclear charge, mass number and the logarithmic abundance log10(n/n_H) + 12. These eight carry 96 % of the mass of all metals.
  public static let metals: [(charge: Double, massNumber: Double, abundance: Input)] = [
    (6, 12, 8.43, 0.05, "carbon"), (7, 14, 7.83, 0.05, "nitrogen"), (8, 16, 8.69, 0.05, "oxygen"), (10, 20, 7.93, 0.10, "neon"),
    (12, 24, 7.60, 0.04, "magnesium"), (14, 28, 7.51, 0.03, "silicon"), (16, 32, 7.12, 0.03, "sulphur"), (26, 56, 7.50, 0.04, "iron"),
  ].map { ($0, $1, Input("abundance of \($4)", $2, unit: "dex", uncertainty: $3, source: agss09, status: .published)) }

  private static let nist = "NIST Atomic Spectra Database, ionisation energies"
  public static let hydrogenIonization = Input("ionisation energy of H", 13.598, unit: "eV", source: nist, status: .recalled)
  public static let heliumIonization = Input("first ionisation energy of He", 24.587, unit: "eV", source: nist, status: .recalled)
  public static let heliumSecondIonization = Input("second ionisation energy of He", 54.418, unit: "eV", source: nist, status: .recalled)
  public static let effectiveTemperature = Input("nominal effective temperature", 5772, unit: "K", source: "IAU 2015 Resolution B3", status: .published)

  public static let luminosityFraction = Input(
    "largest luminosity in dark photons", 0.1, unit: "L_sun",
    source: "Redondo & Raffelt, arXiv:1305.2920, abstract: not more than 10 % of the photon luminosity", status: .published)
  public static let globalFitFraction = Input(
    "luminosity at the bound of the global fit", 0.02, unit: "L_sun",
    source: "Vinyoles et al., arXiv:1501.01639, abstract: chi m < 1.8e-12 eV at 3 sigma, which is 2 % of the photon luminosity", status: .derived)
  public static let boronFluxExponent = Input(
    "exponent of the 8B flux in 1 + L_x/L_sun", 4.6, source: "power law of self-consistent solar models with energy loss, Gondolo & Raffelt, arXiv:0807.2926",
    status: .recalled)
  public static let boronFluxUncertainty = Input(
    "uncertainty of the predicted 8B flux from the composition", 0.116, source: "Bahcall & Serenelli, astro-ph/0412096, abstract: 11.6 % (conservative)",
    status: .published)
  public static let emissionUncertainty = Input(
    "uncertainty of the computed luminosity", 0.10,
    source: "this calculation: structure 1.1 % in density and 1.8 % in temperature, atomic absorption off resonance up to 15 % of the rate", status: .derived)

  public static let structureInputs: [Input] =
    densityCoefficients
    + [
      densityFitEdge, radiativeHydrogen, burntHydrogen, burningRadius, burningExponent, metallicity, convectionZone, surfaceHelium, surfaceMetalsOverHydrogen,
      settlingWidth,
    ]
    + metals.map(\.abundance)
    + [hydrogenIonization, heliumIonization, heliumSecondIonization, effectiveTemperature]
  public static let criterionInputs: [Input] = [luminosityFraction, globalFitFraction, boronFluxExponent, boronFluxUncertainty, emissionUncertainty]
}
