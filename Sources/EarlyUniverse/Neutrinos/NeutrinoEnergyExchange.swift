import Foundation
import Numerics

/// Energy exchange of the three neutrino flavours with the electromagnetic plasma and with one another, in MeV^5 (energy density per time, hbar = 1).
///
/// With the two-temperature function of 1812.05605 and 2001.04466,
///
///     F(T1, T2) = 32 f_a (T1^9 - T2^9) + 56 f_s T1^4 T2^4 (T1 - T2)
///     C_nu = G_F^2/pi^5 [ 4 (g_L^2 + g_R^2) F(T_gamma, T_nu) + sum over the other flavours F(T_other, T_nu) ],
///
/// f_a and f_s are the linear response of the collision integrals (``CollisionIntegrals``) relative to massless Maxwell-Boltzmann particles: 0.8841 and 0.8287 without
/// masses, and functions of m_e/T and of g_L g_R for reactions with electrons. Exact for small temperature differences; for large ones the form is that of
/// Maxwell-Boltzmann statistics, where Pauli blocking changes annihilation by +2.8 % and scattering by -1.5 % at a ratio of two (docs/early-universe.md).
struct NeutrinoEnergyExchange: Sendable {
  private static let range = (lower: log(0.01), upper: log(40.0))
  private let table: HermiteTable
  private let massless: (annihilation: Double, scattering: Double)
  private let couplings: [Double]
  private let products: [Double]
  private static let prefactor = EarlyUniverseInputs.fermiConstant.value * EarlyUniverseInputs.fermiConstant.value / pow(Double.pi, 5)

  private static let result = Result { try NeutrinoEnergyExchange() }

  /// The shared table, computed at first use in about 20 ms.
  static func shared() throws -> NeutrinoEnergyExchange { try result.get() }

  private init() throws {
    let integrals = try CollisionIntegrals()
    let unit = pow(Double.pi, 5)
    let (annihilation, scattering) = (unit / (9 * 128), unit / (4 * 56))
    let zero = (integrals.annihilation(1e-4).squares * annihilation, integrals.scattering(1e-4).squares * scattering)
    massless = (zero.0, zero.1)
    // The integrals without their exponentials are smooth in ln x.
    let nodes = logarithmicGrid(from: 0.009, to: 41, count: 44)
    var columns = [[Double]](repeating: [], count: 4)
    for x in nodes {
      let (a, s) = (integrals.annihilation(x), integrals.scattering(x))
      columns[0].append(log(a.squares * annihilation) + 2 * x)
      columns[1].append(log(a.product * annihilation / (x * x)) + 2 * x)
      columns[2].append(log(s.squares * scattering) + x)
      columns[3].append(log(-s.product * scattering / (x * x)) + x)
    }
    let logs = nodes.map { log($0) }
    let splines = try columns.map { try Spline("neutrino-electron exchange", x: logs, y: $0) }
    table = HermiteTable(from: Self.range.lower, to: Self.range.upper, count: 600) { w in
      let x = exp(w)
      return [exp(splines[0](w) - 2 * x), x * x * exp(splines[1](w) - 2 * x), exp(splines[2](w) - x), -x * x * exp(splines[3](w) - x)]
    }
    let pairs = [
      (EarlyUniverseInputs.leftCouplingElectron.value, EarlyUniverseInputs.rightCouplingElectron.value),
      (EarlyUniverseInputs.leftCouplingMuon.value, EarlyUniverseInputs.rightCouplingMuon.value),
    ]
    couplings = pairs.map { $0.0 * $0.0 + $0.1 * $0.1 }
    products = pairs.map { $0.0 * $0.1 }
  }

  /// Energy per volume and time that each flavour gains at these temperatures in MeV.
  ///
  /// With fewer neutrinos than in equilibrium (``NeutrinoDilution``) T_E is the temperature of their energy and T = kinetic T_E their own: annihilation goes with rho^2 T, scattering with rho times the
  /// difference of the temperatures (exact for Maxwell-Boltzmann statistics).
  /// - Parameters:
  ///   - logRatio: ln(m_e/T_gamma).
  ///   - flavours: T_E of each.
  func gains(photon: Double, logRatio: Double, flavours: (Double, Double, Double), kinetic: Double = 1) -> (Double, Double, Double) {
    let t9 = ninth(photon)
    let t4 = fourth(photon)
    let (n0, n1, n2) = (ninth(flavours.0), ninth(flavours.1), ninth(flavours.2))
    let (f0, f1, f2) = (fourth(flavours.0), fourth(flavours.1), fourth(flavours.2))
    func own(_ a: Double, _ s: Double, _ x9: Double, _ y9: Double, _ x4: Double, _ y4: Double, _ x: Double, _ y: Double) -> Double {
      32 * a * (x9 - y9) + 56 * s * x4 * y4 * (x - y)
    }
    let (ma, ms) = massless
    let between01 = own(ma, ms, n0, n1, f0, f1, flavours.0, flavours.1)
    let between02 = own(ma, ms, n0, n2, f0, f2, flavours.0, flavours.2)
    let between12 = own(ma, ms, n1, n2, f1, f2, flavours.1, flavours.2)
    var (electron, muon, tau) = (-between01 - between02, between01 - between12, between02 + between12)
    if logRatio < Self.range.upper {
      let at = table.locate(logRatio)
      let (aSquares, aProduct) = (table.value(at, 0), table.value(at, 1))
      let (sSquares, sProduct) = (table.value(at, 2), table.value(at, 3))
      let ae = couplings[0] * aSquares + products[0] * aProduct
      let se = couplings[0] * sSquares + products[0] * sProduct
      let am = couplings[1] * aSquares + products[1] * aProduct
      let sm = couplings[1] * sSquares + products[1] * sProduct
      electron += 4 * own(ae, se, t9, kinetic * n0, t4, f0, photon, kinetic * flavours.0)
      muon += 4 * own(am, sm, t9, kinetic * n1, t4, f1, photon, kinetic * flavours.1)
      tau += 4 * own(am, sm, t9, kinetic * n2, t4, f2, photon, kinetic * flavours.2)
    }
    return (Self.prefactor * electron, Self.prefactor * muon, Self.prefactor * tau)
  }

  /// Neutrinos and antineutrinos that annihilation of e+ e- makes per volume and time, less those that annihilate, MeV^4: the energy of that reaction over 4 T, with which both go as rho^2.
  func pairsMade(photon: Double, logRatio: Double, flavours: (Double, Double, Double)) -> Double {
    guard logRatio < Self.range.upper else { return 0 }
    let at = table.locate(logRatio)
    let (squares, product) = (table.value(at, 0), table.value(at, 1))
    func eighth(_ t: Double) -> Double { fourth(t) * fourth(t) }
    let made = eighth(photon)
    func flavour(_ k: Int, _ t: Double) -> Double { (couplings[k] * squares + products[k] * product) * (made - eighth(t)) }
    return Self.prefactor * 32 * (flavour(0, flavours.0) + flavour(1, flavours.1) + flavour(1, flavours.2))
  }

  private func fourth(_ t: Double) -> Double { t * t * t * t }
  private func ninth(_ t: Double) -> Double {
    let cube = t * t * t
    return cube * cube * cube
  }
}
