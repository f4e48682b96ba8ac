import Units

/// A new vector boson X with L = g X_mu sum_f x_f fbar gamma^mu f: the dark photon, gauged numbers, and any charges of the user.
///
/// The overall coupling g is `gaugeCouplingPerAxis` times the number on the model's axis: the axis of the dark photon is the kinetic mixing
/// epsilon and g = epsilon e with x_f = Q_f; the axis of a gauged number is g itself.
public struct VectorPortal: Sendable, Hashable {
  /// For messages and provenance, for example `dark-photon`.
  public let name: String
  public let charges: FermionCharges
  /// g for a coupling of one on the axis: e for a kinetic mixing, 1 for a gauge coupling.
  public let gaugeCouplingPerAxis: Double

  public init(name: String, charges: FermionCharges, gaugeCouplingPerAxis: Double) {
    self.name = name
    self.charges = charges
    self.gaugeCouplingPerAxis = gaugeCouplingPerAxis
  }

  /// BC1: L = -(epsilon e) A'_mu J_em^mu below the Z mass, axis epsilon (arXiv:1901.09966).
  public static let darkPhoton = VectorPortal(name: "dark-photon", charges: .electric, gaugeCouplingPerAxis: NaturalUnits.electricCharge)

  /// L = g Z'_mu J_{B-L}^mu with three light left-handed neutrinos, axis g.
  public static let bMinusL = VectorPortal(name: "b-minus-l", charges: .bMinusL, gaugeCouplingPerAxis: 1)

  /// The kinetic mixing for which a dark photon couples to the electron as strongly as this boson does at a coupling of one on its axis.
  public var electronMixingPerAxis: Double { gaugeCouplingPerAxis * abs(charges.electron) / NaturalUnits.electricCharge }

  /// Whether every charge is the same multiple of the electric charge, neutrinos included: then the boson mixes with the photon in a medium.
  public var isElectromagnetic: Bool { charges == FermionCharges.electric.scaled(by: -charges.electron) && charges.electron != 0 }
}

/// The charge x_f of every Standard Model fermion under a vector boson.
public struct FermionCharges: Sendable, Hashable {
  public var electron, muon, tau: Double
  public var electronNeutrino, muonNeutrino, tauNeutrino: Double
  public var up, down, strange, charm, bottom, top: Double

  public init(
    electron: Double, muon: Double, tau: Double, electronNeutrino: Double, muonNeutrino: Double, tauNeutrino: Double,
    up: Double, down: Double, strange: Double, charm: Double, bottom: Double, top: Double
  ) {
    self.electron = electron
    self.muon = muon
    self.tau = tau
    self.electronNeutrino = electronNeutrino
    self.muonNeutrino = muonNeutrino
    self.tauNeutrino = tauNeutrino
    self.up = up
    self.down = down
    self.strange = strange
    self.charm = charm
    self.bottom = bottom
    self.top = top
  }

  /// Electric charge.
  public static let electric = FermionCharges(
    electron: -1, muon: -1, tau: -1, electronNeutrino: 0, muonNeutrino: 0, tauNeutrino: 0,
    up: 2.0 / 3, down: -1.0 / 3, strange: -1.0 / 3, charm: 2.0 / 3, bottom: -1.0 / 3, top: 2.0 / 3)

  /// Baryon minus lepton number.
  public static let bMinusL = FermionCharges(
    electron: -1, muon: -1, tau: -1, electronNeutrino: -1, muonNeutrino: -1, tauNeutrino: -1,
    up: 1.0 / 3, down: 1.0 / 3, strange: 1.0 / 3, charm: 1.0 / 3, bottom: 1.0 / 3, top: 1.0 / 3)

  /// Every charge times `factor`.
  public func scaled(by factor: Double) -> FermionCharges {
    FermionCharges(
      electron: factor * electron, muon: factor * muon, tau: factor * tau,
      electronNeutrino: factor * electronNeutrino, muonNeutrino: factor * muonNeutrino, tauNeutrino: factor * tauNeutrino,
      up: factor * up, down: factor * down, strange: factor * strange, charm: factor * charm, bottom: factor * bottom, top: factor * top)
  }
}
