import Foundation
import Numerics
import Units

/// A new real scalar S: mixed with the Higgs boson, coupled to single particles, or both.
///
/// L = -c S [ sin-theta part: mixing (sum_f m_f fbar f/v - 2 m_W^2 W W/v - m_Z^2 Z Z/v) + g_e ebar e + g_mu mubar mu + g_N (pbar p + nbar n) ] + c (g_gamma/4) S F F,
/// with c the number on the model's axis, v = 246.22 GeV.
public struct ScalarPortal: Sendable, Hashable {
  /// For messages and provenance, for example `dark-scalar`.
  public let name: String
  /// sin theta for a coupling of one on the axis: 1 for the Higgs-mixed models, 0 for free couplings.
  public let mixingPerAxis: Double
  public let free: FreeScalarCouplings
  public let hadrons: HadronTreatment
  public let gluons: GluonOrder
  /// BR(h -> S S) that fixes lambda of -lambda S^2 H^dagger H; `nil` for lambda = 0.
  public let higgsToPair: Double?

  public init(
    name: String, mixingPerAxis: Double, free: FreeScalarCouplings = .none, hadrons: HadronTreatment = .dispersive, gluons: GluonOrder = .joined,
    higgsToPair: Double? = nil
  ) {
    self.name = name
    self.mixingPerAxis = mixingPerAxis
    self.free = free
    self.hadrons = hadrons
    self.gluons = gluons
    self.higgsToPair = higgsToPair
  }

  /// BC4: lambda = 0, axis sin theta (arXiv:1901.09966).
  public static let darkScalar = ScalarPortal(name: "dark-scalar", mixingPerAxis: 1)
  /// BC5: lambda fixed by BR(h -> S S) = 0.01, axis sin theta.
  public static let darkScalarQuartic = ScalarPortal(name: "dark-scalar-quartic", mixingPerAxis: 1, higgsToPair: 0.01)

  /// The couplings at a point of the axis: sin theta of the mixing, and the free ones.
  func couplings(_ axis: Double) -> (sinTheta: Double, free: FreeScalarCouplings) { (axis * mixingPerAxis, free.scaled(by: axis)) }
}

/// Couplings of a scalar to single particles.
public struct FreeScalarCouplings: Sendable, Hashable {
  /// Dimensionless: L = -g S psibar psi.
  public var electron, muon, nucleon: Double
  /// In 1/GeV: L = +(g/4) S F F.
  public var photon: Double

  public init(electron: Double, muon: Double, nucleon: Double, photon: Double) {
    self.electron = electron
    self.muon = muon
    self.nucleon = nucleon
    self.photon = photon
  }

  public static let none = FreeScalarCouplings(electron: 0, muon: 0, nucleon: 0, photon: 0)

  /// kappa = sqrt(4 pi G_N) in 1/GeV: the gravitational unit in which d_e and d_me count (Damour and Donoghue, arXiv:1007.2792).
  public static let gravitationalUnit: Double = {
    let newton = PhysicalConstants.newton.value * pow(NaturalUnits.centimetre, 3) / (NaturalUnits.gram * NaturalUnits.second * NaturalUnits.second)
    return (4 * .pi * newton).squareRoot()
  }()

  /// Dilaton-like couplings: alpha shifts by d_e kappa S and m_e by d_me kappa S, relatively, so that g_gamma = kappa d_e and g_e = kappa m_e d_me.
  public static func dilaton(photon: Double, electronMass: Double) -> FreeScalarCouplings {
    let kappa = gravitationalUnit
    return FreeScalarCouplings(electron: kappa * PhysicalConstants.electronMass.value * electronMass, muon: 0, nucleon: 0, photon: kappa * photon)
  }

  public static func + (a: FreeScalarCouplings, b: FreeScalarCouplings) -> FreeScalarCouplings {
    FreeScalarCouplings(electron: a.electron + b.electron, muon: a.muon + b.muon, nucleon: a.nucleon + b.nucleon, photon: a.photon + b.photon)
  }

  func scaled(by factor: Double) -> FreeScalarCouplings {
    FreeScalarCouplings(electron: factor * electron, muon: factor * muon, nucleon: factor * nucleon, photon: factor * photon)
  }
}
