import Foundation
import Units

extension PseudoscalarPortal {
  /// The point in other conventions, and photon, nucleon and lepton-loop numbers that follow from it.
  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    let decay = PseudoscalarDecay(portal: self)
    let inverseScale = try decay.checkedInverseScale(mass: mass, coupling: coupling)
    let alpha = PhysicalConstants.fineStructure.value
    let photonsAlone = couplings == PseudoscalarCouplings(photon: Self.photonCoefficientOfAxis)
    let meaning =
      photonsAlone
      ? "1/f of (c_gamma alpha/4 pi)(a/f) F Fdual with c_gamma = pi/alpha, so that it equals g_agg" : "1/f of (c_f/2)(d_mu a/f) fbar gamma^mu gamma5 f"
    var values = [DerivedQuantity("inverse_f", inverseScale, unit: "1/GeV", meaning)]
    let photon = decay.photonCoupling(mass)
    values.append(
      DerivedQuantity(
        "g_agg_effective", alpha / .pi * inverseScale * photon.squaredMagnitude.squareRoot(), unit: "1/GeV",
        "|g_agg| of the two-photon width at this mass, loops included"))
    if let axion { values += axionQuantities(axion, inverseScale: inverseScale) } else { values += try conventions(mass: mass, inverseScale: inverseScale) }
    if couplings.electron != 0 || couplings.muon != 0 || couplings.tau != 0 {
      let leptons = PhotonCoupling(portal: self, mixing: decay.mixing()).leptons(mass)
      values.append(
        DerivedQuantity(
          "width_gamma_gamma_lepton_loops", inverseScale * inverseScale * PseudoscalarDecay.photonWidth(mass, leptons.squaredMagnitude), unit: "GeV",
          "two-photon width from lepton loops alone"))
    }
    if couplings.electron != 0 {
      let yukawa = couplings.electron * PhysicalConstants.electronMass.value * inverseScale
      values.append(DerivedQuantity("g_aee", yukawa, "Yukawa coupling -i g_aee a ebar gamma5 e, c_e m_e/f"))
    }
    if couplings.couplesToHadrons { values += hadronicQuantities(mass: mass, coupling: coupling) }
    return values
  }

  private func conventions(mass: Double, inverseScale: Double) throws -> [DerivedQuantity] {
    let alpha = PhysicalConstants.fineStructure.value
    var values: [DerivedQuantity] = []
    if couplings.photon != 0 {
      let g = alpha / .pi * couplings.photon * inverseScale
      values.append(DerivedQuantity("g_agg", g, unit: "1/GeV", "tree coupling, |L| = (g/4) a F Fdual; 1/f_gamma of PBC"))
      values.append(DerivedQuantity("c_gg_over_lambda", g / (16 * .pi * alpha), unit: "1/GeV", "C_gg/Lambda of e^2 C (a/Lambda) F Fdual (1708.00443)"))
      values.append(
        DerivedQuantity(
          "c_e_from_photons", inducedElectronCoefficient(mass: mass, inverseScale: inverseScale),
          "c_e that photon loops induce between lambda_uv and the electron mass"))
    }
    if couplings.gluon != 0 {
      let inverse = 2 * couplings.gluon * inverseScale
      values.append(DerivedQuantity("inverse_f_a", inverse, unit: "1/GeV", "1/f_a of (alpha_s/8 pi)(a/f_a) G Gdual"))
      values.append(DerivedQuantity("g_agluon_foresee", inverse / (4 * .pi * .pi), unit: "1/GeV", "g_aGG of (g_s^2/8) g_aGG a G Gdual (FORESEE), PBC with Tr"))
      values.append(
        DerivedQuantity("c_g_over_lambda", inverse / (32 * .pi * .pi), unit: "1/GeV", "c_g/Lambda of (4 pi alpha_s c_g/Lambda) a G Gdual (1811.03474)"))
      values.append(DerivedQuantity("c_gg_over_f", inverse / 2, unit: "1/GeV", "c_GG/f of (c_GG alpha_s/4 pi)(a/f) G Gdual (2012.12272, ALPaca)"))
      let strong = try StrongCoupling.shared()
      values.append(
        DerivedQuantity(
          "inverse_f_g_canonical", strong.overPi(1000) / 2 * inverse, unit: "1/GeV", "1/f_G of a/(4 f_G) G Gdual, canonical G, alpha_s at 1 TeV"))
      values.append(
        DerivedQuantity(
          "abs_g_agg_leading_order", abs(inverse) * alpha / (2 * .pi) * abs(PhotonCoupling.leadingOrder(mass)), unit: "1/GeV",
          "two-flavour leading-order photon coupling of the gluons"))
    }
    if couplings == .universalFermions(2) {
      values.append(DerivedQuantity("g_y", 2 * ElectroweakInputs.higgsVacuum * inverseScale, "2 v/f"))
      values.append(DerivedQuantity("c_ff", 2, "c_f of (c_f/2)(d_mu a/f) fbar gamma^mu gamma5 f"))
    }
    return values
  }

  private func axionQuantities(_ axion: QCDAxion, inverseScale: Double) -> [DerivedQuantity] {
    let photon = axion.photonCoupling(inverseScale: inverseScale)
    let induced = axion.inducedElectronCoefficient(inverseScale: inverseScale)
    return [
      DerivedQuantity(
        "m_a", QCDAxion.mass(inverseScale: inverseScale) / NaturalUnits.electronvolt, unit: "eV", "mass on the axion line, 5.691e-6 eV (1e12 GeV/f_a)"),
      DerivedQuantity("g_agg", photon, unit: "1/GeV", "(alpha/2 pi f_a)(E/N - 1.92), with sign"),
      DerivedQuantity("e_over_n", axion.anomalyRatio, "electromagnetic over colour anomaly"),
      DerivedQuantity("c_e_from_photons", induced, "c_e that photon loops induce below f_a"),
      DerivedQuantity("g_aee_from_photons", induced * PhysicalConstants.electronMass.value * inverseScale, "the Yukawa coupling of that"),
    ]
  }

  private func hadronicQuantities(mass: Double, coupling: Double) -> [DerivedQuantity] {
    let nucleons = nucleonCouplings(coupling: coupling)
    var values = [
      DerivedQuantity("c_p", nucleons.proton, "proton coefficient of (C_p/2)(d_mu a/f) pbar gamma^mu gamma5 p, m << m_pi"),
      DerivedQuantity("c_n", nucleons.neutron, "neutron coefficient"), DerivedQuantity("g_app", nucleons.protonYukawa, "C_p m_p/f"),
      DerivedQuantity("g_ann", nucleons.neutronYukawa, "C_n m_n/f"),
    ]
    let mixing = LightMesonMixing.shared(mixingAngle)
    let admixture = mixing.admixture(mass: mass, couplings: couplings).mesons
    let inverseScale = coupling * inverseScalePerAxis
    for (name, amplitude) in zip(["pi0", "eta", "etaprime"], admixture) {
      values.append(DerivedQuantity("theta_a_\(name)", amplitude * inverseScale, "admixture of the meson in a, quark couplings rotated into the masses"))
    }
    return values
  }

  /// c_e = (3 alpha^2/4 pi^2) 2 c_gamma ln(Lambda/mu), mu the larger of the electron mass and m: leading logarithm below the weak scale.
  private func inducedElectronCoefficient(mass: Double, inverseScale: Double) -> Double {
    let alpha = PhysicalConstants.fineStructure.value
    let lower = max(PhysicalConstants.electronMass.value, mass)
    return 3 * alpha * alpha / (4 * .pi * .pi) * 2 * couplings.photon * log(max(1, (ultravioletScale ?? 1 / inverseScale) / lower))
  }
}
