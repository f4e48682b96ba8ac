import Foundation
import Units

/// Decays of a heavy neutral lepton without hadrons, in units of G_F^2 m^5/(192 pi^3) for |U_a|^2 = 1.
///
/// Below ``contactLimit`` the interaction is a contact one (neglected: 3/5 m^2/m_W^2, 0.2 % at the limit); above, the W and Z propagate.
struct NeutralLeptonLeptonic: Sendable {
  /// Mass in GeV from which the propagators are kept.
  static let contactLimit = 5.0

  private let interference: WeakInterference
  private let weakMixing = ElectroweakInputs.weakMixing.value

  init() throws { interference = try WeakInterference.shared() }

  /// nu nu nubar, summed over the flavours of the pair: 1 as a contact interaction, the interference of identical neutrinos included.
  func threeNeutrinos(_ mass: Double) -> Double {
    guard mass > Self.contactLimit else { return 1 }
    let pair = WeakBosonIntegral.neutral(mass, fermion: 0, left: 0.5, right: 0, boson: .z, scale: mass).value
    return 3 * pair + 0.25 * interference.neutralWithNeutral(log(mass))
  }

  /// nu_a l+ l-; with l = a the W interferes with the Z.
  func neutrinoPair(_ mass: Double, mixing: LeptonFlavour, pair: LeptonFlavour) -> Double {
    let ratio = pair.mass / mass
    let x = ratio * ratio
    guard 4 * x < 1 else { return 0 }
    let (left, right) = (-0.5 + weakMixing, weakMixing)
    let isSame = mixing == pair
    guard mass > Self.contactLimit else { return NeutralLeptonPhaseSpace.neutrinoPair(x, left: left + (isSame ? 1 : 0), right: right) }
    let neutral = WeakBosonIntegral.neutral(mass, fermion: pair.mass, left: left, right: right, boson: .z, scale: mass).value
    guard isSame else { return neutral }
    let charged = WeakBosonIntegral.charged(mass, lepton: pair.mass, first: pair.mass, second: 0, boson: .w, scale: mass).value
    let crossed =
      NeutralLeptonPhaseSpace.neutrinoPair(x, left: left + 1, right: right) - NeutralLeptonPhaseSpace.neutrinoPair(x, left: left, right: right)
      - NeutralLeptonPhaseSpace.threeFermions(x, x, 0)
    return max(0, neutral + charged + crossed * interference.chargedWithNeutral(log(mass)))
  }

  /// l_a^- l_b^+ nu_b for two different leptons: the W alone.
  func differentLeptons(_ mass: Double, mixing: LeptonFlavour, other: LeptonFlavour) -> Double {
    guard mass > Self.contactLimit else {
      let (a, b) = (mixing.mass / mass, other.mass / mass)
      return NeutralLeptonPhaseSpace.threeFermions(0, a * a, b * b)
    }
    return WeakBosonIntegral.charged(mass, lepton: mixing.mass, first: other.mass, second: 0, boson: .w, scale: mass).value
  }
}
