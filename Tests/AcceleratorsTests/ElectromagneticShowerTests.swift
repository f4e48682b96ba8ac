import Accelerators
import Foundation
import Numerics
import Testing

@Suite struct ElectromagneticShowerTests {
  private let shower = ElectromagneticShower.standard

  /// Cell-constant track lengths make the flux of energy exact to the cell width.
  private static let conservation = 0.01
  /// Rossi's constants are quoted to three digits for a slightly different b.
  private static let rossi = 0.01

  /// Whatever the level y, the energy that passes from particles above it to particles below it is the beam's.
  @Test(arguments: [0.1, 0.5, 1.0, 2.0, 4.0]) func energyIsConserved(level: Double) {
    let b = 0.0122
    let (a, c) = (4.0 / 3 + 2 * b, 2.0 / 3 - 2 * b)
    let rule = GaussLegendre(order: 12)
    // Energy that one particle at e^u times the level's energy hands down to particles below it, per radiation length and unit of its energy.
    func electronTransfer(_ r: Double) -> Double {
      let photons = a * r - a * r * r / 2 + r * r * r / 3
      let electron = rule.integrate(from: 1 - r, to: 1) { v in (1 - v) * (a / v - a + v) }
      return photons + electron
    }
    func photonTransfer(_ r: Double) -> Double { 2 * rule.integrate(from: 0, to: r) { u in u * (u * u + (1 - u) * (1 - u) + c * u * (1 - u)) } }
    let edges = shower.edges
    var total = 0.0
    let cellRule = GaussLegendre(order: 6)
    for i in 0..<(edges.count - 1) where edges[i] < level {
      let upper = min(edges[i + 1], level)
      total += cellRule.integrate(from: edges[i], to: upper) { y in
        let r = exp(y - level)
        return exp(-y) * (shower.electrons.trackLength[i] * electronTransfer(r) + shower.photons.trackLength[i] * photonTransfer(r))
      }
    }
    #expect(abs(total - 1) < Self.conservation, "energy handed down at y = \(level): \(total)")
  }

  @Test func farBelowTheBeamTheTrackLengthsAreRossis() {
    let last = shower.edges.count - 2
    let y = 0.5 * (shower.edges[last] + shower.edges[last + 1])
    #expect(abs(shower.electrons.trackLength[last] * exp(-y) / 0.437 - 1) < Self.rossi)
    #expect(abs(shower.photons.trackLength[last] * exp(-y) / 0.572 - 1) < Self.rossi)
  }

  @Test func secondariesAreHalfPositrons() {
    for i in shower.edges.indices.dropLast() where shower.edges[i] > 0.5 {
      let secondaries = shower.electrons.trackLength[i] - shower.primary.trackLength[i]
      #expect(abs(shower.positrons.trackLength[i] / secondaries - 0.5) < 1e-6)
    }
  }

  /// The answer at fixed energies moves by less than 0.5 % when the cells are halved.
  @Test func solutionConvergesWithTheGrid() {
    let coarse = ElectromagneticShower(step: 0.08, firstEdge: 1e-5)
    let fine = ElectromagneticShower(step: 0.04, firstEdge: 1e-5)
    func integral(_ shower: ElectromagneticShower, from: Double, to: Double) -> Double {
      shower.edges.indices.dropLast().reduce(0) { sum, i in
        let overlap = min(to, shower.edges[i + 1]) - max(from, shower.edges[i])
        return sum + max(0, overlap) * shower.electrons.trackLength[i]
      }
    }
    for (from, to) in [(0.0, 0.4), (0.4, 1.2), (1.2, 2.8)] {
      #expect(abs(integral(coarse, from: from, to: to) / integral(fine, from: from, to: to) - 1) < 5e-3)
    }
  }

  /// Variances cannot be negative: the moments obey M0 M2 > M1^2 and M1 M3 > M2^2, and softer particles have been scattered more.
  @Test func angularMomentsAreThoseOfADistribution() {
    for component in [shower.primary, shower.electrons, shower.positrons] {
      var previous = 0.0
      for i in shower.edges.indices.dropLast() where shower.edges[i] > 0.01 {
        let (m0, m1) = (component.trackLength[i], component.angularMoments[0][i])
        let (m2, m3) = (component.angularMoments[1][i], component.angularMoments[2][i])
        #expect(m0 * m2 > m1 * m1)
        #expect(m1 * m3 > m2 * m2)
        #expect(m1 / m0 > previous)
        previous = m1 / m0
      }
    }
  }

  /// Rossi and Greisen: far below the beam energy the mean square angle depends on the particle's own energy alone.
  @Test func meanSquareAngleScalesWithTheParticlesEnergy() {
    func scaled(_ y: Double) -> Double {
      let i = shower.edges.lastIndex { $0 <= y } ?? 0
      let middle = 0.5 * (shower.edges[i] + shower.edges[i + 1])
      return shower.electrons.angularMoments[0][i] / shower.electrons.trackLength[i] * exp(-2 * middle)
    }
    #expect(abs(scaled(5.5) / scaled(4) - 1) < 0.02)
    #expect(scaled(5) > 0.4 && scaled(5) < 0.8)
  }

  @Test func depthGrowsAsTheEnergyFalls() {
    func depth(_ component: ElectromagneticShower.Component, _ y: Double) -> Double {
      let i = shower.edges.lastIndex { $0 <= y } ?? 0
      return component.depthMoment[i] / component.trackLength[i]
    }
    #expect(depth(shower.primary, 0.1) > 0.1)
    #expect(depth(shower.primary, 0.1) < 1)
    #expect(depth(shower.electrons, 1) < depth(shower.electrons, 3))
    // Positrons need a photon first.
    #expect(depth(shower.positrons, 2) > depth(shower.primary, 2))
  }
}
