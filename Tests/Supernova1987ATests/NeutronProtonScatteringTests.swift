import Numerics
import Supernova1987A
import Testing
import Units

@Suite struct NeutronProtonScatteringTests {
  @Test func dump() throws {
    let np = try NeutronProtonScattering()
    for e in [0.001, 1, 5, 10, 25, 50, 100, 150, 200, 300] {
      let a = try np.legendreCoefficientsMillibarn(laboratoryEnergyMeV: e, upTo: 6)
      print(e, a.map { ($0 * 100).rounded() / 100 }, 2 * a[0], np.transportMillibarn(laboratoryEnergyMeV: e))
    }
    for t in [1.0, 2, 3, 5, 7.5, 10, 15, 20, 25, 30, 40, 50, 60] { print(t, np.thermalMoment(temperature: t * 1e-3) / NaturalUnits.millibarn) }
  }
}
