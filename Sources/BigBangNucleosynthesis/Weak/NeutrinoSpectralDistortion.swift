import Foundation

/// Deviation of the electron neutrinos' spectrum from Fermi-Dirac at the temperature that gives their energy density: fast neutrinos are heated most.
///
/// It lowers the rates n -> p at freeze-out and raises Yp by 3.5e-4 (relative). The numbers were computed for this project with the momentum-dependent Boltzmann equations of
/// nu_e and nu_mu,tau: all two-body collisions with massive e+-, and with neutrinos, averaged adiabatic oscillations, QED pressure to order e^3 (docs/bbn.md gives the
/// equations). That calculation gives N_eff = 3.0440 and agrees with the spectra of NEVO (Froustey, Pitrou, Volpe, arXiv:2008.01074) to 5 % of the distortion, 2e-5 of Yp.
/// It is the Standard Model's: for a history with very different neutrinos the distortion differs by its own size, and may be switched off.
struct NeutrinoSpectralDistortion: Sendable {
  /// Coefficients c_k of delta f/f = 10^-4 sum c_k y^k, y = E/T_nu, at 17 photon temperatures from 4.5 MeV down to 0.08 MeV evenly in the logarithm; good to 2e-5 for y > 1.
  private static let coefficients: [[Double]] = [
    [-1.26, -0.8329, -1.112, -1.434, -1.529, -1.286, -0.7632, -0.1102, 0.4814, 0.8934, 1.193, 1.434, 1.691, 1.942, 2.13, 2.221, 2.303],
    [
      0.2342, -0.1996, -0.8318, -2.04, -3.984, -6.536, -9.366, -12.12, -14.49, -16.34, -17.75, -18.85, -19.79, -20.48, -20.86, -21.03, -21.15,
    ],
    [0.04217, 0.1376, 0.3685, 0.7766, 1.372, 2.088, 2.82, 3.484, 4.013, 4.38, 4.625, 4.799, 4.958, 5.062, 5.106, 5.139, 5.187],
    [
      -0.006448, -0.01239, -0.03202, -0.06435, -0.1074, -0.1532, -0.1937, -0.2244, -0.2427, -0.2475, -0.2436, -0.2374, -0.2362, -0.2349, -0.2343, -0.2399,
      -0.2485,
    ],
    [
      0.0002625, 0.0003918, 0.001001, 0.001968, 0.003199, 0.004445, 0.005499, 0.006287, 0.006761, 0.006872, 0.006752, 0.006619, 0.00679, 0.007066, 0.007495,
      0.008176, 0.00874,
    ],
  ]

  private static let table = UniformSplineTable(
    start: log(0.08), spacing: log(4.5 / 0.08) / 16, values: coefficients.map { $0.reversed().map { $0 * 1e-4 } })

  private let c: (Double, Double, Double, Double, Double)

  /// At a photon temperature in MeV; held below 0.08 MeV (frozen) and above 4.5 MeV (where it is below 1e-4 and equilibrium makes it irrelevant).
  init(photonTemperature: Double) {
    var values = [Double](repeating: 0, count: 5)
    values.withUnsafeMutableBufferPointer { if let base = $0.baseAddress { Self.table.evaluate(log(photonTemperature), into: base) } }
    c = (values[0], values[1], values[2], values[3], values[4])
  }

  /// delta f/f at E/T_nu = `y`, held beyond 20.
  @inline(__always)
  func relative(_ y: Double) -> Double {
    let y = min(y, 20)
    return c.0 + y * (c.1 + y * (c.2 + y * (c.3 + y * c.4)))
  }
}
