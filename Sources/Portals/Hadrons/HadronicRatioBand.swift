import Numerics
import Units

/// The range in which R_X lies when every named treatment and its stated error is allowed.
///
/// Alternatives (the range is their envelope): both pion form factors; omega–phi mixing by ±3.4 degrees for charges not proportional to the electric ones;
/// exclusive sum against perturbative QCD around their join; renormalisation scale sqrt(s)/2 to 2 sqrt(s); heavy quarks opening with their lowest or their highest pair;
/// the wide psi states with and without interference. Errors (added to the ends): ``relativeError(_:)``, states left out, electron widths of resonances.
struct HadronicRatioBand {
  let `default`: HadronicRatio
  let alternatives: [HadronicRatio]

  /// Where the alternative to the default begins to count, grows linearly, and counts in full: GeV.
  private static let perturbativeRamp = 1.50...HadronicRatio.join.lowerBound
  private static let exclusiveRamp = HadronicRatio.join.upperBound...2.0
  /// States without a published simple form (five pions beyond omega and eta, non-resonant K Kbar pi), as a fraction of the exclusive sum: zero at 1.55 GeV, in full at
  /// 1.70, where the sum of DeLiVeR's own channels is short of the measured R by this much.
  private static let missing = (from: 1.55, to: 1.70, fraction: 0.12)
  /// Electron widths of the resonances above the open threshold (PDG: 4 to 20 %), and of the narrow ones.
  private static let resonanceError = 0.15

  func range(_ s: Double, _ charges: FermionCharges, weak: Complex = .zero) -> ClosedRange<Double> {
    let energy = s.squareRoot()
    let quarks = QuarkCouplings(charges, weak: weak)
    let share = HadronicRatio.inclusiveShare(energy)
    let central = self.default(s, charges, weak: weak).total
    var values = [central]
    if energy < Self.exclusiveRamp.upperBound {
      let weight = 1 - Self.ramp(energy, Self.exclusiveRamp)
      let exclusive = exclusiveSums(s, charges)
      let omitted = Self.missing.fraction * Self.ramp(energy, Self.missing.from...Self.missing.to)
      values += exclusive.flatMap { [central + weight * ($0 - central), central + weight * ($0 * (1 + omitted) - central)] }
    }
    if energy > Self.perturbativeRamp.lowerBound {
      let weight = Self.ramp(energy, Self.perturbativeRamp)
      let resonances = self.default.quarkonia(s, quarks)
      for scale in [0.5, 1, 2] {
        for opening in [PerturbativeRatio.Opening.spinWeighted, .lowestPair, .highestPair] {
          let continuum = self.default.perturbative(s, quarks, scale: scale, opening: opening)
          values.append(central + weight * (continuum + resonances - central))
        }
      }
      let continuum = self.default.perturbative(s, quarks)
      let separate = self.default.quarkonia(s, quarks, incoherent: true)
      values += [continuum + (1 - Self.resonanceError) * resonances, continuum + (1 + Self.resonanceError) * resonances, continuum + separate].map {
        central + share * ($0 - central)
      }
    }
    let error = Self.relativeError(energy)
    let low = values.min() ?? central
    let high = values.max() ?? central
    return max(0, low * (1 - error))...(high * (1 + error))
  }

  /// 4 % below 1.4 GeV (normalisation of the fitted cross sections), 6 % to 2 GeV (four pions and K Kbar pi: 5 to 10 % in the experiments), 3 % to 3.7 GeV (violation of
  /// quark–hadron duality, as large as the scatter of R about perturbative QCD there), 5 % to 5 GeV (open charm), then 1 % (quark masses), 5 % between 10.5 and 12 GeV.
  static func relativeError(_ energy: Double) -> Double {
    let knots: [(Double, Double)] = [
      (1.35, 0.04), (1.45, 0.06), (1.95, 0.06), (2.05, 0.03), (3.65, 0.03), (3.75, 0.05), (4.8, 0.05), (5.2, 0.01), (10.4, 0.01), (10.56, 0.05), (11.5, 0.05),
      (12.5, 0.01),
    ]
    guard let next = knots.firstIndex(where: { $0.0 > energy }) else { return 0.01 }
    guard next > 0 else { return 0.04 }
    let ((x0, y0), (x1, y1)) = (knots[next - 1], knots[next])
    return y0 + (y1 - y0) * (energy - x0) / (x1 - x0)
  }

  private func exclusiveSums(_ s: Double, _ charges: FermionCharges) -> [Double] {
    let angle = VectorInputs.omegaPhiMixing.value
    let mixings = charges.lightQuarkMixing == nil ? [0, angle, -angle] : [0]
    return ([self.default] + alternatives).flatMap { ratio in
      mixings.map { mixing in
        let factors = LightFlavourFactors(charges, mixing: mixing)
        return ratio.exclusive.channels.reduce(0) { sum, channel in
          s > channel.threshold * channel.threshold ? sum + channel.ratio(s, factors) : sum
        }
      }
    }
  }

  /// 0 below, 1 above, linear between.
  private static func ramp(_ x: Double, _ range: ClosedRange<Double>) -> Double {
    min(1, max(0, (x - range.lowerBound) / (range.upperBound - range.lowerBound)))
  }
}
