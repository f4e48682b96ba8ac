import Foundation
import Numerics
import Units

/// The light scalar nonet and its couplings to two pseudoscalars:
/// L = A eps^{abc} eps_{def} N_a^d dP_b^e dP_c^f + B Tr N Tr(dP dP) + C Tr(N dP) Tr dP + D Tr N Tr dP Tr dP, P = sqrt 2 times the field matrix (hep-ph/9902238).
struct ScalarExchange: Sendable {
  /// sigma, f0, a0 and kappa: only these poles occur.
  enum Pole: Int, CaseIterable, Sendable { case sigma, f0, a0, kappa }

  /// One scalar field and its conjugate.
  struct Member: Sendable {
    let pole: Pole
    let field: FlavourMatrix
    let conjugate: FlavourMatrix
  }

  let members: [Member]

  init() {
    let angle = ScalarNonetInputs.angle.value
    let strange = FlavourMatrix.unit(2, 2)
    let half = 0.5.squareRoot()
    let light = FlavourMatrix.diagonal([half, half, 0])
    let sigma = cos(angle) * strange - sin(angle) * light
    let f0 = sin(angle) * strange + cos(angle) * light
    let neutral = FlavourMatrix.diagonal([half, -half, 0])
    var members = [
      Member(pole: .sigma, field: sigma, conjugate: sigma), Member(pole: .f0, field: f0, conjugate: f0), Member(pole: .a0, field: neutral, conjugate: neutral),
    ]
    for (row, column, pole) in [(0, 1, Pole.a0), (1, 0, .a0), (0, 2, .kappa), (2, 0, .kappa), (1, 2, .kappa), (2, 1, .kappa)] {
      members.append(Member(pole: pole, field: .unit(row, column), conjugate: .unit(column, row)))
    }
    self.members = members
  }

  /// The coefficient in GeV^-1 of N dP dQ for two different fields P, Q (field matrices with Tr T^2 = 1/2).
  func coupling(_ scalar: FlavourMatrix, _ p: FlavourMatrix, _ q: FlavourMatrix) -> Double {
    let (a, b) = (2.0.squareRoot() * p, 2.0.squareRoot() * q)
    // eps eps N P Q in traces.
    let cyclic = (scalar * a * b).trace + (scalar * b * a).trace
    let squares = scalar.trace * a.trace * b.trace - scalar.trace * (a * b).trace
    let epsilon = squares - a.trace * (scalar * b).trace - b.trace * (scalar * a).trace + cyclic
    let crossed = 0.5 * ((scalar * a).trace * b.trace + (scalar * b).trace * a.trace)
    let sum =
      ScalarNonetInputs.a.value * epsilon + ScalarNonetInputs.b.value * scalar.trace * (a * b).trace + ScalarNonetInputs.c.value * crossed
      + ScalarNonetInputs.d.value * scalar.trace * a.trace * b.trace
    return 2 * sum
  }

  /// 1/(m^2 - s - i m Gamma) of one pole.
  static func propagator(_ pole: Pole, _ s: Double) -> Complex {
    let (mass, width) = ScalarNonetInputs.poles[pole.rawValue]
    return 1 / Complex(mass.value * mass.value - s, -mass.value * width.value)
  }
}

/// Couplings and poles of the scalar nonet.
///
/// A, B, C, D and the angle are solved from five couplings of table II of hep-ph/9902238 (sigma pi pi 7.27, f0 pi pi 1.47, kappa K pi -5.02, a0 pi eta -6.87, sigma eta eta' 1.25 GeV^-1);
/// they then give its sigma eta eta 3.90, f0 eta eta 1.50, f0 eta eta' -10.19 and a0 pi eta' -8.02 to 3 % and sigma eta' eta' -3.82 to 9 %.
enum ScalarNonetInputs {
  private static let source = "solved from hep-ph/9902238, table II, column 1"
  static let a = Input("scalar nonet coupling A", -2.51, unit: "GeV^-1", source: source, status: .derived)
  static let b = Input("scalar nonet coupling B", 1.9506, unit: "GeV^-1", source: source, status: .derived)
  static let c = Input("scalar nonet coupling C", -7.4036, unit: "GeV^-1", source: source, status: .derived)
  static let d = Input("scalar nonet coupling D", 1.6537, unit: "GeV^-1", source: source, status: .derived)
  static let angle = Input("scalar mixing angle", -0.35435, unit: "rad", source: source, status: .derived)

  private static let nonet = "hep-ph/9902238, section V"
  /// Mass and width of sigma, f0, a0, kappa.
  static let poles: [(Input, Input)] = [
    pole("sigma", 0.550, 0.370), pole("f0(980)", 0.980, 0.0646), pole("a0(980)", 0.9835, 0.060), pole("kappa", 0.897, 0.322),
  ]
  static let all: [Input] = [a, b, c, d, angle] + poles.flatMap { [$0.0, $0.1] }

  private static func pole(_ name: String, _ mass: Double, _ width: Double) -> (Input, Input) {
    (
      Input("\(name) mass", mass, unit: "GeV", source: nonet, status: .recalled), Input("\(name) width", width, unit: "GeV", source: nonet, status: .recalled)
    )
  }
}
