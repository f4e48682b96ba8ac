import Units

/// What every portal answers about its particle: how it decays, what decays into it, and its couplings in other conventions.
///
/// Masses are in GeV, couplings are the number on the model's axis. Outside the validity of a calculation the answer is an error, never an extrapolation.
public protocol ParticlePhysics: Sendable, Hashable {
  /// The partial widths in GeV.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)``; ``Numerics/NumericsError`` when a table cannot be built.
  func widths(mass: Double, coupling: Double) throws -> DecayWidths

  /// The range in GeV in which the hadronic width lies when every named treatment of the hadrons and its stated uncertainty is allowed; `nil` where no hadronic
  /// state is open or none of their widths is in doubt.
  func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>?

  /// The decays of Standard Model particles into this one, open at this mass, in a fixed order.
  ///
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)``, also where they are too frequent to be branching ratios (``ProductionChannel/checked(_:coupling:)``).
  func production(mass: Double, coupling: Double) throws -> [ProductionChannel]

  /// The same point in other conventions and the numbers that follow from it alone, in a fixed order.
  func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity]

  /// The final states that output always lists, closed ones with an exact zero, so that a reader need not tell "closed" from "not computed".
  var listedFinalStates: [String] { get }

  /// Every number from outside that enters these answers.
  var inputs: [Input] { get }
}

extension ParticlePhysics {
  public var listedFinalStates: [String] { [] }
  public func hadronicBand(mass: Double, coupling: Double) throws -> ClosedRange<Double>? { nil }
  public func production(mass: Double, coupling: Double) throws -> [ProductionChannel] { [] }
  public func derivedQuantities(mass: Double, coupling: Double) throws -> [DerivedQuantity] { [] }
}

/// One decay of a Standard Model particle into the new one.
public struct ProductionChannel: Sendable, Hashable {
  /// The particle that decays, for example `K+`.
  public let parent: String
  /// The decay, for example `K+ -> pi+ S`.
  public let name: String
  /// Its branching ratio, dimensionless; where charge-conjugate parents matter it is that of `parent` alone.
  public let branchingRatio: Double

  public init(parent: String, name: String, branchingRatio: Double) {
    self.parent = parent
    self.name = name
    self.branchingRatio = branchingRatio
  }
}

extension ProductionChannel {
  /// The channels as they are, when the branching ratios of every parent sum to at most one.
  ///
  /// The list is of decays that exclude each other; a portal that gives a decay twice, say on and off the mass shell of a mediator, checks the two lists apart.
  ///
  /// - Parameter coupling: on the model's axis, for the message.
  /// - Throws: ``ModelError/outsideValidity(quantity:value:allowed:reason:)`` otherwise: a rate to first order in the coupling is no branching ratio there.
  static func checked(_ channels: [ProductionChannel], coupling: Double) throws -> [ProductionChannel] {
    var sums: [String: Double] = [:]
    for channel in channels {
      let sum = sums[channel.parent, default: 0] + channel.branchingRatio
      guard sum <= 1 else {
        throw ModelError.outsideValidity(
          quantity: "coupling", value: coupling, allowed: "one with which the branching ratios of \(channel.parent) sum to at most 1",
          reason: "the rates are of lowest order in the coupling and reach \(sum) with \(channel.name)")
      }
      sums[channel.parent] = sum
    }
    return channels
  }
}

/// A number that follows from a mass and a coupling: the coupling in another convention, a mixing angle, a cross section.
public struct DerivedQuantity: Sendable, Hashable {
  /// Key in machine-readable output, for example `epsilon`.
  public let key: String
  public let value: Double
  /// Empty when dimensionless.
  public let unit: String
  public let meaning: String

  public init(_ key: String, _ value: Double, unit: String = "", _ meaning: String) {
    self.key = key
    self.value = value
    self.unit = unit
    self.meaning = meaning
  }
}
