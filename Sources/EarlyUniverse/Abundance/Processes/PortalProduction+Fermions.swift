import Foundation
import Portals
import Units

extension PortalProduction {
  /// Inverse decays, weak collisions with the mixing of the medium, decays of pions and kaons.
  static func neutralLepton(_ portal: HeavyNeutralLeptonPortal, _ mass: Double) throws -> PortalProduction {
    let reference = 1e-6
    let widths = try portal.widths(mass: mass, coupling: reference)
    let particle = RelicParticle(mass: mass, states: portal.nature == .majorana ? 2 : 4, statistics: .fermion)
    var processes = inverseDecays(particle, widths)
    for flavour in LeptonFlavour.allCases where portal.share(flavour) > 0 {
      processes.append(WeakCollisions(mass: mass, flavour: flavour, mixing: reference * portal.share(flavour)))
    }
    processes += try hadronDecays(portal, axisMass: mass, mass: mass, coupling: reference)
    return PortalProduction(particle: particle, processes: processes, couplingPower: 1, reference: reference, widths: widths)
  }

  /// Inverse decay and collisions with charges.
  static func dipole(_ portal: DipolePortal, _ mass: Double) throws -> PortalProduction {
    let reference = 1e-10
    let widths = try portal.widths(mass: mass, coupling: reference)
    let particle = RelicParticle(mass: mass, states: portal.nature == .majorana ? 2 : 4, statistics: .fermion)
    var processes = inverseDecays(particle, widths)
    for fermion in ChargedBath.leptons + ChargedBath.quarks {
      processes.append(MagneticCollisions(name: "collisions with \(fermion.kind)", mass: mass, moment: reference, fermion: fermion))
    }
    return PortalProduction(particle: particle, processes: processes, couplingPower: 2, reference: reference, widths: widths)
  }

  /// Pairs through a photon (and the Z: a pure hypercharge). The particle is stable.
  static func millicharged(_ portal: MillichargedPortal, _ mass: Double, _ range: ClosedRange<Double>) throws -> PortalProduction {
    let reference = 1e-6
    let widths = try portal.widths(mass: mass, coupling: reference)
    let current = portal.current(mass: mass, charge: reference)
    // Widths of a photon of mass sqrt(s): those of a dark photon over epsilon^2, at an epsilon small enough for first order.
    let epsilon = 1e-6
    let pairs = try MediatedPairs(name: "annihilation of pairs", current: current, mediator: 0, highest: highestEnergy(2 * mass, range)) {
      try visibleWidth($0, epsilon: epsilon) / (epsilon * epsilon)
    }
    let states = portal.nature == .fermion ? 4.0 : 2.0
    let particle = RelicParticle(mass: mass, states: states, statistics: portal.nature == .fermion ? .fermion : .boson)
    return PortalProduction(particle: particle, processes: [pairs], couplingPower: 2, reference: reference, widths: widths)
  }

  /// Pairs of chi through the mediator; the particle whose number is followed is chi (with its antiparticle, or both states of a pseudo-Dirac pair), stable.
  static func darkMatter(_ portal: DarkMatterPortal, _ mass: Double, _ range: ClosedRange<Double>) throws -> PortalProduction {
    let mediator = portal.mediatorMass(mass)
    let current = portal.current(mass: mass)
    guard mediator >= current.mass else {
      throw ModelError.outsideValidity(
        quantity: "mass of the mediator in GeV", value: mediator, allowed: "at least the mass of chi, \(current.mass)",
        reason: "annihilation into two mediators is not computed")
    }
    let epsilon = 1e-6
    let reference = portal.couplingAxis == .epsilon ? epsilon : portal.y(epsilon: epsilon)
    let pairs = try MediatedPairs(name: "annihilation of pairs", current: current, mediator: mediator, highest: highestEnergy(current.threshold, range)) {
      try visibleWidth($0, epsilon: epsilon)
    }
    let chi = 0.5 * current.threshold
    let particle: RelicParticle
    switch portal.nature {
    case .dirac, .pseudoDirac: particle = RelicParticle(mass: chi, states: 4, statistics: .fermion)
    case .complexScalar: particle = RelicParticle(mass: chi, states: 2, statistics: .boson)
    case .majorana: particle = RelicParticle(mass: chi, states: 2, statistics: .fermion)
    }
    return PortalProduction(
      particle: particle, processes: [pairs], couplingPower: portal.couplingAxis == .epsilon ? 2 : 1, reference: reference,
      widths: DecayWidths(mass: mass, coupling: reference, partials: []))
  }

  /// Width in GeV of a dark photon of mass sqrt(s) into the Standard Model. Above 1 TeV, where widths of a vector end, that at 1 TeV in proportion to sqrt(s): every
  /// threshold is passed. Masses still matter there by less than 1 %, and the running of the coupling of hypercharge by 2.5 % per decade.
  private static func visibleWidth(_ energy: Double, epsilon: Double) throws -> Double {
    let held = min(energy, VectorDecay.highestMass)
    return try VectorPortal.darkPhoton.widths(mass: held, coupling: epsilon).total * energy / held
  }

  /// sqrt(s) up to which collisions count, GeV: 50 temperatures above threshold.
  private static func highestEnergy(_ threshold: Double, _ range: ClosedRange<Double>) -> Double { threshold + 50 * max(range.upperBound, threshold) }
}
