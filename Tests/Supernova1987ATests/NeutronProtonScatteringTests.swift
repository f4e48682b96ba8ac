import Numerics
import Supernova1987A
import Testing
import Units

@Suite struct NeutronProtonScatteringTests {
  let scattering: NeutronProtonScattering
  init() throws { scattering = try NeutronProtonScattering.shared.get() }

  @Test func forwardExcessRaisesTransportAboveTotalOnlyWhereBackwardPeakWins() throws {
    // np scattering is backward-peaked by charge exchange at these energies: (1 - cos) weighs that up.
    for energy in [5.0, 25, 100, 300] {
      let a = try scattering.legendreCoefficientsMillibarn(laboratoryEnergyMeV: energy, upTo: 1)
      #expect(a[1] < 0)
      #expect(scattering.transportMillibarn(laboratoryEnergyMeV: energy) > 2 * a[0])
    }
  }

  @Test func scatteringIsIsotropicAtThreshold() throws {
    let a = try scattering.legendreCoefficientsMillibarn(laboratoryEnergyMeV: 0.01, upTo: 4)
    for l in 1...4 { #expect(abs(a[l]) < 1e-3 * a[0]) }
  }

  @Test func partialWavesSumToTheOpticalTheorem() throws {
    // Unitarity: 4 pi Im f(0)/k, here through sum (2J+1)(1 - Re S) pi/(2k^2), must equal the angular integral of |M|^2; the S-wave limit checks the normalisation.
    let k2 = 0.5 * 938.919 * 0.002 / (197.327 * 197.327)
    let singlet = 4 * Double.pi / (k2 + 1 / (23.74 * 23.74))
    let triplet = 4 * Double.pi / (k2 + 1 / (5.419 * 5.419))
    let a = try scattering.legendreCoefficientsMillibarn(laboratoryEnergyMeV: 0.002, upTo: 0)
    #expect(abs(2 * a[0] / (10 * (singlet + 3 * triplet) / 4) - 1) < 0.01)
  }

  @Test func differentialCrossSectionIsPositive() throws {
    for energy in [1.0, 10, 50, 100, 200, 350] {
      let a = try scattering.legendreCoefficientsMillibarn(laboratoryEnergyMeV: energy, upTo: 10)
      for step in 0...20 {
        let x = -1 + 0.1 * Double(step)
        var (p0, p1, sum) = (1.0, x, a[0] + a[1] * x)
        for l in 2...10 {
          (p0, p1) = (p1, (Double(2 * l - 1) * x * p1 - Double(l - 1) * p0) / Double(l))
          sum += a[l] * p1
        }
        #expect(sum > 0, "T_lab = \(energy) MeV, cos = \(x)")
      }
    }
  }

  @Test func thermalMomentIsBetweenTheCrossSectionsItAverages() {
    // A weight x^2 e^-x/2 is a probability density: the moment lies between sigma_tr at x = 0.5 and x = 10.
    for temperature in [1.0, 10, 30, 60] {
      let moment = scattering.thermalMoment(temperature: temperature * 1e-3) / NaturalUnits.millibarn
      #expect(moment < scattering.transportMillibarn(laboratoryEnergyMeV: 2 * 0.5 * temperature))
      #expect(moment > scattering.transportMillibarn(laboratoryEnergyMeV: 2 * 10 * temperature))
    }
  }

  @Test func energiesOutsideTheAnalysisAreRefused() {
    #expect(throws: NumericsError.self) { try scattering.legendreCoefficientsMillibarn(laboratoryEnergyMeV: 400, upTo: 0) }
    #expect(throws: NumericsError.self) { try scattering.legendreCoefficientsMillibarn(laboratoryEnergyMeV: 0, upTo: 0) }
  }
}
