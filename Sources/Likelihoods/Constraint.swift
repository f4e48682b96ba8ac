import Foundation
import Units

/// What a constraint is: who says it, what it speaks about, and how a particle's mass and coupling turn into evidence.
///
/// Evaluation has two steps because a scan asks for many couplings at one mass: ``slice(of:at:)`` does the expensive part once
/// (production spectrum, thermal integrals, ODE), and the slice's `evidence(at:)` is cheap.
public protocol Constraint<Particle>: Sendable {
  /// The portal that the constraint computes with (couplings of the particle up to one overall coupling).
  associatedtype Particle: Sendable

  var identity: ConstraintIdentity { get }
  /// Every number from outside that enters, with its source and status.
  var inputs: [Input] { get }
  /// Discrete choices that the literature leaves open; the first option of each is the default.
  var variants: [Variant] { get }
  /// Whether the constraint can speak about this particle at all.
  func applicability(to particle: Particle) -> Applicability
  /// The mass range in GeV in which the calculation is valid for this particle.
  func massRange(for particle: Particle) -> ClosedRange<Double>
  /// The expensive part at one mass in GeV.
  ///
  /// - Throws: ``Numerics/NumericsError`` when an integral or ODE fails; callers ask only inside ``massRange(for:)``.
  func slice(of particle: Particle, at mass: Double, choosing choices: VariantChoices) throws -> any MassSlice
}

/// A constraint at one mass: cheap in the coupling.
public protocol MassSlice: Sendable {
  /// Couplings (on the model's axis) for which the calculation is valid, ends included.
  var couplingRange: ClosedRange<Double> { get }
  /// Why nothing is claimed outside ``couplingRange``, in one sentence.
  var couplingRangeReason: String { get }
  /// The predicted observable with what was measured.
  func evidence(at coupling: Double) throws -> Evidence
  /// Every intermediate number from the coupling to the evidence, for `bounds explain`.
  func explanation(at coupling: Double) throws -> [ExplainedQuantity]
}

/// One line of an explanation.
public struct ExplainedQuantity: Sendable, Hashable {
  public let name: String
  public let value: Double
  public let unit: String
  /// How it came about: an equation, an assumption.
  public let note: String
  public init(_ name: String, _ value: Double, unit: String = "", note: String = "") {
    self.name = name
    self.value = value
    self.unit = unit
    self.note = note
  }
}

public enum Applicability: Sendable, Hashable {
  case applies
  /// The constraint does not speak about this particle; the reason is one sentence.
  case notApplicable(reason: String)
}

/// A slice whose observable is a pure power of the coupling: one evaluation serves every coupling.
public struct PowerLawSlice: MassSlice {
  /// Builds the evidence from the observable.
  public typealias EvidenceOfObservable = @Sendable (Double) -> Evidence

  /// The observable at a coupling of one.
  public let observableAtUnitCoupling: Double
  public let power: Double
  public let couplingRange: ClosedRange<Double>
  public let couplingRangeReason: String
  private let evidenceOf: EvidenceOfObservable
  private let explained: [ExplainedQuantity]

  public init(
    observableAtUnitCoupling: Double, power: Double, couplingRange: ClosedRange<Double>, couplingRangeReason: String,
    explained: [ExplainedQuantity], evidence: @escaping EvidenceOfObservable
  ) {
    self.observableAtUnitCoupling = observableAtUnitCoupling
    self.power = power
    self.couplingRange = couplingRange
    self.couplingRangeReason = couplingRangeReason
    self.explained = explained
    evidenceOf = evidence
  }

  public func observable(at coupling: Double) -> Double { observableAtUnitCoupling * pow(coupling, power) }

  public func evidence(at coupling: Double) throws -> Evidence { evidenceOf(observable(at: coupling)) }

  public func explanation(at coupling: Double) throws -> [ExplainedQuantity] {
    explained + [ExplainedQuantity("observable", observable(at: coupling), note: "scales as coupling^\(power)")]
  }
}
