import Foundation
import Likelihoods
import Numerics
import Units

/// How the probability to leave the star is taken.
public enum OpticalDepthRule: String, Sendable, CaseIterable {
  case radial
  case angleAveraged = "angle-averaged"

  public static let variant = Variant(
    "sn1987a.optical-depth",
    options: [
      Variant.Option(OpticalDepthRule.radial.rawValue, "optical depth along the radius outward, as arXiv:1611.03864"),
      Variant.Option(OpticalDepthRule.angleAveraged.rawValue, "escape probability averaged over all directions of emission"),
    ])
}

/// Energy that dark photons of one mass carry away from one proto-neutron star, as a function of the kinetic mixing.
///
/// L = Int_{r < R_nu} dV Int d^3k/(2 pi)^3 omega Gamma'_prod e^(-tau), Gamma' = eps_m^2 Gamma (arXiv:1611.03864), summed over two transverse and one longitudinal
/// mode; tau = Int dr (Gamma'_abs - Gamma'_prod)/v from the place of emission to ``SupernovaInputs/farRadius``. No redshift (lapse 0.86 at the centre: omitted).
public struct DarkPhotonLuminosity: Sendable {
  /// Mass in GeV.
  public let mass: Double
  public let profileName: String
  /// Radius of the neutrinosphere in km: only what is produced inside counts.
  public let neutrinosphereKilometres: Double
  /// Plasma frequency at the centre in GeV.
  public let centralPlasmaFrequency: Double
  /// Energy in GeV where a transparent star emits most for each unit of ln(momentum).
  public let peakEnergy: Double
  /// Radius in km at which Re Pi_T = m^2 at ``peakEnergy`` (outermost crossing); `nil` when the mass is above every plasma frequency or resonance lies outside the grid.
  public let resonanceRadiusKilometres: Double?
  /// Luminosity over eps^2 of a transparent star in erg/s, by polarisation.
  public let transparentTransverse, transparentLongitudinal: Double
  /// Emission-weighted radial optical depth over eps^2 at ``peakEnergy``.
  private let peakDepth: Double
  private let spectrum: EscapeSpectrum

  /// - Parameters:
  ///   - mass: GeV, above zero.
  ///   - profile: the star.
  /// - Throws: ``Numerics/NumericsError`` when the profile or the cross section cannot be set up.
  public init(mass: Double, profile: ProtoNeutronStarProfile, options: EmissionOptions = EmissionOptions(), opticalDepth: OpticalDepthRule = .radial) throws {
    try self.init(mass: mass, profile: profile, grid: StellarGrid.shared(profile), options: options, opticalDepth: opticalDepth, refinement: 1)
  }

  /// The same at another resolution, for tests of convergence; shells at most `stepKilometres` thick (0.2 by default), `refinement` times as many momenta.
  package init(
    mass: Double, profile: ProtoNeutronStarProfile, options: EmissionOptions = EmissionOptions(), opticalDepth: OpticalDepthRule = .radial,
    stepKilometres: Double, refinement: Double
  ) throws {
    try self.init(
      mass: mass, profile: profile, grid: StellarGrid(profile, stepKilometres: stepKilometres), options: options, opticalDepth: opticalDepth,
      refinement: refinement)
  }

  private init(mass: Double, profile: ProtoNeutronStarProfile, grid: StellarGrid, options: EmissionOptions, opticalDepth: OpticalDepthRule, refinement: Double)
    throws
  {
    guard mass.isFinite, mass > 0 else { throw NumericsError.domain(label: "dark photon luminosity", reason: "mass \(mass) GeV must be above zero") }
    self.mass = mass
    profileName = profile.name
    neutrinosphereKilometres = grid.neutrinosphereKilometres
    centralPlasmaFrequency = grid.layers[0].plasmaFrequency
    let rates = DarkPhotonRates(mass: mass, options: options)
    let chords =
      opticalDepth == .radial ? nil : ChordLengths(boundariesKilometres: grid.layers.map(\.radiusKilometres), emittingShells: grid.emittingShells)
    var accumulator = EscapeSpectrum.Accumulator()
    var totals = [0.0, 0.0]
    var peak = (value: -1.0, energy: mass, depth: 0.0)
    for (logMomentum, weight) in MomentumGrid(mass: mass, grid: grid, refinement: refinement).nodes {
      let momentum = exp(logMomentum)
      let energy = (momentum * momentum + mass * mass).squareRoot()
      let phaseSpace = weight * momentum * momentum * momentum / (2 * Double.pi * Double.pi) * energy
      let modes = grid.layers.indices.map { rates.modes(grid, $0, energy: energy, momentum: momentum) }
      var atThisEnergy = (emission: 0.0, moment: 0.0)
      for polarization in Polarization.allCases {
        let boundary = modes.map { polarization == .transverse ? $0.transverse : $0.longitudinal }
        let shells = ShellSum(grid: grid, boundary: boundary, mass: mass, energy: energy, velocity: momentum / energy)
        let scale = polarization.multiplicity * phaseSpace / NaturalUnits.ergPerSecond
        for shell in 0..<grid.emittingShells {
          let emission = scale * shells.emission[shell]
          totals[polarization.rawValue] += emission
          atThisEnergy.emission += emission
          atThisEnergy.moment += emission * (shells.depthOutside[shell] + 0.5 * shells.depth[shell])
          if let chords {
            for (direction, lengths) in chords.lengths[shell].enumerated() {
              accumulator.add(weight: emission * chords.weights[direction], depth: shells.depth(along: lengths))
            }
          } else {
            for (position, share) in Self.insideShell {
              accumulator.add(weight: emission * share, depth: shells.depthOutside[shell] + position * shells.depth[shell])
            }
          }
        }
      }
      let density = atThisEnergy.emission / weight
      if density > peak.value { peak = (density, energy, atThisEnergy.emission > 0 ? atThisEnergy.moment / atThisEnergy.emission : 0) }
    }
    spectrum = accumulator.spectrum()
    (transparentTransverse, transparentLongitudinal) = (totals[0], totals[1])
    peakEnergy = peak.energy
    peakDepth = peak.depth
    resonanceRadiusKilometres = Self.resonanceRadius(grid, mass: mass, energy: peak.energy)
  }

  /// Three-point Gauss rule on [0, 1]: absorption inside the emitting shell, exact to the sixth order of its optical depth.
  private static let insideShell: [(position: Double, share: Double)] = GaussLegendre(order: 3).mapped(from: 0, to: 1).map { ($0.x, $0.weight) }

  /// Luminosity in erg/s at a kinetic mixing.
  public func luminosity(mixing: Double) -> Double { spectrum.luminosity(mixing: mixing) }

  /// Emission-weighted radial optical depth at ``peakEnergy``.
  public func opticalDepth(mixing: Double) -> Double { mixing * mixing * peakDepth }

  /// Luminosity over eps^2 of a transparent star in erg/s.
  public var transparentLuminosity: Double { transparentTransverse + transparentLongitudinal }

  /// Fraction of the produced energy that leaves.
  public func escapeFraction(mixing: Double) -> Double {
    let produced = mixing * mixing * transparentLuminosity
    return produced > 0 ? luminosity(mixing: mixing) / produced : 1
  }

  private static func resonanceRadius(_ grid: StellarGrid, mass: Double, energy: Double) -> Double? {
    let detuning = grid.layers.map { mass * mass - $0.electrons.selfEnergies(energy: energy, squaredMass: mass * mass).transverse }
    guard let index = detuning.indices.dropLast().last(where: { (detuning[$0] < 0) != (detuning[$0 + 1] < 0) }) else { return nil }
    let (a, b) = (detuning[index], detuning[index + 1])
    let (inner, outer) = (grid.layers[index].radiusKilometres, grid.layers[index + 1].radiusKilometres)
    return inner + (outer - inner) * a / (a - b)
  }
}
