import Foundation
import Units

/// g_rho and g_s of the Standard Model: rho = (pi^2/30) g_rho T^4, s = (2 pi^2/45) g_s T^3, with neutrinos at the temperature of the photons.
///
/// K. Saikawa and S. Shirai, arXiv:1803.01038, appendix C: fits from 10 keV to 10 PeV in two pieces that agree at 120 MeV to 2e-4 (g_rho) and 4e-4 (g_s).
/// Accuracy 0.1 to 1 %, worst at the QCD crossover; the two meet T ds = d rho to 0.45 %, there to 1.5 %. Used above 20 MeV, where the free gas of ``Plasma``
/// ends; against that gas 0.2 % from 3 to 45 MeV.
public enum EffectiveDegreesOfFreedom {
  private static let source = "K. Saikawa and S. Shirai, arXiv:1803.01038, appendix C"

  private static func row(_ name: String, _ values: [Double]) -> [Input] {
    values.enumerated().map { Input("g_* fit, \(name)_\($0)", $1, source: source, status: .twoSources) }
  }

  static let a = row(
    "a",
    [
      1, 1.11724, 0.312672, -0.0468049, -0.0265004, -1.1976e-3, 1.82812e-4, 1.36436e-4, 8.55051e-5, 1.2284e-5, 3.82259e-7, -6.87035e-9,
    ])
  static let b = row(
    "b",
    [
      0.0143382, 0.0137559, 2.92108e-3, -5.38533e-4, -1.62496e-4, -2.87906e-5, -3.84278e-6, 2.78776e-6, 7.40342e-7, 1.1721e-7, 3.72499e-9, -6.74107e-11,
    ])
  static let c = row(
    "c",
    [
      1, 0.607869, -0.154485, -0.224034, -0.0282147, 0.029062, 6.86778e-3, -1.00005e-3, -1.69104e-4, 1.06301e-5, 1.69528e-6, -9.33311e-8,
    ])
  static let d = row(
    "d",
    [
      70.7388, 91.8011, 33.1892, -1.39779, -1.52558, -0.0197857, -0.160146, 8.22615e-5, 0.0202651, -1.82134e-5, 7.83943e-5, 7.13518e-5,
    ])

  /// The two pieces meet here, in GeV.
  static let join = 0.12

  /// g_rho and g_s at a temperature in GeV.
  public static func values(temperature: Double) -> (energy: Double, entropy: Double) {
    guard temperature < join else {
      let t = log(temperature)
      let energy = polynomial(a, t) / polynomial(b, t)
      return (energy, energy / (1 + polynomial(c, t) / polynomial(d, t)))
    }
    return (lowEnergy(temperature), lowEntropy(temperature))
  }

  private static func polynomial(_ row: [Input], _ t: Double) -> Double { row.reversed().reduce(0) { $0 * t + $1.value } }

  private static let (electron, muon) = (0.511e-3, 0.1056)
  private static let (neutralPion, chargedPion) = (0.135, 0.140)

  private static func lowEnergy(_ t: Double) -> Double {
    func f(_ m: Double) -> Double { shape(m / t, -1.04855, 1.03757, 0.50863, 0.0893988) }
    func b(_ m: Double) -> Double { shape(m / t, -1.03149, 1.03317, 0.398264, 0.0648056) }
    let neutrinos = pow(1 + 1.75 * entropyShape(electron / t), 4.0 / 3)
    let light = 2.030 + 1.353 * neutrinos + 3.495 * f(electron) + 3.446 * f(muon) + 1.05 * b(neutralPion) + 2.08 * b(chargedPion)
    return light + 4.165 * b(0.5) + 30.55 * b(0.77) + 89.4 * b(1.2) + 8209 * b(2)
  }

  private static func lowEntropy(_ t: Double) -> Double {
    func b(_ m: Double) -> Double { shape(m / t, -1.03365, 1.03397, 0.342548, 0.0506182) }
    let f = entropyShape(electron / t)
    let light = 2.008 + 1.923 * (1 + 1.75 * f) + 3.442 * f + 3.468 * entropyShape(muon / t) + 1.034 * b(neutralPion) + 2.068 * b(chargedPion)
    return light + 4.16 * b(0.5) + 30.55 * b(0.77) + 90 * b(1.2) + 6209 * b(2)
  }

  private static func entropyShape(_ x: Double) -> Double { shape(x, -1.0419, 1.034, 0.456426, 0.0595249) }

  private static func shape(_ x: Double, _ rate: Double, _ first: Double, _ second: Double, _ third: Double) -> Double {
    exp(rate * x) * (1 + x * (first + x * (second + x * third)))
  }
}
