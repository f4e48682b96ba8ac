import Foundation
import Numerics

/// The electromagnetic cascade of injected photons, electrons and positrons on the photons, electrons and nuclei of the early Universe.
///
/// Scattering is much faster than expansion, so spectra are stationary:
///
///     Gamma_X(E) f_X(E) = S_X(E) + sum_Y int_E dE' K_{Y -> X}(E, E') f_Y(E')
///
/// with X photons, and electrons and positrons together. Processes: pair production on photons, photon-photon scattering, pair production on hydrogen and helium nuclei,
/// Compton scattering, inverse Compton scattering. Lines are split off: f contains S_0/Gamma delta(E - E_0), and its products are sources of the continuum.
///
/// Solved downwards from the largest energy on a logarithmic grid, with three choices that keep a coarse grid accurate:
/// electrons obey the integrated equation (all that are injected above E pass E), in which losses far smaller than a step turn into continuous loss by themselves;
/// inverse Compton photons come from differences of a cumulative rate, so their number is exact; the two-dimensional thermal integrals are products and sums of
/// functions of one scaled variable.
public struct ElectromagneticCascade: Sendable {
  /// Charges per baryon of the gas, fully ionised.
  public struct Gas: Sendable, Hashable {
    /// Electrons per baryon, Y_p + 2 Y_He4 in numbers.
    public var electrons: Double
    /// Sum of Z^2 of the nuclei per baryon, Y_p + 4 Y_He4.
    public var chargesSquared: Double

    public init(electrons: Double, chargesSquared: Double) {
      self.electrons = electrons
      self.chargesSquared = chargesSquared
    }

    /// Hydrogen and helium with 4 n_He/n_b = `helium`.
    public init(helium: Double) { self.init(electrons: 1 - 0.5 * helium, chargesSquared: 1) }
  }

  /// Below the threshold of every photodisintegration, 1.587 MeV of Be7.
  public static let lowestEnergy = 1.5

  public let source: InjectedSpectrum
  public let energies: [Double]
  private let gas: Gas
  private let step: Double
  /// Edges of cells around the energies.
  private let edges: [Double]
  /// Triangular matrices [out, in] of what does not depend on temperature but by a factor: per electron density, per density of squared charges, per T^6.
  private let compton: [Double]
  private let recoilAbove: [Double]
  private let nuclearPairs: [Double]
  private let differences: Differences
  private let sourcePhotons: [Double]
  private let sourceElectrons: [Double]

  /// - Parameter perDecade: steps of the grid per decade of energy: 60 gives photon spectra to 1 %.
  /// - Throws: ``NumericsError/domain(label:reason:)`` when the largest energy is not between 1.6 MeV and 1 TeV.
  public init(_ source: InjectedSpectrum, gas: Gas, perDecade: Int = 60) throws {
    guard source.largestEnergy > 1.6, source.largestEnergy <= 1e6, perDecade >= 10 else {
      throw NumericsError.domain(
        label: "electromagnetic cascade", reason: "energies from 1.6 MeV to 1 TeV on 10 steps per decade or more; found \(source.largestEnergy) MeV")
    }
    self.source = source
    self.gas = gas
    let span = log(source.largestEnergy / Self.lowestEnergy)
    let count = max(30, Int((span / log(10.0) * Double(perDecade)).rounded(.up)))
    let step = span / Double(count)
    self.step = step
    let energies = (0...count).map { $0 == count ? source.largestEnergy : Self.lowestEnergy * exp(Double($0) * step) }
    self.energies = energies
    edges = (0...count + 1).map { Self.lowestEnergy * exp((Double($0) - 0.5) * step) }
    func triangle(_ value: (Double, Double) -> Double) -> [Double] {
      var matrix = [Double](repeating: 0, count: (count + 1) * (count + 1))
      for i in 0...count { for j in i...count { matrix[i * (count + 1) + j] = value(energies[i], energies[j]) } }
      return matrix
    }
    compton = triangle { MatterProcesses.compton(scattered: $0, from: $1) }
    recoilAbove = triangle { MatterProcesses.compton(recoilAbove: $0, from: $1) }
    nuclearPairs = triangle { 2 * MatterProcesses.pairs(lepton: $0, from: $1) }
    differences = Differences(step: step, count: count)
    sourcePhotons = energies.map(source.photons)
    sourceElectrons = energies.map(source.electrons)
  }

  /// Rates in 1/s at which a photon is lost.
  public struct PhotonRates: Sendable, Hashable {
    public var pairsOnPhotons: Double
    public var photonScattering: Double
    public var pairsOnNuclei: Double
    public var compton: Double
    public var total: Double { pairsOnPhotons + photonScattering + pairsOnNuclei + compton }
  }

  /// Rates in 1/s at which a photon of this energy is lost, at a temperature in MeV and baryon density in MeV^3.
  public static func photonRates(energy: Double, temperature: Double, baryonDensity: Double, gas: Gas) -> PhotonRates {
    let second = 1 / EarlyUniverseInputs.hbar
    return PhotonRates(
      pairsOnPhotons: second * PairProductionKernel.shared.rate(energy: energy, temperature: temperature),
      photonScattering: second * MatterProcesses.scattering(energy, temperature: temperature),
      pairsOnNuclei: second * gas.chargesSquared * baryonDensity * MatterProcesses.pairs(energy),
      compton: second * gas.electrons * baryonDensity * MatterProcesses.compton(energy))
  }

  /// The stationary spectra at a photon temperature in MeV (at most 20 keV) and baryon density in MeV^3, for one decay per volume and time.
  ///
  /// - Throws: ``NumericsError/domain(label:reason:)`` outside 1e-8 MeV to 20 keV or when a spectrum is not finite.
  public func spectrum(temperature: Double, baryonDensity: Double) throws -> CascadeSpectrum {
    guard (1e-8...0.02).contains(temperature), baryonDensity >= 0, baryonDensity.isFinite else {
      throw NumericsError.domain(label: "electromagnetic cascade", reason: "temperatures from 0.01 eV to 20 keV; found \(temperature) MeV")
    }
    let width = energies.count
    let (top, lines) = injection(temperature)
    let electronDensity = gas.electrons * baryonDensity
    let chargeDensity = gas.chargesSquared * baryonDensity
    let (inverse, pairs) = (InverseComptonKernel.shared, PairProductionKernel.shared)
    var photons = [Double](repeating: 0, count: width)
    var electrons = photons
    // Numbers in the cells of the grid, the line added at the top.
    var photonNumber = photons
    var electronNumber = photons
    var injected = photons
    let medium = InverseComptonKernel.Medium(temperature: temperature)
    let targets = energies.map { inverse.electron($0, in: medium) }
    let photonsAt = energies.map { PairProductionKernel.Photon(energy: $0, temperature: temperature) }
    // Photons below E T = m_e^2/60 make no pairs on photons that matter: e^-60 against a rate of all others of e^-22.
    let pairing = energies.firstIndex { $0 * temperature > EarlyUniverseInputs.electronMass * EarlyUniverseInputs.electronMass / 60 } ?? width
    let scatteringUnits = energies.map { MatterProcesses.scattering(scattered: $0, from: $0, temperature: temperature) }
    let loss = energies.map { energy in
      Self.photonRates(energy: energy, temperature: temperature, baryonDensity: baryonDensity, gas: gas).total * EarlyUniverseInputs.hbar
    }
    let photonLine = lines.photons / loss[top]
    let electronRate = inverse.total(targets[top])
    let electronLine = lines.electrons / electronRate
    // Just below its upper end the number of electrons builds up over one loss; where that is less than a step, they are taken to lose energy steadily from the start.
    let unresolved = inverse.rate(targets[top], above: energies[top] - energies[top - 1]) < 0.85 * electronRate
    var passing = 0.0
    // Logarithm of the rate at which electrons of each energy lose more than the upper edge of the current cell.
    var above = [Double?](repeating: nil, count: width)
    for i in stride(from: top, through: 0, by: -1) {
      let energy = energies[i]
      let lower = i == top ? top : i + 1
      if i == top { photonNumber[top] = photonLine }
      if i == top - 5 {
        // From here on Gregory's weights at the upper end, of higher order than the trapezoidal rule.
        for (j, weight) in [(top, 3.0 / 8), (top - 1, 7.0 / 6), (top - 2, 23.0 / 24)] {
          photonNumber[j] = weight * step * energies[j] * photons[j] + (j == top ? photonLine : 0)
          electronNumber[j] = weight * step * energies[j] * electrons[j] + (j == top ? electronLine : 0)
        }
      }
      let weight = step * energy * (i == top ? 0.5 : 1)
      // Electrons made by photons of higher energy.
      var made = sourceElectrons[i]
      var recoiling = 0.0
      for j in lower...top where photonNumber[j] > 0 {
        var pair = 0.0
        if j >= pairing, energies[j] - energy > EarlyUniverseInputs.electronMass { pair = 2 * pairs.spectrum(differences.sharing[j - i], of: photonsAt[j]) }
        made += photonNumber[j] * (chargeDensity * nuclearPairs[i * width + j] + pair)
        recoiling += photonNumber[j] * electronDensity * recoilAbove[i * width + j]
      }
      injected[i] = made
      if i == top {
        let first = inverse.density(atZeroLoss: energy, temperature: temperature) * electronLine
        let recoil = electronDensity * photonLine * MatterProcesses.compton(recoil: energy, from: energy)
        electrons[top] = unresolved ? 0 : (made + recoil + first) / electronRate
        electronNumber[top] = weight * electrons[top] + electronLine
      } else {
        passing += 0.5 * step * (energy * made + energies[i + 1] * injected[i + 1])
        let fromLine = electronLine > 0 ? lines.electrons - electronLine * inverse.rate(targets[top], above: energies[top] - energy) : 0
        let tied = unresolved && i == top - 1 ? pow(energy / energies[top], 2) : nil
        electrons[i] = max(0, try solveElectrons(i, top, passing + recoiling + fromLine, electrons, targets, medium, tied: tied))
        electronNumber[i] = weight * electrons[i]
        if let tied {
          electrons[top] = tied * electrons[i]
          electronNumber[top] += 0.5 * step * energies[top] * electrons[top]
        }
      }
      // Photons of electrons and photons at this energy and above.
      var gained = sourcePhotons[i]
      let size = 1 / ((i == top ? energy : edges[i + 1]) - edges[i])
      for j in i...top {
        guard let least = inverse.logRate(targets[j], aboveRoot: differences.photonRoot[j - i]) else { continue }
        if electronNumber[j] > 0 { gained += electronNumber[j] * size * Self.between(least, i == j ? nil : above[j]) }
        above[j] = least
      }
      for j in lower...top where photonNumber[j] > 0 {
        gained += photonNumber[j] * (electronDensity * compton[i * width + j] + scatteringUnits[j] * differences.scattering[j - i])
      }
      let own = 0.5 * step * energy * (electronDensity * compton[i * width + i] + scatteringUnits[i])
      photons[i] = gained / max(loss[i] - (i == top ? 0 : own), 0.1 * loss[i])
      photonNumber[i] = weight * photons[i] + (i == top ? photonLine : 0)
    }
    guard photons.allSatisfy(\.isFinite), electrons.allSatisfy(\.isFinite) else {
      throw NumericsError.domain(label: "electromagnetic cascade", reason: "the spectrum is not finite at \(temperature) MeV")
    }
    let unit = EarlyUniverseInputs.hbar
    return CascadeSpectrum(
      energies: energies, photons: photons.map { $0 * unit }, electrons: electrons.map { $0 * unit }, undegradedLine: top == width - 1 ? photonLine * unit : 0)
  }

  /// 4 E T/m_e^2 up to which a cascade is followed, 110 times the energy above which pair production on photons is faster than anything else.
  private static let farAbove = 20.0

  /// Where the cascade starts on the grid, and its lines there. Far above the threshold of pairs a cascade forgets all but the energy (steps lose almost everything or
  /// almost nothing, and no grid resolves them): what is injected there starts as photons of the same total energy at the highest energy followed.
  private func injection(_ temperature: Double) -> (top: Int, lines: (photons: Double, electrons: Double)) {
    let mass = EarlyUniverseInputs.electronMass
    let limit = Self.farAbove * mass * mass / (4 * temperature)
    guard let top = energies.lastIndex(where: { $0 <= limit }), top < energies.count - 1 else {
      return (energies.count - 1, (source.photonLine, source.electronLine))
    }
    var energy = (source.photonLine + source.electronLine) * source.largestEnergy
    for j in top..<energies.count {
      let weight = step * energies[j] * (j == top || j == energies.count - 1 ? 0.5 : 1)
      energy += weight * energies[j] * (sourcePhotons[j] + sourceElectrons[j])
    }
    return (top, (energy / energies[top], 0))
  }

  /// Rate of losses within a cell times its value in the middle over its mean, from the logarithms of the rates above both edges: that of an exponential while the rate
  /// changes by less than a factor 4 (tails of the black body), the number itself where a cell holds a peak.
  private static func between(_ least: Double, _ most: Double?) -> Double {
    guard let most else { return exp(least) }
    let ratio = least - most
    return ratio < 1.4 ? exp(0.5 * (least + most)) * ratio : exp(least) - exp(most)
  }

  private static let near = GaussLegendre(order: 8)

  /// f at a node from int_E dE' f(E') R(E', E' - E) = number of electrons injected above, R the rate of losses above an energy; f is linear between nodes.
  ///
  /// - Parameter tied: where f at the next node is not known but is this number times f here.
  private func solveElectrons(
    _ i: Int, _ top: Int, _ passing: Double, _ electrons: [Double], _ targets: [InverseComptonKernel.Electron], _ medium: InverseComptonKernel.Medium,
    tied: Double?
  ) throws -> Double {
    let kernel = InverseComptonKernel.shared
    let energy = energies[i]
    var own = 0.0
    var known = 0.0
    var rate = 0.0
    for j in i..<top {
      let (low, high) = (energies[j], energies[j + 1])
      if j >= i + 2 {
        if j == i + 2 { rate = kernel.rate(targets[j], aboveRoot: differences.electronRoot[2]) }
        if rate == 0 { break }
        let next = kernel.rate(targets[j + 1], aboveRoot: differences.electronRoot[j + 1 - i])
        known += 0.5 * (high - low) * (rate * electrons[j] + next * electrons[j + 1])
        rate = next
        continue
      }
      // The first two cells, dense towards zero loss, and no farther than losses go.
      let farthest = min(high, energy * (1 + 60 * medium.b(energy)))
      guard farthest > low else { break }
      for (node, weight) in zip(Self.near.nodes, Self.near.weights) {
        let s = 0.5 * (1 + node)
        let (shape, measure) = j == i ? (s * s * s, 3 * s * s) : (s, 1)
        let at = low + (farthest - low) * shape
        let u = (at - low) / (high - low)
        let value = 0.5 * weight * measure * (farthest - low) * kernel.rate(kernel.electron(at, in: medium), above: at - energy)
        if j == i {
          own += value * (1 - u + u * (tied ?? 0))
          known += value * u * electrons[j + 1]
        } else {
          known += value * ((1 - u) * electrons[j] + u * electrons[j + 1])
        }
      }
    }
    guard own > 0 else { throw NumericsError.domain(label: "electromagnetic cascade", reason: "electrons of \(energy) MeV do not scatter") }
    return (passing - known) / own
  }
}
