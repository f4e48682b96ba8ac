import Units

/// A new vector boson X with L = g X_mu sum_f x_f fbar gamma^mu f: the dark photon, gauged numbers, and any charges of the user.
///
/// The overall coupling g is `gaugeCouplingPerAxis` times the number on the model's axis: the axis of the dark photon is the kinetic mixing
/// epsilon and g = epsilon e with x_f = Q_f; the axis of a gauged number is g itself.
public struct VectorPortal: Sendable, Hashable {
  /// For messages and provenance, for example `dark-photon`.
  public let name: String
  /// At tree level, kinetic mixing included.
  public let charges: FermionCharges
  /// g for a coupling of one on the axis: e for a kinetic mixing, 1 for a gauge coupling.
  public let gaugeCouplingPerAxis: Double
  /// The share of the charges that comes from kinetic mixing with hypercharge, as a multiple of the electric charge: epsilon e/g. It brings mixing with the Z.
  public let kineticPart: Double
  /// Mixing with the photon through loops of charged leptons.
  public let leptonLoops: LeptonLoopMixing
  /// Whether each charged neutrino has a light right-handed partner of the same charge.
  public let hasRightHandedNeutrinos: Bool
  /// Width into states that no detector sees, over g^2 m: 1/(12 pi) for a light Dirac fermion of charge one.
  public let invisibleWidth: Double
  /// Which published pion form factor the two-pion width uses.
  public let pionFormFactor: PionFormFactor
  /// Whether pi0 -> gamma X has the pi0 as a point or with vector-meson dominance.
  public let pionTransition: PionTransition

  public init(
    name: String, charges: FermionCharges, gaugeCouplingPerAxis: Double, kineticPart: Double = 0, leptonLoops: LeptonLoopMixing = .none,
    hasRightHandedNeutrinos: Bool = false, invisibleWidth: Double = 0, pionFormFactor: PionFormFactor = .dualTower,
    pionTransition: PionTransition = .pointLike
  ) {
    self.name = name
    self.charges = charges
    self.gaugeCouplingPerAxis = gaugeCouplingPerAxis
    self.kineticPart = kineticPart
    self.leptonLoops = leptonLoops
    self.hasRightHandedNeutrinos = hasRightHandedNeutrinos
    self.invisibleWidth = invisibleWidth
    self.pionFormFactor = pionFormFactor
    self.pionTransition = pionTransition
  }

  /// BC1: L = -(epsilon e) A'_mu J_em^mu below the Z mass, axis epsilon (arXiv:1901.09966).
  public static let darkPhoton = VectorPortal(
    name: "dark-photon", charges: .electric, gaugeCouplingPerAxis: NaturalUnits.electricCharge, kineticPart: 1)

  /// L = g Z'_mu J_{B-L}^mu with three light left-handed neutrinos, axis g.
  public static let bMinusL = VectorPortal(name: "b-minus-l", charges: .bMinusL, gaugeCouplingPerAxis: 1)

  /// L = g Z'_mu J^mu of L_mu - L_tau with its lepton loops, axis g.
  public static let lMuMinusLTau = VectorPortal(
    name: "l-mu-minus-l-tau", charges: .leptonDifference(muon: 1, tau: -1), gaugeCouplingPerAxis: 1, leptonLoops: .running)

  /// Charge of charged leptons under a boson that reaches them by one loop only, e^2/(4 pi)^2: the size, not a prediction (convention of arXiv:1801.04847).
  static let oneLoopEstimate = NaturalUnits.electricCharge * NaturalUnits.electricCharge / (16 * .pi * .pi)

  /// The kinetic mixing for which a dark photon couples to the electron as strongly as this boson does at tree level, at a coupling of one on its axis.
  public var electronMixingPerAxis: Double { gaugeCouplingPerAxis * abs(charges.electron) / NaturalUnits.electricCharge }

  /// The same with lepton loops at q^2 = `mass`^2 (GeV): what on-shell production by electrons and decay to them see.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` when the loops do not add up to a finite number.
  public func electronMixingPerAxis(mass: Double) throws -> Double {
    let couplings = try VectorCouplings(self, mass: mass)
    return gaugeCouplingPerAxis * couplings.charged(charges.electron).vector.squareRoot() / NaturalUnits.electricCharge
  }

  /// The charges without kinetic mixing: those that loops of leptons see.
  var directCharges: FermionCharges { kineticPart == 0 ? charges : charges.adding(electric: -kineticPart) }

  /// Whether the boson couples to electrons, at tree level or through lepton loops.
  public var couplesToElectrons: Bool { charges.electron != 0 || (leptonLoops != .none && charges.hasLeptonDifference) }

  /// Whether every charge is the same multiple of the electric charge, neutrinos and invisible states included: then the boson mixes with the photon in a medium.
  public var isElectromagnetic: Bool {
    charges == FermionCharges.electric.scaled(by: -charges.electron) && charges.electron != 0 && invisibleWidth == 0 && leptonLoops == .none
  }
}

/// The pi0 in pi0 -> gamma X.
public enum PionTransition: String, Sendable, Hashable, CaseIterable {
  /// Form factor one: 4 % below the measured rate at m = 0.1 GeV.
  case pointLike = "point-like"
  /// rho and omega poles.
  case vectorDominance = "vector-dominance"
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

  /// Baryon number.
  public static let baryonNumber = FermionCharges(
    electron: 0, muon: 0, tau: 0, electronNeutrino: 0, muonNeutrino: 0, tauNeutrino: 0,
    up: 1.0 / 3, down: 1.0 / 3, strange: 1.0 / 3, charm: 1.0 / 3, bottom: 1.0 / 3, top: 1.0 / 3)

  /// A sum of lepton numbers, each with its neutrino.
  public static func leptonDifference(electron: Double = 0, muon: Double = 0, tau: Double = 0) -> FermionCharges {
    FermionCharges(
      electron: electron, muon: muon, tau: tau, electronNeutrino: electron, muonNeutrino: muon, tauNeutrino: tau,
      up: 0, down: 0, strange: 0, charm: 0, bottom: 0, top: 0)
  }

  /// Every charge times `factor`.
  public func scaled(by factor: Double) -> FermionCharges { map(self) { charge, _ in factor * charge } }

  /// Every charge plus `factor` times the electric charge.
  public func adding(electric factor: Double) -> FermionCharges { map(.electric) { charge, electric in charge + factor * electric } }

  func map(_ other: FermionCharges, _ f: (Double, Double) -> Double) -> FermionCharges {
    FermionCharges(
      electron: f(electron, other.electron), muon: f(muon, other.muon), tau: f(tau, other.tau),
      electronNeutrino: f(electronNeutrino, other.electronNeutrino), muonNeutrino: f(muonNeutrino, other.muonNeutrino),
      tauNeutrino: f(tauNeutrino, other.tauNeutrino), up: f(up, other.up), down: f(down, other.down), strange: f(strange, other.strange),
      charm: f(charm, other.charm), bottom: f(bottom, other.bottom), top: f(top, other.top))
  }

  /// Whether charged leptons differ in charge: loops of them then mix the boson with the photon by a finite amount.
  var hasLeptonDifference: Bool { electron != muon || muon != tau }
  /// Whether no quark is charged.
  var areQuarksNeutral: Bool { [up, down, strange, charm, bottom, top].allSatisfy { $0 == 0 } }
  /// Whether the light quarks' charges are `factor` times the electric ones; `nil` when they are not proportional to them.
  var lightQuarkMixing: Double? {
    let factor = up / Self.electric.up
    return [(down, Self.electric.down), (strange, Self.electric.strange)].allSatisfy { abs($0.0 - factor * $0.1) <= 1e-12 * abs(factor) } ? factor : nil
  }
}
