import Foundation
import Numerics

/// The channels that matter between 1.3 and 2 GeV beside four pions, each in the simplest published form that describes its cross section.
enum ManyHadronChannels {
  static func channels() throws -> [HadronicChannel] {
    try [etaTwoPion(), kaonPairPion(), omegaTwoPion(), phiTwoPion(), kaonPairTwoPion()] + [sixPion]
  }

  /// eta pi+ pi- through eta rho (arXiv:1306.1985): R = Int dQ^2 (p_eta p_pi)^3/(24 pi^2 m Q) |F|^2.
  private static func etaTwoPion() throws -> HadronicChannel {
    let fit = HadronInputs.etaTwoPion
    let (eta, pion) = (HadronInputs.eta.value, HadronInputs.chargedPion.value)
    let front = 0.25 / (3.0.squareRoot() * .pi * .pi * pow(HadronInputs.pionDecayConstant.value, 3))
    let amplitudes = fit.resonances.map(\.complexAmplitude)
    let normalisation = amplitudes.reduce(Complex.zero, +).reciprocal
    let (rhoMass, rhoWidth) = (fit.resonances[0].mass.value, fit.resonances[0].width.value)
    @Sendable func rho(_ s: Double) -> Complex {
      let squared = rhoMass * rhoMass
      let running = rhoWidth * squared / s * pow((s - 4 * pion * pion) / (squared - 4 * pion * pion), 1.5)
      return energyWidthPropagator(s, mass: rhoMass, width: running)
    }
    let phaseSpace = try tabulatedPhaseSpace("eta pi pi", companion: eta, pair: (pion, pion)) { s, q2 in
      let product = twoBodyMomentum(s, eta, q2.squareRoot()) * twoBodyMomentum(q2, pion, pion)
      return product * product * product / q2.squareRoot() * rho(q2).squaredMagnitude
    }
    return HadronicChannel(finalState: "eta pi+ pi-", threshold: eta + 2 * pion) { s, factors in
      var sum = amplitudes[0] * rho(s)
      for (amplitude, resonance) in zip(amplitudes, fit.resonances).dropFirst() {
        let (mass, width) = (resonance.mass.value, resonance.width.value)
        sum += amplitude * energyWidthPropagator(s, mass: mass, width: width * s / (mass * mass))
      }
      let strength = factors.rho * front
      return strength * strength * (sum * normalisation).squaredMagnitude * phaseSpace(s) / (24 * .pi * .pi * s.squareRoot())
    }
  }

  /// All charge states of K Kbar pi through K*(892) K with both isospins (arXiv:1911.11147).
  private static func kaonPairPion() throws -> HadronicChannel {
    let (charged, neutral) = (HadronInputs.chargedKaon.value, HadronInputs.neutralKaon.value)
    let (pion, pionZero) = (HadronInputs.chargedPion.value, HadronInputs.neutralPion.value)
    let (mass, width) = (HadronInputs.kStar.value, HadronInputs.kStarWidth.value)
    let (scalar, vector) = (HadronInputs.kaonPairPionScalar, HadronInputs.kaonPairPionVector)
    let highest = ExclusiveHadrons.highestSquaredMass.squareRoot()
    // Bodies: kaon 1, pion, kaon 2; the K* sits in (1 pion) or (pion 2).
    func integrals(_ kaon1: Double, _ meson: Double, _ kaon2: Double) throws -> ThreeBodyIntegrals {
      try ThreeBodyIntegrals("K Kbar pi", masses: (kaon1, meson, kaon2), functions: 2, highest: highest, nodes: 24, order: 40) { s12, s23, _ in
        [pWavePropagator(s12, mass: mass, width: width, kaon1, meson), pWavePropagator(s23, mass: mass, width: width, meson, kaon2)]
      }
    }
    let neutralPair = try integrals(neutral, pionZero, neutral)
    let chargedPair = try integrals(charged, pionZero, charged)
    let mixedPair = try integrals(charged, pion, neutral)
    let front = 2 * scalar.value(0) / (mass * mass) / 6.0.squareRoot()
    return HadronicChannel(finalState: "K Kbar pi", threshold: 2 * charged + pionZero) { s, factors in
      func sum(_ fit: ResonanceFit) -> Complex {
        fit.resonances.reduce(Complex.zero) { $0 + $1.complexAmplitude * fixedWidthPropagator(s, mass: $1.mass.value, width: $1.width.value) }
      }
      let isoscalar = factors.phi * front * sum(scalar)
      let isovector = factors.rho * front * sum(vector)
      let (plus, minus) = (isoscalar + isovector, isoscalar - isovector)
      return neutralPair.ratio(s, [plus, plus]) + chargedPair.ratio(s, [minus, minus]) + 2 * mixedPair.ratio(s, [plus, minus])
    }
  }

  /// omega pi+ pi- and omega pi0 pi0 through omega(1650), constant amplitude.
  private static func omegaTwoPion() throws -> HadronicChannel {
    try vectorWithPionPair("omega pi pi", HadronInputs.omegaTwoPion, vector: HadronInputs.omega.value) { $0.omega }
  }

  private static func phiTwoPion() throws -> HadronicChannel {
    try vectorWithPionPair("phi pi pi", HadronInputs.phiTwoPion, vector: HadronInputs.phi.value) { $0.phi }
  }

  /// R = 3/(16 pi^2 m^3) |sum of propagators|^2 Int dQ^2 p_pi p_V/Q (1 + p_V^2/(3 m_V^2)); half of it for the neutral pair.
  private static func vectorWithPionPair(
    _ name: String, _ fit: ResonanceFit, vector: Double, scaling: @escaping @Sendable (LightFlavourFactors) -> Double
  ) throws -> HadronicChannel {
    let (pion, pionZero) = (HadronInputs.chargedPion.value, HadronInputs.neutralPion.value)
    let chargedPair = try constantAmplitudePhaseSpace(name, vector: vector, pair: (pion, pion))
    let neutralPair = try constantAmplitudePhaseSpace(name, vector: vector, pair: (pionZero, pionZero))
    return HadronicChannel(finalState: name, threshold: vector + 2 * pionZero) { s, factors in
      let sum = fit.resonances.reduce(Complex.zero) { $0 + $1.complexAmplitude * energyWidthPropagator(s, mass: $1.mass.value, width: $1.width.value) }
      let strength = scaling(factors)
      return 3 / (16 * .pi * .pi * s * s.squareRoot()) * strength * strength * sum.squaredMagnitude * (chargedPair(s) + 0.5 * neutralPair(s))
    }
  }

  /// K*(892) K pi in the four modes of DeLiVeR, constant amplitude with both isospins.
  private static func kaonPairTwoPion() throws -> HadronicChannel {
    let fit = HadronInputs.kaonPairTwoPion
    let (charged, neutral) = (HadronInputs.chargedKaon.value, HadronInputs.neutralKaon.value)
    let (pion, pionZero, kStar) = (HadronInputs.chargedPion.value, HadronInputs.neutralPion.value, HadronInputs.kStar.value)
    let withPion = try constantAmplitudePhaseSpace("K* K+ pi-", vector: kStar, pair: (charged, pion))
    let neutralKaon = try constantAmplitudePhaseSpace("K* K0 pi+", vector: kStar, pair: (neutral, pion))
    let withPionZero = try constantAmplitudePhaseSpace("K* K+ pi0", vector: kStar, pair: (charged, pionZero))
    return HadronicChannel(finalState: "K Kbar pi pi", threshold: kStar + charged + pionZero) { s, factors in
      func term(_ index: Int, _ factor: Double) -> Complex {
        let resonance = fit.resonances[index]
        return factor * (resonance.complexAmplitude * fixedWidthPropagator(s, mass: resonance.mass.value, width: resonance.width.value))
      }
      let allCharged = 2.0 / 9 * (term(0, factors.phi) + term(1, factors.rho)).squaredMagnitude
      let (isoscalar, isovector) = (term(2, factors.phi), term(3, factors.rho))
      let sum =
        allCharged * withPion(s) + (isovector + isoscalar).squaredMagnitude / 18 * withPion(s)
        + (isovector - isoscalar).squaredMagnitude / 18 * (neutralKaon(s) + withPionZero(s))
      return 3 / (16 * .pi * .pi * s * s.squareRoot()) * sum
    }
  }

  /// 3(pi+ pi-) and 2(pi+ pi- pi0): R = 3 |F|^2/sqrt(s), F a smooth background with the dip at 1.9 GeV (BaBar hep-ex/0602006).
  ///
  /// The background does not vanish at the threshold; it is used from 1.4 GeV, where R is below 1e-2, and rises from there like (E - 1.4 GeV) over 50 MeV.
  private static let sixPion = HadronicChannel(finalState: "6 pi", threshold: 1.4) { s, factors in
    let fit = HadronInputs.sixPion
    let energy = s.squareRoot()
    var sum = 0.0
    for (index, resonance) in fit.resonances.enumerated() {
      let (c0, c1, a, b, start) = (fit.value(5 * index), fit.value(5 * index + 1), fit.value(5 * index + 2), fit.value(5 * index + 3), fit.value(5 * index + 4))
      let (mass, width) = (resonance.mass.value, resonance.width.value)
      let dip = resonance.complexAmplitude * (mass * mass / Complex(s - mass * mass, energy * width))
      let background = c0 + c1 * exp(-b / (energy - start)) / pow(energy - start, 2 - a)
      sum += (dip + Complex(background)).squaredMagnitude
    }
    return 3 * factors.rho * factors.rho * sum / energy * min(1, (energy - 1.4) / 0.05)
  }

  private static func constantAmplitudePhaseSpace(_ label: String, vector: Double, pair: (Double, Double)) throws -> @Sendable (Double) -> Double {
    try tabulatedPhaseSpace(label, companion: vector, pair: pair) { s, q2 in
      let recoil = twoBodyMomentum(s, vector, q2.squareRoot())
      return twoBodyMomentum(q2, pair.0, pair.1) * recoil / q2.squareRoot() * (1 + recoil * recoil / (3 * vector * vector))
    }
  }

  /// Int dQ^2 f(s, Q^2) over the mass of the pair, against sqrt(s), divided by (sqrt(s) - threshold)^2 for the spline.
  private static func tabulatedPhaseSpace(
    _ label: String, companion: Double, pair: (Double, Double), _ f: (_ s: Double, _ pairMassSquared: Double) -> Double
  ) throws -> @Sendable (Double) -> Double {
    let threshold = companion + pair.0 + pair.1
    let rule = GaussLegendre(order: 40)
    let highest = ExclusiveHadrons.highestSquaredMass.squareRoot()
    let energies = (0..<30).map { threshold + (highest - threshold) * (Double($0) + 0.02) / 29.02 }
    let values = energies.map { energy -> Double in
      let low = (pair.0 + pair.1) * (pair.0 + pair.1)
      let high = (energy - companion) * (energy - companion)
      return rule.integrate(from: low, to: high) { f(energy * energy, $0) } / ((energy - threshold) * (energy - threshold))
    }
    let table = try Spline(label, x: energies, y: values)
    return { s in
      let excess = s.squareRoot() - threshold
      return excess > 0 ? table(s.squareRoot()) * excess * excess : 0
    }
  }
}
