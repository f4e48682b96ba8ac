/// Dimensionless coefficients of a pseudoscalar a at low scale (2 GeV for quarks), in the normalisation
///
/// L = (c_gamma alpha/4 pi) (a/f) F Fdual + (c_g alpha_s/4 pi) (a/f) G Gdual + sum_f (c_f/2) (d_mu a/f) fbar gamma^mu gamma5 f, Fdual^{mu nu} = eps^{mu nu rho sigma} F_{rho sigma}/2
///
/// (arXiv:2012.12272). Common translations: g_agg = alpha c_gamma/(pi f); f_a = f/(2 c_g); BC10 has c_f = 2; `weak` is the coefficient of W Wdual, (c_W alpha_2/4 pi).
public struct PseudoscalarCouplings: Sendable, Hashable {
  public var photon, gluon, weak: Double
  public var electron, muon, tau: Double
  public var up, down, strange, charm, bottom, top: Double

  public init(
    photon: Double = 0, gluon: Double = 0, weak: Double = 0, electron: Double = 0, muon: Double = 0, tau: Double = 0,
    up: Double = 0, down: Double = 0, strange: Double = 0, charm: Double = 0, bottom: Double = 0, top: Double = 0
  ) {
    self.photon = photon
    self.gluon = gluon
    self.weak = weak
    self.electron = electron
    self.muon = muon
    self.tau = tau
    self.up = up
    self.down = down
    self.strange = strange
    self.charm = charm
    self.bottom = bottom
    self.top = top
  }

  /// The same axial coupling of every charged fermion: BC10 for 2.
  public static func universalFermions(_ value: Double) -> PseudoscalarCouplings {
    PseudoscalarCouplings(
      electron: value, muon: value, tau: value, up: value, down: value, strange: value, charm: value, bottom: value, top: value)
  }

  /// Axial couplings of u, d, s.
  var lightQuarks: [Double] { [up, down, strange] }

  /// The largest of |2 c_g|, |c_f| and 1: f over it is the scale that the couplings have.
  var largestStrength: Double { ([1, 2 * gluon, electron, muon, tau, up, down, strange, charm, bottom, top] as [Double]).reduce(0) { max($0, abs($1)) } }

  /// Whether a hadronic state of light quarks can be reached at all.
  public var couplesToHadrons: Bool { gluon != 0 || up != 0 || down != 0 || strange != 0 || charm != 0 || bottom != 0 || top != 0 }
}

extension PseudoscalarCouplings {
  /// The couplings that light hadrons feel at this mass in GeV: charm, bottom and top quarks add c_q B1(4 m_q^2/m^2)/2 to c_g (5 % for BC10 at 1.5 GeV, nothing for m -> 0).
  ///
  /// The real part is taken; the imaginary one opens at 2 m_c, above the exclusive states.
  func withHeavyQuarkLoops(_ mass: Double) -> PseudoscalarCouplings {
    var effective = self
    for (coupling, quark) in [(charm, QuarkInputs.charm.value), (bottom, QuarkInputs.bottom.value), (top, QuarkInputs.topPole.value)] where coupling != 0 {
      let ratio = 2 * quark / mass
      effective.gluon += 0.5 * coupling * FermionLoops.fermion(ratio * ratio).real
    }
    return effective
  }
}
