import EarlyUniverse
import Likelihoods

/// Every number between the coupling and the evidence of `bbn.abundances`.
struct NucleosynthesisExplanation {
  let quantities: [ExplainedQuantity]

  init(_ result: ParticleNucleosynthesis.Result, _ decay: InjectedDecay, _ outcome: LightElementTest.Outcome, standard: Abundances) {
    let relic = result.relic
    var list = [
      ExplainedQuantity("mass of the particle", relic.particle.mass, unit: "GeV"),
      ExplainedQuantity("reheating temperature", relic.reheatingTemperature, unit: "GeV", note: "nothing of the particle before"),
      ExplainedQuantity("largest rate over H", relic.largestRateOverHubble, note: relic.thermalised ? "reached equilibrium" : "never in equilibrium"),
    ]
    for share in relic.shares.prefix(3) { list.append(ExplainedQuantity("share of \(share.process)", share.share, note: "of all particles made")) }
    if let decoupling = relic.decouplingTemperature { list.append(ExplainedQuantity("decoupling temperature", decoupling, unit: "GeV")) }
    if let lifetime = relic.widths.lifetimeSeconds { list.append(ExplainedQuantity("lifetime", lifetime, unit: "s")) }
    if let perPhoton = relic.numberPerPhoton() {
      list.append(ExplainedQuantity("n_X/n_gamma at 10 MeV", perPhoton, note: "before decay, were nothing but the Standard Model in the expansion"))
    }
    if result.species != nil, relic.widths.lifetimeSeconds != nil {
      list.append(
        ExplainedQuantity("electromagnetic share of the energy", decay.shares(stopped: true).electromagnetic, note: "the rest are neutrinos and what is dark"))
      let mesons = MesonMultiplicity(decay)
      list.append(ExplainedQuantity("charged pions per decay", mesons.positivePions + mesons.negativePions))
      list.append(ExplainedQuantity("charged kaons per decay", mesons.positiveKaons + mesons.negativeKaons))
    }
    list.append(ExplainedQuantity("N_eff", result.abundances.effectiveNeutrinos, note: "Standard Model \(standard.effectiveNeutrinos)"))
    for pull in outcome.pulls {
      list.append(
        ExplainedQuantity(
          pull.quantity.rawValue, pull.predicted,
          note: "observed \(pull.observed) +- \(pull.observationError), theory +- \(pull.theoryError), pull \(pull.pull)"))
    }
    list.append(
      ExplainedQuantity(
        "step from the Standard Model", outcome.measurement.signal, unit: "standard deviations", note: "nuclear rates \(outcome.rates.rawValue)"))
    list.append(ExplainedQuantity("observation along that step", outcome.measurement.measured, unit: "standard deviations"))
    for sentence in result.notCovered { list.append(ExplainedQuantity("effects left out", Double(result.notCovered.count), note: sentence)) }
    quantities = list
  }
}
