import Likelihoods

extension ProtoNeutronStarProfile {
  /// Every profile, the default first.
  public static let all: [ProtoNeutronStarProfile] = [changEssigMcDermott, fischer2018, deRocco2019]

  /// The discrete choice between them; the combination profiles over it once.
  public static let variant = Variant("sn1987a.profile", options: all.map { Variant.Option($0.name, $0.meaning) })
}
