import Foundation
import Numerics
import Units

/// The neutral light mesons in the basis (pi_3, eta_q, eta_s) = (T_3, diag(1,1,0)/2, diag(0,0,1)/sqrt 2), and what a pseudoscalar's gluon and quark couplings do to them.
///
/// M^2 = M_q^2 + chi n n^T: quark masses (diagonal in flavour) plus the anomaly, with n = (0, 2/F_q, sqrt 2/F_s) and chi the topological susceptibility without quarks.
/// The physical masses of pi0, eta and eta' and the angle fix chi, F_q/F_s and m_ss^2. All derivative quark couplings are rotated into the quark masses, so no kinetic mixing
/// and no arbitrary matrix kappa is left, and every amplitude built on the result is the one on the mass shell (derivation in docs/models/axion-like-particles.md).
struct LightMesonMixing: Sendable {
  /// Eigenvectors of M^2 as columns pi0, eta, eta' (rows pi_3, eta_q, eta_s).
  let vectors: [[Double]]
  /// Physical masses squared of pi0, eta, eta' in GeV^2.
  let squaredMasses: [Double]
  /// Decay constants (92 MeV convention) of pi_3 and eta_q, and of eta_s, in GeV.
  let lightDecayConstant: Double
  let strangeDecayConstant: Double
  /// chi in GeV^4.
  let susceptibility: Double
  /// Squared mass of the unmixed s sbar state in GeV^2; 2 m_K^2 - m_pi^2 at leading order.
  let strangeSquaredMass: Double
  /// m_pi0^2 before isospin breaking pulls it down, in GeV^2.
  let pionSquaredMass: Double

  /// The names of the eigenstates.
  static let names = ["pi0", "eta", "eta'"]
  /// (m_d - m_u)/(m_d + m_u).
  static let isospinBreaking = (1 - PseudoscalarInputs.upOverDown.value) / (1 + PseudoscalarInputs.upOverDown.value)

  /// - Parameter angle: eta-eta' mixing angle in degrees: eta = cos(angle) eta_8 - sin(angle) eta_1.
  init(angle: Double) {
    let flavourAngle = angle * .pi / 180 + atan(2.0.squareRoot())
    let (c, s) = (cos(flavourAngle), sin(flavourAngle))
    let targets = [MesonInputs.neutralPion.value, MesonInputs.eta.value, MesonInputs.etaPrime.value].map { $0 * $0 }
    var bare = targets
    var quadratic = 0.0
    var ratio = 0.0
    var strange = 0.0
    var vectors: [[Double]] = []
    // Isospin breaking moves the eigenvalues by 1e-3; the inputs are shifted until the eigenvalues are the physical masses.
    for _ in 0..<12 {
      let light = c * c * bare[1] + s * s * bare[2]
      let mixed = s * c * (bare[2] - bare[1])
      let heavy = s * s * bare[1] + c * c * bare[2]
      quadratic = (light - bare[0]) / 2
      ratio = mixed / (2.0.squareRoot() * quadratic)
      strange = heavy - ratio * ratio * quadratic
      let breaking = -Self.isospinBreaking * bare[0]
      let (values, columns) = symmetricEigensystem([[bare[0], breaking, 0], [breaking, light, mixed], [0, mixed, heavy]])
      vectors = columns
      for k in 0..<3 { bare[k] += targets[k] - values[k] }
    }
    self.vectors = vectors
    squaredMasses = targets
    lightDecayConstant = MesonInputs.fPion.value / 2.0.squareRoot()
    strangeDecayConstant = lightDecayConstant / ratio
    susceptibility = quadratic * lightDecayConstant * lightDecayConstant / 2
    strangeSquaredMass = strange
    pionSquaredMass = bare[0]
  }

  /// Amplitudes of the fields pi_3, eta_q, eta_s in an on-shell a of unit coupling 1/f = 1/GeV, and the same for pi0, eta, eta' (dimension GeV).
  ///
  /// Theta = sum_i e_i [m_i^2 (e_i v) + 2 c_g chi (e_i n)]/(m_i^2 - m^2), v = (F/2)(c_u - c_d, c_u + c_d, sqrt 2 (F_s/F) c_s): for quark couplings alone and m -> 0 this is v,
  /// a rotation without effect. Diverges at the three masses, which the caller excludes.
  func admixture(mass: Double, couplings: PseudoscalarCouplings) -> (fields: [Double], mesons: [Double]) {
    expansion(couplings) { k, alongShift, alongAnomaly in
      (squaredMasses[k] * alongShift + 2 * couplings.gluon * susceptibility * alongAnomaly) / (squaredMasses[k] - mass * mass)
    }
  }

  /// sum_k e_k A_k with A_k = `amplitude(k, e_k v, e_k n)`, and the A_k.
  private func expansion(
    _ couplings: PseudoscalarCouplings, _ amplitude: (_ meson: Int, _ alongShift: Double, _ alongAnomaly: Double) -> Double
  ) -> (fields: [Double], mesons: [Double]) {
    let v = shift(couplings.lightQuarks)
    let n = [0, 2 / lightDecayConstant, 2.0.squareRoot() / strangeDecayConstant]
    var fields = [0.0, 0.0, 0.0]
    var mesons: [Double] = []
    for k in 0..<3 {
      var (alongShift, alongAnomaly) = (0.0, 0.0)
      for row in 0..<3 {
        alongShift += vectors[row][k] * v[row]
        alongAnomaly += vectors[row][k] * n[row]
      }
      let amplitude = amplitude(k, alongShift, alongAnomaly)
      mesons.append(amplitude)
      for row in 0..<3 { fields[row] += vectors[row][k] * amplitude }
    }
    return (fields, mesons)
  }

  /// Theta - v of ``admixture(mass:couplings:)``, formed without the difference: sum_i e_i [m^2 (e_i v) + 2 c_g chi (e_i n)]/(m_i^2 - m^2). For quark couplings alone it falls as m^2,
  /// far below what is left of Theta - v in rounding.
  func excess(mass: Double, couplings: PseudoscalarCouplings) -> [Double] {
    let s = mass * mass
    return expansion(couplings) { k, alongShift, alongAnomaly in
      (s * alongShift + 2 * couplings.gluon * susceptibility * alongAnomaly) / (squaredMasses[k] - s)
    }.fields
  }

  /// The field shift (pi_3, eta_q, eta_s) in GeV that a quark rotation exp(i c_q a/(2 f) gamma5) makes, at a/f = 1/GeV.
  func shift(_ quarks: [Double]) -> [Double] {
    [
      lightDecayConstant / 2 * (quarks[0] - quarks[1]), lightDecayConstant / 2 * (quarks[0] + quarks[1]),
      strangeDecayConstant / 2.0.squareRoot() * quarks[2],
    ]
  }

  /// The quark phases (u, d, s) that field amplitudes (pi_3, eta_q, eta_s) amount to: the inverse of ``shift(_:)``, dimensionless.
  func phases(_ fields: [Double]) -> [Double] {
    let (pion, light, strange) = (
      fields[0] / lightDecayConstant, fields[1] / lightDecayConstant, 2.0.squareRoot() * fields[2] / strangeDecayConstant
    )
    return [pion + light, light - pion, strange]
  }

  /// f_a times the mass in GeV^2 that this leading-order theory gives the QCD axion: chi (1 - n Theta(0)), a check against 5.691e-3 GeV^2.
  var axionMassTimesScale: Double {
    let phases = phases(admixture(mass: 0, couplings: PseudoscalarCouplings(gluon: 0.5)).fields)
    return (susceptibility * max(0, 1 - phases.reduce(0, +))).squareRoot()
  }
}

/// Eigenvalues (ascending) and eigenvectors (columns, largest entry of the diagonal position positive) of a real symmetric 3 x 3 matrix by Jacobi rotations.
func symmetricEigensystem(_ matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
  var a = matrix
  var v: [[Double]] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
  for _ in 0..<30 {
    for (p, q) in [(0, 1), (0, 2), (1, 2)] where a[p][q] != 0 {
      let t = 0.5 * atan2(2 * a[p][q], a[q][q] - a[p][p])
      let (c, s) = (cos(t), sin(t))
      for k in 0..<3 { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
      for k in 0..<3 { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
      for k in 0..<3 { (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]) }
    }
  }
  let order = [0, 1, 2].sorted { a[$0][$0] < a[$1][$1] }
  let signs = order.enumerated().map { column, source in v[min(column, 1)][source] < 0 ? -1.0 : 1.0 }
  let vectors = (0..<3).map { row in order.enumerated().map { column, source in signs[column] * v[row][source] } }
  return (order.map { a[$0][$0] }, vectors)
}

extension LightMesonMixing {
  private static let lattice = LightMesonMixing(angle: EtaAngle.lattice.degrees)
  private static let minus13 = LightMesonMixing(angle: EtaAngle.minus13.degrees)
  private static let minus19 = LightMesonMixing(angle: EtaAngle.minus19.degrees)

  /// Made once for each angle.
  static func shared(_ angle: EtaAngle) -> LightMesonMixing {
    switch angle {
    case .lattice: lattice
    case .minus13: minus13
    case .minus19: minus19
    }
  }
}
