import Foundation
import Units

/// How predictions move with each nuisance, and the covariance that follows.
public struct TheoryUncertainty: Sendable {
  /// A nuisance and the change of every quantity when it moves by one standard deviation, half the difference between up and down.
  public struct Sensitivity: Sendable, Hashable {
    /// A reaction's name, `neutron lifetime` or `omega_b`.
    public let nuisance: String
    /// Relative change of Yp, D/H, He3/H, Li7/H, in the order of ``quantities``.
    public let relativeChanges: [Double]
  }

  /// What the covariance speaks about, in its order.
  public static let quantities: [LightElementQuantity] = [.helium4, .deuterium, .helium3, .lithium7]

  public let sensitivities: [Sensitivity]

  /// Finite differences of one standard deviation to both sides of `central`: 2 (reactions + 2) integrations.
  ///
  /// - Parameter omegaBError: one standard deviation of omega_b; zero holds it fixed.
  public init(
    _ calculation: Nucleosynthesis, at central: Nucleosynthesis.Parameters = .init(), omegaBError: Double = BaryonDensity.omegaB.uncertainty ?? 0,
    neutronLifetimeError: Double = WeakInputs.neutronLifetime.uncertainty ?? 0
  ) throws {
    var sensitivities: [Sensitivity] = []
    func vary(_ name: String, _ change: (inout Nucleosynthesis.Parameters, Double) -> Void) throws {
      let logarithms = try [1.0, -1].map { sign in
        var parameters = central
        change(&parameters, sign)
        let abundances = try calculation.abundances(parameters)
        return Self.quantities.map { log($0.value(in: abundances)) }
      }
      sensitivities.append(Sensitivity(nuisance: name, relativeChanges: zip(logarithms[0], logarithms[1]).map { ($0 - $1) / 2 }))
    }
    for reaction in calculation.network.reactions where reaction.reactants.count > 1 {
      try vary(reaction.name) { $0.rateShifts[reaction.name, default: 0] += $1 }
    }
    if neutronLifetimeError > 0 { try vary("neutron lifetime") { $0.neutronLifetime += $1 * neutronLifetimeError } }
    if omegaBError > 0 { try vary("omega_b") { $0.omegaB += $1 * omegaBError } }
    self.sensitivities = sensitivities
  }

  /// Covariance of the relative deviations of ``quantities``; the nuisances are independent.
  public var relativeCovariance: [[Double]] {
    let n = Self.quantities.count
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for sensitivity in sensitivities {
      for i in 0..<n {
        for j in 0..<n { matrix[i][j] += sensitivity.relativeChanges[i] * sensitivity.relativeChanges[j] }
      }
    }
    return matrix
  }

  /// One standard deviation of a quantity relative to its value; He3/D with its correlation.
  public func relativeError(of quantity: LightElementQuantity) -> Double { relativeCovariance(of: quantity, quantity).squareRoot() }

  /// Covariance of the relative deviations of any two quantities.
  public func relativeCovariance(of first: LightElementQuantity, _ second: LightElementQuantity) -> Double {
    sensitivities.reduce(0) { $0 + $1.relativeChange(of: first) * $1.relativeChange(of: second) }
  }
}

extension TheoryUncertainty.Sensitivity {
  /// Relative change of one quantity.
  func relativeChange(of quantity: LightElementQuantity) -> Double {
    if quantity == .helium3OverDeuterium { return relativeChange(of: .helium3) - relativeChange(of: .deuterium) }
    return TheoryUncertainty.quantities.firstIndex(of: quantity).map { relativeChanges[$0] } ?? 0
  }
}
