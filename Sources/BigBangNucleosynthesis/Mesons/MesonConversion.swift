import Foundation
import Units

/// Conversion of nucleons by slow mesons from the decays or annihilations of a particle (Reno and Seckel, Phys. Rev. D 37, 3441; Pospelov and Pradler, arXiv:1006.4172).
///
/// Mesons live 10^-8 s, so their number follows injection at once: s = n/tau + n n_b (sigma v)_absorbed + n_+ n_- (sigma v)_annihilated, for K- and K_L first, then for pions,
/// which also come from kaon decays and from hyperons. Mesons are taken to be stopped before they react, as they are above 50 keV.
/// Left out: annihilation of kaons with each other, disintegration of He4 by mesons (below 50 keV), and anything that fast mesons do.
struct MesonConversion: Sendable {
  private let multiplicity: MesonMultiplicity
  // At the temperature of the last `prepare`: rates in 1/s for one nucleon per baryon, or one meson per baryon.
  private var injection = 0.0
  private var pionProton = 0.0
  private var pionNeutron = 0.0
  private var pionAnnihilation = 0.0
  private var kaonProton = 0.0
  private var kaonNeutron = 0.0

  /// Relativistic conversion: mb c in cm^3/s.
  private static let perMillibarn = 1e-27 * PhysicalConstants.hbarC.value / PhysicalConstants.hbar.value * 100
  private static let pionMass = PhysicalConstants.chargedPionMass.value * 1e3
  private static let protonMass = PhysicalConstants.protonMass.value * 1e3

  init(_ multiplicity: MesonMultiplicity) { self.multiplicity = multiplicity }

  /// - Parameters:
  ///   - injections: decays or annihilations of the particle, per baryon and second.
  ///   - baryons: per cm^3.
  mutating func prepare(temperature: Double, injections: Double, baryons: Double) {
    injection = injections
    let scale = baryons * Self.perMillibarn
    let pionCoulomb = Self.coulombFactor(temperature, Self.pionMass, Self.protonMass)
    let kaonCoulomb = Self.coulombFactor(temperature, MesonConversionInputs.kaonMass.value, Self.protonMass)
    pionProton = scale * MesonConversionInputs.pionProton.value * pionCoulomb
    pionNeutron = scale * MesonConversionInputs.pionNeutron.value
    pionAnnihilation = scale * Self.pionPairs * Self.coulombFactor(temperature, Self.pionMass, Self.pionMass)
    kaonProton = scale * kaonCoulomb
    kaonNeutron = scale
  }

  /// Average of the Sommerfeld factor of opposite charges: y/(1 - e^-y) at the mean thermal velocity, y = 2 pi alpha/(sqrt(T/m_1) + sqrt(T/m_2)).
  static func coulombFactor(_ temperature: Double, _ first: Double, _ second: Double) -> Double {
    let velocity = (temperature / first).squareRoot() + (temperature / second).squareRoot()
    let y = 2 * Double.pi * PhysicalConstants.fineStructure.value / velocity
    return y / -expm1(-y)
  }

  /// sigma v of pi+ pi- -> pi0 pi0 at rest in mb c: (16 pi/9) p (a0 - a2)^2/m_pi, p the momentum of the pi0, which is the decay of pionium without its wave function.
  private static var pionPairs: Double {
    let (charged, neutral) = (pionMass, PhysicalConstants.neutralPionMass.value * 1e3)
    let momentum = (charged * charged - neutral * neutral).squareRoot()
    let squared = pow(MesonConversionInputs.pionScattering.value / charged, 2)
    // 1/MeV^2 in mb.
    let millibarn = 1e6 / NaturalUnits.millibarn
    return 16 * Double.pi / 9 * momentum / charged * squared * millibarn
  }

  /// Net conversions n -> p per baryon and second with their derivatives by the neutrons and protons per baryon.
  func conversions(neutrons: Double, protons: Double) -> NucleonDual {
    let (n, p) = (NucleonDual.neutrons(neutrons), NucleonDual.protons(protons))
    let lambda = MesonConversionInputs.lambdaToProton.value
    let sigmaPlus = MesonConversionInputs.sigmaPlusToNeutron.value
    var net = NucleonDual(0)
    var positive = NucleonDual(injection * (multiplicity.positivePions + multiplicity.positiveKaons * MesonConversionInputs.kaonToPions.value))
    var negative = NucleonDual(injection * (multiplicity.negativePions + multiplicity.positiveKaons * MesonConversionInputs.kaonToOppositePions.value))
    if multiplicity.negativeKaons > 0 {
      let onNeutron =
        kaonNeutron
        * (MesonConversionInputs.kaonNeutronSigmaMinus.value + MesonConversionInputs.kaonNeutronSigmaZero.value + MesonConversionInputs.kaonNeutronLambda.value)
      let (sigmaMinus, plus) = (MesonConversionInputs.kaonProtonSigmaMinus.value, MesonConversionInputs.kaonProtonSigmaPlus.value)
      let neutralHyperons = MesonConversionInputs.kaonProtonSigmaZero.value + MesonConversionInputs.kaonProtonLambda.value
      let onProton = kaonProton * (sigmaMinus + plus + neutralHyperons)
      let decay = 1 / MesonConversionInputs.kaonLifetime.value
      let kaons = NucleonDual(injection * multiplicity.negativeKaons) / (NucleonDual(decay) + onNeutron * n + onProton * p)
      // Neutral hyperons end as Lambda; Sigma- always gives n pi-.
      let fromNeutral = kaonNeutron * (MesonConversionInputs.kaonNeutronSigmaZero.value + MesonConversionInputs.kaonNeutronLambda.value)
      let toProton = fromNeutral * lambda
      let toNeutron = kaonProton * (sigmaMinus + plus * sigmaPlus + neutralHyperons * (1 - lambda))
      net = net + kaons * (toProton * n - toNeutron * p)
      let fromSigmaMinus = kaonNeutron * MesonConversionInputs.kaonNeutronSigmaMinus.value
      negative =
        negative + kaons
        * (NucleonDual(decay * MesonConversionInputs.kaonToPions.value) + (fromSigmaMinus + fromNeutral * (1 + lambda)) * n
          + kaonProton * (sigmaMinus + plus + neutralHyperons * lambda) * p)
      positive =
        positive + kaons * (NucleonDual(decay * MesonConversionInputs.kaonToOppositePions.value) + kaonProton * (sigmaMinus + plus * sigmaPlus) * p)
    }
    if multiplicity.longKaons > 0 {
      let decay = 1 / MesonConversionInputs.longKaonLifetime.value
      let exchange = kaonNeutron * MesonConversionInputs.longKaonExchange.value
      let absorption = kaonNeutron * (MesonConversionInputs.longKaonExchange.value + MesonConversionInputs.longKaonAbsorption.value)
      let kaons = NucleonDual(injection * multiplicity.longKaons) / (NucleonDual(decay) + absorption * n + absorption * p)
      net = net + exchange * (kaons * (n - p))
      positive = positive + decay * MesonConversionInputs.longKaonToPions.value * kaons
      negative = negative + decay * MesonConversionInputs.longKaonToPions.value * kaons
    }
    let decay = NucleonDual(1 / MesonConversionInputs.pionLifetime.value)
    let (lossPositive, lossNegative) = (decay + pionNeutron * n, decay + pionProton * p)
    // The two balances share the annihilation: a quadratic equation for pi-, its positive root without cancellation; pi+ by its own balance.
    let ratio = NucleonDual(pionAnnihilation) / lossPositive
    let linear = lossNegative + ratio * (positive - negative)
    let root = (linear * linear + 4 * (ratio * lossNegative * negative)).squareRoot()
    let negativePions = linear.value >= 0 ? 2 * negative / (linear + root) : (root - linear) / (2 * (ratio * lossNegative))
    let positivePions = positive / (lossPositive + pionAnnihilation * negativePions)
    return net + positivePions * (pionNeutron * n) - negativePions * (pionProton * p)
  }
}

/// A value with its derivatives by neutrons and protons per baryon: the exact Jacobian of the mesons' balance without writing it out.
struct NucleonDual {
  let value: Double
  let byNeutrons: Double
  let byProtons: Double

  init(_ value: Double, _ byNeutrons: Double = 0, _ byProtons: Double = 0) {
    self.value = value
    self.byNeutrons = byNeutrons
    self.byProtons = byProtons
  }

  static func neutrons(_ value: Double) -> NucleonDual { NucleonDual(value, 1, 0) }
  static func protons(_ value: Double) -> NucleonDual { NucleonDual(value, 0, 1) }

  static func + (a: NucleonDual, b: NucleonDual) -> NucleonDual { NucleonDual(a.value + b.value, a.byNeutrons + b.byNeutrons, a.byProtons + b.byProtons) }
  static func - (a: NucleonDual, b: NucleonDual) -> NucleonDual { a + -1 * b }
  static func * (a: Double, b: NucleonDual) -> NucleonDual { NucleonDual(a * b.value, a * b.byNeutrons, a * b.byProtons) }
  static func * (a: NucleonDual, b: NucleonDual) -> NucleonDual {
    NucleonDual(a.value * b.value, a.byNeutrons * b.value + a.value * b.byNeutrons, a.byProtons * b.value + a.value * b.byProtons)
  }
  static func / (a: NucleonDual, b: NucleonDual) -> NucleonDual {
    let quotient = a.value / b.value
    return NucleonDual(quotient, (a.byNeutrons - quotient * b.byNeutrons) / b.value, (a.byProtons - quotient * b.byProtons) / b.value)
  }
  func squareRoot() -> NucleonDual {
    let root = value.squareRoot()
    return NucleonDual(root, byNeutrons / (2 * root), byProtons / (2 * root))
  }
}
