import BigBangNucleosynthesis
import EarlyUniverse
import Foundation
import Numerics
import Testing

struct NeutrinoSpectraTests {
  private static let prepared = Result { () throws -> (history: ThermalHistory, spectra: NeutrinoSpectra) in
    let history = try ThermalHistory.compute()
    return (history, try NeutrinoSpectra(history, count: 24, step: 0.1))
  }

  @Test func startsInEquilibriumAndHeatsTheFastOnes() throws {
    let epochs = try Self.prepared.get().spectra.epochs
    #expect(epochs[0].distortion.allSatisfy { abs($0) < 1e-14 })
    let last = try #require(epochs.last)
    let shape = try Spline("distortion", x: last.momenta, y: last.distortion)
    #expect(shape(2) < -1e-3 && shape(10) > 1e-2)
    // The distortion grows with time and carries no energy by definition.
    for (earlier, later) in zip(epochs, epochs.dropFirst()) { #expect(later.distortion.last ?? 0 >= (earlier.distortion.last ?? 0) - 1e-12) }
  }

  @Test func energyAgreesWithTheIntegratedEquations() throws {
    // The history's two-temperature collision terms are moments of the same collisions: T_nu/T_gamma agree to the history's own approximation
    // (Fermi-Dirac spectra, matter in the mixing) and the quadrature here.
    let (history, spectra) = try Self.prepared.get()
    let last = try #require(spectra.epochs.last)
    let x = history.epochs.reversed().map { log($0.photonTemperature) }
    let electron = try Spline("e", x: x, y: history.epochs.reversed().map { $0.electronNeutrinoTemperature / $0.photonTemperature })
    let muon = try Spline("mu", x: x, y: history.epochs.reversed().map { $0.muonNeutrinoTemperature / $0.photonTemperature })
    let at = log(last.photonTemperature)
    #expect(abs(last.electronNeutrinoTemperature / last.photonTemperature / electron(at) - 1) < 2e-4)
    #expect(abs(last.muonNeutrinoTemperature / last.photonTemperature / muon(at) - 1) < 2e-4)
  }

  @Test func convergesWithMomentaAndSteps() throws {
    let history = try Self.prepared.get().history
    func shape(_ count: Int, _ step: Double) throws -> [Double] {
      let last = try #require(try NeutrinoSpectra(history, count: count, step: step).epochs.last)
      let spline = try Spline("distortion", x: last.momenta, y: last.distortion)
      return [1.0, 3, 7, 10].map { spline($0) }
    }
    let (fine, coarse) = (try shape(30, 0.06), try shape(20, 0.15))
    for (a, b) in zip(fine, coarse) { #expect(abs(a - b) < 0.04 * abs(a)) }
  }

  @Test func itsOwnDistortionIsTheStandardOne() throws {
    let (history, spectra) = try Self.prepared.get()
    let own = try Nucleosynthesis(history, distortion: NeutrinoSpectralDistortion(spectra)).abundances().heliumFraction
    let standard = try Nucleosynthesis(history).abundances().heliumFraction
    let none = try Nucleosynthesis(history, corrections: .init(spectralDistortion: false)).abundances().heliumFraction
    #expect(abs(own / standard - 1) < 2e-5)
    #expect(abs(standard / none - 1 - 3.6e-4) < 4e-5)
  }

  @Test func aShortHistoryIsRefused() throws {
    let history = try Self.prepared.get().history
    #expect(throws: NucleosynthesisError.self) {
      try NeutrinoSpectra(ThermalHistory(epochs: Array(history.epochs.prefix(60)), effectiveNeutrinos: 3))
    }
  }
}
