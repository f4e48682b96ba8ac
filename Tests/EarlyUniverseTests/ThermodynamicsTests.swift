import EarlyUniverse
import Foundation
import Testing

@Suite struct ThermodynamicsTests {
  @Test func masslessLimits() {
    let unit = Double.pi * Double.pi / 30
    for (statistics, factor) in [(QuantumStatistics.boson, 1.0), (.fermion, 7.0 / 8)] {
      let gas = IdealGas.of(statistics).values(logRatio: log(1e-4))
      #expect(abs(gas.energy / (factor * unit) - 1) < 1e-7)
      #expect(abs(gas.pressure / gas.energy - 1.0 / 3) < 1e-7)
      #expect(abs(gas.heatCapacity / gas.energy - 4) < 1e-6)
    }
  }

  /// At m/T = 25 quantum statistics and relativity are small: rho = m n (1 + 27/8 T/m + ...), p = n T.
  @Test func nonRelativisticLimit() {
    let x = 25.0
    let number = pow(x / (2 * Double.pi), 1.5) * exp(-x) * (1 + 15 / (8 * x) + 105 / (128 * x * x))
    for statistics in QuantumStatistics.allCases {
      let gas = IdealGas.of(statistics).values(logRatio: log(x))
      #expect(abs(gas.pressure / number - 1) < 1e-4)
      #expect(abs(gas.energy / (number * x * (1 + 1.5 / x + 15 / (8 * x * x))) - 1) < 1e-3)
    }
    #expect(IdealGas.of(.fermion).values(logRatio: log(200)) == .zero)
  }

  /// rho + p = T dp/dT along the table.
  @Test func thermodynamicIdentity() {
    for w in stride(from: log(0.01), to: log(20), by: 0.173) {
      let h = 1e-3
      func scaled(_ u: Double) -> Double { ElectromagneticPlasma.standard.values(logRatio: w - u).pressure * exp(4 * u) }
      let derivative = (8 * (scaled(h) - scaled(-h)) - (scaled(2 * h) - scaled(-2 * h))) / (12 * h)
      let values = ElectromagneticPlasma.standard.values(logRatio: w)
      #expect(abs(derivative / values.entropy - 1) < 1e-6, "at m/T = \(exp(w))")
    }
  }

  /// T >> m_e: P2 = -5 e^2 T^4/288 and P3 = e^3 T^4/(36 sqrt3 pi).
  @Test func interactionOfAHotPlasma() {
    let e2 = 4 * Double.pi / 137.035_999
    let w = log(3e-4)
    let (free, second, third) = (
      ElectromagneticPlasma.of(.none).values(logRatio: w).pressure, ElectromagneticPlasma.of(.second).values(logRatio: w).pressure,
      ElectromagneticPlasma.of(.third).values(logRatio: w).pressure
    )
    #expect(abs((second - free) / (-5 * e2 / 288) - 1) < 1e-5)
    #expect(abs((third - second) / (e2 * e2.squareRoot() / (36 * 3.0.squareRoot() * Double.pi)) - 1) < 1e-4)
  }

  @Test func onlyPhotonsAreLeft() {
    let values = ElectromagneticPlasma.standard.values(logRatio: log(90))
    #expect(abs(values.energy / (Double.pi * Double.pi / 15) - 1) < 1e-12)
    #expect(abs(values.heatCapacity / values.energy - 4) < 1e-9)
  }
}
