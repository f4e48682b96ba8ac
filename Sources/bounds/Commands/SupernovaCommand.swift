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
    let report = try SupernovaReport(of: try found.vectorPortal(for: "SN1987A"), mass: massValue, coupling: couplingValue, choosing: choices)
    try output.emit(
      [.init("mass_GeV", .number(massValue)), .init("coupling", .number(couplingValue))] + Self.members(report),
      provenance: Provenance(for: found, constraints: [bound], test: try TestSettings(choices: choices)))
  }

  private static func members(_ report: SupernovaReport) -> [JSONValue.Member] {
    [
      .init("profile", .string(report.profile)), .init("criterion", .string(report.criterion)), .init("luminosity_erg_s", .number(report.luminosity)),
      .init("luminosity_over_criterion", .number(report.luminosityOverCriterion)), .init("produced_power_erg_s", .number(report.producedPower)),
      .init("escape_fraction", .number(report.escapeFraction)), .init("optical_depth", .number(report.opticalDepth)),
      .init("neutrinosphere_radius_km", .number(report.neutrinosphereRadius)), .init("central_plasma_frequency_MeV", .number(report.centralPlasmaFrequency)),
      .init("peak_energy_MeV", .number(report.peakEnergy)), .init("resonance_radius_km", .optional(report.resonanceRadius)),
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
