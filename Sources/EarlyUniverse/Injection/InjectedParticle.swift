import Portals
import Units

/// A particle among the products of a decay in the early Universe. Charge conjugates are one: they come in equal numbers.
public enum InjectedParticle: Int, Sendable, Hashable, CaseIterable {
  case photon, electron, electronNeutrino, muonNeutrino, tauNeutrino
  /// Decoupled radiation.
  case dark
  // From light to heavy, so that decays go towards the front.
  case muon, neutralPion, chargedPion, chargedKaon, longKaon, shortKaon, eta, neutralRho, chargedRho, omega, chargedKStar, neutralKStar, etaPrime, phi, tau

  /// In MeV.
  public var mass: Double {
    switch self {
    case .photon, .electronNeutrino, .muonNeutrino, .tauNeutrino, .dark: 0
    case .electron: EarlyUniverseInputs.electronMass
    case .muon: EarlyUniverseInputs.muonMass
    case .neutralPion: EarlyUniverseInputs.neutralPionMass
    case .chargedPion: EarlyUniverseInputs.chargedPionMass
    case .chargedKaon: EarlyUniverseInputs.chargedKaonMass.value
    case .longKaon, .shortKaon: MesonInputs.neutralKaon.value * 1e3
    case .eta: MesonInputs.eta.value * 1e3
    case .neutralRho, .chargedRho: MesonInputs.rho.value * 1e3
    case .omega: MesonInputs.omega.value * 1e3
    case .chargedKStar: MesonInputs.chargedKStar.value * 1e3
    case .neutralKStar: MesonInputs.neutralKStar.value * 1e3
    case .etaPrime: MesonInputs.etaPrime.value * 1e3
    case .phi: MesonInputs.phi.value * 1e3
    case .tau: PhysicalConstants.tauMass.value * 1e3
    }
  }

  /// Whether it lives so long (10 ns and more) that nucleons or the plasma meet it before it decays.
  public var isLongLived: Bool { isStopped || self == .longKaon }

  /// Whether a plasma with electrons and positrons stops it before it decays: charged and long-lived.
  public var isStopped: Bool { self == .muon || self == .chargedPion || self == .chargedKaon }

  var isNeutrino: Bool { flavour != nil }

  /// Of a neutrino.
  var flavour: LeptonFlavour? {
    switch self {
    case .electronNeutrino: .electron
    case .muonNeutrino: .muon
    case .tauNeutrino: .tau
    default: nil
    }
  }

  /// How it decays, with fractions that add up to one; empty for what does not.
  public var modes: [(fraction: Double, products: FinalState)] { Self.tables[rawValue] }

  private static let tables: [[(fraction: Double, products: FinalState)]] = allCases.map { particle in
    let modes = particle.largestModes
    let total = modes.reduce(0) { $0 + $1.0 }
    return modes.map { (fraction: $0.0 / total, products: $0.1) }
  }

  private var largestModes: [(Double, FinalState)] {
    typealias BR = HadronDecayInputs
    func state(_ bodies: InjectedParticle...) -> FinalState { FinalState(bodies.map { .particle($0) }) }
    switch self {
    case .photon, .electron, .electronNeutrino, .muonNeutrino, .tauNeutrino, .dark: return []
    case .muon: return [(1, .muonDecay)]
    case .neutralPion: return [(1, state(.photon, .photon))]
    case .chargedPion: return [(1, state(.muon, .muonNeutrino))]
    case .chargedKaon:
      let fractions = EarlyUniverseInputs.kaonModes.map(\.value)
      let states = [
        state(.muon, .muonNeutrino), state(.chargedPion, .neutralPion), state(.chargedPion, .chargedPion, .chargedPion),
        state(.chargedPion, .neutralPion, .neutralPion), state(.neutralPion, .electron, .electronNeutrino), state(.neutralPion, .muon, .muonNeutrino),
      ]
      return Array(zip(fractions, states))
    case .longKaon:
      return [
        (BR.longElectron.value, state(.chargedPion, .electron, .electronNeutrino)), (BR.longMuon.value, state(.chargedPion, .muon, .muonNeutrino)),
        (BR.longNeutral.value, state(.neutralPion, .neutralPion, .neutralPion)), (BR.longCharged.value, state(.chargedPion, .chargedPion, .neutralPion)),
      ]
    case .shortKaon: return [(BR.shortCharged.value, state(.chargedPion, .chargedPion)), (BR.shortNeutral.value, state(.neutralPion, .neutralPion))]
    case .eta:
      return [
        (BR.etaPhotons.value, state(.photon, .photon)), (BR.etaNeutral.value, state(.neutralPion, .neutralPion, .neutralPion)),
        (BR.etaCharged.value, state(.chargedPion, .chargedPion, .neutralPion)), (BR.etaRadiative.value, state(.chargedPion, .chargedPion, .photon)),
      ]
    case .neutralRho: return [(1, state(.chargedPion, .chargedPion))]
    case .chargedRho: return [(1, state(.chargedPion, .neutralPion))]
    case .omega:
      return [
        (BR.omegaPions.value, state(.chargedPion, .chargedPion, .neutralPion)), (BR.omegaRadiative.value, state(.neutralPion, .photon)),
        (BR.omegaPair.value, state(.chargedPion, .chargedPion)),
      ]
    // Isospin: twice as many charged pions as neutral ones.
    case .chargedKStar:
      return [
        (2.0 / 3, FinalState([.neutralKaon, .particle(.chargedPion)])), (1.0 / 3, state(.chargedKaon, .neutralPion)),
      ]
    case .neutralKStar:
      return [
        (2.0 / 3, state(.chargedKaon, .chargedPion)), (1.0 / 3, FinalState([.neutralKaon, .particle(.neutralPion)])),
      ]
    case .etaPrime:
      return [
        (BR.etaPrimeCharged.value, state(.chargedPion, .chargedPion, .eta)), (BR.etaPrimeNeutral.value, state(.neutralPion, .neutralPion, .eta)),
        (BR.etaPrimeRho.value, state(.neutralRho, .photon)), (BR.etaPrimeOmega.value, state(.omega, .photon)),
        (BR.etaPrimePhotons.value, state(.photon, .photon)),
      ]
    case .phi:
      return [
        (BR.phiCharged.value, state(.chargedKaon, .chargedKaon)), (BR.phiNeutral.value, state(.shortKaon, .longKaon)),
        (BR.phiPions.value, state(.chargedPion, .chargedPion, .neutralPion)), (BR.phiRadiative.value, state(.eta, .photon)),
      ]
    case .tau:
      return [
        (BR.tauElectron.value, state(.electron, .electronNeutrino, .tauNeutrino)), (BR.tauMuon.value, state(.muon, .muonNeutrino, .tauNeutrino)),
        (BR.tauPion.value, state(.chargedPion, .tauNeutrino)), (BR.tauRho.value, state(.chargedRho, .tauNeutrino)),
        (BR.tauTwoNeutral.value, state(.chargedPion, .neutralPion, .neutralPion, .tauNeutrino)),
        (BR.tauThreeCharged.value, state(.chargedPion, .chargedPion, .chargedPion, .tauNeutrino)),
        (BR.tauFour.value, state(.chargedPion, .chargedPion, .chargedPion, .neutralPion, .tauNeutrino)),
      ]
    }
  }
}
