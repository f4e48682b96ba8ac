import Foundation
import Units

/// Decay widths of a vector boson with L = g X_mu sum_f x_f fbar gamma^mu f, for any charges.
///
/// Validity: up to ``highestMass``. Above the electroweak mixing with the Z is neglected at order m^2/m_Z^2 (1.3 % there), and the open-bottom threshold begins.
/// Not included: kinetic mixing induced by loops (a boson without electron charge), and the change of the leptonic widths by vacuum polarisation on top of a narrow
/// quarkonium.
public struct VectorDecay: Sendable {
  public let portal: VectorPortal
  /// Which published pion form factor is used.
  public let pionFormFactor: PionFormFactor

  public init(_ portal: VectorPortal, pionFormFactor: PionFormFactor = .dualTower) {
    self.portal = portal
    self.pionFormFactor = pionFormFactor
  }

  /// The largest mass in GeV: just below 2 m_B.
  public static let highestMass = 10.5

  /// Every partial width in GeV.
  ///
  /// Leptons: g^2 x^2 m/(12 pi)(1 + 2r) sqrt(1 - 4r). Neutrinos: g^2 x^2 m/(24 pi) per left-handed flavour, summed as `nu nubar`.
  /// Hadrons: g^2 m R_X/(12 pi). Three photons below 2 m_e through the electron loop. Closed states are absent, so a threshold is exactly zero.
  ///
  /// - Parameters:
  ///   - mass: in GeV, above zero and at most ``highestMass``.
  ///   - coupling: on the model's axis, above zero.
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` outside those ranges; ``Numerics/NumericsError`` when a table cannot be built.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    guard mass > 0, mass <= Self.highestMass else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "above 0 to \(Self.highestMass)", reason: "above, open bottom and mixing with the Z are not computed")
    }
    guard coupling > 0, coupling.isFinite else {
      throw ModelError.outsideValidity(quantity: "coupling", value: coupling, allowed: "above 0 and finite", reason: "the sign does not matter")
    }
    let g = coupling * portal.gaugeCouplingPerAxis
    let charges = portal.charges
    var partials: [DecayWidths.Partial] = []
    func add(_ name: String, _ width: Double, partOfHadrons: Bool = false, visible: Bool = true) {
      if width > 0 { partials.append(DecayWidths.Partial(name, width: width, isPartOfHadrons: partOfHadrons, isVisible: visible)) }
    }
    add("e+ e-", Self.leptonicWidth(mass: mass, leptonMass: PhysicalConstants.electronMass.value, gaugeCoupling: g * charges.electron))
    add("mu+ mu-", Self.leptonicWidth(mass: mass, leptonMass: PhysicalConstants.muonMass.value, gaugeCoupling: g * charges.muon))
    add("tau+ tau-", Self.leptonicWidth(mass: mass, leptonMass: PhysicalConstants.tauMass.value, gaugeCoupling: g * charges.tau))
    let neutrinos = [charges.electronNeutrino, charges.muonNeutrino, charges.tauNeutrino].reduce(0) { $0 + $1 * $1 }
    add("nu nubar", g * g * neutrinos * mass / (24 * .pi), visible: false)
    add("gamma gamma gamma", Self.threePhotonWidth(mass: mass, gaugeCoupling: g * charges.electron))
    if mass > HadronInputs.neutralPion.value {
      let ratios = try HadronicRatio.shared(pionFormFactor)(mass * mass, charges)
      let unit = g * g * mass / (12 * .pi)
      add("hadrons", unit * ratios.total)
      for channel in ratios.channels { add(channel.finalState, unit * channel.ratio, partOfHadrons: true) }
    }
    return DecayWidths(mass: mass, coupling: coupling, partials: partials)
  }

  /// The total width in GeV; throws as ``widths(mass:coupling:)``.
  public func totalWidth(mass: Double, coupling: Double) throws -> Double { try widths(mass: mass, coupling: coupling).total }

  /// The width into everything but neutrinos in GeV; throws as ``widths(mass:coupling:)``.
  public func visibleWidth(mass: Double, coupling: Double) throws -> Double { try widths(mass: mass, coupling: coupling).visible }

  /// R_X = 12 pi Gamma(hadrons)/(g^2 m), dimensionless; for the electric charge the ratio measured in e+ e- annihilation. Zero below the pi0 mass.
  ///
  /// - Throws: as ``widths(mass:coupling:)``.
  public func hadronicRatio(mass: Double) throws -> Double {
    guard mass > 0, mass <= Self.highestMass else {
      throw ModelError.outsideValidity(
        quantity: "mass in GeV", value: mass, allowed: "above 0 to \(Self.highestMass)", reason: "above, open bottom and mixing with the Z are not computed")
    }
    guard mass > HadronInputs.neutralPion.value else { return 0 }
    return try HadronicRatio.shared(pionFormFactor)(mass * mass, portal.charges).total
  }

  /// Width in GeV of X -> l+ l- for a lepton of mass `leptonMass` and charge `charge`: g^2 x^2 m/(12 pi) (1 + 2r) sqrt(1 - 4r), r = m_l^2/m^2; zero at and below threshold.
  public static func leptonicWidth(mass: Double, leptonMass: Double, gaugeCoupling: Double) -> Double {
    let r = leptonMass * leptonMass / (mass * mass)
    guard 4 * r < 1 else { return 0 }
    return gaugeCoupling * gaugeCoupling * mass / (12 * .pi) * (1 + 2 * r) * (1 - 4 * r).squareRoot()
  }

  /// Width in GeV of X -> 3 gamma through the electron loop, for m < 2 m_e; zero above, where e+ e- is faster by more than alpha^-3.
  ///
  /// 17 (g x_e/e)^2 alpha^4 m^9/(2^7 3^6 5^3 pi^3 m_e^8) (arXiv:0807.3279) times 1 + sum c_k (m/m_e)^(2k), k = 1...6 (arXiv:1705.00619, table I).
  /// The series is good to 1e-3 below 0.5 MeV; at 2 m_e the terms left out are of the size of the last one kept, and the width there is low by up to a factor 2.
  /// Heavier loops are down by (m_e/m_mu)^4 in the amplitude.
  public static func threePhotonWidth(mass: Double, gaugeCoupling: Double) -> Double {
    let electron = PhysicalConstants.electronMass.value
    guard mass < 2 * electron else { return 0 }
    let alpha = PhysicalConstants.fineStructure.value
    let mixingSquared = gaugeCoupling * gaugeCoupling / (4 * .pi * alpha)
    let ratio = mass / electron
    let ratio8 = pow(ratio, 8)
    let denominator: Double = 128 * 729 * 125 * pow(Double.pi, 3)
    let leading = 17 * mixingSquared * pow(alpha, 4) * mass * ratio8 / denominator
    return leading * threePhotonSeries(ratio * ratio)
  }

  private static func threePhotonSeries(_ r: Double) -> Double {
    let coefficients: [Double] = [
      1, 335.0 / 714, 128_941.0 / 839_664, 44_787.0 / 1_026_256, 1_249_649_333.0 / 108_064_756_800, 36_494_147.0 / 12_382_420_050,
      867_635_449.0 / 1_614_300_688_000,
    ]
    var sum = 0.0
    for coefficient in coefficients.reversed() { sum = sum * r + coefficient }
    return sum
  }
}
