/// Energies in MeV that a chain of decays gives to neutrinos and to dark radiation; the rest is the plasma's.
struct EnergyBooks {
  private var electronNeutrino = 0.0
  private var muonNeutrino = 0.0
  private var tauNeutrino = 0.0
  private var dark = 0.0

  /// - Parameter energy: of the parent, whose products share it as they do at rest.
  mutating func add(_ state: FinalState, parent mass: Double, energy: Double, number: Double, stopped: Bool) {
    for (i, slot) in state.slots.enumerated() {
      let mean = state.meanEnergy(i, parent: mass)
      for member in slot.members {
        let own = max(member.particle.mass, mean + member.particle.mass - slot.mass) * energy / mass
        add(member.particle, energy: own, number: number * slot.number * member.probability, stopped: stopped)
      }
    }
  }

  private mutating func add(_ particle: InjectedParticle, energy: Double, number: Double, stopped: Bool) {
    switch particle {
    case .electronNeutrino: electronNeutrino += number * energy
    case .muonNeutrino: muonNeutrino += number * energy
    case .tauNeutrino: tauNeutrino += number * energy
    case .dark: dark += number * energy
    default:
      let left = stopped && particle.isStopped ? particle.mass : energy
      for mode in particle.modes { add(mode.products, parent: particle.mass, energy: left, number: number * mode.fraction, stopped: stopped) }
    }
  }

  func shares(of mass: Double) -> DecayingSpecies.EnergyShares {
    let (e, m, t, d) = (electronNeutrino / mass, muonNeutrino / mass, tauNeutrino / mass, dark / mass)
    return DecayingSpecies.EnergyShares(electromagnetic: 1 - e - m - t - d, electronNeutrino: e, muonNeutrino: m, tauNeutrino: t, dark: d)
  }
}
