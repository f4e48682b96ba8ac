import Foundation
import Numerics
import Portals
import Units

/// N b -> c d through the contact weak interaction with the mixing of the medium: what Dodelson-Widrow production becomes when N is not light.
///
/// |M|^2 of a massless neutrino with one leg replaced by U N, over 128 G_F^2 (A. D. Dolgov, S. H. Hansen and D. V. Semikoz, hep-ph/9703315, tables; p_1 = N,
/// p_2 = b, p_3 = c, p_4 = d):
/// (p_1 p_2)(p_3 p_4), (p_1 p_3)(p_2 p_4) or (p_1 p_4)(p_2 p_3), exact in all masses; the interference g_L g_R m_l^2 is left out (10 % of one reaction at T
/// = m_l).
/// Particles: neutrinos, charged leptons, quarks above the QCD crossover; pions enter by decays N -> l pi and pi -> l N alone. Maxwell-Boltzmann
/// statistics: 10 %.
/// The mixing angle of the medium: theta_M^2 = |U|^2/(1 + 2 E V/m^2)^2 with the thermal potential
/// V = (8 sqrt2 G_F E/3)[rho_nu/m_Z^2 + rho_l/m_W^2] (D. Nötzold and G. Raffelt, Nucl. Phys. B 307 (1988) 924; hep-ph/9303287), averaged over E with the
/// weight E^3 f(E) of the rate.
/// Above ``highestTemperature`` the contact interaction fails and production is not counted: less is made, never more.
struct WeakCollisions: ProductionProcess {
  /// GeV; sqrt(s) ~ 6 T is then half the W mass.
  static let highestTemperature = 7.0

  let name = "weak collisions"
  let isClassical = true
  /// GeV.
  let mass: Double
  let flavour: LeptonFlavour
  /// |U_a|^2.
  let mixing: Double

  /// One reaction: masses of b, c, d in GeV, and coefficients of the three products of momenta.
  private struct Reaction {
    let masses: (Double, Double, Double)
    let s: Double
    let t: Double
    let u: Double
  }

  func scaledReactionDensity(temperature t: Double) -> Double {
    guard t < Self.highestTemperature else { return 0 }
    let fermi = AbundanceInputs.fermiConstant
    let factor = 128 * fermi * fermi * mixing * suppression(t)
    // N and its conjugate: two helicities that a Majorana N has both, or N and Nbar.
    let sum = reactions(quarks: t > AbundanceInputs.crossover.value).reduce(0.0) { $0 + density($1, t) }
    return 2 * factor * sum
  }

  private func density(_ reaction: Reaction, _ t: Double) -> Double {
    let (b, c, d) = reaction.masses
    let threshold = max(mass + b, c + d)
    guard (threshold - mass) / t < 80 else { return 0 }
    let (m2, b2, c2, d2) = (mass * mass, b * b, c * c, d * d)
    return CollisionIntegral.density(temperature: t, threshold: threshold, subtracted: mass) { energy in
      let s = energy * energy
      let (incoming, outgoing) = (CollisionIntegral.kallenRoot(energy, mass, b), CollisionIntegral.kallenRoot(energy, c, d))
      let half = incoming * outgoing / (2 * s)
      // t is even between middle - half and middle + half.
      let middle = m2 + c2 - (s + m2 - b2) * (s + c2 - d2) / (2 * s)
      let middleU = m2 + d2 - (s + m2 - b2) * (s + d2 - c2) / (2 * s)
      let first = (s - m2 - b2) * (s - c2 - d2)
      let second = (m2 + c2 - middle) * (b2 + d2 - middle) + half * half / 3
      let third = (m2 + d2 - middleU) * (b2 + c2 - middleU) + half * half / 3
      let phase = 1 / (8 * Double.pi * s)
      return 0.25 * (reaction.s * first + reaction.t * second + reaction.u * third) * incoming * outgoing * phase * phase
    }
  }

  private func reactions(quarks: Bool) -> [Reaction] {
    let sine = AbundanceInputs.weakMixing.value
    // Neutrinos: N nu_a -> nu_a nu_a, N nu_b -> nu_a nu_b; with antineutrinos N nubar -> nu nubar of all flavours.
    var list = [Reaction(masses: (0, 0, 0), s: 1, t: 0, u: 2)]
    func neutral(_ m: Double, left: Double, right: Double, colours: Double = 1) {
      let (l, r) = (colours * left * left, colours * right * right)
      list.append(Reaction(masses: (m, 0, m), s: l, t: 0, u: r))
      list.append(Reaction(masses: (m, 0, m), s: r, t: 0, u: l))
      list.append(Reaction(masses: (0, m, m), s: 0, t: l, u: r))
    }
    func charged(_ down: Double, _ up: Double, colours: Double) {
      // down = the lighter-isospin partner annihilated with N in the s-type product, up = the other.
      let lepton = flavour.mass
      list.append(Reaction(masses: (down, lepton, up), s: colours, t: 0, u: 0))
      list.append(Reaction(masses: (up, down, lepton), s: 0, t: colours, u: 0))
      list.append(Reaction(masses: (lepton, down, up), s: 0, t: colours, u: 0))
    }
    for lepton in LeptonFlavour.allCases {
      neutral(lepton.mass, left: (lepton == flavour ? 0.5 : -0.5) + sine, right: sine)
      if lepton != flavour { charged(lepton.mass, 0, colours: 1) }
    }
    if quarks {
      for quark in ChargedBath.quarks where quark.kind != .top {
        neutral(quark.mass, left: (quark.charge > 0 ? 0.5 : -0.5) - quark.charge * sine, right: -quark.charge * sine, colours: 3)
      }
      charged(0, 0, colours: 3)
      charged(AbundanceInputs.strange.value, AbundanceInputs.charm.value, colours: 3)
    }
    return list
  }

  /// Mean of (1 + 2 E V/m^2)^-2.
  func suppression(_ t: Double) -> Double {
    let neutrinos = 7.0 / 8 * Double.pi * Double.pi / 15 * pow(t, 4)
    let lepton = 4 * IdealGas.of(.fermion).values(logRatio: log(flavour.mass / t)).energy * pow(t, 4)
    let bosons = (AbundanceInputs.zMass.value * AbundanceInputs.zMass.value, AbundanceInputs.wMass.value * AbundanceInputs.wMass.value)
    let slope = 8 * 2.0.squareRoot() * AbundanceInputs.fermiConstant / 3 * (neutrinos / bosons.0 + lepton / bosons.1)
    let x = mass / t
    let scale = 2 * slope * t * t / (mass * mass)
    let weight = ThermalIntegral.overEnergies(x, .fermion) { e, p, occupation in e * e * p * occupation }
    let sum = ThermalIntegral.overEnergies(x, .fermion) { e, p, occupation in
      let factor = 1 + scale * e * e
      return e * e * p * occupation / (factor * factor)
    }
    return sum / weight
  }
}
