import Foundation
import Numerics
import Units

/// Neutron–proton cross sections from measured phase shifts, and the thermal moment that soft bremsstrahlung needs.
public struct NeutronProtonScattering: Sendable {
  /// The laboratory energies in MeV between which the cross section follows from phase shifts.
  public static let laboratoryEnergyRangeMeV = 0.001...PartialWaves.highestEnergyMeV
  /// The temperatures in MeV for which ``thermalMoment(temperature:)`` is tabulated.
  public static let temperatureRangeMeV = 0.02...100.0

  /// sigma_tr above the phase-shift analysis falls as (350 MeV/T_lab)^1/4. Negligible in thermal moments below T = 25 MeV, +-2 % at 40 and +-5 % at 60 MeV.
  static let tailPower = Input(
    "power of T_lab in sigma_tr above 350 MeV", -0.25, uncertainty: 0.25,
    source: "continuation of the slope of sigma_tr at 250 to 350 MeV (docs/constraints/sn1987a.cooling.md)",
    status: .derived)

  /// The one instance that every constraint shares; building it costs some milliseconds.
  public static let shared = Result { try NeutronProtonScattering() }

  private let waves: PartialWaves
  private let transportMillibarn: LogLogSpline
  private let momentMillibarn: LogLogSpline

  public init() throws {
    let waves = try PartialWaves()
    self.waves = waves
    let energies = logarithmicGrid(from: Self.laboratoryEnergyRangeMeV.lowerBound, to: Self.laboratoryEnergyRangeMeV.upperBound, count: 70)
    let transport = try LogLogSpline(
      "np transport cross section", x: energies,
      y: energies.map { energy in
        let a = NeutronProtonAmplitude(waves, laboratoryEnergyMeV: energy).legendreCoefficientsMillibarn(upTo: 1)
        return 2 * a[0] - 2 * a[1] / 3
      })
    transportMillibarn = transport
    let rule = GaussLegendre(order: 60)
    let temperatures = logarithmicGrid(from: Self.temperatureRangeMeV.lowerBound, to: Self.temperatureRangeMeV.upperBound, count: 60)
    momentMillibarn = try LogLogSpline(
      "thermal moment of the np transport cross section", x: temperatures,
      y: temperatures.map { temperature in
        0.5 * rule.integrate(from: 0, to: 40) { x in x * x * exponential(-x) * Self.transport(transport, laboratoryEnergyMeV: 2 * x * temperature) }
      })
  }

  /// The transport cross section, the integral of (1 - cos) d sigma, in mb at a laboratory kinetic energy in MeV.
  ///
  /// Below 1 keV the value at 1 keV; above 350 MeV the stated tail.
  public func transportMillibarn(laboratoryEnergyMeV energy: Double) -> Double { Self.transport(transportMillibarn, laboratoryEnergyMeV: energy) }

  private static func transport(_ table: LogLogSpline, laboratoryEnergyMeV energy: Double) -> Double {
    let highest = PartialWaves.highestEnergyMeV
    return energy <= highest ? table(energy) : table(highest) * pow(energy / highest, tailPower.value)
  }

  /// Coefficients a_l in mb of d sigma/d cos = sum a_l P_l(cos of the centre-of-mass angle), from waves with J <= 4; T_lab in MeV inside ``laboratoryEnergyRangeMeV``.
  ///
  /// - Throws: ``Numerics/NumericsError`` outside that range.
  public func legendreCoefficientsMillibarn(laboratoryEnergyMeV energy: Double, upTo highest: Int) throws -> [Double] {
    guard Self.laboratoryEnergyRangeMeV.contains(energy) else {
      throw NumericsError.domain(label: "np cross section", reason: "T_lab = \(energy) MeV is outside \(Self.laboratoryEnergyRangeMeV) MeV")
    }
    return NeutronProtonAmplitude(waves, laboratoryEnergyMeV: energy).legendreCoefficientsMillibarn(upTo: highest)
  }

  /// <sigma_np^(2)>(T) = (1/2) Int dx x^2 e^-x Int dcos (1 - cos) d sigma/dcos in 1/GeV^2, x = E_cm/T and T_lab = 2 x T: arXiv:1611.03864; T in GeV.
  ///
  /// Tabulated inside ``temperatureRangeMeV``; outside the nearest end's value, where no star of this module goes.
  public func thermalMoment(temperature: Double) -> Double { momentMillibarn(temperature * 1e3) * NaturalUnits.millibarn }

  public static let inputs: [Input] =
    NeutronProtonPhaseShifts.inputs + [
      NeutronProtonPhaseShifts.singletScatteringLength, NeutronProtonPhaseShifts.singletEffectiveRange,
      NeutronProtonPhaseShifts.tripletScatteringLength, NeutronProtonPhaseShifts.tripletEffectiveRange, tailPower,
    ]
}
