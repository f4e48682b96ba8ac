import Numerics
import Portals

/// Neutrinos that one decay emits, as lines in energy: what energetic neutrinos do to nucleons is computed from them.
///
/// Neutrinos and antineutrinos come in equal numbers, as they do when charge-conjugate decays are alike. Continuous spectra are put on the nodes of a Gauss rule, which keeps number
/// and energy exactly and, since weights and cross sections are smooth in the energy, what is folded with them to better than 1e-3.
public struct NeutrinoEmission: Sendable, Hashable {
  /// Neutrinos of one flavour and one energy.
  public struct Line: Sendable, Hashable {
    public var flavour: LeptonFlavour
    /// MeV.
    public var energy: Double
    /// Neutrinos plus antineutrinos per decay, one half each.
    public var number: Double

    public init(_ flavour: LeptonFlavour, energy: Double, number: Double) {
      self.flavour = flavour
      self.energy = energy
      self.number = number
    }
  }

  public private(set) var lines: [Line]

  /// - Parameter lines: those of equal flavour and energy are put together, those without neutrinos left out.
  public init(_ lines: [Line] = []) {
    self.lines = []
    for line in lines { add(line) }
  }

  /// Nothing.
  public static let none = NeutrinoEmission()

  /// Two neutrinos of one flavour, the products of a decay into nu nubar or of two in nu + anything.
  public static func pair(_ flavour: LeptonFlavour, energy: Double) -> NeutrinoEmission {
    NeutrinoEmission([Line(flavour, energy: energy, number: 2)])
  }

  /// This many neutrinos, a third of each flavour.
  public static func evenMixture(energy: Double, number: Double) -> NeutrinoEmission {
    NeutrinoEmission(LeptonFlavour.allCases.map { Line($0, energy: energy, number: number / 3) })
  }

  public var isEmpty: Bool { lines.isEmpty }
  /// Whether energies are above zero, numbers not negative, and both finite.
  public var isValid: Bool { lines.allSatisfy { $0.energy > 0 && $0.energy.isFinite && $0.number >= 0 && $0.number.isFinite } }

  /// Neutrinos plus antineutrinos of a flavour per decay.
  public func number(_ flavour: LeptonFlavour) -> Double { lines.reduce(0) { $1.flavour == flavour ? $0 + $1.number : $0 } }
  /// Energy in MeV that goes to neutrinos of a flavour per decay.
  public func energy(_ flavour: LeptonFlavour) -> Double { lines.reduce(0) { $1.flavour == flavour ? $0 + $1.number * $1.energy : $0 } }

  public static func + (a: NeutrinoEmission, b: NeutrinoEmission) -> NeutrinoEmission { NeutrinoEmission(a.lines + b.lines) }

  /// With every number multiplied by a factor.
  public func scaled(_ factor: Double) -> NeutrinoEmission {
    NeutrinoEmission(lines.map { Line($0.flavour, energy: $0.energy, number: factor * $0.number) })
  }

  private mutating func add(_ line: Line) {
    guard line.number != 0 else { return }
    if let index = lines.firstIndex(where: { $0.flavour == line.flavour && $0.energy == line.energy }) {
      lines[index].number += line.number
    } else {
      lines.append(line)
    }
  }
}

/// Charged particles that the plasma stops before they decay (T above about 30 keV).
extension NeutrinoEmission {
  private static let nodes = 10

  /// One muon of either charge at rest, unpolarised, m_e = 0: nu_e 12 x^2 (1 - x), nu_mu 2 x^2 (3 - 2x) with x = 2E/m_mu in (0, 1); mean energies 3/10 and 7/20 of m_mu.
  public static let stoppedMuon: NeutrinoEmission = {
    let half = 0.5 * EarlyUniverseInputs.muonMass
    return spectrum(.electron, upTo: half) { x in 12 * x * x * (1 - x) } + spectrum(.muon, upTo: half) { x in 2 * x * x * (3 - 2 * x) }
  }()

  /// One charged pion at rest, pi -> mu nu (99.99 %): a line at (m_pi^2 - m_mu^2)/2 m_pi = 29.8 MeV, and its muon, which is stopped.
  public static let stoppedPion: NeutrinoEmission =
    line(.muon, twoBody(EarlyUniverseInputs.chargedPionMass, EarlyUniverseInputs.muonMass)) + stoppedMuon

  /// One charged kaon at rest by its six largest decays; muons and charged pions from it are stopped.
  ///
  /// K -> mu nu: a line at 235.5 MeV. The neutrinos of K -> pi0 l nu (8 %) have the spectrum of massless bodies and a constant matrix element, dN/dx = 2x up to half of the
  /// energy that masses leave: 20 % in their mean energy.
  public static let stoppedKaon: NeutrinoEmission = {
    let mass = EarlyUniverseInputs.chargedKaonMass.value
    let (muon, neutral) = (EarlyUniverseInputs.muonMass, EarlyUniverseInputs.neutralPionMass)
    let values = EarlyUniverseInputs.kaonModes.map(\.value)
    let total = values.reduce(0, +)
    let fractions = values.map { $0 / total }
    func threeBody(_ flavour: LeptonFlavour, lepton: Double) -> NeutrinoEmission {
      spectrum(flavour, upTo: 0.5 * (mass - neutral - lepton)) { x in 2 * x }
    }
    let modes = [
      line(.muon, twoBody(mass, muon)) + stoppedMuon, stoppedPion, stoppedPion.scaled(3), stoppedPion,
      threeBody(.electron, lepton: EarlyUniverseInputs.electronMass), threeBody(.muon, lepton: muon) + stoppedMuon,
    ]
    return zip(fractions, modes).reduce(.none) { $0 + $1.1.scaled($1.0) }
  }()

  private static func line(_ flavour: LeptonFlavour, _ energy: Double) -> NeutrinoEmission {
    NeutrinoEmission([Line(flavour, energy: energy, number: 1)])
  }

  /// Energy of the neutrino from a two-body decay at rest into a lepton.
  private static func twoBody(_ mass: Double, _ lepton: Double) -> Double { (mass * mass - lepton * lepton) / (2 * mass) }

  /// One neutrino with a density over x = E/`end`.
  private static func spectrum(_ flavour: LeptonFlavour, upTo end: Double, _ density: (Double) -> Double) -> NeutrinoEmission {
    NeutrinoEmission(
      GaussLegendre(order: nodes).mapped(from: 0, to: 1).map { Line(flavour, energy: end * $0.x, number: $0.weight * density($0.x)) })
  }
}
