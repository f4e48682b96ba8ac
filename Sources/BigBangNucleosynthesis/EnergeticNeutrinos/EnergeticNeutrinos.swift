import EarlyUniverse
import Foundation
import Numerics

/// Neutrinos from the decays of a particle, far above thermal energies, and the nucleons that they convert.
///
///     dn_i/dt + 3 H n_i - H E dn_i/dE = S_i - Gamma_i n_i + (products of collisions),    Gamma_(p -> n) tau_n = int dE (n_(nubar_e)/dE) sigma c tau_n
///
/// for the states i that propagate in matter (``EarlyUniverse/NeutrinoMixing``), which decohere and follow the plasma adiabatically long before they collide; collisions see flavours.
/// Energies are cells even in ln E, and a step in ln a is as wide as a cell: redshift moves every neutrino by exactly one cell, cross sections belong to the cells once and for all, and products
/// that are polynomials in E'/E are running sums from the top down. So a step costs one pass over the cells.
///
/// The thermal bath begins at six times T_nu: what is emitted or scattered below it is not followed. The energy of all of them is also in the bath's temperature from the start
/// (``EarlyUniverse/DecayingSpecies/EnergyShares``); per energy a thermal neutrino converts less by 5 T_nu/E.
package struct EnergeticNeutrinos {
  /// The background at one time.
  package struct Background {
    /// MeV.
    package var photonTemperature: Double
    /// MeV.
    package var neutrinoTemperature: Double
    /// 1/s.
    package var hubbleRate: Double
    /// Decays per second and comoving volume, MeV^3 a^3/s.
    package var comovingDecays: Double

    package init(photonTemperature: Double, neutrinoTemperature: Double, hubbleRate: Double, comovingDecays: Double) {
      self.photonTemperature = photonTemperature
      self.neutrinoTemperature = neutrinoTemperature
      self.hubbleRate = hubbleRate
      self.comovingDecays = comovingDecays
    }
  }

  /// The neutrinos of one step, averaged over its time.
  package struct Epoch {
    /// ln a at the middle of the step.
    package var position: Double
    /// Neutrinos and antineutrinos of all flavours per comoving volume, MeV^3 a^3.
    package var comovingNumber = 0.0
    /// Their energy per comoving volume in MeV^4 a^3.
    package var comovingEnergy = 0.0
    /// Rates of conversion times tau_n, of one nucleon.
    package var conversions = NeutronProtonRates.Pair(neutronToProton: 0, protonToNeutron: 0)

    /// Adds a comoving number in one cell, of which so many have the electron's flavour; half of these are neutrinos, half antineutrinos.
    @inline(__always)
    fileprivate mutating func add(_ number: Double, electrons: Double, energy: Double, onNeutron: Double, onProton: Double) {
      comovingNumber += number
      comovingEnergy += number * energy
      let perVolume = 0.5 * electrons * exp(-3 * position)
      conversions.neutronToProton += perVolume * onNeutron
      conversions.protonToNeutron += perVolume * onProton
    }
  }

  private let mixing: NeutrinoMixing
  private let step: Double
  private let bath: Double
  /// MeV.
  private let energies: [Double]
  /// Numbers per decay that the cells hold after a step in which they were emitted, before they are moved down by it; by flavour.
  private let emitted: [SIMD3<Double>]
  /// Cross sections times tau_n/hbar in MeV^-3 at the middle of a step.
  private let onNeutron: [Double]
  private let onProton: [Double]

  /// In MeV: below the threshold of protons, and of no weight on neutrons.
  private static let lowest = 1.0
  /// In MeV: the cross section is constant from there on.
  private static let highest = 1e7
  /// Comoving numbers in MeV^3 below which there is nothing: far from zero for the floating point, far below one particle in the visible Universe.
  private static let nothing = 1e-150

  /// - Parameters:
  ///   - emission: per decay.
  ///   - cellsPerDecade: of energy.
  ///   - bath: where it begins, in T_nu: twice the mean of a thermal spectrum.
  package init(_ emission: NeutrinoEmission, mixing: NeutrinoMixing, capture: NeutrinoCapture, cellsPerDecade: Int = 40, bath: Double = 6) {
    self.mixing = mixing
    self.bath = bath
    step = log(10) / Double(cellsPerDecade)
    let top = min(Self.highest, emission.lines.reduce(Self.lowest) { max($0, $1.energy) })
    let count = Int(log(top / Self.lowest) / step) + 2
    let step = step
    let energies = (0..<count).map { Self.lowest * exp(Double($0) * step) }
    var lines = [SIMD3<Double>](repeating: .zero, count: count)
    for line in emission.lines where line.energy > Self.lowest {
      let energy = min(line.energy, Self.highest)
      let i = min(count - 2, Int(log(energy / Self.lowest) / step))
      let part = (energy - energies[i]) / (energies[i + 1] - energies[i])
      let flavour = line.flavour.rawValue
      lines[i][flavour] += line.number * (1 - part)
      lines[i + 1][flavour] += line.number * part
    }
    // Emission is even over the step: half of it as if at its start, half as if at its end.
    emitted = (0...count).map { i in 0.5 * ((i < count ? lines[i] : .zero) + (i > 0 ? lines[i - 1] : .zero)) }
    self.energies = energies + [Self.lowest * exp(Double(count) * step)]
    let half = exp(-0.5 * step)
    onNeutron = self.energies.map { capture.crossSection(on: .neutron, energy: half * $0) }
    onProton = self.energies.map { capture.crossSection(on: .proton, energy: half * $0) }
  }

  /// From one ln a to just beyond another, in steps of a cell.
  ///
  /// - Parameter background: at ln a.
  package func epochs(from start: Double, to end: Double, along background: (Double) -> Background) -> [Epoch] {
    var states = [SIMD3<Double>](repeating: .zero, count: energies.count + 1)
    var result = [Epoch(position: start)]
    var before = background(start)
    for k in 0..<max(2, Int(((end - start) / step + 0.5).rounded(.up))) {
      let position = start + Double(k) * step
      let (middle, after) = (background(position + 0.5 * step), background(position + step))
      // Simpson's rule for the decays of the step.
      let decays =
        step / 6
        * (before.comovingDecays / before.hubbleRate + 4 * middle.comovingDecays / middle.hubbleRate + after.comovingDecays / after.hubbleRate)
      result.append(advance(&states, at: position + 0.5 * step, decays: decays, middle))
      before = after
    }
    return result
  }

  /// One step: emission, collisions from the top cell down, redshift by one cell.
  private func advance(_ states: inout [SIMD3<Double>], at position: Double, decays: Double, _ background: Background) -> Epoch {
    let scattering = NeutrinoScattering(photonTemperature: background.photonTemperature, neutrinoTemperature: background.neutrinoTemperature)
    let duration = step / background.hubbleRate
    let floor = bath * background.neutrinoTemperature
    let half = exp(-0.5 * step)
    var epoch = Epoch(position: position)
    // Of all cells above, over the energy instead of y; what would stay within its parent's own cell goes to the next.
    var products = NeutrinoScattering.Products.zero
    var own = SIMD3<Double>.zero
    // What the cell above holds at the end, which redshift brings here.
    var above = SIMD3<Double>.zero
    for i in emitted.indices.reversed() {
      let energy = energies[i]
      // At the middle of the step.
      let present = energy * half
      var source = SIMD3<Double>.zero
      if present > floor {
        source = decays * emitted[i] + own + products.number(from: energy * half, to: energy / half)
      }
      own = .zero
      let old = states[i]
      states[i] = above
      above = .zero
      guard (old + source).sum() > Self.nothing else { continue }
      let shares = mixing.shares(energy: present, temperature: background.photonTemperature)
      let new = shares.states(of: source)
      let rates = present * scattering.perEnergy
      let depths = duration * shares.states(of: rates)
      // Survival of what was there, exp(-g); of what comes evenly over the step, (1 - exp(-g))/g.
      let even = SIMD3(Self.meanSurvival(depths.x), Self.meanSurvival(depths.y), Self.meanSurvival(depths.z))
      let left = old * (1 - depths * even) + new * even
      let lost = old * (depths * even) + new * (1 - even)
      // What collides per time and what is there differ by Gamma.
      let mean = lost / depths
      let made = scattering.products(of: shares.flavours(of: mean) * rates * duration)
      products.add(made, parent: energy)
      own = made.number(from: half, to: 1)
      above = left
      epoch.add(mean.sum(), electrons: shares.flavours(of: mean).x, energy: present, onNeutron: onNeutron[i], onProton: onProton[i])
    }
    return epoch
  }

  private static func meanSurvival(_ depth: Double) -> Double { depth < 1e-5 ? 1 - 0.5 * depth : -expm1(-depth) / depth }
}
