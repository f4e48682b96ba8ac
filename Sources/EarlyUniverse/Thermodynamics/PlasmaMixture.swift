import Foundation
import Units

/// Everything in equilibrium at one temperature: the electromagnetic plasma (or nothing) and further ideal gases.
struct Plasma: Sendable {
  /// An ideal gas with its number of internal states and the logarithm of its mass in MeV.
  struct Gas: Sendable {
    let gas: IdealGas
    let states: Double
    let logMass: Double

    init(_ statistics: QuantumStatistics, states: Double, mass: Double) {
      gas = IdealGas.of(statistics)
      self.states = states
      logMass = log(max(mass, 1e-300))
    }

    init(_ species: ThermalSpecies) { self.init(species.kind.statistics, states: species.kind.states, mass: species.mass) }
  }

  private let electromagnetic: ElectromagneticPlasma?
  private let gases: [Gas]
  private static let logElectronMass = log(EarlyUniverseInputs.electronMass)

  static let muonsAndPions = [
    Gas(.fermion, states: 4, mass: PhysicalConstants.muonMass.value * 1e3), Gas(.boson, states: 2, mass: PhysicalConstants.chargedPionMass.value * 1e3),
    Gas(.boson, states: 1, mass: PhysicalConstants.neutralPionMass.value * 1e3),
  ]

  init(electromagnetic: ElectromagneticPlasma?, gases: [Gas]) {
    self.electromagnetic = electromagnetic
    self.gases = gases
  }

  /// rho/T^4, p/T^4 and (d rho/dT)/T^3 at ln(T/MeV).
  func values(logTemperature: Double) -> IdealGas.Values {
    var sum = electromagnetic?.values(logRatio: Self.logElectronMass - logTemperature) ?? .zero
    for gas in gases {
      let part = gas.gas.values(logRatio: gas.logMass - logTemperature)
      sum.energy += gas.states * part.energy
      sum.pressure += gas.states * part.pressure
      sum.heatCapacity += gas.states * part.heatCapacity
    }
    return sum
  }

  /// Energy density of one neutrino flavour over T^4.
  static let neutrino = 7.0 / 8 * Double.pi * Double.pi / 15

  /// s/T^3 of the Standard Model with neutrinos at the temperature of the photons, in MeV above about 5.
  static func standardEntropy(temperature: Double, heavyParticles: Bool) -> Double {
    let plasma = Plasma(electromagnetic: .standard, gases: heavyParticles ? muonsAndPions : [])
    return plasma.values(logTemperature: log(temperature)).entropy + 3 * neutrino * 4 / 3
  }
}
