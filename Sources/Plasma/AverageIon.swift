import Foundation
import Units

/// The mean ion of one element in a plasma: how many electrons stay in each shell, how deep they sit, and how they absorb photons.
///
/// Average-atom model: hydrogenic shells n = 1, 2, 3 with Slater's screening constants (Phys. Rev. 36, 57), continuum lowered after Stewart & Pyatt, every state
/// filled with the Fermi probability 1/(1 + e^{-chi/T}/z) at the electrons' fugacity z, solved self-consistently. It replaces the detailed term structure of
/// opacity tables: populations of single ion stages are smeared, and lines (bound-bound) are left out. Against full opacities the bound-free part is good
/// to about a factor 1.5; it is 10-40 % of the damping rate of the solar core above 1 keV.
public struct AverageIon: Sendable {
  /// One shell with its mean occupation.
  public struct Shell: Sendable, Hashable {
    public let principal: Int
    /// Nuclear charge left after screening.
    public let effectiveCharge: Double
    /// Mean number of electrons.
    public let electrons: Double
    /// Binding energy of the isolated ion in GeV.
    public let bindingEnergy: Double
    /// Energy in GeV above which a photon lifts an electron into the lowered continuum.
    public let threshold: Double

    public init(principal: Int, effectiveCharge: Double, electrons: Double, bindingEnergy: Double, threshold: Double) {
      self.principal = principal
      self.effectiveCharge = effectiveCharge
      self.electrons = electrons
      self.bindingEnergy = bindingEnergy
      self.threshold = threshold
    }
  }

  public let nuclearCharge: Double
  public let shells: [Shell]
  /// Net charge of the mean ion.
  public let charge: Double

  /// - Parameters:
  ///   - nuclearCharge: Z of the element.
  ///   - plasma: surroundings; only temperature, electron density and screening enter.
  public init(nuclearCharge z: Double, in plasma: PlasmaState) {
    let temperature = plasma.temperature
    let kappa = plasma.debyeWavenumberSquared.squareRoot()
    let meanCharge = plasma.squaredChargeDensity / max(plasma.electronDensity, .leastNormalMagnitude)
    var electrons = [0.0, 0.0, 0.0]
    var found: [Shell] = []
    // Damped fixed-point iteration: occupations change each other only through screening, and settle to 1e-3 in a dozen steps.
    for step in 0..<16 {
      let ionCharge = max(0, z - electrons.reduce(0, +))
      let lowering = AverageIon.continuumLowering(ionCharge: min(z, ionCharge + 1), meanCharge: meanCharge, kappa: kappa, temperature: temperature)
      found = (1...3).map { n in
        let capacity = Double(2 * n * n)
        let inner = electrons.prefix(max(0, n - 2)).reduce(0, +)
        let below = n > 1 ? electrons[n - 2] : 0
        let same = electrons[n - 1] * (1 - 1 / capacity)
        let screened = max(z - inner - PlasmaInputs.slaterInner.value * below - (n == 1 ? PlasmaInputs.slaterK : PlasmaInputs.slaterSame).value * same, 0.05)
        let binding = NaturalUnits.rydberg * screened * screened / Double(n * n)
        let threshold = binding - lowering
        let filled = threshold > 0 ? capacity / (1 + exp(-threshold / temperature) / plasma.electronFugacity) : 0
        let mixed = step == 0 ? filled : 0.5 * (filled + electrons[n - 1])
        return Shell(principal: n, effectiveCharge: screened, electrons: mixed, bindingEnergy: binding, threshold: max(threshold, 0))
      }
      electrons = AverageIon.atMost(z, found.map(\.electrons))
    }
    nuclearCharge = z
    shells = zip(found, electrons).map {
      Shell(principal: $0.principal, effectiveCharge: $0.effectiveCharge, electrons: $1, bindingEnergy: $0.bindingEnergy, threshold: $0.threshold)
    }
    charge = max(0, z - electrons.reduce(0, +))
  }

  /// Photo-ionisation cross-section in 1/GeV^2 of the mean ion at photon energy `omega` (GeV): its shells' electrons times their hydrogenic cross-sections.
  public func photoionization(energy omega: Double) -> Double {
    shells.reduce(0) { sum, shell in
      guard shell.electrons > 1e-12, omega > shell.threshold, shell.threshold > 0 else { return sum }
      return sum + shell.electrons * AverageIon.hydrogenicCrossSection(energy: omega, shell: shell)
    }
  }

  /// Cross-section in 1/GeV^2 per electron. n = 1: Stobbe's exact hydrogenic result (2^9 pi^2/3) alpha a_0^2 Z^-2 (I/omega)^4 e^{-4 xi arccot xi}/(1 - e^{-2 pi xi}),
  /// xi = (omega/I - 1)^{-1/2}; n > 1: Kramers, (64 pi alpha a_0^2/3 sqrt3)(n/Z^2)(I/omega)^3, Gaunt factor 1 (0.8-1.1 within a factor 10 of threshold).
  /// Between the lowered threshold and I the threshold value is continued as omega^{-8/3}, the slope just above it.
  package static func hydrogenicCrossSection(energy omega: Double, shell: Shell) -> Double {
    let area = NaturalUnits.alpha * NaturalUnits.bohrRadius * NaturalUnits.bohrRadius / (shell.effectiveCharge * shell.effectiveCharge)
    let ratio = shell.bindingEnergy / omega
    guard shell.principal == 1 else {
      return 64 * .pi / (3 * 3.0.squareRoot()) * Double(shell.principal) * area * ratio * ratio * ratio
    }
    let prefactor = 512 * Double.pi * Double.pi / 3 * area
    guard ratio < 1 else { return prefactor * exp(-4) * pow(ratio, 8.0 / 3) }
    let xi = 1 / (1 / ratio - 1).squareRoot()
    return prefactor * pow(ratio, 4) * exp(-4 * xi * atan(1 / xi)) / -expm1(-2 * .pi * xi)
  }

  /// Lowering of the continuum in GeV for an ion of charge `ionCharge` (after ionisation): Stewart & Pyatt, ApJ 144, 1203, as
  /// (T/2(Z*+1)) {[3(Z*+1) z alpha kappa/T + 1]^{2/3} - 1}, below both the Debye and the ion-sphere value.
  package static func continuumLowering(ionCharge: Double, meanCharge: Double, kappa: Double, temperature: Double) -> Double {
    let weight = meanCharge + 1
    return temperature / (2 * weight) * (pow(3 * weight * ionCharge * NaturalUnits.alpha * kappa / temperature + 1, 2.0 / 3) - 1)
  }

  /// Occupations cut so that no more than `total` electrons are bound, the outermost shell giving way first.
  private static func atMost(_ total: Double, _ electrons: [Double]) -> [Double] {
    var left = total
    return electrons.map { n in
      let kept = min(n, left)
      left -= kept
      return kept
    }
  }
}
