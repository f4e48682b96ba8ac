import Foundation
import Units

/// A stable particle of electric charge Q e (BC3): L = Q e A_mu J^mu, the coupling on the axis is Q.
public struct MillichargedPortal: Sendable, Hashable {
  public enum Nature: String, Sendable, Hashable, CaseIterable {
    case fermion
    case complexScalar = "complex-scalar"

    var darkMatter: DarkMatterNature { self == .fermion ? .dirac : .complexScalar }
  }

  /// Where the charge comes from. Vacuum widths and production do not depend on it; media and the early universe do.
  public enum DarkPhoton: String, Sendable, Hashable, CaseIterable {
    /// A pure hypercharge, no further particle.
    case none
    /// A massless dark photon that mixes kinetically: Q = epsilon g_D/e.
    case massless
  }

  public var nature: Nature
  public var darkPhoton: DarkPhoton
  /// alpha_D = g_D^2/(4 pi) of the massless dark photon.
  public var alphaD: Double
  public var omegaFormFactor: OmegaFormFactor
  /// Plasma frequency in GeV for which the derived quantities give a plasmon's width; zero for none.
  public var plasmaFrequency: Double
  /// Energy in GeV of that plasmon; zero for one at rest.
  public var plasmonEnergy: Double

  public init(
    nature: Nature = .fermion, darkPhoton: DarkPhoton = .none, alphaD: Double = 0.1, omegaFormFactor: OmegaFormFactor = .na60, plasmaFrequency: Double = 0,
    plasmonEnergy: Double = 0
  ) {
    self.nature = nature
    self.darkPhoton = darkPhoton
    self.alphaD = alphaD
    self.omegaFormFactor = omegaFormFactor
    self.plasmaFrequency = plasmaFrequency
    self.plasmonEnergy = plasmonEnergy
  }

  /// The current of chi with g_D replaced by Q e.
  public func current(mass: Double, charge: Double) -> DarkCurrent {
    DarkCurrent(nature: nature.darkMatter, alphaD: charge * charge * PhysicalConstants.fineStructure.value, mass: mass)
  }

  /// epsilon = Q e/g_D of the massless dark photon.
  public func kineticMixing(charge: Double) -> Double { charge * (PhysicalConstants.fineStructure.value / alphaD).squareRoot() }
}

extension MillichargedPortal: ParticlePhysics {
  /// No decay: the particle is the lightest with its charge. The total width is exactly zero.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    try checked(mass, coupling)
    return DecayWidths(mass: mass, coupling: coupling, partials: [])
  }

  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    try checked(mass, coupling)
    return try ProductionChannel.checked(try pairs(mass, coupling).channels(), coupling: coupling)
  }

  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    try checked(mass, coupling)
    var list = [
      DerivedQuantity("Q_over_e", coupling, "electric charge over e"),
      DerivedQuantity(
        "Gamma_Jpsi_chichi_over_ee", try pairs(mass, coupling).ratioToElectrons(mass: MesonInputs.jPsi.value),
        "Gamma(J/psi -> chi chibar)/Gamma(J/psi -> e+ e-)"),
    ]
    if darkPhoton == .massless {
      list.append(DerivedQuantity("epsilon", kineticMixing(charge: coupling), "kinetic mixing with the photon, Q e/g_D"))
      list.append(DerivedQuantity("alpha_D", alphaD, "g_D^2/(4 pi)"))
    }
    if plasmaFrequency > 0 {
      let energy = plasmonEnergy > 0 ? plasmonEnergy : plasmaFrequency
      guard energy >= plasmaFrequency else {
        throw ModelError.outsideValidity(
          quantity: "plasmon energy in GeV", value: energy, allowed: "at least the plasma frequency \(plasmaFrequency)", reason: "transverse plasmons")
      }
      let width = PlasmonDecay(charge: coupling, mass: mass, nature: nature).width(squaredMomentum: plasmaFrequency * plasmaFrequency, energy: energy)
      list.append(
        DerivedQuantity("Gamma_plasmon_chichi", width, unit: "GeV", "rate of a transverse plasmon with K^2 = omega_p^2 and Z = 1 in the medium's frame"))
    }
    return list
  }

  public var inputs: [Input] { DarkSectorInputs.mesonInputs }

  private func pairs(_ mass: Double, _ charge: Double) -> DarkPairProduction {
    // The charge is in the current; the photon's own propagator is left.
    DarkPairProduction(
      current: current(mass: mass, charge: charge), pair: "chi chibar", omegaFormFactor: omegaFormFactor, propagatorSquared: { 1 / ($0 * $0) }, pole: nil)
  }

  private func checked(_ mass: Double, _ coupling: Double) throws {
    guard mass > 0, mass.isFinite else {
      throw ModelError.outsideValidity(quantity: "mass in GeV", value: mass, allowed: "above 0 and finite", reason: "a mass")
    }
    guard coupling > 0, coupling.isFinite else {
      throw ModelError.outsideValidity(quantity: "coupling", value: coupling, allowed: "above 0 and finite", reason: "the sign does not matter")
    }
  }
}
