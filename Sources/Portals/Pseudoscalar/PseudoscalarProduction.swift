import Foundation
import Units

extension PseudoscalarPortal {
  /// Branching ratios of B, K, quarkonium and Z decays into this particle, where they are open; the list is empty for a model without the couplings.
  ///
  /// Every one is proportional to 1/f^2, but for the logarithm of f where the couplings are given at f itself. Flavour-changing ones take them at
  /// `ultravioletScale`; a factor of a few in the rates of gluon models is uncertain.
  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    let inverseScale = try PseudoscalarDecay(portal: self).checkedInverseScale(mass: mass, coupling: coupling)
    let unit = inverseScale * inverseScale
    let rates = PseudoscalarProduction(portal: self, ultravioletScale: try loopScale(inverseScale: inverseScale))
    let channels: [(parent: String, name: String, ratio: Double)] = [
      ("K+", "K+ -> pi+ a", try rates.chargedKaon(mass)), ("K_L", "K_L -> pi0 a", try rates.longKaon(mass)), ("B+", "B+ -> K+ a", try rates.beautyToKaon(mass)),
      ("B0", "B0 -> K*0 a", try rates.beautyToKStar(mass)), ("J/psi", "J/psi -> gamma a", rates.charmonium(mass)),
      ("Upsilon", "Upsilon(1S) -> gamma a", rates.bottomonium(mass)),
      ("Z", "Z -> gamma a", rates.zBoson(mass)),
    ]
    return try ProductionChannel.checked(
      channels.filter { $0.ratio > 0 }.map { ProductionChannel(parent: $0.parent, name: $0.name, branchingRatio: unit * $0.ratio) }, coupling: coupling)
  }

  /// The scale in GeV at which the couplings are given for flavour-changing loops: `ultravioletScale`, or f_a itself when that is `nil`.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` for f_a below the top mass, where its loops have no logarithm.
  func loopScale(inverseScale: Double) throws -> Double {
    if let ultravioletScale { return ultravioletScale }
    let top = QuarkInputs.topPole.value
    guard inverseScale * top < 1 else {
      throw ModelError.outsideValidity(
        quantity: "coupling", value: inverseScale / inverseScalePerAxis, allowed: "below \(1 / (top * inverseScalePerAxis))",
        reason: "flavour-changing loops run from f_a down to the top mass")
    }
    return 1 / inverseScale
  }
}

/// Branching ratios at 1/f = 1/GeV.
struct PseudoscalarProduction: Sendable {
  let portal: PseudoscalarPortal
  /// In GeV, where the couplings are given for flavour-changing loops.
  let ultravioletScale: Double

  /// K+ -> pi+ a (arXiv:2102.13112): octet weak Lagrangian plus the top loop.
  ///
  /// A = -(N_8/4){16 c_g (K - p)(K - m)/D + 6 (c_u + c_d - 2 c_s) m (K - m)/D + (2 c_u + c_d + c_s)(K - p - m) + 4 c_s m} + (K - p) k_sd/2, in squared masses K, p, m;
  /// D = 4 K - p - 3 m, N_8 = -g_8 G_F V_ud V_us f_pi^2/sqrt 2. The factor (K - m) of the second term follows from factorisation at D = 0 (docs/models/axion-like-particles.md).
  /// Zero within 20 MeV of D = 0 (0.567 GeV), which lies above the threshold anyway.
  func chargedKaon(_ mass: Double) throws -> Double {
    let (kaon, pion) = (MesonInputs.chargedKaon.value, MesonInputs.chargedPion.value)
    guard mass < kaon - pion else { return 0 }
    let (k, p, m) = (kaon * kaon, pion * pion, mass * mass)
    let c = portal.couplings
    let f = MesonInputs.fPion.value
    let weak = ElectroweakInputs.fermiConstant.value / 2.0.squareRoot() * ElectroweakInputs.vud.value * ElectroweakInputs.vus.value
    let octet = -portal.octetCoupling * weak * f * f
    let denominator = 4 * k - p - 3 * m
    var sum = 16 * c.gluon * (k - p) * (k - m) / denominator
    sum += 6 * (c.up + c.down - 2 * c.strange) * m * (k - m) / denominator
    sum += (2 * c.up + c.down + c.strange) * (k - p - m) + 4 * c.strange * m
    let loop = try FlavourChangingLoops(portal: portal, ultravioletScale: ultravioletScale).universal()
    let real = -octet / 4 * sum + (k - p) / 2 * loop * PseudoscalarInputs.kaonMixingPhaseReal.value
    let imaginary = (k - p) / 2 * loop * PseudoscalarInputs.kaonMixingPhaseImaginary.value
    return (real * real + imaginary * imaginary) * Self.phaseSpace(kaon, pion, mass) / MesonInputs.chargedKaonWidth.value
  }

  /// K_L -> pi0 a through Im k_sd alone: the decay violates CP; the octet part times epsilon (2e-3) is left out.
  func longKaon(_ mass: Double) throws -> Double {
    let (kaon, pion) = (MesonInputs.neutralKaon.value, MesonInputs.neutralPion.value)
    guard mass < kaon - pion else { return 0 }
    let loop = try FlavourChangingLoops(portal: portal, ultravioletScale: ultravioletScale).universal()
    let amplitude = (kaon * kaon - pion * pion) / 2 * loop * PseudoscalarInputs.kaonMixingPhaseImaginary.value
    return amplitude * amplitude * Self.phaseSpace(kaon, pion, mass) / MesonInputs.kLongWidth.value
  }

  /// B+ -> K+ a: A = (k_bs/2)(m_B^2 - m_K^2) f_0(m^2).
  func beautyToKaon(_ mass: Double) throws -> Double {
    let (b, k) = (MesonInputs.bPlus.value, MesonInputs.chargedKaon.value)
    guard mass < b - k else { return 0 }
    let amplitude = try beautyStrange() / 2 * (b * b - k * k) * BeautyToStrange.kaon(mass * mass)
    return amplitude * amplitude * Self.phaseSpace(b, k, mass) / MesonInputs.bPlusWidth.value
  }

  /// B0 -> K*0 a: A = (k_bs/2) lambda^(1/2) A_0(m^2).
  func beautyToKStar(_ mass: Double) throws -> Double {
    let (b, k) = (MesonInputs.bZero.value, MesonInputs.neutralKStar.value)
    guard mass < b - k else { return 0 }
    let momentum = twoBodyMomentum(b * b, k, mass)
    let amplitude = try beautyStrange() / 2 * 2 * b * momentum * BeautyToStrange.kStar(mass * mass)
    return amplitude * amplitude * Self.phaseSpace(b, k, mass) / MesonInputs.bZeroWidth.value
  }

  private func beautyStrange() throws -> Double {
    ElectroweakInputs.vts.value * ElectroweakInputs.vtb.value * (try FlavourChangingLoops(portal: portal, ultravioletScale: ultravioletScale).universal())
  }

  func charmonium(_ mass: Double) -> Double {
    quarkonium(mass, MesonInputs.jPsi.value, PseudoscalarProductionInputs.jPsiToElectrons.value, portal.couplings.charm)
  }

  func bottomonium(_ mass: Double) -> Double {
    quarkonium(mass, PseudoscalarProductionInputs.upsilonMass.value, PseudoscalarProductionInputs.upsilonToElectrons.value, portal.couplings.bottom)
  }

  /// V -> gamma a: BR(e e) m_V^2/(8 pi alpha) [c_Q^2 (1 - m^2/m_V^2) + (g_agg/(1/f))^2 (1 - m^2/m_V^2)^3/4].
  ///
  /// First term: Wilczek, Phys. Rev. Lett. 39 (1977) 1304, without QCD corrections, which lower it by up to a half. Second: the virtual photon (derived in the docs).
  /// Their interference is left out; no benchmark has both at tree level.
  private func quarkonium(_ mass: Double, _ meson: Double, _ electrons: Double, _ quark: Double) -> Double {
    guard mass < meson else { return 0 }
    let open = 1 - mass * mass / (meson * meson)
    let alpha = PhysicalConstants.fineStructure.value
    let photon = alpha / .pi * portal.couplings.photon
    let squared = quark * quark * open + photon * photon * open * open * open / 4
    return electrons * meson * meson / (8 * .pi * alpha) * squared
  }

  /// Z -> gamma a when the couplings hold above the weak scale: alpha^2 c_gZ^2 m_Z^3 (1 - m^2/m_Z^2)^3/(96 pi^3 s_W^2 c_W^2), c_gZ = c_W - s_W^2 c_gamma (arXiv:1708.00443),
  /// both alpha(0) where one should run to m_Z (7 %).
  func zBoson(_ mass: Double) -> Double {
    let z = ElectroweakInputs.zMass.value
    guard portal.holdsAboveWeakScale, mass < z else { return 0 }
    let s2 = ElectroweakInputs.weakMixing.value
    let alpha = PhysicalConstants.fineStructure.value
    let coefficient = portal.couplings.weak - s2 * portal.couplings.photon
    let open = 1 - mass * mass / (z * z)
    let width = alpha * alpha * coefficient * coefficient * z * z * z * open * open * open / (96 * pow(.pi, 3) * s2 * (1 - s2))
    return width / ElectroweakInputs.zWidth.value
  }

  /// lambda^(1/2)/(16 pi M^3) = p/(8 pi M^2), in GeV^-1.
  private static func phaseSpace(_ parent: Double, _ meson: Double, _ mass: Double) -> Double {
    twoBodyMomentum(parent * parent, meson, mass) / (8 * .pi * parent * parent)
  }
}

/// Numbers of quarkonium production.
enum PseudoscalarProductionInputs {
  private static let pdg = "PDG 2024"
  static let jPsiToElectrons = Input("BR(J/psi -> e+ e-)", 0.05971, uncertainty: 3.2e-4, source: pdg, status: .twoSources)
  static let upsilonToElectrons = Input("BR(Upsilon(1S) -> e+ e-)", 0.0239, uncertainty: 8e-4, source: pdg, status: .twoSources)
  static let upsilonMass = Input("Upsilon(1S) mass", 9.4604, unit: "GeV", uncertainty: 1e-4, source: pdg, status: .published)
  static let all = [jPsiToElectrons, upsilonToElectrons, upsilonMass]
}
