import Units

/// Elastic scattering of chi through the mediator.
///
/// sigma = 16 pi alpha alpha_D epsilon^2 mu^2/(m_A'^2 + q^2)^2, mu the reduced mass (Dirac and complex scalar; a pseudo-Dirac pair without splitting). With a
/// splitting the elastic process is absent at tree level, and for a Majorana particle it is suppressed by v^2: neither gets a number here.
public struct DarkMatterScattering: Sendable, Hashable {
  public let current: DarkCurrent
  /// Mass of the mediator in GeV.
  public let mediator: Double
  public let epsilon: Double

  public init(current: DarkCurrent, mediator: Double, epsilon: Double) {
    self.current = current
    self.mediator = mediator
    self.epsilon = epsilon
  }

  /// Cross section in GeV^-2 on a target of mass `target` in GeV and charge e at momentum transfer `momentum` in GeV.
  public func crossSection(target: Double, momentum: Double) -> Double {
    let reduced = current.mass * target / (current.mass + target)
    let scale = mediator * mediator + momentum * momentum
    return 16 * .pi * PhysicalConstants.fineStructure.value * current.alphaD * (epsilon * reduced / scale) * (epsilon * reduced / scale)
  }

  /// sigma_e at q = alpha m_e and sigma_p at q = 0, in cm^2.
  func derivedQuantities() -> [DerivedQuantity] {
    guard current.nature != .majorana, current.splitting == 0 else { return [] }
    let electron = PhysicalConstants.electronMass.value
    let squareCentimetre = NaturalUnits.centimetre * NaturalUnits.centimetre
    let onElectron = crossSection(target: electron, momentum: PhysicalConstants.fineStructure.value * electron)
    let onProton = crossSection(target: PhysicalConstants.protonMass.value, momentum: 0)
    return [
      DerivedQuantity("sigma_e", onElectron / squareCentimetre, unit: "cm2", "reference cross section on a free electron at q = alpha m_e"),
      DerivedQuantity("sigma_p", onProton / squareCentimetre, unit: "cm2", "cross section on a free proton at q = 0"),
    ]
  }
}
