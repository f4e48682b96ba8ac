import Numerics

/// R_X(s) = 12 pi Gamma(X -> hadrons)/(g^2 m): exclusive states below, perturbative QCD with heavy-quark resonances above, and how the two join.
struct HadronicRatio: Sendable {
  /// Where the join begins and ends, sqrt(s) in GeV: around the energy at which the sum of the exclusive states of the photon falls through perturbative QCD.
  /// Below, the states left out (five pions without omega or eta, non-resonant K Kbar pi) are under 10 % of R; above, perturbative QCD is within 10 % of data.
  static let join = 1.66...1.74

  /// From where primary charm and bottom pairs are listed, GeV: above the resonances of each.
  static let openPairs = (charm: 5.0, bottom: 12.0)

  let exclusive: ExclusiveHadrons
  let perturbative: PerturbativeRatio
  let quarkonia = QuarkoniumResonances()

  init(_ formFactor: PionFormFactor) throws {
    exclusive = try ExclusiveHadrons(formFactor)
    perturbative = try PerturbativeRatio()
  }

  /// R of every exclusive state at s in GeV^2 up to the end of the join, and R of all hadrons. Inside the join each exclusive state has the share of the exclusive sum
  /// in the total, so that the states never exceed it. Far above, the pairs of heavy quarks stand in their place.
  ///
  /// - Parameter weak: mixing with the Z, see ``VectorCouplings/weak``; zero below 5 GeV.
  func callAsFunction(_ s: Double, _ charges: FermionCharges, weak: Complex = .zero) -> (channels: [(finalState: String, ratio: Double)], total: Double) {
    let energy = s.squareRoot()
    let factors = LightFlavourFactors(charges)
    let inclusiveShare = Self.inclusiveShare(energy)
    var channels: [(finalState: String, ratio: Double)] = []
    var total = 0.0
    if inclusiveShare < 1 {
      for channel in exclusive.channels where energy > channel.threshold {
        let ratio = (1 - inclusiveShare) * channel.ratio(s, factors)
        channels.append((channel.finalState, ratio))
        total += ratio
      }
    }
    if inclusiveShare > 0 {
      let quarks = QuarkCouplings(charges, weak: weak)
      total += inclusiveShare * (perturbative(s, quarks) + quarkonia(s, quarks))
      if energy > Self.openPairs.charm {
        let pairs = perturbative.heavyPairs(s, quarks)
        // Where a singlet term of the light quarks is negative and all that there is of them, the pairs are the total.
        let share = min(1, total / max(pairs.charm + pairs.bottom, .leastNormalMagnitude))
        channels.append(("c cbar", share * pairs.charm))
        if energy > Self.openPairs.bottom { channels.append(("b bbar", share * pairs.bottom)) }
      }
    }
    return (channels, total)
  }

  /// The share of perturbative QCD in R: 3 t^2 - 2 t^3 over the join.
  static func inclusiveShare(_ energy: Double) -> Double {
    smoothStep((energy - join.lowerBound) / (join.upperBound - join.lowerBound))
  }

  private static let dualTower: Result<HadronicRatio, any Error> = Result { try HadronicRatio(.dualTower) }
  private static let babar: Result<HadronicRatio, any Error> = Result { try HadronicRatio(.babar) }

  /// The shared tables, built at first use.
  ///
  /// - Throws: ``Numerics/NumericsError`` when a table cannot be built.
  static func shared(_ formFactor: PionFormFactor) throws -> HadronicRatio {
    switch formFactor {
    case .dualTower: try dualTower.get()
    case .babar: try babar.get()
    }
  }
}
