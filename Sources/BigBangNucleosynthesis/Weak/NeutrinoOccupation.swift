import Foundation

/// Occupation of electron neutrinos at an energy, with its two derivatives: what the rate integrals need.
///
/// At negative energy it is the blocking factor of the antineutrino of opposite energy: f(-E; xi) = 1 - f(E; -xi).
struct NeutrinoOccupation {
  let value: Double
  let first: Double
  let second: Double

  /// - Parameters:
  ///   - energy: in electron masses, of either sign.
  ///   - inverseTemperature: m_e/T_nu.
  ///   - degeneracy: xi for n -> p, -xi for p -> n.
  @inline(__always)
  init(energy: Double, inverseTemperature: Double, degeneracy: Double) {
    let argument = inverseTemperature * energy - degeneracy
    let decay = exp(-abs(argument))
    let (small, large) = (decay / (1 + decay), 1 / (1 + decay))
    value = argument > 0 ? small : large
    let product = small * large
    first = -inverseTemperature * product
    second = inverseTemperature * inverseTemperature * product * (argument > 0 ? large - small : small - large)
  }

  private init(value: Double, first: Double, second: Double) {
    self.value = value
    self.first = first
    self.second = second
  }

  /// The same at the opposite energy and degeneracy: 1 - f, whose derivatives are f' and -f''.
  var mirrored: NeutrinoOccupation {
    @inline(__always) get { NeutrinoOccupation(value: 1 - value, first: first, second: -second) }
  }
}
