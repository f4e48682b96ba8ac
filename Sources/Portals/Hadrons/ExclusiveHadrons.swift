/// The exclusive final states below 2 GeV, their tables built once.
struct ExclusiveHadrons: Sendable {
  /// The tables end here, GeV^2; above, perturbation theory holds.
  static let highestSquaredMass = 5.0

  let channels: [HadronicChannel]

  /// - Parameter formFactor: which pion form factor.
  init(_ formFactor: PionFormFactor) throws {
    let twoPion =
      switch formFactor {
      case .dualTower: try TwoPionChannel.dualTower()
      case .babar: TwoPionChannel.babar()
      }
    channels = [twoPion] + (try Self.others.get())
  }

  private static let others: Result<[HadronicChannel], any Error> = Result {
    try [ThreePionChannel.channel(), PhotonChannels.pionPhoton, PhotonChannels.etaPhoton] + KaonPairChannels.channels()
      + [VectorPseudoscalarChannels.omegaPion] + FourPionChannels.channels() + ManyHadronChannels.channels()
      + [VectorPseudoscalarChannels.omegaEta, VectorPseudoscalarChannels.phiEta]
  }
}

/// Published pion form factors; the default is the one without vacuum polarisation.
public enum PionFormFactor: String, Sendable, Hashable, CaseIterable {
  /// arXiv:1002.0279.
  case dualTower = "dual-tower"
  /// arXiv:1205.2228; keeps vacuum polarisation, 2 to 6 % above.
  case babar
}
