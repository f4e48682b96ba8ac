import Foundation

/// The experiments that this module computes, read from the data files that come with it.
public enum ExperimentCatalogue {
  /// File names of the electron beam dumps, in the order in which they are listed.
  public static let electronBeamDumpFiles = ["e137", "e141", "e774", "kek", "orsay"]

  /// The electron beam dumps E137, E141, E774, KEK and Orsay.
  ///
  /// - Throws: ``ExperimentFileError`` when a file is absent or says something that is not allowed.
  public static func electronBeamDumps() throws -> [ElectronBeamDump] {
    try electronBeamDumpFiles.map { name in
      let file = "\(name).yaml"
      guard let url = Bundle.module.url(forResource: name, withExtension: "yaml", subdirectory: "Experiments"),
        let text = try? String(contentsOf: url, encoding: .utf8)
      else { throw ExperimentFileError(file: file, key: "", found: "no readable file", allowed: "the data file that comes with the program") }
      let experiment = try ElectronBeamDump(file: file, text: text)
      guard experiment.id == name else { throw ExperimentFileError(file: file, key: "id", found: experiment.id, allowed: name) }
      return experiment
    }
  }
}
