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
  /// Mass and width in GeV of a vector that can be on its shell inside the spectrum.
  let pole: (mass: Double, width: Double)?
  /// epsilon^2 without propagator, for the narrow-width limit.
  let mixingSquared: Double

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
  /// The variable is u with s = s_0 cosh^2 u, in which the threshold is smooth. A vector narrower than 1e-6 of its mass counts on its shell alone (error of that order).
  private func virtualPhotons(
    _ parent: Double, recoil: Double, _ integral: AdaptiveQuadrature, _ formFactorSquared: @Sendable (Double) -> Double
  ) throws -> Double {
    let highest = parent - recoil
    guard current.threshold < highest else { return 0 }
    let total = (parent - recoil) * (parent + recoil)
    func phaseSpace(_ s: Double) -> Double {
      let lambda = max(0, (1 + s / total) * (1 + s / total) - 4 * parent * parent * s / (total * total))
      return lambda * lambda.squareRoot() * formFactorSquared(s)
    }
    var breaks = [0, acosh(highest / current.threshold)]
    if let pole, pole.mass > current.threshold, pole.mass < highest {
      if pole.width < 1e-6 * pole.mass {
        let share = pole.width > 0 ? current.width(vectorMass: pole.mass) / pole.width : 0
        return mixingSquared * share * phaseSpace(pole.mass * pole.mass)
      }
      for steps in [-100.0, -10, -1, 0, 1, 10, 100] {
        let mass = pole.mass + steps * pole.width
        if mass > current.threshold, mass < highest { breaks.append(acosh(mass / current.threshold)) }
      }
    }
    let points = breaks.sorted()
    let distinct = points.enumerated().filter { $0.offset == 0 || $0.element > points[$0.offset - 1] }.map(\.element)
    return try integral.integrate("decay of a meson of \(parent) GeV into a dark pair", through: distinct, relative: 1e-8, absolute: 1e-300) { u in
      let energy = current.threshold * cosh(u)
      let s = energy * energy
      let density = try energy * current.width(vectorMass: energy) * propagatorSquared(s) / .pi
      return density * phaseSpace(s) * 2 * s * tanh(u)
    }.value
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
