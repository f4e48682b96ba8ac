import Units

/// Hadrons beside one lepton: single mesons at low energy, quarks at high energy, and how they join.
///
/// The join is in the energy E = m - m_l that is left for hadrons, quark content by quark content: single mesons alone up to the lower end, quarks alone from the upper end,
/// a smooth step in between. For u, d, s the ends are 1.0 GeV (below, more than two pions are rare) and 1.5 GeV (above, single mesons miss a quarter of what tau decays show);
/// for a heavy quark the lower end is the threshold of its lightest pair of mesons.
struct NeutralLeptonHadrons: Sendable {
  typealias TwoPions = HeavyNeutralLeptonPortal.TwoPions
  typealias Treatment = HeavyNeutralLeptonPortal.HadronTreatment

  /// One quark content of the weak current.
  private struct Content: Sendable {
    let mesons: [MesonMode]
    let join: ClosedRange<Double>
    let pairs: [NeutralLeptonQuarks.Pair]
    /// The active flavours that this content adds when it is open.
    let flavours: Double

    /// The share of quarks, 0 to 1.
    func quarkShare(_ energy: Double) -> Double {
      smoothStep((energy - join.lowerBound) / (join.upperBound - join.lowerBound))
    }
  }

  private let quarks: NeutralLeptonQuarks
  private let pionPairs: NeutralLeptonPionPairs
  private let charged: [Content]
  private let neutral: [Content]

  static func shared() throws -> NeutralLeptonHadrons { try cached.get() }
  private static let cached = Result { try NeutralLeptonHadrons() }

  private init() throws {
    quarks = try NeutralLeptonQuarks()
    pionPairs = try NeutralLeptonPionPairs.shared()
    typealias E = ElectroweakInputs
    func square(_ input: Input) -> Double { input.value * input.value }
    let (strange, charm, bottom, top) = (QuarkInputs.strange.value, QuarkInputs.charm.value, QuarkInputs.bottom.value, QuarkInputs.topPole.value)
    let s = E.weakMixing.value
    let light = 1.0...1.5
    let (d, b) = (MesonInputs.dZero.value, MesonInputs.bPlus.value)
    let (openCharm, openBottom, openBottomCharm) = (d + MesonInputs.chargedKaon.value, b + MesonInputs.neutralPion.value, b + d)
    charged = [
      Content(
        mesons: NeutralLeptonMesons.chargedLight, join: light, pairs: [.light(square(E.vud) + square(E.vus))], flavours: 3),
      Content(
        mesons: NeutralLeptonMesons.chargedCharm, join: openCharm...3.2,
        pairs: [.charged(charm, strange, mixing: square(E.vcs) + square(E.vcd))], flavours: 1),
      Content(mesons: NeutralLeptonMesons.chargedBottom, join: openBottom...7, pairs: [.charged(0, bottom, mixing: square(E.vub))], flavours: 0),
      Content(
        mesons: NeutralLeptonMesons.chargedBottomCharm, join: openBottomCharm...9, pairs: [.charged(charm, bottom, mixing: square(E.vcb))], flavours: 1),
      Content(mesons: [], join: (top + bottom)...(top + bottom + 1), pairs: [.charged(top, bottom, mixing: square(E.vtb))], flavours: 0),
    ]
    let (upLeft, upRight, downLeft, downRight) = (0.5 - 2 * s / 3, -2 * s / 3, -0.5 + s / 3, s / 3)
    neutral = [
      Content(
        mesons: NeutralLeptonMesons.neutralLight, join: light,
        pairs: [.light(upLeft * upLeft + upRight * upRight + 2 * (downLeft * downLeft + downRight * downRight))], flavours: 3),
      Content(mesons: NeutralLeptonMesons.neutralCharm, join: 2 * d...4.6, pairs: [.neutral(charm, left: upLeft, right: upRight)], flavours: 1),
      Content(mesons: [], join: 2 * b...12.5, pairs: [.neutral(bottom, left: downLeft, right: downRight)], flavours: 1),
      Content(mesons: [], join: 2 * top...(2 * top + 1), pairs: [.neutral(top, left: upLeft, right: upRight)], flavours: 0),
    ]
  }

  /// The single mesons open beside `lepton` (`nil`: a neutrino), in units of G_F^2 m^5 |U|^2/(192 pi^3).
  func mesons(_ mass: Double, lepton: LeptonFlavour?, twoPions: TwoPions) -> [(name: String, width: Double)] {
    (lepton == nil ? neutral : charged).flatMap { content in
      content.mesons.compactMap { mode in
        let width = width(of: mode, mass, lepton: lepton, twoPions: twoPions)
        let isPair = mode.isRho && twoPions == .formFactor
        let name = isPair ? (lepton == nil ? "pi+ pi-" : "pi pi0") : mode.name
        return width > 0 ? ("\(lepton?.symbol ?? "nu") \(name)", width) : nil
      }
    }
  }

  private func width(of mode: MesonMode, _ mass: Double, lepton: LeptonFlavour?, twoPions: TwoPions) -> Double {
    mode.isRho && twoPions == .formFactor ? pionPairs.width(mass, lepton: lepton?.mass) : mode.width(mass, lepton: lepton?.mass ?? 0)
  }

  /// All hadrons beside `lepton` in units of G_F^2 m^5 |U|^2/(192 pi^3).
  ///
  /// - Parameter mesonShift: how many of their errors the mesons' strengths are moved, all together.
  func total(
    _ mass: Double, lepton: LeptonFlavour?, boson: WeakBosonIntegral.Boson?, treatment: Treatment = .joined, twoPions: TwoPions = .rho,
    choice: NeutralLeptonQuarks.Choice = .init(), mesonShift: Double = 0
  ) -> Double {
    let leptonMass = lepton?.mass ?? 0
    let energy = mass - leptonMass
    let contents = lepton == nil ? neutral : charged
    guard energy > 0 else { return 0 }
    let flavours = max(3, contents.reduce(0) { $0 + $1.flavours * $1.quarkShare(energy) })
    let isOpen = treatment != .mesons && contents.contains { energy > $0.join.lowerBound }
    let point = isOpen ? quarks.point(mass, lepton: lepton?.mass, boson: boson, choice: choice) : nil
    return contents.reduce(0) { sum, content in
      let open = treatment == .larger ? (energy > content.join.lowerBound ? 1 : 0) : content.quarkShare(energy)
      func mesonWidth() -> Double {
        content.mesons.reduce(0) { $0 + width(of: $1, mass, lepton: lepton, twoPions: twoPions) * (1 + mesonShift * $1.error) }
      }
      func quarkWidth() -> Double {
        guard let point else { return 0 }
        return content.pairs.reduce(0) { $0 + quarks.width(point, pair: $1, flavours: flavours, choice: choice) }
      }
      switch treatment {
      case .mesons: return sum + mesonWidth()
      case .joined: return sum + (open < 1 ? (1 - open) * mesonWidth() : 0) + (open > 0 ? open * quarkWidth() : 0)
      case .larger: return sum + (open > 0 ? max(mesonWidth(), quarkWidth()) : mesonWidth())
      }
    }
  }
}
