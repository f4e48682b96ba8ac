import Foundation
import Portals

extension AbundanceCalculation {
  /// The particle for ``UniverseContent/interacting``: the same rates with the temperatures of photons and neutrinos that it changes itself.
  ///
  /// Where it is reheated above the start of the history, 30 MeV by default, it enters with the number and the momenta that it has there.
  public func interactingSpecies(_ relic: RelicAbundance, startTemperature: Double = ThermalHistory.Settings().startTemperature) -> InteractingSpecies {
    let reheating = settings.reheatingTemperature * 1e3
    let start = startTemperature * 1e-3
    let atStart = reheating > startTemperature ? relic.entropyYield(atTemperature: start) : 0
    let later = relic.evolution.filter { $0.temperature <= start }
    let largest = max(atStart, later.reduce(0) { max($0, $1.entropyYield) })
    let lifetime = relic.widths.lifetimeSeconds
    return InteractingSpecies(
      lifetime: lifetime, reheating: reheating, startYield: atStart, startEnergy: relic.meanEnergy(atTemperature: start) * 1e3,
      scale: .init(largest: largest, smallest: min(largest, relic.frozenYield ?? largest)), rates: contactRates,
      strength: strength(coupling: relic.coupling), unbalanced: Self.unbalancedWidth(relic.widths) * 1e3,
      plasmaShares: shares(of: .electromagnetic, lifetime), neutrinoShares: shares(of: .neutrinos, lifetime))
  }

  /// Couplings at which decays keep the particle in equilibrium with plasma or neutrinos, up to 1e-5, for as long as it is there, and at which it does not touch the other: one coupling is as good as
  /// another there. `nil` where there are none. A particle that touches both ties their temperatures together the longer, the stronger it couples.
  public var couplingsOfFullContact: ClosedRange<Double>? {
    guard Self.unbalancedWidth(referenceWidths) == 0 else { return nil }
    let rates = contactRates.decays(below: min(settings.reheatingTemperature * 1e3, ThermalHistory.Settings().startTemperature))
    guard rates.kept > 0 else { return nil }
    func coupling(_ strength: Double) -> Double { reference * pow(strength, 1 / couplingPower) }
    let (from, to) = (coupling(InteractingGas.fastest / rates.kept), rates.other > 0 ? coupling(Self.noContact / rates.other) : .greatestFiniteMagnitude)
    return from < to ? from...to : nil
  }

  /// Energy that passes to the other per e-fold, of all that there is, that changes nothing.
  private static let noContact = 1e-3

  /// Of the energy of the decays that touch plasma or neutrinos; of none, all to them.
  private func shares(of contact: ThermalSpecies.Contact, _ lifetime: Double?) -> DecayingSpecies.EnergyShares {
    let partials = referenceWidths.partials.filter { PortalProduction.hasInverse($0) && PortalProduction.contact(of: $0.finalState) == contact }
    guard partials.contains(where: { $0.width > 0 }) else {
      return contact == .electromagnetic
        ? .electromagneticOnly : .init(electromagnetic: 0, electronNeutrino: 1.0 / 3, muonNeutrino: 1.0 / 3, tauNeutrino: 1.0 / 3)
    }
    let widths = DecayWidths(mass: referenceWidths.mass, coupling: referenceWidths.coupling, partials: partials)
    return InjectedDecay(widths, mass: particle.mass).shares(stopped: (lifetime ?? 0) < InjectedDecay.stoppedUntil)
  }
}
