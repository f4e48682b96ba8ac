import Foundation
import Likelihoods
import Publishing
import Testing

struct RegionTests {
  private func interval(_ low: Double, _ high: Double) -> ExcludedInterval { ExcludedInterval(low: low, high: high, endsAtValidity: false) }

  @Test func overlappingIntervalsJoinAndGapsSeparate() {
    let regions = Region.joining([
      (1, [interval(1, 2)]), (2, [interval(1.5, 3), interval(10, 20)]), (3, [interval(12, 30)]), (4, []), (5, [interval(1, 2)]), (6, [interval(1, 2)]),
    ])
    #expect(regions.map { $0.points.map(\.mass) }.sorted { $0[0] < $1[0] } == [[1, 2], [2, 3], [5, 6]])
  }

  @Test func labelsSitInsideAndDoNotCoverEachOther() {
    let region = Region.joining((0...20).map { (1e-3 * pow(10, Double($0) / 10), [interval(1e-7, 1e-3)]) })[0]
    var placement = LabelPlacement(massRange: 1e-3...1e-1, couplingRange: 1e-8...1)
    let labels = (0..<4).map { _ in placement.place(on: region) }
    #expect(labels.allSatisfy { $0.mass >= 1e-3 && $0.mass <= 1e-1 && $0.coupling > 1e-7 && $0.coupling < 1e-3 })
    for (i, a) in labels.enumerated() {
      for b in labels[(i + 1)...] { #expect(abs(log10(a.mass / b.mass)) > 0.1 || abs(log10(a.coupling / b.coupling)) > 0.2) }
    }
  }
}
