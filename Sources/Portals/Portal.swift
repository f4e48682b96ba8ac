/// What a model computes with.
public enum Portal: Sendable, Hashable {
  case vector(VectorPortal)
  case pseudoscalar(PseudoscalarPortal)
}

extension Portal {
  /// The answers of the portal: widths, production, other conventions.
  public var physics: any ParticlePhysics {
    switch self {
    case .vector(let portal): portal
    case .pseudoscalar(let portal): portal
    }
  }
}
