import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Testing

struct MesonTests {
  /// A history in which a particle decays that is too rare to change it: `perBaryon` of them with this lifetime in seconds.
  private static func history(lifetime: Double, perBaryon: Double) -> ThermalHistory {
    let base = InstantaneousDecoupling.history()
    let today = BaryonDensity.perPhoton(omegaB: 0.02237) * 0.243_587_9 * pow(2.7255 * 8.617_333e-11, 3)
    let decays = base.epochs.map { epoch in
      let number = perBaryon * today / pow(epoch.scaleFactor, 3) * exp(-epoch.time / lifetime)
      return ThermalHistory.DecayEpoch(numberDensity: number, energyDensity: 0, decayRateDensity: number / lifetime, electromagneticPower: 0)
    }
    return ThermalHistory(epochs: base.epochs, effectiveNeutrinos: base.effectiveNeutrinos, decays: decays)
  }

  private static let all: [MesonMultiplicity] = [
    .init(positivePions: 1, negativePions: 1), .init(positiveKaons: 1, negativeKaons: 1), .init(longKaons: 1),
    .init(positivePions: 0.4, negativePions: 1.3, positiveKaons: 0.2, negativeKaons: 0.7, longKaons: 0.3),
  ]

  @Test(arguments: all)
  func earlyDecaysLeaveNoTrace(mesons: MesonMultiplicity) throws {
    // Weak rates restore equilibrium after 1 ms.
    let history = Self.history(lifetime: 1e-3, perBaryon: 10)
    let (with, without) = (try Nucleosynthesis(history, mesons: mesons).abundances(), try Nucleosynthesis(history).abundances())
    #expect(abs(with.heliumFraction / without.heliumFraction - 1) < 1e-6)
  }

  @Test(arguments: all)
  func laterDecaysMakeNeutrons(mesons: MesonMultiplicity) throws {
    // After freeze-out there are six protons per neutron, and slow mesons do not mind the mass difference. Few mesons act in proportion to their number.
    let without = try Nucleosynthesis(Self.history(lifetime: 1, perBaryon: 1)).abundances().heliumFraction
    let few = try Nucleosynthesis(Self.history(lifetime: 1, perBaryon: 1e-3), mesons: mesons).abundances().heliumFraction
    let more = try Nucleosynthesis(Self.history(lifetime: 1, perBaryon: 2e-3), mesons: mesons).abundances().heliumFraction
    #expect(few > without)
    #expect(abs((more - without) / (few - without) - 2) < 0.02)
    let many = try Nucleosynthesis(Self.history(lifetime: 1, perBaryon: 1e3), mesons: mesons).abundances()
    #expect(many.heliumFraction > 0.6 && many.heliumFraction < 1)
    #expect(many.baryonDefect < 1e-10)
  }

  @Test(arguments: all)
  func jacobianIsTheDerivative(mesons: MesonMultiplicity) throws {
    for abundance in [1e-3, 1e3, 1e9] {
      let calculation = try Nucleosynthesis(Self.history(lifetime: 0.1, perBaryon: abundance), mesons: mesons)
      var equations = try calculation.equations(.init(), nucleonsOnly: true)
      equations.prepare(calculation.range.network - 0.5)
      func derivative(_ y: [Double]) -> [Double] {
        var result = [0.0, 0]
        y.withUnsafeBufferPointer { source in
          result.withUnsafeMutableBufferPointer { if let s = source.baseAddress, let t = $0.baseAddress { equations.derivative(s, t) } }
        }
        return result
      }
      let y = [0.2, 0.8]
      var jacobian = [0.0, 0, 0, 0]
      y.withUnsafeBufferPointer { source in
        jacobian.withUnsafeMutableBufferPointer { if let s = source.baseAddress, let t = $0.baseAddress { equations.jacobian(s, t) } }
      }
      for j in 0..<2 {
        var (up, down) = (y, y)
        up[j] += 1e-5
        down[j] -= 1e-5
        let (a, b) = (derivative(up), derivative(down))
        for i in 0..<2 {
          #expect(abs((a[i] - b[i]) / 2e-5 - jacobian[2 * i + j]) < 1e-6 * (jacobian.map { abs($0) }.max() ?? 0))
        }
      }
    }
  }

  @Test func unusableRequestsSaySo() throws {
    #expect(throws: NucleosynthesisError.self) { try Nucleosynthesis(InstantaneousDecoupling.history(), mesons: .init(positivePions: 1)) }
    #expect(throws: NucleosynthesisError.self) { try Nucleosynthesis(Self.history(lifetime: 1, perBaryon: 1), mesons: .init(positivePions: -1)) }
  }

  /// Boyarsky et al., arXiv:2008.00749: a particle with thermal abundance whose decays give charged pions must have tau < 0.023 s (1 +- 0.1 by number and branching),
  /// from Yp < 0.2573 (4.35 % above the standard value). Their chain is the same but for the annihilation of pions, so 30 % is what can be asked.
  @Test func thermalAbundanceIsBoundedAtTwoHundredthsOfASecond() throws {
    func helium(_ lifetime: Double) throws -> Double {
      var content = UniverseContent.standard
      content.decaying = DecayingSpecies(mass: 500, lifetime: lifetime, entropyYield: 1e-3)
      return try Nucleosynthesis(ThermalHistory.compute(content), mesons: .init(positivePions: 0.4, negativePions: 0.4)).abundances().heliumFraction
    }
    #expect(try helium(0.016) < 0.2573)
    #expect(try helium(0.030) > 0.2573)
  }
}
