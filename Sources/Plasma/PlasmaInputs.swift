import Units

/// Numbers from outside that the plasma kernels use.
public enum PlasmaInputs {
  private static let slater = "J. C. Slater, Phys. Rev. 36 (1930) 57, rules for screening constants"
  public static let slaterK = Input("screening of a 1s electron by the other", 0.30, source: slater, status: .recalled)
  public static let slaterSame = Input("screening by an electron of the same shell, n > 1", 0.35, source: slater, status: .recalled)
  public static let slaterInner = Input("screening by an electron of the shell below", 0.85, source: slater, status: .recalled)

  private static let hydrogen = "hydrogen, averaged over orbital momentum (Bethe & Salpeter, Quantum Mechanics of One- and Two-Electron Atoms)"
  public static let strength12 = Input("oscillator strength n = 1 to 2", 0.4162, source: hydrogen, status: .recalled)
  public static let strength13 = Input("oscillator strength n = 1 to 3", 0.0791, source: hydrogen, status: .recalled)
  public static let strength23 = Input("oscillator strength n = 2 to 3", 0.6407, source: hydrogen, status: .recalled)
  public static let lineSpread = Input(
    "relative width of a band of lines", 0.1,
    source:
      "spread of line energies over neighbouring ion stages, 2 % (iron K) to 12 % (oxygen, 0.574 and 0.654 keV); equals the energy resolution of the rate table",
    status: .derived)

  public static let all = [slaterK, slaterSame, slaterInner, strength12, strength13, strength23, lineSpread]
}
