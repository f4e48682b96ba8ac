import ArgumentParser
import BigBangNucleosynthesis
import EarlyUniverse
import Portals
import Publishing
import Units

/// A model's particle in `bounds bbn`: its abundance and decays follow from mass and coupling.
struct ModelParticleOptions: ParsableArguments {
  @Option(help: "A model, by name or benchmark number, whose particle is in the Universe; needs --mass and --coupling.")
  var model: String?

  @Option(help: ArgumentHelp("The same from a YAML file.", valueName: "file"))
  var modelFile: String?

  @Option(name: .customLong("set"), parsing: .singleValue, help: ArgumentHelp("Override a parameter of the model.", valueName: "key=value"))
  var settings: [String] = []

  @Option(help: ArgumentHelp("What the model's coupling axis is, where there is a choice.", valueName: "name"))
  var couplingAxis: String?

  @Option(parsing: .unconditional, help: "Coupling on the model's axis, a value, a comma list or LOW..HIGH:N.")
  var coupling: String?

  @Option(parsing: .unconditional, help: "Reheating temperature with unit; no particle before. Default: the lowest that nucleosynthesis allows.")
  var reheating: String?

  var isGiven: Bool { model != nil || modelFile != nil }

  func resolved() throws -> Model {
    let model = try ModelOptions.resolved(model, file: modelFile, settings: settings, couplingAxis: couplingAxis)
    let applicability = NucleosynthesisConstraint().applicability(to: model.portal)
    if case .notApplicable(let reason) = applicability { throw UsageError("model \(model.name) is not computed: \(reason)") }
    return model
  }

  func couplings(on axis: Model.CouplingAxis) throws -> [Double] {
    guard let coupling else { throw UsageError("--model needs --mass and --coupling") }
    return try argument("--coupling") { try axis.parseGrid(coupling) }
  }

  func abundanceSettings() throws -> AbundanceCalculation.Settings {
    var settings = AbundanceCalculation.Settings()
    if let reheating { settings.reheatingTemperature = try argument("--reheating") { try Energy.parse(reheating) }.gigaElectronVolts }
    return settings
  }
}

/// The light elements of a model's particle at many points: what is common to a mass and a Universe is computed once.
struct ModelNucleosynthesis {
  let model: Model
  let settings: AbundanceCalculation.Settings
  let network: NuclearNetwork
  private var current: (mass: Double, particle: ParticleNucleosynthesis)?

  init(_ model: Model, settings: AbundanceCalculation.Settings, network: NuclearNetwork) {
    self.model = model
    self.settings = settings
    self.network = network
  }

  /// - Parameter mass: on the model's axis in GeV.
  mutating func result(mass: Double, coupling: Double, parameters: Nucleosynthesis.Parameters, content: UniverseContent) throws
    -> ParticleNucleosynthesis.Result
  {
    try particle(mass: mass, parameters: parameters, content: content).result(coupling: coupling)
  }

  /// Nuclei per baryon against temperature.
  ///
  /// - Parameter mass: on the model's axis in GeV.
  mutating func evolution(mass: Double, coupling: Double, parameters: Nucleosynthesis.Parameters, content: UniverseContent, count: Int) throws
    -> (epochs: [AbundanceEpoch], nuclides: [Nuclide])
  {
    try particle(mass: mass, parameters: parameters, content: content).evolution(coupling: coupling, count: count)
  }

  private mutating func particle(mass: Double, parameters: Nucleosynthesis.Parameters, content: UniverseContent) throws -> ParticleNucleosynthesis {
    if let current, current.mass == mass, current.particle.parameters == parameters, current.particle.content == content { return current.particle }
    let standard = try Nucleosynthesis(ThermalHistory.compute(content), network: network).abundances(parameters)
    let particle = try ParticleNucleosynthesis(
      model.portal, mass: mass, settings: settings, parameters: parameters, content: content, network: network, standard: standard)
    current = (mass, particle)
    return particle
  }

  /// What leads from the coupling to the light elements.
  static func derived(_ result: ParticleNucleosynthesis.Result) -> [NucleosynthesisTables.Row.Entry] {
    [
      .init("particle_lifetime_s", "lifetime of the particle [s]; empty where it is stable", result.relic.widths.lifetimeSeconds),
      .init(
        "n_over_n_gamma_at_10_MeV", "particles per photon at 10 MeV, before decay; empty where they stay in equilibrium until they are gone",
        result.relic.numberPerPhoton()),
    ]
  }
}
