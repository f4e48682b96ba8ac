import Foundation
import Numerics
import Units

/// A neutral fermion chi that mixes with the neutron: L = -delta (nbar chi + chibar n); the coupling on the axis is delta in GeV.
///
/// theta = delta/(m_n - m_chi) to first order. The mirror neutron, with n - n' oscillations of degenerate states, is another model.
public struct NeutronPortal: Sendable, Hashable {
  /// How the neutron's magnetic moment enters the transition chi <-> n gamma.
  public enum MagneticMoment: String, Sendable, Hashable, CaseIterable {
    /// mu_n = g_n e/(4 m_p), L = -(mu_n/2) nbar sigma F n: what is measured.
    case measured
    /// L = (g_n e/(2 m_n)) nbar sigma F n as printed in arXiv:1801.01124: four times the moment, sixteen times the rate.
    case printed = "1801.01124"
  }

  public var moment: MagneticMoment

  public init(moment: MagneticMoment = .measured) { self.moment = moment }

  /// Masses in GeV between which chi and n decay into one another by emission of a photon or leptons alone: m_n - m_pi0 to m_n + m_pi0.
  public static let massRange =
    (DarkSectorInputs.neutronMass.value - MesonInputs.neutralPion.value)...(DarkSectorInputs.neutronMass.value + MesonInputs.neutralPion.value)
  /// The largest mixing angle for which its first order is used (third order below 1 %).
  public static let largestMixing = 0.1

  /// The mixing angle delta/(m_n - m_chi), dimensionless; negative for chi heavier than the neutron.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` for a mass outside ``massRange`` or an angle above ``largestMixing``.
  public func mixingAngle(mass: Double, delta: Double) throws -> Double {
    guard Self.massRange.contains(mass) else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "\(Self.massRange.lowerBound) to \(Self.massRange.upperBound)",
        reason: "decays with pions are not computed")
    }
    guard delta > 0, delta.isFinite else {
      throw ModelError.outsideValidity(quantity: "coupling in GeV", value: delta, allowed: "above 0 and finite", reason: "the sign does not matter")
    }
    let angle = delta / (DarkSectorInputs.neutronMass.value - mass)
    guard abs(angle) <= Self.largestMixing else {
      throw ModelError.outsideValidity(
        quantity: "mixing angle", value: abs(angle), allowed: "at most \(Self.largestMixing)", reason: "the mixing is taken to first order")
    }
    return angle
  }

  /// Energy in GeV of the photon in the rest frame of the decaying particle, |m_n^2 - m_chi^2|/(2 m).
  public static func photonEnergy(mass: Double) -> Double {
    let neutron = DarkSectorInputs.neutronMass.value
    return abs(neutron - mass) * (neutron + mass) / (2 * max(neutron, mass))
  }

  /// Width in GeV of the heavier of n and chi into the other and a photon, c^2 theta^2 omega^3/pi with c = mu_n, or c = g_n e/m_n as printed in arXiv:1801.01124
  /// (there written g_n^2 e^2/(8 pi) (1 - m_chi^2/m_n^2)^3 m_n theta^2).
  public func photonWidth(mass: Double, mixingAngle: Double, moment: MagneticMoment? = nil) -> Double {
    let perMass = DarkSectorInputs.neutronGFactor.value * NaturalUnits.electricCharge
    let coupling =
      switch moment ?? self.moment {
      case .measured: perMass / (4 * PhysicalConstants.protonMass.value)
      case .printed: perMass / DarkSectorInputs.neutronMass.value
      }
    let energy = Self.photonEnergy(mass: mass)
    return coupling * coupling * mixingAngle * mixingAngle * energy * energy * energy / .pi
  }
}

extension NeutronPortal: ParticlePhysics {
  /// Widths of chi in GeV: `n gamma` above m_n, `p e- nubar` above m_p + m_e; none below, where chi is stable.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    let angle = try mixingAngle(mass: mass, delta: coupling)
    var partials: [DecayWidths.Partial] = []
    func add(_ name: String, _ width: Double) { if width > 0 { partials.append(DecayWidths.Partial(name, width: width)) } }
    if mass > DarkSectorInputs.neutronMass.value { add("n gamma", photonWidth(mass: mass, mixingAngle: angle)) }
    add("p e- nubar", angle * angle * NeutronBetaDecay.width(parentMass: mass))
    return DecayWidths(mass: mass, coupling: coupling, partials: partials)
  }

  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    let angle = try mixingAngle(mass: mass, delta: coupling)
    guard mass < DarkSectorInputs.neutronMass.value else { return [] }
    let fraction = photonWidth(mass: mass, mixingAngle: angle) * NeutronBetaDecay.lifetime
    return try ProductionChannel.checked([ProductionChannel(parent: "n", name: "n -> chi gamma", branchingRatio: fraction)], coupling: coupling)
  }

  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    let angle = try mixingAngle(mass: mass, delta: coupling)
    var list = [
      DerivedQuantity("theta", angle, "mixing angle delta/(m_n - m_chi)"),
      DerivedQuantity("E_gamma", Self.photonEnergy(mass: mass), unit: "GeV", "photon energy of the decay between n and chi"),
    ]
    if mass < DarkSectorInputs.neutronMass.value {
      list += [
        DerivedQuantity(
          "Gamma_n_chigamma", photonWidth(mass: mass, mixingAngle: angle, moment: .printed), unit: "GeV",
          "n -> chi gamma as printed in arXiv:1801.01124, with a moment four times the measured one"),
        DerivedQuantity(
          "Gamma_n_chigamma_measured_moment", photonWidth(mass: mass, mixingAngle: angle, moment: .measured), unit: "GeV",
          "n -> chi gamma with the measured magnetic moment"),
      ]
    }
    let beryllium = mass - DarkSectorInputs.berylliumWindow.value
    let hydrogen = mass - PhysicalConstants.protonMass.value - PhysicalConstants.electronMass.value
    list.append(DerivedQuantity("margin_9Be", beryllium, unit: "GeV", "m_chi minus the lowest mass that leaves 9Be stable; allowed when positive"))
    list.append(DerivedQuantity("margin_proton_electron", hydrogen, unit: "GeV", "m_chi - m_p - m_e; chi is stable when negative"))
    return list
  }

  public var listedFinalStates: [String] { ["n gamma", "p e- nubar"] }
  public var inputs: [Input] { DarkSectorInputs.neutronInputs + [MesonInputs.neutralPion] }
}
