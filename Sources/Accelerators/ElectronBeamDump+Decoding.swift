import Foundation
import Likelihoods
import Units
import Yams

extension ElectronBeamDump {
  private static let positive = 1e-30...1e30

  /// The experiment in the YAML `text` of the file named `file`.
  ///
  /// - Throws: ``ExperimentFileError`` with file, key, what was found and what is allowed, for any missing, unknown, repeated or unusable entry.
  public init(file: String, text: String) throws {
    let document = try ExperimentTable(file: file, text: text)
    try document.allowOnly(["id", "name", "facility", "beam", "target", "geometry", "detector", "counts", "references", "notes"])
    id = try document.text("id")
    name = try document.text("name")
    facility = try document.text("facility")

    let beam = try document.table("beam")
    try beam.allowOnly(["energy", "electrons"])
    beamEnergy = try beam.value("energy", name: "beam energy", unit: "GeV", in: 0.1...1e5)
    electronsOnTarget = try beam.value("electrons", name: "electrons on target", unit: "", in: 1...1e25)
    target = try TargetMaterial(document.table("target"))

    let geometry = try document.table("geometry")
    try geometry.allowOnly(["shield_length", "decay_length"])
    shieldLength = try geometry.value("shield_length", name: "front of the dump to decay region", unit: "m", in: 1e-3...1e5)
    decayLength = try geometry.value("decay_length", name: "decay region to detector", unit: "m", in: 1e-3...1e5)

    detector = try BeamDumpDetector(document.table("detector"))
    let lowest = Self.lowestEnergy(ofBeam: beamEnergy.value)
    guard detector.energyCut.value > lowest, detector.energyCut.value < beamEnergy.value else {
      throw ExperimentFileError(
        file: file, key: "detector.energy_cut", found: "\(detector.energyCut.value) GeV", allowed: "above \(lowest) GeV and below the beam energy")
    }
    let countTable = try document.table("counts")
    quotedConfidenceLevel = try countTable.number("confidence_level", in: 0.5...0.9999)
    counts = try BeamDumpCounts(countTable)
    references = try document.list("references").enumerated().map { try Reference(file: file, path: "references[\($0.offset)]", node: $0.element) }
    guard !references.isEmpty else { throw ExperimentFileError(file: file, key: "references", found: "an empty list", allowed: "at least one publication") }
    notes = try document.list("notes").map { node in
      guard let note = node.scalar?.string else { throw ExperimentFileError(file: file, key: "notes", found: "an entry that is not text", allowed: "text") }
      return note
    }
  }
}

extension TargetMaterial {
  init(_ table: ExperimentTable) throws {
    try table.allowOnly(["symbol", "nuclear_charge", "atomic_mass", "density", "radiation_length"])
    self.init(
      symbol: try table.text("symbol"),
      nuclearCharge: try table.value("nuclear_charge", name: "nuclear charge of the dump", unit: "", in: 1...120).input,
      atomicMass: try table.value("atomic_mass", name: "atomic mass of the dump", unit: "g/mol", in: 1...300).input,
      density: try table.value("density", name: "density of the dump", unit: "g/cm3", in: 1e-5...30).input,
      radiationLength: try table.value("radiation_length", name: "radiation length of the dump", unit: "g/cm2", in: 1...100).input)
  }
}

extension BeamDumpDetector {
  init(_ table: ExperimentTable) throws {
    let lengths = 1e-4...1e3
    switch try table.text("shape", among: ["circle", "rectangle"]) {
    case "circle":
      try table.allowOnly(["shape", "radius", "trigger", "energy_cut", "efficiency"])
      shape = .circle(radius: try table.value("radius", name: "detector radius", unit: "m", in: lengths))
    default:
      try table.allowOnly(["shape", "width", "height", "trigger", "energy_cut", "efficiency"])
      shape = .rectangle(
        width: try table.value("width", name: "detector width", unit: "m", in: lengths),
        height: try table.value("height", name: "detector height", unit: "m", in: lengths))
    }
    let name = try table.text("trigger", among: Trigger.allCases.map(\.rawValue))
    trigger = Trigger(rawValue: name) ?? .showerEnergy
    energyCut = try table.value("energy_cut", name: "energy cut", unit: "GeV", in: 1e-4...1e5)
    efficiency = try table.value("efficiency", name: "detection efficiency", unit: "", in: 1e-6...1)
  }
}

extension BeamDumpCounts {
  init(_ table: ExperimentTable) throws {
    let counts = 0...1e9
    if table.has("fitted_signal") {
      try table.allowOnly(["confidence_level", "fitted_signal", "fitted_signal_error"])
      self = .fittedSignal(
        signal: try table.value("fitted_signal", name: "fitted signal", unit: "", in: counts),
        error: try table.value("fitted_signal_error", name: "error of the fitted signal", unit: "", in: 1...1e6))
    } else {
      try table.allowOnly(["confidence_level", "observed", "background", "background_error"])
      self = .events(
        observed: try table.value("observed", name: "observed events", unit: "", in: counts),
        background: try table.value("background", name: "expected background", unit: "", in: counts),
        backgroundError: try table.value("background_error", name: "error of the background", unit: "", in: counts))
    }
  }
}

extension Reference {
  init(file: String, path: String, node: Node) throws {
    let table = try ExperimentTable(file: file, path: path, node: node)
    try table.allowOnly(["key", "authors", "title", "journal", "year", "arxiv"])
    self.init(
      key: try table.text("key"), authors: try table.text("authors"), title: try table.text("title"), journal: try table.text("journal"),
      year: Int(try table.number("year", in: 1900...2100)), arXiv: table.has("arxiv") ? try table.text("arxiv") : nil)
  }
}
