import Foundation
import Portals
import Units

extension PortalProduction {
  /// Inverse decays with the mixing of the medium, plasmon conversion, and collisions of leptons and quarks.
  static func vector(_ portal: VectorPortal, _ mass: Double, _ range: ClosedRange<Double>) throws -> PortalProduction {
    let reference = 1e-8
    let widths = try portal.widths(mass: mass, coupling: reference)
    let particle = RelicParticle(mass: mass, states: 3, statistics: .boson)
    let g = reference * portal.gaugeCouplingPerAxis
    let mixing = MediumMixing(portal, mass: mass)
    var processes = inverseDecays(particle, widths) { state in
      switch state {
      case "e+ e-": mixing.factor(charge: portal.charges.electron)
      case "mu+ mu-": mixing.factor(charge: portal.charges.muon)
      case "tau+ tau-": mixing.factor(charge: portal.charges.tau)
      case "hadrons" where portal.isElectromagnetic: mixing.factor(charge: -1)
      default: nil
      }
    }
    let e = NaturalUnits.electricCharge
    processes.append(try PlasmonConversion(mass: mass, range: range) { g / e * mixing.ratio(temperature: $0) })
    let strong = try StrongCoupling.shared()
    for fermion in ChargedBath.leptons + ChargedBath.quarks {
      var charge = mixing.charge(fermion.kind)
      if charge == 0, fermion.kind == .electron { charge = try portal.electronMixingPerAxis(mass: mass) * e / portal.gaugeCouplingPerAxis }
      guard charge != 0 else { continue }
      processes.append(
        FermionCollisions(
          name: "collisions of \(fermion.kind) to X", boson: .vector, mass: mass, fermion: fermion, coupling: g * charge, strong: strong,
          medium: mixing.charge(fermion.kind) != 0 ? mixing.factor(charge: charge, electric: fermion.charge) : nil))
    }
    processes += try hadronDecays(portal, axisMass: mass, mass: mass, coupling: reference)
    return PortalProduction(particle: particle, processes: processes, couplingPower: 2, reference: reference, widths: widths)
  }

  /// Inverse decays, collisions of fermions by their Yukawa couplings, Primakoff for a photon coupling.
  static func scalar(_ portal: ScalarPortal, _ mass: Double) throws -> PortalProduction {
    let reference = 1e-8
    let widths = try portal.widths(mass: mass, coupling: reference)
    let particle = RelicParticle(mass: mass, states: 1, statistics: .boson)
    var processes = inverseDecays(particle, widths, medium: { Self.photonPairs($0, mass) })
    let strong = try StrongCoupling.shared()
    let (sinTheta, free) = (reference * portal.mixingPerAxis, portal.free)
    for fermion in ChargedBath.leptons + ChargedBath.quarks where fermion.mass > 0 {
      var yukawa = sinTheta * fermion.mass / AbundanceInputs.higgsVacuum
      if fermion.kind == .electron { yukawa += reference * free.electron }
      if fermion.kind == .muon { yukawa += reference * free.muon }
      guard yukawa != 0 else { continue }
      processes.append(
        FermionCollisions(name: "collisions of \(fermion.kind) to X", boson: .scalar, mass: mass, fermion: fermion, coupling: yukawa, strong: strong))
    }
    if free.photon != 0 { processes.append(PrimakoffConversion.photons(mass: mass, coupling: reference * free.photon)) }
    processes += try hadronDecays(portal, axisMass: mass, mass: mass, coupling: reference)
    return PortalProduction(particle: particle, processes: processes, couplingPower: 2, reference: reference, widths: widths)
  }

  /// Inverse decays, collisions of fermions, Primakoff on charges and, above the crossover, on colour.
  static func pseudoscalar(_ portal: PseudoscalarPortal, _ mass: Double) throws -> PortalProduction {
    // Well inside m < f for every axis.
    let reference = min(1e-10, 1e-10 / portal.inverseScalePerAxis)
    let widths = try portal.widths(mass: mass, coupling: reference)
    let particle = RelicParticle(mass: mass, states: 1, statistics: .boson)
    var processes = inverseDecays(particle, widths, medium: { Self.photonPairs($0, mass) })
    let strong = try StrongCoupling.shared()
    let inverseScale = reference * portal.inverseScalePerAxis
    let c = portal.couplings
    let axial: [ChargedBath.Kind: Double] = [
      .electron: c.electron, .muon: c.muon, .tau: c.tau, .strange: c.strange, .charm: c.charm, .bottom: c.bottom, .top: c.top,
    ]
    for fermion in ChargedBath.leptons + ChargedBath.quarks where fermion.mass > 0 {
      guard let coefficient = axial[fermion.kind], coefficient != 0 else { continue }
      processes.append(
        FermionCollisions(
          name: "collisions of \(fermion.kind) to X", boson: .pseudoscalar, mass: mass, fermion: fermion, coupling: coefficient * fermion.mass * inverseScale,
          strong: strong))
    }
    if c.photon != 0 || c.gluon != 0 {
      // With gluons the coupling to photons below the crossover is that of the two-photon width.
      let effective = try portal.derivedQuantities(mass: mass, coupling: reference).first { $0.key == "g_agg_effective" }?.value ?? 0
      if effective > 0 { processes.append(PrimakoffConversion.photons(mass: mass, coupling: effective)) }
    }
    if c.gluon != 0 { processes.append(PrimakoffConversion.gluons(mass: mass, inverseScale: 2 * c.gluon * inverseScale, strong: strong)) }
    processes += try hadronDecays(portal, axisMass: mass, mass: mass, coupling: reference)
    return PortalProduction(particle: particle, processes: processes, couplingPower: 2, reference: reference, widths: widths)
  }

  /// Photons of the medium have the asymptotic mass m_gamma^2 = kappa^2/2: the width of a pair is g^2 m^3 (1 - 4 m_gamma^2/m^2)^(3/2)/(64 pi), and none for
  /// T > 2.3 m.
  private static func photonPairs(_ finalState: String, _ mass: Double) -> (@Sendable (Double) -> Double)? {
    guard finalState == "gamma gamma" else { return nil }
    return { t in
      let open = max(0, 1 - 2 * ChargedBath.debyeMassSquared(temperature: t) / (mass * mass))
      return open * open.squareRoot()
    }
  }
}
