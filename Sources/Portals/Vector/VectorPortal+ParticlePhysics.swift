import Numerics
import Units

extension VectorPortal: ParticlePhysics {
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths { try VectorDecay(self).widths(mass: mass, coupling: coupling) }
  public var listedFinalStates: [String] { ["e+ e-", "mu+ mu-", "tau+ tau-", "nu nubar", "gamma gamma gamma", "hadrons"] }

  public func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>? {
    _ = try VectorDecay(self).widths(mass: mass, coupling: coupling)
    let g = coupling * gaugeCouplingPerAxis
    let unit = g * g * mass / (12 * .pi)
    return try VectorDecay(self).hadronicRatioBand(mass: mass).map { (unit * $0.lowerBound)...(unit * $0.upperBound) }
  }

  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    _ = try VectorDecay(self).widths(mass: mass, coupling: coupling)
    return try ProductionChannel.checked(try VectorProduction(self, mass: mass, coupling: coupling).channels(), coupling: coupling)
  }

  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    let decay = VectorDecay(self)
    _ = try decay.widths(mass: mass, coupling: coupling)
    let g = coupling * gaugeCouplingPerAxis
    let e = NaturalUnits.electricCharge
    var all = [
      DerivedQuantity("g", g, "gauge coupling that multiplies the charges"),
      DerivedQuantity("alpha_prime", g * g / (4 * .pi), "g^2/(4 pi)"),
    ]
    if kineticPart != 0 {
      let epsilon = g * kineticPart / e
      let cosine = (1 - ElectroweakInputs.weakMixing.value).squareRoot()
      all += [
        DerivedQuantity("epsilon", epsilon, "kinetic mixing with the photon, -(epsilon/2) F' F"),
        DerivedQuantity("epsilon_Y", epsilon / cosine, "kinetic mixing with hypercharge, epsilon/cos(theta_W), in -(epsilon_Y/2) F' B"),
      ]
    }
    if leptonLoops != .none {
      let atZero = g * (try LeptonLoopMixing.mixing(directCharges, squaredMomentum: 0))
      let atMass = g * (try LeptonLoopMixing.mixing(directCharges, squaredMomentum: mass * mass))
      all += [
        DerivedQuantity("epsilon_loop", abs(atZero.real), "size of the mixing with the photon by lepton loops at q^2 = 0"),
        DerivedQuantity("epsilon_loop_q2", atMass.squaredMagnitude.squareRoot(), "the same at q^2 = m^2"),
        DerivedQuantity("epsilon_loop_q2_real", atMass.real, "its real part, L = epsilon e X_mu J_em^mu"),
        DerivedQuantity("epsilon_loop_q2_imaginary", atMass.imaginary, "its imaginary part, from real leptons above 2 m_l"),
      ]
    }
    all.append(
      DerivedQuantity("epsilon_electron", coupling * (try electronMixingPerAxis(mass: mass)), "size of the coupling to the electron over e, loops included"))
    all.append(DerivedQuantity("R", try decay.hadronicRatio(mass: mass), "12 pi Gamma(hadrons)/(g^2 m)"))
    return all
  }

  public var inputs: [Input] { VectorDecay.inputs }
}
