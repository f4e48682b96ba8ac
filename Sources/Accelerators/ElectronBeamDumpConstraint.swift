import Likelihoods
import Portals
import Units

/// An electron beam-dump search as a constraint on a vector boson that couples to electrons.
public struct ElectronBeamDumpConstraint: Constraint {
  public let experiment: ElectronBeamDump
  public let identity: ConstraintIdentity
  private let flux: PhotonFlux

  public init(_ experiment: ElectronBeamDump) {
    self.experiment = experiment
    flux = PhotonFlux(experiment.target)
    identity = ConstraintIdentity(
      id: experiment.id, module: "Accelerators", object: experiment.name,
      observable: "decays to e+ e- behind the dump, \(experiment.detector.trigger.rawValue) above \(experiment.detector.energyCut.value) GeV", kind: .observed,
      quotedConfidenceLevel: experiment.quotedConfidenceLevel, references: experiment.references,
      assumptions: ["visible decay", "production by the electron coupling only", "dump of one element, thicker than the shower"])
  }

  /// The constraints of all electron beam dumps that come with the program.
  ///
  /// - Throws: ``ExperimentFileError``.
  public static func all() throws -> [ElectronBeamDumpConstraint] { try ExperimentCatalogue.electronBeamDumps().map(ElectronBeamDumpConstraint.init) }

  public var inputs: [Input] { experiment.values.map(\.input) + ShowerInputs.all + FormFactorInputs.all }

  public var variants: [Variant] { ElectronBeamDumpChoices.variants }

  public func applicability(to particle: VectorPortal) -> Applicability {
    particle.couplesToElectrons
      ? .applies : .notApplicable(reason: "the boson does not couple to electrons, which must produce it and be its decay products")
  }

  /// From the threshold 2 m_e to the mass that the beam makes coherently on a nucleus, m^2 = 2 E0 sqrt(d) (tmin at x = 1/2 reaches the nuclear form factor's scale d).
  public func massRange(for particle: VectorPortal) -> ClosedRange<Double> {
    (2.000_001 * NaturalUnits.electronMass)...(2 * experiment.beamEnergy.value * flux.coherenceMomentum).squareRoot()
  }

  public func slice(of particle: VectorPortal, at mass: Double, choosing choices: VariantChoices) throws -> any MassSlice {
    try beamDumpSlice(of: particle, at: mass, choosing: choices)
  }

  /// The same slice with its own type: ``ElectronBeamDumpSlice/events(at:)`` for `bounds events`.
  public func beamDumpSlice(of particle: VectorPortal, at mass: Double, choosing choices: VariantChoices = .defaults) throws -> ElectronBeamDumpSlice {
    let decoded = ElectronBeamDumpChoices(choices, flux: flux)
    return try ElectronBeamDumpSlice(experiment: experiment.at(decoded.inputs), portal: particle, mass: mass, choices: decoded)
  }
}

/// The discrete choices of the calculation, decoded.
struct ElectronBeamDumpChoices {
  let flux: PhotonFlux
  let usesImprovedForm: Bool
  let tracks: TrackLength.Model
  let withAnnihilation: Bool
  let withAcceptance: Bool
  let inputs: InputBand

  static let bremsstrahlung = Variant(
    "electron-dump.bremsstrahlung",
    options: [
      .init("weizsaecker-williams", "angle-dependent photon flux with running limits; within 5 % of the exact cross section"),
      .init("improved-weizsaecker-williams", "the simple closed form with a fixed flux that older curves used"),
    ])
  static let trackLength = Variant(
    "electron-dump.track-length",
    options: [
      .init("shower", "the whole cascade: primary and secondary electrons and positrons, with their angles and depths"),
      .init("primary-tsai", "the beam electron alone, straight ahead, as older curves used; no positrons, hence no annihilation"),
    ])
  static let production = Variant(
    "electron-dump.production",
    options: [
      .init("all", "bremsstrahlung and resonant annihilation of shower positrons"),
      .init("bremsstrahlung", "bremsstrahlung alone, as in the curves published before annihilation was considered"),
    ])
  static let acceptance = Variant(
    "electron-dump.acceptance",
    options: [
      .init("detector", "energy cut, production angles, opening of the pair and size of the detector"),
      .init("none", "every decay to e+ e- between shield and detector counts, whatever its energy and direction, as in the lower edges of older curves"),
    ])
  static let variants = [bremsstrahlung, trackLength, production, acceptance, InputBand.variant]

  init(_ choices: VariantChoices, flux: PhotonFlux) {
    self.flux = flux
    usesImprovedForm = choices.option(of: Self.bremsstrahlung) == "improved-weizsaecker-williams"
    tracks = TrackLength.Model(rawValue: choices.option(of: Self.trackLength)) ?? .shower
    withAnnihilation = choices.option(of: Self.production) != "bremsstrahlung"
    withAcceptance = choices.option(of: Self.acceptance) != "none"
    inputs = InputBand(rawValue: choices.option(of: InputBand.variant)) ?? .nominal
  }
}
