import Foundation
import Numerics
import Units

/// How many vector bosons a dump makes at a kinetic mixing of one, by energy, depth and angle.
package struct DumpProduction: Sendable {
  /// Bosons of about one energy from one process.
  struct Bin: Sendable {
    /// Number of bosons for all electrons on target, at a mixing of one.
    var yield = 0.0
    /// Mean energy in GeV.
    var energy = 0.0
    /// Mean depth in radiation lengths.
    var depth = 0.0
    /// Shares of ``AngularSpread`` classes, summing to one.
    var spread = [Double](repeating: 0, count: AngularSpread.count)
  }

  let bremsstrahlung: [Bin]
  /// Resonant annihilation makes one energy only.
  let annihilation: Bin?

  private static let energyBins = 120
  private static let shareRule = GaussLegendre(order: 20)
  /// For the mixture of Gaussians of the emission angle.
  private static let emissionRule = try? GaussLaguerre(order: 8)

  /// - Parameter minimumEnergy: bosons below this energy in GeV are left out.
  init(experiment: ElectronBeamDump, bremsstrahlung process: VectorBremsstrahlung, tracks: TrackLength, minimumEnergy: Double, withAnnihilation: Bool) throws {
    guard let emissionRule = Self.emissionRule else {
      throw NumericsError.domain(label: "emission angles", reason: "Gauss-Laguerre rule of order 8 not available")
    }
    let target = experiment.target
    let number = experiment.electronsOnTarget.value * target.atomsPerRadiationLength
    let beam = experiment.beamEnergy.value
    let threshold = max(minimumEnergy, process.mass * 1.000001)
    var bins = [Bin](repeating: Bin(), count: Self.energyBins)
    let logRange = log(beam / threshold)
    if logRange > 0 {
      for group in tracks.electrons(above: threshold) {
        for (x, weight) in Self.shares(of: group.energy, mass: process.mass, threshold: threshold) {
          let rate = number * group.length * weight * process.crossSection(electronEnergy: group.energy, x: x)
          guard rate > 0 else { continue }
          let energy = x * group.energy
          let index = min(Self.energyBins - 1, max(0, Int(Double(Self.energyBins) * log(energy / threshold) / logRange)))
          bins[index].yield += rate
          bins[index].energy += rate * energy
          bins[index].depth += rate * group.depth
          let emission = Self.emissionAngles(process, electronEnergy: group.energy, x: x, rule: emissionRule)
          for (variance, share) in group.angles {
            for (emitted, part) in emission { AngularSpread.add(rate * share * part, variance: variance + emitted, to: &bins[index].spread) }
          }
        }
      }
    }
    bremsstrahlung = bins.filter { $0.yield > 0 }.map(Self.normalised)
    annihilation = withAnnihilation ? Self.annihilation(number: number, target: target, mass: process.mass, tracks: tracks, threshold: threshold) : nil
  }

  /// Nodes and weights in the energy share x, dense where the spectrum peaks: even in ln(1 - x + m_e^2/m^2).
  private static func shares(of electronEnergy: Double, mass: Double, threshold: Double) -> [(x: Double, weight: Double)] {
    let electronMass = NaturalUnits.electronMass
    let width = min(1, electronMass * electronMass / (mass * mass))
    let lowest = threshold / electronEnergy
    let highest = 1 - electronMass / electronEnergy
    guard lowest < highest else { return [] }
    return shareRule.mapped(from: log(1 - highest + width), to: log(1 - lowest + width)).map { u, weight in
      let distance = exp(u)
      return (1 + width - distance, weight * distance)
    }
  }

  /// The distribution of the emission angle at fixed x as a mixture of Gaussians: mean square angles in rad^2 with their shares.
  ///
  /// With 1/U^n = integral of lambda^(n-1) e^(-lambda U)/Gamma(n) every power of U is a mixture of Gaussians in theta of mean square 1/(lambda E^2 x). The photon flux is
  /// written as U^-k times what is left, k from its fall between U0 and 2 U0, and the rest taken at the mean U of each Gaussian. In v = lambda U0 the weight of the
  /// normalised Gaussian is then e^-v v^k [A0 - B x v/(U0 (2+k)) + B c v^2/(U0^2 (2+k)(3+k))], B = 4(m^2 + 2 m_e^2), c = m^2(1-x) + m_e^2 x^2.
  /// The share inside any cone is that of the angular distribution within 0.04.
  package static func emissionAngles(_ process: VectorBremsstrahlung, electronEnergy E: Double, x: Double, rule: GaussLaguerre) -> [(
    variance: Double, share: Double
  )] {
    let lowest = process.forwardU(x: x)
    let m2 = process.mass * process.mass
    let e2 = NaturalUnits.electronMass * NaturalUnits.electronMass
    let constant = 2 * (2 - 2 * x + x * x) / (1 - x)
    let b = 4 * (m2 + 2 * e2)
    let c = m2 * (1 - x) + e2 * x * x
    let forward = process.chi(electronEnergy: E, x: x, U: lowest)
    let beyond = process.chi(electronEnergy: E, x: x, U: 2 * lowest)
    guard forward > 0, beyond > 0 else { return [(lowest / (E * E * x), 1)] }
    let k = max(0, log2(forward / beyond))
    var total = 0.0
    var list: [(variance: Double, share: Double)] = []
    for (v, weight) in zip(rule.nodes, rule.weights) {
      let polynomial = constant - b * x * v / (lowest * (2 + k)) + b * c * v * v / (lowest * lowest * (2 + k) * (3 + k))
      // v^k U^k at the mean U = U0 (1 + 1/v) is (1 + v)^k.
      let share = max(0, weight * polynomial * pow(1 + v, k) * process.chi(electronEnergy: E, x: x, U: lowest * (1 + 1 / v)))
      total += share
      list.append((lowest / (v * E * E * x), share))
    }
    guard total > 0 else { return [(lowest / (E * E * x), 1)] }
    return list.map { ($0.variance, $0.share / total) }
  }

  /// e+ e- -> X on the electrons of the dump: sigma = (2 pi^2 alpha/m_e) delta(E+ - m^2/2m_e) at a mixing of one, m >> m_e, so that the boson has the energy m^2/(2 m_e) and the
  /// positron's direction. Follows from Gamma(X -> e+ e-) = alpha m/3 and the Breit–Wigner cross section in the narrow-width limit.
  private static func annihilation(number: Double, target: TargetMaterial, mass: Double, tracks: TrackLength, threshold: Double) -> Bin? {
    let electronMass = NaturalUnits.electronMass
    let energy = mass * mass / (2 * electronMass)
    guard energy > threshold, let positrons = tracks.positrons(at: energy - electronMass) else { return nil }
    var bin = Bin()
    bin.yield = number * target.nuclearCharge.value * positrons.perEnergy * 2 * .pi * .pi * NaturalUnits.alpha / electronMass
    bin.energy = bin.yield * energy
    bin.depth = bin.yield * positrons.group.depth
    for (variance, share) in positrons.group.angles { AngularSpread.add(bin.yield * share, variance: variance, to: &bin.spread) }
    return normalised(bin)
  }

  private static func normalised(_ bin: Bin) -> Bin {
    var mean = bin
    mean.energy /= bin.yield
    mean.depth /= bin.yield
    mean.spread = bin.spread.map { $0 / bin.yield }
    return mean
  }
}

/// Classes of the mean square angle of a beam of bosons, a factor 2 apart; what falls between two classes is shared between them.
enum AngularSpread {
  static let count = 32
  private static let lowest = 1e-10

  /// The mean square angle of a class, in rad^2.
  static func variance(_ index: Int) -> Double { lowest * exp2(Double(index)) }

  static func add(_ amount: Double, variance: Double, to spread: inout [Double]) {
    let position = min(Double(count - 1) - 1e-9, max(0, log2(max(variance, lowest) / lowest)))
    let index = Int(position)
    let upper = position - Double(index)
    spread[index] += amount * (1 - upper)
    spread[index + 1] += amount * upper
  }
}
