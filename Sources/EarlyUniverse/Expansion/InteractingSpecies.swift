/// A particle that plasma and neutrinos make, keep in equilibrium for a while or for as long as it is there, and that decays or is left over: freeze-in, freeze-out and everything between.
///
/// ``AbundanceCalculation/interactingSpecies(_:)`` makes it from a portal; what follows is in ``InteractingGas``.
public struct InteractingSpecies: Sendable, Hashable {
  /// In MeV.
  public var mass: Double { rates.particle.mass * 1e3 }
  /// In seconds; `nil` where it is stable.
  public let lifetime: Double?
  /// Photon temperature in MeV above which there is none of it and none is made.
  public let reheating: Double
  /// n/s with the entropy of the Standard Model at the start of the history; zero where it is reheated later.
  public let startYield: Double
  /// Mean energy in MeV at the start.
  let startEnergy: Double
  /// The largest n/s that it has in the history, roughly, and the smallest that matters: what its integration is accurate to.
  let scale: Scale
  let rates: ContactRates
  /// On the rates.
  let strength: Double
  /// MeV. Decays that no process is the inverse of: their products are decoupled.
  let unbalanced: Double
  /// Where the energy of decays goes whose products touch the plasma.
  let plasmaShares: DecayingSpecies.EnergyShares
  /// Where that of decays into neutrinos goes.
  let neutrinoShares: DecayingSpecies.EnergyShares

  struct Scale: Hashable {
    let largest: Double
    let smallest: Double
  }

  /// Of collisions: a fermion becomes a neutrino there, and divides its energy about as a decay does.
  var collisionShares: DecayingSpecies.EnergyShares { rates.particle.statistics == .fermion ? plasmaShares : .electromagneticOnly }

  public static func == (a: Self, b: Self) -> Bool {
    a.rates === b.rates && a.strength == b.strength && a.unbalanced == b.unbalanced && a.startYield == b.startYield && a.startEnergy == b.startEnergy
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(rates))
    hasher.combine(strength)
  }

  func shares(of contact: ThermalSpecies.Contact) -> DecayingSpecies.EnergyShares { contact == .electromagnetic ? plasmaShares : neutrinoShares }
}
