import Foundation
import Numerics
import Units

/// Decay widths of the scalars of ``ScalarPortal``.
///
/// Validity: up to ``highestMass``, twice the Higgs mass; above, S -> h h depends on the scalar potential. With a nucleon coupling only below two pions, because the
/// scalar's couplings to pions would have to be known; with ``HadronTreatment/chiral`` only below two kaons.
public struct ScalarDecay: Sendable {
  public let portal: ScalarPortal

  public init(_ portal: ScalarPortal) { self.portal = portal }

  /// The largest mass in GeV.
  public static let highestMass = 250.0

  /// Every partial width in GeV.
  ///
  /// l+ l-: y^2 m beta^3/(8 pi), y = sin theta m_l/v + g_l. gamma gamma: m^3 |g_gamma + ...|^2/(64 pi). Hadrons for the Higgs-mixed part: ``ScalarHadrons``.
  /// W and Z pairs, on or off shell: ``WeakBosonPairs``.
  /// Closed states are absent, so a threshold is exactly zero.
  ///
  /// - Parameters:
  ///   - mass: in GeV, above zero and inside the validity.
  ///   - coupling: on the model's axis, above zero.
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` outside those ranges, for sin theta > 1 and for a quartic coupling above 4 pi; ``Numerics/NumericsError`` when a table cannot be built.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    try check(mass: mass, coupling: coupling)
    let (sinTheta, free) = portal.couplings(coupling)
    var partials: [DecayWidths.Partial] = []
    func add(_ name: String, _ width: Double, partOfHadrons: Bool = false) {
      if width > 0 { partials.append(DecayWidths.Partial(name, width: width, isPartOfHadrons: partOfHadrons)) }
    }
    let v = ElectroweakInputs.higgsVacuum
    let (electron, muon, tau) = (PhysicalConstants.electronMass.value, PhysicalConstants.muonMass.value, PhysicalConstants.tauMass.value)
    add("e+ e-", Self.leptonicWidth(mass: mass, leptonMass: electron, yukawa: sinTheta * electron / v + free.electron))
    add("mu+ mu-", Self.leptonicWidth(mass: mass, leptonMass: muon, yukawa: sinTheta * muon / v + free.muon))
    add("tau+ tau-", Self.leptonicWidth(mass: mass, leptonMass: tau, yukawa: sinTheta * tau / v))
    add("gamma gamma", try photonWidth(mass, sinTheta, free))
    if sinTheta != 0, mass > 2 * MesonInputs.neutralPion.value {
      let hadrons = try ScalarHadrons.shared(portal.hadrons, portal.gluons)(mass)
      let square = sinTheta * sinTheta
      add("hadrons", square * hadrons.total)
      let pions = hadrons.channels.filter { $0.finalState == "pi+ pi-" || $0.finalState == "pi0 pi0" }.reduce(0) { $0 + $1.width }
      add("pi pi", square * pions, partOfHadrons: true)
      for channel in hadrons.channels { add(channel.finalState, square * channel.width, partOfHadrons: true) }
    }
    if sinTheta != 0, mass >= WeakBosonPairs.lowestMass {
      let pairs = try WeakBosonPairs.shared()(mass)
      add("W+ W-", sinTheta * sinTheta * pairs.w)
      add("Z Z", sinTheta * sinTheta * pairs.z)
    }
    return DecayWidths(mass: mass, coupling: coupling, partials: partials)
  }

  /// Width in GeV of S -> l+ l- for L = -y S lbar l: y^2 m/(8 pi) (1 - 4 m_l^2/m^2)^(3/2); zero at and below threshold.
  public static func leptonicWidth(mass: Double, leptonMass: Double, yukawa: Double) -> Double {
    let squared = 1 - 4 * leptonMass * leptonMass / (mass * mass)
    guard squared > 0 else { return 0 }
    return yukawa * yukawa * mass / (8 * .pi) * squared * squared.squareRoot()
  }

  /// m^3 |g|^2/(64 pi), g = g_gamma + (alpha/2 pi)[sin theta C/v + sum_f g_f A_1/2/m_f]; a nucleon coupling enters as a point-like proton: order one.
  private func photonWidth(_ mass: Double, _ sinTheta: Double, _ free: FreeScalarCouplings) throws -> Double {
    let s = mass * mass
    var amplitude = Complex.zero
    for (mass, coupling) in [
      (PhysicalConstants.electronMass.value, free.electron), (PhysicalConstants.muonMass.value, free.muon), (PhysicalConstants.protonMass.value, free.nucleon),
    ] where coupling != 0 {
      amplitude += (coupling / mass) * ScalarLoop.fermion(s / (4 * mass * mass))
    }
    if sinTheta != 0 { amplitude += (sinTheta / ElectroweakInputs.higgsVacuum) * (try ScalarPhotons.shared().amplitude(mass, portal.hadrons)) }
    let effective = Complex(free.photon) + (PhysicalConstants.fineStructure.value / (2 * .pi)) * amplitude
    return s * mass / (64 * .pi) * effective.squaredMagnitude
  }

  func check(mass: Double, coupling: Double) throws {
    let sinTheta = portal.couplings(1).sinTheta
    let highest: Double
    let reason: String
    if portal.free.nucleon != 0 {
      (highest, reason) = (2 * MesonInputs.neutralPion.value, "above, the couplings to pions are not fixed by the one to nucleons")
    } else if sinTheta != 0, portal.hadrons == .chiral {
      (highest, reason) = (2 * MesonInputs.chargedKaon.value, "leading-order chiral perturbation theory does not reach further")
    } else {
      (highest, reason) = (Self.highestMass, "above, S -> h h depends on the scalar potential")
    }
    guard mass > 0, mass <= highest else {
      throw ModelError.outsideValidity(quantity: "mass in GeV", value: mass, allowed: "above 0 to \(highest)", reason: reason)
    }
    guard coupling > 0, coupling.isFinite else {
      throw ModelError.outsideValidity(quantity: "coupling", value: coupling, allowed: "above 0 and finite", reason: "the overall sign does not matter")
    }
    let mixing = abs(portal.couplings(coupling).sinTheta)
    guard mixing <= 1 else {
      throw ModelError.outsideValidity(quantity: "sin(theta)", value: mixing, allowed: "up to 1", reason: "it is the sine of a mixing angle")
    }
    if let lambda = portal.quarticCoupling(mass: mass), lambda > 4 * .pi {
      throw ModelError.outsideValidity(
        quantity: "lambda", value: lambda, allowed: "up to 4 pi",
        reason: "close to m_h/2 the branching ratio of h -> S S needs a quartic coupling beyond perturbation theory")
    }
  }
}
