import ArgumentParser
import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Publishing
import Units

/// What `bounds bbn` is asked: the Universe, what is in it besides the Standard Model, and the nuclear physics. Every number may be a grid; their product is computed.
struct NucleosynthesisOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Omega_b h^2, a number or a grid. Default: Planck 2018.")
  var omegaB: String?

  @Option(parsing: .unconditional, help: "Extra radiation in units of one neutrino: N_eff minus that of the same Universe without it. A number or a grid.")
  var deltaNeff = "0"

  @Option(parsing: .unconditional, help: "Neutron lifetime with unit, a value or a grid. Default: PDG 2024.")
  var neutronLifetime: String?

  @Option(help: "small (12 reactions) or full (up to A = 8, with Li6).")
  var network = NuclearNetwork.Size.small

  @Option(help: "primat-like or parthenope.")
  var rates = NuclearNetwork.Rates.primat

  @Option(help: "A species in equilibrium with electrons and photons (electrophilic) or with neutrinos (neutrinophilic); needs --species and --mass.")
  var thermal: ThermalContact?

  @Option(help: "real-scalar, complex-scalar, majorana, dirac or vector.")
  var species: ThermalSpecies.Kind?

  @Option(help: "How the neutrino flavours share energy: averaged, none, or complete (one temperature, the default with --thermal).")
  var neutrinoMixing: NeutrinoMixing?

  @Option(help: "A particle that decays into this pair (e+e-, gamma-gamma, mu+mu-, pi+pi-, K+K-, nu-nubar, ...); needs --mass, --lifetime and --abundance.")
  var inject: InjectionChannel?

  @OptionGroup var annihilation: AnnihilationOptions

  @OptionGroup var particle: ModelParticleOptions

  @Option(
    parsing: .unconditional, help: "Mass of the species, of the particle that decays or annihilates, or on the model's axis, with unit, a value or a grid.")
  var mass: String?

  @Option(parsing: .unconditional, help: "Lifetime with unit, a value or a grid: 0.1 ms to 1e11 s.")
  var lifetime: String?

  @Option(parsing: .unconditional, help: "n_X/n_gamma before decay at T = 10 MeV, a number or a grid.")
  var abundance: String?

  @Option(
    name: .customLong("without"), parsing: .singleValue,
    help: """
      Leave an effect out, may be repeated: expansion (the particle does not act on it), early-decays (no photons of decays before a tenth of the \
      lifetime, as ACROPOLIS has it).
      """)
  var omitted: [OmittedEffect] = []

  enum ThermalContact: String, ExpressibleByArgument, CaseIterable { case electrophilic, neutrinophilic }
  enum OmittedEffect: String, ExpressibleByArgument, CaseIterable {
    case expansion
    case earlyDecays = "early-decays"
  }

  /// The points, in the order of the options: omega_b slowest, abundance fastest.
  func points() throws -> [NucleosynthesisPoint] {
    try checkCombination()
    let omegas =
      try omegaB.map { text in try argument("--omega-b") { try DimensionlessGrid.parse(text, what: "omega_b", in: 1e-3...0.1) }.values }
      ?? [Nucleosynthesis.Parameters().omegaB]
    let extras = try argument("--delta-neff") { try DimensionlessGrid.parse(deltaNeff, what: "Delta N_eff", in: -2.5...20) }.values
    let lifetimes = try neutronLifetime.map { try seconds("--neutron-lifetime", $0) } ?? [Nucleosynthesis.Parameters().neutronLifetime]
    let masses = try optional(mass) { text in try argument("--mass") { try Grid<Energy>.parse(text) }.values.map { $0 * 1e3 } }
    let decays = try optional(lifetime) { try seconds("--lifetime", $0) }
    let amounts = try optional(abundance) { text in
      try argument("--abundance") { try DimensionlessGrid.parse(text, what: "abundance", in: 0...1e3) }.values
    }
    var points = omegas.flatMap { omega in
      extras.flatMap { extra in
        lifetimes.map { NucleosynthesisPoint(parameters: .init(omegaB: omega, neutronLifetime: $0), extraNeutrinos: extra) }
      }
    }
    points = points.flatMap { point in masses.map { point.with(\.mass, $0) } }
    if particle.isGiven {
      let couplings = try particle.couplings(on: try particle.resolved().coupling)
      return points.flatMap { point in couplings.map { point.with(\.coupling, $0) } }
    }
    points = points.flatMap { point in decays.map { point.with(\.lifetime, $0) } }
    let relics = try annihilation.relics()
    points = points.flatMap { point in relics.map { point.with(\.relic, $0) } }
    return points.flatMap { point in amounts.map { point.with(\.abundance, $0) } }
  }

  /// The values of an option, or one absent value when it is not given.
  private func optional(_ text: String?, _ parse: (String) throws -> [Double]) throws -> [Double?] { try text.map { try parse($0) } ?? [nil] }

  /// What is computed at one point.
  struct Result {
    var abundances: Abundances
    var derived: [NucleosynthesisTables.Row.Entry] = []
    var notCovered: [String] = []
  }

  /// The light elements at all points, in their order.
  func results(_ points: [NucleosynthesisPoint], progress: (Int) -> Void) throws -> [Result] {
    var model = particle.isGiven ? ModelNucleosynthesis(try particle.resolved(), settings: try particle.abundanceSettings(), network: nuclearNetwork) : nil
    var results: [Result] = []
    for point in points {
      if let mass = point.mass, let coupling = point.coupling,
        let found = try model?.result(mass: mass * 1e-3, coupling: coupling, parameters: point.parameters, content: content(point))
      {
        results.append(Result(abundances: found.abundances, derived: ModelNucleosynthesis.derived(found), notCovered: found.notCovered))
      } else {
        results.append(try result(point))
      }
      progress(results.count)
    }
    return results
  }

  private func result(_ point: NucleosynthesisPoint) throws -> Result {
    if let channel = annihilation.annihilate, let mass = point.mass, let relic = point.relic {
      let particle = try annihilation.particle(relic, channel: channel, mass: mass, actsOnExpansion: !omitted.contains(.expansion))
      return Result(
        abundances: try particle.abundances(point.parameters, content: content(point), network: nuclearNetwork), notCovered: particle.notCovered)
    }
    guard let particle = try decayingParticle(point) else { return Result(abundances: try nucleosynthesis(point).abundances(point.parameters)) }
    return Result(
      abundances: try particle.abundances(point.parameters, content: content(point), network: nuclearNetwork), notCovered: particle.notCovered)
  }

  /// The decaying particle of a point, if there is one.
  func decayingParticle(_ point: NucleosynthesisPoint) throws -> DecayingParticle? {
    guard let inject, let mass = point.mass, let lifetime = point.lifetime, let abundance = point.abundance else { return nil }
    var particle = DecayingParticle(
      try inject.decay(energy: 0.5 * mass), lifetime: lifetime, perPhoton: abundance, actsOnExpansion: !omitted.contains(.expansion))
    particle.includesEarlyDecays = !omitted.contains(.earlyDecays)
    return particle
  }

  /// The network on the thermal history of a point without a particle that decays or annihilates.
  func nucleosynthesis(_ point: NucleosynthesisPoint) throws -> Nucleosynthesis {
    try Nucleosynthesis(try ThermalHistory.compute(content(point)), network: nuclearNetwork)
  }

  var nuclearNetwork: NuclearNetwork { NuclearNetwork(network, rates: rates) }

  func content(_ point: NucleosynthesisPoint) -> UniverseContent {
    var content = UniverseContent.standard
    content.extraNeutrinos = point.extraNeutrinos
    content.mixing = neutrinoMixing ?? (thermal == nil ? .averaged : .complete)
    if let thermal, let species, let mass = point.mass {
      content.species = [ThermalSpecies(species, mass: mass, contact: thermal == .electrophilic ? .electromagnetic : .neutrinos)]
    }
    return content
  }

  private func checkCombination() throws {
    let annihilates = annihilation.annihilate != nil
    guard [thermal != nil, inject != nil, annihilates, particle.isGiven].count(where: { $0 }) <= 1 else {
      throw UsageError("--thermal, --inject, --annihilate and --model exclude each other")
    }
    try annihilation.checkCombination()
    if particle.isGiven {
      guard mass != nil, particle.coupling != nil else { throw UsageError("--model needs --mass and --coupling") }
      guard species == nil, lifetime == nil, abundance == nil, omitted.isEmpty else {
        throw UsageError("--species, --lifetime, --abundance and --without do not go with --model: they follow from its mass and coupling")
      }
      return
    }
    guard particle.coupling == nil, particle.reheating == nil, particle.settings.isEmpty, particle.couplingAxis == nil else {
      throw UsageError("--coupling, --set, --coupling-axis and --reheating go with --model")
    }
    if thermal != nil {
      guard species != nil, mass != nil else { throw UsageError("--thermal needs --species and --mass") }
      guard lifetime == nil, abundance == nil, omitted.isEmpty else { throw UsageError("--lifetime, --abundance and --without go with --inject") }
    } else if annihilates {
      guard mass != nil else { throw UsageError("--annihilate needs --mass") }
      guard species == nil else { throw UsageError("--species goes with --thermal") }
      guard lifetime == nil, abundance == nil, !omitted.contains(.earlyDecays) else {
        throw UsageError("--lifetime, --abundance and --without early-decays go with --inject")
      }
    } else if inject != nil {
      guard mass != nil, lifetime != nil, abundance != nil else { throw UsageError("--inject needs --mass, --lifetime and --abundance") }
      guard species == nil else { throw UsageError("--species goes with --thermal") }
    } else if species != nil || mass != nil || lifetime != nil || abundance != nil || !omitted.isEmpty {
      throw UsageError(
        "--species, --mass, --lifetime, --abundance and --without describe a particle; say --thermal, --inject, --annihilate or --model too")
    }
  }

  private func seconds(_ option: String, _ text: String) throws -> [Double] {
    try argument(option) { try Grid<Lifetime>.parse(text) }.values.map { Lifetime(naturalValue: $0).seconds }
  }
}

/// One Universe to compute.
struct NucleosynthesisPoint {
  let parameters: Nucleosynthesis.Parameters
  let extraNeutrinos: Double
  /// In MeV.
  var mass: Double?
  /// In seconds.
  var lifetime: Double?
  var abundance: Double?
  /// On the model's axis.
  var coupling: Double?
  var relic: AnnihilationOptions.Relic?

  fileprivate func with<Value>(_ path: WritableKeyPath<NucleosynthesisPoint, Value>, _ value: Value) -> NucleosynthesisPoint {
    var point = self
    point[keyPath: path] = value
    return point
  }
}

extension NuclearNetwork.Size: ExpressibleByArgument {}
extension NuclearNetwork.Rates: ExpressibleByArgument {}
extension InjectionChannel: ExpressibleByArgument {}
extension NeutrinoMixing: ExpressibleByArgument {}

extension ThermalSpecies.Kind: ExpressibleByArgument {
  private static let names: [(name: String, kind: ThermalSpecies.Kind)] = [
    ("real-scalar", .realScalar), ("complex-scalar", .complexScalar), ("majorana", .majoranaFermion), ("dirac", .diracFermion), ("vector", .vector),
  ]
  public init?(argument: String) {
    guard let found = Self.names.first(where: { $0.name == argument }) else { return nil }
    self = found.kind
  }
  public static var allValueStrings: [String] { names.map(\.name) }
}
