import Units

/// |epsilon/(s - m^2 + i sqrt(s) Gamma(s))|^2 of a dark photon whose width into the dark pair runs with s.
///
/// Its other decays have the width they have at its mass, times sqrt(s)/m: it counts within a few widths of the pole alone, where that is exact.
struct DarkPhotonPropagator: Sendable {
  let mass: Double
  let epsilon: Double
  let current: DarkCurrent
  /// Width in GeV into everything but the dark pair, hadrons included, at its mass.
  private let ordinaryWidth: Double

  /// - Throws: as ``VectorDecay/widths(mass:coupling:)``.
  init(mass: Double, epsilon: Double, current: DarkCurrent) throws {
    self.mass = mass
    self.epsilon = epsilon
    self.current = current
    ordinaryWidth = try VectorDecay(.darkPhoton).totalWidth(mass: mass, coupling: epsilon)
  }

  /// In GeV^-4, epsilon^2 included; s in GeV^2.
  func callAsFunction(_ s: Double) -> Double {
    let energy = s.squareRoot()
    return self(s, distance: (energy - mass) * (energy + mass))
  }

  /// The same for s - m^2 given as `distance`, which next to a narrow pole has more digits than s.
  func callAsFunction(_ s: Double, distance: Double) -> Double {
    let width = self.width(s.squareRoot())
    let denominator = distance * distance + s * width * width
    return denominator > 0 ? epsilon * epsilon / denominator : 0
  }

  /// Width in GeV of a dark photon of mass `energy`.
  func width(_ energy: Double) -> Double { current.width(vectorMass: energy) + ordinaryWidth * energy / mass }

  /// Decays of mesons and of the Z into the pair through this dark photon.
  func production(pair: String, omegaFormFactor: OmegaFormFactor) throws -> [ProductionChannel] {
    let propagator = self
    return try DarkPairProduction(
      current: current, pair: pair, omegaFormFactor: omegaFormFactor, propagatorSquared: { propagator($0) }, pole: propagator
    ).channels()
  }
}
