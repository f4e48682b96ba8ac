/// Why a model cannot answer: an unknown name, a value that is not allowed, or a question outside the validity of the calculation. One line each.
public enum ModelError: Error, Hashable, CustomStringConvertible {
  case unknownModel(name: String, available: [String], closest: String?)
  case unknownParameter(model: String, key: String, allowed: [String])
  case parameterValue(model: String, key: String, value: String, allowed: String)
  /// A mass or coupling for which the calculation does not hold.
  case outsideValidity(quantity: String, value: Double, allowed: String, reason: String)

  public var description: String {
    switch self {
    case .unknownModel(let name, let available, let closest):
      "unknown model '\(name)'" + (closest.map { "; did you mean '\($0)'" } ?? "") + "; available: \(available.joined(separator: ", "))"
    case .unknownParameter(let model, let key, let allowed):
      allowed.isEmpty
        ? "model \(model) has no parameter '\(key)'; it has none to set"
        : "model \(model) has no parameter '\(key)'; allowed: \(allowed.joined(separator: ", "))"
    case .parameterValue(let model, let key, let value, let allowed): "parameter \(key) of model \(model): '\(value)' is not allowed; allowed: \(allowed)"
    case .outsideValidity(let quantity, let value, let allowed, let reason): "\(quantity) \(value) is outside the validity; allowed: \(allowed) (\(reason))"
    }
  }
}
