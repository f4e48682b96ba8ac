import Foundation
import Portals
import Units

/// What a portal's particle is made of and by, at one mass and one coupling.
struct PortalProduction {
  let particle: RelicParticle
  let processes: [any ProductionProcess]
  /// Every rate grows with the coupling on the axis to this power.
  let couplingPower: Double
  /// Coupling on the axis for which the processes were made.
  let reference: Double
  /// Widths at the reference coupling; no partials for a stable particle.
  let widths: DecayWidths

  /// - Parameters:
  ///   - mass: on the model's axis in GeV.
  ///   - range: temperatures in GeV for which densities are asked.
  /// - Throws: ``Portals/ModelError/outsideValidity(quantity:value:allowed:reason:)`` where the portal does not answer, or its particle is not one of the
  /// early Universe.
  init(_ portal: Portal, mass: Double, range: ClosedRange<Double>) throws {
    switch portal {
    case .vector(let vector): self = try .vector(vector, mass, range)
    case .scalar(let scalar): self = try .scalar(scalar, mass)
    case .pseudoscalar(let pseudoscalar): self = try .pseudoscalar(pseudoscalar, mass)
    case .heavyNeutralLepton(let lepton): self = try .neutralLepton(lepton, mass)
    case .dipole(let dipole): self = try .dipole(dipole, mass)
    case .millicharged(let millicharged): self = try .millicharged(millicharged, mass, range)
    case .darkMatter(let matter): self = try .darkMatter(matter, mass, range)
    case .darkHiggs:
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "none for this model", reason: "the abundance of a scalar together with its vector is not computed")
    case .inelastic, .neutron:
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "none for this model",
        reason: "the abundance of a pair of states that convert into each other is not computed")
    }
  }

  init(particle: RelicParticle, processes: [any ProductionProcess], couplingPower: Double, reference: Double, widths: DecayWidths) {
    self.particle = particle
    self.processes = processes
    self.couplingPower = couplingPower
    self.reference = reference
    self.widths = widths
  }

  // MARK: What all decaying particles share

  /// An inverse decay for every open channel, hadrons counted once.
  ///
  /// - Parameter medium: factor on the width of a channel at a temperature.
  static func inverseDecays(
    _ particle: RelicParticle, _ widths: DecayWidths, medium: (String) -> (@Sendable (Double) -> Double)? = { _ in nil }
  ) -> [any ProductionProcess] {
    widths.partials.filter { !$0.isPartOfHadrons && $0.width > 0 && hasInverse($0) }.map { partial in
      let (products, contact) = products(of: partial.finalState, mass: particle.mass)
      return InverseDecay(
        name: "inverse decay \(partial.finalState)", particle: particle, width: partial.width, products: products, contact: contact,
        medium: medium(partial.finalState))
    }
  }

  /// Whether the bath has what this channel ends in.
  static func hasInverse(_ partial: DecayWidths.Partial) -> Bool { partial.finalState != "invisible" && partial.finalState != "chi chibar" }

  /// What a decay with this final state, and its inverse, touches.
  static func contact(of finalState: String) -> ThermalSpecies.Contact { products(of: finalState, mass: 0).1 }

  private static func products(of finalState: String, mass: Double) -> (InverseDecay.Products, ThermalSpecies.Contact) {
    switch finalState {
    case "e+ e-": return (.fermions(PhysicalConstants.electronMass.value), .electromagnetic)
    case "mu+ mu-": return (.fermions(PhysicalConstants.muonMass.value), .electromagnetic)
    case "tau+ tau-": return (.fermions(PhysicalConstants.tauMass.value), .electromagnetic)
    case "t tbar": return (.fermions(AbundanceInputs.top.value), .electromagnetic)
    case "gamma gamma": return (.bosons(0), .electromagnetic)
    case "nu nubar": return (.fermions(0), .neutrinos)
    case "nu nu nubar": return (.other, .neutrinos)
    case "nu gamma": return (.fermionAndPhoton, .electromagnetic)
    // Pairs of pions at low mass, pairs of quarks above.
    case "hadrons":
      let pion = PhysicalConstants.chargedPionMass.value
      return (mass < 2 * pion ? .other : mass < 1.5 ? .bosons(pion) : .fermions(0), .electromagnetic)
    default: return (.other, .electromagnetic)
    }
  }

  /// Decays of light hadrons of the bath, from ``Portals/ParticlePhysics/production(mass:coupling:)``.
  static func hadronDecays(_ physics: any ParticlePhysics, axisMass: Double, mass: Double, coupling: Double) throws -> [any ProductionProcess] {
    let parents: [String: (mass: Double, width: Double, states: Double)] = [
      "pi+": (PhysicalConstants.chargedPionMass.value, AbundanceInputs.chargedPionWidth.value, 2),
      "pi0": (PhysicalConstants.neutralPionMass.value, AbundanceInputs.neutralPionWidth.value, 1),
      "eta": (AbundanceInputs.eta.value, AbundanceInputs.etaWidth.value, 1),
      "K+": (AbundanceInputs.chargedKaon.value, AbundanceInputs.chargedKaonWidth.value, 2),
      "K_L": (AbundanceInputs.neutralKaon.value, AbundanceInputs.longKaonWidth.value, 1),
      "K_S": (AbundanceInputs.neutralKaon.value, AbundanceInputs.shortKaonWidth.value, 1),
    ]
    let channels = try physics.production(mass: axisMass, coupling: coupling)
    return channels.compactMap { channel in
      guard let parent = parents[channel.parent], channel.branchingRatio > 0, parent.mass > mass else { return nil }
      return HadronDecay(name: channel.name, parentMass: parent.mass, rate: parent.states * parent.width * channel.branchingRatio, mass: mass)
    }
  }
}
