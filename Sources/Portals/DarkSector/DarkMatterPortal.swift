import Foundation
import Units

/// A dark photon A' that couples to the electromagnetic current with epsilon e and to dark matter chi with g_D: the mediator of BC2.
///
/// The particle that the portal describes is the mediator; its mass and that of chi are tied by ``massRatio``. Conventions: docs/models/dark-matter.md.
public struct DarkMatterPortal: Sendable, Hashable {
  /// Which number is the coupling on the axis.
  public enum CouplingAxis: String, Sendable, Hashable, CaseIterable {
    /// y = epsilon^2 alpha_D (m_chi/m_A')^4.
    case y
    case epsilon
  }

  /// Whose mass is the mass on the axis.
  public enum MassAxis: String, Sendable, Hashable, CaseIterable {
    case mediator
    case chi
  }

  public var nature: DarkMatterNature
  /// alpha_D = g_D^2/(4 pi).
  public var alphaD: Double
  /// m_A'/m_chi; m_chi is the lighter of a pseudo-Dirac pair.
  public var massRatio: Double
  /// (m_2 - m_1)/m_1 of a pseudo-Dirac pair.
  public var splitting: Double
  public var couplingAxis: CouplingAxis
  public var massAxis: MassAxis
  public var omegaFormFactor: OmegaFormFactor

  public init(
    nature: DarkMatterNature = .dirac, alphaD: Double = 0.1, massRatio: Double = 3, splitting: Double = 0, couplingAxis: CouplingAxis = .y,
    massAxis: MassAxis = .mediator, omegaFormFactor: OmegaFormFactor = .na60
  ) {
    self.nature = nature
    self.alphaD = alphaD
    self.massRatio = massRatio
    self.splitting = splitting
    self.couplingAxis = couplingAxis
    self.massAxis = massAxis
    self.omegaFormFactor = omegaFormFactor
  }

  /// epsilon for a number on the coupling axis, dimensionless.
  public func epsilon(coupling: Double) -> Double {
    switch couplingAxis {
    case .epsilon: coupling
    case .y: (coupling / alphaD).squareRoot() * massRatio * massRatio
    }
  }

  /// y = epsilon^2 alpha_D (m_chi/m_A')^4, dimensionless.
  public func y(epsilon: Double) -> Double { epsilon * epsilon * alphaD / (massRatio * massRatio * massRatio * massRatio) }

  /// Mass in GeV of the mediator for a mass on the axis.
  public func mediatorMass(_ mass: Double) -> Double { massAxis == .mediator ? mass : mass * massRatio }

  /// Mass in GeV of chi, the lighter of a pair, for a mass on the axis.
  public func darkMatterMass(_ mass: Double) -> Double { massAxis == .chi ? mass : mass / massRatio }

  /// The current of chi, for a mass on the axis.
  public func current(mass: Double) -> DarkCurrent {
    let chi = darkMatterMass(mass)
    return DarkCurrent(nature: nature, alphaD: alphaD, mass: chi, splitting: splitting * chi)
  }
}

extension DarkMatterPortal: ParticlePhysics {
  /// The dark photon's own widths, then `chi chibar`, in GeV.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` where the visible widths are not computed, for a coupling that is not above zero, or
  ///   epsilon above one.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    try checked(mass, coupling)
    let mediator = try visibleMediator(mass)
    let visible = try VectorDecay(.darkPhoton).widths(mass: mediator, coupling: epsilon(coupling: coupling))
    let invisible = current(mass: mass).width(vectorMass: mediator)
    let dark = invisible > 0 ? [DecayWidths.Partial("chi chibar", width: invisible, isVisible: false)] : []
    return DecayWidths(mass: mass, coupling: coupling, partials: visible.partials + dark)
  }

  /// That of the dark photon.
  public func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>? {
    try checked(mass, coupling)
    return try VectorPortal.darkPhoton.hadronicBand(mass: visibleMediator(mass), coupling: epsilon(coupling: coupling))
  }

  /// The mediator's production as a dark photon, then decays into the dark pair, which contain the mediator on its shell where it fits.
  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    try checked(mass, coupling)
    let mediator = try visibleMediator(mass)
    let mixing = epsilon(coupling: coupling)
    let propagator = try DarkPhotonPropagator(mass: mediator, epsilon: mixing, current: current(mass: mass))
    // A dark photon on its mass shell is in both lists, so each is checked apart.
    let pairs = try ProductionChannel.checked(try propagator.production(pair: "chi chibar", omegaFormFactor: omegaFormFactor), coupling: coupling)
    return try VectorPortal.darkPhoton.production(mass: mediator, coupling: mixing) + pairs
  }

  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    try checked(mass, coupling)
    let mixing = epsilon(coupling: coupling)
    let pair = current(mass: mass)
    var list = [
      DerivedQuantity("epsilon", mixing, "kinetic mixing with the photon"),
      DerivedQuantity("y", y(epsilon: mixing), "epsilon^2 alpha_D (m_chi/m_A')^4"),
      DerivedQuantity("alpha_D", alphaD, "g_D^2/(4 pi)"),
      DerivedQuantity("g_D", (4 * Double.pi * alphaD).squareRoot(), "dark gauge coupling"),
      DerivedQuantity("m_A", mediatorMass(mass), unit: "GeV", "mass of the mediator"),
      DerivedQuantity("m_chi", pair.mass, unit: "GeV", "mass of chi, the lighter of a pair"),
    ]
    list += try DarkMatterAnnihilation(current: pair, mediator: mediatorMass(mass), epsilon: mixing).derivedQuantities()
    list += DarkMatterScattering(current: pair, mediator: mediatorMass(mass), epsilon: mixing).derivedQuantities()
    return list
  }

  public var listedFinalStates: [String] { ["chi chibar"] + VectorPortal.darkPhoton.listedFinalStates }
  public var inputs: [Input] { VectorDecay.inputs + DarkSectorInputs.mesonInputs }

  private func checked(_ mass: Double, _ coupling: Double) throws {
    guard mass > 0, mass.isFinite else {
      throw ModelError.outsideValidity(quantity: "mass in GeV", value: mass, allowed: "above 0 and finite", reason: "a mass")
    }
    guard coupling > 0, coupling.isFinite else {
      throw ModelError.outsideValidity(quantity: "coupling", value: coupling, allowed: "above 0 and finite", reason: "the sign does not matter")
    }
    try checkMixing(coupling)
  }

  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` for epsilon above one.
  func checkMixing(_ coupling: Double) throws {
    let mixing = epsilon(coupling: coupling)
    guard mixing <= 1 else {
      let reason = couplingAxis == .y ? "y = \(coupling) is too large for these alpha_d and mass_ratio" : "computed to first order in epsilon"
      throw ModelError.outsideValidity(quantity: "epsilon", value: mixing, allowed: "at most 1", reason: reason)
    }
  }

  /// Mass in GeV of the mediator where its visible widths are computed.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` elsewhere.
  func visibleMediator(_ mass: Double) throws -> Double {
    let mediator = mediatorMass(mass)
    guard mediator <= VectorDecay.highestMass else {
      throw ModelError.outsideValidity(
        quantity: "mass m_A' of the mediator in GeV", value: mediator, allowed: "above 0 to \(VectorDecay.highestMass)",
        reason: "tree level with couplings at low energy")
    }
    return mediator
  }
}
