import Foundation

/// What photons do on electrons and nuclei at rest, and on a black body below the threshold of pairs. Energies in MeV, cross sections in MeV^-2, rates in MeV.
package enum MatterProcesses {
  private static let mass = EarlyUniverseInputs.electronMass
  private static let alpha = EarlyUniverseInputs.alpha
  /// Classical electron radius squared.
  private static let radiusSquared = alpha * alpha / (mass * mass)

  // MARK: Compton scattering (Klein & Nishina)

  package static func compton(_ energy: Double) -> Double {
    let x = 2 * energy / mass
    // The closed form loses digits as x^-3: below 0.01 the Thomson cross section with its first correction is better than 1e-4.
    guard x > 0.01 else { return 8 * Double.pi / 3 * radiusSquared * (1 - x) }
    return 2 * Double.pi * radiusSquared / x * ((1 - 4 / x - 8 / (x * x)) * log1p(x) + 0.5 + 8 / x - 1 / (2 * (1 + x) * (1 + x)))
  }

  /// d sigma/dE of the scattered photon; zero below the edge E'/(1 + 2E'/m_e).
  package static func compton(scattered energy: Double, from incoming: Double) -> Double {
    guard energy <= incoming, energy * (1 + 2 * incoming / mass) >= incoming else { return 0 }
    let shift = mass / energy - mass / incoming
    return Double.pi * radiusSquared * mass / (incoming * incoming) * (incoming / energy + energy / incoming + shift * shift - 2 * shift)
  }

  /// d sigma/dE of the recoiling electron, E with its rest mass.
  package static func compton(recoil energy: Double, from incoming: Double) -> Double { compton(scattered: incoming + mass - energy, from: incoming) }

  /// Cross section for recoiling electrons above an energy, with its rest mass: their spectrum rises steeply towards the largest, where the photon keeps m_e/2.
  package static func compton(recoilAbove energy: Double, from incoming: Double) -> Double {
    let lowest = incoming / (1 + 2 * incoming / mass)
    let highest = min(incoming, incoming + mass - energy)
    guard highest > lowest else { return 0 }
    let (l, d) = (log(highest / lowest), (highest - lowest) / incoming)
    let squares = (highest * highest - lowest * lowest) / (2 * incoming)
    let shifts = mass * mass * (1 / lowest - 1 / highest - 2 * l / incoming + d / incoming) - 2 * mass * (l - d)
    return Double.pi * radiusSquared * mass / (incoming * incoming) * (incoming * l + squares + shifts)
  }

  // MARK: Pairs on nuclei (Bethe & Heitler), per Z^2

  /// Total cross section: L. C. Maximon, J. Res. NBS 72B (1968) 79, expansions below and above k = 4.
  package static func pairs(_ energy: Double) -> Double {
    let k = energy / mass
    guard k > 2 else { return 0 }
    let unit = alpha * radiusSquared
    if k <= 4 {
      let r = (2 * k - 4) / (k + 2 + 2 * (2 * k).squareRoot())
      let edge = (k - 2) / k
      return unit * 2 * Double.pi / 3 * edge * edge * edge * (1 + r * (0.5 + r * (23.0 / 40 + r * (11.0 / 60 + r * 29.0 / 960))))
    }
    let l = log(2 * k)
    let q = 4 / (k * k)
    let pi2 = Double.pi * Double.pi
    let second = 2.0 / 3 * l * l * l - l * l + (6 - pi2 / 3) * l + 2 * DecayingSpecies.zeta3 + pi2 / 6 - 3.5
    return unit * (28.0 / 9 * l - 218.0 / 27 + q * (second - q * (3.0 / 16 * l + 1.0 / 8 + q * (29.0 / 2304 * l - 77.0 / 13824))))
  }

  /// d sigma/dE of one lepton: H. A. Bethe & W. Heitler, Proc. R. Soc. A 146 (1934) 83, Born approximation without screening (the gas is ionised).
  package static func pairs(lepton: Double, from photon: Double) -> Double {
    let (k, e, f) = (photon / mass, lepton / mass, (photon - lepton) / mass)
    guard e > 1, f > 1 else { return 0 }
    let (p2, q2) = (e * e - 1, f * f - 1)
    let (p, q) = (p2.squareRoot(), q2.squareRoot())
    let product = e * f
    let l = log((product + p * q + 1) / (product - p * q + 1))
    let (lp, lq) = (log((e + p) / (e - p)), log((f + q) / (f - q)))
    let (p3, q3) = (p2 * p, q2 * q)
    var sum = -4.0 / 3 - 2 * product * (p2 + q2) / (p2 * q2) + lp * f / p3 + lq * e / q3 - lp * lq / (p * q)
    sum += l * (k * k * (product * product + p2 * q2 - product) / (p3 * q3) - 8.0 / 3 * product / (p * q))
    sum -= l * k / (2 * p * q) * (lp * (product - p2) / p3 + lq * (product - q2) / q3)
    return max(0, alpha * radiusSquared * p * q / (k * k * k) * sum / mass)
  }

  // MARK: Scattering of photons on a black body (Euler & Heisenberg)

  /// Rate; R. Svensson & A. A. Zdziarski, Astrophys. J. 349 (1990) 415. The expansion in E T/m_e^2 is cut by exp(-E T/m_e^2), where pairs dominate by far.
  package static func scattering(_ energy: Double, temperature: Double) -> Double {
    // Two photons leave each scattering: half the integral of the spectrum, int_0^1 (1 - x + x^2)^2 = 7/10.
    0.35 * scatteringUnit(energy, temperature) * energy
  }

  /// d rate/dE of photons after scattering, two for each.
  package static func scattering(scattered energy: Double, from incoming: Double, temperature: Double) -> Double {
    scatteringUnit(incoming, temperature) * scatteringShape(energy / incoming)
  }

  /// (1 - x + x^2)^2.
  static func scatteringShape(_ x: Double) -> Double {
    let shape = 1 - x + x * x
    return shape * shape
  }

  private static func scatteringUnit(_ energy: Double, _ temperature: Double) -> Double {
    let (t2, m2) = (temperature * temperature, mass * mass)
    let (pi3, m8) = (Double.pi * Double.pi * Double.pi, m2 * m2 * m2 * m2)
    return 1112.0 / 10125 * alpha * alpha * alpha * alpha / m8 * 8 * pi3 * t2 * t2 * t2 / 63 * energy * energy * exp(-energy * temperature / m2)
  }
}
