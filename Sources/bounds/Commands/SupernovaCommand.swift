import ArgumentParser
import Combination
import Likelihoods
import Portals
import Publishing
import Supernova1987A
import Units

struct SupernovaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "supernova", abstract: "SN1987A one second after bounce: structure, or its luminosity in a particle.",
    discussion: "Without --model the structure of the profile is printed.")

  @Option(help: "Profile (default chang-essig-mcdermott); the structure without --model.")
  var profile: String?

  @Option(help: "Model name.")
  var model: String?

  @Option(parsing: .unconditional, help: "Mass with unit.")
  var mass: String?

  @Option(parsing: .unconditional, help: "Coupling on the model's axis.")
  var coupling: String?

  @Option(name: .customLong("variant"), parsing: .singleValue, help: ArgumentHelp("Choose a named variant (repeatable).", valueName: "name=option"))
  var variants: [String] = []

  @OptionGroup var output: OutputOptions

  func run() throws {
    let chosen = try profileInForce()
    guard let model else {
      guard mass == nil, coupling == nil else { throw UsageError("--mass and --coupling need --model") }
      return try output.emit(try SupernovaTables.profile(chosen), provenance: Provenance(command: CommandLineRecord.current, model: nil, inputs: chosen.inputs))
    }
    guard let mass, let coupling else { throw UsageError("--model needs --mass and --coupling") }
    let found = try Models.find(model)
    let massValue = try argument("--mass") { try Energy.parse(mass) }.gigaElectronVolts
    let couplingValue = try argument("--coupling") { try found.coupling.parse(coupling) }
    let constraint = Supernova1987ACoolingConstraint()
    let bound = try Catalogue(for: found.portal).selecting([constraint.identity.id], projected: false)[0]
    var pairs = try variants.map { try Pair.parse($0, option: "--variant") }.map { (name: $0.key, option: $0.value) }
    if profile != nil { pairs.append((name: ProtoNeutronStarProfile.variant.name, option: chosen.name)) }
    let choices = try Catalogue.choices(pairs, for: [bound])
    if case .notApplicable(let reason) = bound.applicability { throw UsageError("--model \(found.name): \(reason)") }
    guard bound.massRange.contains(massValue) else {
      throw UsageError("--mass \(massValue) GeV is outside the validity; allowed: \(bound.massRange.lowerBound) to \(bound.massRange.upperBound) GeV")
    }
    let emission = try Supernova1987ACoolingConstraint.luminosity(at: massValue, choosing: choices)
    let critical = try Supernova1987ACoolingConstraint.criterion(choosing: choices).ergPerSecond
    let mixing = couplingValue * (try found.vectorPortal(for: "SN1987A").electronMixingPerAxis)
    try output.emit(
      Self.members(emission, critical: critical, mass: massValue, coupling: couplingValue, mixing: mixing),
      provenance: Provenance(for: found, constraints: [bound], test: try TestSettings(choices: choices)))
  }

  private static func members(_ emission: DarkPhotonLuminosity, critical: Double, mass: Double, coupling: Double, mixing: Double) -> [JSONValue.Member] {
    let luminosity = emission.luminosity(mixing: mixing)
    return [
      .init("mass_GeV", .number(mass)), .init("coupling", .number(coupling)), .init("profile", .string(emission.profileName)),
      .init("luminosity_erg_s", .number(luminosity)), .init("criterion_erg_s", .number(critical)),
      .init("luminosity_over_criterion", .number(luminosity / critical)), .init("optical_depth", .number(emission.opticalDepth(mixing: mixing))),
      .init("escape_fraction", .number(emission.escapeFraction(mixing: mixing))),
      .init("neutrinosphere_radius_km", .number(emission.neutrinosphereKilometres)),
      .init("plasma_frequency_centre_MeV", .number(emission.centralPlasmaFrequency * 1e3)), .init("peak_energy_MeV", .number(emission.peakEnergy * 1e3)),
      .init("resonance_radius_km", .optional(emission.resonanceRadiusKilometres)),
    ]
  }

  private func profileInForce() throws -> ProtoNeutronStarProfile {
    guard let profile else { return .changEssigMcDermott }
    guard let found = ProtoNeutronStarProfile.all.first(where: { $0.name == profile }) else {
      throw UsageError("--profile '\(profile)' is unknown; available: \(ProtoNeutronStarProfile.all.map(\.name).joined(separator: ", "))")
    }
    return found
  }
}
