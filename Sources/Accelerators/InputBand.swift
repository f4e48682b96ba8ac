import Likelihoods

/// Which end of the ranges in which sources or recollections of an experiment's inputs differ is used.
enum InputBand: String, CaseIterable {
  case nominal, weakest, strongest

  static let variant = Variant(
    "electron-dump.inputs",
    options: [
      .init(nominal.rawValue, "the values of the data file"),
      .init(weakest.rawValue, "where sources differ, the ends that make fewer events: longer shield, smaller detector, higher cut"),
      .init(strongest.rawValue, "where sources differ, the ends that make more events"),
    ])
}

extension ExperimentValue {
  /// The value at the end of its range where more of it means fewer (or more) events.
  fileprivate func at(_ band: InputBand, moreMeansFewerEvents: Bool) -> ExperimentValue {
    guard let range, band != .nominal else { return self }
    return replacing((band == .weakest) == moreMeansFewerEvents ? range.upperBound : range.lowerBound)
  }
}

extension ElectronBeamDump {
  /// The experiment with its uncertain inputs at one end of their ranges.
  func at(_ band: InputBand) -> ElectronBeamDump {
    var copy = self
    copy.shieldLength = shieldLength.at(band, moreMeansFewerEvents: true)
    copy.detector = detector.at(band)
    return copy
  }
}

extension BeamDumpDetector {
  fileprivate func at(_ band: InputBand) -> BeamDumpDetector {
    let size: Shape =
      switch shape {
      case .circle(let radius): .circle(radius: radius.at(band, moreMeansFewerEvents: false))
      case .rectangle(let width, let height):
        .rectangle(width: width.at(band, moreMeansFewerEvents: false), height: height.at(band, moreMeansFewerEvents: false))
      }
    return BeamDumpDetector(shape: size, trigger: trigger, energyCut: energyCut.at(band, moreMeansFewerEvents: true), efficiency: efficiency)
  }
}
