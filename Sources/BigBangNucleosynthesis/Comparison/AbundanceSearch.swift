import Foundation
import Likelihoods
import Numerics

/// The light elements against the abundance of one particle, each abundance computed once: all criteria share the points of the search.
package final class AbundanceSearch {
  private let elements: (Double) throws -> Abundances
  private var known: [Int: Abundances] = [:]

  /// - Parameter elements: the light elements with that many particles per photon.
  package init(_ elements: @escaping (Double) throws -> Abundances) {
    self.elements = elements
    var finder = ExclusionFinder()
    finder.pointsPerDecade = 4
    finder.edgeTolerance = Self.tolerance
    self.finder = finder
  }

  private let finder: ExclusionFinder
  /// Relative width to which an edge is bracketed.
  package static let tolerance = 1e-3

  /// The light elements at an abundance; two that agree within 1e-9 are the same.
  package func abundances(at perPhoton: Double) throws -> Abundances {
    let key = Int((log(perPhoton) * 1e9).rounded())
    if let result = known[key] { return result }
    let result = try elements(perPhoton)
    known[key] = result
    return result
  }

  /// The abundances worth searching, in whole decades below `largest`: from the last decade at which nothing `isFelt` to the last one that can be computed.
  ///
  /// A particle that dominates the Universe for decades in temperature is beyond what the thermal history can follow; the search then ends before.
  /// - Throws: what computing the lightest abundance that is felt throws.
  package func range(from lowest: Double, to largest: Double, isFelt: (Abundances) -> Bool) throws -> ClosedRange<Double> {
    let decades = max(1, Int(log10(largest / lowest).rounded(.up)))
    let steps = (0...decades).map { largest * pow(10, Double($0 - decades)) }
    var (low, high) = (steps[0], steps[0])
    var felt = false
    for step in steps {
      do {
        felt = try isFelt(abundances(at: step)) || felt
      } catch let error as NumericsError {
        guard felt, low < high else { throw error }
        return low...high
      }
      if !felt { low = step }
      high = step
    }
    return low...high
  }

  /// The part of a range, from its low end on, in which `isUsable` holds at every point of the search.
  package func leading(_ range: ClosedRange<Double>, isUsable: (Abundances) -> Bool) throws -> ClosedRange<Double> {
    var high = range.lowerBound
    for point in finder.grid(range).map({ exp($0) }) {
      guard try isUsable(abundances(at: point)) else { break }
      high = max(high, point)
    }
    return range.lowerBound...high
  }

  /// Every interval of the abundance in which `margin` is negative, with edges to ``tolerance``.
  ///
  /// An element that is made in excess and later destroyed passes through what is observed, within a fraction of a decade: where one of `shifts` changes sign between two excluded points
  /// of the search, its zero is looked at too. Other gaps, and islands without a minimum of the margin, are missed where they are narrower than a quarter of a decade.
  /// - Parameter shifts: how far elements are from where they are surely allowed, with a sign.
  package func intervals(
    in range: ClosedRange<Double>, shifts: [(Abundances) -> Double] = [], margin: (Abundances) -> Double
  ) throws -> [ExcludedInterval] {
    let points = try finder.grid(range).map { (x: exp($0), elements: try abundances(at: exp($0))) }
    var zeros: [Double] = []
    for (a, b) in zip(points, points.dropFirst()) where margin(a.elements) < 0 && margin(b.elements) < 0 {
      for shift in shifts where shift(a.elements) * shift(b.elements) < 0 {
        zeros.append(try RootFinding.brentLog("abundance with the standard element", in: a.x, b.x, relative: 1e-6) { shift(try abundances(at: $0)) })
      }
    }
    return try finder.intervals(in: range, including: zeros) { margin(try abundances(at: $0)) }
  }
}
