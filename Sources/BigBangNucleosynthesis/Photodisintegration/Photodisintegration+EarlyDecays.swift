import EarlyUniverse

extension Photodisintegration {
  /// The decays without those before T_gamma has fallen to 10^0.5 T_gamma(t = tau), that is before a tenth of the lifetime: 9.5 % of all.
  ///
  /// ACROPOLIS leaves these out (its temperature range starts there); with them gone both compute the same thing. Physics keeps them.
  /// - Parameter decays: per volume and time at the history's epochs.
  /// - Throws: ``NucleosynthesisError`` for another number of decays than epochs, ``NumericsError`` when the history ends before the lifetime.
  public static func withoutEarlyDecays(_ decays: [Double], _ history: ThermalHistory, lifetime: Double) throws -> [Double] {
    guard decays.count == history.epochs.count else {
      throw NucleosynthesisError.history(reason: "it has \(history.epochs.count) epochs for \(decays.count) rates of decay")
    }
    let hottest = 10.0.squareRoot() * (try history.epoch(atTime: lifetime).photonTemperature)
    return zip(history.epochs, decays).map { $0.photonTemperature > hottest ? 0 : $1 }
  }
}
