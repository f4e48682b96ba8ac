import Foundation
import Numerics
import Units

/// Exclusive hadronic widths of a pseudoscalar below about 2 GeV, for one eta-eta' mixing.
struct LightHadronDecays: Sendable {
  let mixing: LightMesonMixing
  private let threePions: [ThreeMesonChannel]
  private let others: [ThreeMesonChannel]
  private let vectors: VectorMesonChannels
  /// Measured over leading-order widths of eta and eta' into the two charge states of three pions.
  let threePionRatios: [(eta: Double, etaPrime: Double)]

  init(_ angle: EtaAngle) throws {
    let mixing = LightMesonMixing(angle: angle.degrees)
    let nonet = ScalarExchange()
    let matrices = MesonMatrices(mixing)
    let (piPlus, piMinus) = ((matrices.piPlus, MesonInputs.chargedPion.value), (matrices.piMinus, MesonInputs.chargedPion.value))
    let (pi0, eta, etaPrime) = (
      (matrices.pi0, MesonInputs.neutralPion.value), (matrices.eta, MesonInputs.eta.value), (matrices.etaPrime, MesonInputs.etaPrime.value)
    )
    let (kPlus, kMinus) = ((matrices.kPlus, MesonInputs.chargedKaon.value), (matrices.kMinus, MesonInputs.chargedKaon.value))
    let (kZero, kZeroBar) = ((matrices.kZero, MesonInputs.neutralKaon.value), (matrices.kZeroBar, MesonInputs.neutralKaon.value))
    func channel(_ name: String, _ mesons: [(FlavourMatrix, Double)], _ symmetry: Double, scalars: Bool = true) throws -> ThreeMesonChannel {
      try ThreeMesonChannel(
        name, mesons.map { (field: $0.0, mass: $0.1) }, symmetry: symmetry, scalars: scalars, mixing: mixing, nonet: nonet)
    }
    self.mixing = mixing
    threePions = [
      try channel("pi+ pi- pi0", [piPlus, piMinus, pi0], 1, scalars: false), try channel("pi0 pi0 pi0", [pi0, pi0, pi0], 1.0 / 6, scalars: false),
    ]
    others = [
      try channel("eta pi+ pi-", [piPlus, piMinus, eta], 1), try channel("eta pi0 pi0", [pi0, pi0, eta], 0.5),
      try channel("eta' pi+ pi-", [piPlus, piMinus, etaPrime], 1), try channel("eta' pi0 pi0", [pi0, pi0, etaPrime], 0.5),
      try channel("K+ K- pi0", [kPlus, kMinus, pi0], 1), try channel("K0 K0bar pi0", [kZero, kZeroBar, pi0], 1),
      try channel("K+- K0 pi-+", [kPlus, kZeroBar, piMinus], 2),
    ]
    vectors = try VectorMesonChannels(lightDecayConstant: mixing.lightDecayConstant)
    threePionRatios = zip(threePions, ThreePionInputs.measured).map { channel, measured in
      func leading(_ column: Int) -> Double {
        let fields = MesonMatrices.neutral((0..<3).map { mixing.vectors[$0][column] })
        let mass = mixing.squaredMasses[column].squareRoot()
        return channel.width(mass: mass, fields: [fields[0, 0], fields[1, 1], fields[2, 2]], phases: [0, 0, 0])
      }
      return (
        measured.eta.value * MesonInputs.etaWidth.value / leading(1), measured.etaPrime.value * MesonInputs.etaPrimeWidth.value / leading(2)
      )
    }
  }

  /// The open exclusive states with their widths in GeV at 1/f = 1/GeV, in a fixed order.
  func widths(mass: Double, couplings: PseudoscalarCouplings, treatment: PseudoscalarPortal.HadronTreatment) -> [(finalState: String, width: Double)] {
    var fields = mixing.admixture(mass: mass, couplings: couplings).fields
    var massPhases = couplings.lightQuarks
    var damping = 1.0
    if treatment != .covariant { damping = pow(VectorDominanceFactor.value(mass), 2) }
    if treatment == .mixing {
      // The fields after the gluon coupling is rotated into axial couplings with kappa_q = (1/m_q)/sum(1/m_q); what the rotation leaves in the vertices is dropped.
      let inverse = [QuarkInputs.up, QuarkInputs.down, QuarkInputs.strange].map { 1 / $0.value }
      let total = inverse.reduce(0, +)
      let rotated = zip(couplings.lightQuarks, inverse).map { $0 + 2 * couplings.gluon * $1 / total }
      fields = zip(fields, mixing.shift(rotated)).map { $0 - $1 }
      massPhases = [0, 0, 0]
    }
    return widths(mass: mass, fields: fields, massPhases: massPhases).map { ($0.finalState, damping * $0.width) }
  }

  /// The open exclusive states of field amplitudes (pi_3, eta_q, eta_s) and phases in the masses of u, d, s, without damping.
  func widths(mass: Double, fields: [Double], massPhases: [Double] = [0, 0, 0]) -> [(finalState: String, width: Double)] {
    let matrix = MesonMatrices.neutral(fields)
    let entries = [matrix[0, 0], matrix[1, 1], matrix[2, 2]]
    var partials: [(finalState: String, width: Double)] = []
    for (channel, ratio) in zip(threePions, threePionRatios) {
      partials.append((channel.finalState, threePionFactor(mass, ratio) * channel.width(mass: mass, fields: entries, phases: massPhases)))
    }
    for channel in others { partials.append((channel.finalState, channel.width(mass: mass, fields: entries, phases: massPhases))) }
    partials += vectors.widths(mass: mass, phases: mixing.phases(fields))
    return partials.filter { $0.width > 0 }
  }

  /// What leading order misses in three pions, from the measured eta and eta' rates: geometric in m^2 between the two masses, constant outside.
  private func threePionFactor(_ mass: Double, _ ratio: (eta: Double, etaPrime: Double)) -> Double {
    let (low, high) = (mixing.squaredMasses[1], mixing.squaredMasses[2])
    let t = min(1, max(0, (mass * mass - low) / (high - low)))
    return ratio.eta * pow(ratio.etaPrime / ratio.eta, t)
  }

  private static let lattice = Result { try LightHadronDecays(.lattice) }
  private static let minus13 = Result { try LightHadronDecays(.minus13) }
  private static let minus19 = Result { try LightHadronDecays(.minus19) }

  /// The shared tables, built at first use.
  static func shared(_ angle: EtaAngle) throws -> LightHadronDecays {
    switch angle {
    case .lattice: try lattice.get()
    case .minus13: try minus13.get()
    case .minus19: try minus19.get()
    }
  }
}

/// The eta-eta' mixing angles in use, in degrees: lattice (arXiv:1002.2999), FORESEE, and sin = -1/3 of arXiv:1811.03474.
public enum EtaAngle: String, Sendable, Hashable, CaseIterable {
  case lattice = "-14.1"
  case minus13 = "-13"
  case minus19 = "-19.5"

  var degrees: Double {
    switch self {
    case .lattice: PseudoscalarInputs.latticeAngle.value
    case .minus13: -13
    case .minus19: -19.471_220_634_490_69
    }
  }
}

/// Measured branching ratios of eta and eta' into three pions.
enum ThreePionInputs {
  private static let pdg = "PDG 2024"
  static let measured: [(eta: Input, etaPrime: Input)] = [
    (
      Input("BR(eta -> pi+ pi- pi0)", 0.2302, uncertainty: 0.0025, source: pdg, status: .recalled),
      Input("BR(eta' -> pi+ pi- pi0)", 3.61e-3, uncertainty: 1.8e-4, source: pdg, status: .recalled)
    ),
    (
      Input("BR(eta -> 3 pi0)", 0.3257, uncertainty: 0.0021, source: pdg, status: .recalled),
      Input("BR(eta' -> 3 pi0)", 2.50e-3, uncertainty: 1.7e-4, source: pdg, status: .recalled)
    ),
  ]
  static let all = measured.flatMap { [$0.eta, $0.etaPrime] }
}
