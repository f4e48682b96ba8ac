import Foundation
import Numerics
import Units

/// Which form factor omega -> pi0 gamma* gets; the two differ by up to 50 % near the end of the spectrum.
public enum OmegaFormFactor: String, Sendable, Hashable, CaseIterable {
  /// The pole fitted by NA60 to omega -> pi0 mu+ mu-.
  case na60
  /// Vector dominance, 1/(1 - q^2/m_rho^2).
  case rhoPole = "rho-pole"
}

/// Decays of mesons and of the Z into a dark pair through a virtual photon that turns into a vector of any mass.
///
/// The pair is produced like a lepton pair: B(P -> gamma gamma*) with the density of virtual photons
/// rho(s) = (1/pi) sqrt(s) Gamma_pair(sqrt s) |D(s)|^2, |D|^2 = epsilon^2/[(s - m^2)^2 + s Gamma^2] for a dark photon and 1/s^2 for a millicharge.
/// Sources: the Dalitz formula (Kroll and Wada, PR 98 (1955) 1355; Landsberg, Phys. Rep. 128 (1985) 301, eqs. (3.8), (3.9)) with the pair's own width.
struct DarkPairProduction: Sendable {
  let current: DarkCurrent
  /// The pair in channel names, for example `chi chibar`.
  let pair: String
  let omegaFormFactor: OmegaFormFactor
  /// |D(s)|^2 at s in GeV^2, in GeV^-4; the coupling of the photon, epsilon^2, is in it.
  let propagatorSquared: @Sendable (Double) throws -> Double
  /// The dark photon, which can be on its shell inside the spectrum; `nil` for a photon.
  let pole: DarkPhotonPropagator?

  /// Every open channel, in a fixed order. The parent's total width includes the new channel, so that no branching ratio exceeds one.
  func channels() throws -> [ProductionChannel] {
    var list: [ProductionChannel] = []
    func add(_ parent: String, _ companions: String, _ rate: Double) {
      if rate > 0 { list.append(ProductionChannel(parent: parent, name: "\(parent) -> \(companions)\(pair)", branchingRatio: rate / (1 + rate))) }
    }
    let integral = AdaptiveQuadrature()
    for meson in Self.pseudoscalars {
      add(meson.name, "gamma ", try 2 * meson.photonFraction.value * virtualPhotons(meson.mass.value, recoil: 0, integral, meson.formFactorSquared))
    }
    let omega = DarkSectorInputs.vectorMesons[1]
    let inverseScale =
      switch omegaFormFactor {
      case .na60: DarkSectorInputs.omegaPole.value
      case .rhoPole: 1 / (MesonInputs.rho.value * MesonInputs.rho.value)
      }
    let toPion = try virtualPhotons(omega.mass.value, recoil: MesonInputs.neutralPion.value, integral) {
      1 / ((1 - inverseScale * $0) * (1 - inverseScale * $0))
    }
    add("omega", "pi0 ", DarkSectorInputs.omegaToPionPhoton.value * toPion)
    for meson in DarkSectorInputs.vectorMesons { add(meson.name, "", meson.electronFraction.value * (try ratioToElectrons(mass: meson.mass.value))) }
    add("Z", "", try throughZ())
    return list
  }

  /// Gamma(V -> pair)/Gamma(V -> e+ e-) of a vector meson of this mass in GeV.
  func ratioToElectrons(mass: Double) throws -> Double {
    let s = mass * mass
    let electron = VectorDecay.leptonicWidth(
      mass: mass, leptonMass: PhysicalConstants.electronMass.value, gaugeCoupling: NaturalUnits.electricCharge)
    return try s * s * propagatorSquared(s) * current.width(vectorMass: mass) / electron
  }

  /// BR(Z -> pair): the mixing is with hypercharge, so the Z couples to the dark current with epsilon g_D tan(theta_W). The charge runs: alpha(m_Z) from
  /// sqrt2 G_F m_Z^2 s^2 c^2/pi, 1/128.9 (tree-level relation, within 1 % of the running alpha).
  private func throughZ() throws -> Double {
    let mass = ElectroweakInputs.zMass.value
    let (s2, s) = (ElectroweakInputs.weakMixing.value, mass * mass)
    let alphaAtZ = 2.0.squareRoot() * ElectroweakInputs.fermiConstant.value * s * s2 * (1 - s2) / .pi
    let running = alphaAtZ / PhysicalConstants.fineStructure.value
    let width = try running * s2 / (1 - s2) * s * s * propagatorSquared(s) * current.width(vectorMass: mass)
    return width / ElectroweakInputs.zWidth.value
  }

  /// The integral over s of rho(s) [lambda(M^2, m^2, s)/(M^2 - m^2)^2]^(3/2) |F(s)|^2 from the pair's threshold to (M - m)^2.
  ///
  /// The variable is u with sqrt(s) = s_0 cosh u, in which the threshold is smooth; around a pole, t with s = m^2 + m Gamma sinh t, in which it is for any width.
  private func virtualPhotons(
    _ parent: Double, recoil: Double, _ integral: AdaptiveQuadrature, _ formFactorSquared: @Sendable (Double) -> Double
  ) throws -> Double {
    let (threshold, highest, label) = (current.threshold, parent - recoil, "decay of a meson of \(parent) GeV into a dark pair")
    guard threshold < highest else { return 0 }
    /// Everything but the propagator.
    func numerator(_ s: Double) -> Double {
      let energy = s.squareRoot()
      let lambda = max(0, (1 - energy / highest) * (1 + energy / highest) * (1 - s / ((parent + recoil) * (parent + recoil))))
      return energy * current.width(vectorMass: energy) / .pi * lambda * lambda.squareRoot() * formFactorSquared(s)
    }
    func smooth(from lower: Double, to upper: Double, relative: Double = 1e-8, absolute: Double) throws -> Double {
      let points = [acosh(max(1, lower / threshold)), acosh(max(1, upper / threshold))]
      guard points[0] < points[1] else { return 0 }
      return try integral.integrate(label, through: points, relative: relative, absolute: absolute) { u in
        let energy = threshold * cosh(u)
        let s = energy * energy
        return try numerator(s) * propagatorSquared(s) * 2 * s * tanh(u)
      }.value
    }
    guard let pole, pole.mass > threshold, pole.mass < highest else { return try smooth(from: threshold, to: highest, absolute: 1e-300) }
    let (square, scale) = (pole.mass * pole.mass, pole.mass * pole.width(pole.mass))
    // Half-way to both ends in s.
    let below = (pole.mass - threshold) * (pole.mass + threshold) / 2
    let above = (highest - pole.mass) * (highest + pole.mass) / 2
    // The velocity of a pair next to its threshold has few digits.
    let relative = min(1e-2, max(1e-8, 1e-14 * square / below))
    let resonant = try integral.integrate(
      label, through: [-asinh(below / scale), 0, asinh(above / scale)], relative: relative, absolute: 1e-300
    ) { t in
      let distance = scale * sinh(t)
      return numerator(square + distance) * pole(square + distance, distance: distance) * scale * cosh(t)
    }.value
    let negligible = max(1e-300, relative * resonant)
    return try resonant + smooth(from: threshold, to: (square - below).squareRoot(), relative: relative, absolute: negligible)
      + smooth(from: (square + above).squareRoot(), to: highest, absolute: negligible)
  }

  private struct Pseudoscalar: Sendable {
    let name: String
    let mass: Input
    let photonFraction: Input
    let formFactorSquared: @Sendable (Double) -> Double
  }

  private static let pseudoscalars: [Pseudoscalar] = [
    Pseudoscalar(name: "pi0", mass: MesonInputs.neutralPion, photonFraction: MesonInputs.pionToPhotons) { s in
      let amplitude = 1 + DarkSectorInputs.pionSlope.value * s / (MesonInputs.neutralPion.value * MesonInputs.neutralPion.value)
      return amplitude * amplitude
    },
    Pseudoscalar(name: "eta", mass: MesonInputs.eta, photonFraction: MesonInputs.etaToPhotons) { s in
      let amplitude = 1 / (1 - DarkSectorInputs.etaPole.value * s)
      return amplitude * amplitude
    },
    Pseudoscalar(name: "eta'", mass: MesonInputs.etaPrime, photonFraction: MesonInputs.etaPrimeToPhotons) { s in
      let (pole, width) = (DarkSectorInputs.etaPrimePole.value, DarkSectorInputs.etaPrimePoleWidth.value)
      let (pole2, width2) = (pole * pole, width * width)
      return pole2 * (pole2 + width2) / ((pole2 - s) * (pole2 - s) + pole2 * width2)
    },
  ]
}
