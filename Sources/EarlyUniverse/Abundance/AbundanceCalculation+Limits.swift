import Foundation

/// What is known about the number of particles before a coupling is given.
extension AbundanceCalculation {
  /// Particles per photon in equilibrium when they are most, at reheating or at the warmest temperature since: no coupling makes more. Counted at 10 MeV with the entropy
  /// of the bath, as ``RelicAbundance/numberPerPhoton(atTemperatureMeV:)``.
  public var equilibriumPerPhoton: Double {
    var largest = 0.0
    for i in 0...cells {
      let w = lowest + Double(i) * step
      largest = max(largest, exp(tabulated(w, 0) - particle.mass / exp(w)) / bath.state(logTemperature: w).comovingEntropy)
    }
    let photons = 2 * DecayingSpecies.zeta3 / (Double.pi * Double.pi)
    return largest * Plasma.standardEntropy(temperature: 10, heavyParticles: true) / photons
  }

  /// A coupling so weak that the number of particles grows with its ``couplingPower``: one for which every rate stays below 1e-4 of the expansion.
  public var weakCoupling: Double {
    var largest = 0.0
    for i in 0...cells {
      let w = lowest + Double(i) * step
      let state = bath.state(logTemperature: w)
      let density = exp(tabulated(w, 0) - particle.mass / exp(w))
      var rate = 0.0
      for (k, kind) in kinds.enumerated() where isActive[k] {
        let value = exp(tabulated(w, 2 + k))
        rate += kind.particles == 1 ? value : 2 * value * density
      }
      largest = max(largest, (rate + referenceWidths.total) / state.hubble)
    }
    return largest > 0 ? reference * pow(1e-4 / largest, 1 / couplingPower) : reference
  }
}
