import ArgumentParser
import Combination
import Foundation
import Likelihoods
import Portals
import Publishing
import Units

/// Which model, with which parameters.
struct ModelOptions: ParsableArguments {
  @Argument(help: "Model name or benchmark number (bounds models lists them).")
  var model: String?

  @Option(help: ArgumentHelp("A whole model from a YAML file instead of a name.", valueName: "file"))
  var modelFile: String?

  @Option(name: .customLong("set"), parsing: .singleValue, help: ArgumentHelp("Override a model parameter.", valueName: "key=value"))
  var settings: [String] = []

  @Option(help: ArgumentHelp("What the coupling axis is, for a model that has a choice: shorthand for --set coupling_axis=NAME.", valueName: "name"))
  var couplingAxis: String?

  func resolved() throws -> Model { try Self.resolved(model, file: modelFile, settings: settings, couplingAxis: couplingAxis) }

  /// The model of that name, or in that file, with these parameters.
  static func resolved(_ name: String?, file: String?, settings: [String], couplingAxis: String?) throws -> Model {
    let axis = couplingAxis.map { [(key: "coupling_axis", value: $0)] } ?? []
    return try named(name, file: file).setting(try settings.map { try Pair.parse($0, option: "--set") } + axis)
  }

  private static func named(_ name: String?, file: String?) throws -> Model {
    switch (name, file) {
    case (let name?, nil): return try Models.find(name)
    case (nil, let path?):
      guard let data = FileManager.default.contents(atPath: path) else {
        throw PublishingError.cannotRead(path: path, reason: "the model file is missing or unreadable")
      }
      return try Model(file: path, text: String(decoding: data, as: UTF8.self))
    case (nil, nil): throw UsageError("a model is missing; give its name (available: \(Models.all.map(\.name).joined(separator: ", "))) or --model-file")
    case (_?, _?): throw UsageError("a model name and --model-file exclude each other")
    }
  }
}

/// `key=value` arguments.
enum Pair {
  static func parse(_ text: String, option: String) throws -> (key: String, value: String) {
    guard let separator = text.firstIndex(of: "="), separator != text.startIndex else {
      throw UsageError("\(option) '\(text)' must be written key=value")
    }
    return (String(text[..<separator]), String(text[text.index(after: separator)...]))
  }
}

/// One mass and one coupling.
struct PointOptions: ParsableArguments {
  // `.unconditional`: a value that begins with a minus sign is refused with its reason, not taken for an option.
  @Option(parsing: .unconditional, help: "Mass with unit, for example 10MeV.")
  var mass: String

  @Option(parsing: .unconditional, help: "Coupling on the model's axis.")
  var coupling: String

  /// In GeV.
  func massValue() throws -> Double { try argument("--mass") { try Energy.parse(mass) }.gigaElectronVolts }

  func couplingValue(on axis: Model.CouplingAxis) throws -> Double {
    try argument("--coupling") { try axis.parse(coupling) }
  }
}

/// Names the option in what a parser threw.
func argument<R>(_ option: String, _ body: () throws -> R) throws -> R {
  do { return try body() } catch let error as QuantityError { throw UsageError("\(option): \(error.description)") }
}

/// Which constraints, tested how.
struct TestOptions: ParsableArguments {
  @Option(name: .customLong("constraint"), parsing: .singleValue, help: ArgumentHelp("Only this constraint (repeatable).", valueName: "id"))
  var constraints: [String] = []

  @Option(parsing: .unconditional, help: "Confidence level, one-sided.")
  var cl = "0.95"

  @Flag(help: "Projected sensitivities too.")
  var projected = false

  @Option(name: .customLong("variant"), parsing: .singleValue, help: ArgumentHelp("Choose a named variant (repeatable).", valueName: "name=option"))
  var variants: [String] = []

  @Option(help: "How a criterion's published line is read: conservative (the 95 % line), median, or step (a bare cut).")
  var criterionReading = SmearedCriterion.Reading.conservative

  /// The constraints for `model`, of which there is at least one, and the settings of the test.
  func resolvedForScan(_ model: Model) throws -> (constraints: [BoundConstraint], settings: TestSettings) {
    let (constraints, settings) = try resolved(for: model)
    guard !constraints.isEmpty else {
      throw UsageError("no constraint is computed for model \(model.name); its decays and production are (bounds decay, bounds production)")
    }
    return (constraints, settings)
  }

  /// The constraints for `model` and the settings of the test.
  func resolved(for model: Model) throws -> (constraints: [BoundConstraint], settings: TestSettings) {
    let chosen = try Catalogue(for: model.portal).selecting(constraints, projected: projected)
    let pairs = try variants.map { try Pair.parse($0, option: "--variant") }
    let choices = try Catalogue.choices(pairs.map { (name: $0.key, option: $0.value) }, for: chosen)
    let level = try argument("--cl") { try parseDimensionless(cl, what: "confidence level", in: 0...1) }
    return (chosen, try TestSettings(confidenceLevel: level, reading: criterionReading, choices: choices))
  }
}

extension SmearedCriterion.Reading: ExpressibleByArgument {}
extension CountingMethod: ExpressibleByArgument {}

/// The command line as it goes into the provenance: without the program's path and without options that do not change the result.
enum CommandLineRecord {
  private static let withValue: Set<String> = ["-o", "--output", "--format", "--threads"]
  private static let alone: Set<String> = ["--quiet", "--verbose"]

  static var current: String {
    var words: [String] = ["bounds"]
    var skip = false
    for word in CommandLine.arguments.dropFirst() {
      if skip {
        skip = false
      } else if withValue.contains(word) {
        skip = true
      } else if !alone.contains(word), !withValue.contains(where: { word.hasPrefix($0 + "=") }) {
        words.append(word)
      }
    }
    return words.joined(separator: " ")
  }
}

extension Provenance {
  /// The provenance of this run for `model`.
  init(for model: Model, constraints: [BoundConstraint] = [], test: TestSettings? = nil, inputs: [Input] = []) {
    self.init(
      command: CommandLineRecord.current, model: model.name, parameters: model.parameters.map { ($0.key, $0.text) }, constraints: constraints, test: test,
      inputs: inputs)
  }
}

/// `--variant name=option` arguments for commands that ask one constraint.
enum VariantArguments {
  static func choices(_ texts: [String], for constraint: String, _ model: Model) throws -> VariantChoices {
    let pairs = try texts.map { try Pair.parse($0, option: "--variant") }.map { (name: $0.key, option: $0.value) }
    return try Catalogue.choices(pairs, for: try Catalogue(for: model.portal).selecting([constraint], projected: true))
  }
}
