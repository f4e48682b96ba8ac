import Units

/// A heavy neutral lepton N that mixes with the active neutrinos: L = (g/sqrt 2) U_a W_mu lbar_a gamma^mu P_L N + (g/2 cos theta_W) U_a Z_mu nubar_a gamma^mu P_L N + h.c.
///
/// |U_a|^2 is the number on the axis times the share of the flavour; the shares are not normalised.
public struct HeavyNeutralLeptonPortal: Sendable, Hashable {
  public enum Nature: String, Sendable, Hashable, CaseIterable {
    /// N is its own antiparticle: every final state and its conjugate count, twice the Dirac width.
    case majorana
    /// Only N -> l^- ... and nu ..., not the conjugates.
    case dirac
  }

  /// How the width into hadrons is made of single mesons and quarks.
  public enum HadronTreatment: String, Sendable, Hashable, CaseIterable {
    /// Single mesons below, quarks above, joined in the energy that is left for hadrons.
    case joined
    /// Single mesons at every mass: a lower value above 1 GeV.
    case mesons
    /// The larger of single mesons and quarks above 1 GeV, the recipe of arXiv:1805.08567; it jumps there.
    case larger
  }

  public let name: String
  /// |U_a|^2 at a coupling of one on the axis.
  public let electron, muon, tau: Double
  public let nature: Nature
  public let hadronTreatment: HadronTreatment

  public init(
    name: String, electron: Double, muon: Double, tau: Double, nature: Nature = .majorana, hadronTreatment: HadronTreatment = .joined
  ) {
    self.name = name
    self.electron = electron
    self.muon = muon
    self.tau = tau
    self.nature = nature
    self.hadronTreatment = hadronTreatment
  }

  /// BC6, BC7, BC8 of arXiv:1901.09966: one flavour at a time.
  public static let electronMixing = HeavyNeutralLeptonPortal(name: "hnl-e", electron: 1, muon: 0, tau: 0)
  public static let muonMixing = HeavyNeutralLeptonPortal(name: "hnl-mu", electron: 0, muon: 1, tau: 0)
  public static let tauMixing = HeavyNeutralLeptonPortal(name: "hnl-tau", electron: 0, muon: 0, tau: 1)

  /// |U_a|^2 at a coupling of one on the axis.
  public func share(_ flavour: LeptonFlavour) -> Double {
    switch flavour {
    case .electron: electron
    case .muon: muon
    case .tau: tau
    }
  }

  /// |U_e|^2 + |U_mu|^2 + |U_tau|^2 at a coupling of one on the axis.
  public var totalShare: Double { electron + muon + tau }

  /// 1 for a Dirac N, 2 for a Majorana N.
  var conjugates: Double { nature == .majorana ? 2 : 1 }
}
