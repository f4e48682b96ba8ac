import Foundation
import Numerics
import Units

extension ScalarPortal: ParticlePhysics {
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths { try ScalarDecay(self).widths(mass: mass, coupling: coupling) }

  /// From 2 GeV the span of two orders for gluons, the two lowest up to 2 m_D, the two highest from 2 m_B, joined in between as the default is, each with mu = m/2, m and 2 m.
  /// Below 2 GeV the span of the treatments ``HadronTreatment/dispersive``, ``HadronTreatment/omnes`` and ``HadronTreatment/tabulated``, each with its remainder fixed by each of
  /// those six widths at 2 GeV and widened by the 10 % of reading the figure. From 1.6 to 2 GeV this goes over to the widths themselves, so that the band has no step.
  public func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>? {
    let own = try widths(mass: mass, coupling: coupling).width("hadrons")
    guard own > 0 else { return nil }
    let sinTheta = couplings(coupling).sinTheta
    let square = sinTheta * sinTheta
    var values = [own]
    if mass >= ScalarInputs.partonic.value {
      values += try PartonicScalarWidths.shared().spread(mass).map { square * $0 }
    } else {
      for treatment in [HadronTreatment.dispersive, .omnes, .tabulated] {
        values += try ScalarHadrons.shared(treatment, .joined).spread(mass).map { square * $0 }
      }
    }
    return (values.min() ?? own)...(values.max() ?? own)
  }

  /// Empty without Higgs mixing: what a scalar that couples to single particles is made from depends on the experiment.
  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    try ScalarDecay(self).check(mass: mass, coupling: coupling)
    let sinTheta = couplings(coupling).sinTheta
    guard sinTheta != 0 else { return [] }
    let square = sinTheta * sinTheta
    let calculation = try ScalarProduction.shared()
    var channels: [ProductionChannel] = []
    func add(_ parent: String, _ products: String, _ branchingRatio: Double) {
      if branchingRatio > 0 { channels.append(ProductionChannel(parent: parent, name: "\(parent) -> \(products)", branchingRatio: branchingRatio)) }
    }
    let bottoms = [
      (name: "B+", mass: MesonInputs.bPlus.value, width: MesonInputs.bPlusWidth.value, charge: "+"),
      (name: "B0", mass: MesonInputs.bZero.value, width: MesonInputs.bZeroWidth.value, charge: "0"),
    ]
    for parent in bottoms {
      for state in StrangeState.all(charged: parent.charge == "+") {
        add(
          parent.name, "\(state.name)\(parent.charge) S", square * calculation.bottomWidth(state, parent: parent.mass, q2: mass * mass) / parent.width)
      }
    }
    add("K+", "pi+ S", square * calculation.chargedKaonWidth(mass: mass) / MesonInputs.chargedKaonWidth.value)
    let neutral = calculation.neutralKaonWidths(mass: mass)
    add("K_L", "pi0 S", square * neutral.long / MesonInputs.kLongWidth.value)
    add("K_S", "pi0 S", square * neutral.short / MesonInputs.kShortWidth.value)
    let upsilon = ScalarProduction.quarkoniumRatio(meson: ScalarProductionInputs.upsilon.value, mass: mass)
    add("Upsilon(1S)", "gamma S", square * ScalarProductionInputs.upsilonToElectrons.value * upsilon)
    add("J/psi", "gamma S", square * ScalarProductionInputs.jPsiToElectrons.value * ScalarProduction.quarkoniumRatio(meson: MesonInputs.jPsi.value, mass: mass))
    if let higgsToPair, let lambda = quarticCoupling(mass: mass) {
      add("h", "S S", higgsToPair)
      for parent in bottoms {
        for state in StrangeState.all(charged: parent.charge == "+").prefix(2) {
          let width = calculation.bottomPairWidth(state, parent: parent.mass, mass: mass)
          add(parent.name, "\(state.name)\(parent.charge) S S", lambda * lambda * width / parent.width)
        }
      }
    }
    return try ProductionChannel.checked(channels, coupling: coupling)
  }

  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    try ScalarDecay(self).check(mass: mass, coupling: coupling)
    let (sinTheta, free) = couplings(coupling)
    let v = ElectroweakInputs.higgsVacuum
    var quantities: [DerivedQuantity] = []
    if sinTheta != 0 {
      quantities.append(DerivedQuantity("sin_theta", sinTheta, "sine of the mixing angle with the Higgs boson"))
      quantities.append(DerivedQuantity("sin2_theta", sinTheta * sinTheta, "its square"))
      quantities.append(DerivedQuantity("theta", asin(sinTheta), unit: "rad", "the mixing angle"))
      let nucleon = sinTheta * PhysicalConstants.protonMass.value * ScalarInputs.nucleonFraction.value / v
      quantities.append(DerivedQuantity("g_nucleon", nucleon, "coupling to a nucleon at zero momentum, f_N m_N sin theta/v"))
    }
    let electron = sinTheta * PhysicalConstants.electronMass.value / v + free.electron
    let muon = sinTheta * PhysicalConstants.muonMass.value / v + free.muon
    if electron != 0 { quantities.append(DerivedQuantity("g_e", electron, "coupling to the electron, L = -g_e S ebar e")) }
    if muon != 0 { quantities.append(DerivedQuantity("g_mu", muon, "coupling to the muon")) }
    if free.nucleon != 0 { quantities.append(DerivedQuantity("g_N", free.nucleon, "coupling to a nucleon")) }
    if free.photon != 0 { quantities.append(DerivedQuantity("g_gamma", free.photon, unit: "1/GeV", "coupling to photons, L = (g_gamma/4) S F F")) }
    let kappa = FreeScalarCouplings.gravitationalUnit
    if free.photon != 0 { quantities.append(DerivedQuantity("d_e", free.photon / kappa, "dilaton-like coupling to photons, g_gamma/sqrt(4 pi G_N)")) }
    if electron != 0 {
      let dilaton = electron / (kappa * PhysicalConstants.electronMass.value)
      quantities.append(DerivedQuantity("d_me", dilaton, "dilaton-like coupling to the electron mass, g_e/(m_e sqrt(4 pi G_N))"))
    }
    if let lambda = quarticCoupling(mass: mass), let higgsToPair {
      quantities.append(DerivedQuantity("lambda", lambda, "quartic coupling of -lambda S^2 H^dagger H that gives BR(h -> S S)"))
      quantities.append(DerivedQuantity("br_h_ss", higgsToPair, "branching ratio of h -> S S"))
    }
    return quantities
  }

  public var listedFinalStates: [String] {
    [
      "e+ e-", "mu+ mu-", "tau+ tau-", "gamma gamma", "hadrons", "pi pi", "pi+ pi-", "pi0 pi0", "K+ K-", "K0 K0bar", "g g", "s sbar", "c cbar", "b bbar",
      "W+ W-", "Z Z",
    ]
  }
  public var inputs: [Input] { mixingPerAxis != 0 ? ScalarInputs.all + ScalarProductionInputs.all : ScalarInputs.freeCouplings }

  /// lambda from BR = Gamma_SS/(Gamma_h + Gamma_SS), Gamma_SS = lambda^2 v^2/(8 pi m_h) sqrt(1 - 4 m^2/m_h^2); `nil` without a quartic coupling or for m >= m_h/2.
  public func quarticCoupling(mass: Double) -> Double? {
    let higgs = ElectroweakInputs.higgsMass.value
    guard let ratio = higgsToPair, ratio > 0, ratio < 1, 2 * mass < higgs else { return nil }
    let velocity = (1 - 4 * mass * mass / (higgs * higgs)).squareRoot()
    let width = ElectroweakInputs.higgsWidth.value * ratio / (1 - ratio)
    return (width * 8 * .pi * higgs / velocity).squareRoot() / ElectroweakInputs.higgsVacuum
  }
}
