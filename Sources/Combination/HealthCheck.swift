import Accelerators
import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Likelihoods
import Numerics
import Portals
import StellarCooling
import Supernova1987A
import Units

/// A reference point of a module: what it should give, by whose word, and how far it may deviate.
public struct HealthCheck: Sendable {
  public let module: String
  public let quantity: String
  public let expected: Double
  /// Largest relative deviation that passes.
  public let tolerance: Double
  public let source: String
  private let compute: @Sendable () throws -> Double

  public struct Result: Sendable {
    public let check: HealthCheck
    public let computed: Double
    /// Computed over expected, minus one.
    public let deviation: Double
    public var passes: Bool { abs(deviation) <= check.tolerance }
  }

  /// Computes the point.
  public func run() throws -> Result {
    let value = try compute()
    return Result(check: self, computed: value, deviation: value / expected - 1)
  }

  private init(
    _ module: String, _ quantity: String, _ expected: Double, within tolerance: Double, source: String, _ compute: @escaping @Sendable () throws -> Double
  ) {
    self.module = module
    self.quantity = quantity
    self.expected = expected
    self.tolerance = tolerance
    self.source = source
    self.compute = compute
  }

  /// Every reference point, bottom layer first.
  public static let all: [HealthCheck] = [
    HealthCheck("Units", "hbar c / (hbar) in m/s", 299_792_458, within: 1e-9, source: "exact in the SI") {
      PhysicalConstants.hbarC.value / PhysicalConstants.hbar.value
    },
    HealthCheck("Numerics", "Int_0^inf x^3/(e^x - 1) dx", pow(Double.pi, 4) / 15, within: 1e-9, source: "pi^4/15") {
      try AdaptiveQuadrature().integrate("Stefan-Boltzmann", from: 0, to: .infinity) { x in x > 0 ? x * x * x * boseEinstein(x) : 0 }.value
    },
    HealthCheck("Likelihoods", "Feldman-Cousins upper limit, n = 3, b = 0, 90 %", 7.42, within: 1e-3, source: "physics/9711021, Table IV") {
      try CountingMethod.feldmanCousins.interval(observed: 3, background: 0, cl: 0.9).upper
    },
    HealthCheck(
      "Portals", "width of a 10 MeV dark photon into e+ e-, epsilon = 1e-4 [GeV]", 2.432_350_996e-13, within: 1e-6,
      source: "alpha eps^2 m/3 (1 + 2r) sqrt(1 - 4r)"
    ) {
      try VectorDecay(.darkPhoton).widths(mass: 0.01, coupling: 1e-4).width("e+ e-")
    },
    HealthCheck(
      "Portals", "width of a 0.3 GeV scalar into mu+ mu-, sin theta = 1e-4 [GeV]", 7.860_994_532e-18, within: 1e-6,
      source: "sin^2 m_l^2 m (1 - 4r)^(3/2)/(8 pi v^2)"
    ) {
      try ScalarPortal.darkScalar.widths(mass: 0.3, coupling: 1e-4).width("mu+ mu-")
    },
    HealthCheck(
      "Portals", "c tau of a 1 GeV Majorana lepton with |U_e|^2 = 1e-6 [m]", 560.66, within: 0.05,
      source: "SensCalc (arXiv:2305.13383), phenomenology of arXiv:1805.08567"
    ) {
      try Models.hnlElectron.portal.physics.widths(mass: 1, coupling: 1e-6).decayLengthMetres ?? .nan
    },
    HealthCheck(
      "Portals", "g_agg of a 10 MeV pseudoscalar with gluon coupling at f_a = 10 TeV, leading order [1/GeV]", 2.354_574_746e-7, within: 1e-6,
      source: "alpha/(2 pi f_a) [5/3 + m_pi^2/(m_pi^2 - m^2) (m_d - m_u)/(m_d + m_u)]"
    ) {
      let leadingOrder = try Models.alpGluon.setting([("photons", "leading-order")]).portal.physics
      return 8 * (.pi * (try leadingOrder.widths(mass: 0.01, coupling: 1e-4).width("gamma gamma")) / 1e-6).squareRoot()
    },
    HealthCheck("EarlyUniverse", "N_eff of the Standard Model", 3.0440, within: 5e-4, source: "arXiv:2008.01074, 2012.02726") {
      try ThermalHistory.compute(.standard).effectiveNeutrinos
    },
    HealthCheck("StellarCooling", "epsilon m in the Sun for L = 0.1 L_sun, m << eV [eV]", 4.2e-12, within: 0.1, source: "arXiv:1302.3884, 1305.2920: 4e-12") {
      let mass = 1e-3 * NaturalUnits.electronvolt
      let overSolar = try SolarEmission(.darkPhoton).luminosity(mass: mass, coupling: 1).overSolar
      return (0.1 / overSolar).squareRoot() * mass / NaturalUnits.electronvolt
    },
    HealthCheck(
      "Supernova1987A", "lower edge of the cooling island at 30 MeV", 5e-10, within: 0.3,
      source: "independent evaluation of the arXiv:1611.03864 recipe with measured phase shifts"
    ) {
      try edge(of: Supernova1987ACoolingConstraint(), mass: 0.03, between: 1e-11, 1e-8)
    },
    HealthCheck("BigBangNucleosynthesis", "D/H, omega_b = 0.0224, tau_n = 878.4 s", 2.43946e-5, within: 3e-3, source: "PRIMAT 0.3.3, 12 reactions") {
      try Nucleosynthesis(ThermalHistory.compute(.standard)).abundances(.init(omegaB: 0.0224, neutronLifetime: 878.4)).deuterium
    },
    HealthCheck("Accelerators", "upper edge of E137 at 10 MeV", 4.09e-5, within: 0.15, source: "arXiv:1209.6083, as digitised in DarkCast") {
      guard let e137 = try ElectronBeamDumpConstraint.all().first(where: { $0.identity.id == "e137" }) else { return .nan }
      return try edge(of: e137, mass: 0.01, between: 1e-6, 1e-3)
    },
  ]

  private static func edge(of constraint: some Constraint<VectorPortal>, mass: Double, between low: Double, _ high: Double) throws -> Double {
    let slice = try constraint.slice(of: .darkPhoton, at: mass, choosing: .defaults)
    let settings = try TestSettings()
    return try RootFinding.brentLog("edge of \(constraint.identity.id)", in: low, high) { max(-50, settings.margin([try slice.evidence(at: $0)])) }
  }
}
