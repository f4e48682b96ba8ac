import Portals
import Testing
import Units

/// Sums of hadronic states, neutrinos of light bosons, loops beside small tree charges.
@Suite struct VectorSumTests {
  private func vector(_ settings: [(String, String)]) throws -> any ParticlePhysics { try Models.vector.setting(settings).portal.physics }

  private static let neutral = [
    "x_e", "x_mu", "x_tau", "x_nu_e", "x_nu_mu", "x_nu_tau", "x_u", "x_d", "x_s", "x_c", "x_b", "x_t",
  ].map { ($0, "0") }

  private func charged(_ settings: [(String, String)]) throws -> any ParticlePhysics {
    try vector(Self.neutral.filter { pair in !settings.contains { $0.0 == pair.0 } } + settings)
  }

  @Test func exclusiveStatesNeverExceedHadrons() throws {
    let onlyBottom = try charged([("x_b", "1")])
    let onlyCharm = try charged([("x_c", "1")])
    let portals: [any ParticlePhysics] = [VectorPortal.darkPhoton, VectorPortal.bMinusL, onlyBottom, onlyCharm]
    for portal in portals {
      for mass in Array(stride(from: 1.6, to: 1.8, by: 0.004)) + [5.5, 9, 11, 13, 20, 60] {
        let widths = try portal.widths(mass: mass, coupling: 1e-4)
        let exclusive = widths.partials.filter(\.isPartOfHadrons).reduce(0) { $0 + $1.width }
        #expect(exclusive <= widths.width("hadrons") * (1 + 1e-12), "\(mass)")
      }
    }
  }

  /// epsilon^2 alpha m^5/(8 cos^4 m_Z^4), above three photons below 5 keV.
  @Test func neutrinosOfALightDarkPhoton() throws {
    let (mass, cosine) = (1e-6, 1 - 0.231_22)
    let z = 91.1880
    let widths = try VectorPortal.darkPhoton.widths(mass: mass, coupling: 1e-6)
    let (m5, z4) = (mass * mass * mass * mass * mass, z * z * z * z)
    let expected = 1e-12 * PhysicalConstants.fineStructure.value * m5 / (8 * cosine * cosine * z4)
    // The constant width of the Z: (Gamma_Z/m_Z)^2 = 7.5e-4.
    #expect(abs(widths.width("nu nubar") / expected - 1) < 1e-3)
    #expect(widths.width("nu nubar") > 100 * widths.width("gamma gamma gamma"))
    #expect(widths.visible == widths.width("gamma gamma gamma"))
  }

  private static let muonTau = [
    ("x_mu", "1"), ("x_tau", "-1"), ("x_nu_mu", "1"), ("x_nu_tau", "-1"), ("loop_mixing", "running"),
  ]

  /// Tree-level mixing adds to that of the loops: at -epsilon(loop) the electron decouples.
  @Test func kineticMixingAddsToLoops() throws {
    let loops = try charged(Self.muonTau)
    let mixing = try #require(try loops.derivedQuantities(mass: 0.05, coupling: 1).first { $0.key == "epsilon_loop_q2_real" }).value
    for factor in [1.0, -0.5, 3] {
      let both = try charged(Self.muonTau + [("epsilon_over_g", "\(factor * mixing)")])
      let ratio = try both.widths(mass: 0.05, coupling: 1).width("e+ e-") / loops.widths(mass: 0.05, coupling: 1).width("e+ e-")
      #expect(abs(ratio / ((1 + factor) * (1 + factor)) - 1) < 1e-9)
    }
    #expect(try charged(Self.muonTau + [("epsilon_over_g", "\(-mixing)")]).widths(mass: 0.05, coupling: 1).width("e+ e-") < 1e-20)
  }

  @Test func tinyChargesLeaveTheLoops() throws {
    let loops = try charged(Self.muonTau).widths(mass: 0.78, coupling: 1)
    let top = try charged(Self.muonTau + [("x_t", "1e-9")]).widths(mass: 0.78, coupling: 1)
    #expect(abs(top.width("hadrons") / loops.width("hadrons") - 1) < 1e-9)
    let strange = try charged(Self.muonTau + [("x_s", "1e-9")]).widths(mass: 0.78, coupling: 1)
    #expect(abs(strange.width("hadrons") / loops.width("hadrons") - 1) < 1e-5)
    // x_e + x_mu + x_tau = 0 to 1e-12.
    let electron = try charged(Self.muonTau + [("x_e", "1e-13")]).widths(mass: 0.78, coupling: 1)
    #expect(abs(electron.width("e+ e-") / loops.width("e+ e-") - 1) < 1e-9)
  }
}
