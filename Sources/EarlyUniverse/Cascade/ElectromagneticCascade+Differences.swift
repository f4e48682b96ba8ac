import Foundation

extension ElectromagneticCascade {
  /// What depends only on the ratio of two energies: on an even logarithmic grid, on their distance in steps.
  struct Differences: Sendable {
    /// How an electron enters that becomes one so many steps below.
    let electronRoot: [Double]
    /// How an electron enters that makes a photon above the lower edge of the cell so many steps below.
    let photonRoot: [Double]
    /// A pair whose one lepton is so many steps below the photon; the first is never used.
    let sharing: [PairProductionKernel.Sharing]
    /// Photons scattered by a black body.
    let scattering: [Double]

    init(step: Double, count: Int) {
      let distances = (0...count).map { Double($0) * step }
      electronRoot = distances.map { cbrt(expm1($0)) }
      photonRoot = distances.map { 1 / cbrt(expm1($0 + 0.5 * step)) }
      sharing = distances.map { PairProductionKernel.Sharing(fraction: exp(-$0)) }
      scattering = distances.map { MatterProcesses.scatteringShape(exp(-$0)) }
    }
  }
}
