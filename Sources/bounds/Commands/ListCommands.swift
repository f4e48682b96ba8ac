import ArgumentParser
import Combination
import Likelihoods
import Portals
import Publishing

struct ConstraintsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "constraints", abstract: "Every constraint: what it observes, its references, assumptions and validity.")

  @Option(help: "For this model (validity and applicability depend on it).")
  var model = "dark-photon"

  @OptionGroup var output: OutputOptions

  func run() throws {
    let model = try Models.find(model)
    let constraints = try Catalogue(for: model.portal).constraints
    let columns: [Table.Column] = [
      .init("id", "stable name", isIndependent: true), .init("module", "target that computes it"), .init("object", "experiment or celestial object"),
      .init("kind", "observed, criterion or projected"), .init("quoted_cl", "confidence level that the source quotes; empty: none"),
      .init("mass_low_GeV", "lowest valid mass [GeV]"), .init("mass_high_GeV", "highest valid mass [GeV]"),
      .init("applies", "whether it speaks about the model, with the reason if not"), .init("observable", "what is compared"),
      .init("references", "arXiv numbers or journals"), .init("assumptions", "what it assumes"), .init("variants", "named choices, default first"),
      .init("nuisances", "uncertainties shared by name"),
    ]
    let rows = constraints.map { constraint -> [Table.Cell] in
      let identity = constraint.identity
      let applies = if case .notApplicable(let reason) = constraint.applicability { "no: \(reason)" } else { "yes" }
      return [
        .text(identity.id), .text(identity.module), .text(identity.object), .text(identity.kind.rawValue),
        identity.quotedConfidenceLevel.map(Table.Cell.number) ?? .empty, .number(constraint.massRange.lowerBound), .number(constraint.massRange.upperBound),
        .text(applies), .text(identity.observable), .text(identity.references.map { $0.arXiv ?? $0.journal }.joined(separator: "; ")),
        .text(identity.assumptions.joined(separator: "; ")),
        .text(constraint.variants.map { variant in "\(variant.name)=" + variant.options.map(\.name).joined(separator: "|") }.joined(separator: "; ")),
        .text(identity.nuisances.joined(separator: "; ")),
      ]
    }
    try output.emit(Table(columns: columns, rows: rows), provenance: Provenance(for: model, constraints: constraints))
  }
}

struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "cite", abstract: "BibTeX of exactly what a model's constraints, or one constraint, use.")

  @Argument(help: "Model name or constraint id.")
  var name: String

  @Option(name: .shortAndLong, help: "Write to this file.")
  var output: String?

  func run() throws {
    let text = BibTeX.entries(try references())
    if let output { try AtomicFile.write(text, to: output) } else { try Console.result(text) }
  }

  private func references() throws -> [Reference] {
    if let model = try? Models.find(name) {
      return [Reference]() + (try Catalogue(for: model.portal).constraints.filter { $0.applicability == .applies }.flatMap(\.identity.references))
    }
    for model in Models.all {
      if let constraint = try Catalogue(for: model.portal).constraints.first(where: { $0.identity.id == name }) { return constraint.identity.references }
    }
    throw UsageError("'\(name)' is neither a model nor a constraint; see 'bounds models' and 'bounds constraints'")
  }
}
