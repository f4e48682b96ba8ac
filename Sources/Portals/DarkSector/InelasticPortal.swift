import Foundation
import Units

/// Inelastic dark matter: chi2 -> chi1 f fbar through a dark photon that couples to chi1 and chi2 off-diagonally, L = i g_D A'_mu chi1bar gamma^mu chi2.
///
/// The particle that the portal describes is chi2; the mass on the axis is that of chi1, the dark matter.
public struct InelasticPortal: Sendable, Hashable {
  public enum Treatment: String, Sendable, Hashable, CaseIterable {
    /// Exact phase space and current, propagator kept.
    case full
    /// Heavy chi1 and chi2 at rest and a contact interaction: the leading term in Delta/m_1 and Delta/m_A'.
    case staticLimit = "static"
  }

  public var alphaD: Double
  /// m_A'/m_1.
  public var massRatio: Double
  /// (m_2 - m_1)/m_1.
  public var delta: Double
  public var couplingAxis: DarkMatterPortal.CouplingAxis
  public var treatment: Treatment
  public var omegaFormFactor: OmegaFormFactor

  public init(
    alphaD: Double = 0.1, massRatio: Double = 3, delta: Double = 0.1, couplingAxis: DarkMatterPortal.CouplingAxis = .epsilon, treatment: Treatment = .full,
    omegaFormFactor: OmegaFormFactor = .na60
  ) {
    self.alphaD = alphaD
    self.massRatio = massRatio
    self.delta = delta
    self.couplingAxis = couplingAxis
    self.treatment = treatment
    self.omegaFormFactor = omegaFormFactor
  }

  /// The same particles seen from the mediator.
  var mediatorPortal: DarkMatterPortal {
    DarkMatterPortal(
      nature: .pseudoDirac, alphaD: alphaD, massRatio: massRatio, splitting: delta, couplingAxis: couplingAxis, massAxis: .chi,
      omegaFormFactor: omegaFormFactor)
  }

  /// The decay of chi2 at this mass of chi1 in GeV.
  public func decay(mass: Double, coupling: Double, treatment: Treatment? = nil) throws -> InelasticDecay {
    guard mass > 0, mass.isFinite else {
      throw ModelError.outsideValidity(quantity: "mass in GeV", value: mass, allowed: "above 0 and finite", reason: "the mass of chi1")
    }
    guard coupling > 0, coupling.isFinite else {
      throw ModelError.outsideValidity(quantity: "coupling", value: coupling, allowed: "above 0 and finite", reason: "the sign does not matter")
    }
    try mediatorPortal.checkMixing(coupling)
    let splitting = delta * mass
    guard splitting <= InelasticDecay.largestSplitting else {
      throw ModelError.outsideValidity(
        quantity: "mass splitting in GeV", value: splitting, allowed: "at most \(InelasticDecay.largestSplitting)",
        reason: "beyond, virtual dark photons mix with the Z, which is not computed")
    }
    return InelasticDecay(
      lightMass: mass, splitting: splitting, mediatorMass: mass * massRatio, alphaD: alphaD, epsilon: mediatorPortal.epsilon(coupling: coupling),
      treatment: treatment ?? self.treatment)
  }
}

extension InelasticPortal: ParticlePhysics {
  /// Widths of chi2 in GeV: `chi1 e+ e-`, `chi1 mu+ mu-`, `chi1 tau+ tau-`, `chi1 hadrons`, `chi1 gamma gamma gamma`; `chi1 A'` alone where m_A' < m_2 - m_1.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    DecayWidths(mass: mass, coupling: coupling, partials: try decay(mass: mass, coupling: coupling).partials())
  }

  /// The dark photon's own production, then decays into chi1 chi2.
  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    let mixing = try decay(mass: mass, coupling: coupling).epsilon
    let mediator = try mediatorPortal.visibleMediator(mass)
    let propagator = try DarkPhotonPropagator(mass: mediator, epsilon: mixing, current: mediatorPortal.current(mass: mass))
    // A dark photon on its mass shell is in both lists, so each is checked apart.
    let pairs = try ProductionChannel.checked(try propagator.production(pair: "chi1 chi2", omegaFormFactor: omegaFormFactor), coupling: coupling)
    return try VectorPortal.darkPhoton.production(mass: mediator, coupling: mixing) + pairs
  }

  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    let decay = try decay(mass: mass, coupling: coupling)
    let fixed = InelasticDecay(
      lightMass: decay.lightMass, splitting: decay.splitting, mediatorMass: decay.mediatorMass, alphaD: alphaD, epsilon: decay.epsilon, treatment: .staticLimit)
    return [
      DerivedQuantity("epsilon", decay.epsilon, "kinetic mixing with the photon"),
      DerivedQuantity("y", mediatorPortal.y(epsilon: decay.epsilon), "epsilon^2 alpha_D (m_1/m_A')^4"),
      DerivedQuantity("m_1", mass, unit: "GeV", "mass of chi1"),
      DerivedQuantity("m_2", mass + decay.splitting, unit: "GeV", "mass of chi2"),
      DerivedQuantity("m_A", decay.mediatorMass, unit: "GeV", "mass of the mediator"),
      DerivedQuantity("Delta", decay.splitting, unit: "GeV", "m_2 - m_1"),
      DerivedQuantity(
        "Gamma_chi2_chi1ee_me0", decay.masslessStaticWidth, unit: "GeV",
        "static limit with massless electrons, 4 epsilon^2 alpha alpha_D Delta^5/(15 pi m_A'^4)"),
      DerivedQuantity(
        "Gamma_chi2_chi1ee", fixed.leptonicWidth(PhysicalConstants.electronMass.value), unit: "GeV", "static limit with the electron mass"),
      DerivedQuantity(
        "Gamma_Aprime_chi1chi2", mediatorPortal.current(mass: mass).width(vectorMass: decay.mediatorMass), unit: "GeV", "width of the mediator into chi1 chi2"),
    ]
  }

  public var listedFinalStates: [String] { ["chi1 e+ e-", "chi1 mu+ mu-", "chi1 tau+ tau-", "chi1 hadrons"] }
  public var inputs: [Input] { VectorDecay.inputs + DarkSectorInputs.mesonInputs + [DarkSectorInputs.omegaWidth, DarkSectorInputs.phiWidth] }
}
