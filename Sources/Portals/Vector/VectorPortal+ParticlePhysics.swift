import Units

extension VectorPortal: ParticlePhysics {
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths { try VectorDecay(self).widths(mass: mass, coupling: coupling) }
  public var listedFinalStates: [String] { ["e+ e-", "mu+ mu-", "tau+ tau-", "nu nubar", "gamma gamma gamma", "hadrons"] }
  public var inputs: [Input] { VectorDecay.inputs }
}
