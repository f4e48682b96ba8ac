import Foundation
import Numerics
import Units

/// The amplitude C of a Higgs-mixed scalar to two photons: Gamma = alpha^2 m^3 sin^2 theta |C|^2/(256 pi^3 v^2); C = 50/27 far below 2 m_e.
///
/// W and charged leptons, c, b, t by their loops. Light hadrons below 2 GeV: 4/9 from the running of the QCD scale with the heavy masses, and loops of charged pions and kaons
/// with the on-shell vertex, G_P(s) A_0/(2 m_P^2): 23/27 at s = 0 in all. Its imaginary part is that of unitarity with the Born amplitude of gamma gamma -> P P; rescattering
/// of gamma gamma -> pi pi and multipion states are left out: a factor of about 2 in the width between 0.6 and 2 GeV. Between 1.6 and 2 GeV this goes over to loops of
/// u, d, s. Higher orders of QCD in the loops of c and b: 10 %.
struct ScalarPhotons: Sendable {
  private let formFactors: ScalarFormFactors
  private static let join = 1.6...2.0

  static func shared() throws -> ScalarPhotons { try cached.get() }
  private static let cached = Result { try ScalarPhotons(formFactors: .shared()) }

  /// C at a mass in GeV, for sin theta = 1.
  func amplitude(_ mass: Double, _ treatment: HadronTreatment) -> Complex {
    let s = mass * mass
    func loop(_ fermion: Input) -> Complex { ScalarLoop.fermion(s / (4 * fermion.value * fermion.value)) }
    let w = ElectroweakInputs.wMass.value
    var sum = ScalarLoop.vector(s / (4 * w * w))
    for lepton in [PhysicalConstants.electronMass, PhysicalConstants.muonMass, PhysicalConstants.tauMass] { sum += loop(lepton) }
    sum += (4.0 / 3) * loop(QuarkInputs.charm) + (1.0 / 3) * loop(QuarkInputs.bottom) + (4.0 / 3) * loop(QuarkInputs.topPole)
    let quarkShare = smoothStep((mass - Self.join.lowerBound) / (Self.join.upperBound - Self.join.lowerBound))
    if quarkShare < 1 { sum += (1 - quarkShare) * mesonLoops(s, treatment) }
    if quarkShare > 0 {
      let quarks = (4.0 / 3) * loop(QuarkInputs.up) + (1.0 / 3) * loop(QuarkInputs.down) + (1.0 / 3) * loop(QuarkInputs.strange)
      sum += quarkShare * quarks
    }
    return sum
  }

  private func mesonLoops(_ s: Double, _ treatment: HadronTreatment) -> Complex {
    let (pion, kaon) = (ScalarFormFactors.pion, ScalarFormFactors.kaon)
    let (p2, k2) = (pion * pion, kaon * kaon)
    return Complex(4.0 / 9) + (1 / (2 * p2)) * (formFactors.pion(s, treatment) * ScalarLoop.spinless(s / (4 * p2)))
      + (1 / (2 * k2)) * (formFactors.kaon(s, treatment) * ScalarLoop.spinless(s / (4 * k2)))
  }
}
