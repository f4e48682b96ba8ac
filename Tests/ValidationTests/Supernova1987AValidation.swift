import Foundation
import Numerics
import Supernova1987A
import Testing
import Units

/// Neutron–proton scattering and the edges of the dark photon island against numbers computed by others.
@Suite struct Supernova1987AValidation {
  // MARK: Neutron–proton scattering

  /// Known total cross sections in mb: 20.34 b at threshold (thermal neutrons on free protons), about 168 mb at 50 MeV and 73 mb at 100 MeV.
  /// 2 %: the phase shifts carry 1 % in 1S0 at 100 MeV, and "about 73" is a rounded reading.
  @Test func totalCrossSectionsAreThoseMeasured() throws {
    let tolerance = 0.025
    let scattering = try NeutronProtonScattering.shared.get()
    for (energy, expected) in [(0.001, 20_340.0), (1, 4265), (5, 1637), (10, 945), (50, 168), (100, 73)] {
      let a = try scattering.legendreCoefficientsMillibarn(laboratoryEnergyMeV: energy, upTo: 0)
      #expect(abs(2 * a[0] / expected - 1) < tolerance, "T_lab = \(energy) MeV: \(2 * a[0]) mb")
    }
  }

  /// Legendre coefficients a_0 to a_6 in mb of an independent partial-wave sum over the same phase shifts, J <= 4.
  private static let legendre: [(energy: Double, a: [Double])] = [
    (10, [472.6, -16.8, 2.6, -1.0, 0.2, -0.1, 0]), (25, [189.9, -10.8, 12.6, -2.1, 2.0, -0.6, 0.4]), (50, [83.8, -5.1, 23.9, -0.8, 4.5, -1.5, 1.9]),
    (100, [37.3, -4.5, 28.3, 2.4, 5.4, -2.2, 4.4]), (200, [20.9, -5.2, 19.8, 2.0, 2.0, -2.2, 5.9]), (300, [17.1, -2.4, 14.6, -0.1, -1.2, -2.8, 5.5]),
  ]

  @Test func angularDistributionAgreesWithAnIndependentPartialWaveSum() throws {
    // Printed digits (0.05 mb), and 0.1 % for constants and rounding of phase shifts to 0.001 degrees.
    let scattering = try NeutronProtonScattering.shared.get()
    for (energy, expected) in Self.legendre {
      let a = try scattering.legendreCoefficientsMillibarn(laboratoryEnergyMeV: energy, upTo: 6)
      for l in 0...6 { #expect(abs(a[l] - expected[l]) < 0.07 + 1e-3 * a[0], "T_lab = \(energy) MeV, l = \(l): \(a[l]) against \(expected[l])") }
    }
  }

  /// Thermal moments in mb by temperature in MeV, of the same independent calculation with waves above J = 4 added.
  private static let moments: [(temperature: Double, moment: Double)] = [
    (1, 1743), (2, 1045), (3, 743), (5, 460), (7.5, 304), (10, 224), (15, 145), (20, 107), (25, 86.0), (30, 72.8), (40, 57.5), (50, 49.1), (60, 43.9),
  ]

  @Test func thermalMomentsAgree() throws {
    let scattering = try NeutronProtonScattering.shared.get()
    for (temperature, expected) in Self.moments {
      let computed = scattering.thermalMoment(temperature: temperature * 1e-3) / NaturalUnits.millibarn
      // Waves with J > 4, which the table adds and this calculation does not have, are 1.2 % of sigma_tr at 200 MeV and 5.7 % at 350 MeV: 1 % of the moment at 30, 3 % at 60 MeV.
      let tolerance = temperature <= 25 ? 0.006 : 0.03
      #expect(abs(computed / expected - 1) < tolerance, "T = \(temperature) MeV: \(computed) mb against \(expected)")
    }
  }

  // MARK: Profile

  @Test func photonMassAgreesWithTheSimulationsOwn() throws {
    // Photon mass in MeV as published with the Fischer 18 Msun model: the transverse mass on the light cone, sqrt(3/2) omega_p. 10 %: its electrons are a little denser.
    let tolerance = 0.10
    for (radius, expected) in [(0.0, 17.1), (4, 16.6), (6, 15.9), (8, 13.7), (10, 11.4), (12, 9.8), (15, 7.7), (18, 5.0)] {
      let layer = try ProtoNeutronStarProfile.fischer2018.layer(atKilometres: radius)
      #expect(abs(layer.plasmaFrequency * 1e3 * 1.5.squareRoot() / expected - 1) < tolerance, "r = \(radius) km")
    }
  }

  // MARK: Edges of the island

  /// Within 0.15 dex of an independently computed island for the same profile and choices: the project's requirement.
  private static let edgeTolerance = 0.15

  struct Edges: Sendable, CustomStringConvertible {
    let profile: String
    let soft: SoftFactor
    let blocking: PairBlocking
    let mass: Double
    let lower: Double?
    let upper: Double?
    init(_ profile: String, _ soft: SoftFactor, _ mass: Double, _ lower: Double?, _ upper: Double?, _ blocking: PairBlocking = .fermiDirac) {
      (self.profile, self.soft, self.mass, self.lower, self.upper, self.blocking) = (profile, soft, mass, lower, upper, blocking)
    }
    var description: String { "\(profile) \(soft.rawValue) \(mass) MeV" }
  }

  private static let (cem, fischer, deRocco) = ("chang-essig-mcdermott", "fischer-2018", "derocco-2019")

  /// Mixing at the lower and upper edge where L = 3e52 erg/s (nil: none, or beyond the range quoted), by mass in MeV; bremsstrahlung and pairs, without semi-Compton.
  /// At 60 and 100 MeV in the two hot profiles the other calculation has no e+e- -> A' (docs/constraints/sn1987a.cooling.md): it is compared without.
  private static let edges: [Edges] = [
    Edges(cem, .exponential, 1, 2.3e-9, nil), Edges(cem, .exponential, 3, 6.9e-10, 1.9e-7), Edges(cem, .exponential, 8, 2.0e-10, nil),
    Edges(cem, .exponential, 10, 1.4e-10, 7.3e-8), Edges(cem, .exponential, 12, 1.1e-10, nil), Edges(cem, .exponential, 15, 4.4e-11, 6.5e-8),
    Edges(cem, .exponential, 20, 2.7e-10, nil), Edges(cem, .exponential, 30, 5.0e-10, 2.7e-8), Edges(cem, .exponential, 60, 1.1e-9, 1.1e-8),
    Edges(cem, .besselK1, 1, 2.3e-9, nil), Edges(cem, .besselK1, 3, 6.9e-10, 1.9e-7), Edges(cem, .besselK1, 10, 1.4e-10, 7.2e-8),
    Edges(cem, .besselK1, 15, 4.9e-11, 6.3e-8), Edges(cem, .besselK1, 30, 3.8e-10, 3.0e-8), Edges(cem, .besselK1, 60, 8.0e-10, 1.2e-8),
    Edges(cem, .besselK1, 100, 2.0e-9, 5.2e-9),
    Edges(fischer, .exponential, 1, 2.3e-9, nil), Edges(fischer, .exponential, 3, 8.7e-10, 2.6e-7), Edges(fischer, .exponential, 8, 7.9e-11, nil),
    Edges(fischer, .exponential, 10, 5.6e-11, 1.2e-7), Edges(fischer, .exponential, 12, 7.5e-11, nil), Edges(fischer, .exponential, 15, 1.1e-10, 7.5e-8),
    Edges(fischer, .exponential, 20, 3.8e-10, nil), Edges(fischer, .exponential, 30, 6.2e-10, 2.8e-8),
    Edges(fischer, .exponential, 60, 1.2e-9, 1.1e-8, .absorptionOnly),
    Edges(fischer, .besselK1, 3, 8.7e-10, 2.7e-7), Edges(fischer, .besselK1, 10, 5.6e-11, 1.2e-7), Edges(fischer, .besselK1, 15, 1.1e-10, 7.9e-8),
    Edges(fischer, .besselK1, 30, 4.8e-10, 3.1e-8), Edges(fischer, .besselK1, 60, 8.9e-10, 1.3e-8, .absorptionOnly),
    Edges(fischer, .besselK1, 100, 1.9e-9, 5.6e-9, .absorptionOnly),
    Edges(deRocco, .exponential, 1, 3.1e-9, nil), Edges(deRocco, .exponential, 3, 9.6e-10, 2.5e-7), Edges(deRocco, .exponential, 8, 8.1e-11, nil),
    Edges(deRocco, .exponential, 10, 1.2e-10, 1.1e-7), Edges(deRocco, .exponential, 12, 1.6e-10, nil), Edges(deRocco, .exponential, 15, 2.5e-10, 6.6e-8),
    Edges(deRocco, .exponential, 20, 5.1e-10, nil), Edges(deRocco, .exponential, 30, 7.8e-10, 2.6e-8),
    Edges(deRocco, .exponential, 60, 1.6e-9, 9.7e-9, .absorptionOnly),
    Edges(deRocco, .besselK1, 3, 9.6e-10, 2.7e-7), Edges(deRocco, .besselK1, 10, 1.1e-10, 1.0e-7), Edges(deRocco, .besselK1, 15, 2.4e-10, 7.0e-8),
    Edges(deRocco, .besselK1, 30, 6.0e-10, 2.9e-8), Edges(deRocco, .besselK1, 60, 1.1e-9, 1.1e-8, .absorptionOnly),
  ]

  /// The mixings where L crosses the criterion, ascending.
  private static func crossings(_ star: DarkPhotonLuminosity, criterion: Double = 3e52) throws -> [Double] {
    let grid = logarithmicGrid(from: 1e-12, to: 0.1, count: 221)
    return try zip(grid, grid.dropFirst()).compactMap { low, high in
      let (a, b) = (star.luminosity(mixing: low) / criterion, star.luminosity(mixing: high) / criterion)
      return (a > 1) == (b > 1) ? nil : try RootFinding.brentLog("edge", in: low, high) { star.luminosity(mixing: $0) / criterion - 1 }
    }
  }

  private static func star(_ profile: String, _ mass: Double, _ options: EmissionOptions, _ depth: OpticalDepthRule = .radial) throws -> DarkPhotonLuminosity {
    let profile = try #require(ProtoNeutronStarProfile.all.first { $0.name == profile })
    return try DarkPhotonLuminosity(mass: mass * 1e-3, profile: profile, options: options, opticalDepth: depth)
  }

  @Test(arguments: edges)
  func edgeAgreesWithAnIndependentCalculation(_ expected: Edges) throws {
    let options = EmissionOptions(soft: expected.soft, blocking: expected.blocking, countsSemiCompton: false)
    let computed = try Self.crossings(Self.star(expected.profile, expected.mass, options))
    #expect(!computed.isEmpty)
    if let lower = expected.lower, let found = computed.first {
      #expect(abs(log10(found / lower)) < Self.edgeTolerance, "lower edge \(found) against \(lower)")
    }
    if let upper = expected.upper, let found = computed.last {
      #expect(abs(log10(found / upper)) < Self.edgeTolerance, "upper edge \(found) against \(upper)")
    }
  }

  @Test func upperEdgeAtOneMegaelectronvoltLiesBeyondTheRangeQuoted() throws {
    for name in [Self.cem, Self.fischer, Self.deRocco] {
      let computed = try Self.crossings(Self.star(name, 1, EmissionOptions()))
      #expect((computed.count < 2 ? .infinity : computed[1]) > 5e-6)
    }
  }

  @Test func noIslandAtOneHundredMegaelectronvoltsWithTheExponentialForm() throws {
    #expect(try Self.crossings(Self.star(Self.cem, 100, EmissionOptions())).isEmpty)
    for name in [Self.fischer, Self.deRocco] {
      #expect(try Self.crossings(Self.star(name, 100, EmissionOptions(blocking: .absorptionOnly, countsSemiCompton: false))).isEmpty)
    }
  }

  @Test func electronPositronAnnihilationIsTheDifferenceInHotProfiles() throws {
    // Where T = 37 MeV meets mu_e = 140 MeV, e+e- -> A' equals bremsstrahlung at omega of 120 MeV: edges at 60 MeV open by a factor 1.5 to 1.8.
    for name in [Self.fischer, Self.deRocco] {
      let with = try Self.crossings(Self.star(name, 60, EmissionOptions(countsSemiCompton: false)))
      let without = try Self.crossings(Self.star(name, 60, EmissionOptions(blocking: .absorptionOnly, countsSemiCompton: false)))
      #expect((0.5...0.75).contains(with[0] / without[0]))
      #expect((1.4...1.9).contains(with[1] / without[1]))
    }
  }

  // MARK: What can be read of arXiv:1611.03864

  @Test func boundWeakensBelowFifteenMegaelectronvoltsAndEndsNearOneHundred() throws {
    // Its abstract: constraints weaken below about 15 MeV because of the plasma, and concern masses below about 100 MeV.
    let lower = try [8.0, 10, 12, 15, 20, 30].map { (mass: $0, edge: try Self.crossings(Self.star(Self.cem, $0, EmissionOptions()))[0]) }
    #expect(lower.min { $0.edge < $1.edge }?.mass == 15)
    #expect(try Self.crossings(Self.star(Self.cem, 80, EmissionOptions())).count == 2)
    #expect(try Self.crossings(Self.star(Self.cem, 120, EmissionOptions())).isEmpty)
  }
}
