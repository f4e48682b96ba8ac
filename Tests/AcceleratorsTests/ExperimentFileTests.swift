import Accelerators
import Foundation
import Testing

@Suite struct ExperimentFileTests {
  private static let text = """
    id: toy
    name: Toy
    facility: nowhere
    beam:
      energy: {value: 10, unit: GeV, source: "a", status: published}
      electrons: {value: 1.0e18, source: "a", status: derived}
    target:
      symbol: W
      nuclear_charge: {value: 74, source: "a", status: published}
      atomic_mass: {value: 183.84, unit: g/mol, source: "a", status: published}
      density: {value: 19.3, unit: g/cm3, source: "a", status: published}
      radiation_length: {value: 6.76, unit: g/cm2, source: "a", status: published}
    geometry:
      shield_length: {value: 1, unit: m, source: "a", status: published}
      decay_length: {value: 2, unit: m, range: [1, 3], source: "a", status: two-sources}
    detector:
      shape: circle
      radius: {value: 0.1, unit: m, source: "a", status: recalled}
      trigger: shower-energy
      energy_cut: {value: 1, unit: GeV, source: "a", status: recalled}
      efficiency: {value: 1, source: "a", status: recalled}
    counts:
      confidence_level: 0.95
      observed: {value: 0, source: "a", status: published}
      background: {value: 0, source: "a", status: published}
      background_error: {value: 0, source: "a", status: published}
    references:
      - {key: "A:2000aa", authors: "A, B.", title: "T", journal: "J", year: 2000}
    notes: []
    """

  private func failure(_ old: String, _ new: String) -> ExperimentFileError? {
    precondition(Self.text.contains(old), "the toy has no '\(old)'")
    do {
      _ = try ElectronBeamDump(file: "toy.yaml", text: Self.text.replacingOccurrences(of: old, with: new))
      return nil
    } catch { return error as? ExperimentFileError }
  }

  @Test func readsEveryValue() throws {
    let toy = try ElectronBeamDump(file: "toy.yaml", text: Self.text)
    #expect(toy.beamEnergy.value == 10)
    #expect(toy.decayLength.range == 1...3)
    #expect(toy.beamEnergy.input.unit == "GeV")
    #expect(toy.detector.effectiveRadius == 0.1)
    #expect(toy.references.first?.arXiv == nil)
    #expect(toy.values.count == 14)
  }

  @Test func errorsNameFileKeyValueAndWhatIsAllowed() throws {
    let error = try #require(failure("energy: {value: 10, unit: GeV", "energy: {value: ten, unit: GeV"))
    #expect(error.file == "toy.yaml")
    #expect(error.key == "beam.energy.value")
    #expect(error.found == "'ten'")
    #expect(error.allowed.contains("number"))
    #expect(error.description == "toy.yaml: beam.energy.value: found 'ten'; allowed: a number from 0.1 to 100000.0")
  }

  @Test(arguments: [
    ("unit: GeV, source", "unit: MeV, source", "beam.energy.unit"),
    ("  electrons: {value: 1.0e18,", "  electrons: {value: .nan,", "beam.electrons.value"),
    ("  electrons: {value: 1.0e18,", "  electrons: {value: -1,", "beam.electrons.value"),
    ("  electrons: {value: 1.0e18, source: \"a\"", "  electrons: {value: 1.0e18, unit: e, source: \"a\"", "beam.electrons.unit"),
    ("status: derived", "status: guessed", "beam.electrons.status"),
    ("range: [1, 3]", "range: [3, 4]", "geometry.decay_length.range"),
    ("range: [1, 3]", "ranges: [1, 3]", "geometry.decay_length.ranges"),
    ("shape: circle", "shape: hexagon", "detector.shape"),
    ("shape: circle", "shape: rectangle", "detector.radius"),
    ("trigger: shower-energy", "trigger: guess", "detector.trigger"),
    ("energy_cut: {value: 1,", "energy_cut: {value: 11,", "detector.energy_cut"),
    ("energy_cut: {value: 1,", "energy_cut: {value: 0.001,", "detector.energy_cut"),
    ("efficiency: {value: 1,", "efficiency: {value: 1.5,", "detector.efficiency.value"),
    ("facility: nowhere\n", "", "facility"),
    ("facility: nowhere", "facility: nowhere\nfaclity: x", "faclity"),
    ("name: Toy", "name: Toy\nname: Toy", ""),
    ("year: 2000", "year: soon", "references[0].year"),
    ("observed: {value: 0,", "fitted_signal: {value: 0,", "counts.background"),
  ]) func everyMistakeIsRefused(old: String, new: String, key: String) throws {
    let error = try #require(failure(old, new))
    #expect(error.key == key || key.isEmpty, "\(error)")
  }

  @Test(arguments: ["", "just text", "- 1\n- 2", "a: [", "\u{0}"]) func whatIsNotAMappingIsRefused(text: String) {
    #expect(throws: ExperimentFileError.self) { try ElectronBeamDump(file: "x.yaml", text: text) }
  }
}
