import Foundation
import Numerics
import Units

/// Decays of a pseudoscalar through vector mesons: pairs of them, and pi+ pi- gamma through the rho.
///
/// One coupling fixes all: L = (3 g^2/16 pi^2) Tr(theta V Vdual), theta the quark phases of a; with g V -> e Q A it is the anomaly that gives P -> gamma gamma.
/// g = m_rho/(sqrt 2 F) (KSRF), 5.95.
struct VectorMesonChannels: Sendable {
  private let pairs: [VectorPair]
  private let radiative: Spline
  private static let radiativeThreshold = 2 * MesonInputs.chargedPion.value
  /// Int ds (m^2 - s)^3 beta^3 grows as (m - 2 m_pi)^(3 + 3/2 + 1).
  private static let radiativePower = 5.5

  init(lightDecayConstant f: Double) throws {
    let g = MesonInputs.rho.value / (2.0.squareRoot() * f)
    let unit = 3 * g * g / (16 * .pi * .pi)
    let rho = VectorMeson(
      mass: MesonInputs.rho.value, width: VectorMesonInputs.rhoWidth.value, daughters: (MesonInputs.chargedPion.value, MesonInputs.chargedPion.value))
    let kStar = VectorMeson(
      mass: MesonInputs.neutralKStar.value, width: VectorMesonInputs.kStarWidth.value, daughters: (MesonInputs.neutralKaon.value, MesonInputs.chargedPion.value)
    )
    let omega = VectorMeson(mass: MesonInputs.omega.value, width: 0, daughters: (0, 0))
    let phi = VectorMeson(mass: MesonInputs.phi.value, width: 0, daughters: (0, 0))
    // The coupling h of a pair of two different mesons, L = h a V Vdual; a pair of equal ones with coefficient h/2 has half the width.
    pairs = [
      try VectorPair("rho rho", rho, rho, weight: 1.5 * unit * unit) { ($0[0] + $0[1]) / 2 },
      try VectorPair("rho omega", rho, omega, weight: unit * unit) { ($0[0] - $0[1]) / 2 },
      try VectorPair("omega omega", omega, omega, weight: 0.5 * unit * unit) { ($0[0] + $0[1]) / 2 },
      try VectorPair("K*+ K*-", kStar, kStar, weight: unit * unit) { ($0[0] + $0[2]) / 2 },
      try VectorPair("K*0 K*0bar", kStar, kStar, weight: unit * unit) { ($0[1] + $0[2]) / 2 },
      try VectorPair("phi phi", phi, phi, weight: 0.5 * unit * unit) { $0[2] },
    ]
    radiative = try Self.radiativeTable(f)
  }

  /// Every pair and pi+ pi- gamma with their widths in GeV, for quark phases at 1/f = 1/GeV.
  func widths(mass: Double, phases: [Double]) -> [(finalState: String, width: Double)] {
    let photon: Double
    if mass > Self.radiativeThreshold {
      let weight = (2 * phases[0] + phases[1]) / 3
      photon = weight * weight * max(0, radiative(mass)) * pow(mass - Self.radiativeThreshold, Self.radiativePower)
    } else {
      photon = 0
    }
    return [("pi+ pi- gamma", photon)] + pairs.map { ($0.finalState, $0.width(mass: mass, phases: phases)) }
  }

  /// Width of pi+ pi- gamma for (2 theta_u + theta_d)/3 = 1, divided by (m - 2 m_pi)^5.5, its growth at threshold:
  /// h^2 Int ds (m^2 - s)^3 s beta^3 |m_rho^2/(m_rho^2 - s - i sqrt(s) Gamma(s))|^2/(6144 pi^3 m^3), h = e/(4 pi^2 F^2).
  private static func radiativeTable(_ f: Double) throws -> Spline {
    let pion = MesonInputs.chargedPion.value
    let (low, high) = (radiativeThreshold, ThreeMesonChannel.highestMass)
    let rule = GaussLegendre(order: 48)
    let masses = (0..<120).map { low + (high - low) * (Double($0) + 0.05) / 119.05 }
    let amplitude = NaturalUnits.electricCharge / (4 * .pi * .pi * f * f)
    let values = masses.map { mass -> Double in
      let integral = rule.integrate(from: low * low, to: mass * mass) { s in
        let velocity = squaredVelocity(s, pion, pion)
        let rho = pWavePropagator(s, mass: MesonInputs.rho.value, width: VectorMesonInputs.rhoWidth.value, pion, pion)
        return pow(mass * mass - s, 3) * s * velocity * velocity.squareRoot() * rho.squaredMagnitude
      }
      return amplitude * amplitude * integral / (6144 * pow(.pi * mass, 3)) / pow(mass - low, radiativePower)
    }
    return try Spline("pi+ pi- gamma", x: masses, y: values)
  }
}

/// Widths of the broad vector mesons.
enum VectorMesonInputs {
  static let rhoWidth = Input("rho(770)0 width", 0.1474, unit: "GeV", uncertainty: 8e-4, source: "PDG 2024", status: .published)
  static let kStarWidth = Input("K*(892)0 width", 0.0473, unit: "GeV", uncertainty: 5e-4, source: "PDG 2024", status: .published)
  static let all = [rhoWidth, kStarWidth]
}

/// A vector meson of a pair; of width zero when it is treated as stable.
struct VectorMeson: Sendable {
  let mass: Double
  let width: Double
  let daughters: (Double, Double)

  /// The smallest mass in GeV at which it is made.
  var lowest: Double { width > 0 ? daughters.0 + daughters.1 : mass }

  /// Squared masses up to `highest`^2 with weights of the spectral function (1/pi) sqrt(s) Gamma(s)/[(m^2 - s)^2 + s Gamma(s)^2].
  func spectrum(_ rule: GaussLegendre, highest: Double) -> [(squaredMass: Double, weight: Double)] {
    guard highest > lowest else { return [] }
    guard width > 0 else { return [(mass * mass, 1)] }
    // s = m^2 + m Gamma tan(x) flattens the peak.
    let peak = mass * width
    func angle(_ energy: Double) -> Double { atan((energy * energy - mass * mass) / peak) }
    return rule.mapped(from: angle(lowest), to: angle(highest)).map { x, weight in
      let s = mass * mass + peak * tan(x)
      let propagator = pWavePropagator(s, mass: mass, width: width, daughters.0, daughters.1)
      let density = propagator.imaginary / (.pi * mass * mass)
      let jacobian = ((s - mass * mass) * (s - mass * mass) + peak * peak) / peak
      return (s, weight * density * jacobian)
    }
  }
}

/// a -> V V' by L = h a V Vdual, with the widths of the mesons folded in.
struct VectorPair: Sendable {
  let finalState: String
  private let threshold: Double
  /// The fourth root of the width at h = 1; `nil` for two stable mesons, whose width is written down.
  private let table: Spline?
  private let masses: (first: Double, second: Double)
  private let weight: Double
  private let phase: @Sendable ([Double]) -> Double

  init(_ finalState: String, _ first: VectorMeson, _ second: VectorMeson, weight: Double, phase: @escaping @Sendable ([Double]) -> Double) throws {
    self.finalState = finalState
    self.weight = weight
    self.phase = phase
    let threshold = first.lowest + second.lowest
    self.threshold = threshold
    masses = (first.mass, second.mass)
    guard first.width > 0 || second.width > 0 else {
      table = nil
      return
    }
    let rule = GaussLegendre(order: 16)
    let high = ThreeMesonChannel.highestMass
    let masses = (0..<60).map { threshold + (high - threshold) * pow((Double($0) + 0.02) / 59.02, 1.5) }
    let values = masses.map { mass -> Double in
      var sum = 0.0
      for (s1, weight1) in first.spectrum(rule, highest: mass - second.lowest) {
        for (s2, weight2) in second.spectrum(rule, highest: mass - s1.squareRoot()) {
          sum += weight1 * weight2 * Self.stableWidth(mass, s1.squareRoot(), s2.squareRoot())
        }
      }
      // The fourth root varies slowly over the decades between threshold and resonance.
      return sum.squareRoot().squareRoot()
    }
    table = try Spline(finalState, x: masses, y: values, kind: .monotone)
  }

  /// Width in GeV; zero at and below threshold.
  func width(mass: Double, phases: [Double]) -> Double {
    guard mass > threshold else { return 0 }
    let h = phase(phases)
    return weight * h * h * (table.map { pow($0(mass), 4) } ?? Self.stableWidth(mass, masses.first, masses.second))
  }

  /// lambda^(3/2)/(8 pi m^3) = (2 p)^3/(8 pi) in GeV^3, two stable mesons at h = 1.
  private static func stableWidth(_ mass: Double, _ first: Double, _ second: Double) -> Double {
    let momentum = twoBodyMomentum(mass * mass, first, second)
    return momentum * momentum * momentum / .pi
  }
}
