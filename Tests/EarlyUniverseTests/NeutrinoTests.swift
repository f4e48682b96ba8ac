import EarlyUniverse
import Foundation
import Testing

@Suite struct NeutrinoTests {
  private static let annihilationUnit = pow(Double.pi, 5) / (9 * 128)
  private static let scatteringUnit = pow(Double.pi, 5) / (4 * 56)

  /// Fermi-Dirac statistics lowers the massless response to 0.884 and 0.829 of Maxwell-Boltzmann's (1812.05605, 2001.04466).
  @Test func masslessResponse() throws {
    let integrals = try CollisionIntegrals()
    #expect(abs(integrals.annihilation(1e-4).squares * Self.annihilationUnit - 0.8841) < 1e-4)
    #expect(abs(integrals.scattering(1e-4).squares * Self.scatteringUnit - 0.8287) < 1e-4)
    #expect(abs(integrals.annihilation(1e-4).product) < 1e-6)
  }

  @Test func quadratureHasConverged() throws {
    let (coarse, fine) = (try CollisionIntegrals(order: 20), try CollisionIntegrals(order: 40))
    for x in [0.01, 0.3, 1, 3, 8] {
      #expect(abs(coarse.annihilation(x).squares / fine.annihilation(x).squares - 1) < 1e-4)
      #expect(abs(coarse.annihilation(x).product / fine.annihilation(x).product - 1) < 2e-3)
      #expect(abs(coarse.scattering(x).squares / fine.scattering(x).squares - 1) < 5e-5)
      #expect(abs(coarse.scattering(x).product / fine.scattering(x).product - 1) < 2e-2)
    }
  }

  /// Fewer electrons, less exchange; annihilation falls as exp(-2x), scattering as exp(-x).
  @Test func electronsDisappear() throws {
    let integrals = try CollisionIntegrals()
    var last = (Double.infinity, Double.infinity)
    for x in [0.1, 0.5, 1, 2, 4, 8, 16] {
      let now = (integrals.annihilation(x).squares, integrals.scattering(x).squares)
      #expect(now.0 < last.0 && now.1 < last.1 && now.0 > 0 && now.1 > 0)
      last = now
    }
    let ratio = log(integrals.annihilation(16).squares / integrals.annihilation(14).squares)
    #expect(ratio > -4 && ratio < -3)
  }

  /// Every flavour is somewhere and every state is something; electron neutrinos are the lightest state in a hot plasma and mixed as in vacuum in a cold one.
  @Test func compositionIsUnitary() {
    for temperature in [0.1, 1, 3, 5, 8, 20, 50] {
      let p = FlavourComposition.composition(temperature: temperature)
      for i in 0..<3 {
        #expect(abs((0..<3).reduce(0.0) { $0 + p[3 * i + $1] } - 1) < 1e-12)
        #expect(abs((0..<3).reduce(0.0) { $0 + p[3 * $1 + i] } - 1) < 1e-12)
      }
    }
    #expect(FlavourComposition.composition(temperature: 50)[0] > 0.999)
    let cold = FlavourComposition.composition(temperature: 0.1)
    #expect(abs(cold[2] - EarlyUniverseInputs.reactorAngle.value) < 1e-4)
    #expect(abs(cold[1] - EarlyUniverseInputs.solarAngle.value * (1 - EarlyUniverseInputs.reactorAngle.value)) < 1e-3)
  }

  @Test func eigenvectorsDiagonalise() {
    let m = [[2.0, -1, 0.3], [-1, 1.5, 0.7], [0.3, 0.7, -0.4]]
    let (values, vectors) = SymmetricMatrix.eigen(m)
    for k in 0..<3 {
      for i in 0..<3 { #expect(abs((0..<3).reduce(0.0) { $0 + m[i][$1] * vectors[$1][k] } - values[k] * vectors[i][k]) < 1e-12) }
    }
  }
}
