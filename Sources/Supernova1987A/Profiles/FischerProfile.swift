import Foundation
import Units

/// The 18 Msun simulation of Fischer et al. (arXiv:2108.13726), 1 s after bounce.
extension ProtoNeutronStarProfile {
  private static let source = "18 Msun model of Fischer et al. at 1 s (arXiv:2108.13726), as digitised in the public code SNfactory"
  private static let radii: [Double] = [0, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
  private static let temperature = ProfileTable(
    radii: radii, values: [17.6, 17.9, 19.7, 21.3, 24.3, 29.4, 34.7, 37.0, 36.9, 35.3, 32.9, 29.9, 26.5, 22.9, 19.0, 15.3, 11.7, 8.7, 6.5])
  private static let density = ProfileTable(
    radii: radii,
    values: [4.00, 3.80, 3.66, 3.59, 3.28, 2.80, 2.10, 1.60, 1.32, 1.13, 0.99, 0.88, 0.78, 0.69, 0.59, 0.49, 0.37, 0.23, 0.109].map { $0 * 1e14 })
  private static let electronFraction = ProfileTable(
    radii: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 25, 26, 28, 30, 32, 35, 40],
    values: [
      0.285, 0.277, 0.269, 0.261, 0.253, 0.244, 0.235, 0.222, 0.205, 0.187, 0.159, 0.132, 0.102, 0.079, 0.060, 0.052, 0.051, 0.071, 0.109, 0.170, 0.330, 0.424, 0.459,
      0.473, 0.478,
    ])

  /// Density and temperature are tabulated to 20 km; outside they fall with the scale heights of ``deRocco2019`` until they meet its tails (r^-3 and 1/r).
  /// Upper edges move by a factor 1.5 with that continuation.
  public static let fischer2018: ProtoNeutronStarProfile = {
    let edge = 20.0
    let (edgeTemperature, edgeDensity) = (temperature(edge), density(edge))
    return ProtoNeutronStarProfile(
      name: "fischer-2018", meaning: "18 Msun simulation of Fischer et al. (arXiv:2108.13726) at 1 s, tabulated to 20 km, continued with the tails of derocco-2019",
      inputs: temperature.inputs("temperature", unit: "MeV", source: source) + density.inputs("density", unit: "g/cm3", source: source)
        + electronFraction.inputs("electron fraction", unit: "", source: source)
        + [surfaceDensityScale, surfaceTemperatureScale, tailDensity, tailTemperatureProduct],
      outerRadiusKilometres: SupernovaInputs.farRadius.value, kinksKilometres: radii.filter { $0 > 2 } + [21.65, 22, 24, 26, 28, 30, 35, 40],
      density: { r in r < edge ? density(r) : max(edgeDensity * exp(-(r - edge) / surfaceDensityScale.value), tailDensity.value * pow(25 / r, 3)) },
      temperature: { r in
        r < edge ? temperature(r) : max(edgeTemperature * exp(-(r - edge) / surfaceTemperatureScale.value), tailTemperatureProduct.value / r)
      },
      electronFraction: { electronFraction($0) })
  }()
}
