import Foundation
import Numerics
import Plasma
import Units

/// The Sun's structure, built here: density and composition from short fits, pressure and temperature from hydrostatic equilibrium, an adiabatic envelope outside.
///
/// Inside 0.9 R: rho(r) and the composition as in ``SolarInputs``; dM/dr = 4 pi r^2 rho and dP/dr = -G M rho/r^2 integrated; T from P and rho for fully ionised matter with
/// first-order degeneracy, Coulomb and radiation corrections. Between 0.9 R and the photosphere: ``ConvectiveEnvelope``.
/// Validity: T within 2.5 % of B16-AGSS09 for r < 0.8 R; within 10 % to 0.98 R; qualitative in the last percent, where convection is not adiabatic.
public struct SolarModel: Sendable {
  /// The state of the plasma on one sphere.
  public struct Layer: Sendable, Hashable {
    /// Radius in 1/GeV.
    public let radius: Double
    /// Radius over the solar radius.
    public let fraction: Double
    /// Temperature in GeV.
    public let temperature: Double
    /// Mass density in GeV^4.
    public let density: Double
    /// Pressure in GeV^4.
    public let pressure: Double
    /// Mass fractions of hydrogen, helium and metals.
    public let hydrogenFraction, heliumFraction, metalFraction: Double
    /// Free electrons, hydrogen nuclei and helium nuclei in GeV^3.
    public let electronDensity, hydrogenDensity, heliumDensity: Double
    /// omega_p in GeV.
    public let plasmaFrequency: Double
    /// v*^2 = 5 T/m_e, the thermal correction of the dispersion.
    public let electronVelocitySquared: Double
    /// kappa in GeV: the Debye-Hueckel scale of electrons and ions.
    public let debyeWavenumber: Double
    /// Hydrogen, helium and the mean metal with their net charges.
    public let plasma: PlasmaState
    /// Mean ions of helium and the metals with their number densities in GeV^3: they absorb photons by ionisation.
    let absorbers: [(ion: AverageIon, density: Double)]

    public static func == (a: Layer, b: Layer) -> Bool { a.radius == b.radius && a.plasma == b.plasma }
    public func hash(into hasher: inout Hasher) { hasher.combine(radius) }
  }

  /// From the centre to the photosphere.
  public let layers: [Layer]
  /// Enclosed mass at the edge of the density fit (0.9 R) over the solar mass: a check, 0.997 in the standard solar model.
  public let enclosedMassFraction: Double
  /// Solar radius in 1/GeV.
  public let radius: Double

  /// Cells of the radial grid inside 0.9 R: the emission changes by less than 0.3 % when doubled.
  public static let standardCells = 300

  /// The standard Sun, computed once per process and shared.
  public static var standard: SolarModel { get throws { try shared.get() } }
  private static let shared = Result { try SolarModel() }

  /// - Parameter cells: cells of the radial grid inside 0.9 R, at least 20; the envelope has its own.
  /// - Throws: ``Numerics/NumericsError`` when the envelope cannot be matched to the interior.
  public init(cells: Int = SolarModel.standardCells) throws {
    guard cells >= 20 else { throw NumericsError.domain(label: "solar model", reason: "\(cells) cells cannot resolve the Sun; at least 20") }
    let surface = PhysicalConstants.solarRadius.value * NaturalUnits.centimetre
    let edge = SolarInputs.densityFitEdge.value * surface
    let outside = SolarModel.composition(fraction: 1)
    let gas = IonisingGas(hydrogen: outside.hydrogen, helium: 1 - outside.hydrogen - outside.metals, metals: outside.metals)
    let mass = PhysicalConstants.solarMass.value * NaturalUnits.gram
    let envelope = try ConvectiveEnvelope(
      gas: gas, surface: surface, edge: edge, edgeDensity: SolarModel.density(fraction: SolarInputs.densityFitEdge.value), mass: mass)
    let edgePressure = envelope.shells.last?.pressure ?? 0
    let interior = SolarModel.hydrostatic(cells: cells, edge: edge, edgePressure: edgePressure, radius: surface)

    let inner = interior.radii.indices.map { i -> Layer in
      let fraction = interior.radii[i] / surface
      let (x, z) = SolarModel.composition(fraction: fraction)
      let rho = SolarModel.density(fraction: fraction)
      return SolarModel.layer(
        radius: interior.radii[i], surface: surface,
        temperature: SolarModel.temperature(pressure: interior.pressures[i], density: rho, hydrogen: x, metals: z),
        density: rho, pressure: interior.pressures[i], hydrogen: x, metals: z,
        electronDensity: rho / PhysicalConstants.atomicMass.value * SolarModel.electronsPerMassUnit(hydrogen: x))
    }
    let outer = envelope.shells.dropLast().reversed().map {
      SolarModel.layer(
        radius: $0.radius, surface: surface, temperature: $0.temperature, density: $0.density, pressure: $0.pressure,
        hydrogen: outside.hydrogen, metals: outside.metals, electronDensity: $0.electronDensity)
    }
    layers = inner + outer
    enclosedMassFraction = interior.mass / mass
    radius = surface
  }

  /// The layers at the given fractions of the solar radius, interpolated between neighbouring layers (logarithmically in density, pressure and temperature).
  ///
  /// - Throws: ``Numerics/NumericsError/domain(label:reason:)`` for a fraction outside 0 to 1.
  public func profile(at fractions: [Double]) throws -> [Layer] {
    try fractions.map { fraction in
      guard fraction >= 0, fraction <= 1 else {
        throw NumericsError.domain(label: "solar profile", reason: "radius \(fraction) R_sun is outside the Sun; allowed: 0 to 1")
      }
      let above = layers.firstIndex { $0.fraction >= fraction } ?? layers.count - 1
      let (a, b) = (layers[max(0, above - 1)], layers[above])
      guard b.fraction > a.fraction else { return b }
      let weight = min(1, (fraction - a.fraction) / (b.fraction - a.fraction))
      func between(_ value: KeyPath<Layer, Double>) -> Double { exp(log(a[keyPath: value]) * (1 - weight) + log(b[keyPath: value]) * weight) }
      return SolarModel.layer(
        radius: fraction * radius, surface: radius, temperature: between(\.temperature), density: between(\.density), pressure: between(\.pressure),
        hydrogen: between(\.hydrogenFraction), metals: between(\.metalFraction), electronDensity: between(\.electronDensity))
    }
  }

  /// Radius over the solar radius where omega_p falls to `frequency` (GeV); `nil` above the centre's and below the photosphere's plasma frequency.
  public func resonanceFraction(plasmaFrequency frequency: Double) -> Double? {
    guard let outer = layers.firstIndex(where: { $0.plasmaFrequency <= frequency }), outer > 0 else { return nil }
    let (a, b) = (layers[outer - 1], layers[outer])
    let weight = log(a.plasmaFrequency / frequency) / log(a.plasmaFrequency / b.plasmaFrequency)
    return a.fraction + weight * (b.fraction - a.fraction)
  }

  // MARK: Building

  /// Mass density in GeV^4 from the fit, r < 0.9 R.
  private static func density(fraction: Double) -> Double {
    // Horner's rule over the powers from 0 to the highest; those not in the fit have coefficient zero.
    exp(densityPolynomial.reversed().reduce(0) { $0 * fraction + $1 }) * NaturalUnits.gramPerCubicCentimetre
  }

  private static let densityPolynomial: [Double] = {
    var dense = [Double](repeating: 0, count: (SolarInputs.densityPowers.max() ?? 0) + 1)
    for (power, coefficient) in zip(SolarInputs.densityPowers, SolarInputs.densityCoefficients) { dense[power] = coefficient.value }
    return dense
  }()

  /// Mass fractions: the fit below the convection zone, which is mixed and keeps more hydrogen because helium and metals have settled out of it.
  private static func composition(fraction: Double) -> (hydrogen: Double, metals: Double) {
    let burnt = SolarInputs.burntHydrogen.value * exp(-pow(fraction / SolarInputs.burningRadius.value, SolarInputs.burningExponent.value))
    let inside = (hydrogen: SolarInputs.radiativeHydrogen.value - burnt, metals: SolarInputs.metallicity.value)
    let x = (1 - SolarInputs.surfaceHelium.value) / (1 + SolarInputs.surfaceMetalsOverHydrogen.value)
    let outside = (hydrogen: x, metals: x * SolarInputs.surfaceMetalsOverHydrogen.value)
    let depth = (SolarInputs.convectionZone.value - fraction) / SolarInputs.settlingWidth.value
    let weight = min(max(depth, 0), 1)
    return (inside.hydrogen * weight + outside.hydrogen * (1 - weight), inside.metals * weight + outside.metals * (1 - weight))
  }

  /// Electrons per atomic mass unit of fully ionised matter: X + Y/2 + Z/2.
  private static func electronsPerMassUnit(hydrogen x: Double) -> Double { x + 0.5 * (1 - x) }

  /// Temperature in GeV at which fully ionised matter has the given pressure: ideal gas, with the first corrections for degenerate electrons
  /// (n_e T n_e lambda^3/(2^{7/2}), lambda = sqrt(2 pi/m_e T)), the Debye-Hueckel interaction (-T kappa^3/24 pi) and radiation (pi^2 T^4/45).
  /// At the solar centre they are +1.9 %, -1.1 % and +0.06 % of the pressure; the next orders are 0.1 %.
  private static func temperature(pressure: Double, density: Double, hydrogen x: Double, metals z: Double) -> Double {
    let nucleon = density / PhysicalConstants.atomicMass.value
    let electrons = nucleon * electronsPerMassUnit(hydrogen: x)
    let ideal = nucleon * (2 * x + 0.75 * (1 - x - z) + 0.5 * z)
    // Sum Z^2 n: hydrogen and helium; metals add 5 % to it, 0.05 % to the pressure.
    let charges = electrons + nucleon * (x + (1 - x - z))
    var temperature = pressure / ideal
    for _ in 0..<6 {
      let kappa = (4 * .pi * NaturalUnits.alpha * charges / temperature).squareRoot()
      let wavelength3 = pow(2 * .pi / (NaturalUnits.electronMass * temperature), 1.5)
      let degenerate = electrons * electrons * wavelength3 / pow(2, 3.5)
      let radiation = .pi * .pi / 45 * temperature * temperature * temperature
      temperature = pressure / (ideal + degenerate - kappa * kappa * kappa / (24 * .pi) + radiation)
    }
    return temperature
  }

  /// Mass outward and pressure inward by Simpson's rule on half steps: fourth order in the cell, 1e-7 here.
  private static func hydrostatic(cells: Int, edge: Double, edgePressure: Double, radius: Double) -> (radii: [Double], pressures: [Double], mass: Double) {
    let halves = 2 * cells
    let h = edge / Double(2 * halves)
    func rho(_ r: Double) -> Double { density(fraction: r / radius) }
    func shell(_ r: Double) -> Double { 4 * .pi * r * r * rho(r) }
    // Enclosed mass at every half cell.
    var masses = [0.0]
    for i in 0..<halves {
      let r = 2 * h * Double(i)
      masses.append(masses[i] + h / 3 * (shell(r) + 4 * shell(r + h) + shell(r + 2 * h)))
    }
    func force(_ i: Int) -> Double {
      let r = 2 * h * Double(i)
      return i == 0 ? 0 : PhysicalConstants.newtonNatural * masses[i] * rho(r) / (r * r)
    }
    var pressures = [Double](repeating: edgePressure, count: cells + 1)
    for cell in stride(from: cells - 1, through: 0, by: -1) {
      pressures[cell] = pressures[cell + 1] + 2 * h / 3 * (force(2 * cell) + 4 * force(2 * cell + 1) + force(2 * cell + 2))
    }
    return ((0...cells).map { 4 * h * Double($0) }, pressures, masses[halves])
  }

  private static func layer(
    radius: Double, surface: Double, temperature: Double, density: Double, pressure: Double, hydrogen x: Double, metals z: Double, electronDensity: Double
  ) -> Layer {
    let nucleon = density / PhysicalConstants.atomicMass.value
    let (protons, alphas) = (nucleon * x, nucleon * (1 - x - z) / 4)
    // Screening and populations see hydrogen and helium as ionised as the free electrons allow.
    let ionized = min(1, electronDensity / (protons + 2 * alphas))
    let light = [IonSpecies(charge: 1, density: protons * ionized), IonSpecies(charge: 2, density: alphas * ionized)]
    let surroundings = PlasmaState(temperature: temperature, electronDensity: electronDensity, ions: light)
    // Abundances relative to each other, scaled to the metal mass fraction.
    let numbers = SolarInputs.metals.map { pow(10, $0.abundance.value) }
    let weight = zip(numbers, SolarInputs.metals).reduce(0) { $0 + $1.0 * $1.1.massNumber }
    let metals = zip(numbers, SolarInputs.metals).map { number, metal in
      (ion: AverageIon(nuclearCharge: metal.charge, in: surroundings), density: nucleon * z * number / weight)
    }
    let helium = (ion: AverageIon(nuclearCharge: 2, in: surroundings), density: alphas)
    // One mean metal for free-free absorption: its Z^2 n is the sum, its charge weighted by Z^2 n.
    let z2 = metals.reduce(0) { $0 + $1.ion.charge * $1.ion.charge * $1.density }
    let z4 = metals.reduce(0) { $0 + pow($1.ion.charge, 4) * $1.density }
    let meanCharge = (z4 / max(z2, .leastNormalMagnitude)).squareRoot()
    let heavy = meanCharge > 0 ? [IonSpecies(charge: meanCharge, density: z2 / (meanCharge * meanCharge))] : []
    let plasma = PlasmaState(temperature: temperature, electronDensity: electronDensity, ions: light + heavy)
    let polarization = plasma.polarization
    return Layer(
      radius: radius, fraction: radius / surface, temperature: temperature, density: density, pressure: pressure,
      hydrogenFraction: x, heliumFraction: 1 - x - z, metalFraction: z, electronDensity: electronDensity, hydrogenDensity: protons, heliumDensity: alphas,
      plasmaFrequency: polarization.plasmaFrequency, electronVelocitySquared: polarization.electronVelocity * polarization.electronVelocity,
      debyeWavenumber: plasma.debyeWavenumberSquared.squareRoot(), plasma: plasma, absorbers: [helium] + metals)
  }
}
