import Foundation
import Numerics

/// R of 2 pi+ 2 pi- and of pi+ pi- 2 pi0, from the a1, f0, rho and omega currents of arXiv:0804.0359 appendix A.
///
/// The isovector current scales with r. The integral over four-body phase space (five dimensions) uses a fixed additive sequence, so that every run gives the
/// same bytes; its error is about 1 %. The omega (8 MeV wide) is taken as narrow: omega pi0 times its decay into three pions, without the interference with the
/// other currents, which is 4 % of the channel.
enum FourPionChannels {
  static func channels() throws -> [HadronicChannel] {
    let (charged, neutral) = (HadronInputs.chargedPion.value, HadronInputs.neutralPion.value)
    let current = FourPionCurrent()
    let throughOmega = try NarrowOmegaPion(current)
    let smooth = try channel("pi+ pi- pi0 pi0", masses: (neutral, charged), identical: 2) { s in current.at(s).twoNeutral() }
    return [
      try channel("pi+ pi- pi+ pi-", masses: (charged, charged), identical: 4) { s in current.at(s).allCharged() },
      HadronicChannel(finalState: smooth.finalState, threshold: smooth.threshold) { s, factors in
        smooth.ratio(s, factors) + factors.rho * factors.rho * throughOmega.ratio(s)
      },
    ]
  }

  private static let points = FourBodyPoints(count: 4000)

  /// - Parameters:
  ///   - masses: of the first and of the second pair.
  ///   - squaredCurrent: -J.J* in 1/GeV^2 as a function of the momenta, for a given s.
  private static func channel(
    _ name: String, masses: (Double, Double), identical: Double, _ squaredCurrent: (Double) -> (FourPionKinematics) -> Double
  ) throws -> HadronicChannel {
    let threshold = 2 * masses.0 + 2 * masses.1
    let highest = ExclusiveHadrons.highestSquaredMass.squareRoot() - threshold
    let excesses = (0..<22).map { 0.05 + (highest - 0.05) * pow(Double($0) / 21, 1.5) }
    let ratios = excesses.map { excess -> Double in
      let energy = threshold + excess
      let s = energy * energy
      let sum = points.integrate(energy: energy, masses, squaredCurrent(s))
      return 2 * .pi / s * sum / identical
    }
    let table = try LogLogSpline(name, x: excesses, y: ratios)
    return HadronicChannel(finalState: name, threshold: threshold) { s, factors in
      let excess = s.squareRoot() - threshold
      // Below the table R is under 1e-6: four-body phase space excess^(7/2) times the p wave.
      let scale = excess < excesses[0] ? pow(max(0, excess) / excesses[0], 4.5) : 1
      return factors.rho * factors.rho * scale * table(excess)
    }
  }
}

/// Four momenta in the rest frame of their sum: energies, scalar products of the three-momenta, squared masses of pairs and of Q - q_i.
package struct FourPionKinematics {
  /// sqrt(s) in GeV.
  private(set) var energy = 0.0
  package private(set) var energies = SIMD4<Double>()
  /// qvec_i . qvec_j at index 4 i + j.
  package private(set) var products = [Double](repeating: 0, count: 16)
  /// (q_i + q_j)^2 at index 4 i + j; zero for i = j.
  package private(set) var pairs = [Double](repeating: 0, count: 16)
  /// (Q - q_i)^2.
  package private(set) var triples = SIMD4<Double>()

  /// Takes over another point, in the same memory.
  ///
  /// - Parameter momenta: four vectors (E, x, y, z) that add up to (`energy`, 0, 0, 0).
  mutating func load(_ momenta: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>), energy: Double) {
    self.energy = energy
    let columns = (
      SIMD4(momenta.0.y, momenta.1.y, momenta.2.y, momenta.3.y), SIMD4(momenta.0.z, momenta.1.z, momenta.2.z, momenta.3.z),
      SIMD4(momenta.0.w, momenta.1.w, momenta.2.w, momenta.3.w)
    )
    energies = SIMD4(momenta.0.x, momenta.1.x, momenta.2.x, momenta.3.x)
    for i in 0..<4 {
      let row = columns.0[i] * columns.0 + columns.1[i] * columns.1 + columns.2[i] * columns.2
      for j in 0..<4 { products[4 * i + j] = row[j] }
    }
    for i in 0..<4 {
      let squaredMass = energies[i] * energies[i] - products[5 * i]
      triples[i] = energy * energy + squaredMass - 2 * energy * energies[i]
      for j in 0..<4 where j != i {
        let sum = energies[i] + energies[j]
        pairs[4 * i + j] = sum * sum - products[5 * i] - products[5 * j] - 2 * products[4 * i + j]
      }
    }
  }

  /// q_i . q_j.
  func dot(_ i: Int, _ j: Int) -> Double { energies[i] * energies[j] - products[4 * i + j] }
}

/// A fixed set of points in four-body phase space: Q -> (12)(34) -> 1 2 3 4, one additive sequence for every energy so that R is smooth in s.
package struct FourBodyPoints: Sendable {
  private let unit: [[Double]]

  package init(count: Int) {
    // Generalised golden ratio of five dimensions, the real root of x^6 = x + 1.
    var ratio = 1.1
    for _ in 0..<60 { ratio = pow(1 + ratio, 1 / 6.0) }
    unit = (1...count).map { n in (1...5).map { k in (0.5 + Double(n) * pow(ratio, -Double(k))).truncatingRemainder(dividingBy: 1) } }
  }

  /// The integral of `f` over phase space, (2 pi)^4 included, in GeV^4 times the unit of f.
  package func integrate(energy: Double, _ masses: (Double, Double), _ f: (FourPionKinematics) -> Double) -> Double {
    let (a, b) = masses
    let free = energy - 2 * a - 2 * b
    var sum = 0.0
    var kinematics = FourPionKinematics()
    for u in unit {
      let shared = free * u[0].squareRoot()
      let m12 = 2 * a + shared * u[1]
      let m34 = 2 * b + shared * (1 - u[1])
      let p = twoBodyMomentum(energy * energy, m12, m34)
      let p12 = (0.25 * m12 * m12 - a * a).squareRoot()
      let p34 = (0.25 * m34 * m34 - b * b).squareRoot()
      let (first, second) = boostedPair(mass: m12, momentum: p12, boost: p, cosine: 2 * u[2] - 1, azimuth: 2 * .pi * u[4])
      let (third, fourth) = boostedPair(mass: m34, momentum: p34, boost: -p, cosine: 2 * u[3] - 1, azimuth: 0)
      let phaseSpace = (free * free / 2) * 4 * m12 * m34 / (4 * .pi * .pi) * twoBody(p, energy) * twoBody(p12, m12) * twoBody(p34, m34)
      kinematics.load((first, second, third, fourth), energy: energy)
      sum += phaseSpace * f(kinematics)
    }
    return sum / Double(unit.count)
  }

  private func twoBody(_ momentum: Double, _ energy: Double) -> Double { momentum / (4 * .pi * energy) }

  /// Back-to-back decay products of equal mass as (E, x, y, z), boosted along z by the pair's momentum.
  private func boostedPair(mass: Double, momentum: Double, boost: Double, cosine: Double, azimuth: Double) -> (SIMD4<Double>, SIMD4<Double>) {
    let pairEnergy = (mass * mass + boost * boost).squareRoot()
    let transverse = momentum * (1 - cosine * cosine).squareRoot()
    let along = momentum * cosine
    let (x, y) = (transverse * cos(azimuth), transverse * sin(azimuth))
    return (
      SIMD4((pairEnergy * 0.5 * mass + boost * along) / mass, x, y, (boost * 0.5 * mass + pairEnergy * along) / mass),
      SIMD4((pairEnergy * 0.5 * mass - boost * along) / mass, -x, -y, (boost * 0.5 * mass - pairEnergy * along) / mass)
    )
  }
}

/// R of omega pi0 with omega to three pions, from the omega current of arXiv:0804.0359 eqs. (A.5), (A.6) in the limit of a narrow omega.
///
/// J = C F(s) D_omega(k^2) H eps(mu, alpha, q1, Q) W^alpha, W = eps(alpha, q2, q3, q4), C = 2 c_omega g_omega-pi-rho g_rho-pi-pi. With the omega on its mass
/// shell, Int dk^2/(2 pi) |D|^2 = m^3/(2 Gamma) and Int dPhi_3 W^a W^b* |H|^2 = (-g^ab + k^a k^b/m^2) K/3, so
/// R = (p^3/sqrt(s)) C^2 |F|^2 m^3 K/(6 Gamma). The two neutral pions give two equal terms, halved as identical particles.
struct NarrowOmegaPion: Sendable {
  private let current: FourPionCurrent
  private let strength: Double
  private let omega: Double
  private let pion = HadronInputs.neutralPion.value

  init(_ current: FourPionCurrent) throws {
    self.current = current
    let fit = HadronInputs.fourPion
    let resonance = fit.resonances[8]
    let charged = HadronInputs.chargedPion.value
    let (mass, width) = (resonance.mass.value, resonance.width.value)
    let integrals = try ThreeBodyIntegrals("omega to three pions", masses: (charged, charged, pion), functions: 1, highest: 0.9, nodes: 12) { s12, s23, s13 in
      [current.rho(s12) + current.rho(s23) + current.rho(s13)]
    }
    // M = (2 pi/s) Int dPhi_3 |W|^2 |H|^2.
    let decay = mass * mass / (2 * .pi) * integrals.ratio(mass * mass, [Complex(1)])
    let coupling = 2 * resonance.amplitude.value * fit.value(19) * fit.value(6)
    strength = coupling * coupling * mass * mass * mass * decay / (6 * width)
    omega = mass
  }

  func ratio(_ s: Double) -> Double {
    let momentum = twoBodyMomentum(s, omega, pion)
    guard momentum > 0 else { return 0 }
    let fit = HadronInputs.fourPion
    return momentum * momentum * momentum / s.squareRoot() * strength * current.overall(s, [fit.value(16), fit.value(17), fit.value(18)]).squaredMagnitude
  }
}
