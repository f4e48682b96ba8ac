import EarlyUniverse

/// Mesons per decay, or annihilation, of a particle, before they decay themselves.
public struct MesonMultiplicity: Sendable, Hashable {
  public var positivePions: Double
  public var negativePions: Double
  public var positiveKaons: Double
  public var negativeKaons: Double
  /// Half of the neutral kaons.
  public var longKaons: Double

  public init(positivePions: Double = 0, negativePions: Double = 0, positiveKaons: Double = 0, negativeKaons: Double = 0, longKaons: Double = 0) {
    self.positivePions = positivePions
    self.negativePions = negativePions
    self.positiveKaons = positiveKaons
    self.negativeKaons = negativeKaons
    self.longKaons = longKaons
  }

  /// Of a decay: charge conjugates come in equal numbers.
  public init(_ decay: InjectedDecay) {
    let (pions, kaons) = (0.5 * decay.number(of: .chargedPion), 0.5 * decay.number(of: .chargedKaon))
    self.init(positivePions: pions, negativePions: pions, positiveKaons: kaons, negativeKaons: kaons, longKaons: decay.number(of: .longKaon))
  }

  var isEmpty: Bool { [positivePions, negativePions, positiveKaons, negativeKaons, longKaons].allSatisfy { $0 == 0 } }
  var isValid: Bool { [positivePions, negativePions, positiveKaons, negativeKaons, longKaons].allSatisfy { $0.isFinite && $0 >= 0 } }
}
