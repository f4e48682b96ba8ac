import Accelerators
import BigBangNucleosynthesis
import Likelihoods
import Portals
import StellarCooling
import Supernova1987A

/// Every constraint that is computed, in the order in which it is listed: stars, supernova, nucleosynthesis, accelerators.
public struct Catalogue: Sendable {
  public let constraints: [BoundConstraint]

  /// All constraints, bound to the particle of `portal`.
  ///
  /// - Throws: what reading the experiments' data files throws.
  public init(for portal: Portal) throws {
    let early = Self.bind(NucleosynthesisConstraint(), to: portal)
    guard case .vector(let vector) = portal else {
      constraints = [early].filter { $0.applicability == .applies }
      return
    }
    let stars: [any Constraint<VectorPortal>] = [SunConstraint(), Supernova1987ACoolingConstraint()]
    let dumps = try ElectronBeamDumpConstraint.all()
    constraints = stars.map { Self.bind($0, to: vector) } + [early] + dumps.map { Self.bind($0, to: vector) }
  }

  private static func bind<P: Sendable>(_ constraint: any Constraint<P>, to particle: P) -> BoundConstraint { BoundConstraint(constraint, for: particle) }

  /// The constraints named in `ids`, in the order of the catalogue; all of them when `ids` is empty. Projections only when asked for or named.
  ///
  /// - Throws: ``CombinationError/unknownConstraint(id:available:)``.
  public func selecting(_ ids: [String], projected: Bool) throws -> [BoundConstraint] {
    let available = constraints.map(\.identity.id)
    if let unknown = ids.first(where: { !available.contains($0) }) { throw CombinationError.unknownConstraint(id: unknown, available: available) }
    if ids.isEmpty { return constraints.filter { projected || $0.identity.kind != .projected } }
    return constraints.filter { ids.contains($0.identity.id) }
  }

  /// The choices written as `name=option`, checked against the variants of `constraints`.
  ///
  /// - Throws: ``CombinationError/unknownVariant(name:option:allowed:)``.
  public static func choices(_ pairs: [(name: String, option: String)], for constraints: [BoundConstraint]) throws -> VariantChoices {
    let variants = constraints.flatMap(\.variants)
    return try pairs.reduce(into: VariantChoices.defaults) { choices, pair in
      let known = variants.contains { $0.name == pair.name && $0.options.contains { $0.name == pair.option } }
      guard known else {
        let allowed = variants.flatMap { variant in variant.options.map { "\(variant.name)=\($0.name)" } }
        throw CombinationError.unknownVariant(name: pair.name, option: pair.option, allowed: allowed.uniqued())
      }
      choices = choices.with(pair.name, pair.option)
    }
  }
}
