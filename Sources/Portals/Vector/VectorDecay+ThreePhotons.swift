import Foundation
import Units

extension VectorDecay {
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
