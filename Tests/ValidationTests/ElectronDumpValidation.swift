import Accelerators
import Foundation
import Likelihoods
import Numerics
import Portals
import Testing
import Units

/// Electron beam dumps against other people's numbers: cross sections, showers, published curves.
@Suite struct ElectronDumpValidation {
  // MARK: Cross section

  /// Exact tree-level cross section over this one: 0.947 to 1.000 where the project's table was made, widened by that table's own rounding to two digits.
  private static let exactOverWeizsaeckerWilliams = 0.92...1.03

  /// Exact/improved ratios, three-dimensional numerical integral of the full amplitude, x = 0.3, 0.5, 0.7, 0.9 (`accelerator_inputs.md` 1.3 of the shared notes).
  private static let exactOverImproved: [(mass: Double, aluminium20: [Double], tungsten9: [Double])] = [
    (2e-3, [1.41, 1.27, 1.16, 1.14], [1.44, 1.30, 1.18, 1.14]),
    (5e-3, [1.27, 1.20, 1.11, 1.00], [1.25, 1.19, 1.10, 0.99]),
    (1e-2, [1.11, 1.09, 1.03, 0.94], [1.03, 1.04, 1.00, 0.91]),
    (3e-2, [0.82, 0.87, 0.87, 0.82], [0.71, 0.78, 0.80, 0.77]),
    (1e-1, [0.61, 0.70, 0.74, 0.73], [0.46, 0.58, 0.65, 0.67]),
    (3e-1, [0.36, 0.50, 0.59, 0.63], [0.15, 0.29, 0.41, 0.50]),
  ]

  @Test func crossSectionAgainstTheExactOne() {
    let targets = [(PhotonFlux(nuclearCharge: 13, massNumber: 26.982), 20.0), (PhotonFlux(nuclearCharge: 74, massNumber: 183.84), 9.0)]
    for row in Self.exactOverImproved {
      for ((flux, energy), ratios) in zip(targets, [row.aluminium20, row.tungsten9]) {
        let process = VectorBremsstrahlung(mass: row.mass, flux: flux)
        for (x, ratio) in zip([0.3, 0.5, 0.7, 0.9], ratios) {
          let improved = process.improvedWeizsaeckerWilliams(electronEnergy: energy, x: x)
          let ours = process.weizsaeckerWilliams(electronEnergy: energy, x: x)
          let exactOverOurs = ratio * improved / ours
          // Two digits of a ratio of 0.15 are no better than 4 %.
          let slack = 0.006 / ratio
          let range = (Self.exactOverWeizsaeckerWilliams.lowerBound - slack)...(Self.exactOverWeizsaeckerWilliams.upperBound + slack)
          #expect(range.contains(exactOverOurs), "m \(row.mass) x \(x) E \(energy): \(exactOverOurs)")
        }
      }
    }
  }

  /// The NA64 generator's exact tree-level total for m = 16.7 MeV, E = 150 GeV is 3643 pb (mixing 1e-4, lead assumed): 3 % is the accuracy of Weizsaecker and Williams.
  @Test func totalCrossSectionOfTheNA64Generator() throws {
    let process = VectorBremsstrahlung(mass: 0.0167, flux: PhotonFlux(nuclearCharge: 82, massNumber: 207.2))
    let electronMass = NaturalUnits.electronMass
    let width = electronMass * electronMass / (0.0167 * 0.0167)
    let total = try AdaptiveQuadrature().integrate("sigma", from: log(width), to: log(1 + width), relative: 1e-4) { u in
      exp(u) * process.crossSection(electronEnergy: 150, x: 1 + width - exp(u))
    }.value
    let picobarns = total * 1e-8 / (NaturalUnits.millibarn * 1e-9)
    #expect(abs(picobarns / 3643 - 1) < 0.03, "\(picobarns) pb")
  }

  // MARK: Shower

  /// Monte Carlo of the same cascade, 3e4 showers: E0 T in bins 0.05 wide at E/E0; primary, secondary electrons, positrons, photons. Statistics of the rarest entries: 15 %.
  private static let monteCarlo: [(ratio: Double, primary: Double, electrons: Double, positrons: Double, photons: Double)] = [
    (0.075, 8.6, 40.1, 39.8, 114.5), (0.125, 5.09, 12.0, 12.1, 38.6), (0.225, 2.84, 3.00, 3.11, 11.4), (0.325, 1.97, 1.16, 1.15, 5.47),
    (0.475, 1.49, 0.375, 0.394, 2.39), (0.625, 1.20, 0.126, 0.138, 1.31), (0.825, 1.18, 0.021, 0.026, 0.63), (0.925, 1.48, 0.005, 0.006, 0.42),
  ]

  @Test func trackLengthsAgainstAMonteCarlo() {
    let shower = ElectromagneticShower.standard
    func mean(_ component: ElectromagneticShower.Component, _ ratio: Double) -> Double {
      let (from, to) = (-log(ratio + 0.025), -log(ratio - 0.025))
      return shower.edges.indices.dropLast().reduce(0) { sum, i in
        let overlap = min(to, shower.edges[i + 1]) - max(from, shower.edges[i])
        return sum + max(0, overlap) * component.trackLength[i]
      } / 0.05
    }
    for row in Self.monteCarlo {
      #expect(abs(mean(shower.primary, row.ratio) / row.primary - 1) < 0.04)
      #expect(abs(mean(shower.photons, row.ratio) / row.photons - 1) < 0.04)
      let positrons = mean(shower.positrons, row.ratio)
      #expect(abs(positrons / row.positrons - 1) < (row.positrons > 1 ? 0.06 : 0.15), "\(row.ratio): \(positrons)")
      let electrons = mean(shower.electrons, row.ratio) - mean(shower.primary, row.ratio) - positrons
      #expect(abs(electrons / row.electrons - 1) < (row.electrons > 1 ? 0.06 : 0.25))
    }
  }

  // MARK: Published curves

  /// The short-lived edge is exponential in the coupling: 0.06 dex is a factor 4 in events at ten decay lengths.
  private static let upperEdge = 0.06
  /// The long-lived edge goes with the fourth root of the events; where publications differ by 0.7 dex among themselves, 0.35 is half of it.
  private static let lowerEdge = 0.35
  /// Where that is missed: E137 up to 3 MeV and E774 at the lowest masses, whose published curves gain from bosons below every energy cut.
  private static let lowerEdgeAtLowMass = 0.35...0.55
  /// With the older curves' own approximations (improved form, primary electron, no acceptance) nothing is left but digitisation and the tail of soft bosons.
  private static let sameApproximations = 0.12
  private static let older = VariantChoices([
    "electron-dump.bremsstrahlung": "improved-weizsaecker-williams", "electron-dump.track-length": "primary-tsai", "electron-dump.acceptance": "none",
  ])
  private static let bremsstrahlung = VariantChoices(["electron-dump.production": "bremsstrahlung"])

  private static func constraint(_ id: String) throws -> ElectronBeamDumpConstraint {
    try #require(try ElectronBeamDumpConstraint.all().first { $0.experiment.id == id })
  }

  private struct Edges {
    let low, high: Double
  }

  /// log10 of both edges of the couplings excluded at 95 % CLs.
  private static func edges(_ constraint: ElectronBeamDumpConstraint, _ mass: Double, _ choices: VariantChoices, of portal: VectorPortal = .darkPhoton) throws
    -> Edges?
  {
    let slice = try constraint.beamDumpSlice(of: portal, at: mass, choosing: choices)
    func excess(_ logarithm: Double) throws -> Double {
      0.05 - HypothesisTest().evaluate([try slice.evidence(at: pow(10, logarithm))]).cls
    }
    let grid = (0...320).map { -9 + 0.025 * Double($0) }
    let values = try grid.map(excess)
    guard let first = values.firstIndex(where: { $0 > 0 }), let last = values.lastIndex(where: { $0 > 0 }), first > 0, last + 1 < grid.count else { return nil }
    return Edges(
      low: try RootFinding.brent("low edge", in: grid[first - 1], grid[first], absolute: 1e-4, excess),
      high: try RootFinding.brent("high edge", in: grid[last], grid[last + 1], absolute: 1e-4, excess)
    )
  }

  /// log10 of the published edges at a mass, linear between the points.
  private static func published(_ file: String, _ mass: Double) throws -> (low: Double, high: Double)? {
    guard let url = ReferenceData.file("accelerators/dark_photon_visible/\(file)") else { return nil }
    let rows = try ReferenceData.columns(url)
    guard let next = rows.firstIndex(where: { $0[0] >= mass }), next > 0 else { return nil }
    let (a, b) = (rows[next - 1], rows[next])
    let t = (mass - a[0]) / (b[0] - a[0])
    return (log10(a[1]) * (1 - t) + log10(b[1]) * t, log10(a[2]) * (1 - t) + log10(b[2]) * t)
  }

  private static let curves: [(id: String, file: String, masses: [Double])] = [
    ("e137", "E137_Andreas2012mt.lmt", [2e-3, 3e-3, 5e-3, 1e-2, 2e-2, 3e-2, 5e-2, 8e-2, 0.13, 0.2]),
    ("e774", "E774_Bross1989mp.lmt", [2e-3, 3e-3, 5e-3, 8e-3]),
    // Above 25 MeV the published KEK curve closes faster than any reading of its inputs explains: see the documentation.
    ("kek", "KEK_Konaka1986cb.lmt", [2e-3, 3e-3, 5e-3, 1e-2, 2e-2, 2.5e-2]),
  ]

  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func upperEdges() throws {
    for (id, file, masses) in Self.curves {
      let constraint = try Self.constraint(id)
      for mass in [1.2e-3, 1.5e-3] + masses {
        let theirs = try #require(try Self.published(file, mass))
        let ours = try #require(try Self.edges(constraint, mass, Self.bremsstrahlung))
        #expect(abs(ours.high - theirs.high) < Self.upperEdge, "\(id) \(mass): \(ours.high - theirs.high)")
      }
    }
    for mass in [2.5e-3, 5e-3, 1e-2, 3e-2, 0.1, 0.2] {
      let theirs = try #require(try Self.published("E137_Bjorken2009mm.lmt", mass))
      let ours = try #require(try Self.edges(try Self.constraint("e137"), mass, Self.bremsstrahlung))
      #expect(abs(ours.high - theirs.high) < Self.upperEdge, "Bjorken \(mass): \(ours.high - theirs.high)")
    }
  }

  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func lowerEdges() throws {
    for (id, file, masses) in Self.curves {
      let constraint = try Self.constraint(id)
      for mass in masses where !(id == "e137" && mass <= 3e-3) {
        let theirs = try #require(try Self.published(file, mass))
        let ours = try #require(try Self.edges(constraint, mass, Self.bremsstrahlung))
        #expect(abs(ours.low - theirs.low) < Self.lowerEdge, "\(id) \(mass): \(ours.low - theirs.low)")
      }
    }
  }

  /// Two publications of the same data differ by up to 0.7 dex; between 2 and 80 MeV the calculation lies between them.
  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func lowerEdgesAreMissedAtLowMassAsDocumented() throws {
    for (id, file, mass) in [("e137", "E137_Andreas2012mt.lmt", 2e-3), ("e774", "E774_Bross1989mp.lmt", 1.2e-3)] {
      let theirs = try #require(try Self.published(file, mass))
      let ours = try #require(try Self.edges(try Self.constraint(id), mass, Self.bremsstrahlung))
      #expect(Self.lowerEdgeAtLowMass.contains(ours.low - theirs.low), "\(id) \(mass): \(ours.low - theirs.low)")
    }
  }

  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func lowerEdgeOfE137LiesBetweenThePublications() throws {
    for mass in [2.5e-3, 5e-3, 1e-2, 2e-2, 4e-2, 7e-2] {
      let deep = try #require(try Self.published("E137_Andreas2012mt.lmt", mass)).low
      let shallow = try #require(try Self.published("E137_Bjorken2009mm.lmt", mass)).low
      let ours = try #require(try Self.edges(try Self.constraint("e137"), mass, Self.bremsstrahlung)).low
      #expect(deep < ours && ours < shallow, "\(mass): \(deep) \(ours) \(shallow)")
    }
  }

  /// The older curves, recomputed with their approximations.
  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func bothEdgesWithTheOlderApproximations() throws {
    for (id, file, masses) in Self.curves {
      let constraint = try Self.constraint(id)
      for mass in [1.2e-3, 1.5e-3] + masses where !(id == "kek" && mass > 1e-2) {
        let theirs = try #require(try Self.published(file, mass))
        let ours = try #require(try Self.edges(constraint, mass, Self.older))
        #expect(abs(ours.low - theirs.low) < Self.sameApproximations, "\(id) \(mass): \(ours.low - theirs.low)")
        #expect(abs(ours.high - theirs.high) < Self.upperEdge, "\(id) \(mass): \(ours.high - theirs.high)")
      }
    }
  }

  /// B-L: the same events as a dark photon while the boson lives long, and a shorter life through neutrinos at the other edge.
  @Test(.enabled(if: ReferenceData.isAvailable, Comment(rawValue: ReferenceData.absence))) func bMinusL() throws {
    guard let url = ReferenceData.file("accelerators/b_minus_l/bounds_E137.txt") else { return }
    let rows = try ReferenceData.columns(url)
    let turn = try #require(rows.indices.max { rows[$0][0] < rows[$1][0] })
    let upper = Array(rows[turn...].reversed())
    for mass in [2e-3, 5e-3, 2e-2, 8e-2] {
      let next = try #require(upper.firstIndex { $0[0] >= mass })
      let (a, b) = (upper[next - 1], upper[next])
      let t = (mass - a[0]) / (b[0] - a[0])
      let theirs = log10(a[1]) * (1 - t) + log10(b[1]) * t
      let ours = try #require(try Self.edges(try Self.constraint("e137"), mass, Self.bremsstrahlung, of: .bMinusL)).high
      #expect(abs(ours - theirs) < Self.upperEdge, "B-L \(mass): \(ours - theirs)")
    }
  }

  /// A Monte Carlo of cascade with multiple scattering, emission and decay (4000 showers) for E137 and long lifetimes: accepted fraction and mean energy in GeV.
  private static let acceptanceMonteCarlo: [(mass: Double, acceptance: Double, energy: Double)] = [
    (2e-3, 0.375, 2.96), (5e-3, 0.329, 3.35), (2e-2, 0.262, 4.45), (6e-2, 0.192, 5.96), (0.2, 0.117, 9.58),
  ]
  /// The two-node rule for the angles of the shower costs 9 % where soft electrons dominate; the Monte Carlo's statistics are 1 %.
  private static let acceptanceAccuracy = 0.11

  @Test func acceptanceAgainstAMonteCarlo() throws {
    let e137 = try Self.constraint("e137")
    for row in Self.acceptanceMonteCarlo {
      let events = try e137.beamDumpSlice(of: .darkPhoton, at: row.mass, choosing: Self.bremsstrahlung).events(at: 1e-11)
      #expect(abs(events.acceptance / row.acceptance - 1) < Self.acceptanceAccuracy, "\(row.mass): \(events.acceptance)")
      #expect(abs(events.meanEnergy / row.energy - 1) < Self.acceptanceAccuracy, "\(row.mass): \(events.meanEnergy) GeV")
    }
  }

  /// E141's own abstract: masses 1 to 15 MeV, lifetimes 1e-14 to 1e-10 s, and 1.8 MeV excluded above 8.2e-15 s. The abstract is about a pseudoscalar: a factor 2.
  @Test func windowOfE141() throws {
    let e141 = try Self.constraint("e141")
    func lifetime(_ mass: Double, _ logarithm: Double) throws -> Double {
      PhysicalConstants.hbar.value / (try VectorDecay(.darkPhoton).totalWidth(mass: mass, coupling: pow(10, logarithm)))
    }
    let light = try #require(try Self.edges(e141, 1.8e-3, .defaults))
    let shortest = try lifetime(1.8e-3, light.high)
    #expect(shortest > 4e-15 && shortest < 2e-14, "\(shortest) s")
    let longest = try lifetime(1.8e-3, light.low)
    #expect(longest > 5e-11 && longest < 5e-10, "\(longest) s")
    #expect(try Self.edges(e141, 1.5e-2, .defaults) != nil)
    #expect(try Self.edges(e141, 3e-2, .defaults) == nil)
  }

  /// E774's abstract: masses to 10 MeV, lifetimes down to 4e-16 s.
  @Test func windowOfE774() throws {
    let e774 = try Self.constraint("e774")
    #expect(try Self.edges(e774, 9.5e-3, .defaults) != nil)
    #expect(try Self.edges(e774, 1.5e-2, .defaults) == nil)
    var shortest = Double.infinity
    for mass in [1.1e-3, 1.5e-3, 3e-3, 6e-3] {
      let edge = try #require(try Self.edges(e774, mass, .defaults))
      shortest = min(shortest, PhysicalConstants.hbar.value / (try VectorDecay(.darkPhoton).totalWidth(mass: mass, coupling: pow(10, edge.high))))
    }
    #expect(shortest > 1e-16 && shortest < 8e-16, "\(shortest) s")
  }

  /// A slice must stay far below 40 ms for scans: mean over masses and experiments, in release.
  @Test func costOfASlice() throws {
    let constraints = try ElectronBeamDumpConstraint.all()
    _ = try constraints[0].beamDumpSlice(of: .darkPhoton, at: 0.01)
    let masses = logarithmicGrid(from: 1.1e-3, to: 0.9, count: 12)
    let clock = ContinuousClock()
    let time = try clock.measure {
      for constraint in constraints { for mass in masses { _ = try constraint.beamDumpSlice(of: .darkPhoton, at: mass) } }
    }
    #expect(time / (constraints.count * masses.count) < .milliseconds(40), "\(time / (constraints.count * masses.count))")
  }
}
