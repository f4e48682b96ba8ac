/// Why abundances cannot be computed.
public enum NucleosynthesisError: Error, Hashable, CustomStringConvertible {
  /// A parameter is outside what the calculation holds for.
  case parameter(name: String, value: Double, allowed: String)
  /// The thermal history does not cover nucleosynthesis.
  case history(reason: String)
  /// A rate is named that the network does not have.
  case unknownReaction(name: String, known: [String])

  /// A variant has no option of that name.
  case option(variant: String, option: String, allowed: [String])

  public var description: String {
    switch self {
    case .parameter(let name, let value, let allowed): "\(name) is \(value); allowed: \(allowed)"
    case .history(let reason): "the thermal history cannot be used for nucleosynthesis: \(reason)"
    case .option(let variant, let option, let allowed): "'\(option)' is not an option of \(variant); there are: \(allowed.joined(separator: ", "))"
    case .unknownReaction(let name, let known): "the network has no reaction '\(name)'; known: \(known.joined(separator: ", "))"
    }
  }
}
