import Units

/// The Higgs boson of a dark U(1), mixed with the Standard Model's and coupled to the dark photon whose mass it gives; the axis is sin theta.
///
/// Decays as a Higgs-mixed scalar, and into dark photons: phi -> A' A', or phi -> A' A'* with kinetic mixing below 2 m_A'.
public struct DarkHiggsPortal: Sendable, Hashable {
  /// alpha_D = g_D^2/(4 pi); phi has charge one.
  public var alphaD: Double
  /// m_A'/m_phi.
  public var massRatio: Double
  /// Kinetic mixing of A' with the photon.
  public var epsilon: Double

  public init(alphaD: Double = 0.1, massRatio: Double = 0.4, epsilon: Double = 1e-3) {
    self.alphaD = alphaD
    self.massRatio = massRatio
    self.epsilon = epsilon
  }

  /// The self-coupling lambda of lambda (|Phi|^2 - v_D^2/2)^2, m_phi^2/(2 v_D^2) = 2 pi alpha_D/massRatio^2.
  public var selfCoupling: Double { 2 * .pi * alphaD / (massRatio * massRatio) }

  /// The decay into dark photons at this mass in GeV.
  public func decay(mass: Double) -> DarkHiggsDecay { DarkHiggsDecay(higgsMass: mass, vectorMass: massRatio * mass, alphaD: alphaD) }
}

extension DarkHiggsPortal: ParticlePhysics {
  /// The widths of the Higgs-mixed scalar, then `A' A'` or `A' A'*`, in GeV.
  ///
  /// - Throws: as the scalar's; ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` for a self-coupling above 4 pi.
  public func widths(mass: Double, coupling: Double) throws -> DecayWidths {
    let scalar = try ScalarPortal.darkScalar.widths(mass: mass, coupling: coupling)
    guard selfCoupling <= 4 * .pi else {
      throw ModelError.outsideValidity(
        quantity: "self-coupling of the dark Higgs boson", value: selfCoupling, allowed: "at most 4 pi",
        reason: "2 pi alpha_D (m_phi/m_A')^2: the dark photon is too light for its Higgs boson")
    }
    guard coupling <= 1 else {
      throw ModelError.outsideValidity(quantity: "sin(theta)", value: coupling, allowed: "at most 1", reason: "a sine")
    }
    let dark = decay(mass: mass)
    let share = (1 - coupling) * (1 + coupling)
    var partials = scalar.partials
    func add(_ name: String, _ width: Double) { if width > 0 { partials.append(DecayWidths.Partial(name, width: share * width)) } }
    add("A' A'", dark.widthToVectors)
    if dark.largestVirtualMass != nil { add("A' A'*", try virtualWidth(dark)) }
    return DecayWidths(mass: mass, coupling: coupling, partials: partials)
  }

  public func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>? {
    try ScalarPortal.darkScalar.hadronicBand(mass: mass, coupling: coupling)
  }

  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] {
    try ScalarPortal.darkScalar.production(mass: mass, coupling: coupling)
  }

  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] {
    _ = try widths(mass: mass, coupling: coupling)
    let vector = massRatio * mass
    let coupled = (4 * Double.pi * alphaD).squareRoot()
    return [
      DerivedQuantity("m_A", vector, unit: "GeV", "mass of the dark photon"),
      DerivedQuantity("g_D", coupled, "dark gauge coupling"),
      DerivedQuantity("v_D", vector / coupled, unit: "GeV", "vacuum expectation value m_A'/g_D"),
      DerivedQuantity("lambda_D", selfCoupling, "self-coupling m_phi^2/(2 v_D^2)"),
    ]
  }

  public var listedFinalStates: [String] { ["A' A'"] + ScalarPortal.darkScalar.listedFinalStates }
  public var inputs: [Input] { ScalarPortal.darkScalar.inputs + VectorDecay.inputs }

  /// phi -> A' A'*, the virtual one into leptons and hadrons.
  private func virtualWidth(_ dark: DarkHiggsDecay) throws -> Double {
    let largest = dark.higgsMass - dark.vectorMass
    guard largest <= InelasticDecay.largestSplitting else {
      throw ModelError.outsideValidity(
        quantity: "m_phi - m_A' in GeV", value: largest, allowed: "at most \(InelasticDecay.largestSplitting)",
        reason: "beyond, virtual dark photons mix with the Z, which is not computed")
    }
    let charge = epsilon * NaturalUnits.electricCharge
    let leptons = [PhysicalConstants.electronMass, PhysicalConstants.muonMass, PhysicalConstants.tauMass].reduce(0) { sum, lepton in
      sum
        + dark.widthToVector(from: 2 * lepton.value) { VectorDecay.leptonicWidth(mass: $0, leptonMass: lepton.value, gaugeCoupling: charge) }
    }
    guard largest > MesonInputs.neutralPion.value else { return leptons }
    return leptons + epsilon * epsilon * (try VirtualPhotonHadrons.shared.get().integral(upTo: largest) { dark.virtualDensity($0) })
  }
}
