import Units

/// What a model computes with.
public enum Portal: Sendable, Hashable {
  case vector(VectorPortal)
}

extension Portal {
  /// The partial widths at a mass in GeV and a coupling on the model's axis.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` outside the validity; ``Numerics/NumericsError`` when a table cannot be built.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    switch self {
    case .vector(let portal): try VectorDecay(portal).widths(mass: mass, coupling: coupling)
    }
  }

  /// Every number from outside that enters the widths.
  public var decayInputs: [Input] {
    switch self {
    case .vector: VectorDecay.inputs
    }
  }
}
