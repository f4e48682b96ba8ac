import Foundation
import Units

/// Branching ratios of mesons, leptons and weak bosons into a heavy neutral lepton, the same for a Dirac and a Majorana N. Each is that of the named parent alone: its
/// antiparticle has the same ratio into the conjugate state.
public struct HNLProduction: Sendable {
  public let portal: HeavyNeutralLeptonPortal

  public init(_ portal: HeavyNeutralLeptonPortal) { self.portal = portal }

  /// Every open channel at a mass in GeV and a coupling |U|^2, in a fixed order: two-body meson decays, semileptonic ones, tau, muon, W and Z.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` as the widths do.
  public func channels(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    try NeutralLeptonDecay(portal).check(mass: mass, coupling: coupling)
    var channels: [ProductionChannel] = []
    func add(_ parent: String, _ products: String, _ flavour: LeptonFlavour, _ ratio: Double) {
      let value = ratio * coupling * portal.share(flavour)
      if value > 0 { channels.append(ProductionChannel(parent: parent, name: "\(parent) -> \(products)", branchingRatio: value)) }
    }
    for meson in Self.leptonicMesons {
      for flavour in LeptonFlavour.allCases { add(meson.parent, "\(flavour.symbol)+ N", flavour, meson.branchingRatio(flavour, mass: mass)) }
    }
    for channel in SemileptonicChannels.all {
      for flavour in LeptonFlavour.allCases {
        add(
          channel.parent, "\(channel.daughter) \(flavour.symbol)\(channel.leptonCharge) N", flavour,
          channel.branchingRatio(lepton: flavour.mass, neutral: mass))
      }
    }
    for mode in Self.tauMesons { add("tau-", "\(mode.name)- N", .tau, mode.branchingRatio(mass)) }
    for (heavy, light) in [(LeptonFlavour.tau, LeptonFlavour.electron), (.tau, .muon), (.muon, .electron)] {
      let parent = "\(heavy.symbol)-"
      let ratio = Self.leptonDecay(heavy, to: light, mass: mass)
      add(parent, "nu_\(heavy.symbol) \(light.symbol)- Nbar", light, ratio)
      add(parent, "\(light.symbol)- nubar_\(light.symbol) N", heavy, ratio)
    }
    for flavour in LeptonFlavour.allCases { add("W+", "\(flavour.symbol)+ N", flavour, Self.wDecay(flavour, mass: mass)) }
    for flavour in LeptonFlavour.allCases { add("Z", "nu_\(flavour.symbol) N (both charge conjugates)", flavour, Self.zDecay(mass: mass)) }
    return channels
  }

  // MARK: Two-body decays of charged mesons

  /// Gamma(M -> l N)/(|U|^2 Gamma(M -> l nu)), dimensionless: [y_l + y_N - (y_l - y_N)^2] sqrt(lambda(1, y_l, y_N))/(y_l (1 - y_l)^2), y = m^2/m_M^2. Zero at and above threshold.
  public static func leptonicRatio(parentMass: Double, lepton: LeptonFlavour, mass: Double) -> Double {
    let yl = lepton.mass * lepton.mass / (parentMass * parentMass)
    guard parentMass > lepton.mass + mass, yl < 1 else { return 0 }
    return leptonicShape(yl, mass * mass / (parentMass * parentMass)) / leptonicShape(yl, 0)
  }

  /// ``leptonicRatio(parentMass:lepton:mass:)`` for the charged kaon.
  public static func kaonRatio(lepton: LeptonFlavour, mass: Double) -> Double {
    leptonicRatio(parentMass: MesonInputs.chargedKaon.value, lepton: lepton, mass: mass)
  }

  private static func leptonicShape(_ yl: Double, _ yN: Double) -> Double {
    let difference = yl - yN
    return (yl + yN - difference * difference) * NeutralLeptonPhaseSpace.kallenRoot(1, yl, yN)
  }

  /// A charged pseudoscalar meson; with `muonRatio` its rate is fixed by the measured decay to a muon, else by G_F^2 f^2 |V|^2 m^3/(8 pi).
  private struct LeptonicMeson: Sendable {
    let parent: String
    let mass, width, decayConstant, ckm: Input
    let muonRatio: Input?

    /// At |U|^2 = 1.
    func branchingRatio(_ flavour: LeptonFlavour, mass neutral: Double) -> Double {
      let m = mass.value
      guard m > flavour.mass + neutral else { return 0 }
      let shape = HNLProduction.leptonicShape(flavour.mass * flavour.mass / (m * m), neutral * neutral / (m * m))
      if let muonRatio {
        let muon = LeptonFlavour.muon.mass / m
        return muonRatio.value * shape / HNLProduction.leptonicShape(muon * muon, 0)
      }
      let amplitude = ElectroweakInputs.fermiConstant.value * decayConstant.value * ckm.value
      return amplitude * amplitude * m * m * m / (8 * .pi) * shape / width.value
    }
  }

  private static let leptonicMesons: [LeptonicMeson] = {
    typealias E = ElectroweakInputs
    typealias M = MesonInputs
    typealias P = ProductionInputs
    return [
      LeptonicMeson(parent: "pi+", mass: M.chargedPion, width: M.chargedPionWidth, decayConstant: M.fPion, ckm: E.vud, muonRatio: P.pionToMuon),
      LeptonicMeson(parent: "K+", mass: M.chargedKaon, width: M.chargedKaonWidth, decayConstant: M.fKaon, ckm: E.vus, muonRatio: P.kaonToMuon),
      LeptonicMeson(parent: "D+", mass: M.dPlus, width: M.dPlusWidth, decayConstant: M.fD, ckm: E.vcd, muonRatio: P.dToMuon),
      LeptonicMeson(parent: "D_s+", mass: M.dStrange, width: M.dStrangeWidth, decayConstant: M.fDStrange, ckm: E.vcs, muonRatio: P.dStrangeToMuon),
      LeptonicMeson(parent: "B+", mass: M.bPlus, width: M.bPlusWidth, decayConstant: M.fB, ckm: E.vub, muonRatio: nil),
      LeptonicMeson(parent: "B_c+", mass: M.bCharm, width: M.bCharmWidth, decayConstant: M.fBCharm, ckm: E.vcb, muonRatio: nil),
    ]
  }()

  // MARK: Leptons

  /// tau -> M N at |U_tau|^2 = 1.
  private struct TauMeson: Sendable {
    let name: String
    let mode: MesonMode
    /// Measured branching ratio into the meson and a massless neutrino, where the rate is fixed by it.
    let measured: Input?

    func branchingRatio(_ neutral: Double) -> Double {
      let tau = PhysicalConstants.tauMass.value
      // Crossed from N -> l M: the same two-body form with N and tau exchanged.
      let width = NeutralLeptonDecay.unit(tau, coupling: 1) * mode.width(tau, lepton: neutral)
      guard let measured else { return width / MesonInputs.tauWidth.value }
      return measured.value * width / (NeutralLeptonDecay.unit(tau, coupling: 1) * mode.width(tau, lepton: 0))
    }
  }

  private static let tauMesons: [TauMeson] = NeutralLeptonMesons.chargedLight.map { mode in
    TauMeson(
      name: mode.name, mode: mode, measured: mode.name == "pi" ? ProductionInputs.tauToPion : mode.name == "rho" ? ProductionInputs.tauToRho : nil)
  }

  /// A lepton to a lighter one, a neutrino and N, at |U|^2 = 1: G_F^2 m^5/(192 pi^3) I(x_N, x_l, 0), whichever neutrino N replaces.
  static func leptonDecay(_ heavy: LeptonFlavour, to light: LeptonFlavour, mass: Double) -> Double {
    let (xN, xl) = (mass / heavy.mass, light.mass / heavy.mass)
    let total = heavy == .tau ? MesonInputs.tauWidth.value : ProductionInputs.muonWidth.value
    return NeutralLeptonDecay.unit(heavy.mass, coupling: 1) * NeutralLeptonPhaseSpace.threeFermions(xN * xN, xl * xl, 0) / total
  }

  // MARK: Weak bosons

  /// W+ -> l+ N at |U|^2 = 1: G_F m_W^3/(6 pi sqrt 2) [1 - (x_l + x_N)/2 - (x_l - x_N)^2/2] sqrt(lambda(1, x_l, x_N)) over the width of the W.
  static func wDecay(_ lepton: LeptonFlavour, mass: Double) -> Double {
    let boson = ElectroweakInputs.wMass.value
    guard boson > lepton.mass + mass else { return 0 }
    let (xl, xN) = (lepton.mass * lepton.mass / (boson * boson), mass * mass / (boson * boson))
    let bracket = 1 - 0.5 * (xl + xN) - 0.5 * (xl - xN) * (xl - xN)
    let scale = ElectroweakInputs.fermiConstant.value * boson * boson * boson / (6 * .pi * 2.0.squareRoot())
    return scale * bracket * NeutralLeptonPhaseSpace.kallenRoot(1, xl, xN) / ElectroweakInputs.wWidth.value
  }

  /// Z -> nu Nbar and nubar N together at |U|^2 = 1: 2 G_F m_Z^3/(12 pi sqrt 2) (1 - x)^2 (1 + x/2), x = m^2/m_Z^2, over the width of the Z.
  static func zDecay(mass: Double) -> Double {
    let boson = ElectroweakInputs.zMass.value
    let x = mass * mass / (boson * boson)
    guard x < 1 else { return 0 }
    let scale = ElectroweakInputs.fermiConstant.value * boson * boson * boson / (6 * .pi * 2.0.squareRoot())
    return scale * (1 - x) * (1 - x) * (1 + x / 2) / ElectroweakInputs.zWidth.value
  }
}
