import Numerics
import Units

/// A decay M -> M' l N with one mixing angle, and the rate that fixes its normalisation.
struct SemileptonicChannel: Sendable {
  let parent: String
  /// `M -> M'` with the charge of the lepton left to the name's user.
  let daughter: String
  let parentMass: Double
  let parentWidth: Double
  let daughterMass: Double
  /// |V|^2 times 1/2 for a neutral meson that is half of the quark pair.
  let strength: Double
  let formFactors: SemileptonicFormFactors
  /// Sign in the name of the lepton, `+`; both signs for a neutral kaon.
  let leptonCharge: String
  /// Measured over computed rate for a massless lepton, 1 where none is used.
  var normalisation = 1.0

  /// Branching ratio at |U|^2 = 1; zero at and above the threshold.
  ///
  /// G_F^2 |V|^2/(128 pi^3 M^3) Int dq2 sqrt(lambda(M^2, m^2, q2)) sqrt(lambda(1, r_l, r_N)) [H^2 T + H_t^2 L]/q2, T and L of the pair l N as in ``WeakBosonIntegral``
  /// (docs/models/heavy-neutral-leptons.md); equal to the expressions of 0705.1729 and 1805.08567.
  func branchingRatio(lepton: Double, neutral: Double) -> Double {
    let pair = lepton + neutral
    guard parentMass > daughterMass + pair else { return 0 }
    let (m2, d2, l2, n2) = (parentMass * parentMass, daughterMass * daughterMass, lepton * lepton, neutral * neutral)
    let end = parentMass - daughterMass
    let integral = NeutralLeptonPhaseSpace.bothEndsRoots(from: pair * pair, to: end * end, rule: NeutralLeptonPhaseSpace.fine) { q2 in
      guard q2 > 0 else { return 0 }
      let (r1, r2) = (l2 / q2, n2 / q2)
      let longitudinal = r1 + r2 - (r1 - r2) * (r1 - r2)
      let transverse = (2 * (1 - r1 - r2) + longitudinal) / 3
      let sums = formFactors.helicitySums(q2, parent: parentMass, daughter: daughterMass)
      return NeutralLeptonPhaseSpace.kallenRoot(m2, d2, q2) * NeutralLeptonPhaseSpace.kallenRoot(1, r1, r2)
        * (sums.transverse * transverse + sums.timelike * longitudinal) * q2
    }
    let fermi = ElectroweakInputs.fermiConstant.value
    let pi3 = Double.pi * Double.pi * Double.pi
    return normalisation * fermi * fermi * strength * integral / (128 * pi3 * m2 * parentMass * parentWidth)
  }

  /// The same channel scaled so that `reference` has its measured rate into an electron and a massless neutrino.
  func normalised(to measured: Input, through reference: SemileptonicChannel) -> SemileptonicChannel {
    var channel = self
    channel.normalisation = measured.value / reference.branchingRatio(lepton: PhysicalConstants.electronMass.value, neutral: 0)
    return channel
  }
}

/// The semileptonic decays that are computed.
enum SemileptonicChannels {
  static let all: [SemileptonicChannel] = kaons + charm + bottom

  private typealias E = ElectroweakInputs
  private typealias M = MesonInputs
  private typealias P = ProductionInputs

  private static let kaons: [SemileptonicChannel] = {
    let form = SemileptonicFormFactors.pseudoscalar(
      plus: .pole(P.kaonToPionAtZero.value, pole: P.kaonVectorPole.value), scalar: .pole(P.kaonToPionAtZero.value, pole: P.kaonScalarPole.value))
    let charged = channel("K+", "pi0", M.chargedKaon, M.chargedKaonWidth, M.neutralPion, E.vus, half: true, form)
    // K_L decays to pi- l+ N and pi+ l- N with half a rate each: their sum is listed.
    let long = channel("K_L", "pi-+", M.neutralKaon, M.kLongWidth, M.chargedPion, E.vus, form, charge: "+-")
    return [charged.normalised(to: P.kaonToNeutralPion, through: charged), long.normalised(to: P.kLongToPion, through: long)]
  }()

  private static let charm: [SemileptonicChannel] = {
    let toKaon = shiftedZ(P.dKaon, M.dZero, M.chargedKaon)
    let toPion = shiftedZ(P.dPion, M.dZero, M.chargedPion)
    let zeroKaon = channel("D0", "K-", M.dZero, M.dZeroWidth, M.chargedKaon, E.vcs, toKaon)
    let zeroPion = channel("D0", "pi-", M.dZero, M.dZeroWidth, M.chargedPion, E.vcd, toPion)
    let pole = M.dStarStrange.value
    func eta(_ atZero: Input) -> SemileptonicFormFactors {
      .pseudoscalar(
        plus: .doublePole(atZero.value, s1: P.dStrangeEtaSlope.value, s2: 0, mass: pole, hasPole: true),
        scalar: .doublePole(atZero.value, s1: 0, s2: 0, mass: pole, hasPole: false))
    }
    let toKStar = vector(P.dKStar, M.dStarStrange, M.dStrange)
    return [
      zeroKaon.normalised(to: P.dToKaon, through: zeroKaon),
      channel("D+", "Kbar0", M.dPlus, M.dPlusWidth, M.neutralKaon, E.vcs, toKaon).normalised(to: P.dToKaon, through: zeroKaon),
      zeroPion.normalised(to: P.dToPion, through: zeroPion),
      channel("D+", "pi0", M.dPlus, M.dPlusWidth, M.neutralPion, E.vcd, half: true, toPion).normalised(to: P.dToPion, through: zeroPion),
      channel("D0", "K*-", M.dZero, M.dZeroWidth, M.chargedKStar, E.vcs, toKStar),
      channel("D+", "Kbar*0", M.dPlus, M.dPlusWidth, M.neutralKStar, E.vcs, toKStar),
      channel("D_s+", "eta", M.dStrange, M.dStrangeWidth, M.eta, E.vcs, eta(P.dStrangeEta)),
      channel("D_s+", "eta'", M.dStrange, M.dStrangeWidth, M.etaPrime, E.vcs, eta(P.dStrangeEtaPrime)),
    ]
  }()

  private static let bottom: [SemileptonicChannel] = {
    let toD = SemileptonicFormFactors.pseudoscalar(
      plus: .bclPlus(P.bDPlus.map(\.value), pole: nil, frame: frame(M.bZero, M.dPlus)),
      scalar: .bclScalar(P.bDScalar.map(\.value), pole: nil, frame: frame(M.bZero, M.dPlus)))
    let toPion = pinnedAtZero(P.bPionPlus, P.bPionScalar, scalarPole: nil, frame(M.bZero, M.chargedPion))
    let toKaon = pinnedAtZero(P.bStrangeKaonPlus, P.bStrangeKaonScalar, scalarPole: P.bStrangeKaonPole.value, frame(M.bStrange, M.chargedKaon))
    let zeroD = channel("B0", "D-", M.bZero, M.bZeroWidth, M.dPlus, E.vcb, toD)
    let zeroPion = channel("B0", "pi-", M.bZero, M.bZeroWidth, M.chargedPion, E.vub, toPion)
    let toDStar = vector(P.bDStar, P.bCharmStar, M.bCharm)
    let toRho = vector(P.bRho, M.bStar, M.bZero)
    return [
      channel("B+", "Dbar0", M.bPlus, M.bPlusWidth, M.dZero, E.vcb, toD).normalised(to: P.bToD, through: zeroD),
      zeroD.normalised(to: P.bToD, through: zeroD),
      channel("B+", "Dbar*0", M.bPlus, M.bPlusWidth, M.dStarZero, E.vcb, toDStar),
      channel("B0", "D*-", M.bZero, M.bZeroWidth, M.dStarPlus, E.vcb, toDStar),
      channel("B+", "pi0", M.bPlus, M.bPlusWidth, M.neutralPion, E.vub, half: true, toPion).normalised(to: P.bToPion, through: zeroPion),
      zeroPion.normalised(to: P.bToPion, through: zeroPion),
      channel("B+", "rho0", M.bPlus, M.bPlusWidth, M.rho, E.vub, half: true, toRho),
      channel("B0", "rho-", M.bZero, M.bZeroWidth, M.rho, E.vub, toRho),
      channel("B_s", "K-", M.bStrange, M.bStrangeWidth, M.chargedKaon, E.vub, toKaon),
    ]
  }()

  private static func channel(
    _ parent: String, _ daughter: String, _ mass: Input, _ width: Input, _ daughterMass: Input, _ ckm: Input, half: Bool = false,
    _ form: SemileptonicFormFactors, charge: String = "+"
  ) -> SemileptonicChannel {
    SemileptonicChannel(
      parent: parent, daughter: daughter, parentMass: mass.value, parentWidth: width.value, daughterMass: daughterMass.value,
      strength: ckm.value * ckm.value * (half ? 0.5 : 1), formFactors: form, leptonCharge: charge)
  }

  private static func frame(_ parent: Input, _ daughter: Input) -> SemileptonicFormFactors.ZVariable {
    SemileptonicFormFactors.ZVariable(parent: parent.value, daughter: daughter.value)
  }

  private static func shiftedZ(_ inputs: [Input], _ parent: Input, _ daughter: Input) -> SemileptonicFormFactors {
    let values = inputs.map(\.value)
    let z = frame(parent, daughter)
    return .pseudoscalar(
      plus: .shiftedZ(values[0], slope: values[1], pole: values[2], frame: z), scalar: .shiftedZ(values[0], slope: values[3], pole: values[4], frame: z))
  }

  /// f_0 with one more coefficient, which makes f_0(0) = f_+(0).
  private static func pinnedAtZero(_ plus: [Input], _ scalar: [Input], scalarPole: Double?, _ z: SemileptonicFormFactors.ZVariable) -> SemileptonicFormFactors {
    let curve = SemileptonicFormFactors.Curve.bclPlus(plus.map(\.value), pole: M.bStar.value, frame: z)
    let known = SemileptonicFormFactors.Curve.bclScalar(scalar.map(\.value), pole: scalarPole, frame: z)
    var power = 1.0
    for _ in scalar { power *= z(0) }
    let last = (curve(0) - known(0)) / power
    return .pseudoscalar(plus: curve, scalar: .bclScalar(scalar.map(\.value) + [last], pole: scalarPole, frame: z))
  }

  private static func vector(_ rows: [[Input]], _ vectorPole: Input, _ pseudoscalarPole: Input) -> SemileptonicFormFactors {
    func curve(_ row: [Input], _ mass: Input, hasPole: Bool) -> SemileptonicFormFactors.Curve {
      .doublePole(row[0].value, s1: row[1].value, s2: row[2].value, mass: mass.value, hasPole: hasPole)
    }
    return .vector(
      v: curve(rows[0], vectorPole, hasPole: true), a0: curve(rows[1], pseudoscalarPole, hasPole: true), a1: curve(rows[2], vectorPole, hasPole: false),
      a2: curve(rows[3], vectorPole, hasPole: false))
  }
}
