import Foundation
import Units

/// What the hadronic amplitudes give for eta and eta' themselves, where a is the meson: the check of their size against measured widths.
package struct MesonLimits: Sendable {
  /// Widths in GeV of eta and eta' -> gamma gamma and pi+ pi- gamma, and of eta' -> eta pi+ pi-.
  package let etaToPhotons, etaPrimeToPhotons, etaToRadiative, etaPrimeToRadiative, etaPrimeToEtaPions: Double
  /// Measured over leading-order widths into pi+ pi- pi0 and 3 pi0, for eta and eta'.
  package let threePionRatios: [(eta: Double, etaPrime: Double)]
  /// m_a f_a in GeV^2 of the leading-order theory.
  package let axionMassTimesScale: Double
  /// Squared mass in GeV^2 of the unmixed s sbar state.
  package let strangeSquaredMass: Double

  /// - Throws: ``Numerics/NumericsError`` when a table cannot be built.
  package init(angle: EtaAngle) throws {
    let decays = try LightHadronDecays.shared(angle)
    let mixing = decays.mixing
    func fields(_ column: Int) -> [Double] { (0..<3).map { mixing.vectors[$0][column] } }
    func photons(_ column: Int) -> Double {
      let phases = mixing.phases(fields(column))
      let coefficient = 3 * (4 * phases[0] + phases[1] + phases[2]) / 9
      return PseudoscalarDecay.photonWidth(mixing.squaredMasses[column].squareRoot(), coefficient * coefficient)
    }
    func exclusive(_ column: Int, _ name: String) -> Double {
      decays.widths(mass: mixing.squaredMasses[column].squareRoot(), fields: fields(column)).first { $0.finalState == name }?.width ?? 0
    }
    (etaToPhotons, etaPrimeToPhotons) = (photons(1), photons(2))
    (etaToRadiative, etaPrimeToRadiative) = (exclusive(1, "pi+ pi- gamma"), exclusive(2, "pi+ pi- gamma"))
    etaPrimeToEtaPions = exclusive(2, "eta pi+ pi-")
    threePionRatios = decays.threePionRatios
    axionMassTimesScale = mixing.axionMassTimesScale
    strangeSquaredMass = mixing.strangeSquaredMass
  }
}
