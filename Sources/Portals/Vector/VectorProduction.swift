import Foundation
import Numerics
import Units

/// Branching ratios of Standard Model particles into a vector boson X with any charges.
///
/// Light mesons: X takes the place of a photon, which couples through rho, omega and phi (vector-meson dominance with ideal mixing, arXiv:1801.04847 eqs. (2.7)-(2.10));
/// each meson's part is multiplied by its factor r, w, p and propagator and compared with the photon's measured rate.
struct VectorProduction {
  private let portal: VectorPortal
  private let mass: Double
  /// (g/e)^2.
  private let strength: Double
  /// Charges of the quarks with their weights; see ``VectorCouplings/hadronicTerms``.
  private let terms: [(charges: FermionCharges, weight: Double)]

  /// - Throws: as ``VectorCouplings/init(_:mass:)``.
  init(_ portal: VectorPortal, mass: Double, coupling: Double) throws {
    self.portal = portal
    self.mass = mass
    let overCharge = coupling * portal.gaugeCouplingPerAxis / NaturalUnits.electricCharge
    strength = overCharge * overCharge
    terms = try VectorCouplings(portal, mass: mass).hadronicTerms
  }

  /// Every open channel with a rate above zero, light parents first.
  func channels() -> [ProductionChannel] {
    let all =
      radiative() + transitions() + pionPairs() + heavy() + [
        kaon(), delta("Delta+", "p", PhysicalConstants.protonMass), delta("Delta0", "n", PhysicalConstants.neutronMass),
      ]
    return all.filter { $0.branchingRatio > 0 }
  }

  // MARK: Light mesons

  /// Propagators of rho, omega and phi at q^2 = m^2, one at q^2 = 0.
  private var propagators: (rho: Complex, omega: Complex, phi: Complex) {
    let s = mass * mass
    let pion = HadronInputs.chargedPion.value
    return (
      pWavePropagator(s, mass: MesonInputs.rho.value, width: VectorInputs.rhoWidth.value, pion, pion),
      energyWidthPropagator(s, mass: MesonInputs.omega.value, width: VectorInputs.omegaWidth.value),
      energyWidthPropagator(s, mass: MesonInputs.phi.value, width: VectorInputs.phiWidth.value)
    )
  }

  /// |sum of weight x factor x propagator|^2; the weights are the shares of rho, omega and phi in the photon's amplitude.
  private func square(rho: Double = 0, omega: Double = 0, phi: Double = 0, pointLike: Bool = false) -> Double {
    let poles = pointLike ? (rho: Complex(1), omega: Complex(1), phi: Complex(1)) : propagators
    return terms.reduce(0) { sum, term in
      let factors = LightFlavourFactors(term.charges)
      let amplitude = (rho * factors.rho) * poles.rho + (omega * factors.omega) * poles.omega + (phi * factors.phi) * poles.phi
      return sum + term.weight * amplitude.squaredMagnitude
    }
  }

  /// P -> gamma X: 2 (g/e)^2 |A|^2 (1 - m^2/M^2)^3 BR(P -> gamma gamma), A = sum over V of the share Tr(T_P T_V Q) Tr(T_V Q) in the photon's amplitude.
  ///
  /// T = (1, -1, 0)/2 for pi0, (1, 1, -1)/sqrt 6 for eta, (1, 1, 2)/sqrt 12 for eta' (mixing angle -19.5 degrees, as in arXiv:1801.04847), so that A at m = 0 is the ratio of
  /// anomaly traces Tr(T Q X)/Tr(T Q^2).
  private func radiative() -> [ProductionChannel] {
    func channel(_ parent: String, _ meson: Input, _ photons: Input, _ square: Double) -> ProductionChannel {
      let openness = max(0, 1 - mass * mass / (meson.value * meson.value))
      return ProductionChannel(
        parent: parent, name: "\(parent) -> gamma X", branchingRatio: 2 * strength * square * openness * openness * openness * photons.value)
    }
    let pion = square(rho: 0.5, omega: 0.5, pointLike: portal.pionTransition == .pointLike)
    return [
      channel("pi0", MesonInputs.neutralPion, MesonInputs.pionToPhotons, pion),
      channel("eta", MesonInputs.eta, MesonInputs.etaToPhotons, square(rho: 9.0 / 8, omega: 1.0 / 8, phi: -1.0 / 4)),
      channel("eta'", MesonInputs.etaPrime, MesonInputs.etaPrimeToPhotons, square(rho: 9.0 / 14, omega: 1.0 / 14, phi: 4.0 / 14)),
    ]
  }

  /// V -> P X and eta' -> omega X: (g/e)^2 |A|^2 (p(m)/p(0))^3 BR(V -> P gamma), with the one meson V' that the trace Tr(T_P T_V T_V') allows (phi -> pi0: rho, by its
  /// admixture of light quarks).
  private func transitions() -> [ProductionChannel] {
    let (rho, omega, phi) = (square(rho: 1), square(omega: 1), square(phi: 1))
    let rows: [(String, Input, String, Input, Input, Double)] = [
      ("rho0", MesonInputs.rho, "pi0", MesonInputs.neutralPion, VectorInputs.rhoToPion, omega),
      ("rho0", MesonInputs.rho, "eta", MesonInputs.eta, VectorInputs.rhoToEta, rho),
      ("rho+", MesonInputs.rho, "pi+", MesonInputs.chargedPion, VectorInputs.chargedRhoToPion, omega),
      ("omega", MesonInputs.omega, "pi0", MesonInputs.neutralPion, VectorInputs.omegaToPion, rho),
      ("omega", MesonInputs.omega, "eta", MesonInputs.eta, VectorInputs.omegaToEta, omega),
      ("phi", MesonInputs.phi, "pi0", MesonInputs.neutralPion, VectorInputs.phiToPion, rho),
      ("phi", MesonInputs.phi, "eta", MesonInputs.eta, VectorInputs.phiToEta, phi),
      ("phi", MesonInputs.phi, "eta'", MesonInputs.etaPrime, VectorInputs.phiToEtaPrime, phi),
      ("eta'", MesonInputs.etaPrime, "omega", MesonInputs.omega, VectorInputs.etaPrimeToOmega, omega),
    ]
    return rows.map { magnetic($0.0, $0.1, $0.2, $0.3, $0.4, $0.5) }
  }

  /// (g/e)^2 `square` (p(m)/p(0))^3 BR: a p-wave transition between a vector and a pseudoscalar.
  private func magnetic(_ parent: String, _ heavy: Input, _ daughter: String, _ light: Input, _ photon: Input, _ square: Double) -> ProductionChannel {
    let momentum = twoBodyMomentum(heavy.value * heavy.value, light.value, mass)
    let ratio = momentum / twoBodyMomentum(heavy.value * heavy.value, light.value, 0)
    return ProductionChannel(parent: parent, name: "\(parent) -> \(daughter) X", branchingRatio: strength * square * ratio * ratio * ratio * photon.value)
  }

  /// eta, eta' -> pi+ pi- X through rho: (g/e)^2 r^2 |P_rho(m^2)|^2 I(m)/I(0) BR(pi+ pi- gamma), I = Int ds lambda^(3/2)(M^2, s, m^2) s beta_pi^3 |P_rho(s)|^2: both the pions and the
  /// boson are isovector. The contact term of the box anomaly, about 10 % of the amplitude, is taken to have the same dependence on m.
  private func pionPairs() -> [ProductionChannel] {
    let pion = HadronInputs.chargedPion.value
    let rule = Self.rule
    func integral(_ meson: Double, _ mass: Double) -> Double {
      guard meson > 2 * pion + mass else { return 0 }
      return rule.integrate(from: 2 * pion, to: meson - mass) { pair in
        let s = pair * pair
        let momentum = twoBodyMomentum(meson * meson, pair, mass)
        let velocity = squaredVelocity(s, pion, pion)
        let rho = pWavePropagator(s, mass: MesonInputs.rho.value, width: VectorInputs.rhoWidth.value, pion, pion).squaredMagnitude
        return 2 * pair * momentum * momentum * momentum * s * velocity * velocity.squareRoot() * rho
      }
    }
    return [("eta", MesonInputs.eta, VectorInputs.etaToPionPair), ("eta'", MesonInputs.etaPrime, VectorInputs.etaPrimeToPionPair)].map {
      parent, meson, photon in
      let ratio = integral(meson.value, mass) / integral(meson.value, 0)
      return ProductionChannel(parent: parent, name: "\(parent) -> pi+ pi- X", branchingRatio: strength * square(rho: 1) * ratio * photon.value)
    }
  }
  private static let rule = GaussLegendre(order: 40)

  // MARK: Heavy mesons

  /// J/psi -> eta X, eta' X: the boson leaves the charm quark, factor (x_c/Q_c)^2, pole form factor 1/(1 - m^2/m_psi(2S)^2). D* -> D X: only for charges of charm and light quark in
  /// the electric ratio, since their two magnetic moments are not measured apart; (p(m)/p(0))^3 (arXiv:1509.06765).
  private func heavy() -> [ProductionChannel] {
    let electric = FermionCharges.electric
    let psi = VectorInputs.psiSecondMass.value
    let pole = 1 / (1 - mass * mass / (psi * psi))
    let charm = terms.reduce(0) { $0 + $1.weight * ($1.charges.charm / electric.charm) * ($1.charges.charm / electric.charm) } * pole * pole
    func common(_ light: KeyPath<FermionCharges, Double>) -> Double {
      terms.reduce(0) { sum, term in
        let factor = term.charges.charm / electric.charm
        return abs(term.charges[keyPath: light] - factor * electric[keyPath: light]) <= 1e-12 * abs(factor) ? sum + term.weight * factor * factor : sum
      }
    }
    return [
      magnetic("J/psi", MesonInputs.jPsi, "eta", MesonInputs.eta, VectorInputs.jPsiToEta, charm),
      magnetic("J/psi", MesonInputs.jPsi, "eta'", MesonInputs.etaPrime, VectorInputs.jPsiToEtaPrime, charm),
      magnetic("D*0", MesonInputs.dStarZero, "D0", MesonInputs.dZero, VectorInputs.dStarZeroToD, common(\.up)),
      magnetic("D*+", MesonInputs.dStarPlus, "D+", MesonInputs.dPlus, VectorInputs.dStarPlusToD, common(\.down)),
    ]
  }

  /// K+ -> pi+ X from K+ -> pi+ gamma*: alpha (g/e)^2 m_K z lambda^(3/2)(1, z, m_pi^2/m_K^2) |W|^2/(4 (4 pi)^4 Gamma_K), z = m^2/m_K^2, W = G_F m_K^2 (a + b z)
  /// (form of hep-ph/9808289, where K+ -> pi+ l+ l- is this times the virtual photon's conversion). For light-quark charges proportional to the electric ones.
  private func kaon() -> ProductionChannel {
    let (kaon, pion) = (MesonInputs.chargedKaon.value, MesonInputs.chargedPion.value)
    let square = terms.reduce(0) { sum, term in sum + term.weight * (term.charges.lightQuarkMixing.map { $0 * $0 } ?? 0) }
    let z = mass * mass / (kaon * kaon)
    let root = 2 * twoBodyMomentum(kaon * kaon, pion, mass) / kaon
    let formFactor = ElectroweakInputs.fermiConstant.value * kaon * kaon * (VectorInputs.kaonSlopeA.value + VectorInputs.kaonSlopeB.value * z)
    let width = PhysicalConstants.fineStructure.value * strength * square * kaon * z * root * root * root * formFactor * formFactor / (4 * pow(4 * .pi, 4))
    return ProductionChannel(parent: "K+", name: "K+ -> pi+ X", branchingRatio: width / MesonInputs.chargedKaonWidth.value)
  }

  /// Delta -> N X: (g/e)^2 r^2 times BR(Delta -> N gamma) times the kinematics ((M+m_N)^2 - m^2)^(1/2) ((M-m_N)^2 - m^2)^(3/2) of the magnetic transition (nucl-th/0104045), an
  /// isovector one; constant form factor, good to (m/m_rho)^2, 15 % at the end.
  private func delta(_ parent: String, _ daughter: String, _ nucleon: Input) -> ProductionChannel {
    let (heavy, light) = (VectorInputs.deltaMass.value, nucleon.value)
    let square = terms.reduce(0) { sum, term in
      let factor = LightFlavourFactors(term.charges).rho
      return sum + term.weight * factor * factor
    }
    func kinematics(_ squared: Double) -> Double {
      let difference = max(0, (heavy - light) * (heavy - light) - squared)
      return ((heavy + light) * (heavy + light) - squared).squareRoot() * difference * difference.squareRoot()
    }
    let ratio = mass < heavy - light ? kinematics(mass * mass) / kinematics(0) : 0
    return ProductionChannel(
      parent: parent, name: "\(parent) -> \(daughter) X", branchingRatio: strength * square * ratio * VectorInputs.deltaToNucleon.value)
  }
}
