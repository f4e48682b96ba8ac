import Foundation
import Numerics
import Plasma
import Units

/// Resonant conversion of photons into a vector boson where the medium gives a photon the mass of X, K^2 = m^2 = Re Pi(omega, k), transverse and longitudinal.
///
/// A narrow resonance makes, whatever its width, per mode of the field
///
///     Delta f = n_B(omega/T) pi r^2 m^4/(omega |d Pi/dt|),   d Pi/dt = -H d Pi/d ln T at fixed k,
///
/// r = Pi_X gamma/Pi_gamma gamma the mixing (epsilon for a dark photon; sum of x_f Q_f over sum of Q_f^2, weighted with screening, else). That is gamma =
/// (1/2 pi^2) k^2 dk n_B pi r^2 m^4/omega
/// per unit of Pi. With Pi = omega_p^2(T) F(k) (``Plasma/PhotonPolarization``, v* = 1) each k has one temperature. J. Redondo and M. Postma,
/// arXiv:0811.0326, section 3; A. Fradette et al.,
/// arXiv:1407.0993: 0.17 m^3 Gamma/(H s) beside 9/(4 pi) of inverse decay. For charges that are not relativistic (T below 0.5 MeV) the dispersion is 5 %
/// off and more.
struct PlasmonConversion: ProductionProcess {
  let name = "plasmon conversion"
  private let lowest: Double
  private let step: Double
  private let mass: Double
  /// gamma exp(m/T) on an even grid in ln T.
  private let densities: [Double]

  /// - Parameters:
  ///   - range: temperatures in GeV that are looked at.
  ///   - mixing: r at a temperature.
  init(mass: Double, range: ClosedRange<Double>, mixing: (Double) -> Double) throws {
    self.mass = mass
    let lowest = log(range.lowerBound)
    let cells = max(2, Int((log(range.upperBound / range.lowerBound) / 0.02).rounded(.up)))
    self.lowest = lowest
    let step = log(range.upperBound / range.lowerBound) / Double(cells)
    self.step = step
    // ln(omega_p^2) and r on the grid.
    var (frequencies, mixings): ([Double], [Double]) = ([], [])
    for i in 0...cells {
      let t = exp(lowest + Double(i) * step)
      frequencies.append(log(ChargedBath.debyeMassSquared(temperature: t) / 3))
      mixings.append(mixing(t))
    }
    for i in 1...cells { frequencies[i] = max(frequencies[i], frequencies[i - 1] + 1e-9) }
    var sums = [Double](repeating: 0, count: cells + 1)
    let m2 = mass * mass
    let unit = PhotonPolarization(plasmaFrequency: 1, electronVelocity: 1)
    let count = 4000
    let (first, last) = (log(1e-3), log(1e6))
    let width = (last - first) / Double(count)
    for i in 0..<count {
      let k = mass * exp(first + (Double(i) + 0.5) * width)
      let omega = (k * k + m2).squareRoot()
      let form = unit.selfEnergies(energy: omega, squaredMass: m2)
      for (states, factor) in [(2.0, form.transverse), (1.0, form.longitudinal)] where factor > 0 {
        let wanted = log(m2 / factor)
        guard wanted > frequencies[0], wanted < frequencies[cells] else { continue }
        var (low, high) = (0, cells)
        while high - low > 1 {
          let middle = (low + high) / 2
          if frequencies[middle] < wanted { low = middle } else { high = middle }
        }
        let rise = frequencies[high] - frequencies[low]
        let share = (wanted - frequencies[low]) / rise
        let t = exp(lowest + (Double(low) + share) * step)
        let r = mixings[low] + share * (mixings[high] - mixings[low])
        let slope = m2 * rise / step
        // Particles per volume and unit of ln T times H: the modes' number times Delta f H.
        let modes = states * k * k * k * width / (2 * Double.pi * Double.pi)
        let made = modes * boseEinstein(omega / t) * Double.pi * r * r * m2 * m2 / (omega * slope)
        // gamma/(H s) ~ gamma/T^5 is what counts, so that is what is kept while the peak is widened.
        let weighted = made / pow(t, 5) / step
        sums[low] += (1 - share) * weighted
        sums[high] += share * weighted
      }
    }
    densities = Self.widened(sums, step: step).enumerated().map { i, value in
      let t = exp(lowest + Double(i) * step)
      // At T < m no photon has the mass of X; the tails of the widening are cut before their Boltzmann factor is taken out.
      return mass < 30 * t ? value * pow(t, 5) * exp(mass / t) : 0
    }
  }

  /// Half width in ln T to which the resonance is spread: hard photons meet it within 2 % of one temperature, which no table of rates would resolve. The
  /// number made is kept.
  static let spread = 0.08

  /// Convolution with a normalised Gaussian.
  private static func widened(_ values: [Double], step: Double) -> [Double] {
    let reach = Int((5 * spread / step).rounded(.up))
    let kernel = (-reach...reach).map { exp(-0.5 * pow(Double($0) * step / spread, 2)) }
    let norm = kernel.reduce(0, +)
    var result = [Double](repeating: 0, count: values.count)
    for (i, value) in values.enumerated() where value > 0 {
      for j in max(0, i - reach)...min(values.count - 1, i + reach) { result[j] += value * kernel[j - i + reach] / norm }
    }
    return result
  }

  func scaledReactionDensity(temperature t: Double) -> Double {
    let position = (log(t) - lowest) / step
    guard position >= 0, position <= Double(densities.count - 1) else { return 0 }
    let cell = min(Int(position), densities.count - 2)
    let u = position - Double(cell)
    return (1 - u) * densities[cell] + u * densities[cell + 1]
  }
}
