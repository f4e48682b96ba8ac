import Foundation
import Numerics
import Units

/// |G_pi| and |G_K| of arXiv:1809.01876 between the values read off its figure (±5 %), monotone in ln m between points.
///
/// The f0(980) peak, 30 MeV wide, rests on four points. Kaon values below 1 GeV are put together from the
/// moduli and phases of Gamma, Delta and Theta.
struct TabulatedFormFactors: Sendable {
  private static let source = "arXiv:1809.01876, figure of the form factors, read from the digitisation in the public code ALPINIST"
  /// Energies in GeV.
  private static let pionEnergies = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0, 1.1, 1.2, 1.4, 1.6, 1.8, 2.0]
  private static let pionModuli = [
    0.0707, 0.114, 0.167, 0.222, 0.287, 0.395, 0.651, 0.982, 1.24, 0.831, 0.316, 0.171, 0.169, 0.144, 0.120, 0.123,
  ]
  private static let kaonEnergies = [0.9, 0.95, 0.98, 1.0, 1.1, 1.2, 1.4, 1.6, 1.8, 2.0]
  private static let kaonModuli = [1.09, 1.58, 1.85, 1.22, 0.631, 0.534, 0.526, 0.481, 0.401, 0.352]

  static let inputs: [Input] =
    zip(pionEnergies, pionModuli).map { Input("|G_pi| at \($0) GeV", $1, unit: "GeV^2", uncertainty: 0.05 * $1, source: source, status: .recalled) }
    + zip(kaonEnergies, kaonModuli).map { Input("|G_K| at \($0) GeV", $1, unit: "GeV^2", uncertainty: 0.05 * $1, source: source, status: .recalled) }

  static let lowest = 0.3
  static let highest = 2.0
  private let pion: LogLogSpline
  private let kaon: LogLogSpline

  static func shared() throws -> TabulatedFormFactors { try cached.get() }
  private static let cached = Result { try TabulatedFormFactors() }

  private init() throws {
    pion = try LogLogSpline("|G_pi|", x: Self.pionEnergies, y: Self.pionModuli, kind: .monotone)
    kaon = try LogLogSpline("|G_K|", x: Self.kaonEnergies, y: Self.kaonModuli, kind: .monotone)
  }

  /// |G_pi| in GeV^2 at an energy in GeV, from ``lowest`` to ``highest``.
  func pionModulus(_ energy: Double) -> Double { pion(energy) }
  /// |G_K| in GeV^2 from 0.9 GeV to ``highest``.
  func kaonModulus(_ energy: Double) -> Double { kaon(energy) }
}
