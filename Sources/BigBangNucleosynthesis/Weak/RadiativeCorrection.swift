import Foundation
import Units

/// Coulomb and radiative corrections at zero temperature to n <-> p, as factors on the integrand. Energies in electron masses.
package enum RadiativeCorrection {
  /// Relativistic Fermi function of an electron of velocity `beta` in the field of a proton (Pitrou et al., arXiv:1801.08023, eq. 100).
  package static func fermiFunction(beta: Double) -> Double {
    let alpha = PhysicalConstants.fineStructure.value
    let gamma = (1 - alpha * alpha).squareRoot() - 1
    let radius = WeakInputs.protonRadius.value / (PhysicalConstants.hbarC.value / PhysicalConstants.electronMass.value)
    let y = alpha / beta
    // |Gamma(1 + g + i y)|^2 to first order in g = -2.7e-5, exact at g = 0; e^(pi y) cancels against sinh.
    let gammaSquared = 2 * Double.pi * y / (1 - exp(-2 * Double.pi * y)) * exp(2 * gamma * realDigamma(y))
    return (1 + gamma / 2) * 4 * pow(2 * radius * beta, 2 * gamma) / pow(tgamma(3 + 2 * gamma), 2) / pow(1 - beta * beta, gamma) * gammaSquared
  }

  /// Re psi(1 + i y) = -gamma_E + y^2 sum 1/(n (n^2 + y^2)), good to 1e-4: it is multiplied by 5e-5.
  private static func realDigamma(_ y: Double) -> Double {
    let eulerMascheroni = 0.577_215_664_901_532_9
    guard y < 10 else { return log(y) }
    var sum = 0.0
    for n in 1...300 {
      let x = Double(n)
      sum += 1 / (x * (x * x + y * y))
    }
    return -eulerMascheroni + y * y * (sum + 0.5 / (300.5 * 300.5))
  }

  /// Resummed radiative factor R for an electron of velocity `beta` and energy `electron` with a neutrino of energy `neutrino` (eq. B35 of arXiv:1801.08023).
  package static func resummed(beta: Double, neutrino: Double, electron: Double) -> Double {
    let alpha = PhysicalConstants.fineStructure.value
    let (proton, electronMass) = (PhysicalConstants.protonMass.value * 1e3, WeakInputs.electronMass)
    let outer =
      1 + alpha / (2 * Double.pi)
      * (sirlin(beta: beta, neutrino: neutrino, electron: electron) - 3 * log(proton / (2 * WeakInputs.massDifference * electronMass)))
    let middle = WeakInputs.longDistance.value + alpha / Double.pi * WeakInputs.innerConstant.value + WeakInputs.secondOrder.value
    let inner =
      WeakInputs.shortDistance.value
      + (log(proton / WeakInputs.matchingScale.value) + WeakInputs.strongCorrection.value) / (WeakInputs.inverseAlphaProton.value * 2 * Double.pi)
      + WeakInputs.nextToLeading.value
    return outer * middle * inner
  }

  /// Sirlin's universal function g (Phys. Rev. 164, 1767, eq. 20b).
  private static func sirlin(beta: Double, neutrino: Double, electron: Double) -> Double {
    let rapidity = atanh(beta) / beta
    let ratio = neutrino / electron
    return 3 * log(PhysicalConstants.protonMass.value / PhysicalConstants.electronMass.value) - 0.75
      + 4 * (rapidity - 1) * (ratio / 3 - 1.5 + log(2 * neutrino))
      + rapidity * (2 * (1 + beta * beta) + ratio * ratio / 6 - 4 * beta * rapidity)
      - 4 / beta * dilogarithm(2 * beta / (1 + beta))
  }

  /// Li_2(x) for 0 <= x <= 1.
  package static func dilogarithm(_ x: Double) -> Double {
    if x > 0.5 { return Double.pi * Double.pi / 6 - log(x) * log1p(-x) - dilogarithm(1 - x) }
    var (sum, power) = (0.0, 1.0)
    for k in 1...60 {
      power *= x
      sum += power / Double(k * k)
    }
    return sum
  }
}
