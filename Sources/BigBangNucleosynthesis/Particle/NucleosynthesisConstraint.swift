import EarlyUniverse
import Likelihoods
import Portals
import Units

/// The abundances of light elements, for the particle of any portal whose number in the early Universe is computed: Yp, D/H and, as an upper limit, He3/D.
public struct NucleosynthesisConstraint: Constraint {
  public typealias Particle = Portal

  public init() {}

  /// Reheating temperatures in GeV by name; the lowest that nucleosynthesis itself allows makes the fewest particles.
  static let reheating: [(name: String, temperature: Double)] = [
    ("lowest", AbundanceInputs.lowestReheating.value), ("10MeV", 0.01), ("100MeV", 0.1), ("1GeV", 1), ("100GeV", 100),
  ]

  static let reheatingVariant = Variant(
    "early-universe.reheating",
    options: reheating.map { Variant.Option($0.name, "reheating at \($0.temperature * 1e3) MeV, no particle before") })
  static let ratesVariant = Variant(
    "bbn.rates",
    options: [
      .init(LightElementTest.Rates.envelope.rawValue, "of both sets the one that excludes less"),
      .init(LightElementTest.Rates.primat.rawValue, "set A alone: D/H is 2.1 standard deviations low in the Standard Model"),
      .init(LightElementTest.Rates.parthenope.rawValue, "set B alone"),
    ])
  static let observationsVariant = Variant(
    "bbn.observations", options: LightElementObservations.available.map { Variant.Option($0, "the observations of that name") })

  public var identity: ConstraintIdentity {
    ConstraintIdentity(
      id: "bbn.abundances", module: "BigBangNucleosynthesis", object: "early Universe",
      observable: "Yp, D/H and He3/D, as one measurement along the step from the Standard Model", kind: .observed, quotedConfidenceLevel: nil,
      references: Self.references,
      assumptions: [
        "the particle is made from its couplings alone after reheating; none was there before",
        "standard cosmology below the reheating temperature; baryons per photon as the microwave background has them today",
        "what is made takes its energy from photons and neutrinos and gives it back; momenta and neutrino spectra have thermal shapes, with a chemical potential where a boson is made of neutrinos",
        "injected neutrinos have thermal spectra in the expansion; hadrodisintegration and break-up of He4 by mesons are not covered",
      ],
      nuisances: [Self.reheatingVariant.name, Self.ratesVariant.name, Self.observationsVariant.name])
  }

  static let references = [
    Reference(
      key: "ParticleDataGroup:2024cfk", authors: "Navas, S. and others", title: "Review of particle physics", journal: "Phys. Rev. D 110 (2024) 030001",
      year: 2024),
    Reference(
      key: "Pitrou:2018cgg", authors: "Pitrou, Cyril and Coc, Alain and Uzan, Jean-Philippe and Vangioni, Elisabeth",
      title: "Precision big bang nucleosynthesis with improved Helium-4 predictions", journal: "Phys. Rept. 754 (2018) 1", year: 2018, arXiv: "1801.08023"),
    Reference(
      key: "Gariazzo:2021iiu", authors: "Gariazzo, Stefano and de Salas, Pablo F. and Pisanti, Ofelia and Consiglio, Rafaele",
      title: "PArthENoPE revolutions", journal: "Comput. Phys. Commun. 271 (2022) 108205", year: 2021, arXiv: "2103.05027"),
    Reference(
      key: "Pospelov:2010cw", authors: "Pospelov, Maxim and Pradler, Josef",
      title: "Metastable GeV-scale particles as a solution to the cosmological lithium problem",
      journal: "Phys. Rev. D 82 (2010) 103514", year: 2010, arXiv: "1006.4172"),
    Reference(
      key: "Cyburt:2002uv", authors: "Cyburt, Richard H. and Ellis, John R. and Fields, Brian D. and Olive, Keith A.",
      title: "Updated nucleosynthesis constraints on unstable relic particles", journal: "Phys. Rev. D 67 (2003) 103521", year: 2002, arXiv: "astro-ph/0211258"),
    Reference(
      key: "deSalas:2015glj", authors: "de Salas, P. F. and Lattanzi, M. and Mangano, G. and Miele, G. and Pastor, S. and Pisanti, O.",
      title: "Bounds on very low reheating scenarios after Planck", journal: "Phys. Rev. D 92 (2015) 123534", year: 2015, arXiv: "1511.00672"),
  ]

  public var inputs: [Input] {
    BaryonDensity.inputs + WeakInputs.all + NuclearNetwork().inputs + MesonConversionInputs.all + NeutrinoCaptureInputs.all + EarlyUniverseInputs.all
      + AbundanceInputs.all
      + HadronDecayInputs.all
  }

  public var variants: [Variant] { [Self.reheatingVariant, Self.ratesVariant, Self.observationsVariant] }

  public func applicability(to particle: Portal) -> Applicability {
    switch particle {
    case .vector, .scalar, .pseudoscalar, .heavyNeutralLepton, .dipole, .millicharged, .darkMatter: .applies
    case .darkHiggs: .notApplicable(reason: "the abundance of a scalar together with its vector is not computed")
    case .inelastic, .neutron: .notApplicable(reason: "the abundance of a pair of states that convert into each other is not computed")
    }
  }

  /// 30 keV: lighter particles are made after the thermal history ends.
  public func massRange(for particle: Portal) -> ClosedRange<Double> { 3e-5...1e3 }

  public func slice(of particle: Portal, at mass: Double, choosing choices: VariantChoices) throws -> any MassSlice {
    let test = try test(choosing: choices)
    let name = choices.option(of: Self.reheatingVariant)
    guard let reheating = Self.reheating.first(where: { $0.name == name }) else { throw Self.unknown(name, Self.reheatingVariant) }
    var settings = AbundanceCalculation.Settings()
    settings.reheatingTemperature = reheating.temperature
    let nucleosynthesis = try ParticleNucleosynthesis(particle, mass: mass, settings: settings, network: test.network, standard: test.standard)
    return NucleosynthesisSlice(
      nucleosynthesis, test: test, couplingRange: 1e-30...Self.largestCoupling(particle, mass: mass),
      couplingRangeReason: "the portal's widths are not valid at larger couplings")
  }

  /// The largest coupling that the portal accepts, to a part in a thousand.
  private static func largestCoupling(_ portal: Portal, mass: Double) -> Double {
    let physics = portal.physics
    func accepts(_ coupling: Double) -> Bool { (try? physics.widths(mass: mass, coupling: coupling)) != nil }
    var (low, high) = (1e-30, 1e10)
    if accepts(high) { return high }
    while high > 1.001 * low {
      let middle = (low * high).squareRoot()
      if accepts(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func test(choosing choices: VariantChoices) throws -> LightElementTest {
    let name = choices.option(of: Self.ratesVariant)
    guard let rates = LightElementTest.Rates(rawValue: name) else { throw Self.unknown(name, Self.ratesVariant) }
    return try LightElementTest(try .named(choices.option(of: Self.observationsVariant)), rates: rates)
  }

  private static func unknown(_ option: String, _ variant: Variant) -> NucleosynthesisError {
    .option(variant: variant.name, option: option, allowed: variant.options.map(\.name))
  }
}
