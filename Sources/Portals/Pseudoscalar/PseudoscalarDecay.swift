import Foundation
import Numerics
import Units

/// Decay widths of a pseudoscalar with any couplings.
struct PseudoscalarDecay: Sendable {
  let portal: PseudoscalarPortal

  /// The largest mass in GeV: beyond, decays to Z gamma, Z Z, W W depend on how the couplings arise above the weak scale.
  static let highestMass = 90.0
  /// Where exclusive states hand over to partons, in GeV: there the two sums agree within the stated band for a gluon coupling.
  static let join = 1.7...2.2
  /// Half width in GeV of the windows around pi0, eta and eta' that are refused: the admixture diverges there and first order in 1/f does not hold.
  static let poleWindow = 5e-3

  /// Every partial width in GeV.
  func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    let inverseScale = try checkedInverseScale(mass: mass, coupling: coupling)
    let c = portal.couplings
    let unit = inverseScale * inverseScale
    var partials: [DecayWidths.Partial] = []
    func add(_ name: String, _ width: Double, partOfHadrons: Bool = false) {
      if width > 0 { partials.append(DecayWidths.Partial(name, width: width, isPartOfHadrons: partOfHadrons)) }
    }
    add("gamma gamma", unit * Self.photonWidth(mass, photonCoupling(mass).squaredMagnitude))
    add("e+ e-", unit * Self.leptonWidth(mass, PhysicalConstants.electronMass.value, c.electron))
    add("mu+ mu-", unit * Self.leptonWidth(mass, PhysicalConstants.muonMass.value, c.muon))
    add("tau+ tau-", unit * Self.leptonWidth(mass, PhysicalConstants.tauMass.value, c.tau))
    let hadrons = try hadronicWidths(mass)
    add("hadrons", unit * hadrons.total)
    for partial in hadrons.partials { add(partial.finalState, unit * partial.width, partOfHadrons: true) }
    return DecayWidths(mass: mass, coupling: coupling, partials: partials)
  }

  /// Gamma = alpha^2 |C|^2 m^3/(64 pi^3) at 1/f = 1/GeV; with g = alpha C/(pi f) it is g^2 m^3/(64 pi).
  static func photonWidth(_ mass: Double, _ squaredCoefficient: Double) -> Double {
    let g = PhysicalConstants.fineStructure.value / .pi
    return g * g * squaredCoefficient * mass * mass * mass / (64 * .pi)
  }

  /// c^2 m_l^2 m sqrt(1 - 4 m_l^2/m^2)/(8 pi) at 1/f = 1/GeV; zero at and below threshold.
  static func leptonWidth(_ mass: Double, _ lepton: Double, _ coupling: Double) -> Double {
    let x = lepton * lepton / (mass * mass)
    guard 4 * x < 1 else { return 0 }
    return coupling * coupling * lepton * lepton * mass * (1 - 4 * x).squareRoot() / (8 * .pi)
  }

  /// C of the two-photon coupling, see ``PhotonCoupling``.
  func photonCoupling(_ mass: Double) -> Complex { PhotonCoupling(portal: portal, mixing: mixing())(mass) }

  /// The mixing of the light mesons at the portal's angle.
  func mixing() -> LightMesonMixing { LightMesonMixing.shared(portal.mixingAngle) }

  /// Hadrons at 1/f = 1/GeV: exclusive states below, partons above, a smooth step in between, where every state counts with
  /// the weight of its regime.
  func hadronicWidths(_ mass: Double) throws -> (total: Double, partials: [(finalState: String, width: Double)]) {
    guard portal.couplings.couplesToHadrons, mass > 2 * MesonInputs.chargedPion.value else { return (0, []) }
    let share = smoothStep((mass - Self.join.lowerBound) / (Self.join.upperBound - Self.join.lowerBound))
    var total = 0.0
    var partials: [(finalState: String, width: Double)] = []
    if share < 1 {
      let effective = portal.couplings.withHeavyQuarkLoops(mass)
      let exclusive = try LightHadronDecays.shared(portal.mixingAngle).widths(mass: mass, couplings: effective, treatment: portal.hadrons)
      partials += exclusive.map { ($0.finalState, (1 - share) * $0.width) }
      total += (1 - share) * exclusive.reduce(0) { $0 + $1.width }
    }
    if share > 0 {
      let partons = try PerturbativeHadrons()(mass, portal.couplings).filter { $0.width > 0 }
      partials += partons.map { ($0.name, share * $0.width) }
      total += share * partons.reduce(0) { $0 + $1.width }
    }
    return (total, partials)
  }

  /// 1/f in 1/GeV.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` outside the range of masses, in the windows around pi0, eta and eta', for m > 4 pi f/max(|2 c_g|, |c_f|, 1), and for the
  ///   leading-order photon formula beyond 0.5 GeV.
  func checkedInverseScale(mass: Double, coupling: Double) throws -> Double {
    guard mass > 0, mass <= Self.highestMass else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "above 0 to \(Self.highestMass)",
        reason: "above, decays to Z and W depend on the couplings above the weak scale")
    }
    guard coupling > 0, coupling.isFinite else {
      throw ModelError.outsideValidity(quantity: "coupling", value: coupling, allowed: "above 0 and finite", reason: "the overall sign does not matter")
    }
    let inverseScale = coupling * portal.inverseScalePerAxis
    let strength = portal.couplings.largestStrength
    guard inverseScale * strength * mass < 4 * .pi else {
      throw ModelError.outsideValidity(
        quantity: "coupling", value: coupling, allowed: "below \(4 * .pi / (portal.inverseScalePerAxis * strength * mass))",
        reason: "the effective theory needs the mass to be below its cut-off 4 pi f, with f over the largest of |2 c_g|, |c_f| and 1")
    }
    guard portal.couplings.couplesToHadrons else { return inverseScale }
    for (name, pole) in [("pi0", MesonInputs.neutralPion.value), ("eta", MesonInputs.eta.value), ("eta'", MesonInputs.etaPrime.value)]
    where abs(mass - pole) < Self.poleWindow {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "outside \(pole - Self.poleWindow) to \(pole + Self.poleWindow)",
        reason: "mixing with the \(name) is resonant there and not small")
    }
    if portal.photons == .leadingOrder, mass > 0.5 {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "up to 0.5", reason: "the two-flavour leading-order photon coupling knows no eta")
    }
    return inverseScale
  }
}
