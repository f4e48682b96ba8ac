/// Conversion factors between laboratory units and powers of GeV (hbar = c = k_B = 1), and the values of the constants that kernels use most.
///
/// Multiply a number in the named unit by the factor to get natural units: `lengthCentimetres * NaturalUnits.centimetre` is in 1/GeV.
public enum NaturalUnits {
  /// 1 m in 1/GeV.
  public static let metre = 1 / PhysicalConstants.hbarC.value
  /// 1 cm in 1/GeV.
  public static let centimetre = 1e-2 * metre
  /// 1 s in 1/GeV.
  public static let second = 1 / PhysicalConstants.hbar.value
  /// 1 K in GeV.
  public static let kelvin = PhysicalConstants.boltzmann.value
  /// 1 g in GeV: (1 u in g)^-1 times u in GeV.
  public static let gram = PhysicalConstants.avogadro.value * PhysicalConstants.atomicMass.value
  /// 1 erg in GeV: 1e-7 J / e / 1e9.
  public static let erg = 1e-7 / PhysicalConstants.elementaryCharge.value * 1e-9
  /// 1 mb in 1/GeV^2.
  public static let millibarn = 1e-27 * centimetre * centimetre
  /// 1 erg/s in GeV^2.
  public static let ergPerSecond = erg / second
  /// 1 particle per cm^3 in GeV^3.
  public static let perCubicCentimetre = 1 / (centimetre * centimetre * centimetre)
  /// 1 g/cm^3 in GeV^4.
  public static let gramPerCubicCentimetre = gram * perCubicCentimetre

  public static let electronvolt = 1e-9
  public static let kiloElectronvolt = 1e-6
  public static let megaElectronvolt = 1e-3

  /// Fine-structure constant at zero momentum transfer.
  public static let alpha = PhysicalConstants.fineStructure.value
  /// Electric charge unit e = sqrt(4 pi alpha), Heaviside-Lorentz.
  public static let electricCharge = (4 * Double.pi * alpha).squareRoot()
  public static let electronMass = PhysicalConstants.electronMass.value
}
