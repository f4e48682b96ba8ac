import Foundation

/// |U_ai|^2 between flavours and propagating states at one energy: three populations from one picture to the other.
package struct FlavourShares: Sendable {
  /// Of each flavour e, mu, tau in one state.
  private let columns: (SIMD3<Double>, SIMD3<Double>, SIMD3<Double>)

  init(_ entry: (_ flavour: Int, _ state: Int) -> Double) {
    func column(_ state: Int) -> SIMD3<Double> { SIMD3(entry(0, state), entry(1, state), entry(2, state)) }
    columns = (column(0), column(1), column(2))
  }

  /// What populations of states are in flavours: sum_i |U_ai|^2 n_i.
  @inline(__always) package func flavours(of states: SIMD3<Double>) -> SIMD3<Double> {
    columns.0 * states.x + columns.1 * states.y + columns.2 * states.z
  }

  /// What populations of flavours are in states, and the mean over flavours of a quantity for each state: sum_a |U_ai|^2 n_a.
  @inline(__always) package func states(of flavours: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3((columns.0 * flavours).sum(), (columns.1 * flavours).sum(), (columns.2 * flavours).sum())
  }
}

extension NeutrinoMixing {
  private static let identity = FlavourShares { $0 == $1 ? 1 : 0 }
  private static let even = FlavourShares { _, _ in 1.0 / 3 }
  private static let vacuum = FlavourShares { FlavourComposition.standard.values(logTemperature: -20)[3 * $0 + $1] }

  /// The states that neutrinos of an energy in MeV propagate as in a plasma of a temperature in MeV.
  ///
  /// Matter acts by E V ~ E^2 T^4 against mass differences, so that these are the states of neutrinos of mean thermal energy at T_eff = T (E/3.15 T)^(1/3). Electrons are taken to be as
  /// relativistic as they are at T_eff: below 0.3 MeV matter then acts on what is above 0.3 GeV by up to twice as much as it should. Below T_eff = 0.1 MeV states are those of the vacuum.
  package func shares(energy: Double, temperature: Double) -> FlavourShares {
    switch self {
    case .none: return Self.identity
    case .complete: return Self.even
    case .averaged:
      let cubed = temperature * temperature * energy / 3.151_374
      guard cubed > 1e-3 else { return Self.vacuum }
      let table = FlavourComposition.standard
      let at = table.locate(log(cubed) / 3)
      return FlavourShares { table.value(at, $0, $1) }
    }
  }
}
