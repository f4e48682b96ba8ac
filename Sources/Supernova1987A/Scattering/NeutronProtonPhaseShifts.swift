import Units

/// Measured neutron–proton phase shifts: nuclear bar (Stapp) parameters in degrees at eleven laboratory energies, all waves with J <= 4.
public enum NeutronProtonPhaseShifts {
  /// Laboratory kinetic energies in MeV of the columns of ``degrees``.
  public static let laboratoryEnergiesMeV: [Double] = [1, 5, 10, 25, 50, 100, 150, 200, 250, 300, 350]

  /// Bar phase shifts and mixing angles in degrees, one row for a wave (spectroscopic notation; `epsJ` is the mixing angle of the triplet waves L = J - 1 and L = J + 1).
  ///
  /// Statistical uncertainties of the analysis: 0.05 to 0.3 degrees in the S waves, below 0.1 degrees elsewhere up to 200 MeV. The 1S0, 3S1, 3D1 and
  /// eps1 rows agree with later Granada values to 1 degree up to 200 MeV.
  public static let degrees: [String: [Double]] = [
    "1S0": [62.052, 63.576, 59.867, 50.756, 40.296, 26.229, 16.12, 8.025, 1.174, -4.821, -10.202],
    "3S1": [147.73, 118.151, 102.576, 80.579, 62.69, 43.11, 30.592, 21.148, 13.448, 6.897, 1.138],
    "eps1": [0.106, 0.669, 1.151, 1.769, 2.076, 2.416, 2.82, 3.301, 3.823, 4.364, 4.912],
    "3D1": [-0.002, -0.177, -0.669, -2.788, -6.419, -12.248, -16.541, -19.816, -22.381, -24.427, -26.072],
    "1P1": [-0.191, -1.507, -3.089, -6.445, -9.882, -14.6, -18.443, -21.749, -24.583, -26.996, -29.043],
    "3P0": [0.186, 1.628, 3.652, 8.169, 10.835, 8.661, 3.832, -1.364, -6.396, -11.141, -15.59],
    "3P1": [-0.107, -0.921, -2.031, -4.805, -8.173, -13.231, -17.537, -21.462, -25.086, -28.44, -31.544],
    "3P2": [0.021, 0.255, 0.718, 2.589, 5.915, 10.958, 13.874, 15.488, 16.363, 16.798, 16.961],
    "eps2": [-0.001, -0.049, -0.183, -0.75, -1.619, -2.568, -2.817, -2.733, -2.509, -2.247, -1.989],
    "3F2": [0.002, 0.005, 0.015, 0.097, 0.309, 0.749, 1.079, 1.241, 1.205, 0.966, 0.541],
    "1D2": [0.001, 0.041, 0.157, 0.676, 1.703, 3.823, 5.735, 7.309, 8.554, 9.528, 10.299],
    "3D2": [0.007, 0.223, 0.852, 3.737, 9.014, 17.269, 22.06, 24.406, 25.229, 25.121, 24.444],
    "3D3": [0, 0, 0.005, 0.058, 0.36, 1.5, 2.752, 3.753, 4.411, 4.748, 4.823],
    "eps3": [0, 0.012, 0.081, 0.554, 1.618, 3.519, 4.887, 5.842, 6.511, 6.989, 7.344],
    "3G3": [0, 0.002, 0, -0.047, -0.253, -0.936, -1.763, -2.604, -3.393, -4.097, -4.705],
    "1F3": [0, -0.011, -0.067, -0.419, -1.118, -2.167, -2.867, -3.463, -4.09, -4.814, -5.654],
    "3F3": [0, -0.003, -0.026, -0.196, -0.61, -1.368, -1.9, -2.259, -2.51, -2.696, -2.85],
    "3F4": [0, -0.002, -0.001, 0.014, 0.097, 0.456, 0.99, 1.595, 2.195, 2.741, 3.198],
    "eps4": [0, 0, -0.002, -0.04, -0.168, -0.493, -0.801, -1.062, -1.271, -1.436, -1.555],
    "3H4": [0, 0.002, 0.002, 0.006, 0.027, 0.098, 0.193, 0.294, 0.397, 0.493, 0.578],
    "1G4": [0, 0, 0.002, 0.032, 0.132, 0.39, 0.665, 0.948, 1.233, 1.509, 1.761],
    "3G4": [0, 0.001, 0.013, 0.171, 0.725, 2.192, 3.682, 5.059, 6.285, 7.35, 8.248],
  ]

  static let source = "R. Navarro Perez et al. 2011, np energy-dependent analysis, as recorded in the database of the public code nn-scattering-fit"

  /// Every entry of ``degrees`` as an ``Units/Input``, in alphabetical order of the waves.
  public static let inputs: [Input] = degrees.keys.sorted().flatMap { wave in
    zip(laboratoryEnergiesMeV, degrees[wave] ?? []).map { energy, value in
      Input(
        "np phase shift \(wave) at \(Int(energy)) MeV", value, unit: "degree", source: source,
        status: ["1S0", "3S1", "3D1", "eps1"].contains(wave) ? .twoSources : .published)
    }
  }

  // MARK: Effective range below the table

  static let effectiveRangeSource = "effective-range parameters of nuclear data reviews, not looked up; they give the measured 20.3 b at threshold"
  public static let singletScatteringLength = Input("np singlet scattering length", -23.74, unit: "fm", source: effectiveRangeSource, status: .recalled)
  public static let singletEffectiveRange = Input("np singlet effective range", 2.77, unit: "fm", source: effectiveRangeSource, status: .recalled)
  public static let tripletScatteringLength = Input("np triplet scattering length", 5.419, unit: "fm", source: effectiveRangeSource, status: .recalled)
  public static let tripletEffectiveRange = Input("np triplet effective range", 1.753, unit: "fm", source: effectiveRangeSource, status: .recalled)
}
