import Accelerators
import Foundation
import Testing

@Suite struct DetectorAcceptanceTests {
  private func acceptance(mass: Double = 0.01, radius: Double = 1.5, cut: Double = 1, trigger: BeamDumpDetector.Trigger = .showerEnergy) -> DetectorAcceptance {
    DetectorAcceptance(mass: mass, radius: radius, energyCut: cut, trigger: trigger, distance: 383)
  }

  /// Leptons that stay together are one Gaussian spot on a disc.
  @Test func collinearDecaysFollowTheSpot() {
    for variance in [1e-6, 1.5e-5, 1e-3] {
      let expected = 1 - exp(-1.5 * 1.5 / (383 * 383 * variance))
      #expect(abs(acceptance(mass: 0.0011).probability(energy: 10, variance: variance, remaining: 0.001) / expected - 1) < 1e-6)
    }
  }

  @Test func aNarrowBeamOfCloseLeptonsIsAllAccepted() {
    #expect(abs(acceptance().probability(energy: 15, variance: 1e-12, remaining: 100) - 1) < 1e-3)
  }

  /// By symmetry the positron carries more than half of the energy in half of the decays.
  @Test func positronEnergyCut() {
    let detector = acceptance(mass: 0.0015, cut: 4.5, trigger: .positron)
    let half = detector.probability(energy: 9, variance: 1e-12, remaining: 1)
    #expect(abs(half - 0.5) < 1e-6)
  }

  @Test func belowTheCutNothingIsSeen() {
    #expect(acceptance(cut: 2).probability(energy: 1.9, variance: 1e-6, remaining: 50) == 0)
  }

  @Test func growsWithTheDetectorAndFallsWithSpreadAndOpening() {
    func value(radius: Double = 1.5, mass: Double = 0.1, variance: Double = 1e-5, remaining: Double = 100) -> Double {
      acceptance(mass: mass, radius: radius).probability(energy: 8, variance: variance, remaining: remaining)
    }
    #expect(value(radius: 1) < value(radius: 2))
    #expect(value(variance: 1e-5) > value(variance: 1e-4))
    #expect(value(mass: 0.05) > value(mass: 0.4))
    #expect(value(remaining: 10) > value(remaining: 200))
  }

  @Test func isAProbability() {
    for mass in [0.0011, 0.01, 0.2, 0.9] {
      for energy in [1.01, 2, 19.9] {
        for variance in [1e-10, 1e-5, 1e-1] {
          for trigger in BeamDumpDetector.Trigger.allCases {
            let p = acceptance(mass: mass, trigger: trigger).probability(energy: energy, variance: variance, remaining: 150)
            #expect(p >= 0 && p <= 1 + 1e-6, "\(mass) \(energy) \(variance) \(p)")
          }
        }
      }
    }
  }
}
