import Accelerators
import ArgumentParser
import BigBangNucleosynthesis
import Combination
import EarlyUniverse
import Foundation
import Likelihoods
import Numerics
import Portals
import Publishing
import Units

/// Exit codes of the contract.
enum Exit {
  static let no: Int32 = 1
  static let usage: Int32 = 64
  static let badData: Int32 = 65
  static let missingInput: Int32 = 66
  static let missingProgram: Int32 = 69
  static let `internal`: Int32 = 70
  static let cannotWrite: Int32 = 74
}

/// An argument that is well formed but cannot be used; the text names the argument, what was found and what is allowed.
struct UsageError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Turns whatever was thrown into one line on stderr and the documented exit code.
enum Failure {
  static func report(_ error: any Error) -> Never {
    if let code = error as? ExitCode { exit(code.rawValue) }
    if let code = code(of: error) { end(oneLine(String(describing: error)), code) }
    // What is left comes from the argument parser: requests for help and version end well, everything else is a usage error.
    if Bounds.exitCode(for: error) == .success { Bounds.exit(withError: error) }
    let message = Bounds.message(for: error).replacingOccurrences(of: "Error: ", with: "")
    end(oneLine(message), Exit.usage, hint: "see 'bounds help' or 'bounds COMMAND --help'")
  }

  private static func code(of error: any Error) -> Int32? {
    switch error {
    case is UsageError, is QuantityError, is ModelError, is StatisticsError, is NucleosynthesisError, is AnnihilatingSpeciesError: Exit.usage
    case is ExperimentFileError, is ModelFileError, is ObservationFileError: Exit.badData
    case is NumericsError: Exit.internal
    case let error as CombinationError: if case .calculation = error { Exit.internal } else { Exit.usage }
    case let error as PublishingError:
      switch error {
      case .cannotWrite: Exit.cannotWrite
      case .cannotRead: Exit.missingInput
      case .badData: Exit.badData
      case .missingProgram: Exit.missingProgram
      case .unknownTable: Exit.usage
      case .notFinite, .programFailed: Exit.internal
      }
    default: nil
    }
  }

  private static func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

  private static func end(_ message: String, _ code: Int32, hint: String? = nil) -> Never {
    Console.note("bounds: error: \(message)")
    if let hint { Console.note("hint: \(hint)") }
    exit(code)
  }
}
