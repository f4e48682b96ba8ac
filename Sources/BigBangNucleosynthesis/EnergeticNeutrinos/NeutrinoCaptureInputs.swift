import Units

/// Numbers of the capture of energetic neutrinos by nucleons that are not already among ``WeakInputs``, which fix its strength.
public enum NeutrinoCaptureInputs {
  public static let vectorMassSquared = Input(
    "squared vector mass of the nucleon's form factors", 0.71, unit: "GeV^2", source: "dipole of Strumia and Vissani, astro-ph/0302055, eq. 7",
    status: .twoSources)
  public static let axialMass = Input(
    "axial mass of the nucleon's form factor", 1.026, unit: "GeV", uncertainty: 0.021, source: "Bernard, Elouadrhiri, Meissner, hep-ph/0107088",
    status: .recalled)
  private static let radiation = "Strumia and Vissani, astro-ph/0302055, eq. 14"
  public static let radiativeConstant = Input("constant of the radiative correction of capture", 6.00, source: radiation, status: .twoSources)
  public static let radiativeMass = Input("coefficient of (m_e/E_e)^1.5 in it", 1.2, source: radiation, status: .twoSources)

  public static let all: [Input] = [vectorMassSquared, axialMass, radiativeConstant, radiativeMass]
}
