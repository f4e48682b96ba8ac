import Units

/// Numbers from outside that the plasma kernels use.
public enum PlasmaInputs {
  private static let slater = "J. C. Slater, Phys. Rev. 36 (1930) 57, rules for screening constants"
  public static let slaterK = Input("screening of a 1s electron by the other", 0.30, source: slater, status: .recalled)
  public static let slaterSame = Input("screening by an electron of the same shell, n > 1", 0.35, source: slater, status: .recalled)
  public static let slaterInner = Input("screening by an electron of the shell below", 0.85, source: slater, status: .recalled)

  public static let all = [slaterK, slaterSame, slaterInner]
}
