import Foundation
import Numerics
import Plasma
import Portals
import Units

/// Dark photons that leave the Sun: spectrum, luminosity and optical depth, transverse and longitudinal, resonant and off-resonant from one integral.
///
/// Per mode of energy omega and momentum k, with the full in-medium propagator (1305.2920; derivation in docs/constraints/sun.md),
///
///     dL/domega = Int 4 pi r^2 dr (1/2 pi^2) k omega^2 (2 T + L)/(e^{omega/T} - 1)
///     T = eps^2 m^4 Gamma/[(m^2 - Re Pi_T)^2 + (omega Gamma)^2],   L = eps^2 m^2 omega^2 Gamma/[(omega^2 - omega_L^2)^2 + (omega Gamma)^2]
///
/// Re Pi_T = omega_p^2 (1 + v*^2 k^2/5 omega^2), omega_L^2 = omega_p^2 (1 + 3 v*^2 k^2/5 omega^2): Braaten-Segel to first order in v*^2 = 5T/m_e.
/// The radial integral runs cell by cell with ``Plasma/LorentzianCell``, which is exact for a resonance of any width. First order in eps^2; gravitational
/// redshift (2e-6) left out.
public struct SolarEmission: Sendable {
  /// Luminosity by polarisation.
  public struct Luminosity: Sendable, Hashable {
    /// Both transverse states together and the longitudinal one, in erg/s.
    public let transverse, longitudinal: Double
    /// Particles per second in each.
    public let transverseNumber, longitudinalNumber: Double
    /// erg/s in all.
    public var total: Double { transverse + longitudinal }
    /// Over the nominal solar luminosity.
    public var overSolar: Double { total / PhysicalConstants.solarLuminosity.value }
  }

  /// One point of the spectrum at the surface.
  public struct SpectrumPoint: Sendable, Hashable {
    /// Energy in GeV.
    public let energy: Double
    /// dL/domega in erg/s/keV by polarisation.
    public let transverse, longitudinal: Double
    /// dL/domega in erg/s/keV.
    public var luminosityPerEnergy: Double { transverse + longitudinal }
    /// dN/domega in 1/s/keV.
    public var numberPerEnergy: Double { luminosityPerEnergy * NaturalUnits.erg / energy }
  }

  public let portal: VectorPortal
  public let model: SolarModel
  private let damping: SolarDamping
  private let gauss = GaussLegendre(order: 12)
  /// For every cell, mean slope of omega_p^2 against r^2 over its slope at the two ends: turns a numerator per r^2 into one per detuning, so that a resonance
  /// feels the slope where it sits and not the cell's mean.
  private let stretch: [(inner: Double, outer: Double)]

  private static let sharedDamping = Result { SolarDamping(layers: try SolarModel.standard.layers) }

  /// Emission from the standard Sun; its table of damping rates is computed once per process.
  public init(_ portal: VectorPortal) throws {
    self.portal = portal
    model = try SolarModel.standard
    damping = try SolarEmission.sharedDamping.get()
    stretch = SolarEmission.stretch(of: model.layers)
  }

  public init(_ portal: VectorPortal, model: SolarModel) {
    self.portal = portal
    self.model = model
    damping = SolarDamping(layers: model.layers)
    stretch = SolarEmission.stretch(of: model.layers)
  }

  /// The luminosity in the particle at `mass` (GeV) and `coupling` (on the portal's axis).
  ///
  /// - Throws: ``Numerics/NumericsError/domain(label:reason:)`` unless mass and coupling are finite and above zero.
  public func luminosity(mass: Double, coupling: Double) throws -> Luminosity {
    try checkDomain(mass, coupling)
    let mixing = portal.electronMixingPerAxis * coupling
    var sums = (0.0, 0.0, 0.0, 0.0)
    let panels = momentumPanels(mass: mass)
    for (low, high) in zip(panels, panels.dropFirst()) {
      for (k, weight) in gauss.mapped(from: low, to: high) {
        let omega = (mass * mass + k * k).squareRoot()
        let (t, l) = spectralDensity(energy: omega, momentum: k, mass: mass)
        let measure = weight * k / omega
        sums.0 += measure * t
        sums.1 += measure * l
        sums.2 += measure * t / omega
        sums.3 += measure * l / omega
      }
    }
    let scale = mixing * mixing
    let power = scale / NaturalUnits.ergPerSecond
    let number = scale * NaturalUnits.second
    return Luminosity(transverse: sums.0 * power, longitudinal: sums.1 * power, transverseNumber: sums.2 * number, longitudinalNumber: sums.3 * number)
  }

  /// The spectrum at the solar surface at the given energies (GeV).
  ///
  /// - Throws: ``Numerics/NumericsError/domain(label:reason:)`` unless mass and coupling are finite and above zero. Energies at or below the mass give zero.
  public func spectrum(mass: Double, coupling: Double, energies: [Double]) throws -> [SpectrumPoint] {
    try checkDomain(mass, coupling)
    let mixing = portal.electronMixingPerAxis * coupling
    // GeV^2/GeV -> erg/s/keV.
    let unit = mixing * mixing / NaturalUnits.ergPerSecond * NaturalUnits.kiloElectronvolt
    return energies.map { omega in
      guard omega > mass, omega < 1 else { return SpectrumPoint(energy: omega, transverse: 0, longitudinal: 0) }
      let k = ((omega - mass) * (omega + mass)).squareRoot()
      let (t, l) = spectralDensity(energy: omega, momentum: k, mass: mass)
      return SpectrumPoint(energy: omega, transverse: t * unit, longitudinal: l * unit)
    }
  }

  /// Optical depths at a coupling of one from the centre to the surface for energy `omega` (GeV) above the mass: Int dr (omega/k) Gamma_abs of each polarisation, reduced by
  /// stimulated emission. A particle is trapped where coupling^2 times this exceeds one.
  public func opticalDepth(mass: Double, energy omega: Double) -> (transverse: Double, longitudinal: Double) {
    let k = ((omega - mass) * (omega + mass)).squareRoot()
    let mixing = portal.electronMixingPerAxis
    let (t, l) = radialSums(energy: omega, momentum: k, mass: mass, perArea: false) { _, rate in rate }
    let perLength = omega / k * mixing * mixing
    return (t * perLength * mass * mass * mass * mass, l * perLength * mass * mass * omega * omega)
  }

  // MARK: Integrals

  /// dL/domega at eps = 1, dimensionless times GeV, by polarisation.
  private func spectralDensity(energy omega: Double, momentum k: Double, mass: Double) -> (Double, Double) {
    let phaseSpace = k * omega * omega / (2 * .pi * .pi)
    let (t, l) = radialSums(energy: omega, momentum: k, mass: mass, perArea: true) { layer, rate in
      // 4 pi r^2 dr = 2 pi r d(r^2): in r^2 the plasma frequency is linear at the centre.
      2 * .pi * layer.radius * rate * boseEinstein(omega / layer.temperature)
    }
    let m2 = mass * mass
    return (2 * phaseSpace * m2 * m2 * t, phaseSpace * m2 * omega * omega * l)
  }

  /// Sums over cells of Int numerator/(x^2 + (omega Gamma)^2) with the transverse detuning x = m^2 - Pi_T and the longitudinal one x = omega^2 - omega_L^2.
  private func radialSums(
    energy omega: Double, momentum k: Double, mass: Double, perArea: Bool,
    numerator: (SolarModel.Layer, Double) -> Double
  ) -> (Double, Double) {
    let q2 = (k / omega) * (k / omega) / 5
    let logOmega = log(omega)
    var (transverse, longitudinal) = (0.0, 0.0)
    var previous: (xt: Double, xl: Double, g: Double, s: Double)?
    for index in model.layers.indices {
      let layer = model.layers[index]
      // Beyond e^{-60} nothing is emitted, and nothing is tabulated.
      guard omega < 60 * layer.temperature else { break }
      let rate = damping.rate(layer: index, logReducedEnergy: logOmega - log(layer.temperature))
      let p2 = layer.plasmaFrequency * layer.plasmaFrequency
      let xt = mass * mass - p2 * (1 + layer.electronVelocitySquared * q2)
      let xl = omega * omega - p2 * (1 + 3 * layer.electronVelocitySquared * q2)
      let g = numerator(layer, rate)
      let s = omega * rate
      if let last = previous {
        let inner = model.layers[index - 1].radius
        let length = perArea ? layer.radius * layer.radius - inner * inner : layer.radius - inner
        let numerators = perArea ? (last.g * stretch[index - 1].inner, g * stretch[index - 1].outer) : (last.g, g)
        transverse += LorentzianCell.integral(length: length, x: (last.xt, xt), g: numerators, s: (last.s, s))
        longitudinal += LorentzianCell.integral(length: length, x: (last.xl, xl), g: numerators, s: (last.s, s))
      }
      previous = (xt, xl, g, s)
    }
    return (transverse, longitudinal)
  }

  private static func stretch(of layers: [SolarModel.Layer]) -> [(inner: Double, outer: Double)] {
    let t = layers.map { $0.radius * $0.radius }
    let p2 = layers.map { $0.plasmaFrequency * $0.plasmaFrequency }
    let cells = (1..<layers.count).map { (i: Int) -> Double in (p2[i] - p2[i - 1]) / (t[i] - t[i - 1]) }
    // Slope at a node from its two cells, second order on an uneven grid; one-sided at the ends.
    let nodes = layers.indices.map { i -> Double in
      guard i > 0 else { return cells[0] }
      guard i < cells.count else { return cells[i - 1] }
      let (left, right) = (t[i] - t[i - 1], t[i + 1] - t[i])
      return (cells[i - 1] * right + cells[i] * left) / (left + right)
    }
    return cells.indices.map { i in (inner: cells[i] / nodes[i], outer: cells[i] / nodes[i + 1]) }
  }

  /// Panel edges in momentum: fine where the outer layers (tens of eV) and where the plasma frequency of the centre (the longitudinal edge) matter.
  private func momentumPanels(mass: Double) -> [Double] {
    let centre = model.layers[0]
    let lowest = SolarDamping.reducedRange.lowerBound * centre.temperature
    let floor = mass < lowest ? ((lowest - mass) * (lowest + mass)).squareRoot() : 0
    let greatest = mass + 50 * centre.temperature
    let ceiling = ((greatest - mass) * (greatest + mass)).squareRoot()
    let eV = NaturalUnits.electronvolt
    var edges = [1, 5, 20, 60, 140, 300, 600, 1200, 2500, 4500, 7000, 10_000, 15_000, 25_000, 40_000].map { $0 * eV }
    // Longitudinal resonance at the centre: k^2 = omega_L^2 - m^2, with k^2/omega^2 = 1 - m^2/omega^2 to first order in v*^2.
    let p2 = centre.plasmaFrequency * centre.plasmaFrequency
    let edge2 = p2 * (1 + 0.6 * centre.electronVelocitySquared * max(0, 1 - mass * mass / p2)) - mass * mass
    if edge2 > 0 {
      let edge = edge2.squareRoot()
      edges += [0.8, 0.95, 0.99, 1, 1.01, 1.05, 1.2].map { $0 * edge }
    }
    return [floor] + edges.filter { $0 > floor && $0 < ceiling }.sorted() + [ceiling]
  }

  private func checkDomain(_ mass: Double, _ coupling: Double) throws {
    guard mass.isFinite, mass > 0, coupling.isFinite, coupling > 0 else {
      throw NumericsError.domain(label: "solar emission", reason: "mass \(mass) GeV and coupling \(coupling) must be finite and above zero")
    }
  }
}
