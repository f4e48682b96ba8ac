import Foundation
import Units

/// Nuclei and the reactions between them: the data from which the equations and their Jacobian are built.
public struct NuclearNetwork: Sendable {
  /// How many reactions are followed.
  public enum Size: String, Sendable, CaseIterable {
    /// Twelve reactions among eight nuclei: all that matters for D, He3, He4; Li7 is 1 % high.
    case small
    /// Thirty-five reactions up to A = 8, with Li6, Li8 and B8.
    case full
  }

  /// Which evaluation of the twelve key rates is used.
  public enum Rates: String, Sendable, CaseIterable {
    /// Set A, the default: the rates adopted by PRIMAT.
    case primat = "primat-like"
    /// Set B: the analytic fits of PArthENoPE 3.
    case parthenope = "parthenope"
  }

  /// In the order of mass; neutrons first, protons second.
  public let nuclides: [Nuclide]
  public let reactions: [Reaction]

  /// - Parameter captureQED: whether radiative captures get their QED correction (arXiv:1904.07795).
  public init(_ size: Size = .small, rates: Rates = .primat, captureQED: Bool = true) {
    var reactions = rates == .primat ? RateSetA.reactions : RateSetB.reactions
    if captureQED { reactions = reactions.map { reaction in CaptureQED.factor(for: reaction).map { reaction.multiplied(by: $0) } ?? reaction } }
    if size == .full { reactions += FurtherReactions.reactions }
    self.init(reactions)
  }

  /// A network of the given reactions; every nucleus that they name is followed.
  public init(_ reactions: [Reaction]) {
    self.reactions = reactions
    let named = Set(reactions.flatMap { $0.reactants + $0.products })
    nuclides = Nuclide.all.filter { named.contains($0) || $0 == .neutron || $0 == .proton }
  }

  /// Where a nucleus stands in ``nuclides``.
  public func index(of nuclide: Nuclide) -> Int? { nuclides.firstIndex(of: nuclide) }

  /// Sources, statuses and errors of all rates, and the masses.
  public var inputs: [Input] { reactions.map(\.input) + nuclides.map(\.massExcess) }

  /// The reactions as index lists.
  var links: [Link] { reactions.map { Link($0, nuclides) } }

  /// Which nuclei a reaction takes and gives, by index; -1 where there is none.
  struct Link: Sendable {
    let reactants: (Int, Int)
    let products: (Int, Int, Int)
    /// 1/2 for an identical pair of reactants: pairs are counted once.
    let symmetry: Double

    init(_ reaction: Reaction, _ nuclides: [Nuclide]) {
      let place = { (list: [Nuclide], at: Int) in at < list.count ? nuclides.firstIndex(of: list[at]) ?? -1 : -1 }
      reactants = (place(reaction.reactants, 0), place(reaction.reactants, 1))
      products = (place(reaction.products, 0), place(reaction.products, 1), place(reaction.products, 2))
      symmetry = reactants.0 == reactants.1 ? 0.5 : 1
    }
  }
}
