import Likelihoods
import Portals
import Units

/// A constraint with the particle it is asked about: what the combination layer works with, whatever the portal.
public struct BoundConstraint: Sendable {
  public let identity: ConstraintIdentity
  public let inputs: [Input]
  public let variants: [Variant]
  public let applicability: Applicability
  /// Masses in GeV for which the calculation is valid.
  public let massRange: ClosedRange<Double>
  private let makeSlice: @Sendable (Double, VariantChoices) throws -> any MassSlice

  public init<C: Constraint>(_ constraint: C, for particle: C.Particle) {
    identity = constraint.identity
    inputs = constraint.inputs
    variants = constraint.variants
    applicability = constraint.applicability(to: particle)
    massRange = constraint.massRange(for: particle)
    makeSlice = { try constraint.slice(of: particle, at: $0, choosing: $1) }
  }

  /// What the constraint offers at a mass in GeV: a slice, or why there is none.
  ///
  /// - Throws: ``CombinationError/calculation(constraint:mass:underlying:)`` when the calculation fails.
  public func slice(at mass: Double, choosing choices: VariantChoices) throws -> SliceOutcome {
    if case .notApplicable(let reason) = applicability { return .notApplicable(reason: reason) }
    guard massRange.contains(mass) else {
      return .outsideValidity(reason: "mass \(mass) GeV is outside \(massRange.lowerBound) to \(massRange.upperBound) GeV")
    }
    do { return .slice(try makeSlice(mass, choices)) } catch let refusal as ModelError {
      // The portal itself does not answer there.
      return .outsideValidity(reason: refusal.description)
    } catch {
      throw CombinationError.calculation(constraint: identity.id, mass: mass, underlying: String(describing: error))
    }
  }
}

/// A slice, or why a constraint has none at a mass.
public enum SliceOutcome: Sendable {
  case slice(any MassSlice)
  case notApplicable(reason: String)
  case outsideValidity(reason: String)
}

/// What can go wrong while constraints are combined.
public enum CombinationError: Error, CustomStringConvertible {
  case calculation(constraint: String, mass: Double, underlying: String)
  case unknownConstraint(id: String, available: [String])
  case unknownVariant(name: String, option: String, allowed: [String])
  case confidenceLevel(Double)

  public var description: String {
    switch self {
    case .calculation(let constraint, let mass, let underlying): "constraint '\(constraint)' at \(mass) GeV: \(underlying)"
    case .unknownConstraint(let id, let available): "constraint '\(id)' is unknown; available: \(available.joined(separator: ", "))"
    case .unknownVariant(let name, let option, let allowed):
      "variant '\(name)=\(option)' is unknown; allowed: \(allowed.isEmpty ? "none for these constraints" : allowed.joined(separator: ", "))"
    case .confidenceLevel(let value): "confidence level \(value) is out of range; allowed: between 0.5 and 1, ends excluded"
    }
  }
}
