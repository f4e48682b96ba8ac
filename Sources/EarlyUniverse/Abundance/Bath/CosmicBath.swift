import Foundation
import Numerics
import Units

/// The Standard Model's expansion as a function of the photon temperature, from 1.2 keV to 100 TeV: what a particle is produced in. GeV.
///
/// Below 20 MeV the temperatures of ``ThermalHistory`` (neutrinos decoupled), above the g_* of ``EffectiveDegreesOfFreedom``. The energy density of the new
/// particle itself is not
/// counted: at most 7 % of H for three states in equilibrium at T > m.
public struct CosmicBath: Sendable {
  /// Conditions at one temperature.
  public struct State: Sendable, Hashable {
    /// H in GeV.
    public var hubble: Double
    /// Entropy per volume that stays in a comoving volume, GeV^3: s above 5 MeV, s_0 (a_0/a)^3 below, where neutrinos and photons no longer share one
    /// temperature.
    public var comovingEntropy: Double
    /// T_nu/T_gamma, the mean over flavours.
    public var neutrinoRatio: Double
    /// -d ln a/d ln T.
    public var expansionPerCooling: Double
  }

  /// The temperatures in GeV.
  public static let range = 1.2e-6...1e5
  /// Where the two descriptions meet, in GeV.
  static let join = 0.02

  private let table: HermiteTable
  /// ``State/comovingEntropy`` today, a = 1, GeV^3.
  public let entropyToday: Double

  private static let standard = Result { try CosmicBath() }
  /// The shared table of the Standard Model, computed at first use (0.1 s).
  public static func shared() throws -> CosmicBath { try standard.get() }

  private init() throws {
    var settings = ThermalHistory.Settings()
    settings.endTemperature = 1e-3
    let history = try ThermalHistory.compute(settings: settings)
    let epochs = history.epochs.reversed().map { $0 }
    let x = epochs.map { log($0.photonTemperature * 1e-3) }
    let scale = try Spline("scale factor", x: x, y: epochs.map { log($0.scaleFactor) })
    let hubble = try Spline("expansion rate", x: x, y: epochs.map { log($0.hubbleRate * PhysicalConstants.hbar.value) })
    let ratio = try Spline(
      "neutrino temperature", x: x, y: epochs.map { ($0.electronNeutrinoTemperature + 2 * $0.muonNeutrinoTemperature) / (3 * $0.photonTemperature) })
    let join = log(Self.join)
    let entropyAtJoin = Plasma.standardEntropy(temperature: Self.join * 1e3, heavyParticles: true) * pow(Self.join, 3)
    let scaleAtJoin = scale(join)
    entropyToday = entropyAtJoin * exp(3 * scaleAtJoin)
    let newton = EarlyUniverseInputs.newton * 1e6
    func above(_ w: Double) -> (hubble: Double, entropy: Double) {
      let t = exp(w)
      let g = EffectiveDegreesOfFreedom.values(temperature: t)
      let energy = Double.pi * Double.pi / 30 * g.energy * pow(t, 4)
      return (0.5 * log(8 * Double.pi / 3 * newton * energy), log(2 * Double.pi * Double.pi / 45 * g.entropy * t * t * t))
    }
    // Both pieces keep a^3 s; the fit is shifted by the ratio at the join, below 1 %, so that numbers per entropy are those of the thermal history.
    let shift = log(entropyAtJoin) - above(join).entropy
    let hubbleShift = hubble(join) - above(join).hubble
    table = HermiteTable(from: log(Self.range.lowerBound), to: log(Self.range.upperBound), count: 2600) { w -> [Double] in
      guard w > join else { return [hubble(w), log(entropyAtJoin) - 3 * (scale(w) - scaleAtJoin), ratio(w)] }
      let values = above(w)
      // The shift of H fades with the fit's own threshold functions: it is gone at 120 MeV.
      let fade = max(0, 1 - (w - join) / log(EffectiveDegreesOfFreedom.join / Self.join))
      return [values.hubble + fade * hubbleShift, values.entropy + shift, 1]
    }
  }

  /// Conditions at ln(T/GeV); held at the ends of ``range``.
  public func state(logTemperature w: Double) -> State {
    let at = table.locate(w)
    return State(
      hubble: exp(table.value(at, 0)), comovingEntropy: exp(table.value(at, 1)), neutrinoRatio: table.value(at, 2),
      expansionPerCooling: table.slope(at, 1) / 3)
  }

  /// Planck mass 1/sqrt(G) in GeV.
  public static let planckMass = 1 / (EarlyUniverseInputs.newton * 1e6).squareRoot()
}
