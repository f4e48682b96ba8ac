import BigBangNucleosynthesis
import EarlyUniverse
import Publishing
import Units

extension NucleosynthesisOptions {
  /// Nuclei per baryon against temperature at the one point that is asked for, with every number that enters.
  ///
  /// - Throws: ``UsageError`` for several points.
  func evolution(_ points: [NucleosynthesisPoint], count: Int = 120) throws -> (epochs: [AbundanceEpoch], nuclides: [Nuclide], inputs: [Input]) {
    guard points.count == 1, let point = points.first else { throw UsageError("an evolution takes one point; found \(points.count)") }
    guard annihilation.annihilate == nil else { throw UsageError("an evolution is followed without --annihilate") }
    let network = nuclearNetwork
    let inputs = BaryonDensity.inputs + WeakInputs.all + network.inputs + EarlyUniverseInputs.all
    if particle.isGiven, let mass = point.mass, let coupling = point.coupling {
      var model = ModelNucleosynthesis(try particle.resolved(), settings: try particle.abundanceSettings(), network: network)
      let found = try model.evolution(mass: mass * 1e-3, coupling: coupling, parameters: point.parameters, content: content(point), count: count)
      return (found.epochs, found.nuclides, inputs + AbundanceInputs.all + HadronDecayInputs.all + PhotodisintegrationReaction.all.map(\.threshold))
    }
    guard let particle = try decayingParticle(point) else {
      return (try nucleosynthesis(point).evolution(point.parameters, count: count).epochs, network.nuclides, inputs)
    }
    let (epochs, nuclides) = try particle.evolution(point.parameters, content: content(point), network: network, count: count)
    return (epochs, nuclides, inputs + PhotodisintegrationReaction.all.map(\.threshold))
  }

  /// What a picture of the evolution at a point is called, in gnuplot's enhanced text.
  func title(_ point: NucleosynthesisPoint) -> String {
    var parts = ["Ω_b h^2 = \(point.parameters.omegaB)"]
    if point.extraNeutrinos != 0 { parts.append("ΔN_{eff} = \(point.extraNeutrinos)") }
    if let thermal, let mass { parts.append("\(thermal.rawValue) species of \(mass)") }
    if particle.isGiven, let name = particle.model ?? particle.modelFile, let mass, let coupling = particle.coupling {
      parts.append("\(name), m_X = \(mass), coupling \(coupling)")
    }
    if let inject, let mass, let lifetime, let abundance {
      parts.append("X → \(inject.symbol), m_X = \(mass), τ = \(lifetime), n_X/n_γ = \(abundance)")
    }
    return (inject == nil ? "Big-bang nucleosynthesis, " : "") + parts.joined(separator: ", ")
  }
}
