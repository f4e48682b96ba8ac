import Units

/// Annihilation of the dark pair into Standard Model states through the mediator, as v_rel -> 0.
///
/// With s = (m_1 + m_2)^2 and Gamma_f the width of a dark photon of mass sqrt(s) into f:
/// Dirac, and chi1 chi2 of a pseudo-Dirac pair: sigma v = 12 pi alpha_D sqrt(s) Gamma_f/D;
/// complex scalar and Majorana: sigma v = v^2 2 pi alpha_D sqrt(s) Gamma_f/D;
/// D = (s - m_A'^2)^2 + s Gamma_vis(sqrt s)^2. The dark pair does not contribute to the width in D: at its own threshold it is closed. So D stays finite on the
/// resonance, and off it the width changes nothing (order epsilon^4 alpha^2). Annihilation into two mediators (m_A' < m_chi) is not part of these numbers.
/// sigma v is that of one chi with one chibar; half of it is the average over a symmetric Dirac population.
public struct DarkMatterAnnihilation: Sendable, Hashable {
  public let current: DarkCurrent
  /// Mass of the mediator in GeV.
  public let mediator: Double
  public let epsilon: Double

  public init(current: DarkCurrent, mediator: Double, epsilon: Double) {
    self.current = current
    self.mediator = mediator
    self.epsilon = epsilon
  }

  /// Whether the rate begins with v^2.
  public var isPWave: Bool { current.nature == .complexScalar || current.nature == .majorana }

  /// sigma v (s-wave) or its coefficient of v^2 (p-wave) in GeV^-2 for a width of the mediator at mass sqrt(s) into the final state, and one into everything.
  func rate(partial: Double, total: Double) -> Double {
    let energy = current.threshold
    let distance = (energy - mediator) * (energy + mediator)
    let denominator = distance * distance + energy * energy * total * total
    guard denominator > 0 else { return 0 }
    return (isPWave ? 2 : 12) * Double.pi * current.alphaD * energy * partial / denominator
  }

  /// The rates by channel; the inclusive one where the visible widths are computed at twice the mass of chi.
  func derivedQuantities() throws -> [DerivedQuantity] {
    let energy = current.threshold
    let visible: DecayWidths
    do { visible = try VectorDecay(.darkPhoton).widths(mass: energy, coupling: epsilon) } catch ModelError.outsideValidity { return [] }
    let electrons = visible.width("e+ e-")
    let suffix = isPWave ? "_over_v2" : ""
    let what = isPWave ? "coefficient of v^2 in sigma v" : "sigma v at v -> 0"
    func quantities(_ key: String, _ value: Double, _ meaning: String) -> [DerivedQuantity] {
      [
        DerivedQuantity(key, value, unit: "GeV^-2", meaning),
        DerivedQuantity("\(key)_cm3_s", value * Self.cubicCentimetresPerSecond, unit: "cm3/s", meaning),
      ]
    }
    var list: [DerivedQuantity] = []
    if isPWave {
      let massless = electrons > 0 ? PhysicalConstants.fineStructure.value * epsilon * epsilon * energy / 3 : 0
      list += quantities("sigmav_ee_over_v2", rate(partial: massless, total: visible.total), "coefficient of v^2 in sigma v into e+ e-, massless electrons")
      list += quantities("sigmav_ee_over_v2_with_me", rate(partial: electrons, total: visible.total), "the same with the electron mass")
    } else {
      list += quantities("sigmav_ee", rate(partial: electrons, total: visible.total), "sigma v into e+ e- at v -> 0")
    }
    list += quantities("sigmav_total\(suffix)", rate(partial: visible.total, total: visible.total), "\(what), all Standard Model states")
    return list
  }

  /// 1 GeV^-2 in cm^3/s.
  static let cubicCentimetresPerSecond = NaturalUnits.second / (NaturalUnits.centimetre * NaturalUnits.centimetre * NaturalUnits.centimetre)
}
