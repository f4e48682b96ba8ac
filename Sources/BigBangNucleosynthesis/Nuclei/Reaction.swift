import Foundation
import Units

/// A nuclear reaction or decay, written in its exothermic direction, with the source and the error of its rate.
public struct Reaction: Sendable {
  /// N_A^(n-1) <sigma v> against T9 = T/10^9 K: cm^3/(mol s) for two reactants, 1/s for a decay.
  public typealias Rate = @Sendable (_ t9: Double) -> Double

  /// For example `d(p,g)He3`; stable, also the name of its nuisance.
  public let name: String
  /// One for a decay, two otherwise; an identical pair is listed twice.
  public let reactants: [Nuclide]
  public let products: [Nuclide]
  public let rate: Rate
  /// One standard deviation of the rate as a lognormal factor, at T9 = 0.5.
  public let uncertaintyFactor: Double
  /// Where the rate comes from.
  public let source: String
  public let status: SourceStatus

  public init(
    _ name: String, _ reactants: [Nuclide], _ products: [Nuclide], uncertaintyFactor: Double, source: String, status: SourceStatus, rate: @escaping Rate
  ) {
    self.name = name
    self.reactants = reactants
    self.products = products
    self.uncertaintyFactor = uncertaintyFactor
    self.source = source
    self.status = status
    self.rate = rate
  }

  /// Energy set free in MeV, from atomic mass excesses (electrons balance).
  public var energyRelease: Double {
    reactants.reduce(0) { $0 + $1.massExcess.value } - products.reduce(0) { $0 + $1.massExcess.value }
  }

  /// Whether a photon balances the reaction: a single product from two reactants.
  public var isRadiativeCapture: Bool { reactants.count == 2 && products.count == 1 }

  /// What is listed among the inputs: the error factor with the source of the rate.
  public var input: Input {
    Input("rate of \(name), lognormal error factor at T9 = 0.5", uncertaintyFactor, source: source, status: status)
  }
}

/// The same reaction with its rate multiplied by a function of T9.
extension Reaction {
  func multiplied(by factor: @escaping Rate) -> Reaction {
    let rate = rate
    return Reaction(name, reactants, products, uncertaintyFactor: uncertaintyFactor, source: source, status: status) { rate($0) * factor($0) }
  }
}
