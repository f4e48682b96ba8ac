import Foundation
import Portals
import Units

/// Where the energy of a decay ends, electromagnetic energy or neutrinos by flavour, averaged over the final states with their widths.
///
/// Products of a final state share the energy: two bodies exactly, more with equal kinetic energies. A charged muon, pion or kaon that is stopped before it
/// decays (the plasma does that while
/// it is full of electrons and positrons, ``stoppingEnds``) gives its kinetic energy to photons and its mass to its decay products; one that decays in
/// flight gives all its energy in the
/// proportions of a decay at rest. Neutrinos of a three-body decay of N carry its flavour sum. Parts of `hadrons` that are not computed one by one count as
/// pions, a third of them neutral.
public struct DecayEnergySplit: Sendable, Hashable {
  /// Lifetime in seconds beyond which charged mesons and muons decay before they stop: T falls below 30 keV, electrons and positrons are gone.
  public static let stoppingEnds = 1e3

  public let shares: DecayingSpecies.EnergyShares
  /// Share of the energy that passes through charged pions and kaons.
  public let mesonShare: Double

  /// - Parameter mass: of the particle that decays, GeV.
  public init(_ widths: DecayWidths, mass: Double, decaysInFlight: Bool) {
    var total = 0.0
    var sum = Fractions()
    for partial in widths.partials where !partial.isPartOfHadrons && partial.width > 0 {
      total += partial.width
      let part: Fractions
      if partial.finalState == "hadrons" {
        part = Self.hadrons(widths, mass: mass, inFlight: decaysInFlight)
      } else {
        part = Self.finalState(partial.finalState, mass: mass, inFlight: decaysInFlight) ?? Self.pions(mass, inFlight: decaysInFlight)
      }
      sum = sum + part.scaled(partial.width)
    }
    guard total > 0 else {
      shares = .electromagneticOnly
      mesonShare = 0
      return
    }
    let mean = sum.scaled(1 / total)
    shares = DecayingSpecies.EnergyShares(
      electromagnetic: 1 - mean.electronNeutrino - mean.muonNeutrino - mean.tauNeutrino - mean.dark, electronNeutrino: mean.electronNeutrino,
      muonNeutrino: mean.muonNeutrino, tauNeutrino: mean.tauNeutrino, dark: mean.dark)
    mesonShare = mean.mesons
  }

  /// Fractions of an energy; the rest is electromagnetic.
  struct Fractions: Sendable, Hashable {
    var electronNeutrino = 0.0
    var muonNeutrino = 0.0
    var tauNeutrino = 0.0
    var dark = 0.0
    var mesons = 0.0

    static func + (a: Fractions, b: Fractions) -> Fractions {
      Fractions(
        electronNeutrino: a.electronNeutrino + b.electronNeutrino, muonNeutrino: a.muonNeutrino + b.muonNeutrino, tauNeutrino: a.tauNeutrino + b.tauNeutrino,
        dark: a.dark + b.dark, mesons: a.mesons + b.mesons)
    }

    func scaled(_ f: Double) -> Fractions {
      Fractions(
        electronNeutrino: f * electronNeutrino, muonNeutrino: f * muonNeutrino, tauNeutrino: f * tauNeutrino, dark: f * dark, mesons: f * mesons)
    }
  }

  /// The products that were computed one by one; pions for the rest.
  private static func hadrons(_ widths: DecayWidths, mass: Double, inFlight: Bool) -> Fractions {
    var sum = Fractions()
    var total = 0.0
    for partial in widths.partials where partial.isPartOfHadrons && partial.width > 0 && partial.finalState != "pi pi" {
      guard let part = finalState(partial.finalState, mass: mass, inFlight: inFlight) else { continue }
      sum = sum + part.scaled(partial.width)
      total += partial.width
    }
    let inclusive = max(widths.width("hadrons"), total)
    guard inclusive > 0 else { return sum }
    return (sum + pions(mass, inFlight: inFlight).scaled(inclusive - total)).scaled(1 / inclusive)
  }

  /// Pions in equal parts of the three charges, as many as share the energy at a mean kinetic energy of their mass (above 1 GeV: a jet's soft spectrum is
  /// not followed).
  private static func pions(_ mass: Double, inFlight: Bool) -> Fractions {
    let pion = PhysicalConstants.chargedPionMass.value
    let number = max(2, mass / (2 * pion))
    return product(.pion, energy: mass / number, inFlight: inFlight).scaled(2.0 / 3 * number / mass)
  }

  /// Products of a named final state; `nil` for a name that is not understood.
  static func finalState(_ name: String, mass: Double, inFlight: Bool) -> Fractions? {
    switch name {
    case "nu nubar", "nu nu nubar": return neutrinos(1)
    case "invisible", "chi chibar": return Fractions(dark: 1)
    case "g g", "c cbar", "b bbar", "s sbar", "u ubar", "d dbar", "t tbar", "W+ W-", "Z h": return pions(mass, inFlight: inFlight)
    default: break
    }
    var products: [Product] = []
    for token in name.split(separator: " ") {
      guard let found = Product.named[String(token)] else { return nil }
      products.append(found)
    }
    let rest = products.reduce(0) { $0 + $1.mass }
    guard products.count >= 2 else { return nil }
    let kinetic = max(0, mass - rest)
    var sum = Fractions()
    for (i, item) in products.enumerated() {
      let energy: Double
      if products.count == 2 {
        let other = products[1 - i].mass
        energy = (mass * mass + item.mass * item.mass - other * other) / (2 * mass)
      } else {
        energy = item.mass + kinetic / Double(products.count)
      }
      sum = sum + product(item, energy: energy, inFlight: inFlight).scaled(1 / mass)
    }
    return sum
  }

  /// Energy (not a fraction) in each form from one product of a total energy.
  private static func product(_ item: Product, energy: Double, inFlight: Bool) -> Fractions {
    let decaying = item.stops && !inFlight ? item.mass : energy
    var fractions = item.restFractions.scaled(decaying)
    if item.isCharged { fractions.mesons = energy }
    return fractions
  }

  /// An even mixture of flavours: what oscillations and the thermal bath make of an unspecified neutrino.
  static func neutrinos(_ f: Double) -> Fractions { Fractions(electronNeutrino: f / 3, muonNeutrino: f / 3, tauNeutrino: f / 3) }
}
