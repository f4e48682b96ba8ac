import EarlyUniverse
import Foundation
import Numerics
import Portals
import Testing
import Units

@Suite struct AbundanceTests {
  private static func settings(_ reheating: Double, _ initial: AbundanceCalculation.Initial = .none, tolerance: Double = 1e-6) -> AbundanceCalculation.Settings
  {
    var settings = AbundanceCalculation.Settings()
    settings.reheatingTemperature = reheating
    settings.initial = initial
    settings.tolerance = tolerance
    return settings
  }

  private static let portals: [(portal: Portal, mass: Double, weak: Double, power: Double)] = [
    (.vector(.darkPhoton), 0.02, 1e-14, 2), (.vector(.bMinusL), 0.02, 1e-14, 2), (.vector(.lMuMinusLTau), 0.02, 1e-14, 2),
    (.scalar(.darkScalar), 0.02, 1e-9, 2), (.pseudoscalar(.photonOnly), 0.02, 1e-14, 2), (.pseudoscalar(.universalFermions), 0.02, 1e-12, 2),
    (.pseudoscalar(.gluonOnly), 0.02, 1e-14, 2), (.heavyNeutralLepton(.electronMixing), 0.02, 1e-14, 1), (.heavyNeutralLepton(.tauMixing), 0.3, 1e-15, 1),
    (.dipole(DipolePortal(flavour: .muon)), 0.02, 1e-15, 2), (.millicharged(MillichargedPortal()), 0.02, 1e-12, 2),
    (.darkMatter(DarkMatterPortal()), 0.02, 1e-25, 1),
  ]

  /// Far below equilibrium the number is linear in the rates.
  @Test func freezeInGrowsWithTheSquareOfTheCoupling() throws {
    for (portal, mass, coupling, power) in Self.portals {
      let calculation = try AbundanceCalculation(portal, mass: mass, settings: Self.settings(0.5))
      let small = try #require(try calculation.abundance(coupling: coupling).frozenYield)
      let large = try #require(try calculation.abundance(coupling: 3 * coupling).frozenYield)
      #expect(small > 0)
      #expect(abs(large / small / pow(3, power) - 1) < 1e-4, "\(portal)")
    }
  }

  /// Y = 135 g Gamma M_Pl/(8 pi^3 1.66 g_*^(3/2) m^2) with Maxwell-Boltzmann statistics (Hall et al., arXiv:0911.1120, eq. 6.10). Three-body channels carry
  /// no statistics of their products,
  /// and the Fermi-Dirac f_N brings eta(5) = 0.9721: int x^3 sum (-1)^(k+1) K_1(k x)/k over 3 pi/2.
  @Test func inverseDecaysReachTheAnalyticLimit() throws {
    let (mass, coupling) = (0.02, 1e-14)
    let result = try AbundanceCalculation(.heavyNeutralLepton(.electronMixing), mass: mass, settings: Self.settings(0.3)).abundance(coupling: coupling)
    let channels = ["nu nu nubar", "nu e+ e-"]
    let share = result.shares.filter { entry in channels.contains { entry.process == "inverse decay \($0)" } }.reduce(0) { $0 + $1.share }
    let width = channels.reduce(0) { $0 + result.widths.width($1) }
    let analytic = 135 * 2 * width * CosmicBath.planckMass / (8 * pow(Double.pi, 3) * 1.66 * pow(10.74, 1.5) * mass * mass)
    // g_* is 10.74 to 1 % from 1 to 12 MeV; muons above take 2 % of what is made at T > m.
    #expect(abs(try #require(result.frozenYield) * share / (0.9721 * analytic) - 1) < 0.03)
  }

  /// Y = 45 zeta(3)/(2 pi^4) g/g_s = 0.278 g/g_s (3/4 for fermions) of a particle that decouples while relativistic.
  @Test func relativisticDecoupling() throws {
    let result = try AbundanceCalculation(.heavyNeutralLepton(.muonMixing), mass: 1e-2, settings: Self.settings(50)).abundance(coupling: 1e-7)
    let decoupling = try #require(result.decouplingTemperature)
    let g = EffectiveDegreesOfFreedom.values(temperature: decoupling).entropy
    let expected = 0.278 * 0.75 * 2 / g
    // The fit of g_s is shifted by under 1 % to join the thermal history; decoupling takes a factor of 1.5 in temperature, in which g_s changes.
    #expect(abs(try #require(result.frozenYield) / expected - 1) < 0.15)
    #expect(result.thermalised)
  }

  /// A large coupling keeps the number at its equilibrium.
  @Test func equilibriumAtLargeCoupling() throws {
    let result = try AbundanceCalculation(.vector(.darkPhoton), mass: 0.01).abundance(coupling: 1e-7)
    for point in result.evolution.dropFirst(result.evolution.count / 2) where point.temperature > 1e-3 {
      #expect(abs(point.entropyYield / point.equilibriumYield - 1) < 0.01)
    }
    #expect(result.frozenYield == nil)
  }

  /// Starting full or empty makes no difference once the particle was in equilibrium, and every difference before.
  @Test func initialConditionIsForgottenInEquilibrium() throws {
    let portal = Portal.heavyNeutralLepton(.muonMixing)
    func yield(_ initial: AbundanceCalculation.Initial, _ coupling: Double) throws -> Double {
      try #require(try AbundanceCalculation(portal, mass: 0.02, settings: Self.settings(5, initial)).abundance(coupling: coupling).frozenYield)
    }
    #expect(abs(try yield(.none, 1e-7) / yield(.thermal, 1e-7) - 1) < 1e-4)
    #expect(try yield(.none, 1e-14) < 0.1 * yield(.thermal, 1e-14))
  }

  /// Raising the reheating temperature never makes fewer particles of freeze-in.
  @Test func moreParticlesFromHigherReheating() throws {
    for (portal, mass, coupling, _) in Self.portals {
      var before = 0.0
      for reheating in [0.004, 0.02, 0.2, 5] {
        let now = try #require(try AbundanceCalculation(portal, mass: mass, settings: Self.settings(reheating)).abundance(coupling: coupling).frozenYield)
        #expect(now >= before * 0.999, "\(portal) at \(reheating) GeV")
        before = now
      }
    }
  }

  /// A tolerance a thousand times finer changes nothing that matters.
  @Test func independentOfTheTolerance() throws {
    for (portal, mass, coupling, _) in Self.portals {
      func yield(_ tolerance: Double, _ coupling: Double) throws -> Double {
        let calculation = try AbundanceCalculation(portal, mass: mass, settings: Self.settings(1, tolerance: tolerance))
        return try calculation.abundance(coupling: coupling).frozenYield ?? 0
      }
      for factor in [1, 1e4] {
        let (coarse, fine) = (try yield(1e-6, factor * coupling), try yield(1e-9, factor * coupling))
        // Where decays set in before production ends, the number is read between two steps.
        #expect(abs(coarse - fine) <= (factor == 1 ? 1e-4 : 1e-3) * fine, "\(portal)")
      }
    }
  }

  /// A number is given or a reason, at any mass, coupling and reheating temperature.
  @Test func neverNaN() throws {
    for (portal, _, weak, _) in Self.portals {
      for mass in logarithmicGrid(from: 1e-5, to: 500, count: 12) {
        for reheating in [0.0041, 3, 1e4] {
          do {
            let calculation = try AbundanceCalculation(portal, mass: mass, settings: Self.settings(reheating))
            for factor in [1e-6, 1, 1e6] {
              let result = try calculation.abundance(coupling: factor * weak)
              #expect(result.evolution.allSatisfy { $0.entropyYield.isFinite && $0.entropyYield >= 0 && $0.rateOverHubble.isFinite })
              if let yield = result.frozenYield { #expect(yield.isFinite && yield >= 0) }
              #expect(calculation.interactingSpecies(result).startYield.isFinite && result.largestPerPhoton.isFinite)
            }
          } catch is ModelError {}
        }
      }
    }
  }

  /// A particle that decoupled while relativistic and decays long before its production formally ends keeps the number with which it decoupled.
  @Test func shortLivedRelicsKeepTheirNumber() throws {
    let portal = HeavyNeutralLeptonPortal.electronMixing
    let calculation = try AbundanceCalculation(.heavyNeutralLepton(portal), mass: 0.12, settings: Self.settings(5))
    let coupling = 1e-7
    let result = try calculation.abundance(coupling: coupling)
    let lifetime = try #require(result.widths.lifetimeSeconds)
    #expect(lifetime > 0.001)
    let yield = try #require(result.frozenYield)
    let decoupling = try #require(result.decouplingTemperature)
    let early = try #require(result.evolution.last { $0.temperature > 0.3 * decoupling })
    #expect(abs(yield / early.entropyYield - 1) < 0.3)
  }
}
