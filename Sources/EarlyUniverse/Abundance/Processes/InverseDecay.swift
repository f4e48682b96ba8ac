import Foundation
import Units

/// Inverse decay of a two-body channel, a b -> X, with the quantum statistics of all three:
///
///     gamma = (g Gamma m/(2 pi^2)) int_m^inf dE p f_X(E) <1 -+ f_a -+ f_b>
///
/// because f_a f_b (1 +- f_X) = f_X (1 -+ f_a)(1 -+ f_b) in equilibrium, and the rate at which f_X approaches equilibrium is Gamma (m/E) <(1 -+ f_a)(1 -+
/// f_b) -+ f_a f_b>. The mean is over
/// the direction of an isotropic decay. With Maxwell-Boltzmann statistics it is g Gamma m^2 T K_1(m/T)/(2 pi^2) (Hall et al., arXiv:0911.1120, eq. 6.8).
/// Decays with more than two bodies are taken without the statistics of their products: for a width of pairs that is an error of 10 % at T = m/3 where most
/// particles are made.
struct InverseDecay: ProductionProcess {
  /// The pair of decay products.
  enum Products: Hashable {
    /// Two fermions of this mass in GeV.
    case fermions(Double)
    /// Two bosons of this mass in GeV.
    case bosons(Double)
    /// A massless fermion and a massless boson.
    case fermionAndPhoton
    /// Anything else: without statistics.
    case other
  }

  let name: String
  let isInverseDecay = true
  let particle: RelicParticle
  /// Gamma of the channel in GeV.
  let width: Double
  let products: Products
  var contact: ThermalSpecies.Contact = .electromagnetic
  /// Factor on the width in a medium at T, for the mixing with the photon.
  var medium: (@Sendable (Double) -> Double)?

  func scaledReactionDensity(temperature t: Double) -> Double {
    let x = particle.mass / t
    let integral = ThermalIntegral.overEnergies(x, particle.statistics) { e, p, occupation in p * occupation * enhancement(e, p, t) }
    let norm = particle.states * width * particle.mass / (2 * Double.pi * Double.pi)
    return norm * t * t * integral * (medium?(t) ?? 1)
  }

  /// <1 -+ f_a -+ f_b> at energy e and momentum p of X in units of T.
  private func enhancement(_ e: Double, _ p: Double, _ t: Double) -> Double {
    switch products {
    case .fermions(let mass): return 1 - 2 * mean(e, p * velocity(mass), fermion: true)
    case .bosons(let mass): return 1 + 2 * mean(e, p * velocity(mass), fermion: false)
    case .fermionAndPhoton: return 1 - mean(e, p, fermion: true) + mean(e, p, fermion: false)
    case .other: return 1
    }
  }

  private func velocity(_ mass: Double) -> Double {
    let ratio = 2 * mass / particle.mass
    return max(0, 1 - ratio * ratio).squareRoot()
  }

  /// Mean occupation over energies from (e - d)/2 to (e + d)/2: an integral of 1/(exp +- 1) in closed form.
  private func mean(_ e: Double, _ d: Double, fermion: Bool) -> Double {
    let (low, high) = (0.5 * (e - d), 0.5 * (e + d))
    // Photons of nearly no energy, from X with E >> m: the logarithm is finite, its argument must stay above zero.
    let safe = max(low, 1e-300)
    if d < 1e-4 { return fermion ? 1 / (exp(0.5 * e) + 1) : 1 / expm1(0.5 * e) }
    if fermion { return (log1p(exp(-low)) - log1p(exp(-high))) / d }
    return (log(-expm1(-high)) - log(-expm1(-safe))) / d
  }
}

/// A hadron of the bath that decays to the new particle: gamma = g B Gamma M^2 T K_1(M/T)/(2 pi^2), below the QCD crossover only; statistics left out
/// (below 2 % for M > 100 MeV at T < 150 MeV
/// but for the pions: 10 %).
struct HadronDecay: ProductionProcess {
  let name: String
  /// GeV.
  let parentMass: Double
  /// States times width into the new particle, GeV.
  let rate: Double
  let mass: Double

  func scaledReactionDensity(temperature t: Double) -> Double {
    guard t < AbundanceInputs.crossover.value else { return 0 }
    let z = parentMass / t
    return rate * parentMass * parentMass * t / (2 * Double.pi * Double.pi) * ThermalIntegral.scaledBesselK1(z) * exp((mass - parentMass) / t)
  }
}
