import Foundation
import Numerics
import Units

/// |G_pi| and |G_K| of arXiv:1809.01876, from its widths to pion and kaon pairs as two public codes tabulate them, monotone in ln m between points.
///
/// The two readings agree within 2 %, 8 % on the flank of the f0(980) and at the two-kaon threshold. A third one, of the form factors themselves (in ALPINIST), has the
/// f0(980) 12 MeV lower, which is 12 % in |G_pi| at 0.9 to 0.98 GeV and -30 % at 1 GeV; it is not used.
struct TabulatedFormFactors: Sendable {
  private static let source = "arXiv:1809.01876, figure of the widths, mean of the readings in the public codes FORESEE and scalar_portal"
  /// Energies in GeV, moduli in GeV^2.
  private static let pionPoints: [(energy: Double, modulus: Double)] = [
    (0.30, 0.0683), (0.35, 0.0890), (0.40, 0.1122), (0.45, 0.1373), (0.50, 0.1638), (0.55, 0.1898), (0.60, 0.2171), (0.65, 0.2462), (0.70, 0.2799),
    (0.75, 0.3214), (0.80, 0.3770), (0.85, 0.4568), (0.90, 0.584), (0.92, 0.672), (0.94, 0.765), (0.96, 0.928), (0.98, 1.112), (0.99, 1.179), (0.995, 1.236),
    (1.00, 1.18), (1.01, 0.964), (1.02, 0.817), (1.03, 0.715), (1.04, 0.630), (1.05, 0.567), (1.07, 0.456), (1.10, 0.344), (1.13, 0.276), (1.16, 0.221),
    (1.20, 0.176), (1.25, 0.158), (1.30, 0.167), (1.35, 0.177), (1.40, 0.169), (1.45, 0.146), (1.50, 0.103), (1.53, 0.093), (1.56, 0.105), (1.60, 0.135),
    (1.65, 0.158), (1.70, 0.157), (1.75, 0.139), (1.80, 0.122), (1.90, 0.115), (1.95, 0.117), (2.00, 0.121),
  ]
  private static let kaonPoints: [(energy: Double, modulus: Double)] = [
    (1.005, 1.11), (1.01, 1.12), (1.02, 1.04), (1.03, 0.936), (1.04, 0.862), (1.05, 0.805), (1.07, 0.724), (1.10, 0.645), (1.13, 0.595), (1.16, 0.562),
    (1.20, 0.534), (1.25, 0.518), (1.30, 0.520), (1.35, 0.530), (1.40, 0.523), (1.45, 0.513), (1.50, 0.504), (1.60, 0.484), (1.70, 0.442), (1.80, 0.403),
    (1.90, 0.375), (1.95, 0.362), (2.00, 0.350),
  ]

  static let inputs: [Input] =
    pionPoints.map { Input("|G_pi| at \($0.energy) GeV", $0.modulus, unit: "GeV^2", uncertainty: 0.02 * $0.modulus, source: source, status: .twoSources) }
    + kaonPoints.map { Input("|G_K| at \($0.energy) GeV", $0.modulus, unit: "GeV^2", uncertainty: 0.02 * $0.modulus, source: source, status: .twoSources) }

  static let lowest = 0.3
  static let highest = 2.0
  private let pion: LogLogSpline
  private let kaon: LogLogSpline

  static func shared() throws -> TabulatedFormFactors { try cached.get() }
  private static let cached = Result { try TabulatedFormFactors() }

  private init() throws {
    pion = try LogLogSpline("|G_pi|", x: Self.pionPoints.map(\.energy), y: Self.pionPoints.map(\.modulus), kind: .monotone)
    kaon = try LogLogSpline("|G_K|", x: Self.kaonPoints.map(\.energy), y: Self.kaonPoints.map(\.modulus), kind: .monotone)
  }

  /// |G_pi| in GeV^2 at an energy in GeV, from ``lowest`` to ``highest``.
  func pionModulus(_ energy: Double) -> Double { pion(energy) }
  /// |G_K| in GeV^2 to ``highest``; below 1.005 GeV, down to the two-kaon threshold, the first point's value.
  func kaonModulus(_ energy: Double) -> Double { kaon(energy) }
}
