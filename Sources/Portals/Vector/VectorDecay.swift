import Foundation
import Numerics
import Units

/// Decay widths of a vector boson with L = g X_mu sum_f x_f fbar gamma^mu f, for any charges, from the lightest masses to ``highestMass``.
///
/// A kinetically mixed boson mixes with hypercharge, so above 5 GeV with the Z (first order in epsilon, tree level). Other charges are taken as given at every mass.
/// Not included: the change of the leptonic widths by vacuum polarisation on top of a narrow quarkonium; states whose only way is through loops of quarks.
public struct VectorDecay: Sendable {
  public let portal: VectorPortal
  /// Which published pion form factor is used.
  public let pionFormFactor: PionFormFactor

  public init(_ portal: VectorPortal, pionFormFactor: PionFormFactor? = nil) {
    self.portal = portal
    self.pionFormFactor = pionFormFactor ?? portal.pionFormFactor
  }

  /// The largest mass in GeV; above, tree level without running of the electroweak couplings is off by more than 10 %.
  public static let highestMass = 1000.0
  /// The largest admixture of the Z for which first order in the kinetic mixing holds to 1 %.
  static let largestZAdmixture = 0.1

  /// Every partial width in GeV.
  ///
  /// Leptons: g^2 m/(12 pi)[|v|^2 (1 + 2r) sqrt(1 - 4r) + |a|^2 (1 - 4r)^(3/2)]. Neutrinos: g^2 x^2 m/(24 pi) per left-handed flavour, summed as `nu nubar`.
  /// Hadrons: g^2 m R_X/(12 pi). Three photons below 2 m_e through the electron loop. Above 2 m_W: `W+ W-`, `Z h` for a kinetically mixed boson, `t tbar`.
  /// Closed states are absent, so a threshold is exactly zero.
  ///
  /// - Parameters:
  ///   - mass: in GeV, above zero and at most ``highestMass``.
  ///   - coupling: on the model's axis, above zero.
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` outside those ranges, where the mixing with the Z is not small, or where lepton loops
  ///   diverge; ``Numerics/NumericsError`` when a table cannot be built.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    try checkMass(mass)
    guard coupling > 0, coupling.isFinite else {
      throw ModelError.outsideValidity(quantity: "coupling", value: coupling, allowed: "above 0 and finite", reason: "the sign does not matter")
    }
    let g = coupling * portal.gaugeCouplingPerAxis
    let couplings = try VectorCouplings(portal, mass: mass)
    try checkZAdmixture(couplings, gaugeCoupling: g)
    let charges = portal.charges
    let unit = g * g * mass / (12 * .pi)
    var partials: [DecayWidths.Partial] = []
    func add(_ name: String, _ width: Double, partOfHadrons: Bool = false, visible: Bool = true) {
      if width > 0 { partials.append(DecayWidths.Partial(name, width: width, isPartOfHadrons: partOfHadrons, isVisible: visible)) }
    }
    for (name, charge, lepton) in [
      ("e+ e-", charges.electron, PhysicalConstants.electronMass.value), ("mu+ mu-", charges.muon, PhysicalConstants.muonMass.value),
      ("tau+ tau-", charges.tau, PhysicalConstants.tauMass.value),
    ] { add(name, unit * Self.pairFactor(mass: mass, fermionMass: lepton, couplings.charged(charge))) }
    add("nu nubar", unit / 2 * couplings.neutrinos, visible: false)
    add("gamma gamma gamma", Self.threePhotonWidth(mass: mass, gaugeCoupling: g * couplings.charged(charges.electron).vector.squareRoot()))
    let ratios = try hadrons(mass: mass, couplings)
    add("hadrons", unit * ratios.total)
    for channel in ratios.channels { add(channel.finalState, unit * channel.ratio, partOfHadrons: true) }
    add("t tbar", 3 * unit * Self.pairFactor(mass: mass, fermionMass: QuarkInputs.topPole.value, couplings.top))
    let bosons = ElectroweakPairs(mass: mass, gaugeCoupling: g * portal.kineticPart)
    add("W+ W-", bosons.wPair)
    add("Z h", bosons.zHiggs)
    add("invisible", g * g * mass * portal.invisibleWidth, visible: false)
    return DecayWidths(mass: mass, coupling: coupling, partials: partials)
  }

  /// The total width in GeV; throws as ``widths(mass:coupling:)``.
  public func totalWidth(mass: Double, coupling: Double) throws -> Double { try widths(mass: mass, coupling: coupling).total }

  /// The width into everything but neutrinos in GeV; throws as ``widths(mass:coupling:)``.
  public func visibleWidth(mass: Double, coupling: Double) throws -> Double { try widths(mass: mass, coupling: coupling).visible }

  /// R_X = 12 pi Gamma(hadrons)/(g^2 m), dimensionless; for the electric charge the ratio measured in e+ e- annihilation. Zero below the pi0 mass.
  ///
  /// - Throws: as ``widths(mass:coupling:)``.
  public func hadronicRatio(mass: Double) throws -> Double {
    try checkMass(mass)
    return try hadrons(mass: mass, VectorCouplings(portal, mass: mass)).total
  }

  /// The range of R_X of ``HadronicRatioBand``; `nil` where no hadronic state is open.
  ///
  /// - Throws: as ``widths(mass:coupling:)``.
  public func hadronicRatioBand(mass: Double) throws -> ClosedRange<Double>? {
    try checkMass(mass)
    let couplings = try VectorCouplings(portal, mass: mass)
    guard mass > HadronInputs.neutralPion.value, !couplings.hadronicTerms.isEmpty else { return nil }
    let band = HadronicRatioBand(default: try .shared(pionFormFactor), alternatives: try PionFormFactor.allCases.map { try .shared($0) })
    var (low, high) = (0.0, 0.0)
    for term in couplings.hadronicTerms {
      let range = band.range(mass * mass, term.charges, weak: couplings.weak)
      low += term.weight * range.lowerBound
      high += term.weight * range.upperBound
    }
    return high > 0 ? low...max(low, high) : nil
  }

  private func hadrons(mass: Double, _ couplings: VectorCouplings) throws -> (channels: [(finalState: String, ratio: Double)], total: Double) {
    guard mass > HadronInputs.neutralPion.value else { return ([], 0) }
    var channels: [(finalState: String, ratio: Double)] = []
    var total = 0.0
    let terms = couplings.hadronicTerms
    for (index, term) in terms.enumerated() {
      let ratios = try HadronicRatio.shared(pionFormFactor)(mass * mass, term.charges, weak: index == 0 ? couplings.weak : .zero)
      total += term.weight * ratios.total
      // Every term opens the same channels in the same order.
      channels =
        index == 0
        ? ratios.channels.map { ($0.finalState, term.weight * $0.ratio) }
        : zip(channels, ratios.channels).map { ($0.finalState, $0.ratio + term.weight * $1.ratio) }
    }
    return (channels, total)
  }

  private func checkMass(_ mass: Double) throws {
    guard mass > 0, mass <= Self.highestMass else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "above 0 to \(Self.highestMass)", reason: "tree level with couplings at low energy")
    }
  }

  private func checkZAdmixture(_ couplings: VectorCouplings, gaugeCoupling: Double) throws {
    let s2 = ElectroweakInputs.weakMixing.value
    let admixture = gaugeCoupling / NaturalUnits.electricCharge * (s2 * (1 - s2)).squareRoot() * couplings.weak.squaredMagnitude.squareRoot()
    guard admixture <= Self.largestZAdmixture else {
      throw ModelError.outsideValidity(
        quantity: "admixture of the Z", value: admixture, allowed: "at most \(Self.largestZAdmixture)", reason: "computed to first order in the kinetic mixing")
    }
  }

  /// |v|^2 (1 + 2r) sqrt(1 - 4r) + |a|^2 (1 - 4r)^(3/2), r = m_f^2/m^2; zero at and below threshold.
  private static func pairFactor(mass: Double, fermionMass: Double, _ squares: (vector: Double, axial: Double)) -> Double {
    let r = fermionMass * fermionMass / (mass * mass)
    guard 4 * r < 1 else { return 0 }
    let velocity = (1 - 4 * r).squareRoot()
    return velocity * (squares.vector * (1 + 2 * r) + squares.axial * (1 - 4 * r))
  }

  /// Width in GeV of X -> l+ l- for a lepton of mass `leptonMass`: g^2 m/(12 pi) (1 + 2r) sqrt(1 - 4r), r = m_l^2/m^2; zero at and below threshold.
  public static func leptonicWidth(mass: Double, leptonMass: Double, gaugeCoupling: Double) -> Double {
    gaugeCoupling * gaugeCoupling * mass / (12 * .pi) * pairFactor(mass: mass, fermionMass: leptonMass, (1, 0))
  }
}
