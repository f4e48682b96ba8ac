import Foundation
import Likelihoods
import Numerics
import Units

/// Profiles read off one-dimensional simulations, as plain tables with stated continuations.
extension ProtoNeutronStarProfile {
  // MARK: DeRocco et al. 2019

  private static let deRoccoSource = "arXiv:1905.09284 profile, analytic form of its tabulation in the public code SNfactory (8 % in density)"

  /// Piecewise-linear table in radius (km); beyond its ends the end value.
  private static func interpolate(_ table: [(Double, Double)], _ r: Double) -> Double {
    guard let upper = table.firstIndex(where: { $0.0 >= r }) else { return table[table.count - 1].1 }
    guard upper > 0 else { return table[0].1 }
    let (a, b) = (table[upper - 1], table[upper])
    return a.1 + (b.1 - a.1) * (r - a.0) / (b.0 - a.0)
  }

  private static func tableInputs(_ quantity: String, unit: String, _ table: [(Double, Double)], source: String) -> [Input] {
    table.map { Input("\(quantity) at \($0.0) km", $0.1, unit: unit, source: source, status: .published) }
  }

  private static let deRoccoTemperature: [(Double, Double)] = [(4, 15), (5, 17.4), (6, 23.3), (7, 32.5), (8, 37.5)]
  private static let deRoccoElectronFraction: [(Double, Double)] = [(4, 0.25), (8, 0.10), (19, 0.10), (28, 0.5)]
  private static let deRoccoReferenceDensity = Input("density at 15 km", 1e14, unit: "g/cm3", source: deRoccoSource, status: .derived)
  private static let deRoccoInnerScale = Input("density scale height inside 15 km", 7.5, unit: "km", source: deRoccoSource, status: .derived)
  private static let deRoccoSurfaceScale = Input("density scale height from 15 to 25 km", 1, unit: "km", source: deRoccoSource, status: .derived)
  private static let deRoccoTailDensity = Input("density at 25 km of the r^-3 tail", 4.56e9, unit: "g/cm3", source: deRoccoSource, status: .derived)
  private static let deRoccoHotProduct = Input("T r from 8 to 15 km", 300, unit: "MeV km", source: deRoccoSource, status: .derived)
  private static let deRoccoSurfaceTemperature = Input("temperature at 15 km", 20, unit: "MeV", source: deRoccoSource, status: .derived)
  private static let deRoccoTemperatureScale = Input("temperature scale height outside 15 km", 4, unit: "km", source: deRoccoSource, status: .derived)
  private static let tailTemperatureProduct = Input("T r of the outer tail", 93.7, unit: "MeV km", source: deRoccoSource, status: .derived)

  private static func tailDensity(_ r: Double) -> Double { deRoccoTailDensity.value * pow(25 / r, 3) }
  private static func tailTemperature(_ r: Double) -> Double { tailTemperatureProduct.value / r }

  /// The 1 Msun-type proto-neutron star of arXiv:1905.09284: steep surface at 15 to 25 km, hottest at 8 km.
  public static let deRocco2019 = ProtoNeutronStarProfile(
    name: "derocco-2019", meaning: "proto-neutron star of arXiv:1905.09284: surface at 15 km with a scale height of 1 km, 37 MeV at 8 km",
    inputs: [
      deRoccoReferenceDensity, deRoccoInnerScale, deRoccoSurfaceScale, deRoccoTailDensity, deRoccoHotProduct, deRoccoSurfaceTemperature,
      deRoccoTemperatureScale, tailTemperatureProduct,
    ] + tableInputs("temperature", unit: "MeV", deRoccoTemperature, source: deRoccoSource)
      + tableInputs("electron fraction", unit: "", deRoccoElectronFraction, source: deRoccoSource),
    outerRadiusKilometres: SupernovaInputs.farRadius.value, kinksKilometres: [4, 5, 6, 7, 8, 15, 19, 20.3, 25, 28],
    density: { r in
      let reference = deRoccoReferenceDensity.value
      return r < 15 ? reference * exp(2 - r / deRoccoInnerScale.value) : max(reference * exp(-(r - 15) / deRoccoSurfaceScale.value), tailDensity(r))
    },
    temperature: { r in
      if r < 8 { return interpolate(deRoccoTemperature, r) }
      return r < 15 ? deRoccoHotProduct.value / r : max(deRoccoSurfaceTemperature.value * exp(-(r - 15) / deRoccoTemperatureScale.value), tailTemperature(r))
    },
    electronFraction: { interpolate(deRoccoElectronFraction, $0) })

  // MARK: Fischer 18 Msun, 1 s

  private static let fischerSource = "18 Msun model of Fischer et al. at 1 s (arXiv:2108.13726), as digitised in the public code SNfactory"
  private static let fischerRadii: [Double] = [0, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
  private static let fischerTemperature: [Double] = [17.6, 17.9, 19.7, 21.3, 24.3, 29.4, 34.7, 37.0, 36.9, 35.3, 32.9, 29.9, 26.5, 22.9, 19.0, 15.3, 11.7, 8.7]
  private static let fischerDensity: [Double] = [4.00, 3.80, 3.66, 3.59, 3.28, 2.80, 2.10, 1.60, 1.32, 1.13, 0.99, 0.88, 0.78, 0.69, 0.59, 0.49, 0.37, 0.23].map
  { $0 * 1e14 }
  private static let fischerElectronFraction: [Double] = [
    0.285, 0.285, 0.285, 0.285, 0.277, 0.269, 0.261, 0.253, 0.244, 0.235, 0.222, 0.205, 0.187, 0.159, 0.132, 0.102, 0.079, 0.060,
  ]

  /// The 18 Msun simulation at 1 s. The table ends at 19 km; outside, density and temperature fall with the scale heights of ``deRocco2019`` until they meet its
  /// tails (r^-3 and 1/r), and Y_e rises linearly to 0.5 at 28 km. Upper edges move by a factor 1.5 with that continuation.
  public static let fischer2018: ProtoNeutronStarProfile = {
    func table(_ values: [Double]) -> [(Double, Double)] { Array(zip(fischerRadii, values)) }
    let (temperatures, densities) = (table(fischerTemperature), table(fischerDensity))
    let fractions = table(fischerElectronFraction) + [(28, 0.5)]
    let edge = 19.0
    let (edgeTemperature, edgeDensity) = (fischerTemperature[17], fischerDensity[17])
    return ProtoNeutronStarProfile(
      name: "fischer-2018",
      meaning: "18 Msun simulation of Fischer et al. (arXiv:2108.13726) at 1 s, tabulated to 19 km, continued with the tails of derocco-2019",
      inputs: tableInputs("temperature", unit: "MeV", temperatures, source: fischerSource)
        + tableInputs("density", unit: "g/cm3", densities, source: fischerSource)
        + tableInputs("electron fraction", unit: "", table(fischerElectronFraction), source: fischerSource)
        + [deRoccoSurfaceScale, deRoccoTemperatureScale, deRoccoTailDensity, tailTemperatureProduct],
      outerRadiusKilometres: SupernovaInputs.farRadius.value, kinksKilometres: fischerRadii.filter { $0 > 2 } + [21.7, 27.5, 28],
      density: { r in r < edge ? interpolate(densities, r) : max(edgeDensity * exp(-(r - edge) / deRoccoSurfaceScale.value), tailDensity(r)) },
      temperature: { r in r < edge ? interpolate(temperatures, r) : max(edgeTemperature * exp(-(r - edge) / deRoccoTemperatureScale.value), tailTemperature(r))
      },
      electronFraction: { interpolate(fractions, $0) })
  }()

  // MARK: By name

  /// Every profile, the default first.
  public static let all: [ProtoNeutronStarProfile] = [changEssigMcDermott, fischer2018, deRocco2019]

  /// The discrete choice between them; the combination profiles over it once.
  public static let variant = Variant("sn1987a.profile", options: all.map { Variant.Option($0.name, $0.meaning) })
}
