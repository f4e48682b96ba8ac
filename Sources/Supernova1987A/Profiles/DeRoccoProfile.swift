import Foundation
import Units

/// The proto-neutron star of DeRocco et al. (arXiv:1905.09284): steep surface from 15 to 25 km, hottest at 8 km.
extension ProtoNeutronStarProfile {
  private static let source = "profile of arXiv:1905.09284 as tabulated in the public code SNfactory"
  private static let formSource = "analytic form of the profile of arXiv:1905.09284; agrees with its table in the public code SNfactory to 1 % from 0 to 100 km"

  private static let coreTemperature = ProfileTable([(3, 15.04), (4, 15.41), (5, 17.4), (6, 23.3), (7, 32.5), (8, 37.5)])
  private static let electronFraction = ProfileTable([
    (3, 0.25), (4, 0.247), (5, 0.234), (6, 0.195), (7, 0.133), (8, 0.100), (18, 0.100), (20, 0.106), (22, 0.171), (25, 0.400), (28, 0.460), (30, 0.500),
  ])
  private static let referenceDensity = Input("density at 15 km", 1e14, unit: "g/cm3", source: formSource, status: .derived)
  private static let innerScale = Input("density scale height inside 15 km", 7.5, unit: "km", source: formSource, status: .derived)
  private static let hotProduct = Input("T r from 8 to 15 km", 300, unit: "MeV km", source: formSource, status: .derived)
  private static let surfaceTemperature = Input("temperature at 15 km", 20, unit: "MeV", source: formSource, status: .derived)

  static let surfaceDensityScale = Input("density scale height from 15 to 25 km", 1, unit: "km", source: formSource, status: .derived)
  static let surfaceTemperatureScale = Input("temperature scale height outside 15 km", 4, unit: "km", source: formSource, status: .derived)
  static let tailDensity = Input("density at 25 km of the r^-3 tail", 4.56e9, unit: "g/cm3", source: formSource, status: .derived)
  static let tailTemperatureProduct = Input("T r of the outer tail", 93.7, unit: "MeV km", source: formSource, status: .derived)

  /// rho = 1e14 e^(2 - r/7.5) to 15 km, then a scale height of 1 km down to an r^-3 tail; T a table to 8 km, 300/r to 15 km, then a scale height of 4 km down to 93.7/r.
  public static let deRocco2019 = ProtoNeutronStarProfile(
    name: "derocco-2019", meaning: "proto-neutron star of arXiv:1905.09284: surface at 15 km with a scale height of 1 km, 37 MeV at 8 km",
    inputs: [
      referenceDensity, innerScale, hotProduct, surfaceTemperature, surfaceDensityScale, surfaceTemperatureScale, tailDensity, tailTemperatureProduct,
    ] + coreTemperature.inputs("temperature", unit: "MeV", source: source) + electronFraction.inputs("electron fraction", unit: "", source: source),
    outerRadiusKilometres: SupernovaInputs.farRadius.value, kinksKilometres: [3, 4, 5, 6, 7, 8, 15, 18, 20, 21, 22, 25, 28, 30],
    density: { r in
      r < 15
        ? referenceDensity.value * exp(2 - r / innerScale.value)
        : max(referenceDensity.value * exp(-(r - 15) / surfaceDensityScale.value), tailDensity.value * pow(25 / r, 3))
    },
    temperature: { r in
      if r < 8 { return coreTemperature(r) }
      return r < 15 ? hotProduct.value / r : max(surfaceTemperature.value * exp(-(r - 15) / surfaceTemperatureScale.value), tailTemperatureProduct.value / r)
    },
    electronFraction: { electronFraction($0) })
}
