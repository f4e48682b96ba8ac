import EarlyUniverse
import Foundation
import Numerics
import Portals
import Testing
import Units

/// Abundances against published formulas and another group's program.
@Suite struct AbundanceValidation {
  private static func calculation(_ portal: Portal, _ mass: Double, reheating: Double) throws -> AbundanceCalculation {
    var settings = AbundanceCalculation.Settings()
    settings.reheatingTemperature = reheating
    return try AbundanceCalculation(portal, mass: mass, settings: settings)
  }

  /// The rate of approach to equilibrium in GeV just below reheating.
  private static func rate(_ portal: Portal, _ mass: Double, temperature: Double, coupling: Double) throws -> (rate: Double, temperature: Double) {
    let result = try calculation(portal, mass, reheating: 1.01 * temperature).abundance(coupling: coupling)
    let point = try #require(result.evolution.dropFirst().first)
    return (point.rateOverHubble * (try CosmicBath.shared().state(logTemperature: log(point.temperature)).hubble), point.temperature)
  }

  /// The published resonance is for one approximate temperature and g_* at T = m; ours follows both: 5 %.
  static let resonance = 0.10
  /// The published 9/(4 pi) has Maxwell-Boltzmann statistics and g_* at T = m; Pauli blocking of the leptons lowers it by a factor of 0.80 to 0.90.
  static let inverseDecay = 0.77...0.93

  /// A. Fradette et al., arXiv:1407.0993: Y = (9/4 pi) m^3 Gamma/(H s) at T = m by inverse decays to electrons, and 0.17 m^3 Gamma/(H s) from the resonance.
  @Test func darkPhotonFreezeIn() throws {
    let bath = try CosmicBath.shared()
    for mass in [2e-3, 3e-3, 5e-3] {
      let result = try Self.calculation(.vector(.darkPhoton), mass, reheating: 100 * mass).abundance(coupling: 1e-13)
      let state = bath.state(logTemperature: log(mass))
      let unit = mass * mass * mass * result.widths.width("e+ e-") / (state.hubble * state.comovingEntropy)
      let yield = try #require(result.frozenYield)
      func share(_ name: String) -> Double { result.shares.first { $0.process == name }?.share ?? 0 }
      #expect(Self.inverseDecay.contains(yield * share("inverse decay e+ e-") / unit * 4 * Double.pi / 9))
      #expect(abs(yield * share("plasmon conversion") / unit / 0.17 - 1) < Self.resonance)
    }
  }

  /// Their program takes Maxwell-Boltzmann statistics, here chi has its own: 14 % of the abundance, 7 to 9 % of the charge. At 0.1 MeV plasmon decay, not
  /// computed here, adds to it.
  static let millichargeBand = 1.04...1.12
  /// Their g_* of 1991 beside ours: 6 % of the charge less on the Z resonance, 2 % at 100 GeV; QCD corrections another 1 %.
  static let heavyMillichargeBand = 0.97...1.10

  /// P. N. Bhattiprolu, R. McGehee, E. Petrosky and A. Pierce, program FreezeIn (files KappaFI.txt and, above 10 GeV, FreezeIn.txt): charge for which
  /// frozen-in millicharged particles are all of the dark matter.
  @Test func millichargedFreezeIn() throws {
    func ratio(_ mass: Double, _ published: Double, reheating: Double) throws -> Double {
      let relic = try #require(
        try Self.calculation(.millicharged(MillichargedPortal()), mass, reheating: reheating).abundance(coupling: 2e-11).relicDensity)
      return 2e-11 * (0.12 / relic).squareRoot() / published
    }
    for (mass, published) in [(5.066461e-4, 1.922983e-11), (1.020961e-3, 1.939860e-11), (1.0046204e-2, 2.051966e-11)] {
      #expect(Self.millichargeBand.contains(try ratio(mass, published, reheating: 2)), "\(mass)")
    }
    for (mass, published) in [(41.0784, 9.353136e-12), (99.54008, 3.722486e-11), (300.939, 3.721123e-11)] {
      let found = try ratio(mass, published, reheating: 1e4)
      #expect(Self.heavyMillichargeBand.contains(found), "\(mass): \(found)")
    }
  }

  /// Constant beside the logarithm for charges at rest against the full calculation, and one more state of statistics.
  static let primakoff = 0.02

  /// D. Cadamuro and J. Redondo, arXiv:1110.2895: Gamma = (alpha g^2/36) g_q T^3 [ln(T^2/m_gamma^2) + 0.8194], m_gamma = e T/3, g_q = 3 for electrons
  /// (recalled; their T_fo =
  /// 123 sqrt(g_*)/g_q (1e-9 GeV^-1/g)^2 GeV follows from it).
  @Test func axionPrimakoffRate() throws {
    let g = 1e-9
    let (found, t) = try Self.rate(.pseudoscalar(.photonOnly), 1e-4, temperature: 0.01, coupling: g)
    let alpha = PhysicalConstants.fineStructure.value
    let published = alpha * g * g * 3 / 36 * t * t * t * (log(9 / (4 * Double.pi * alpha)) + 0.8194)
    #expect(abs(found / published - 1) < Self.primakoff)
  }

  /// Maxwell-Boltzmann collisions with the exact number of N: 3 % above Fermi-Dirac with blocking.
  static let weakRate = 0.05

  /// Rates of active neutrinos Gamma = C G_F^2 T^4 E, C = 1.27 for nu_e and 0.92 for nu_mu, nu_tau at 1 to 20 MeV (hep-ph/0204293 and many; recalled),
  /// times |U|^2.
  @Test func neutrinoRates() throws {
    let fermi = EarlyUniverseInputs.fermiConstant.value * 1e6
    for (portal, published) in [(HeavyNeutralLeptonPortal.electronMixing, 1.27), (.muonMixing, 0.92), (.tauMixing, 0.92)] {
      let (found, t) = try Self.rate(.heavyNeutralLepton(portal), 1e-3, temperature: 0.01, coupling: 1e-6)
      let coefficient = found / (1e-6 * fermi * fermi * pow(t, 5) * 3.1514)
      #expect(abs(coefficient / published - 1) < Self.weakRate, "\(portal.name) \(coefficient)")
    }
  }

  /// sigma v of this mediator grows by 2 % at the velocities of freeze-out.
  static let canonical = 0.03

  /// dY/dx of a Dirac particle of 10 GeV with a constant sigma v = 4.961e-26 cm^3/s, integrated by an implicit Runge-Kutta method to m/T = 1e5 with the same
  /// g_* and 2907 entropies per cm^3 today: Omega h^2 = 0.1209 (0.1222 by LSODA with g_* interpolated linearly in its table).
  @Test func thermalRelic() throws {
    let (mass, coupling) = (10.0, 4.89e-3)
    let portal = DarkMatterPortal(nature: .dirac, alphaD: 1, massRatio: 4, couplingAxis: .epsilon, massAxis: .chi)
    let relic = try #require(try Self.calculation(.darkMatter(portal), mass, reheating: 50).abundance(coupling: coupling).relicDensity)
    let rate = try #require(try portal.derivedQuantities(mass: mass, coupling: coupling).first { $0.key == "sigmav_total_cm3_s" }?.value)
    #expect(abs(rate * relic / (4.961e-26 * 0.1209) - 1) < Self.canonical)
  }

  /// The published lines are read off figures.
  static let target = 0.5

  /// Thermal targets of light dark matter with alpha_D = 0.5 and m_A' = 3 m_chi at 100 MeV (arXiv:1808.05219, figure; recalled): y = 1.5e-9 for a complex
  /// scalar, half of it for a
  /// Majorana particle, 5e-11 for a pseudo-Dirac pair.
  @Test func lightDarkMatterTargets() throws {
    for (nature, published) in [(DarkMatterNature.complexScalar, 1.5e-9), (.majorana, 7.5e-10), (.pseudoDirac, 5e-11)] {
      let portal = DarkMatterPortal(nature: nature, alphaD: 0.5, massRatio: 3, couplingAxis: .y, massAxis: .chi)
      let calculation = try Self.calculation(.darkMatter(portal), 0.1, reheating: 2)
      let y = try RootFinding.brentLog("target", in: 1e-13, 1e-6, relative: 1e-4) { log((try calculation.abundance(coupling: $0).relicDensity ?? 0) / 0.12) }
      #expect(abs(y / published - 1) < Self.target, "\(nature) \(y)")
    }
  }
}
