/// What can go wrong while results become files.
public enum PublishingError: Error, Hashable, CustomStringConvertible {
  case notFinite(where: String)
  case cannotWrite(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  case badData(path: String, line: Int, reason: String)
  case missingProgram(name: String, hint: String)
  case programFailed(name: String, status: Int, output: String)
  case unknownTable(name: String, available: [String])

  public var description: String {
    switch self {
    case .notFinite(let place): "a number at \(place) is not finite; nothing was written"
    case .cannotWrite(let path, let reason): "cannot write '\(path)': \(reason)"
    case .cannotRead(let path, let reason): "cannot read '\(path)': \(reason)"
    case .badData(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .missingProgram(let name, let hint): "the program '\(name)' is missing; \(hint)"
    case .programFailed(let name, let status, let output): "'\(name)' ended with status \(status): \(output)"
    case .unknownTable(let name, let available): "table '\(name)' is unknown; available: \(available.joined(separator: ", "))"
    }
  }
}
