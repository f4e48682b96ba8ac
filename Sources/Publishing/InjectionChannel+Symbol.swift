import EarlyUniverse

extension InjectionChannel {
  /// The pair as gnuplot's enhanced text shows it.
  public var symbol: String {
    switch self {
    case .electrons: "e^+e^-"
    case .photons: "γγ"
    case .muons: "μ^+μ^-"
    case .chargedPions: "π^+π^-"
    case .neutralPions: "π^0π^0"
    case .chargedKaons: "K^+K^-"
    case .electronNeutrinos: "ν_eν\u{304}_e"
    case .muonNeutrinos: "ν_μν\u{304}_μ"
    case .tauNeutrinos: "ν_τν\u{304}_τ"
    case .neutrinos: "νν\u{304}"
    }
  }
}
