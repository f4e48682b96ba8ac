import Foundation
import Numerics
import Units

/// Radiative corrections to n <-> p in the thermal bath, as fractions of the rates: +0.4 % at 10 MeV, 1e-4 at freeze-out, +0.3 % of p -> n at 0.2 MeV.
///
/// Brown and Sawyer, astro-ph/0006370; Pitrou et al., arXiv:1801.08023, eqs. 107-113 and B41-B51. Being of order alpha they feel the neutrinos' temperature only through its
/// value after instantaneous decoupling, so they are tabulated once against the photon temperature; Yp moves by -5e-5 (relative) through them.
struct ThermalRadiativeCorrection: Sendable {
  private let toProton: Spline
  private let toNeutron: Spline
  private let range: ClosedRange<Double>

  /// - Parameter rates: with all corrections at zero temperature.
  init(_ rates: NeutronProtonRates) throws {
    let temperatures = logarithmicGrid(from: 0.025, to: 22, count: 40)
    range = temperatures[0]...temperatures[temperatures.count - 1]
    let fractions = temperatures.map { temperature in
      let neutrino = temperature * Self.neutrinoToPhoton(temperature)
      let base = rates.rates(photonTemperature: temperature, neutrinoTemperature: neutrino)
      let bath = ThermalBath(photonTemperature: temperature, neutrinoTemperature: neutrino)
      let correction = bath.corrections()
      return (correction.toProton / (base.neutronToProton * rates.decayIntegral), correction.toNeutron / (base.protonToNeutron * rates.decayIntegral))
    }
    let x = temperatures.map { log($0) }
    toProton = try Spline("thermal correction to n -> p", x: x, y: fractions.map(\.0))
    toNeutron = try Spline("thermal correction to p -> n", x: x, y: fractions.map(\.1))
  }

  /// Fractions of the rates n -> p and p -> n at a photon temperature in MeV. Below 0.025 MeV zero for n -> p (2e-6 there) and held for p -> n, which no longer happens;
  /// above 22 MeV, in equilibrium, held.
  func fractions(photonTemperature: Double) -> (toProton: Double, toNeutron: Double) {
    let x = log(photonTemperature)
    return (photonTemperature < range.lowerBound ? 0 : toProton(x), toNeutron(x))
  }

  /// T_nu/T_gamma when the neutrinos decouple at once and the entropy of photons and electrons is kept.
  private static func neutrinoToPhoton(_ temperature: Double) -> Double {
    let x = WeakInputs.electronMass / temperature
    let rule = GaussLegendre(order: 20)
    var electrons = 0.0
    for (low, high) in [(0.0, 3.0), (3, 9), (9, 20), (20, 45)] {
      electrons += rule.integrate(from: low, to: high) { p in
        let energy = (p * p + x * x).squareRoot()
        return p * p * (energy + p * p / (3 * energy)) * fermiDirac(energy)
      }
    }
    let perPhotons = 2 / (Double.pi * Double.pi) * electrons / (4 * Double.pi * Double.pi / 45)
    return cbrt(4.0 / 11 * (1 + perPhotons))
  }
}

/// The integrals behind ``ThermalRadiativeCorrection`` at one temperature. Energies in electron masses.
private struct ThermalBath {
  private let x: Double
  private let xNu: Double
  private let q = WeakInputs.massDifference
  private let rule = GaussLegendre(order: 6)
  private let alpha = PhysicalConstants.fineStructure.value

  init(photonTemperature: Double, neutrinoTemperature: Double) {
    x = WeakInputs.electronMass / photonTemperature
    xNu = WeakInputs.electronMass / neutrinoTemperature
  }

  /// An electron with what all integrands share.
  private struct Electron {
    let energy: Double
    let momentum: Double
    /// 2 artanh(p/E).
    let logarithm: Double
    /// Blocking and occupation, with and without the Fermi function: attracted where electron and proton share a side.
    let vacant: (attracted: Double, free: Double)
    let occupied: (attracted: Double, free: Double)
  }

  /// The corrections to the momentum integrals of n -> p and p -> n.
  func corrections() -> (toProton: Double, toNeutron: Double) {
    var (toProton, toNeutron) = (0.0, 0.0)
    var edges = [0, 0.5, 1, 1.5, 2, 2.35]
    let end = 32 * max(1 / x, 1 / xNu) + q
    while let last = edges.last, last < end { edges.append(min(1.6 * last, max(end, 3))) }
    for (low, high) in zip(edges, edges.dropFirst()) where high > low {
      for (p, weight) in rule.mapped(from: low, to: high) {
        let electron = electron(momentum: p)
        let shift = dressing(electron)
        let perEnergy = weight * p / electron.energy
        toProton += weight * shift * bornSum(electron, 1) + perEnergy * photons(electron, 1)
        toNeutron += weight * shift * bornSum(electron, -1) + perEnergy * photons(electron, -1)
      }
    }
    return (toProton, toNeutron)
  }

  private func electron(momentum p: Double) -> Electron {
    let energy = (p * p + 1).squareRoot()
    let occupied = fermiDirac(x * energy)
    let coulomb = RadiativeCorrection.fermiFunction(beta: p / energy)
    return Electron(
      energy: energy, momentum: p, logarithm: 2 * log(energy + p), vacant: (coulomb * (1 - occupied), 1 - occupied), occupied: (coulomb * occupied, occupied))
  }

  /// f_nu(E_nu) E_nu^2 with E_nu = E - s q.
  @inline(__always)
  private func neutrinos(_ energy: Double, _ s: Double) -> Double {
    let neutrino = energy - s * q
    return neutrino * neutrino * fermiDirac(xNu * neutrino)
  }

  private func bornSum(_ e: Electron, _ s: Double) -> Double {
    neutrinos(e.energy, s) * e.vacant.free + neutrinos(-e.energy, s) * e.occupied.free
  }

  /// Electron's energy shift (eq. 112a) and its interactions with protons and electrons of the bath (eqs. 113, B51), per dp and unit of chi(E) + chi(-E).
  private func dressing(_ e: Electron) -> Double {
    let (p1, e1) = (e.momentum, e.energy)
    var sum = 0.0
    // Cubic substitutions on both sides of p2 = p1, where the logarithm is singular.
    let fine = GaussLegendre(order: 24)
    let reach = max(32 / x, 3)
    for (u, weight) in fine.mapped(from: 0, to: 1) {
      let cube = u * u * u
      for (p2, jacobian) in [(p1 * (1 - cube), p1), (p1 + reach * cube, reach)] {
        let e2 = (p2 * p2 + 1).squareRoot()
        let f = fermiDirac(x * e2)
        guard f > 0, p2 != p1 else { continue }
        let slope = -x * f * (1 - f)
        let log1 = 2 * log((p1 + p2) / abs(p1 - p2))
        let big = log((e1 * e2 + p1 * p2 + 1) / (e1 * e2 - p1 * p2 + 1))
        let squared = slope * p2 / p1 * e1 * e1 / e2 * (e1 + e2) + f * e1 * e1 / (p1 * p2) * (e2 + e1 / (e2 * e2))
        let fromSlope = slope * (p2 * p2 * e1 / e2 * (1 / (p1 * p1) + 2) - e1 * e1 * p2 / p1 * big)
        let fromValue =
          f * (e1 / (p1 * p1 * e2 * e2) * (e2 * e2 + 2 * p1 * p1 + 1) - (e1 * e1 + e2 * e2) / (e1 + e2) - e1 * e1 * e2 / (p1 * p2) * big)
        let rest = f * (4 * e1 * p2 / p1 + 2 * e2 * big)
        sum += weight * 3 * u * u * jacobian * p2 / e2 * (-0.25 * log1 * log1 * squared + log1 * (fromSlope + fromValue) - rest)
      }
    }
    return alpha / (2 * Double.pi) * (sum * p1 / e1 - 2 * Double.pi * Double.pi / (3 * x * x))
  }

  /// Real photons of the bath (eqs. 109-111) and the correction to bremsstrahlung (eqs. 107, B43), per dE.
  private func photons(_ e: Electron, _ s: Double) -> Double {
    let (energy, log1, p) = (e.energy, e.logarithm, e.momentum)
    let (vacant, occupied) = s > 0 ? (e.vacant.attracted, e.occupied.free) : (e.vacant.free, e.occupied.attracted)
    let b = 2 * energy * log1 - 4 * p
    var sum = 0.0
    // Stimulated emission and absorption.
    let (still, stillPositron) = (neutrinos(energy, s), neutrinos(-energy, s))
    for (low, high) in [(0.0, 1.0), (1, 3), (3, 8), (8, 18), (18, 32)] {
      for (scaled, weight) in rule.mapped(from: low, to: high) {
        let k = scaled / x
        let a = (2 * energy * energy + k * k) * log1 - 4 * p * energy
        let (down, up) = (neutrinos(energy - k, s), neutrinos(energy + k, s))
        let (downPositron, upPositron) = (neutrinos(k - energy, s), neutrinos(-energy - k, s))
        let even = vacant * (down + up - 2 * still) + occupied * (downPositron + upPositron - 2 * stillPositron)
        let odd = vacant * (down - up) + occupied * (downPositron - upPositron)
        sum += weight / scaled * boseEinstein(scaled) * (a * even - k * b * odd)
      }
    }
    sum += vacant * bremsstrahlung(energy, s, photonSign: 1, energy, log1, p, b)
    sum += occupied * bremsstrahlung(-energy, s, photonSign: -1, energy, log1, p, b)
    return alpha / (2 * Double.pi) * sum
  }

  /// int dk/k [F(k) chi(E + k) - F_+(k) f_nu(E - s q) (|E - s q| - k)^2 for k < |E - s q|], F_+- = A +- k B; F = F_+ for the electron, F_- for the positron (E < 0).
  private func bremsstrahlung(_ signed: Double, _ s: Double, photonSign: Double, _ energy: Double, _ log1: Double, _ p: Double, _ b: Double) -> Double {
    let neutrino = signed - s * q
    let gap = abs(neutrino)
    let width = 1 / xNu
    let occupation = fermiDirac(xNu * neutrino)
    // Edges where the occupation varies, and at the end of the subtraction.
    let candidates = [0, 1, 3, 8, 20].map { $0 * width } + [-8, -3, 0, 1, 3, 8, 20, 32].map { gap + $0 * width }
    let edges = candidates.filter { $0 >= 0 }.sorted()
    var sum = 0.0
    for (low, high) in zip(edges, edges.dropFirst()) where high - low > 1e-12 * width {
      let subtracts = high <= gap * (1 + 1e-12)
      for (k, weight) in rule.mapped(from: low, to: high) {
        let a = (2 * energy * energy + k * k) * log1 - 4 * p * energy
        var value = (a + photonSign * k * b) * neutrinos(signed + k, s)
        if subtracts { value -= (a + k * b) * occupation * (gap - k) * (gap - k) }
        sum += weight / k * value
      }
    }
    return sum
  }
}
