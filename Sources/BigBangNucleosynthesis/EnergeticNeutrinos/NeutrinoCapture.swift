import Foundation
import Numerics
import Units

/// Capture of neutrinos by nucleons at rest, nu_e n -> e- p and nubar_e p -> e+ n, with the strength that the neutron's lifetime gives.
///
///     d sigma/dt = G_F^2 V_ud^2/2 pi (s - m_i^2)^-2 [A(t) -+ (s - u) B(t) + (s - u)^2 C(t)] [1 + rad(E_e)],   - for nubar_e, + for nu_e
///
/// with the structure functions of C. H. Llewellyn Smith (Phys. Rept. 3 (1972) 261) as A. Strumia and F. Vissani write them (astro-ph/0302055, eqs. 5-7, 14), dipole form factors and
/// G_F^2 V_ud^2 (1 + 3 g_A^2) = 2 pi^3 hbar/(m_e^5 tau_n F), F the integral of ``NeutronProtonRates``. nu_e on neutrons differs by crossing, s <-> u, and by the Coulomb factor of electron and proton.
/// Left out: the pseudoscalar form factor (1e-5), and above 0.5 GeV what is not quasi-elastic: production of pions adds a third at 1 GeV and dominates beyond 2 GeV.
package struct NeutrinoCapture {
  package enum Target: Sendable, CaseIterable {
    /// nu_e n -> e- p.
    case neutron
    /// nubar_e p -> e+ n.
    case proton
  }

  private let corrections: NeutronProtonRates.Corrections
  /// tau_n/hbar times G_F^2 V_ud^2/2 pi in MeV^-5.
  private let strength: Double

  private static let rule = GaussLegendre(order: 12)
  private static let electron = PhysicalConstants.electronMass.value * 1e3
  private static let nucleons = (neutron: PhysicalConstants.neutronMass.value * 1e3, proton: PhysicalConstants.protonMass.value * 1e3)
  private static let axial = WeakInputs.axialCoupling.value

  /// - Parameter rates: whose normalisation and corrections these cross sections share; those of the thermal bath do not apply.
  package init(_ rates: NeutronProtonRates) {
    corrections = rates.corrections
    strength = Double.pi * Double.pi / (pow(Self.electron, 5) * rates.decayIntegral * (1 + 3 * Self.axial * Self.axial))
  }

  /// Cross section times tau_n/hbar in MeV^-3, zero below threshold: times a density of neutrinos in MeV^3 it is the rate of conversion of one nucleon times tau_n.
  ///
  /// - Parameter energy: of the neutrino in MeV; 0.5 % up to 0.3 GeV, 5 % (axial mass) above.
  package func crossSection(on target: Target, energy: Double) -> Double {
    let (initial, final) = target == .neutron ? Self.nucleons : (Self.nucleons.proton, Self.nucleons.neutron)
    let electron = Self.electron
    guard corrections.finiteNucleonMass else {
      let lepton = energy + initial - final
      guard lepton > electron else { return 0 }
      return 2 * (1 + 3 * Self.axial * Self.axial) * strength * lepton * (lepton * lepton - electron * electron).squareRoot()
        * radiative(lepton: lepton, target)
    }
    let s = initial * (initial + 2 * energy)
    let root = s.squareRoot()
    guard energy > 0, root > final + electron else { return 0 }
    let (neutrino, lepton) = ((s - initial * initial) / (2 * root), (s + electron * electron - final * final) / (2 * root))
    let momentum = max(0, lepton * lepton - electron * electron).squareRoot()
    // Q^2 = -t runs between 2 E (E_e -+ p_e) - m_e^2 in the centre of mass. v = Q^2/(Q^2 + m_V^2) levels the form factors.
    let scale = NeutrinoCaptureInputs.vectorMassSquared.value * 1e6
    func levelled(_ momentumTransfer: Double) -> Double { momentumTransfer / (momentumTransfer + scale) }
    let low = levelled(2 * neutrino * (lepton - momentum) - electron * electron)
    let high = levelled(2 * neutrino * (lepton + momentum) - electron * electron)
    let sum = zip(Self.rule.nodes, Self.rule.weights).reduce(0.0) { total, node in
      let v = 0.5 * (low + high) + 0.5 * (high - low) * node.0
      let t = -scale * v / (1 - v)
      let laboratory = energy + (initial * initial - final * final + t) / (2 * initial)
      return total + node.1 * scale / ((1 - v) * (1 - v)) * squaredElement(s: s, t: t, target) * radiative(lepton: laboratory, target)
    }
    return strength * 0.5 * (high - low) * sum / ((s - initial * initial) * (s - initial * initial))
  }

  /// A -+ (s - u) B + (s - u)^2 C in MeV^4.
  private func squaredElement(s: Double, t: Double, _ target: Target) -> Double {
    let (m, p) = (Self.nucleons.neutron, Self.nucleons.proton)
    let (mass, difference) = (0.5 * (m + p), m - p)
    let (e2, m2, d2) = (Self.electron * Self.electron, mass * mass, difference * difference)
    let x = t / (4 * m2)
    let vector = 1 / pow(1 - t / (NeutrinoCaptureInputs.vectorMassSquared.value * 1e6), 2)
    let magnetism = WeakInputs.weakMagnetism.value
    let f1 = (1 - (1 + magnetism) * x) / (1 - x) * vector
    let f2 = magnetism / (1 - x) * vector
    let axialMass = NeutrinoCaptureInputs.axialMass.value * 1e3
    let g = -Self.axial / pow(1 - t / (axialMass * axialMass), 2)
    let (f11, f12, f22, gg) = (f1 * f1, f1 * f2, f2 * f2, g * g)
    let a1 = 4 * f11 * (4 * m2 + t + e2) + 4 * gg * (t + e2 - 4 * m2) + f22 * (t * t / m2 + 4 * t + 4 * e2) + 8 * f12 * (2 * t + e2)
    let a2 = (4 * f11 + t * f22 / m2) * (4 * m2 + t - e2) + 4 * gg * (4 * m2 - t + e2) + 8 * f12 * (2 * t - e2)
    let a = ((t - e2) * a1 - d2 * a2) / 16 - 2 * e2 * mass * difference * g * (f1 + f2)
    let b = t * g * (f1 + f2) + e2 * difference * (f22 + f12) / (4 * mass)
    let c = 0.25 * (f11 + gg) - t * f22 / (16 * m2)
    let crossed = 2 * s + t - m * m - p * p - e2
    return a + crossed * ((target == .proton ? -b : b) + crossed * c)
  }

  /// 1 + alpha/pi [6.00 + 3/2 ln(m_p/2 E_e) + 1.2 (m_e/E_e)^1.5], radiated photons included; for nu_e times the Coulomb factor eta/(1 - e^-eta), eta = 2 pi alpha/v_e.
  private func radiative(lepton: Double, _ target: Target) -> Double {
    guard corrections.radiative else { return 1 }
    let alpha = PhysicalConstants.fineStructure.value
    let ratio = Self.electron / lepton
    let loops = NeutrinoCaptureInputs.radiativeConstant.value + 1.5 * log(Self.nucleons.proton / (2 * lepton))
    let factor = 1 + alpha / Double.pi * (loops + NeutrinoCaptureInputs.radiativeMass.value * pow(ratio, 1.5))
    guard target == .neutron, ratio < 1 else { return factor }
    let eta = 2 * Double.pi * alpha / (1 - ratio * ratio).squareRoot()
    return factor * eta / -expm1(-eta)
  }
}
