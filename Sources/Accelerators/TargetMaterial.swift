import Foundation
import Units

/// The element of a beam dump.
public struct TargetMaterial: Sendable, Hashable {
  public let symbol: String
  public let nuclearCharge: Input
  /// In g/mol.
  public let atomicMass: Input
  /// In g/cm3.
  public let density: Input
  /// In g/cm2.
  public let radiationLength: Input

  public init(symbol: String, nuclearCharge: Input, atomicMass: Input, density: Input, radiationLength: Input) {
    self.symbol = symbol
    self.nuclearCharge = nuclearCharge
    self.atomicMass = atomicMass
    self.density = density
    self.radiationLength = radiationLength
  }

  /// Atoms per area in one radiation length, in GeV^2: N_A X0/A.
  public var atomsPerRadiationLength: Double {
    PhysicalConstants.avogadro.value * radiationLength.value / atomicMass.value / (NaturalUnits.centimetre * NaturalUnits.centimetre)
  }

  /// One radiation length in metres.
  public var radiationLengthMetres: Double { 1e-2 * radiationLength.value / density.value }

  public var inputs: [Input] { [nuclearCharge, atomicMass, density, radiationLength] }
}
