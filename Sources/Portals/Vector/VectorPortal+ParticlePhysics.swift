import Units

extension VectorPortal: ParticlePhysics {
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths { try VectorDecay(self).widths(mass: mass, coupling: coupling) }
  public var inputs: [Input] { VectorDecay.inputs }
}
