import Foundation
import Numerics
import Units

/// The Sun outside the density fit: an adiabatic, hydrostatic envelope from the photosphere inward, matched in density at the fit's edge.
///
/// dT/dr and dP/dr follow d ln T/d ln P = nabla_ad of a recombining gas; the entropy, which the superadiabatic layer sets in nature, is the one free
/// number and follows from the density at the edge. The top few hundred kilometres, where convection is inefficient, are not described.
struct ConvectiveEnvelope: Sendable {
  /// One shell, from the surface inward.
  struct Shell: Sendable {
    /// Radius in 1/GeV.
    let radius: Double
    /// GeV^4, GeV, GeV^4, GeV^3.
    let pressure, temperature, density, electronDensity: Double
  }

  /// From the surface inward; the last one lies on the edge of the density fit.
  let shells: [Shell]

  private static let stepsPerShot = 160

  /// - Parameters:
  ///   - edge: radius of the density fit's edge in 1/GeV.
  ///   - edgeDensity: mass density there in GeV^4.
  ///   - mass: solar mass in GeV; the envelope's own 0.3 % is part of it.
  /// - Throws: ``Numerics/NumericsError`` when no adiabat between 1e1 and 1e9 dyn/cm^2 at the photosphere meets the density.
  init(gas: IonisingGas, surface: Double, edge: Double, edgeDensity: Double, mass: Double) throws {
    let dyne = NaturalUnits.erg * NaturalUnits.perCubicCentimetre
    let logPressure = try RootFinding.brent("entropy of the solar convective envelope", in: log(1e1 * dyne), log(1e9 * dyne), relative: 1e-9) {
      let shot = ConvectiveEnvelope.integrate(gas: gas, surface: surface, edge: edge, mass: mass, logPressure: $0)
      return log((shot.last?.density ?? 0) / edgeDensity)
    }
    shells = ConvectiveEnvelope.integrate(gas: gas, surface: surface, edge: edge, mass: mass, logPressure: logPressure)
  }

  /// Classical Runge-Kutta in y = 1/r - 1/R from the surface to the edge, spaced evenly in ln(y + y_0) so that steps follow the pressure scale height.
  private static func integrate(gas: IonisingGas, surface: Double, edge: Double, mass: Double, logPressure: Double) -> [Shell] {
    let gravity = PhysicalConstants.newtonNatural * mass
    let top = SolarInputs.effectiveTemperature.value * NaturalUnits.kelvin
    // Pressure scale height in 1/r at the photosphere: P/(G M rho).
    let start = gas.state(pressure: exp(logPressure), temperature: top)
    let scale = exp(logPressure) / (gravity * start.density)
    let span = 1 / edge - 1 / surface
    let end = log(1 + span / scale)
    let h = end / Double(stepsPerShot)
    // dlnP/dw = G M rho/P dy/dw, dlnT/dw = nabla dlnP/dw, with w = ln(1 + y/scale).
    func slope(_ w: Double, _ p: Double, _ t: Double) -> (Double, Double) {
      let (pressure, temperature) = (exp(p), exp(t))
      let state = gas.state(pressure: pressure, temperature: temperature)
      let dp = gravity * state.density / pressure * scale * exp(w)
      return (dp, gas.adiabaticGradient(pressure: pressure, temperature: temperature) * dp)
    }
    var (w, p, t) = (0.0, logPressure, log(top))
    var shells: [Shell] = []
    for step in 0...stepsPerShot {
      let state = gas.state(pressure: exp(p), temperature: exp(t))
      let radius = step == stepsPerShot ? edge : 1 / (1 / surface + scale * expm1(w))
      shells.append(Shell(radius: radius, pressure: exp(p), temperature: exp(t), density: state.density, electronDensity: state.electronDensity))
      let k1 = slope(w, p, t)
      let k2 = slope(w + h / 2, p + h / 2 * k1.0, t + h / 2 * k1.1)
      let k3 = slope(w + h / 2, p + h / 2 * k2.0, t + h / 2 * k2.1)
      let k4 = slope(w + h, p + h * k3.0, t + h * k3.1)
      p += h / 6 * (k1.0 + 2 * k2.0 + 2 * k3.0 + k4.0)
      t += h / 6 * (k1.1 + 2 * k2.1 + 2 * k3.1 + k4.1)
      w += h
    }
    return shells
  }
}

extension PhysicalConstants {
  /// Newton's constant in 1/GeV^2.
  static let newtonNatural: Double = {
    let cm = NaturalUnits.centimetre
    return newton.value * cm * cm * cm / NaturalUnits.gram / (NaturalUnits.second * NaturalUnits.second)
  }()
}
