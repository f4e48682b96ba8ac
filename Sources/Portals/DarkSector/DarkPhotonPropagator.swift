import Units

/// |epsilon/(s - m^2 + i sqrt(s) Gamma(s))|^2 of a dark photon whose width into the dark pair and into leptons runs with s.
///
/// Hadrons in the visible width are left out: they are down by epsilon^2 alpha/alpha_D wherever the dark pair is open, which is where this is used.
struct DarkPhotonPropagator: Sendable {
  let mass: Double
  let epsilon: Double
  let current: DarkCurrent

  /// In GeV^-4, epsilon^2 included; s in GeV^2.
  func callAsFunction(_ s: Double) -> Double {
    let energy = s.squareRoot()
    let width = self.width(energy)
    let distance = (energy - mass) * (energy + mass)
    let denominator = distance * distance + s * width * width
    return denominator > 0 ? epsilon * epsilon / denominator : 0
  }

  /// Width in GeV of a dark photon of mass `energy`.
  func width(_ energy: Double) -> Double {
    let coupling = epsilon * NaturalUnits.electricCharge
    let leptons = [PhysicalConstants.electronMass, PhysicalConstants.muonMass, PhysicalConstants.tauMass].reduce(0) {
      $0 + VectorDecay.leptonicWidth(mass: energy, leptonMass: $1.value, gaugeCoupling: coupling)
    }
    return current.width(vectorMass: energy) + leptons
  }

  /// Decays of mesons and of the Z into the pair through this dark photon.
  func production(pair: String, omegaFormFactor: OmegaFormFactor) throws -> [ProductionChannel] {
    let propagator = self
    return try DarkPairProduction(
      current: current, pair: pair, omegaFormFactor: omegaFormFactor, propagatorSquared: { propagator($0) },
      pole: (mass: mass, width: width(mass)), mixingSquared: epsilon * epsilon
    ).channels()
  }
}
