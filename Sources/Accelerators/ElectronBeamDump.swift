import Likelihoods
import Numerics
import Units

/// An electron beam-dump experiment as its data file describes it: beam, dump, geometry, detector, counts, sources.
public struct ElectronBeamDump: Sendable, Hashable {
  /// Stable name, lower case, for example `e137`.
  public let id: String
  /// Name as the field writes it, for example `E137`.
  public let name: String
  /// Laboratory and years.
  public let facility: String
  /// Beam energy in GeV.
  public let beamEnergy: ExperimentValue
  public let electronsOnTarget: ExperimentValue
  public let target: TargetMaterial
  /// From the front of the dump to the start of the decay region, in m.
  public internal(set) var shieldLength: ExperimentValue
  /// From the start of the decay region to the detector, in m.
  public let decayLength: ExperimentValue
  public internal(set) var detector: BeamDumpDetector
  public let counts: BeamDumpCounts
  /// The confidence level of the quoted event limit.
  public let quotedConfidenceLevel: Double
  public let references: [Reference]
  public let notes: [String]

  /// The lowest energy in GeV to which the cascade of a beam of `energy` GeV is followed.
  public static func lowestEnergy(ofBeam energy: Double) -> Double { 1.05 * energy * exponential(-ElectromagneticShower.maximumDepthInLogEnergy) }

  /// Every number of the data file.
  public var values: [ExperimentValue] {
    [beamEnergy, electronsOnTarget] + target.inputs.map { ExperimentValue(input: $0, range: nil) } + [shieldLength, decayLength] + detector.values
      + counts.values
  }
}

/// A number of an experiment: the input, and the range in which sources or recollections differ.
public struct ExperimentValue: Sendable, Hashable {
  public let input: Input
  /// Low and high end where sources differ; `nil` where they do not.
  public let range: ClosedRange<Double>?

  public init(input: Input, range: ClosedRange<Double>?) {
    self.input = input
    self.range = range
  }

  public var value: Double { input.value }

  /// The same input with another value of its range.
  func replacing(_ value: Double) -> ExperimentValue {
    ExperimentValue(
      input: Input(input.name, value, unit: input.unit, uncertainty: input.uncertainty, source: input.source, status: input.status), range: range)
  }
}

/// The detector behind the decay region, centred on the beam.
public struct BeamDumpDetector: Sendable, Hashable {
  public enum Shape: Sendable, Hashable {
    /// Radius in m.
    case circle(radius: ExperimentValue)
    /// Width and height in m.
    case rectangle(width: ExperimentValue, height: ExperimentValue)
  }

  /// What counts as an event.
  public enum Trigger: String, Sendable, CaseIterable {
    /// The energies of the decay leptons that reach the detector add up to more than the cut: a calorimeter.
    case showerEnergy = "shower-energy"
    /// The positron reaches the detector with more than the cut: a spectrometer.
    case positron
  }

  public let shape: Shape
  public let trigger: Trigger
  /// In GeV.
  public let energyCut: ExperimentValue
  public let efficiency: ExperimentValue

  /// Radius in m of the circle of the detector's area: what the acceptance uses. For a square this moves the accepted fraction by less than 3 %.
  public var effectiveRadius: Double {
    switch shape {
    case .circle(let radius): radius.value
    case .rectangle(let width, let height): (width.value * height.value / Double.pi).squareRoot()
    }
  }

  var values: [ExperimentValue] {
    switch shape {
    case .circle(let radius): [radius, energyCut, efficiency]
    case .rectangle(let width, let height): [width, height, energyCut, efficiency]
    }
  }
}

/// What an experiment counted.
public enum BeamDumpCounts: Sendable, Hashable {
  /// Observed events over an expected background with its Gaussian error.
  case events(observed: ExperimentValue, background: ExperimentValue, backgroundError: ExperimentValue)
  /// A fitted number of signal events with its error.
  case fittedSignal(signal: ExperimentValue, error: ExperimentValue)

  /// What was counted beside `signal` expected events. The CLs limits of 1126 +- 1312 (E141) and 0 +- 9 (E774) are 3419 and 18 events at 95 %, as quoted.
  public func evidence(signal: Double) -> Evidence {
    switch self {
    case .events(let observed, let background, let backgroundError):
      .counts(PoissonCount(signal: signal, background: background.value, backgroundError: backgroundError.value, observed: Int(observed.value.rounded())))
    case .fittedSignal(let fitted, let error): .measurement(GaussianMeasurement(signal: signal, measured: fitted.value, error: error.value))
    }
  }

  var values: [ExperimentValue] {
    switch self {
    case .events(let observed, let background, let backgroundError): [observed, background, backgroundError]
    case .fittedSignal(let signal, let error): [signal, error]
    }
  }
}
