import EarlyUniverse
import Foundation
import Numerics
import Units

/// Break-ups per nucleus and decay by the stationary photon spectra of a decay, int dE n(E) sigma(E) c in MeV^-3, at any temperature.
public struct BreakUpRates: Sendable {
  let reactions = PhotodisintegrationReaction.all
  /// ln of the integral against ln T of each reaction; `nil` where it is zero at every temperature.
  private let integrals: [Spline?]
  private let range: ClosedRange<Double>

  /// - Parameters:
  ///   - sources: what one decay injects into each of its channels, with the fraction of decays that take it.
  ///   - temperatures: ascending, MeV.
  ///   - baryonDensities: MeV^3 at each of them.
  /// - Throws: ``NumericsError`` when the cascade fails.
  public init(
    _ sources: [(spectrum: InjectedSpectrum, fraction: Double)], gas: ElectromagneticCascade.Gas, temperatures: [Double], baryonDensities: [Double],
    energiesPerDecade: Int = 60
  ) throws {
    let cascades = try sources.filter { $0.fraction > 0 }.map {
      (try ElectromagneticCascade($0.spectrum, gas: gas, perDecade: energiesPerDecade), $0.fraction)
    }
    let spectra = try zip(temperatures, baryonDensities).map { temperature, baryons in
      try cascades.map { cascade, fraction in (try cascade.spectrum(temperature: temperature, baryonDensity: baryons), fraction) }
    }
    // Per decay: s mb, to MeV^-3 s times MeV.
    let millibarn = NaturalUnits.millibarn * 1e-6
    let x = temperatures.map { log($0) }
    integrals = try reactions.map { reaction -> Spline? in
      let values = spectra.map { channels in
        channels.reduce(0.0) { $0 + $1.1 * $1.0.integral(from: reaction.threshold.value) { reaction.crossSection($0) } } * millibarn / EarlyUniverseInputs.hbar
      }
      guard values.contains(where: { $0 > 0 }) else { return nil }
      return try Spline(reaction.name, x: x, y: values.map { log(max($0, 1e-300)) }, kind: .monotone)
    }
    range = x[0]...x[x.count - 1]
  }

  /// In a Universe whose baryons per photon are today's at all these temperatures: nothing has heated the gas since. 12 keV to 1 eV.
  ///
  /// - Throws: ``NumericsError`` when the cascade fails.
  public static func standard(
    _ sources: [(spectrum: InjectedSpectrum, fraction: Double)], omegaB: Double = BaryonDensity.omegaB.value, heliumFraction: Double = 0.247,
    perDecade: Int = 16
  ) throws -> BreakUpRates {
    let (warmest, coolest) = (1.2 * Photodisintegration.startTemperature, 1e-6)
    let count = 1 + Int((log10(warmest / coolest) * Double(perDecade)).rounded(.up))
    let temperatures = logarithmicGrid(from: coolest, to: warmest, count: count)
    let today = BaryonDensity.molePerCubicCentimetre(omegaB: omegaB) * NuclearUnits.molePerCubicCentimetre
    return try BreakUpRates(
      sources, gas: ElectromagneticCascade.Gas(helium: heliumFraction), temperatures: temperatures,
      baryonDensities: temperatures.map { today * pow($0 / EarlyUniverseInputs.temperatureToday, 3) })
  }

  /// The integral of one reaction; held at the ends of the temperatures.
  func perDecay(_ reaction: Int, logTemperature: Double) -> Double {
    guard let integral = integrals[reaction] else { return 0 }
    return exp(integral(min(max(logTemperature, range.lowerBound), range.upperBound)))
  }
}
