import Units

/// The three charged leptons with their neutrinos.
public enum LeptonFlavour: Int, Sendable, Hashable, CaseIterable {
  case electron, muon, tau

  /// Name in final states: `e`, `mu`, `tau`.
  public var symbol: String {
    switch self {
    case .electron: "e"
    case .muon: "mu"
    case .tau: "tau"
    }
  }

  /// Mass of the charged lepton in GeV.
  public var mass: Double {
    switch self {
    case .electron: PhysicalConstants.electronMass.value
    case .muon: PhysicalConstants.muonMass.value
    case .tau: PhysicalConstants.tauMass.value
    }
  }
}
