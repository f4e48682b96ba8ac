import Foundation
import Likelihoods
import Numerics
import Portals
import Units

/// Dark photons must not cool the proto-neutron star of SN1987A faster than neutrinos did: L < 3e52 erg/s at one second, for any boson whose
/// couplings are proportional to electric charge (arXiv:1611.03864). Excludes an island: below it too few are produced, above it too few leave.
public struct Supernova1987ACoolingConstraint: Constraint {
  public typealias Particle = VectorPortal

  public init() {}

  /// Couplings are excluded only as kinetic mixings in this range; all of it is leading order in eps^2.
  static let mixingRange = 1e-20...0.1

  /// 1 eV: below the plasma frequency of every shell only eps m matters, and nothing new happens at lower mass. 300 MeV: soft bremsstrahlung (omega < E_cm) is long
  /// an extrapolation, and emission from pions, which matters at 100 to 400 MeV, is not included.
  static let validMasses = 1e-9...0.3

  public var identity: ConstraintIdentity {
    ConstraintIdentity(
      id: "sn1987a.cooling", module: "Supernova1987A", object: "SN1987A",
      observable: "luminosity in the particle at 1 s over the critical luminosity", kind: .criterion, quotedConfidenceLevel: nil,
      references: Self.references,
      assumptions: [
        "the neutrino burst of SN1987A was that of a cooling proto-neutron star",
        "the particle decays to electrons or not at all; no other decay inside the star",
        "nucleons are free, non-degenerate and have their vacuum mass; no gravitational redshift",
      ],
      nuisances: [ProtoNeutronStarProfile.variant.name])
  }

  static let references = [
    Reference(
      key: "Chang:2016ntp", authors: "Chang, Jae Hyeok and Essig, Rouven and McDermott, Samuel D.",
      title: "Revisiting Supernova 1987A Constraints on Dark Photons",
      journal: "JHEP 01 (2017) 107", year: 2017, arXiv: "1611.03864"),
    Reference(
      key: "Braaten:1993jw", authors: "Braaten, Eric and Segel, Daniel",
      title: "Neutrino energy loss from the plasma process at all temperatures and densities",
      journal: "Phys. Rev. D 48 (1993) 1478", year: 1993, arXiv: "hep-ph/9302213"),
    Reference(
      key: "Stapp:1956mz", authors: "Stapp, H. P. and Ypsilantis, T. J. and Metropolis, N.",
      title: "Phase shift analysis of 310-MeV proton proton scattering experiments",
      journal: "Phys. Rev. 105 (1957) 302", year: 1957),
  ]

  public var inputs: [Input] { SupernovaInputs.all + ProtoNeutronStarProfile.all.flatMap(\.inputs) + NeutronProtonScattering.inputs }

  public var variants: [Variant] {
    [
      ProtoNeutronStarProfile.variant, LuminosityCriterion.variant, SoftFactor.variant, OpticalDepthRule.variant, PairBlocking.variant, PlasmaResponse.variant,
    ]
  }

  public func applicability(to particle: VectorPortal) -> Applicability {
    particle.isElectromagnetic
      ? .applies
      : .notApplicable(
        reason: "couplings of \(particle.name) are not proportional to electric charge; the emission rates here are those of a kinetically mixed photon")
  }

  public func massRange(for particle: VectorPortal) -> ClosedRange<Double> { Self.validMasses }

  public func slice(of particle: VectorPortal, at mass: Double, choosing choices: VariantChoices) throws -> any MassSlice {
    guard Self.validMasses.contains(mass) else {
      throw NumericsError.domain(label: identity.id, reason: "mass \(mass) GeV is outside \(Self.validMasses) GeV")
    }
    return SupernovaSlice(
      luminosity: try Self.luminosity(at: mass, choosing: choices),
      criterion: try Self.choice(LuminosityCriterion.self, of: LuminosityCriterion.variant, choices),
      mixingPerCoupling: particle.electronMixingPerAxis)
  }

  /// The luminosity of a dark photon of `mass` (GeV) for the chosen variants: what `bounds supernova` prints.
  ///
  /// - Throws: ``Numerics/NumericsError`` when an option does not exist or the star cannot be set up.
  public static func luminosity(at mass: Double, choosing choices: VariantChoices = .defaults) throws -> DarkPhotonLuminosity {
    let options = EmissionOptions(
      soft: try choice(SoftFactor.self, of: SoftFactor.variant, choices), blocking: try choice(PairBlocking.self, of: PairBlocking.variant, choices),
      plasma: try choice(PlasmaResponse.self, of: PlasmaResponse.variant, choices))
    return try DarkPhotonLuminosity(
      mass: mass, profile: profile(choosing: choices), options: options, opticalDepth: choice(OpticalDepthRule.self, of: OpticalDepthRule.variant, choices))
  }

  /// The proto-neutron star in force.
  ///
  /// - Throws: ``Numerics/NumericsError`` when `sn1987a.profile` names none; the message lists those that exist.
  public static func profile(choosing choices: VariantChoices = .defaults) throws -> ProtoNeutronStarProfile {
    let name = choices.option(of: ProtoNeutronStarProfile.variant)
    guard let profile = ProtoNeutronStarProfile.all.first(where: { $0.name == name }) else { throw unknown(name, ProtoNeutronStarProfile.variant) }
    return profile
  }

  /// The critical luminosity in force.
  public static func criterion(choosing choices: VariantChoices = .defaults) throws -> LuminosityCriterion {
    try choice(LuminosityCriterion.self, of: LuminosityCriterion.variant, choices)
  }

  private static func choice<Option: RawRepresentable>(_ type: Option.Type, of variant: Variant, _ choices: VariantChoices) throws -> Option
  where Option.RawValue == String {
    let name = choices.option(of: variant)
    guard let option = Option(rawValue: name) else { throw unknown(name, variant) }
    return option
  }

  private static func unknown(_ name: String, _ variant: Variant) -> NumericsError {
    .domain(label: variant.name, reason: "'\(name)' is not an option; there are: \(variant.options.map(\.name).joined(separator: ", "))")
  }
}
