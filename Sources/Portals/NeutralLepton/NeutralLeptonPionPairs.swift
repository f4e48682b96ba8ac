import Numerics
import Units

/// N -> l pi pi0 and nu pi+ pi- through the vector current, with the measured pion form factor instead of a rho without width.
///
/// By the conserved vector current the isovector spectral function is that of e+ e- -> pi+ pi-, R = beta^3 |F_pi|^2/4 without its isospin-breaking omega term.
/// In units of G_F^2 m^5 |U|^2/(192 pi^3): l pi pi0: 2 |V_ud|^2 Int dy R [(1-x_l)^2 + y(1+x_l) - 2y^2] sqrt(lambda(1,y,x_l));
/// nu pi+ pi-: (1 - 2 sin^2 theta_W)^2 Int dy R (1-y)^2 (1+2y), y = s/m^2. Form factor: dual tower of arXiv:1002.0279, tabulated from the threshold to 1.6 GeV;
/// pairs heavier than that are left out (below 1e-3 of them). Pions have the charged mass.
struct NeutralLeptonPionPairs: Sendable {
  private static let highestEnergy = 1.6
  private let threshold: Double
  /// R/beta^3 against the pair's energy.
  private let formFactor: Spline
  private let upDown: Double
  private let neutralCoupling: Double

  static func shared() throws -> NeutralLeptonPionPairs { try cached.get() }
  private static let cached = Result { try NeutralLeptonPionPairs() }

  private init() throws {
    let channel = try TwoPionChannel.dualTower()
    let pion = HadronInputs.chargedPion.value
    threshold = 2 * pion
    var charges = FermionCharges.electric.scaled(by: 0)
    (charges.up, charges.down) = (0.5, -0.5)
    let isovector = LightFlavourFactors(charges)
    let low = threshold * 1.0001
    let energies = (0...400).map { low + (Self.highestEnergy - low) * Double($0) / 400 }
    formFactor = try Spline(
      "pion form factor", x: energies,
      y: energies.map { energy in
        let velocitySquared = 1 - 4 * pion * pion / (energy * energy)
        return channel.ratio(energy * energy, isovector) / (velocitySquared * velocitySquared.squareRoot())
      })
    upDown = ElectroweakInputs.vud.value * ElectroweakInputs.vud.value
    let kappa = 1 - 2 * ElectroweakInputs.weakMixing.value
    neutralCoupling = kappa * kappa
  }

  /// Beside a charged lepton of mass `lepton`, or a neutrino (`nil`); zero at and below threshold.
  func width(_ mass: Double, lepton: Double?) -> Double {
    let available = mass - (lepton ?? 0)
    guard available > threshold else { return 0 }
    let (m2, end) = (mass * mass, min(available, Self.highestEnergy))
    let xl = (lepton ?? 0) * (lepton ?? 0) / m2
    let integral = NeutralLeptonPhaseSpace.bothEndsRoots(from: threshold, to: end, rule: NeutralLeptonPhaseSpace.fine) { energy in
      let y = energy * energy / m2
      let velocitySquared = max(0, 1 - threshold * threshold / (energy * energy))
      let ratio = formFactor(energy) * velocitySquared * velocitySquared.squareRoot()
      let bracket = (1 - xl) * (1 - xl) + y * (1 + xl) - 2 * y * y
      return 2 * energy / m2 * ratio * bracket * NeutralLeptonPhaseSpace.kallenRoot(1, y, xl)
    }
    return lepton == nil ? neutralCoupling * integral : 2 * upDown * integral
  }
}
