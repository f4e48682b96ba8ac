import Foundation
import Units

/// What makes a pseudoscalar the QCD axion: its anomaly ratio and the scale of its quark couplings.
public struct QCDAxion: Sendable, Hashable {
  /// E/N, electromagnetic over colour anomaly.
  public let anomalyRatio: Double

  public init(anomalyRatio: Double) { self.anomalyRatio = anomalyRatio }

  /// Mass in GeV for 1/f_a in 1/GeV: m_a = 5.691e-6 eV (1e12 GeV/f_a) (arXiv:1812.01008).
  public static func mass(inverseScale: Double) -> Double { PseudoscalarInputs.axionMass.value * inverseScale }

  /// g_agg in 1/GeV with its sign, L = (g_agg/4) a F Fdual: alpha/(2 pi f_a) (E/N - 1.92) (arXiv:1511.02867).
  public func photonCoupling(inverseScale: Double) -> Double {
    PhysicalConstants.fineStructure.value / (2 * .pi) * inverseScale * (anomalyRatio - PseudoscalarInputs.photonLimit.value)
  }

  /// The electron coefficient c_e that photon loops induce between f_a and the electron mass: (3 alpha^2/4 pi^2)[(E/N) ln(f_a/m_e) - 1.92 ln(1 GeV/m_e)]
  /// (Srednicki, Nucl. Phys. B 260 (1985) 689); 1 GeV is where the light mesons' photon coupling is cut, a factor e there changes it by a seventh.
  public func inducedElectronCoefficient(inverseScale: Double) -> Double {
    let alpha = PhysicalConstants.fineStructure.value
    let electron = PhysicalConstants.electronMass.value
    guard inverseScale > 0 else { return 0 }
    let logarithms = -anomalyRatio * log(electron * inverseScale) - PseudoscalarInputs.photonLimit.value * log(1 / electron)
    return 3 * alpha * alpha / (4 * .pi * .pi) * logarithms
  }
}
