import Foundation
import Numerics
import Units

/// Hadronic widths of a Higgs-mixed scalar with sin theta = 1: pion and kaon pairs and a remainder below 2 GeV, gluons and quarks above.
struct ScalarHadrons: Sendable {
  let treatment: HadronTreatment
  let gluons: GluonOrder
  private let formFactors: ScalarFormFactors
  private let partons: PartonicScalarWidths
  /// C of the remainder, GeV^-2.
  private let remainder: Double

  struct Channel: Sendable {
    let finalState: String
    let width: Double
  }

  init(_ treatment: HadronTreatment, gluons: GluonOrder) throws {
    self.treatment = treatment
    self.gluons = gluons
    formFactors = try .shared()
    partons = try .shared()
    let edge = ScalarInputs.partonic.value
    let pairs = Self.mesonPairs(edge, formFactors, treatment).reduce(0) { $0 + $1.width }
    let phaseSpace = Self.remainderPhaseSpace(edge)
    remainder = treatment == .chiral ? 0 : max(0, partons(edge, gluons: gluons).total - pairs) / phaseSpace
  }

  /// The widths in GeV at a mass in GeV, in a fixed order: the exclusive channels (below 2 GeV `pi pi` = charged + neutral, beside both), and their sum.
  func callAsFunction(_ mass: Double) -> (channels: [Channel], total: Double) {
    if mass >= ScalarInputs.partonic.value {
      let widths = partons(mass, gluons: gluons)
      let channels = [
        Channel(finalState: "g g", width: widths.gluons), Channel(finalState: "s sbar", width: widths.strange),
        Channel(finalState: "c cbar", width: widths.charm), Channel(finalState: "b bbar", width: widths.bottom),
      ]
      return (channels.filter { $0.width > 0 }, widths.total)
    }
    let pairs = Self.mesonPairs(mass, formFactors, treatment)
    let rest = remainder * Self.remainderPhaseSpace(mass)
    let channels = pairs + [Channel(finalState: "other hadrons", width: rest)]
    return (channels.filter { $0.width > 0 }, pairs.reduce(rest) { $0 + $1.width })
  }

  /// The hadronic widths in GeV below 2 GeV with the remainder fixed by each width of ``PartonicScalarWidths/spread(_:)`` at 2 GeV, 10 % up and down for the form factors.
  ///
  /// Where such a width is below that of the meson pairs there is no remainder, and the pairs are scaled down to it; that and the loss of the 10 % set in smoothly from 1.6 GeV.
  func spread(_ mass: Double) -> [Double] {
    let edge = ScalarInputs.partonic.value
    let pairs = Self.mesonPairs(mass, formFactors, treatment).reduce(0) { $0 + $1.width }
    let pairsAtEdge = Self.mesonPairs(edge, formFactors, treatment).reduce(0) { $0 + $1.width }
    let phaseSpace = Self.remainderPhaseSpace(mass) / Self.remainderPhaseSpace(edge)
    let share = smoothStep((mass - 1.6) / (edge - 1.6))
    let reading = 0.1 * (1 - share)
    return partons.spread(edge).flatMap { width -> [Double] in
      let total = (pairs + max(0, width - pairsAtEdge) * phaseSpace) * pow(min(1, width / pairsAtEdge), share)
      return [(1 - reading) * total, (1 + reading) * total]
    }
  }

  /// pi+ pi-, pi0 pi0, K+ K-, K0 K0bar. Gamma(pi pi) = 3 |G_pi|^2 beta/(32 pi m v^2), 2 : 1; Gamma(K K) = |G_K|^2 beta/(8 pi m v^2), 1 : 1; every pair with its own
  /// velocity, but the charged pion's for both in ``HadronTreatment/chiral``.
  private static func mesonPairs(_ mass: Double, _ formFactors: ScalarFormFactors, _ treatment: HadronTreatment) -> [Channel] {
    let s = mass * mass
    let v = ElectroweakInputs.higgsVacuum
    let unit = 1 / (32 * .pi * mass * v * v)
    func velocity(_ meson: Input) -> Double { max(0, 1 - 4 * meson.value * meson.value / s).squareRoot() }
    let neutralPion = treatment == .chiral ? MesonInputs.chargedPion : MesonInputs.neutralPion
    guard velocity(neutralPion) > 0 else { return [] }
    let pion = unit * formFactors.pion(s, treatment).squaredMagnitude
    var channels = [
      Channel(finalState: "pi+ pi-", width: 2 * pion * velocity(MesonInputs.chargedPion)), Channel(finalState: "pi0 pi0", width: pion * velocity(neutralPion)),
    ]
    if velocity(MesonInputs.chargedKaon) > 0 {
      let kaon = 2 * unit * formFactors.kaon(s, treatment).squaredMagnitude
      channels.append(Channel(finalState: "K+ K-", width: kaon * velocity(MesonInputs.chargedKaon)))
      channels.append(Channel(finalState: "K0 K0bar", width: kaon * velocity(MesonInputs.neutralKaon)))
    }
    return channels
  }

  /// m^3 sqrt(1 - 16 m_pi^2/m^2) of four pions, eta eta, rho rho (1809.01876).
  private static func remainderPhaseSpace(_ mass: Double) -> Double {
    let pion = MesonInputs.chargedPion.value
    return mass * mass * mass * max(0, 1 - 16 * pion * pion / (mass * mass)).squareRoot()
  }

  /// The shared tables of one choice, built at first use.
  static func shared(_ treatment: HadronTreatment, _ gluons: GluonOrder) throws -> ScalarHadrons {
    guard let found = cached.first(where: { $0.treatment == treatment && $0.gluons == gluons }) else {
      throw ModelError.parameterValue(
        model: "scalar", key: "hadrons", value: treatment.rawValue, allowed: HadronTreatment.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return try found.tables.get()
  }

  private struct Cached: Sendable {
    let treatment: HadronTreatment
    let gluons: GluonOrder
    let tables: Result<ScalarHadrons, any Error>
  }
  private static let cached: [Cached] = HadronTreatment.allCases.flatMap { treatment in
    GluonOrder.allCases.map { gluons in Cached(treatment: treatment, gluons: gluons, tables: Result { try ScalarHadrons(treatment, gluons: gluons) }) }
  }
}
