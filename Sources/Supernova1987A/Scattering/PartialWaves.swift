import Foundation
import Numerics
import Units

/// Phase shifts as functions of energy: a natural cubic spline of every tabulated wave in ln T_lab, continued below 1 MeV by the effective range
/// (S waves) and by the threshold law delta ~ k^(2L+1) (all others).
struct PartialWaves: Sendable {
  /// Energies in MeV below the table at which the spline is pinned to the effective range or the threshold law.
  private static let pinsMeV = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7]
  /// The highest laboratory energy of the analysis in MeV; nothing is said above.
  static let highestEnergyMeV = 350.0

  private let waves: [String: Spline]

  init() throws {
    var waves: [String: Spline] = [:]
    for (wave, degrees) in NeutronProtonPhaseShifts.degrees {
      let pinned = Self.pinsMeV.map { Self.belowTable(wave, firstEntry: degrees[0], laboratoryEnergyMeV: $0) }
      let x = (Self.pinsMeV + NeutronProtonPhaseShifts.laboratoryEnergiesMeV).map { log($0) }
      waves[wave] = try Spline("np phase shift \(wave)", x: x, y: pinned + degrees)
    }
    self.waves = waves
  }

  /// The bar phase shift or mixing angle in radians; zero for a wave that is not in the table.
  func radians(_ wave: String, laboratoryEnergyMeV: Double) -> Double {
    guard let spline = waves[wave] else { return 0 }
    return spline(log(laboratoryEnergyMeV)) * .pi / 180
  }

  /// Squared centre-of-mass momentum in 1/fm^2 for a laboratory kinetic energy, relativistic, for a nucleon at rest of the mean mass.
  static func squaredMomentumPerFm2(laboratoryEnergyMeV: Double) -> Double {
    let hbarCMeVfm = PhysicalConstants.hbarC.value * 1e18
    let meanMassMeV = 500 * (PhysicalConstants.protonMass.value + PhysicalConstants.neutronMass.value)
    return meanMassMeV * laboratoryEnergyMeV / 2 / (hbarCMeVfm * hbarCMeVfm)
  }

  private static func belowTable(_ wave: String, firstEntry: Double, laboratoryEnergyMeV energy: Double) -> Double {
    let k2 = squaredMomentumPerFm2(laboratoryEnergyMeV: energy)
    switch wave {
    case "1S0":
      return effectiveRange(k2, NeutronProtonPhaseShifts.singletScatteringLength.value, NeutronProtonPhaseShifts.singletEffectiveRange.value)
    case "3S1":
      return effectiveRange(k2, NeutronProtonPhaseShifts.tripletScatteringLength.value, NeutronProtonPhaseShifts.tripletEffectiveRange.value)
    default:
      return firstEntry * pow(energy, thresholdPower(wave))
    }
  }

  /// delta in degrees, 0 to 180, from k cot(delta) = -1/a + r k^2/2.
  private static func effectiveRange(_ k2: Double, _ length: Double, _ range: Double) -> Double {
    atan2(k2.squareRoot(), -1 / length + 0.5 * range * k2) * 180 / .pi
  }

  /// L + 1/2 as a power of energy; the mixing angle eps_J connects J - 1 and J + 1 and goes as k^(2J+1).
  private static func thresholdPower(_ wave: String) -> Double {
    let letters: [Character: Double] = ["S": 0, "P": 1, "D": 2, "F": 3, "G": 4, "H": 5]
    if wave.hasPrefix("eps") { return (Double(wave.dropFirst(3)) ?? 1) + 0.5 }
    return (letters[wave[wave.index(after: wave.startIndex)]] ?? 0) + 0.5
  }
}
