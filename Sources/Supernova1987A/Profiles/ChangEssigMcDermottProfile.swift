import Foundation
import Units

/// The analytic fiducial profile of Chang, Essig and McDermott: a density and temperature law with a hot, denser inner core.
extension ProtoNeutronStarProfile {
  private static let outerSource = "text of arXiv:1706.08871 (n = 5, T ~ rho^(1/3), 3e14 g/cm3 and 30 MeV at 10 km), after Turner 1988; used by arXiv:1611.03864"
  private static let innerSource = "arXiv:1611.03864, fiducial profile; remembered, its equations were not readable here"

  private static let coreDensity = Input("density at the core radius", 3e14, unit: "g/cm3", source: outerSource, status: .published)
  private static let coreTemperature = Input("temperature at the core radius", 30, unit: "MeV", source: outerSource, status: .published)
  private static let coreRadius = Input("core radius", 10, unit: "km", source: outerSource, status: .published)
  private static let densityPower = Input("outer density power nu", 5, source: outerSource, status: .published)
  private static let innerDensitySlope = Input("inner density slope k_rho", 0.2, source: innerSource, status: .recalled)
  private static let innerTemperatureSlope = Input("inner temperature slope k_T", -0.5, source: innerSource, status: .recalled)
  private static let protonFraction = Input("proton fraction", 0.3, source: innerSource, status: .recalled)

  /// rho = rho_c {1 + k_rho (1 - r/R_c) inside, (r/R_c)^-nu outside}, T = T_c {1 + k_T (1 - r/R_c), (r/R_c)^(-nu/3)}, Y_p constant.
  public static let changEssigMcDermott: ProtoNeutronStarProfile = {
    let (radius, nu) = (coreRadius.value, densityPower.value)
    let (rho, kRho, temperature, kT, fraction) = (
      coreDensity.value, innerDensitySlope.value, coreTemperature.value, innerTemperatureSlope.value, protonFraction.value
    )
    return ProtoNeutronStarProfile(
      name: "chang-essig-mcdermott",
      meaning: "analytic fiducial profile of arXiv:1611.03864: 3e14 g/cm3 and 30 MeV at 10 km, density falling as r^-5, proton fraction 0.3",
      inputs: [coreDensity, coreTemperature, coreRadius, densityPower, innerDensitySlope, innerTemperatureSlope, protonFraction],
      outerRadiusKilometres: SupernovaInputs.farRadius.value, kinksKilometres: [radius],
      density: { r in rho * (r < radius ? 1 + kRho * (1 - r / radius) : pow(r / radius, -nu)) },
      temperature: { r in temperature * (r < radius ? 1 + kT * (1 - r / radius) : pow(r / radius, -nu / 3)) },
      electronFraction: { _ in fraction })
  }()
}
