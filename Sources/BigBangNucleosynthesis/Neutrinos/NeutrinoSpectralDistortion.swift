import EarlyUniverse
import Foundation
import Numerics

/// Deviation of the electron neutrinos' spectrum from Fermi-Dirac at the temperature that gives their energy density: fast neutrinos are heated most.
///
/// It lowers the rates n -> p at freeze-out and raises Yp by 3.5e-4 (relative). Between the epochs of ``NeutrinoSpectra`` delta f/f is a quartic in E/T_nu whose
/// coefficients are interpolated in ln T_gamma; the quartic is good to 2e-5 above y = 1. Neutrinos and antineutrinos alike.
public struct NeutrinoSpectralDistortion: Sendable {
  private static let degree = 4
  private let coefficients: [Spline]

  /// The Standard Model's, computed once (0.1 s): 20 momenta and steps of 0.15 in ln a, good to 3 % of the distortion.
  public static func standard() throws -> NeutrinoSpectralDistortion { try shared.get() }
  private static let shared = Result {
    try NeutrinoSpectralDistortion(NeutrinoSpectra(ThermalHistory.compute(), count: 20, step: 0.15))
  }

  /// - Throws: ``NumericsError`` when the epochs cannot be interpolated.
  public init(_ spectra: NeutrinoSpectra) throws {
    let epochs = spectra.epochs.reversed().map { (x: log($0.photonTemperature), fit: Self.quartic($0)) }
    coefficients = try (0...Self.degree).map { k in
      try Spline("spectral distortion of neutrinos", x: epochs.map(\.x), y: epochs.map { $0.fit[k] })
    }
  }

  /// delta f/f at one photon temperature; held outside the epochs (frozen below 0.06 MeV, zero at the start).
  struct Polynomial {
    let c: (Double, Double, Double, Double, Double)

    /// At E/T_nu = `y`, held beyond 20.
    @inline(__always)
    func relative(_ y: Double) -> Double {
      let y = min(y, 20)
      return c.0 + y * (c.1 + y * (c.2 + y * (c.3 + y * c.4)))
    }
  }

  /// - Parameter photonTemperature: in MeV.
  func at(photonTemperature: Double) -> Polynomial {
    let c = coefficients.map { $0(log(photonTemperature)) }
    return Polynomial(c: (c[0], c[1], c[2], c[3], c[4]))
  }

  /// Least squares over E/T_nu up to 16, weighted by what the rates feel, y^(5/2)/(e^y + 1) dy.
  private static func quartic(_ epoch: NeutrinoSpectra.Epoch) -> [Double] {
    let n = degree + 1
    let scale = 8.0
    var (matrix, side) = ([Double](repeating: 0, count: n * n), [Double](repeating: 0, count: n))
    for (i, y) in epoch.momenta.enumerated() where y < 16 {
      // Spacing of the nodes where they are dense enough to stand for the integral.
      let spacing = epoch.momenta[min(i + 1, epoch.momenta.count - 1)] - epoch.momenta[max(i - 1, 0)]
      let weight = pow(y, 2.5) * fermiDirac(y) * spacing
      let powers = (0..<n).map { pow(y / scale, Double($0)) }
      for a in 0..<n {
        side[a] += weight * powers[a] * epoch.distortion[i]
        for b in 0..<n { matrix[a * n + b] += weight * powers[a] * powers[b] }
      }
    }
    matrix.withUnsafeMutableBufferPointer { m in
      side.withUnsafeMutableBufferPointer { b in
        // The normal matrix is positive definite.
        if let m = m.baseAddress, let b = b.baseAddress, DenseLU.factorise(m, n) { DenseLU.solve(m, n, b) }
      }
    }
    return side.enumerated().map { $1 / pow(scale, Double($0)) }
  }
}
