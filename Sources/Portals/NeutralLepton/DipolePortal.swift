import Foundation
import Units

/// A heavy neutral lepton N with a transition dipole moment to one active neutrino: L = d nubar_L sigma_{mu nu} F^{mu nu} N + h.c. (arXiv:1803.03262).
public struct DipolePortal: Sendable, Hashable {
  /// What the total width counts.
  public enum InternalConversion: String, Sendable, Hashable, CaseIterable {
    /// nu gamma alone, the leading order.
    case neglected
    /// nu l+ l- through the virtual photon too, an order alpha more.
    case counted
  }

  public let name: String
  public let flavour: LeptonFlavour
  public let nature: HeavyNeutralLeptonPortal.Nature
  public let internalConversion: InternalConversion

  public init(
    flavour: LeptonFlavour, nature: HeavyNeutralLeptonPortal.Nature = .majorana, internalConversion: InternalConversion = .neglected
  ) {
    name = "dipole-\(flavour.symbol)"
    self.flavour = flavour
    self.nature = nature
    self.internalConversion = internalConversion
  }

  /// The largest mass in GeV: beyond the weak scale the photon alone is not gauge invariant, and dipoles with Z and W open nu Z and l W.
  public static let highestMass = 80.0

  /// nu gamma with d^2 m^3/(4 pi) for a Dirac N, twice that for a Majorana N, GeV; with ``InternalConversion/counted`` also nu l+ l-.
  ///
  /// - Parameters:
  ///   - mass: in GeV, above zero, at most ``highestMass`` and below 1/d.
  ///   - coupling: d in 1/GeV, above zero.
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` outside those ranges.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    try check(mass: mass, coupling: coupling)
    let conjugates: Double = nature == .majorana ? 2 : 1
    let photon = conjugates * coupling * coupling * mass * mass * mass / (4 * .pi)
    var partials = [DecayWidths.Partial("nu gamma", width: photon)].filter { $0.width > 0 }
    if internalConversion == .counted {
      for lepton in LeptonFlavour.allCases {
        let width = photon * Self.conversion(mass, lepton: lepton.mass)
        if width > 0 { partials.append(DecayWidths.Partial("nu \(lepton.symbol)+ \(lepton.symbol)-", width: width)) }
      }
    }
    return DecayWidths(mass: mass, coupling: coupling, partials: partials)
  }

  /// Gamma(N -> nu l+ l-)/Gamma(N -> nu gamma) through the virtual photon, dimensionless:
  /// alpha/(3 pi) Int_{4r}^1 dy/y (1 - y)^2 (1 + y/2) (1 + 2r/y) sqrt(1 - 4r/y), r = m_l^2/m^2; alpha/(3 pi) [ln(m^2/m_l^2) - 3] for m >> m_l. Zero at and below 2 m_l.
  public static func conversion(_ mass: Double, lepton: Double) -> Double {
    let ratio = lepton / mass
    let r = ratio * ratio
    guard 4 * r < 1 else { return 0 }
    // In the rapidity t of the leptons in their rest frame, y = 4r cosh^2 t, dy/y = 2 tanh t dt: the root at the threshold and the 1/y become smooth.
    let end = acosh(0.5 / r.squareRoot())
    let integral = NeutralLeptonPhaseSpace.bothEndsRoots(from: 0, to: end, rule: NeutralLeptonPhaseSpace.fine) { t in
      let (v, c) = (tanh(t), cosh(t))
      let y = min(1, 4 * r * c * c)
      return 2 * v * v * (1 - y) * (1 - y) * (1 + y / 2) * (1 + 0.5 / (c * c))
    }
    return NaturalUnits.alpha / (3 * .pi) * integral
  }

  func check(mass: Double, coupling: Double) throws {
    guard mass > 0, mass <= Self.highestMass else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "above 0 to \(Self.highestMass)", reason: "above the weak scale the dipole needs its Z and W partners")
    }
    guard coupling > 0, coupling * mass < 1 else {
      throw ModelError.outsideValidity(
        quantity: "coupling d in 1/GeV", value: coupling, allowed: "above 0 to below 1/m = \(1 / mass)",
        reason: "the scale 1/d of the effective theory lies above the mass")
    }
  }
}
