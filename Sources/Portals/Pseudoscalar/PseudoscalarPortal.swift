import Units

/// A pseudoscalar with any couplings to photons, gluons and fermions, and how its uncertain parts are computed.
public struct PseudoscalarPortal: Sendable, Hashable {
  /// How the photon coupling of gluons and light quarks is computed.
  public enum PhotonTreatment: String, Sendable, Hashable, CaseIterable {
    /// Mixing with pi0, eta, eta' and the next-to-leading-order limit -1.92 alpha/(2 pi f_a) at m -> 0.
    case nextToLeading = "next-to-leading"
    /// Gluons by the two-flavour leading-order formula (alpha/2 pi f_a)[5/3 + m_pi^2/(m_pi^2 - m^2) (m_d - m_u)/(m_d + m_u)], up to 0.5 GeV.
    case leadingOrder = "leading-order"
    /// Elementary couplings and lepton loops alone.
    case leptonLoops = "lepton-loops"
  }

  /// How the exclusive hadronic widths are computed.
  public enum HadronTreatment: String, Sendable, Hashable, CaseIterable {
    /// Field content without arbitrary rotation: every contact term is kept (arXiv:2501.04525), without F(m).
    case covariant
    /// The same amplitudes times F(m) of arXiv:1811.03474, as in the public code of arXiv:2501.04525.
    case damped = "covariant-damped"
    /// Mixing angles alone after a rotation with kappa_q ~ 1/m_q, contact terms of resonance amplitudes dropped, times F(m)
    /// (arXiv:1811.03474).
    case mixing
  }

  /// For messages and provenance, for example `alp-gluon`.
  public let name: String
  /// Coefficients in the normalisation of ``PseudoscalarCouplings``.
  public let couplings: PseudoscalarCouplings
  /// 1/f in 1/GeV for a coupling of one on the axis.
  public let inverseScalePerAxis: Double
  public let mixingAngle: EtaAngle
  public let photons: PhotonTreatment
  public let hadrons: HadronTreatment
  /// The scale in GeV at which the couplings are taken as given for flavour-changing loops; `nil` for f itself, the QCD axion's.
  public let ultravioletScale: Double?
  /// g_8 of the weak chiral Lagrangian in K -> pi a.
  public let octetCoupling: Double
  /// Whether photon and SU(2) couplings hold above the weak scale, with hypercharge making up the photon's: then Z -> gamma a exists.
  public let holdsAboveWeakScale: Bool
  /// What makes a model the QCD axion: E/N, and whether quark couplings are given at the scale f_a.
  public let axion: QCDAxion?

  public init(
    name: String, couplings: PseudoscalarCouplings, inverseScalePerAxis: Double, mixingAngle: EtaAngle = .lattice,
    photons: PhotonTreatment = .nextToLeading, hadrons: HadronTreatment = .covariant, ultravioletScale: Double? = 1000,
    octetCoupling: Double? = nil, holdsAboveWeakScale: Bool = false, axion: QCDAxion? = nil
  ) {
    self.name = name
    self.couplings = couplings
    self.inverseScalePerAxis = inverseScalePerAxis
    self.mixingAngle = mixingAngle
    self.photons = photons
    self.hadrons = hadrons
    self.ultravioletScale = ultravioletScale
    self.octetCoupling = octetCoupling ?? PseudoscalarInputs.octetChiral.value
    self.holdsAboveWeakScale = holdsAboveWeakScale
    self.axion = axion
  }

  /// The same portal with another treatment of the hadrons.
  func treating(hadrons: HadronTreatment) -> PseudoscalarPortal {
    PseudoscalarPortal(
      name: name, couplings: couplings, inverseScalePerAxis: inverseScalePerAxis, mixingAngle: mixingAngle, photons: photons, hadrons: hadrons,
      ultravioletScale: ultravioletScale, octetCoupling: octetCoupling, holdsAboveWeakScale: holdsAboveWeakScale, axion: axion)
  }

  /// c_gamma of an axis g_agg: L = -(g/4) a F Fdual and 1/f = g.
  static let photonCoefficientOfAxis = Double.pi / PhysicalConstants.fineStructure.value

  /// BC9: L = -(g_agg/4) a F Fdual, axis g_agg in 1/GeV; the sign of a is a convention.
  public static let photonOnly = PseudoscalarPortal(
    name: "alp-photon", couplings: PseudoscalarCouplings(photon: photonCoefficientOfAxis), inverseScalePerAxis: 1)

  /// BC10: L = (d_mu a/f) sum_f fbar gamma^mu gamma5 f, axis g_Y = 2 v/f.
  public static let universalFermions = PseudoscalarPortal(
    name: "alp-fermion", couplings: .universalFermions(2), inverseScalePerAxis: 1 / (2 * ElectroweakInputs.higgsVacuum))

  /// BC11: L = (alpha_s/8 pi)(a/f_a) G Gdual, axis 1/f_a in 1/GeV.
  public static let gluonOnly = PseudoscalarPortal(name: "alp-gluon", couplings: PseudoscalarCouplings(gluon: 0.5), inverseScalePerAxis: 1)
}
