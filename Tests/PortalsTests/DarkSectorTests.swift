import Foundation
import Numerics
import Portals
import Testing
import Units

/// Laws of the dark-matter, inelastic, millicharged and neutron portals.
@Suite struct DarkSectorTests {
  private static let masses = logarithmicGrid(from: 1e-21, to: 1000, count: 481)

  private static let settings: [(model: Model, pairs: [(key: String, value: String)])] =
    DarkMatterNature.allCases.map { (Models.darkPhotonInvisible, [("nature", $0.rawValue)]) } + [
      (Models.darkPhotonInvisible, [("nature", "pseudo-dirac"), ("splitting", "0.5"), ("coupling_axis", "epsilon")]),
      (Models.darkPhotonInvisible, [("mass_ratio", "2"), ("mass_axis", "chi")]), (Models.inelastic, []), (Models.inelastic, [("treatment", "static")]),
      (Models.inelastic, [("delta", "2"), ("coupling_axis", "y")]), (Models.inelastic, [("delta", "4")]), (Models.millicharged, []),
      (Models.millicharged, [("nature", "complex-scalar"), ("dark_photon", "massless")]), (Models.neutronPortal, []), (Models.darkHiggs, []),
      (Models.darkHiggs, [("mass_ratio", "0.6")]),
    ]

  @Test func everyNumberIsFiniteOrRefused() throws {
    for (model, pairs) in Self.settings {
      let physics = try model.setting(pairs).portal.physics
      let coupling = model.coupling.unit == "GeV" ? 1e-13 : 1e-5
      var valid = 0
      for mass in Self.masses + logarithmicGrid(from: 0.8, to: 1.08, count: 57) {
        do {
          let widths = try physics.widths(mass: mass, coupling: coupling)
          valid += 1
          #expect(widths.partials.allSatisfy { $0.width > 0 && $0.width.isFinite }, "\(model.name) at \(mass)")
          let sum = widths.partials.reduce(0) { $0 + ($1.isPartOfHadrons ? 0 : widths.branchingRatio($1.finalState)) }
          #expect(widths.partials.isEmpty || abs(sum - 1) < 1e-12)
          #expect(try physics.derivedQuantities(mass: mass, coupling: coupling).allSatisfy { $0.value.isFinite }, "\(model.name) at \(mass)")
        } catch ModelError.outsideValidity {}
      }
      #expect(valid > 20, "\(model.name)")
    }
  }

  @Test func productionIsFiniteAndBelowOne() throws {
    for (model, pairs) in Self.settings {
      let physics = try model.setting(pairs).portal.physics
      for mass in logarithmicGrid(from: 1e-21, to: 1000, count: 73) {
        guard let channels = try? physics.production(mass: mass, coupling: model.coupling.unit == "GeV" ? 1e-13 : 1e-5) else { continue }
        #expect(channels.allSatisfy { $0.branchingRatio > 0 && $0.branchingRatio < 1 }, "\(model.name) at \(mass)")
      }
    }
  }

  @Test func refusesWhatIsNoCoupling() {
    for (model, _) in Self.settings {
      for (mass, coupling) in [(0.01, 0.0), (0.01, -1), (0.01, .nan), (0.01, .infinity), (0.0, 1e-5), (-1, 1e-5), (.nan, 1e-5)] {
        #expect(throws: ModelError.self) { try model.portal.physics.widths(mass: mass, coupling: coupling) }
      }
    }
  }

  @Test func thresholdIsExactlyZero() throws {
    for nature in DarkMatterNature.allCases {
      let portal = DarkMatterPortal(nature: nature, massRatio: 2, couplingAxis: .epsilon)
      #expect(try portal.widths(mass: 0.1, coupling: 1e-3).width("chi chibar") == 0)
      let open = DarkMatterPortal(nature: nature, massRatio: 2.000_001, couplingAxis: .epsilon)
      #expect(try open.widths(mass: 0.1, coupling: 1e-3).width("chi chibar") > 0)
    }
    let electron = PhysicalConstants.electronMass.value
    let closed = try InelasticPortal(delta: 1).widths(mass: 2 * electron, coupling: 1e-3)
    #expect(closed.width("chi1 e+ e-") == 0)
    #expect(try InelasticPortal(delta: 1).widths(mass: 2.001 * electron, coupling: 1e-3).width("chi1 e+ e-") > 0)
    let limit = PhysicalConstants.protonMass.value + electron
    #expect(try NeutronPortal().widths(mass: limit, coupling: 1e-13).total == 0)
    #expect(try NeutronPortal().widths(mass: limit, coupling: 1e-13).lifetimeSeconds == nil)
    #expect(PlasmonDecay(charge: 1e-3, mass: 1).width(squaredMomentum: 4, energy: 3) == 0)
  }

  @Test func visibleWidthsAreThoseOfTheDarkPhoton() throws {
    let portal = DarkMatterPortal()
    for mass in [0.01, 0.3, 0.77, 2.0] {
      let epsilon = portal.epsilon(coupling: 1e-11)
      #expect(abs(portal.y(epsilon: epsilon) / 1e-11 - 1) < 1e-14)
      let (all, visible) = (try portal.widths(mass: mass, coupling: 1e-11), try VectorPortal.darkPhoton.widths(mass: mass, coupling: epsilon))
      #expect(all.partials.filter { $0.finalState != "chi chibar" } == visible.partials)
      #expect(abs(all.visible / visible.visible - 1) < 1e-14)
    }
  }

  @Test func naturesAreRelated() {
    func width(_ nature: DarkMatterNature, splitting: Double = 0, ratio: Double = 3) -> Double {
      DarkCurrent(nature: nature, alphaD: 0.1, mass: 1 / ratio, splitting: splitting / ratio).width(vectorMass: 1)
    }
    // Majorana and scalar are p-wave with a ratio of two; far above threshold a Dirac particle has four times the scalar's and twice the Majorana's width.
    #expect(abs(width(.majorana) / width(.complexScalar) - 2) < 1e-14)
    #expect(abs(width(.dirac, ratio: 1e4) / width(.complexScalar, ratio: 1e4) - 4) < 1e-6)
    #expect(abs(width(.pseudoDirac) / width(.dirac) - 1) < 1e-14)
    #expect(abs(width(.pseudoDirac, splitting: 1e-6) / width(.dirac) - 1) < 1e-5)
    #expect(width(.pseudoDirac, splitting: 0.5) < width(.dirac))
  }

  /// Two-body width of the pseudo-Dirac pair against the explicit trace (p1, p2 from kinematics, no use of the factorised form).
  @Test func unequalMassesAgainstTheTrace() {
    let (m, m1, m2, alphaD) = (1.0, 0.3, 0.45, 0.2)
    let dot = (m * m - m1 * m1 - m2 * m2) / 2
    let (e1, e2) = ((m * m + m1 * m1 - m2 * m2) / (2 * m), (m * m + m2 * m2 - m1 * m1) / (2 * m))
    let trace = 8 * dot + 16 * m1 * m2 + 4 * (2 * e1 * e2 - dot - m1 * m2)
    let momentum = (e1 * e1 - m1 * m1).squareRoot()
    let expected = 4 * Double.pi * alphaD / 3 * trace * momentum / (8 * .pi * m * m)
    let width = DarkCurrent(nature: .pseudoDirac, alphaD: alphaD, mass: m1, splitting: m2 - m1).width(vectorMass: m)
    #expect(abs(width / expected - 1) < 1e-13)
  }

  @Test func widthsScaleWithTheCoupling() throws {
    let inelastic = InelasticPortal()
    let (one, two) = (try inelastic.widths(mass: 0.5, coupling: 1e-4), try inelastic.widths(mass: 0.5, coupling: 2e-4))
    #expect(abs(two.total / one.total - 4) < 1e-12)
    let y = InelasticPortal(couplingAxis: .y)
    #expect(abs(try y.widths(mass: 0.5, coupling: 2e-12).total / y.widths(mass: 0.5, coupling: 1e-12).total - 2) < 1e-12)
    let neutron = NeutronPortal()
    #expect(abs(try neutron.widths(mass: 0.95, coupling: 2e-13).total / neutron.widths(mass: 0.95, coupling: 1e-13).total - 4) < 1e-12)
    let charge = MillichargedPortal()
    for (a, b) in zip(try charge.production(mass: 0.02, coupling: 1e-3), try charge.production(mass: 0.02, coupling: 2e-3)) {
      #expect(a.name == b.name && abs(b.branchingRatio / a.branchingRatio - 4) < 1e-6)
    }
  }

  @Test func staticLimitIsReached() throws {
    for mass in [1.0, 3.0] {
      var previous = Double.infinity
      for delta in [0.1, 0.03, 0.01, 0.003] {
        let full = try InelasticPortal(delta: delta).decay(mass: mass, coupling: 1e-4)
        let fixed = try InelasticPortal(delta: delta, treatment: .staticLimit).decay(mass: mass, coupling: 1e-4)
        let electron = PhysicalConstants.electronMass.value
        let deviation = abs(full.leptonicWidth(electron) / fixed.leptonicWidth(electron) - 1)
        #expect(deviation < 1.6 * delta && deviation < previous)
        previous = deviation
      }
    }
    let heavy = try InelasticPortal(delta: 0.01, treatment: .staticLimit).decay(mass: 30, coupling: 1e-4)
    #expect(abs(heavy.leptonicWidth(PhysicalConstants.electronMass.value) / heavy.masslessStaticWidth - 1) < 1e-4)
  }

  /// The nodes through the resonances against adaptive integration of the same integrand.
  @Test func hadronsOfTheVirtualPhoton() throws {
    for (mass, delta) in [(1.0, 0.5), (3.0, 0.4), (10.0, 0.5)] {
      let decay = try InelasticPortal(delta: delta).decay(mass: mass, coupling: 1e-3)
      let pole = decay.mediatorMass * decay.mediatorMass
      let photon = VectorDecay(.darkPhoton)
      let peaks: [Double] = [0.7827, 1.0195, 3.0969, 3.686097]
      let offsets: [Double] = [-2e-2, -2e-3, -2e-4, 0, 2e-4, 2e-3, 2e-2]
      let narrow: [Double] = peaks.flatMap { peak in offsets.map { peak + $0 } }.filter { $0 < decay.splitting }
      let direct = try AdaptiveQuadrature(intervals: 4000).integrate(
        "hadrons", through: [0.134_976_8, 0.2792, 0.4] + narrow + [decay.splitting], relative: 1e-4
      ) { energy in
        let s = energy * energy
        let width = 1e-6 * PhysicalConstants.fineStructure.value * energy / 3 * (try photon.hadronicRatio(mass: energy))
        return 2 * energy * decay.width(photonMassSquared: s) * energy * width / (.pi * (pole - s) * (pole - s))
      }.value
      let widths = try InelasticPortal(delta: delta).widths(mass: mass, coupling: 1e-3)
      #expect(abs(widths.width("chi1 hadrons") / direct - 1) < 2e-3, "\(mass) \(delta): \(widths.width("chi1 hadrons")) against \(direct)")
    }
  }

  @Test func lightMediatorIsEmittedForReal() throws {
    let widths = try InelasticPortal(massRatio: 0.2, delta: 0.5).widths(mass: 0.1, coupling: 1e-6)
    #expect(widths.partials.map(\.finalState) == ["chi1 A'"])
    #expect(try InelasticPortal(massRatio: 0.2, delta: 0.5).widths(mass: 0.1, coupling: 1e-3).total == widths.total)
  }

  @Test func annihilationIsFiniteOnTheResonance() throws {
    let portal = DarkMatterPortal(massRatio: 2, couplingAxis: .epsilon)
    let rate = try portal.derivedQuantities(mass: 0.1, coupling: 1e-3).first { $0.key == "sigmav_ee" }
    #expect((rate?.value ?? 0) > 0 && (rate?.value ?? .infinity).isFinite)
  }

  /// The dark pair of a light mediator on its shell is the product of branching ratios.
  @Test func onShellMediatorIsAProduct() throws {
    let portal = DarkMatterPortal(alphaD: 1e-4, couplingAxis: .epsilon)
    let mass = 0.05
    let pion = PhysicalConstants.neutralPionMass.value
    let channel = try portal.production(mass: mass, coupling: 1e-4).first { $0.name == "pi0 -> gamma chi chibar" }
    let slope = 1 + 0.0335 * mass * mass / (pion * pion)
    let expected =
      2e-8 * 0.98823 * pow(1 - mass * mass / (pion * pion), 3) * slope * slope * (try portal.widths(mass: mass, coupling: 1e-4).branchingRatio("chi chibar"))
    #expect(abs((channel?.branchingRatio ?? 0) / expected - 1) < 1e-3)
    // Narrow and wide mediators join.
    let narrow = DarkMatterPortal(alphaD: 2e-6, couplingAxis: .epsilon)
    let below = try narrow.production(mass: mass, coupling: 1e-6).first { $0.name == "pi0 -> gamma chi chibar" }
    let wide = DarkMatterPortal(alphaD: 1e-4, couplingAxis: .epsilon)
    let above = try wide.production(mass: mass, coupling: 1e-6).first { $0.name == "pi0 -> gamma chi chibar" }
    #expect(abs((below?.branchingRatio ?? 0) / (above?.branchingRatio ?? 1) - 1) < 1e-3)
  }

  /// Nothing changes where Gamma/m passes 1e-6, with the shell at the end of phase space and off-shell pairs as large (8.64e-14 at alpha_D = 3.2e-6 by adaptive
  /// quadrature in another language).
  @Test func narrowMediatorsKeepTheirTail() throws {
    func rate(_ alphaD: Double) throws -> Double {
      let portal = DarkMatterPortal(alphaD: alphaD, couplingAxis: .epsilon)
      return try portal.production(mass: 0.1348, coupling: 1e-3).first { $0.name == "pi0 -> gamma chi chibar" }?.branchingRatio ?? 0
    }
    #expect(abs(try rate(3.2e-6) / 8.64e-14 - 1) < 1e-3)
    #expect(abs(try rate(3.3e-6) / rate(3.25e-6) - 1) < 0.02)
  }

  /// A dark pair next to its threshold competes with hadrons: BR = 6.1e-3 at the pole, 4.3e-7 on the shell and 1.2e-7 off it.
  @Test func hadronsWidenTheMediator() throws {
    let portal = DarkMatterPortal(nature: .complexScalar, massRatio: 2.001, couplingAxis: .epsilon)
    let rate = try portal.production(mass: 0.78, coupling: 0.03).first { $0.name == "eta' -> gamma chi chibar" }?.branchingRatio ?? 0
    #expect(abs(rate / 5.51e-7 - 1) < 0.01)
    #expect(abs(try portal.widths(mass: 0.78, coupling: 0.03).branchingRatio("chi chibar") / 6.09e-3 - 1) < 0.01)
  }

  @Test func mixingAboveOneIsRefused() throws {
    let portal = DarkMatterPortal(massRatio: 1000)
    #expect(throws: ModelError.self) { try portal.widths(mass: 0.1, coupling: 1e-3) }
    #expect(throws: ModelError.self) { try portal.derivedQuantities(mass: 0.1, coupling: 1e-3) }
    #expect(throws: ModelError.self) { try portal.production(mass: 0.1, coupling: 1e-3) }
    #expect(throws: ModelError.self) { try InelasticPortal(couplingAxis: .y).widths(mass: 0.1, coupling: 1) }
    #expect(try portal.widths(mass: 0.1, coupling: 1e-14).total > 0)
    // The message names the mediator, not the mass on the axis.
    let error = #expect(throws: ModelError.self) { try InelasticPortal(delta: 0.01).production(mass: 444, coupling: 1e-3) }
    #expect(error.map { "\($0)".contains("m_A'") } == true)
  }

  /// Integral from 2 m_e in 20 digits, m_A' = 0.6 m, epsilon = 1e-3.
  @Test(arguments: [(2.56e-3, 7.605e-19), (2.65e-3, 2.408e-16), (3e-3, 3.480e-15), (1e-2, 7.926e-14)])
  func virtualDarkPhotonsNearTheirThreshold(mass: Double, width: Double) throws {
    let ours = try DarkHiggsPortal(massRatio: 0.6, epsilon: 1e-3).widths(mass: mass, coupling: 1e-6).width("A' A'*")
    #expect(abs(ours / width - 1) < 3e-4)
  }

  /// A very light mediator couples like a millicharge epsilon g_D/e.
  @Test func lightMediatorIsAMillicharge() throws {
    let dark = try DarkMatterPortal(massRatio: 0.1, couplingAxis: .epsilon).production(mass: 1e-3, coupling: 1e-3)
    let charge = 1e-3 * (0.1 / PhysicalConstants.fineStructure.value).squareRoot()
    let milli = try MillichargedPortal().production(mass: 1e-2, coupling: charge)
    for channel in milli {
      let other = dark.first { $0.name == channel.name }?.branchingRatio ?? 0
      #expect(abs(other / channel.branchingRatio - 1) < 0.01, "\(channel.name)")
    }
  }

  @Test func axesFollowTheParameters() throws {
    let model = Models.darkPhotonInvisible
    #expect(model.coupling.symbol == "y" && model.benchmark == "BC2")
    #expect(abs(model.coupling.range.upperBound - 0.1 / 81) < 1e-17)
    #expect(try model.setting([("mass_ratio", "10")]).coupling.range.upperBound == 0.1 / 1e4)
    let other = try model.setting([("coupling_axis", "epsilon")])
    #expect(other.coupling.symbol == "epsilon" && other.coupling.range == 1e-12...1)
    #expect(try Models.inelastic.setting([("coupling_axis", "y")]).coupling.symbol == "y")
    let chi = try model.setting([("mass_axis", "chi")]).portal.physics.widths(mass: 0.1, coupling: 1e-12)
    #expect(abs(chi.width("chi chibar") / (try model.portal.physics.widths(mass: 0.3, coupling: 1e-12).width("chi chibar")) - 1) < 1e-14)
  }

  @Test func neutronDecaysAreContinuousAndChosen() throws {
    let (measured, printed) = (NeutronPortal(), NeutronPortal(moment: .printed))
    let neutron = 0.939_565_420_52
    let ratio = try printed.production(mass: 0.938, coupling: 1e-13)[0].branchingRatio / measured.production(mass: 0.938, coupling: 1e-13)[0].branchingRatio
    #expect(abs(ratio / 16 - 1) < 0.003)
    // A chi of the neutron's mass decays like it: theta^2/tau_n.
    let angle = 1e-13 / 1e-6
    let beta = try measured.widths(mass: neutron - 1e-6, coupling: 1e-13).width("p e- nubar")
    #expect(abs(beta / (angle * angle / (878.4 * NaturalUnits.second)) - 1) < 0.01)
    #expect(throws: ModelError.self) { try measured.widths(mass: neutron, coupling: 1e-13) }
    #expect(try measured.widths(mass: 0.95, coupling: 1e-13).partials.map(\.finalState) == ["n gamma", "p e- nubar"])
  }

  @Test func plasmonsOfAnyPolarisation() {
    let decay = PlasmonDecay(charge: 1e-10, mass: 1e-6)
    let rest = decay.width(squaredMomentum: 1e-10, energy: 1e-5)
    #expect(abs(decay.width(squaredMomentum: 1e-10, energy: 2e-5) / rest - 0.5) < 1e-14)
    #expect(abs(decay.width(squaredMomentum: 1e-10, energy: 1e-5, renormalisation: 0.7) / rest - 0.7) < 1e-14)
    #expect(decay.width(squaredMomentum: -1e-10, energy: 1e-5) == 0)
    let scalar = PlasmonDecay(charge: 1e-10, mass: 1e-12, nature: .complexScalar)
    let fermion = PlasmonDecay(charge: 1e-10, mass: 1e-12)
    #expect(abs(fermion.width(squaredMomentum: 1e-10, energy: 1e-5) / scalar.width(squaredMomentum: 1e-10, energy: 1e-5) - 4) < 1e-9)
  }

  /// The same vertex as h -> Z Z with g_D = m_Z/v: 8.61e-5 GeV for one virtual Z (closed formula of Keung and Marciano, PRD 30 (1984) 248, whose tree-level width of
  /// the Z is 3 % below the measured one used here).
  @Test func darkHiggsLikeTheHiggs() {
    let (z, width, v) = (91.188, 2.4955, 246.22)
    let higgs = DarkHiggsDecay(higgsMass: 125.2, vectorMass: z, alphaD: z * z / (v * v) / (4 * .pi))
    let virtual = higgs.widthToVector { width * $0 / z }
    #expect(abs(virtual / 8.614e-5 - 1.03) < 0.01, "\(virtual)")
    #expect(higgs.widthToVectors == 0)
    let heavy = DarkHiggsDecay(higgsMass: 300, vectorMass: z, alphaD: z * z / (v * v) / (4 * .pi))
    // Equivalence theorem: m^3/(32 pi v^2) for a heavy phi.
    let heavier = DarkHiggsDecay(higgsMass: 1e5, vectorMass: z, alphaD: z * z / (v * v) / (4 * .pi))
    #expect(abs(heavier.widthToVectors / (1e15 / (32 * .pi * v * v)) - 1) < 1e-4)
    #expect(heavy.widthToVectors > 0 && heavy.widthToVector { width * $0 / z } == 0)
  }

  @Test func darkHiggsAddsDarkPhotonsToTheScalar() throws {
    let scalar = try ScalarPortal.darkScalar.widths(mass: 1, coupling: 1e-3)
    let light = try DarkHiggsPortal().widths(mass: 1, coupling: 1e-3)
    #expect(light.partials.dropLast() == scalar.partials[...] && light.partials.last?.finalState == "A' A'")
    let virtual = try DarkHiggsPortal(massRatio: 0.6, epsilon: 1e-3).widths(mass: 1, coupling: 1e-3).width("A' A'*")
    let twice = try DarkHiggsPortal(massRatio: 0.6, epsilon: 2e-3).widths(mass: 1, coupling: 1e-3).width("A' A'*")
    #expect(virtual > 0 && abs(twice / virtual - 4) < 1e-12 && virtual < 1e-4 * light.width("A' A'"))
    #expect(try DarkHiggsPortal(massRatio: 1).widths(mass: 1, coupling: 1e-3).partials == scalar.partials)
    #expect(throws: ModelError.self) { try DarkHiggsPortal(massRatio: 0.1).widths(mass: 1, coupling: 1e-3) }
  }
}
