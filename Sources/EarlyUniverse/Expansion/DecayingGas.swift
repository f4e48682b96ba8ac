import Foundation
import Numerics

/// A decaying particle resolved in comoving momentum: each momentum decays by its own proper time.
///
///     n_k a^3 = n_k,start a_start^3 exp(-theta_k/tau),   d theta_k/dt = m/E_k,   E_k = sqrt(m^2 + p_k^2/a^2)
///
/// so the energy released per time, sum n_k E_k (m/E_k)/tau = n m/tau, is that of a gas at rest with the same number.
struct DecayingGas {
  struct State {
    /// MeV^3.
    var number = 0.0
    /// MeV^4.
    var energy = 0.0
    /// MeV^4.
    var pressure = 0.0
    /// Energy released per volume and time in MeV^5 (hbar = 1).
    var power = 0.0
    /// Decays per volume and time in MeV^3/s.
    var decays = 0.0
  }

  let particle: DecayingSpecies
  /// Momenta at the start in MeV with the number density of each before decay in MeV^3.
  let momenta: [(momentum: Double, density: Double)]

  init(_ particle: DecayingSpecies, density: Double, photonTemperature: Double) throws {
    guard particle.mass > 0, particle.mass.isFinite, particle.lifetime > 0, particle.lifetime.isFinite, particle.entropyYield >= 0,
      particle.entropyYield.isFinite
    else {
      throw NumericsError.domain(label: "decaying particle", reason: "mass, lifetime must be above zero and the abundance not negative")
    }
    guard abs(particle.shares.total - 1) < 1e-9 else {
      throw NumericsError.domain(label: "decaying particle", reason: "the energy shares add up to \(particle.shares.total), not 1")
    }
    self.particle = particle
    switch particle.momenta {
    case .atRest: momenta = [(0, density)]
    case .relativistic(let statistics, let ratio):
      let rule = try GaussLaguerre(order: 8, power: 2)
      let sign = statistics == .fermion ? 1.0 : -1.0
      let weights = zip(rule.nodes, rule.weights).map { $1 / (1 + sign * exp(-$0)) }
      let total = weights.reduce(0, +)
      momenta = zip(rule.nodes, weights).map { (ratio * photonTemperature * $0, density * $1 / total) }
    }
  }

  /// m/E of one momentum after expansion by a factor.
  func slowing(_ k: Int, expansion: Double) -> Double {
    let p = momenta[k].momentum / expansion
    return particle.mass / (particle.mass * particle.mass + p * p).squareRoot()
  }

  func state(expansion: Double, properTimes: UnsafeBufferPointer<Double>) -> State {
    let volume = expansion * expansion * expansion
    var state = State()
    for (k, entry) in momenta.enumerated() {
      let number = entry.density / volume * exp(-properTimes[k] / particle.lifetime)
      let p = entry.momentum / expansion
      let energy = (particle.mass * particle.mass + p * p).squareRoot()
      state.number += number
      state.energy += number * energy
      state.pressure += number * p * p / (3 * energy)
      state.decays += number * particle.mass / energy / particle.lifetime
    }
    state.power = state.number * particle.mass / particle.lifetime * EarlyUniverseInputs.hbar
    return state
  }
}
