import Numerics
import Units

/// One resonance of a published fit: mass and width in GeV, amplitude and its phase in radians, each an ``Input`` of its own.
struct FittedResonance: Sendable {
  let mass: Input
  let width: Input
  let amplitude: Input
  let phase: Input

  var complexAmplitude: Complex { .polar(amplitude.value, phase: phase.value) }
  var inputs: [Input] { [mass, width, amplitude, phase] }
}

/// The fit of one channel: its resonances and its other numbers share a source and its status.
struct ResonanceFit: Sendable {
  let resonances: [FittedResonance]
  let constants: [Input]
  var inputs: [Input] { resonances.flatMap(\.inputs) + constants }

  /// - Parameters:
  ///   - rows: name, mass in GeV, width in GeV, amplitude in `unit`, phase in radians.
  ///   - constants: name, value, unit.
  init(
    _ channel: String, source: String, status: SourceStatus, unit: String = "",
    _ rows: [(name: String, mass: Double, width: Double, amplitude: Double, phase: Double)],
    constants: [(name: String, value: Double, unit: String)] = []
  ) {
    resonances = rows.map { row in
      func input(_ what: String, _ value: Double, _ unit: String) -> Input {
        Input("\(channel): \(row.name) \(what)", value, unit: unit, source: source, status: status)
      }
      return FittedResonance(
        mass: input("mass", row.mass, "GeV"), width: input("width", row.width, "GeV"),
        amplitude: input("amplitude", row.amplitude, unit), phase: input("phase", row.phase, "rad"))
    }
    self.constants = constants.map { Input("\(channel): \($0.name)", $0.value, unit: $0.unit, source: source, status: status) }
  }

  func value(_ index: Int) -> Double { constants[index].value }
}

/// Degrees in radians, for fits that quote phases in degrees.
let degree = Double.pi / 180
