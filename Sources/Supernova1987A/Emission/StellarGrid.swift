import Foundation
import Numerics
import Synchronization
import Units

/// A profile cut into shells, with everything that does not depend on the dark photon computed once.
final class StellarGrid: Sendable {
  /// Boundaries of the shells from the centre to the far radius.
  let layers: [StellarLayer]
  let bremsstrahlung: [NeutronProtonBremsstrahlung]
  let compton: [SemiCompton]
  /// Number of shells inside the neutrinosphere, which emit; all shells absorb.
  let emittingShells: Int
  let neutrinosphereKilometres: Double
  /// Boundaries at the centre, at the kinks of the profile and at the neutrinosphere.
  let breaks: [Int]
  /// Highest temperature in GeV.
  let hottest: Double

  /// - Parameter step: largest thickness of a shell in km; 2.5 % of the radius where that is larger.
  init(_ profile: ProtoNeutronStarProfile, stepKilometres step: Double) throws {
    let scattering = try NeutronProtonScattering.shared.get()
    let sphere = try profile.neutrinosphereRadiusKilometres()
    neutrinosphereKilometres = sphere
    let breaks = ([0, sphere, profile.outerRadiusKilometres] + profile.kinksKilometres).sorted()
    var radii = [0.0]
    for (inner, outer) in zip(breaks, breaks.dropFirst()) where outer > inner {
      let pieces = Int(((outer - inner) / max(step, 0.125 * step * inner)).rounded(.up))
      for piece in 1...pieces { radii.append(piece == pieces ? outer : inner + (outer - inner) * Double(piece) / Double(pieces)) }
    }
    layers = try radii.map { try profile.layer(atKilometres: $0) }
    bremsstrahlung = layers.map { NeutronProtonBremsstrahlung($0, scattering: scattering) }
    compton = layers.map { SemiCompton($0) }
    self.breaks = breaks.filter { $0 <= sphere }.compactMap { radii.firstIndex(of: $0) }
    emittingShells = radii.firstIndex { $0 >= sphere } ?? radii.count - 1
    hottest = layers.map(\.temperature).max() ?? 0
  }

  static let defaultStepKilometres = 0.2

  private static let built = Mutex<[String: StellarGrid]>([:])

  /// The grid of a profile at the default resolution, built at the first request of the process.
  static func shared(_ profile: ProtoNeutronStarProfile) throws -> StellarGrid {
    if let grid = built.withLock({ $0[profile.name] }) { return grid }
    let grid = try StellarGrid(profile, stepKilometres: defaultStepKilometres)
    return built.withLock { known in
      if let first = known[profile.name] { return first }
      known[profile.name] = grid
      return grid
    }
  }
}
