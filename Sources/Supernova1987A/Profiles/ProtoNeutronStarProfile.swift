import Foundation
import Numerics
import Plasma
import Units

/// Radial structure of the proto-neutron star about one second after bounce: density, temperature and electron fraction; everything else follows.
public struct ProtoNeutronStarProfile: Sendable {
  /// The option of the variant `sn1987a.profile` that this is.
  public let name: String
  /// What it is and where it comes from, in one sentence.
  public let meaning: String
  /// Every number that defines it.
  public let inputs: [Input]
  /// Outer radius in km up to which the profile is defined; absorption is followed to ``SupernovaInputs/farRadius``.
  public let outerRadiusKilometres: Double
  /// Radii in km where density or temperature have a kink: cell boundaries are put there.
  let kinksKilometres: [Double]
  private let density: @Sendable (Double) -> Double
  private let temperature: @Sendable (Double) -> Double
  private let electronFraction: @Sendable (Double) -> Double

  /// - Parameters:
  ///   - density: g/cm^3 at a radius in km.
  ///   - temperature: MeV at a radius in km.
  ///   - electronFraction: electrons for each baryon at a radius in km.
  init(
    name: String, meaning: String, inputs: [Input], outerRadiusKilometres: Double, kinksKilometres: [Double],
    density: @escaping @Sendable (Double) -> Double, temperature: @escaping @Sendable (Double) -> Double,
    electronFraction: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.meaning = meaning
    self.inputs = inputs
    self.outerRadiusKilometres = outerRadiusKilometres
    self.kinksKilometres = kinksKilometres
    self.density = density
    self.temperature = temperature
    self.electronFraction = electronFraction
  }

  /// The state of the matter at a radius in km, 0 to ``outerRadiusKilometres``.
  ///
  /// - Throws: ``Numerics/NumericsError/domain(label:reason:)`` outside that range.
  public func layer(atKilometres radius: Double) throws -> StellarLayer {
    guard (0...outerRadiusKilometres).contains(radius) else {
      throw NumericsError.domain(label: "profile \(name)", reason: "radius \(radius) km is outside 0 to \(outerRadiusKilometres) km")
    }
    return StellarLayer(
      radiusKilometres: radius, densityGramPerCubicCentimetre: density(radius), temperature: temperature(radius) * NaturalUnits.megaElectronvolt,
      electronFraction: electronFraction(radius))
  }

  /// Radius in km of the neutrinosphere: the outermost place where the temperature is ``SupernovaInputs/neutrinosphereTemperature``.
  public func neutrinosphereRadiusKilometres() throws -> Double {
    let target = SupernovaInputs.neutrinosphereTemperature.value
    // Walk inward from the edge: temperature falls monotonically outside the hottest shell.
    var outer = outerRadiusKilometres
    while outer > 1, temperature(outer - 1) < target { outer -= 1 }
    return try RootFinding.brent("neutrinosphere of \(name)", in: max(0, outer - 1), outer) { temperature($0) - target }
  }

  /// The structure for a table or plot: layers at `count` radii, evenly spaced from the centre to `outer` km (by default the neutrinosphere).
  public func table(count: Int = 61, toKilometres outer: Double? = nil) throws -> [StellarLayer] {
    let end = try outer ?? neutrinosphereRadiusKilometres()
    return try (0..<max(2, count)).map { try layer(atKilometres: end * Double($0) / Double(max(2, count) - 1)) }
  }
}
