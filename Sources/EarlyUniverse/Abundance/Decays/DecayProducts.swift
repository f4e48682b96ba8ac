import Foundation
import Units

extension DecayEnergySplit {
  /// A particle in a final state.
  struct Product: Sendable {
    /// GeV.
    let mass: Double
    /// Where its energy goes when it decays at rest.
    let restFractions: Fractions
    /// Whether the plasma stops it before it decays: charged and longer-lived than 1e-9 s.
    let stops: Bool
    /// A charged pion or kaon.
    let isCharged: Bool

    init(_ mass: Double, _ fractions: Fractions = Fractions(), stops: Bool = false, isCharged: Bool = false) {
      self.mass = mass
      restFractions = fractions
      self.stops = stops
      self.isCharged = isCharged
    }

    static let electron = Product(PhysicalConstants.electronMass.value)
    static let photon = Product(0)
    static let neutrino = Product(0, DecayEnergySplit.neutrinos(1))
    /// mu -> e nu nubar, unpolarised, m_e = 0: mean energies 7/20, 3/10 (nu_e) and 7/20 (nu_mu) of m_mu.
    static let muon = Product(PhysicalConstants.muonMass.value, Fractions(electronNeutrino: 0.30, muonNeutrino: 0.35), stops: true)

    /// pi -> mu nu: the neutrino has (m_pi^2 - m_mu^2)/(2 m_pi^2), 21 %; the muon stops and decays.
    static let pion: Product = {
      let (m, l) = (PhysicalConstants.chargedPionMass.value, PhysicalConstants.muonMass.value)
      let neutrino = (m * m - l * l) / (2 * m * m)
      let stopped = l / m
      return Product(m, Fractions(electronNeutrino: 0.30 * stopped, muonNeutrino: neutrino + 0.35 * stopped), stops: true, isCharged: true)
    }()

    static let neutralPion = Product(PhysicalConstants.neutralPionMass.value)

    /// K+ by its six largest decays; three bodies share the kinetic energy evenly; pions and muons from it stop and decay.
    static let kaon: Product = {
      let m = AbundanceInputs.chargedKaon.value
      let (pi, l, zero) = (PhysicalConstants.chargedPionMass.value, PhysicalConstants.muonMass.value, PhysicalConstants.neutralPionMass.value)
      let fromMuon = muon.restFractions.scaled(l / m)
      let fromPion = pion.restFractions.scaled(pi / m)
      func neutrino(_ energy: Double, muon: Bool) -> Fractions { muon ? Fractions(muonNeutrino: energy / m) : Fractions(electronNeutrino: energy / m) }
      let modes: [(Double, Fractions)] = [
        (AbundanceInputs.kaonMuon.value, fromMuon + neutrino((m * m - l * l) / (2 * m), muon: true)),
        (AbundanceInputs.kaonTwoPions.value, fromPion),
        (AbundanceInputs.kaonThreeCharged.value, fromPion.scaled(3)),
        (AbundanceInputs.kaonElectron.value, neutrino((m - zero) / 3, muon: false)),
        (AbundanceInputs.kaonMuonPion.value, fromMuon + neutrino((m - zero - l) / 3, muon: true)),
        (AbundanceInputs.kaonOneCharged.value, fromPion),
      ]
      let total = modes.reduce(0) { $0 + $1.0 }
      let sum = modes.reduce(Fractions()) { $0 + $1.1.scaled($1.0 / total) }
      return Product(m, sum, stops: true, isCharged: true)
    }()

    /// K_L and K_S in equal parts, as pions with one third neutral.
    static let neutralKaon: Product = {
      let m = AbundanceInputs.neutralKaon.value
      let pi = PhysicalConstants.chargedPionMass.value
      return Product(m, pion.restFractions.scaled(2.0 / 3 * 2.5 * pi / m))
    }()

    /// tau: a third of the energy in nu_tau; a third of the decays are leptonic, whose neutrino takes another third and whose muon decays; pions in the
    /// rest, 10 % accuracy.
    static let tau: Product = {
      let leptonic = AbundanceInputs.tauLeptonic.value
      let electron = Fractions(electronNeutrino: 0.30)
      let muonic = Fractions(muonNeutrino: 0.30) + muon.restFractions.scaled(0.35)
      let hadronic = pion.restFractions.scaled(AbundanceInputs.tauPions.value)
      let sum = electron.scaled(leptonic / 2) + muonic.scaled(leptonic / 2) + hadronic.scaled(1 - leptonic)
      return Product(PhysicalConstants.tauMass.value, sum + Fractions(tauNeutrino: AbundanceInputs.tauNeutrino.value))
    }()

    static let named: [String: Product] = [
      "e+": electron, "e-": electron, "e": electron, "mu+": muon, "mu-": muon, "mu": muon, "tau+": tau, "tau-": tau, "tau": tau, "gamma": photon,
      "nu": neutrino, "nubar": neutrino, "pi+": pion, "pi-": pion, "pi": pion, "pi0": neutralPion, "K+": kaon, "K-": kaon, "K": kaon,
      "K0": neutralKaon, "K0bar": neutralKaon, "K_S": neutralKaon, "K_L": neutralKaon, "Kbar0": neutralKaon,
      "eta": Product(AbundanceInputs.eta.value, pion.restFractions.scaled(AbundanceInputs.etaPions.value)),
    ]
  }
}
